"""A model's answer, made safe to send, and what was taken out of it."""

from __future__ import annotations

from typing import Literal

from .models.shown_model import ShownModel


class Removed(ShownModel):
    """What was taken out of a model's answer.

    Attributes:
        kind: an address that is not allowed, an image, a mail header, a marker of roles, a tag of a fence, or
            characters that nobody sees.
        text: what stood there.
    """

    kind: Literal["link", "image", "header", "marker", "fence", "hidden"]
    text: str


class Answer(ShownModel):
    """A model's answer whose form is safe to send; whether it is true has not been checked.

    Attributes:
        text: the answer as plain text, with personal data put back.
        html: the same as HTML, without scripts, images or links that are not allowed.
        subject: subject line, one line.
        removed: what was taken out; a person should look at an answer that lost something.
        unknown: placeholders that stand for nothing, because the model made them up; they are left in the text.
    """

    text: str
    html: str
    subject: str
    removed: tuple[Removed, ...] = ()
    unknown: tuple[str, ...] = ()
