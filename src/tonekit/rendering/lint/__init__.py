"""Check a template folder as strictly as code: all findings in one run, each with its place and a remedy."""
