"""The valence engine: each correction by its name, and what holds for any text."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tonekit.errors import UnknownNameError
from tonekit.languages.loading import load_pack
from tonekit.languages.pack import Boosters, LanguagePack, ValenceFile
from tonekit.reading.valence.lexicon import _vader_lexicon
from tonekit.reading.valence.rules import valence_rules
from tonekit.reading.valence.scoring import ALL_CORRECTIONS, CORRECTIONS, ValenceLexicon, score_sentence

_TOKEN = re.compile(r"[:;]-?[()DPp/]|<3|\w+(?:['-]\w+)*|[^\w\s]")


def tokens_of(text: str) -> list[str]:
    return _TOKEN.findall(text)


def pack(
    code: str = "en",
    *,
    up: str = "very|really|so|terribly",
    down: str = "kind of|slightly|not very",
    negations: str = "not|no|never|don't|does not|without",
    contrast: str = "but|however|though|on the other hand",
    lexicon: dict[str, float] | None = None,
) -> LanguagePack:
    valence = ValenceFile(
        boosters=Boosters(up=tuple(up.split("|")), down=tuple(down.split("|"))),
        negations=tuple(negations.split("|")),
        contrast=tuple(contrast.split("|")),
    )
    absent = cast(Any, None)
    return LanguagePack(code, absent, valence, absent, absent, {}, {}, lexicon or {})


GERMAN = pack(
    "de",
    up="sehr|wahnsinnig",
    down="ein bisschen",
    negations="nicht|gar nicht|kein|nie",
    contrast="aber|allerdings",
    lexicon={"gut": 2.0, "schlecht": -2.0, "gefällt": 2.0, "leider": -1.5, "wahnsinnig": -1.0, "mag": 1.8},
)
SWEDISH = pack("sv", negations="inte|aldrig", contrast="men", lexicon={"gillar": 2.0, "bra": 2.0, "dålig": -2.0})
NORWEGIAN = pack("nb", negations="ikke|aldri", contrast="men", lexicon={"liker": 2.0, "bra": 2.0, "dårlig": -2.0})
DANISH = pack("da", negations="ikke|aldrig", contrast="men", lexicon={"elsker": 2.5, "god": 2.0, "dårlig": -2.0})


def without(name: str) -> tuple[str, ...]:
    assert name in ALL_CORRECTIONS
    return tuple(other for other in ALL_CORRECTIONS if other != name)


def compound(text: str, of: LanguagePack, corrections: tuple[str, ...] = ALL_CORRECTIONS) -> float:
    return score_sentence(tokens_of(text), ValenceLexicon.for_pack(of, corrections=corrections)).compound


ENGLISH = pack(lexicon={"crashes": -2.0, "works": 1.5, "helpful": 2.2, "terribly": -2.0})


EN, DE, SV, NB, DA = ENGLISH, GERMAN, SWEDISH, NORWEGIAN, DANISH
# correction, language, sentence, sign with the correction, sign without any other change but its absence
CASES: list[tuple[str, LanguagePack, str, int, int]] = [
    ("support_words", EN, "The app crashes on start", -1, 0),
    ("support_words", EN, "The export works again", 1, 0),
    ("courtesy_words", EN, "Dear support team, please, thanks. Best regards", 0, 1),
    ("courtesy_words", EN, "I hope you are well", 0, 1),
    ("technical_words", EN, "How do I kill a process that is dead", 0, -1),
    ("technical_words", EN, "How do I share my alert settings securely", 0, 1),
    ("technical_words", EN, "Kindly improve your performance", 0, 1),
    ("language_words", EN, "The parcel was hardly terribly good", 1, -1),
    ("phrases_as_words", EN, "I would like to know the opening hours", 0, 1),
    ("phrases_as_words", EN, "Yeah right, a lot of parcels", -1, 0),
    ("booster_or_feeling", EN, "It is terribly slow", -1, 0),
    ("clause_bounds", EN, "It does not work, terrible", -1, 1),
    ("clause_bounds", EN, "It is not bad but great", 1, -1),
    ("clause_bounds", DE, "Es geht nicht, schlecht", -1, 1),
    ("void_negations", EN, "It is not only good", 1, -1),
    ("void_negations", EN, "I couldn't be happier", 1, -1),
    ("void_negations", DE, "Das ist nicht nur gut", 1, -1),
    ("void_negations", SV, "Support är inte bara bra", 1, -1),
    ("void_negations", NB, "Det er ikke bare bra", 1, -1),
    ("void_negations", DA, "Den er ikke kun god", 1, -1),
    ("postposed_negation", DE, "Das gefällt mir gar nicht", -1, 1),
    ("postposed_negation", DE, "Ich mag das nicht", -1, 1),
    ("postposed_negation", SV, "Jag gillar det inte", -1, 1),
    ("postposed_negation", NB, "Vi liker det ikke", -1, 1),
    ("postposed_negation", DA, "Jeg elsker det ikke", -1, 1),
    ("contrast_rule", EN, "The team is great, however the page is awful", -1, 1),
    ("contrast_rule", DE, "Der Laden ist gut, allerdings ist die App schlecht", -1, 0),
    ("contrast_rule", SV, "Butiken är bra men appen är dålig", -1, 0),
    ("contrast_rule", NB, "Butikken er bra men appen er dårlig", -1, 0),
    ("contrast_rule", DA, "Butikken er god men appen er dårlig", -1, 0),
]


@pytest.mark.parametrize(
    ("name", "of", "sentence", "corrected", "uncorrected"),
    CASES,
    ids=[f"{name}: {text}" for name, _, text, *_ in CASES],
)
def test_correction(name: str, of: LanguagePack, sentence: str, corrected: int, uncorrected: int) -> None:
    """The named correction, and no other, gives the sentence its sign."""
    assert _sign(compound(sentence, of)) == corrected
    assert _sign(compound(sentence, of, without(name))) == uncorrected


def _sign(value: float) -> int:
    return (value > 0.01) - (value < -0.01)


def valences(text: str, of: LanguagePack, corrections: tuple[str, ...] = ALL_CORRECTIONS) -> list[float]:
    scored = score_sentence(tokens_of(text), ValenceLexicon.for_pack(of, corrections=corrections))
    return [round(term.valence, 3) for term in scored.terms]


def test_contrast_rule_goes_by_place() -> None:
    """Equal values do not take each other's place, which vaderSentiment's search by value makes them do."""
    two_and_one = pack("xx", lexicon={"fine": 2.0, "neat": 1.0})
    assert valences("fine but neat", two_and_one) == [1.0, 1.5]


def test_contrast_rule_takes_the_last_word_of_contrast() -> None:
    """Of several contrast words the last decides; one at the end of the sentence has nothing to weigh."""
    english = pack(lexicon={"bad": -2.0, "great": 2.0})
    assert valences("bad but great however bad", english) == [-1.0, 1.0, -3.0]
    assert valences("It was great though.", english) == [2.0]


def test_never_so_needs_its_never() -> None:
    """A word behind "so" is no stronger than "so" makes it; behind "never so" it is."""
    assert valences("Today it is so good", ENGLISH) == [2.193]
    assert valences("Today it is so good", ENGLISH, without("never_so")) == [2.741]
    assert valences("It was never so good", ENGLISH) == [2.741]


def test_phrases_as_words_weaken_and_negate() -> None:
    """As one word, "kind of" weakens bad words too and wherever it stands, and "not very" turns as "not" does."""
    assert valences("kind of bad", ENGLISH) == [-2.207]
    assert valences("the page is kind of bad", ENGLISH, without("phrases_as_words")) == [-2.793]
    assert valences("I am not very happy", ENGLISH) == [-1.781]


@pytest.mark.parametrize(
    ("sentence", "corrected", "uncorrected"),
    [
        ("THIS IS BAD!", [-2.5], [-2.5]),
        ("THIS IS BAD 4711", [-2.5], [-3.233]),
        ("I'M MAD :)", [-2.2, 2.0], [-2.933, 2.0]),
        ("This is BAD", [-3.233], [-3.233]),
        ("A VERY bad day", [-3.526], [-3.526]),
    ],
)
def test_whole_caps_are_no_emphasis(sentence: str, corrected: list[float], uncorrected: list[float]) -> None:
    """Capitals count only beside words without; figures and emoticons do not make the difference."""
    assert valences(sentence, ENGLISH) == corrected
    assert valences(sentence, ENGLISH, without("whole_caps")) == uncorrected


def test_sarcasm_veto_drops_good_words() -> None:
    """Good words under a sarcasm cue are dropped, bad ones stay, and the switch keeps both."""
    tokens = tokens_of("Great, another awful update")
    vetoed = score_sentence(tokens, ValenceLexicon.for_pack(ENGLISH), vetoed=range(len(tokens)))
    assert [tokens[term.index] for term in vetoed.terms] == ["awful"]
    off = ValenceLexicon.for_pack(ENGLISH, corrections=without("sarcasm_veto"))
    assert score_sentence(tokens, off, vetoed=range(len(tokens))) == score_sentence(tokens, off)


@pytest.mark.parametrize("sentence", ["Das geht leider nicht", "Das ist gut und nicht schlecht"])
def test_postposed_negation_never_makes_worse_of_the_rest(sentence: str) -> None:
    """A negation behind a bad word leaves it bad, and one with its own bad word behind it leaves the good one good."""
    assert valences(sentence, GERMAN)[0] == valences(sentence, GERMAN, without("postposed_negation"))[0]


def test_booster_or_feeling_is_settled_by_the_next_word() -> None:
    """A word in both lists boosts a word with a valence, and feels for itself elsewhere."""
    assert valences("Das ist wahnsinnig gut", GERMAN) == [2.293]
    assert valences("Das ist wahnsinnig", GERMAN) == [-1.0]


def test_clause_bounds_stop_boosters() -> None:
    """A booster does not reach over a comma, as it does in VADER."""
    assert valences("sehr, gut", GERMAN) == [2.0]
    assert valences("sehr, gut", GERMAN, without("clause_bounds")) == [2.293]


def test_support_words_win_over_vader() -> None:
    """The pack has the last word on a word of VADER's; 0 takes its valence away, even of a silenced one."""
    changed = pack(lexicon={"happy": 0.0, "good": 1.0, "problem": -1.0})
    assert valences("a happy good problem", changed) == [1.0, -1.0]


