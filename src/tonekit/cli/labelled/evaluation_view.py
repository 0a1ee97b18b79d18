"""What the command `evaluate` shows to people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from ...analysis import DIMENSIONS
from ...evaluation.columns import Scores, Share
from ...evaluation.comparing import LEVEL, Change, Comparison
from ...evaluation.evaluation import DimensionReport, Evaluation
from ...evaluation.formatting import accuracy, coverage, interval, macro_f1, macro_f1_bounds, of_bin, of_label, optional
from ...evaluation.macro_f1_interval import LEAST
from ...evaluation.mistakes import Mistake, surest
from ...evaluation.reservations import KNOWN_MESSAGES, reservations
from ...foreign_text.fencing import one_line

SHOWN_MISTAKES = 3
WORST_OF_A_TAG = 4
SHOWN_MISTAKES_IN_FULL = 8
_STYLES = {"better": "green", "worse": "red", "no clear difference": "default", "same answers": "dim"}


def evaluation_view(evaluation: Evaluation, shown: Sequence[str]) -> RenderableType:
    """Return the tables of all dimensions, and in full those that are named in `shown`."""
    languages = ", ".join(f"{code} {count}" for code, count in evaluation.languages.items())
    parts: list[RenderableType] = [
        Text(f"{evaluation.file}: {evaluation.messages} messages ({languages}), ruleset {evaluation.ruleset}\n"),
        _summary(evaluation),
        Text("In brackets: 95 % intervals.", style="dim"),
    ]
    if not evaluation.dimensions:
        said = f"No message is labelled; labels are in columns called {', '.join(DIMENSIONS)}."
        return Text(said, style="yellow")
    if lines := list(reservations(evaluation)):
        parts.append(Text("\n" + "\n".join(map(one_line, lines)), style="yellow"))
    if len(evaluation.languages) > 1:
        parts += [Text("\nmacro-F1 by language", style="bold"), _by_language(evaluation)]
    if evaluation.tags:
        parts += [Text("\nShare read right by tag, the worst dimensions", style="bold"), _by_tag(evaluation)]
    for name in shown:
        if name in evaluation.dimensions:
            parts += _in_full(name, evaluation)
    if not shown:
        parts += [Text("\nSurest mistakes", style="bold"), *_mistakes(_all_mistakes(evaluation), SHOWN_MISTAKES)]
        parts.append(Text("More: --show mood (or all), --html report.html, --errors errors.csv", style="dim"))
    return Group(*parts)


def comparison_view(comparison: Comparison, *, fitted_on: bool = False) -> RenderableType:
    """Return what became better or worse; `fitted_on` is as in `Evaluation`."""
    if not comparison.changes:
        return Text("\nNothing to compare: no labelled message is in both runs with the same text.", style="yellow")
    table = plain_table("dimension", "n", "before", "after", "right, wrong", "p", "verdict")
    for name, change in comparison.changes.items():
        table.add_row(name, *_change(change), Text(change.verdict, style=_STYLES[change.verdict]))
    notes = (
        "right, wrong: answers that are newly so. p: chance of such a difference in macro-F1 if neither run were "
        f"better (paired randomisation test, corrected after Holm); below {LEVEL:g} it counts."
    )
    parts: list[RenderableType] = [
        Text("\nCompared with the earlier run", style="bold"),
        table,
        Text(notes, style="dim"),
    ]
    if fitted_on:
        parts.append(Text(KNOWN_MESSAGES, style="yellow"))
    if comparison.left_out:
        parts.append(Text(f"Left out, because new or changed: {comparison.left_out}.", style="yellow"))
    return Group(*parts)


def _summary(evaluation: Evaluation) -> Table:
    table = plain_table("dimension", "n", "macro-F1", "always one", "accuracy", "ECE", "90 % right")
    for name, report in evaluation.dimensions.items():
        scores = report.scores
        table.add_row(
            name,
            str(scores.n),
            _with_interval(scores),
            f"{scores.majority:.2f}",
            accuracy(scores.accuracy),
            optional(scores.calibration_error),
            coverage(scores),
        )
    return table


def _with_interval(scores: Scores) -> Text:
    figure = _figure(scores)
    return figure.append(f" ({macro_f1_bounds(scores)})", style="default") if scores.macro_f1_interval else figure


def _by_language(evaluation: Evaluation) -> Table:
    codes = list(evaluation.languages)
    table = plain_table("dimension", *codes)
    for name, report in evaluation.dimensions.items():
        table.add_row(name, *(_figure(report.languages.get(code)) for code in codes))
    return table


def _figure(scores: Scores | None) -> Text:
    return Text(macro_f1(scores), style="bold" if scores and scores.n >= LEAST else "dim")


def _by_tag(evaluation: Evaluation) -> Table:
    table = Table(box=None, pad_edge=False)
    for heading in ("tag", "n", "read worst"):
        table.add_column(heading, header_style="bold", justify="right" if heading == "n" else "left")
    for tag, shares in evaluation.tags.items():
        worst = sorted(shares.items(), key=lambda item: item[1].value)[:WORST_OF_A_TAG]
        said = ", ".join(f"{name} {each.value:.2f}" for name, each in worst if each.hits < each.n)
        table.add_row(one_line(tag), str(max(each.n for each in shares.values())), said or "–")
    return table


def _in_full(name: str, evaluation: Evaluation) -> Iterator[RenderableType]:
    report = evaluation.dimensions[name]
    yield Text(f"\n{name}", style="bold underline")
    yield _classes(report)
    yield Text("\nrows: label of the file, columns: answer", style="dim")
    yield _confusion(report)
    if report.reliability:
        yield Text("\nconfidence and the share that was right", style="dim")
        yield _reliability(report)
        yield Text("\nanswered, from the surest on", style="dim")
        yield _curve(report)
    if shares := evaluation.shares(name):
        yield Text("\nshare right by tag (95 %)", style="dim")
        yield _tags(shares)
    if report.mistakes:
        yield Text(f"\n{report.wrong} mistake{'s' if report.wrong > 1 else ''}; the surest:", style="dim")
        yield from _mistakes(report.mistakes, SHOWN_MISTAKES_IN_FULL)


def _classes(report: DimensionReport) -> Table:
    table = plain_table("label", "n", "answered", "precision", "recall", "F1")
    for label, each in report.classes.items():
        pairs = ((each.precision, each.given), (each.recall, each.n))
        shares = (of_label(share, n, independent=report.scores.independent) for share, n in pairs)
        table.add_row(one_line(label), str(each.n), str(each.given), *shares, f"{each.f1:.2f}")
    return table


def _confusion(report: DimensionReport) -> Table:
    answers = list(next(iter(report.confusion.values())))
    table = plain_table("", *map(one_line, answers))
    for truth, counts in report.confusion.items():
        cells = (
            Text(str(counts[each]), style="green" if each == truth else "default" if counts[each] else "dim")
            for each in answers
        )
        table.add_row(one_line(truth), *cells)
    return table


def _reliability(report: DimensionReport) -> Table:
    table = plain_table("confidence", "n", "mean", "right (95 %)")
    for each in report.reliability:
        span = f"{each.low:.1f}–{each.high:.1f}"
        table.add_row(span, str(each.n), f"{each.confidence:.2f}", of_bin(each, independent=report.scores.independent))
    return table


def _curve(report: DimensionReport) -> Table:
    table = plain_table("confidence from", "answered", "right")
    for each in report.curve[1::2]:
        table.add_row(
            f"{each.confidence:.2f}", f"{each.answered / report.scores.n:.0%}", f"{each.hits / each.answered:.2f}"
        )
    return table


def _tags(shares: Mapping[str, Share]) -> Table:
    table = plain_table("tag", "n", "right")
    for tag, each in shares.items():
        table.add_row(one_line(tag), str(each.n), interval(each))
    return table


def _all_mistakes(evaluation: Evaluation) -> Iterator[Mistake]:
    yield from (each for report in evaluation.dimensions.values() for each in report.mistakes)


def _mistakes(mistakes: Iterable[Mistake], most: int) -> Iterator[Text]:
    for each in surest(mistakes, most=most):
        text = Text(f"[{one_line(each.id)}] ", style="bold")
        text.append(f"{each.dimension}: wanted {each.wanted}, read as {each.given}", style="yellow")
        text.append(f" ({optional(each.confidence)})\n", style="yellow")
        text.append(f"    {one_line(each.excerpt)}\n", style="default")
        for term in each.terms:
            words = f"  “{one_line(term.text)}”" if term.text else ""
            text.append(f"        {term.pull:+.2f} towards {each.given}: {term.cue}{words}\n", style="dim")
        yield text


def _change(change: Change) -> list[str]:
    return [
        str(change.n),
        f"{change.before:.3f}",
        f"{change.after:.3f}",
        f"+{change.newly_right} −{change.newly_wrong}",
        f"{change.corrected:.3f}",
    ]


def plain_table(*headings: str) -> Table:
    """Return a table without lines: names to the left, figures to the right."""
    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(headings):
        table.add_column(heading, header_style="bold", justify="left" if number == 0 else "right", no_wrap=True)
    return table
