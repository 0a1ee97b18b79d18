"""Text that must reach the reader unchanged, inside a template whose syntax its braces would look like."""

from __future__ import annotations

import re


def literal_text(text: str) -> str:
    """Return text with every brace sequence escaped that Jinja or Nunjucks would read as template syntax."""
    # What a template writes next may open with a brace, so that the last one of a text is escaped as well.
    return re.sub(r"\{([{%#]|\Z)", r"{{ '{\1' }}", text)
