"""The middle of a text that is too long: people write above and below what they paste, such as a log."""

from __future__ import annotations

END_SHARE = 4
"""One part in so many is kept for the end, where a question below a log stands; the rest for the beginning."""
_LINE = 16
"""The cut is moved by one part in so many at most, to where a line or a word ends."""
_LEFT_OUT = "\n[…]\n"


def last_break(text: str, end: int, *, most: int) -> int:
    """Return a place before `end`, behind the end of a line or word, or `end` if there is none.

    Args:
        text: the text.
        end: a place in it.
        most: how many characters of it are kept; the place is moved by a small part of them.
    """
    floor = max(0, end - most // _LINE)
    found = text.rfind("\n", floor, end)
    return (found if found >= 0 else text.rfind(" ", floor, end)) + 1 or end


def next_break(text: str, start: int, *, most: int) -> int:
    """Return a place after `start` where a line or word begins, or `start` if there is none.

    Args:
        text: the text.
        start: a place in it.
        most: how many characters of it are kept; the place is moved by a small part of them.
    """
    ceiling = start + most // _LINE
    found = text.find("\n", start, ceiling)
    return (found if found >= 0 else text.find(" ", start, ceiling)) + 1 or start


def both_ends(text: str, *, most: int) -> str:
    """Return a text of at most `most` characters as it is, of a longer one its beginning and its end around `[…]`."""
    if len(text) <= most:
        return text
    end = most // END_SHARE
    first = last_break(text, most - end - len(_LEFT_OUT), most=most)
    last = next_break(text, len(text) - end, most=most)
    return f"{text[:first].rstrip()}{_LEFT_OUT}{text[last:].lstrip()}".strip()
