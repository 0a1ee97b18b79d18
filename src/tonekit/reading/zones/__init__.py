"""Greeting, body, closing, signature, footer, quotes and code of a mail, found before its language is known."""
