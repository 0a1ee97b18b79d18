"""In which language a text is written, and where it switches."""
