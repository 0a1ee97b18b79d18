"""Text that must reach the reader unchanged, inside a template whose syntax its braces would look like."""

from __future__ import annotations

import re


def literal_text(text: str) -> str:
    """Return text with every brace sequence escaped that Jinja or Nunjucks would read as template syntax."""
    return re.sub(r"\{([{%#])", r"{{ '{\1' }}", text)
