"""Typed facts: how often, how long, by when, how much, which numbers."""
