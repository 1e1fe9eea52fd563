from testimonia.model.event import Event, EventKind


def test_an_event_of_one_claim_has_no_bonds() -> None:
    event = Event("e1", EventKind.EVENT, "ASSAULT", "Shells on the market", None, (), (), (), ("c1",), ("a1",), ("o1",))
    assert event.bonds == ()
    assert event.period is None
