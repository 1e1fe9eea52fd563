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
    ],
)
def test_what_names_no_two_parties_or_no_holder_is_no_bond(sentence: str) -> None:
    assert not [claim for claim in told(sentence) if claim.type in ("CONTROLS", "PART_OF", "FIGHTS")]