def test_language_words_replace_those_of_vader() -> None:
    """English takes boosters and negations from its pack, and from VADER where the correction is off."""
    assert valences("extremely good", ENGLISH) == [1.9]
    assert valences("extremely good", ENGLISH, without("language_words")) == [2.193]


def test_every_correction_has_a_test() -> None:
    """No correction stands in the list without a reason and a case here."""
    named = {case[0] for case in CASES} | {name for name in globals() if name.startswith("test_")}
    for name, reason in CORRECTIONS.items():
        assert len(reason) > 40
        assert any(name == test or test.startswith(f"test_{name}") for test in named)


def test_unknown_corrections_are_refused() -> None:
    """A misspelt correction is an error that names the right one."""
    with pytest.raises(UnknownNameError, match="whole_caps"):
        ValenceLexicon.for_pack(ENGLISH, corrections=("whole_cap",))


def test_silenced_words_are_words_of_vader() -> None:
    """Every silenced word stands in VADER's lexicon, and in one list alone."""
    silenced = valence_rules().silenced
    words = silenced.courtesy_words + silenced.technical_words + silenced.matter_words
    assert [word for word in words if word not in _vader_lexicon()] == []
    assert len(words) == len(set(words))


def test_terms_explain_the_sum() -> None:
    """The terms name their tokens, and the sums are the terms and the marks."""
    tokens = tokens_of("Good, bad, good!!")
    scored = score_sentence(tokens, ValenceLexicon.for_pack(ENGLISH))
    assert [(term.index, term.valence) for term in scored.terms] == [(0, 1.9), (2, -2.5), (4, 1.9)]
    assert scored.positive == pytest.approx(3.8 + 2 * 0.292)
    assert scored.negative == -2.5


