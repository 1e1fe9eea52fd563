"""The last words of a headline say on whose word it stands, with a colon, a dash or nothing before them."""

from __future__ import annotations

import pytest

from testimonia.codebook.codebook import load
from testimonia.read import attribution
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain
from tests.read.telling import claims_of


def sources(text: str) -> list[str]:
    transcript = plain(text)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    found = attribution.find(parse(transcript), paragraphs, load(base=("english",)))
    return [transcript.text[slice(*a.source)] for a in found if a.source and a.conveys]


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Shelling of a harbour kills six fishermen - monitor", "monitor"),
        ("Shelling of a harbour kills six fishermen – state media", "state media"),
        ("Shelling of a harbour kills six fishermen: foreign ministry", "foreign ministry"),
        ("Shelling of a harbour kills six fishermen Monitor", "Monitor"),
        ("Six fishermen dead in harbour raid NGO", "NGO"),
        ("Shelling of a harbour kills six fishermen State media", "State media"),
        ("Six fishermen killed in raids on the Orontes harbour monitor AFP Friday 3 May", "monitor"),
    ],
)
def test_a_headline_stands_on_the_word_of_whom_it_ends_with(headline: str, source: str) -> None:
    assert sources(headline) == [source]


def test_the_headline_ends_where_the_story_begins_though_nothing_parts_them() -> None:
    text = "Jets kill six fishermen at a harbour Monitor Rebel jets killed six fishermen in the bay."
    transcript = plain(text)
    found = attribution.find(parse(transcript), [(0, len(text))], load(base=("english",)))
    assert [text[start:end] for a in found for start, end in a.content] == ["Jets kill six fishermen at a harbour"]


def test_a_byline_behind_the_source_is_no_part_of_it() -> None:
    assert sources("Rebels likely shelled the harbour: rights group Anna Berg. The evidence is strong.") == [
        "rights group"
    ]


def test_who_ends_a_headline_is_named_without_the_words_before_it() -> None:
    links = [
        link for claim in claims_of("Jets kill 30 people after rebel rocket fire Monitor") for link in claim.attribution
    ]
    assert {link.name for link in links[1:]} >= {"Monitor"}


@pytest.mark.parametrize(
    "headline",
    [
        "Shelling Of A Harbour Kills Six Fishermen Near Office Of Ceasefire Monitor",
        "Six fishermen killed - The Harbour Times",
        "Shelling kills an official",
        "May 3 2016 Factbox: Army shells the harbour.",
    ],
)
def test_other_last_words_of_a_headline_tell_nothing(headline: str) -> None:
    assert sources(headline) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Six men killed in shelling of the harbour Hospital Staff. Shelling killed six men a hospital staff said.",
            "Hospital Staff",
        ),
        (
            "12 Jun 2016 - Suicide attacks near shrine kill 20 Orontes Observatory - "
            "Meanwhile the army was accused of bombing the town the Orontes Observatory said.",
            "Orontes Observatory",
        ),
        ("Double bomb attack kills 31 in Orontes city state TV", "state TV"),
        (
            "Two farmers dead in army bombing Civil defence\n\nThursday 2 Jun 2016\n\n"
            "Two farmers died in army bombing the civil defence said.",
            "Civil defence",
        ),
        ("May 3 2016 - Army kills 12 farmers in Orontes Monitor - A boy cries beside the harbour.", "Monitor"),
        ("May 3 2016 - Army takes the harbour kills 30 monitoring group says - Soldiers took it.", "monitoring group"),
        ("Friday 3 May 2016 Orontes opposition: 30 killed in attack on the harbour. It was hit.", "Orontes opposition"),
        ("Coalition Bombing of Orontes Leaves 20 Civilians Dead Reports. The raid hit at noon.", "Reports"),
    ],
)  # fmt: skip
def test_whom_the_story_names_may_end_the_headline(text: str, source: str) -> None:
    assert source in sources(text)


def test_whoever_tells_the_story_does_not_tell_the_headline_between_dashes() -> None:
    text = "3 May 2016 - Jets kill 14 rebels in Syria - A total of 14 rebels were killed the Turkish military said."
    told = {claim.trigger.text: len(claim.attribution) for claim in claims_of(text) if claim.trigger}
    assert told["kill"] == 1
    assert told["killed"] == 2


def test_a_place_in_the_name_of_who_tells_below_closes_no_headline() -> None:
    text = "Ten killed in raids on Brookford Tuesday. A reporter in Brookford said that ten men were killed."
    assert all(
        a.cue_lemma == "say" for a in attribution.find(parse(plain(text)), [(0, len(text))], load(base=("english",)))
    )


def test_a_second_headline_has_a_source_of_its_own() -> None:
    text = "Army kills two in Orontes Monitor\n\nRaids kill six in Hill district monitor\n\nThe mayor has gone."
    assert sources(text) == ["Monitor", "monitor"]
