"""Changes of one ticket or many at once, with one way back."""
