"""The code that Jinja makes of templates, without steps that change nothing here.

Replaced are methods that Jinja's own NativeCodeGenerator replaces too, and two visitors.
"""

from __future__ import annotations

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class LeanCode(CodeGenerator):
    """What `finalize` returns is inert and not escaped again; our own `phrase` is called without asking the sandbox."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        del node, frame
        self.write(finalize.src or "str(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        del node, frame, finalize
        self.write(")")

    def write_commons(self) -> None:
        """Write what every function begins with."""
        super().write_commons()
        self.writeline("section = environment.section")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame, **options: Any) -> None:  # noqa: N802 - Jinja's name
        """Write the entry of a section as what it is; for all others, and where it lacks the entry, ask the sandbox."""
        if not isinstance(node.node, nodes.Name):
            super().visit_Getattr(node, frame, **options)
            return
        group = frame.symbols.ref(node.node.name)
        self.write(f"({group}[{node.attr!r}] if {group}.__class__ is section and {node.attr!r} in {group} else ")
        super().visit_Getattr(node, frame, **options)
        self.write(")")

    # Jinja's decorator takes options by name only.
    def visit_Call(  # type: ignore[override]  # noqa: N802 - as above
        self, node: nodes.Call, frame: Frame, **options: Any
    ) -> None:
        """Write a call."""
        if options or not _is_phrase(node):
            super().visit_Call(node, frame, **options)
            return
        self.visit(node.node, frame)
        self.write("(")
        self.visit(node.args[0], frame)
        for option in node.kwargs:
            self.write(f", {option.key}=")
            self.visit(option.value, frame)
        self.write(")")


def _is_phrase(call: nodes.Call) -> bool:
    """Return whether a call is `phrase("slot")` or `phrase("slot", widen=true)`."""
    more = call.dyn_args or call.dyn_kwargs or any(option.key != "widen" for option in call.kwargs)
    return isinstance(call.node, nodes.Name) and call.node.name == "phrase" and len(call.args) == 1 and not more
