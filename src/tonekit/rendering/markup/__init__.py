"""Markdown, HTML and plain text, and values that stay text in all of them."""
