"""Which words stand for persons, organisations and places, in the words of reports from the field."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.read import entities
from testimonia.read.entities import Kind, Manner
from tests.read.telling import book


def found(text: str, kind: Kind, manner: Manner | None = None) -> list[str]:
    return [e.text for e in entities.find(text, book()) if e.kind is kind and manner in (None, e.manner)]


def test_forces_of_a_state_are_one_organisation_and_no_place() -> None:
    text = "French forces left the camp."
    assert found(text, Kind.ORGANISATION) == ["French forces"]
    assert found(text, Kind.PLACE) == ["the camp"]


def test_a_government_is_named_with_its_country() -> None:
    assert found("The government of Chad refused.", Kind.ORGANISATION) == ["The government of Chad"]


def test_a_town_is_named_with_the_province_it_lies_in() -> None:
    assert "the town of Palermo" in found("Rockets hit the town of Palermo.", Kind.PLACE)


def test_one_is_a_person_and_several_are_a_body() -> None:
    text = "A nurse hid while two soldiers searched the clinic."
    assert found(text, Kind.PERSON) == ["A nurse"]
    assert found(text, Kind.ORGANISATION) == ["two soldiers"]


def test_pronouns_stand_for_persons_and_bodies() -> None:
    text = "She said they had left."
    assert found(text, Kind.PERSON, Manner.PRONOUN) == ["She"]
    assert found(text, Kind.ORGANISATION, Manner.PRONOUN) == ["they"]


def test_a_place_may_be_given_in_degrees() -> None:
    assert "33°47′N 44°30′E" in found("The cache lay at 33°47′N 44°30′E.", Kind.PLACE)


def test_a_singular_without_article_names_nobody() -> None:
    assert found("They rejected the use of force.", Kind.ORGANISATION, Manner.NOUN) == []


_WORDS = st.sampled_from(
    [
        "The",
        "French",
        "army",
        "said",
        "Colonel",
        "Marwood",
        "of",
        "in",
        "Chad",
        ",",
        "(",
        ")",
        "KVRF",
        "she",
        "they",
        "\n\n",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_WORDS, max_size=14).map(" ".join))
def test_every_entity_spans_its_own_words_and_none_of_a_kind_overlap(text: str) -> None:
    listed = entities.find(text, book())
    assert all(text[e.start : e.end] == e.text for e in listed)
    assert [e.start for e in listed] == sorted(e.start for e in listed)
    for kind in Kind:
        of_kind = [e for e in listed if e.kind is kind]
        assert all(a.end <= b.start for a, b in pairwise(of_kind))
