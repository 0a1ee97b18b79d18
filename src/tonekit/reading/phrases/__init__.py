"""Cue phrases: found in one walk over the words, with gaps, overlaps and repetitions."""
