"""What was given: the facts in the forms in which claims are compared, and whether a draft tells them."""
