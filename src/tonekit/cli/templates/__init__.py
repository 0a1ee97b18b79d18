"""The commands for template folders, from `init` to `export`."""
