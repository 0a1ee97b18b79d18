"""The bases of models: frozen, readable in a console, strict about what they are given, computed late."""
