"""What the step from a happening to its governor says: our own sentences."""

import pytest

from tests.read.certainty_of import stance


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The army has used the truce to recruit hundreds of men.", "recruit", "CT+"),
        ("The jets use the base to bomb the valley.", "bomb", "CT+"),
        ("The jets will use the base to bomb the valley.", "bomb", "Uu"),
        ("The jets continued on Monday to pound the valley.", "pound", "CT+"),
        ("They may go if they disarm but the rebels have rejected the offer.", "rejected", "CT+"),
        ("The garrison did not stop shelling the suburb.", "shelling", "CT+"),
        ("The militia halted and gave up besieging Bria.", "besieging", "CT+"),
        ("They withdrew before the bridge is bombed.", "bombed", "Uu"),
        ("They withdrew before the bridge was bombed.", "bombed", "CT+"),
        ("The column will advance once the siege ends.", "ends", "Uu"),
        ("The mayor was taken to Goma for questioning.", "questioning", "Uu"),
        ("The colonel was jailed for killing two nurses.", "killing", "CT+"),
        ("They found a way to evacuate the wounded.", "evacuate", "Uu"),
        ("The column had a road to retreat by.", "retreat", "Uu"),
        ("The rebels returned to Bunia only to find the bridge destroyed.", "destroyed", "CT+"),
        ("The raids were planned by the colonel.", "raids", "CT+"),
        ("A raid is planned by the colonel.", "raid", "Uu"),
        ("The guards foiled an attempt to storm the palace.", "attempt", "CT+"),
        ("The guards foiled an attempt to storm the palace.", "storm", "Uu|CT-"),
        ("The guards foiled an attack.", "attack", "CT-"),
        ("The council decided against bombing the bridge.", "bombing", "CT-"),
        ("The council decided against an attack.", "attack", "CT-"),
        ("The bishop warned against attacking the camp.", "attacking", "Uu"),
        ("The garrison repelled an attack on the bridge.", "attack", "CT+"),
        ("Kyiv rejected the offer.", "offer", "CT+"),
        ("The army, backed by Serbia, may attack Brod.", "backed", "CT+"),
        ("He did not say if the rebels had fled.", "fled", "Uu"),
        ("The mayor was pleased to receive the convoy.", "receive", "CT+"),
        ("The shelling was not heavy.", "shelling", "CT+"),
    ],
)
def test_a_governor_decides(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) in value.split("|")


def test_not_the_first_time_denies_only_the_first() -> None:
    assert stance("This is not the first time that rebels have shelled Goma.", "shelled") == "CT+"


def test_what_somebody_is_protected_from_is_open() -> None:
    assert stance("Troops will protect the town from attacks.", "attacks") == "Uu"
