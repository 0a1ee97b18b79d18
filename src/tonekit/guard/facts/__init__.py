"""What was given, in the forms in which claims are compared, and what follows from it."""
