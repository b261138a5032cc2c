"""A document as plain text, Markdown or HTML."""
