"""The scorer counts what a careful coder would count, in sentences of our own."""

from __future__ import annotations

from datetime import date

from testimonia.model.factuality import Factuality
from tests.examples.scoring import Item, fold, score, spans_of
from tests.factories import Telling


def _telling() -> Telling:
    return Telling("Valley Post", "On 3 May mortars hit Darkush, killing 12, the Warden said.\nNobody hit Hama.")


def _item(
    anchor: str,
    *,
    places: tuple[str, ...] | None = None,
    period: tuple[date | None, date | None] | None = None,
    figure: tuple[float | None, float | None] | None = None,
    fact: tuple[str, ...] | None = None,
    chain: tuple[str, ...] | None = None,
) -> Item:
    return Item("000", anchor, ("event",), ("ASSAULT",), None, None, places, period, figure, fact, chain)


def test_a_claim_on_the_passage_with_every_slot_right_is_whole() -> None:
    told = _telling()
    told.claim(
        "mortars hit Darkush, killing 12",
        place="Darkush",
        on="2016-05-03",
        figures=[told.figure("12", 12)],
        source=("the-warden", "the Warden"),
    )
    item = _item(
        "mortars hit Darkush, killing 12",
        places=("Darkush",),
        period=(date(2016, 5, 3), None),
        figure=(12, 12),
        fact=("CT+",),
        chain=("Warden|the Guard",),
    )
    assert score([item], {"000": told.claims}, {"000": told.text}).share("whole") == 1.0


def test_an_item_that_was_not_found_counts_against_each_slot_it_asks_for() -> None:
    told = _telling()
    result = score([_item("mortars hit Darkush", places=("Darkush",), chain=())], {}, {"000": told.text})
    assert (result.share("found"), result.share("places"), result.share("chain")) == (0.0, 0.0, 0.0)
    assert result.asked["chain"] == 1


def test_a_claim_of_another_type_does_not_count_as_found() -> None:
    told = _telling()
    told.claim("mortars hit Darkush", "CONSULT")
    assert score([_item("mortars hit Darkush")], {"000": told.claims}, {"000": told.text}).share("found") == 0.0


def test_a_claim_with_the_same_words_elsewhere_does_not_count_as_found() -> None:
    told = _telling()
    told.claim("hit Hama")
    assert score([_item("mortars hit Darkush")], {"000": told.claims}, {"000": told.text}).share("found") == 0.0


def test_a_denied_claim_told_as_fact_is_found_but_not_whole() -> None:
    told = _telling()
    told.claim("Nobody hit Hama", factuality=Factuality.CERTAIN)
    result = score([_item("Nobody hit Hama", fact=("CT-",))], {"000": told.claims}, {"000": told.text})
    assert (result.share("found"), result.share("whole")) == (1.0, 0.0)
    assert result.misses[0][1] == "fact"


def test_a_source_too_many_in_the_chain_is_wrong() -> None:
    told = _telling()
    told.claim("mortars hit Darkush", source=("the-warden", "the Warden"))
    result = score([_item("mortars hit Darkush", chain=())], {"000": told.claims}, {"000": told.text})
    assert result.share("chain") == 0.0


def test_a_bound_may_lie_three_days_off_and_no_more() -> None:
    told = _telling()
    told.claim("mortars hit Darkush", on="2016-05-03")
    texts = {"000": told.text}
    near = _item("mortars hit Darkush", period=(date(2016, 5, 6), None))
    far = _item("mortars hit Darkush", period=(date(2016, 5, 7), None))
    assert score([near], {"000": told.claims}, texts).share("period") == 1.0
    assert score([far], {"000": told.claims}, texts).share("period") == 0.0


def test_a_passage_is_found_across_a_broken_line() -> None:
    assert spans_of("the Warden said. Nobody", _telling().text) == [(42, 65)]


def test_names_are_compared_without_article_accent_and_punctuation() -> None:
    assert fold("The José-Antonio Company") == "jose antonio company"
