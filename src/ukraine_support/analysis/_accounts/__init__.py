"""What claims come to: the accounts of what became of a promise, and where they contradict each other."""
