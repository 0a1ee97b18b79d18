"""Templates: contracts, a sandboxed environment, prompts and replies. The one place where Jinja is used."""
