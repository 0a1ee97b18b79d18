"""From an analysis to a style profile, by rules that people can read."""
