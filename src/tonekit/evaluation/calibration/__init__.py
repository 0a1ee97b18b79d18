"""Calibration on a user's own labels: weights, thresholds and words, taken only where held-out messages say so."""
