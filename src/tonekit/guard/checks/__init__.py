"""One module for each thing that is checked of a draft."""
