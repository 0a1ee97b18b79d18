"""Template folders: where files come from, whose they are, what is wrong with them."""
