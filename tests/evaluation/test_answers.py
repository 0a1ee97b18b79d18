"""What was answered stands beside what was wanted, and a wrong answer brings its words."""

from __future__ import annotations

import pytest

import tonekit
from tonekit.evaluation.answers import answer_of, answered, fingerprint, grouped, two_classes
from tonekit.evaluation.labelled import LabelledMessage
from tonekit.evaluation.mistakes import Mistake, surest
from tonekit.explanations.shown_evidence import shown_terms

CROSS = "This is the third time I write and still nothing since Monday."


def test_right_answer_is_no_mistake() -> None:
    """Labels that are right bring no mistake; every dimension is answered, labelled or not."""
    found = answered(LabelledMessage("m1", CROSS, {"mood": "frustrated"}, ("chat",)), tonekit.analyze(CROSS))

    assert (found.id, found.tags, found.language, found.mistakes) == ("m1", ("chat",), "en", ())
    assert found.given["mood"].label == "frustrated"
    assert "urgency" in found.given


def test_wrong_answer_brings_the_words_that_decided() -> None:
    """A mistake names both labels, how sure it was, and what weighed most between the two."""
    analysis = tonekit.analyze(CROSS)
    [wrong] = answered(LabelledMessage("m1", CROSS, {"mood": "enthusiastic"}), analysis).mistakes

    assert (wrong.dimension, wrong.wanted, wrong.given) == ("mood", "enthusiastic", "frustrated")
    assert wrong.confidence == analysis.mood.confidence
    assert wrong.excerpt == CROSS
    assert ("contact.unanswered", True) in [(term.cue, term.pull > 0) for term in wrong.terms]


def test_a_form_is_one_group() -> None:
    """Messages that differ in numbers or a word are one group, others are each their own; nothing else is changed."""
    texts = ("Claim form 17, water damage, please pay soon", "Claim form 18, water damage, please pay soon", "Thanks!")
    read = [answered(LabelledMessage(text, text, {"mood": "neutral"}), tonekit.analyze(text)) for text in texts]
    found = grouped(read, texts)

    assert found[0].group == found[1].group != found[2].group
    assert [each.id for each in found] == list(texts)
    assert len({each.group for each in read}) == len(texts)


def test_answer_is_held_to_profile_and_template() -> None:
    """Where an answer is expected, style and reply are compared too."""
    expected = {"profile.empathy": "acknowledge", "profile.cheer": "true", "template": "no_such_reply"}
    result = tonekit.personalize(CROSS)
    found = answered(LabelledMessage("m1", CROSS, {}, expected=expected), result)

    assert [wrong.dimension for wrong in found.mistakes] == ["profile.cheer", "template"]
    assert found.given["profile.cheer"].label == "false"
    assert result.reply is not None
    assert found.given["template"].label == result.reply.name


def test_expecting_an_answer_needs_one() -> None:
    """Without a result nothing can be said about the style, and that is an error, not a pass."""
    message = LabelledMessage("m1", CROSS, {}, expected={"profile.tone": "warm"})

    with pytest.raises(TypeError, match=r"'m1' expects profile\.tone"):
        answered(message, tonekit.analyze(CROSS))


def test_label_can_be_taken_among_some() -> None:
    """Of a set that knows two of three classes the likelier of the two is the answer, with a confidence of its own."""
    analysis = tonekit.analyze(CROSS)
    shares = analysis.mood.probabilities
    answer = answer_of(analysis, "mood", among=("neutral", "enthusiastic"))

    assert answer.label == max(("neutral", "enthusiastic"), key=lambda label: shares[label])
    assert answer.confidence == pytest.approx(shares[answer.label] / (shares["neutral"] + shares["enthusiastic"]))


def test_two_classes_are_found_where_a_third_is_left_out() -> None:
    """Only a dimension of which exactly two labels occur is one of two classes; language never is."""
    labels = [
        {"mood": "frustrated", "urgency": "none", "language": "en", "role": "consumer"},
        {"mood": "neutral", "urgency": "none", "language": "de", "role": "unknown"},
        {"role": "technician"},
    ]

    assert two_classes(labels) == {"mood": ("frustrated", "neutral")}


def test_mistake_among_two_classes_names_the_answer_that_was_taken() -> None:
    """The words of a mistake lie between the two labels that were to choose from."""
    read = tonekit.analyze(CROSS).mood
    wanted, given = sorted(("neutral", "enthusiastic"), key=read.probabilities.__getitem__)
    message = LabelledMessage("m1", CROSS, {"mood": wanted})
    [wrong] = answered(message, tonekit.analyze(CROSS), among={"mood": ("neutral", "enthusiastic")}).mistakes
    shown = shown_terms(read, lambda weights: weights.get(given, 0.0) - weights.get(wanted, 0.0))

    assert read.label == "frustrated"
    assert wrong.given == given
    assert [(term.cue, term.pull) for term in wrong.terms] == [(term.cue, term.pull) for term in shown[:5]]


def test_excerpt_is_one_line_without_control_signs() -> None:
    """What a customer sent cannot move the cursor of the terminal that shows it."""
    text = "Still\x1b[2J nothing\x07!\n\nAgain \u202e. " + "word " * 500
    [wrong] = answered(LabelledMessage("m1", text, {"mood": "enthusiastic"}), tonekit.analyze(text)).mistakes

    assert wrong.excerpt.isprintable()
    assert len(wrong.excerpt) <= 300


def test_fingerprint_takes_any_text() -> None:
    """Half signs do not stop it, and another text has another one."""
    assert fingerprint("\ud800") != fingerprint("a")
    assert fingerprint("a") == fingerprint("a")


def test_mistakes_of_like_messages_are_shown_once() -> None:
    """The surest mistakes come first, and ten mails of one wording do not push all others out."""
    mistakes = [Mistake(str(number), "mood", "neutral", "frustrated", 0.9, "the same words") for number in range(10)]
    other = Mistake("other", "mood", "neutral", "frustrated", 0.5, "other words")
    first = Mistake("first", "mood", "neutral", "frustrated", 0.95, "the same words")

    assert surest([other, *mistakes, first], most=5) == (first, other)
