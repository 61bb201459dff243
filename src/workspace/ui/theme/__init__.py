"""Colours, fonts and sizes from resources/themes/tokens.toml; the only place that knows them."""
