"""What things are worth: rates, price indices, and prices."""
