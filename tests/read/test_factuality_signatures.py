"""What a verb or adjective makes of what it governs, by its signature: our own sentences."""

import pytest

from tests.read.certainty_of import stance


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("It is no secret that the rebels mined the bridge.", "mined", "CT+"),
        ("It is not surprising that the army shelled Brod.", "shelled", "CT+"),
        ("Residents did not know that the army had shelled Brod.", "shelled", "CT+"),
        ("Residents did not know whether the army had shelled Brod.", "shelled", "Uu"),
        ("The mayor could not confirm that the army had shelled Brod.", "shelled", "Uu"),
    ],
)
def test_what_is_taken_as_known_is_not_denied_with_its_governor(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) == value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The guards did not hesitate to fire.", "fire", "CT+"),
        ("The guards had no choice but to fire.", "fire", "CT+"),
        ("The guards managed to fire.", "fire", "CT+"),
        ("The guards did not manage to fire.", "fire", "CT-"),
        ("The guards did not fail to fire.", "fire", "CT+"),
        ("The council did not rule out bombing the bridge.", "bombing", "Uu"),
        ("The council ruled out bombing the bridge.", "bombing", "CT-"),
        ("The colonel was acquitted of killing two nurses.", "killing", "CT-"),
    ],
)
def test_a_denied_governor_answers_by_its_signature(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) == value


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("The garrison was too weak to resist.", "resist", "CT-"),
        ("The charge was strong enough to destroy the bridge.", "destroy", "CT+"),
        ("The garrison is strong enough to resist.", "resist", "Uu"),
        ("The rebels used the lull to dig trenches.", "dig", "CT+"),
        ("The rebels spent the money to dig trenches.", "dig", "Uu"),
        ("The truce held until the rebels mined the bridge.", "mined", "CT+"),
        ("They would not leave until the siege was lifted.", "lifted", "Uu"),
    ],
)
def test_degree_and_time_decide_whether_it_came_about(text: str, trigger: str, value: str) -> None:
    assert stance(text, trigger) == value
