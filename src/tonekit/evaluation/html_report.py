"""An evaluation as one HTML file: figures, plots, and the mistakes with the words that decided."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from ..analysis import LANGUAGE
from ..foreign_text.fencing import one_line
from ..report.heat_map import heat_map
from ..report.line_plot import line_plot
from ..report.page import Section, cards, figure, heading, page, paragraph, table
from ..report.plots import Bar, bars
from .columns import ClassScores, Scores, Share
from .comparing import LEVEL, Comparison
from .evaluation import DimensionReport, Evaluation
from .formatting import FEW_OF_A_BIN, coverage, macro_f1_bounds, macro_f1_of, of_bin, of_label, optional, percent
from .macro_f1_interval import LEAST
from .mistakes import Mistake, Term
from .reservations import KNOWN_MESSAGES, reservations

_SUMMARY = (
    "dimension",
    "messages",
    "macro-F1",
    "95 % interval",
    "always the commonest",
    "accuracy",
    "95 % interval",
    "ECE",
    "90 % right",
)
_OF_LANGUAGES = f"With its 95 % interval; of fewer than {LEAST} messages in brackets itself, and without one."
_BINS_LEFT_OUT = f"Of fewer than {FEW_OF_A_BIN} answers the share that is right is only in the table."
_CHANGES = ("dimension", "verdict", "messages", "before", "after", "newly right", "newly wrong", "p", "McNemar's p")


def html_report(evaluation: Evaluation, comparison: Comparison | None = None) -> str:
    """Return the page. It loads nothing and runs nothing; every text of a customer is escaped."""
    languages = ", ".join(f"{code} {count}" for code, count in evaluation.languages.items())
    lead = (
        f"{evaluation.messages} labelled messages ({languages}). Read with ruleset {evaluation.ruleset}; "
        f"content of the file {evaluation.data}."
    )
    sections = [_overview(evaluation)]
    if comparison:
        sections.append(_compared(comparison, fitted_on=evaluation.fitted_on))
    if evaluation.tags:
        sections.append(_groups(evaluation))
    sections += [_dimension(name, evaluation) for name in evaluation.dimensions]
    return page(f"How well {one_line(evaluation.file)} is read", lead, _cards(evaluation), sections)


def _cards(evaluation: Evaluation) -> Markup:
    # The language is nearly always right: counted in, it would lift the mean of what people come to look at.
    scored = {name: each for name, each in evaluation.dimensions.items() if name != LANGUAGE} or evaluation.dimensions
    labels, wrong = sum(each.scores.n for each in scored.values()), sum(each.wrong for each in scored.values())
    without = ", language left out" if LANGUAGE in evaluation.dimensions and LANGUAGE not in scored else ""
    found = [
        (f"{evaluation.messages:,}", "messages"),
        (f"{labels:,}", f"labels{without}"),
        (percent(1 - wrong / labels if labels else None), f"of the labels read right{without}"),
    ]
    if scored:
        worst = min(scored, key=lambda name: scored[name].scores.macro_f1)
        mean = sum(each.scores.macro_f1 for each in scored.values()) / len(scored)
        found.append((f"{mean:.3f}", f"macro-F1, mean of the dimensions{without}"))
        found.append((f"{scored[worst].scores.macro_f1:.3f}", f"macro-F1 of the worst, {worst}"))
    return cards(found)


def _overview(evaluation: Evaluation) -> Section:
    lead = (
        "Macro-F1 is the mean over the labels, rare ones counting as much as common ones. ECE is how far confidence is "
        "from the share that is right. “90 % right”: the share of answers, the surest first, of which nine in ten are."
    )
    accuracies = [_accuracy_bar(name, each.scores.accuracy) for name, each in evaluation.dimensions.items()]
    blocks = [
        table(_SUMMARY, (_summary_row(name, each.scores) for name, each in evaluation.dimensions.items())),
        *map(paragraph, reservations(evaluation)),
        figure(bars(accuracies, title="Accuracy by dimension"), "Accuracy with its 95 % interval (Wilson)."),
    ]
    if len(evaluation.languages) > 1:
        blocks += [heading("Macro-F1 by language"), paragraph(_OF_LANGUAGES), _language_table(evaluation)]
    return Section("overview", "All dimensions", lead, blocks)


def _summary_row(name: str, scores: Scores) -> tuple[str, ...]:
    share = scores.accuracy
    return (
        name,
        f"{scores.n:,}",
        f"{scores.macro_f1:.3f}",
        macro_f1_bounds(scores),
        f"{scores.majority:.3f}",
        f"{share.value:.3f}",
        f"{share.low:.2f}–{share.high:.2f}",
        optional(scores.calibration_error),
        coverage(scores),
    )


def _language_table(evaluation: Evaluation) -> Markup:
    codes = list(evaluation.languages)
    rows = (
        (name, *(macro_f1_of(each.languages.get(code)) for code in codes))
        for name, each in evaluation.dimensions.items()
    )
    return table(("dimension", *(f"{code} ({count:,})" for code, count in evaluation.languages.items())), rows)


def _compared(comparison: Comparison, *, fitted_on: bool) -> Section:
    lead = (
        "p is the chance of such a difference in macro-F1 if neither run were better: a paired randomisation test, "
        f"corrected after Holm for the number of dimensions. Below {LEVEL:g} a difference counts."
    )
    rows = (
        (
            name,
            each.verdict,
            str(each.n),
            f"{each.before:.3f}",
            f"{each.after:.3f}",
            str(each.newly_right),
            str(each.newly_wrong),
            f"{each.corrected:.3f}",
            f"{each.mcnemar:.3f}",
        )
        for name, each in comparison.changes.items()
    )
    blocks = [table(_CHANGES, rows, texts=2)]
    if fitted_on:
        blocks.append(paragraph(KNOWN_MESSAGES))
    if comparison.left_out:
        blocks.append(paragraph(f"Messages left out, because new or changed: {comparison.left_out}."))
    return Section("compared", "Compared with the earlier run", lead, blocks)


def _groups(evaluation: Evaluation) -> Section:
    names, tags = list(evaluation.dimensions), list(evaluation.tags)
    shares = {(tag, name): share for tag in tags for name, share in evaluation.tags[tag].items()}
    plot = heat_map(
        {place: 1 - share.value for place, share in shares.items()},
        rows=tags,
        columns=names,
        title="Share read wrongly by tag and dimension",
        shown={place: f"{share.value:.2f}" for place, share in shares.items()},
        total=1.0,
    )
    counts = ", ".join(f"{one_line(tag)} {max(each.n for each in evaluation.tags[tag].values())}" for tag in tags)
    lead = "Share read right; the darker, the more is read wrongly."
    return Section("tags", "Groups by tag", lead, [figure(plot, f"Messages: {counts}.")])


def _dimension(name: str, evaluation: Evaluation) -> Section:
    report = evaluation.dimensions[name]
    scores = report.scores
    share = scores.accuracy
    lead = (
        f"Macro-F1 {scores.macro_f1:.3f} of {scores.n:,} messages; {percent(share.value)} right (95 % interval "
        f"{percent(share.low)} to {percent(share.high)}). Always answering the commonest label would give "
        f"{scores.majority:.3f}."
    )
    blocks = [_classes(report), heading("What was answered"), *_confusion(report)]
    blocks += _confidence(report)
    if report.wrong and (groups := evaluation.shares(name)):
        rows = [_accuracy_bar(f"{one_line(tag)} ({each.n})", each) for tag, each in groups.items()]
        blocks += [heading("By tag"), figure(bars(rows, title=f"{name}: share right by tag"))]
    return Section(name, name, lead, [*blocks, *_mistakes(report)])


def _classes(report: DimensionReport) -> Markup:
    rows = (
        (label, each.n, each.given, *_shares(each, report.scores), f"{each.f1:.2f}")
        for label, each in report.classes.items()
    )
    return table(("label", "messages", "answered", "precision (95 %)", "recall (95 %)", "F1"), rows)


def _shares(each: ClassScores, scores: Scores) -> tuple[str, str]:
    shares = ((each.precision, each.given), (each.recall, each.n))
    precision, recall = (of_label(share, n, independent=scores.independent) for share, n in shares)
    return precision, recall


def _confusion(report: DimensionReport) -> Iterator[Markup]:
    counts = {(truth, answer): n for truth, row in report.confusion.items() for answer, n in row.items()}
    totals = {truth: sum(row.values()) for truth, row in report.confusion.items()}
    plot = heat_map(
        {place: n / totals[place[0]] for place, n in counts.items()},
        rows=list(report.confusion),
        columns=list(report.classes),
        title="Confusion matrix",
        shown={place: str(n) for place, n in counts.items()},
        total=1.0,
    )
    yield figure(plot, "Rows are the labels of the file, columns the answers; shades are shares of a row.")


def _confidence(report: DimensionReport) -> Iterator[Markup]:
    bins, cuts = report.reliability, report.curve
    if not bins:
        return
    places = [f"{each.low:.1f}–{each.high:.1f}" for each in bins]
    sure = [each.confidence for each in bins]
    # One answer alone is right or wrong throughout, and would draw a line from top to bottom.
    right = [each.hits / each.n if each.n >= FEW_OF_A_BIN else None for each in bins]
    alone = report.scores.independent
    yield heading("How far confidence can be trusted")
    if len(bins) > 1:
        plot = line_plot(places, {"right": right, "confidence": sure}, title="Confidence and share right", top=1.0)
        yield figure(plot, f"Where the lines meet, confidence says how often the answer is right. {_BINS_LEFT_OUT}")
    rows = (
        (place, each.n, optional(each.confidence), of_bin(each, independent=alone))
        for place, each in zip(places, bins, strict=True)
    )
    yield table(("confidence", "answers", "mean", "right (95 %)"), rows)
    yield heading("Coverage against precision")
    answered = [f"{each.answered / report.scores.n:.0%}" for each in cuts]
    plot = line_plot(answered, {"right": [each.hits / each.answered for each in cuts]}, title="Coverage", top=1.0)
    yield figure(plot, "What is right if only the surest answers count: from left to right more of them.")


def _mistakes(report: DimensionReport) -> Iterator[Markup]:
    if report.mistakes:
        shown = len(report.mistakes)
        more = f", the {shown} surest" if shown < report.wrong else ", the surest first" if shown > 1 else ""
        yield heading(f"{report.wrong} mistake{'s' if report.wrong > 1 else ''}{more}")
        for each in report.mistakes:
            yield _mistake(each)


def _mistake(mistake: Mistake) -> Markup:
    said = f"{one_line(mistake.id)}: wanted {mistake.wanted}, read as {mistake.given} ({optional(mistake.confidence)})"
    rows = (_term_row(term) for term in mistake.terms)
    terms = table(("found", "words", f"towards {mistake.given}"), rows, texts=2) if mistake.terms else Markup("")
    return Markup("<details><summary>{}</summary><blockquote>{}</blockquote>{}</details>").format(
        said, mistake.excerpt, terms
    )


def _term_row(term: Term) -> tuple[str, str, str]:
    return term.cue, term.text, f"{term.pull:+.2f}"


def _accuracy_bar(name: str, share: Share) -> Bar:
    return Bar(name, share.value, f"{share.value:.2f}", low=share.low, high=share.high)
