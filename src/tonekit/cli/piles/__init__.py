"""The commands for piles of mails that nobody has labelled: `audit`, `selftest`."""
