"""The rules that loading enforces already: a folder that breaks one of them cannot be used."""

from __future__ import annotations

from .finding import Rule

RULES = (
    Rule(
        "yaml-syntax",
        "error",
        "a `.yaml` file that is not YAML, or not UTF-8",
        "Look at the indentation, quotes and brackets of this line and the one before it.",
    ),
    Rule(
        "wrong-value",
        "error",
        "a key, value, label or style field that does not exist",
        "See {page} for what is allowed here; an editor with the schema of `tonekit schema` suggests it.",
    ),
    Rule(
        "template-syntax",
        "error",
        "a body, subject or phrase that is not valid template syntax, or a `.j2` file that is not UTF-8",
        "Check the braces and the end tags around this line.",
    ),
    Rule("missing-file", "error", "a contract, body or file that is needed", "Write the file."),
    Rule("missing-subject", "error", "a reply without a subject in a language that it has a body in", "Add a subject."),
    Rule("misnamed-file", "error", "a file that is not read under its name", "Rename the file, or delete it."),
    Rule(
        "undeclared-variable",
        "error",
        "an input that the contract does not declare, or a part that it does not have; also in included files",
        "Declare it under 'inputs' in template.yaml.",
    ),
    Rule(
        "wrong-operation",
        "error",
        "a call, sum, comparison or loop that the value does not allow",
        "Print the value as it is, or use a filter.",
    ),
    Rule("missing-include", "error", "an include of a file that does not exist", "Correct the name of the file."),
    Rule("include-cycle", "error", "a file that includes itself, directly or through others", "Take one include out."),
    Rule(
        "missing-slot",
        "error",
        "a slot for which the phrases of the language have no entry",
        "Add the slot to the phrases.",
    ),
    Rule(
        "customer-text-in-system",
        "error",
        "customers' words in the system role of a prompt",
        "Move it to a user block.",
    ),
    Rule(
        "text-outside-role",
        "error",
        "text of a prompt outside the role blocks, or a role block in another",
        "Put it into a role block.",
    ),
    Rule("role-in-reply", "error", "a role block in a reply", "Take the role block out."),
    Rule("unused-tag", "error", "a template tag that is not allowed here", "Include a part instead."),
    Rule("raw-filter", "error", "a filter or tag that would switch escaping off", "Delete the filter."),
    Rule(
        "banned-filter", "error", "a filter that templates do not have", "Use one of the filters of docs/templates.md."
    ),
)
