"""What promises add up to, by keys."""
