"""Claims of a draft that nobody gave, and that do no harm: said in passing, rounded, or promising nothing."""
