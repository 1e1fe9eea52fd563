from __future__ import annotations

from testimonia.web import lineage


def test_who_takes_stands_right_of_who_gives() -> None:
    places = lineage.drawn([("copy", "wire"), ("reprint", "copy"), ("other", "wire")]).places
    assert places["wire"].column < places["copy"].column < places["reprint"].column
    assert places["other"].column == places["copy"].column


def test_a_circle_of_copies_is_drawn_and_ends() -> None:
    drawing = lineage.drawn([("a", "b"), ("b", "a"), ("c", "c")])
    assert set(drawing.places) == {"a", "b", "c"}


def test_no_two_stand_on_one_spot() -> None:
    places = lineage.drawn([(f"taker-{n}", f"giver-{n % 3}") for n in range(20)]).places
    assert len({(place.x, place.y) for place in places.values()}) == len(places)
