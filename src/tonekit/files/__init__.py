"""Files of data: YAML, TOML and CSV with the place of every value, and in plain words what is wrong in them."""
