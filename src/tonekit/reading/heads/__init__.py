"""From features to verdicts: one additive head a dimension, and its weights."""
