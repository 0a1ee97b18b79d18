"""Phrases of replies: alternatives, which of them fit, and how they are written."""
