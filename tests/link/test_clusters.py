from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from testimonia.link.clusters import Edge, gather, spanning

BITS = st.floats(-5, 5, allow_nan=False)
PAIRS = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1])
EDGES = st.dictionaries(PAIRS, st.builds(Edge, BITS, st.booleans()))


def test_a_chain_of_likenesses_does_not_join_its_unlike_ends() -> None:
    edges = {(0, 1): Edge(3.0, False), (1, 2): Edge(3.0, False), (0, 2): Edge(-9.0, False)}
    assert gather(3, edges, join=0.5, missing=-4.0) == ((0, 1), (2,))


def test_what_nothing_tells_of_stays_apart() -> None:
    assert gather(2, {}, join=0.5, missing=-4.0) == ((0,), (1,))


def test_a_veto_forbids_what_all_else_would_join() -> None:
    edges = {(0, 1): Edge(9.0, False), (1, 2): Edge(9.0, False), (0, 2): Edge(1.0, True)}
    assert len(gather(3, edges, join=0.5, missing=-4.0)) == 2


def test_the_strongest_edges_tie_a_cluster() -> None:
    edges = {(0, 1): Edge(1.0, False), (1, 2): Edge(3.0, False), (0, 2): Edge(2.0, False)}
    assert spanning((0, 1, 2), edges) == ((0, 2), (1, 2))


@given(EDGES)
def test_every_item_is_in_one_cluster_and_no_cluster_holds_a_veto(edges: dict[tuple[int, int], Edge]) -> None:
    clusters = gather(7, edges, join=0.5, missing=-4.0)
    assert sorted(item for cluster in clusters for item in cluster) == list(range(7))
    for cluster in clusters:
        assert not any(edge.veto for pair, edge in edges.items() if set(pair) <= set(cluster))


@given(EDGES)
def test_the_order_of_edges_does_not_matter(edges: dict[tuple[int, int], Edge]) -> None:
    reverse = dict(reversed(list(edges.items())))
    assert gather(7, edges, join=0.5, missing=-4.0) == gather(7, reverse, join=0.5, missing=-4.0)
