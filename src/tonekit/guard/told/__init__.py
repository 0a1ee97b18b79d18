"""Whether a draft tells what was given, in figures or in words of its own."""
