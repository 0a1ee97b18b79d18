"""The words of drafts: their forms, and the wording of each language in which they are read."""
