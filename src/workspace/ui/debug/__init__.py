"""The debugging view: what the program did lately, without any customer's data."""
