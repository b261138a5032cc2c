"""What counts: which promises are one, which are parts, what is withdrawn, and what is left of each."""
