"""How many things are promised, and how many of them have come how far (rules 25 to 32 of what counts)."""