@pytest.mark.parametrize("of", [ENGLISH, GERMAN, SWEDISH, pack("xx")], ids=lambda of: of.code)
def test_long_sentences_end(of: LanguagePack) -> None:
    """200,000 tokens of the costliest kind are scored in one pass; a quadratic engine would not come back."""
    tokens = ["not", "very", "GOOD", "but", "kind", "of", "no", "on", "the", "other", "gut", "nicht", "!"] * 15_400
    lexicon = ValenceLexicon.for_pack(of)
    assert -1 <= score_sentence(tokens, lexicon, vetoed=range(0, len(tokens), 2)).compound <= 1


_TELLING = "no not never so good bad without doubt kind of least but GOOD , ! ? gut nicht aber leider gefällt".split()
_ANY_TOKEN = st.one_of(st.text(max_size=12), st.sampled_from(_TELLING))
_LEXICONS = [
    ValenceLexicon.for_pack(of, corrections=names) for of in (ENGLISH, GERMAN) for names in (ALL_CORRECTIONS, ())
]


@given(st.lists(_ANY_TOKEN, max_size=40), st.sets(st.integers(-5, 50)), st.sampled_from(_LEXICONS))
def test_any_tokens_have_a_valence(tokens: list[str], vetoed: set[int], lexicon: ValenceLexicon) -> None:
    """Whatever comes, the compound lies in −1 … 1, follows from the sums, and is the same again."""
    scored = score_sentence(tokens, lexicon, vetoed=vetoed)
    total = scored.positive + scored.negative
    assert -1 <= scored.compound <= 1
    assert scored.negative <= 0 <= scored.positive
    assert scored.compound == pytest.approx(total / (total * total + 15) ** 0.5)
    assert [term.index for term in scored.terms] == sorted({term.index for term in scored.terms})
    assert scored == score_sentence(tuple(tokens), lexicon, vetoed=sorted(vetoed))


_IDIOMS = "in to out of at the end my wits rope on cloud nine hell pay good gut nicht ans herz auf den keks".split()
_SHIPPED = [ValenceLexicon.for_pack(load_pack(code)) for code in ("en", "de")]


@given(st.lists(st.one_of(st.sampled_from(_IDIOMS), st.text(max_size=5)), max_size=20), st.sampled_from(_SHIPPED))
def test_what_feels_nothing_has_no_terms(tokens: list[str], lexicon: ValenceLexicon) -> None:
    """A sentence that is passed over for its words is one that the rules find nothing in."""
    if lexicon.feels_nothing([token.lower() for token in tokens]):
        assert score_sentence(tokens, lexicon).terms == ()
