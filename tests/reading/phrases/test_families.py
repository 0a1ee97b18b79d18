"""Which groups have a word of every family in a text is told as by one who looks for each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tonekit.languages.pack import Group
from tonekit.reading.phrases.families import Families

WORDS = st.sampled_from("abcdefgh")
GROUPS = st.lists(
    st.lists(st.lists(WORDS, min_size=1, max_size=4, unique=True).map(tuple), min_size=2, max_size=4).map(
        lambda families: Group(tuple(families))
    ),
    max_size=6,
)


@given(groups=GROUPS, words=st.lists(WORDS, max_size=12))
def test_finds_the_groups_that_are_whole(groups: list[Group], words: list[str]) -> None:
    """Every word of every group that has one of each family, and no word of another group."""
    families = Families({"!alert.x": groups})
    keys = {phrase: key for key, phrase in families.pieces()}
    hits = [(keys[word], place, place + 1) for place, word in enumerate(words) if word in keys]

    whole = [group for group in groups if all(set(family) & set(words) for family in group.families)]
    expected = sorted(
        (number, place)
        for group in whole
        for number, family in enumerate(group.families)
        for place, word in enumerate(words)
        if word in family
    )
    assert sorted((number, first) for _, number, first, _ in families.meeting(hits)) == expected


def test_what_silences_need_not_be_there() -> None:
    """A group meets without the words behind `&!`; where they stand they are told as one family more."""
    families = Families({"!alert.x": [Group((("a",), ("b",)), unless=("c",)), Group((("a",), ("b",), ("d",)))]})
    keys = {phrase: key for key, phrase in families.pieces()}

    def met(words: str) -> list[int]:
        return [place for _, place, _, _ in families.meeting([(keys[word], 0, 1) for word in words])]

    assert (met("ab"), met("abc"), met("ac"), met("c")) == ([0, 1], [0, 1, 2], [], [])


def test_a_word_has_one_key() -> None:
    """A word of many families is looked for once; words of the same families share a key."""
    groups = [Group((("wipe", "delete"), ("data",))), Group((("wipe", "delete"), ("file",)))]
    pieces = list(Families({"!alert.erasure": groups}).pieces())

    assert [phrase for _, phrase in pieces] == ["wipe", "delete", "data", "file"]
    assert pieces[0][0] == pieces[1][0]
    assert len({key for key, _ in pieces}) == 3
