"""The days, times and lengths of time that a draft names."""
