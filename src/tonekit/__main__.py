"""`python -m tonekit` is the command `tonekit`."""

from __future__ import annotations

from .cli.app import main

if __name__ == "__main__":
    main()
