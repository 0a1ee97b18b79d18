"""Piles of mails in files: CSV, JSON Lines, mbox, folders of .eml, read one mail at a time."""
