"""Bodies of templates: what may stand in them, what they use, and how they are compiled."""
