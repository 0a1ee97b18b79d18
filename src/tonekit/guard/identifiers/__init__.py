"""Recognise what identifies a person: one module for each kind."""
