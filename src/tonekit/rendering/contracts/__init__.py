"""Contracts of templates: their inputs, and what callers give as values of them."""
