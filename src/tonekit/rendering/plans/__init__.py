"""Plans: what templates write for messages of one shape, worked out once."""
