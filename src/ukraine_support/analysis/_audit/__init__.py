"""What is odd in a ledger: rules, each a function of the ledger, and what they find."""
