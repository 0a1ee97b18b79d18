"""Raw mail: its parts, their text, and whether a program sent it."""
