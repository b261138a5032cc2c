"""Everything that the library knows, in words: for each class a function, in the language that it is given."""
