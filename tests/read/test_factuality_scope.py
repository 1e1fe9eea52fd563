"""Which words stand over a happening: our own sentences."""

import pytest

from tests.read.certainty_of import stance


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Few soldiers returned to Tigray.", "returned", "PR-"),
        ("A few soldiers returned to Tigray.", "returned", "CT+"),
        ("Nor did the militia shell the camp.", "shell", "CT-"),
        ("The town has not fallen, nor has it been shelled.", "shelled", "CT-"),
        ("The captain had not ordered or planned the raid.", "planned", "CT-"),
        ("The envoy demanded that the siege be lifted.", "lifted", "Uu"),
        ("A well planned attack killed six guards.", "attack", "CT+"),
        ("A planned attack worried the guards.", "attack", "Uu"),
        ("In case of an attack on Mariupol, Kyiv will call for help.", "attack", "Uu"),
        ("In the event of a siege, the nuns would leave.", "siege", "Uu"),
        ("The envoy said he would leave Kabul if the shelling resumes.", "said", "CT+"),
        ("The colonel declined to confirm or deny that the jets had bombed Brod.", "bombed", "Uu"),
        ("The colonel denied that the jets had bombed Brod.", "bombed", "CT-"),
    ],
)
def test_what_stands_over_it_decides(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) == value


def test_no_longer_denies_on_either_side_of_its_verb() -> None:
    assert stance("The clinic was no longer able to treat the wounded.", "treat") == "CT-"
    assert stance("The clinic no longer treats the wounded.", "treats") == "CT-"
