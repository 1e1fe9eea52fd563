from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.web.placing import LETTER, labels

marks = st.lists(
    st.tuples(st.floats(0, 900), st.floats(0, 500), st.floats(2, 12), st.text("abcdef", min_size=1, max_size=14)),
    max_size=12,
)


def box(x: float, y: float, anchor: str, name: str) -> tuple[float, float, float, float]:
    long = len(name) * LETTER
    left = {"start": x, "end": x - long, "middle": x - long / 2}[anchor]
    return left, y - 8, left + long, y


@given(marks)
def test_no_two_names_overlap(held: list[tuple[float, float, float, str]]) -> None:
    named = [(str(n), *mark) for n, mark in enumerate(held)]
    found = labels(named, 1000, 600)
    boxes = [box(found[i].x, found[i].y, found[i].anchor, name) for i, _, _, _, name in named if i in found]
    for n, one in enumerate(boxes):
        for two in boxes[n + 1 :]:
            assert not (one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3])
