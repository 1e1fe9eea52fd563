from __future__ import annotations

from testimonia.link import link
from testimonia.model.event import OriginEvidence
from tests.factories import BOOK, Telling, of

STRIKE = "Jets bombed the clinic in Darkush on 26 April, killing 14 people"

TEXT = f"{STRIKE}, the Valley Monitor said."


def telling(outlet: str, text: str = TEXT, *, source: bool = True, republished_from: str | None = None) -> Telling:
    made = Telling(outlet, text, republished_from=republished_from)
    made.claim(
        STRIKE, place="Darkush", on="2016-04-26", figures=[made.figure("14 people", 14)],
        source=("valley-monitor", "Valley Monitor") if source else None,
    )  # fmt: skip
    return made


def test_two_accounts_on_one_monitors_word_have_one_origin() -> None:
    linked = link(*of(telling("Valley Post"), telling("Coast Daily", f"{STRIKE}, says the Valley Monitor.")), BOOK)
    (event,) = linked.events
    assert len(event.accounts) == 2
    assert event.origins == ("origin-valley-monitor",)


def test_two_accounts_in_their_own_voice_have_two_origins() -> None:
    linked = link(*of(telling("Valley Post", f"{STRIKE}.", source=False),
                      telling("Coast Daily", f"{STRIKE}, we saw.", source=False)), BOOK)  # fmt: skip
    assert len(linked.events[0].origins) == 2


def test_an_agency_credited_at_the_head_is_the_origin() -> None:
    text = f"DARKUSH (North Wire) - {STRIKE}."
    linked = link(*of(telling("Valley Post", text, source=False)), BOOK)
    assert [origin.name for origin in linked.origins] == ["North Wire"]
    assert linked.dependences[0].evidence is OriginEvidence.CREDIT


def test_a_republication_rests_on_the_outlet_it_names() -> None:
    made = telling("Valley Post", f"{STRIKE}.", source=False, republished_from="Lake Eye")
    linked = link(*of(made), BOOK)
    assert linked.events[0].origins == ("origin-lake-eye",)
    assert linked.dependences[0].evidence is OriginEvidence.REPUBLICATION


def test_every_claim_has_an_origin() -> None:
    accounts, claims, documents = of(telling("Valley Post"), telling("Coast Daily", f"{STRIKE}.", source=False))
    linked = link(accounts, claims, documents, BOOK)
    assert {claim for claim, _ in linked.claim_origins} == {claim.id for claim in claims}
    assert {origin for _, origin in linked.claim_origins} <= {origin.id for origin in linked.origins}
