"""Names that only say between which towns a road runs."""

from __future__ import annotations

import pytest

from testimonia.model.claim import PlacePrecision
from testimonia.read.place_roads import roads
from testimonia.read.places import find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An ambush along the Goma-Rutshuru highway killed two.", "Goma"),
        ("An ambush along the Goma-Rutshuru highway killed two.", "Rutshuru"),
        ("They met on the Goma to Rutshuru road.", "Goma"),
        ("The road linking Goma and the town of Rutshuru is cut.", "Rutshuru"),
        ("The highway between Goma and Rutshuru is cut.", "Goma"),
    ],
)
def test_a_town_at_the_end_of_a_road_is_told_as_such(text: str, name: str) -> None:
    start = text.index(name)
    assert roads(None).ends_at(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells fell on al-Nasr road in Goma.", "Nasr"),
        ("Shells fell on the road in Goma.", "Goma"),
        ("Fighting in Goma and Rutshuru cut the road.", "Goma"),
    ],
)
def test_a_road_of_a_town_leaves_the_town_where_it_is(text: str, name: str) -> None:
    start = text.index(name)
    assert not roads(None).ends_at(text, start, start + len(name))


def test_what_happens_on_a_road_is_only_in_the_vicinity_of_its_towns() -> None:
    found = find("Two drivers were killed on the Goma-Rutshuru highway in eastern Congo.")
    ends = [place.precision for place in found if place.text in ("Goma", "Rutshuru")]
    assert ends and set(ends) == {PlacePrecision.VICINITY}
