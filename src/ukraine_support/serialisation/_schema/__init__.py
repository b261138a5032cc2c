"""The documents described for other languages, as JSON Schema."""
