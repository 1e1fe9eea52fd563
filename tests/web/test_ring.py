from __future__ import annotations

from testimonia.web import ring


def test_every_actor_has_a_spot_of_its_own() -> None:
    found = ring.spots([f"actor-{n}" for n in range(30)], [])
    assert len({(spot.x, spot.y) for spot in found.values()}) == 30


def test_allies_stand_together() -> None:
    found = ring.spots("abcdefgh", [("a", "f", 5), ("f", "c", 4)])
    order = list(found)
    assert abs(order.index("a") - order.index("f")) == 1
    assert abs(order.index("f") - order.index("c")) <= 2


def test_the_order_given_does_not_matter() -> None:
    assert ring.spots("abc", [("a", "c", 1)]) == ring.spots("cba", [("a", "c", 1)])
