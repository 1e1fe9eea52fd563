"""How somebody stands to somebody by the noun that says so."""

from __future__ import annotations

import pytest

from testimonia.model.claim import Claim, Kind
from tests.read.telling import claims_of


def told(sentence: str) -> list[Claim]:
    """The relations of a sentence."""
    return [claim for claim in claims_of(sentence) if claim.kind is Kind.RELATION]


@pytest.mark.parametrize(
    ("sentence", "relation", "actor", "recipient"),
    [
        ("A bomber from Al-Qaeda's Syrian affiliate Al-Nusra Front hit the post.", "AFFILIATED_WITH", "Nusra", "Qaeda"),
        ("Eritrea is Ethiopia's strongest regional ally.", "SUPPORTS", "Eritrea", "Ethiopia"),
        ("The M23, a proxy of Rwanda, entered Goma.", "COMMANDS", "Rwanda", "M23"),
        ("An alliance of Kurds and Arabs advanced on Manbij.", "FIGHTS_ALONGSIDE", "Kurdish", "Arabs"),
        ("Fighters of the Al-Qaeda-linked Al-Nusra Front left.", "AFFILIATED_WITH", "Nusra", "Qaeda"),
    ],
)
def test_a_noun_of_bond_ties_whoever_is_called_so_to_its_owner(
    sentence: str, relation: str, actor: str, recipient: str
) -> None:
    (claim,) = [claim for claim in told(sentence) if claim.type == relation]
    assert [actor in mention.name for mention in claim.actors] == [True]
    assert [recipient in mention.name for mention in claim.recipients] == [True]


@pytest.mark.parametrize(
    ("sentence", "actor", "place"),
    [
        ("Idlib is a stronghold of the rebels.", "rebels", "Idlib"),
        ("The Houthis are firmly in control of Sanaa.", "Houthis", "Sanaa"),
        ("Most of Idlib province is under the control of the rebels.", "rebels", "Idlib Governorate"),
        ("The army established control over Aleppo.", "army", "Aleppo"),
        ("Rebel-held areas of Aleppo were hit on Monday.", "rebels", "Aleppo"),
    ],
)
def test_whoever_has_a_hold_on_ground_controls_it(sentence: str, actor: str, place: str) -> None:
    (claim,) = [claim for claim in told(sentence) if claim.type == "CONTROLS"]
    assert [actor.lower() in mention.name.lower() for mention in claim.actors] == [True]
    assert [found.name for found in claim.places] == [place]
    assert claim.period is None


@pytest.mark.parametrize(
    "sentence",
    [
        "They are locked in a fight for control of the border region.",
        "Syria's civil war has killed thousands.",
        "The raid was part of a wider offensive by Al-Qaeda.",
        "The army lost control of Homs.",
        "The Houthis are an offshoot of Al-Qaeda.",  # an offshoot is a part no longer
    ],
)
def test_what_names_no_two_parties_or_no_holder_is_no_bond(sentence: str) -> None:
    assert not [claim for claim in told(sentence) if claim.type in ("CONTROLS", "PART_OF", "FIGHTS")]


@pytest.mark.parametrize(
    ("sentence", "relation", "actor", "recipient"),
    [
        ("The Houthis, mainly comprising Zaydi fighters, marched on.", "PART_OF", "Zaydi", "Houthis"),
        ("Uganda will join Rwanda in fighting the M23.", "FIGHTS_ALONGSIDE", "Uganda", "Rwanda"),
    ],
)
def test_whoever_makes_up_or_joins_another_is_told_in_the_right_direction(
    sentence: str, relation: str, actor: str, recipient: str
) -> None:
    (claim,) = [claim for claim in told(sentence) if claim.type == relation]
    assert actor in claim.actors[0].name
    assert recipient in claim.recipients[0].name


def test_whoever_is_responsible_is_blamed() -> None:
    (claim,) = [claim for claim in told("Syria is responsible for the bombing of Homs.") if claim.type == "BLAMES"]
    assert not claim.actors
    assert [mention.name for mention in claim.recipients] == ["Syria"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Their policy has led us to ruin.",
        "Three vehicles belonging to the rebels burned.",
        "The west has fallen out of government control.",
        "They shirk their responsibilities to civilians.",
    ],
)
def test_a_relation_without_its_parties_is_not_told(sentence: str) -> None:
    assert not told(sentence)


def test_an_aside_is_of_those_before_it_alone() -> None:
    (claim,) = told("The Al-Nusra Front (Qaeda branch in the Levant), Hamas and others attacked the farms.")
    assert ["Nusra" in actor.name for actor in claim.actors] == [True]


def test_axes_of_advance_are_no_alliance() -> None:
    assert not told("Gunmen attacked posts on the axes of Zakat, Karm and Latamina.")
