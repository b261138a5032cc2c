"""What every value and record stands on: equality, open hierarchies of classes, mappings, closed lists of words."""
