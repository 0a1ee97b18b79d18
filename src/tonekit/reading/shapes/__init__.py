"""What is told by its form in every language: error codes, versions, measures, emoji."""
