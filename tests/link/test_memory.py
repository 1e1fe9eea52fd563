"""Linking with a memory gives what linking all at once gives, whatever came first."""

from __future__ import annotations

import gc
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.link import evidence, link
from testimonia.link.memory import Memory, collection_paused
from tests.factories import BOOK, Telling, of

_STRIKES = (
    ("Valley Post", "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people", "Darkush", "2016-04-26", 14),
    ("Coast Daily", "Jets bombed the clinic of Darkush and 12 people were killed", "Darkush", "2016-04-26", 12),
    ("Hill News", "Shells fell on a market in Hama and killed two people", "Hama", "2016-04-26", 2),
    ("Lake Eye", "Shells struck the Hama market again and killed nine people", "Hama", "2016-04-29", 9),
    ("Copy Times", "Warplanes hit a clinic in Darkush on Tuesday and killed 14 people", "Darkush", "2016-04-26", 14),
)


def _telling(number: int) -> Telling:
    outlet, words, place, day, dead = _STRIKES[number]
    telling = Telling(
        outlet, f"{words}. “We heard the engines before the houses came down,” said a baker.", "2016-04-30"
    )
    counted = next(word for word in ("14 people", "12 people", "two people", "nine people") if word in words)
    telling.claim(words, place=place, on=day, figures=[telling.figure(counted, dead)], trigger=words.split()[1])
    return telling


_ALL = [_telling(number) for number in range(len(_STRIKES))]
_VERSIONS = {telling.id: "1" for telling in _ALL}
_AT_ONCE = link(*of(*_ALL), BOOK)


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(len(_ALL))), st.lists(st.integers(1, len(_ALL) - 1), max_size=3))
def test_adding_documents_in_any_order_and_portions_gives_what_linking_all_at_once_gives(
    order: list[int], portions: list[int]
) -> None:
    kept: list[str] = []
    for until in (*sorted(set(portions)), len(_ALL)):
        memory = Memory(_VERSIONS, kept)
        linked = link(*of(*(_ALL[index] for index in order[:until])), BOOK, memory)
        kept += [memory.fresh()] if memory.fresh() else []
    assert linked == _AT_ONCE


def test_an_added_document_is_weighed_against_the_others_and_these_are_not_weighed_again() -> None:
    first = Memory(_VERSIONS)
    link(*of(*_ALL[:-1]), BOOK, first)
    second = Memory(_VERSIONS, [first.fresh()])
    link(*of(*_ALL), BOOK, second)
    assert len(json.loads(second.fresh())["scenes"]) == 1
    third = Memory(_VERSIONS, [first.fresh(), second.fresh()])
    link(*of(*_ALL), BOOK, third)
    assert third.fresh() == ""


def test_a_town_that_the_added_documents_make_common_changes_pairs_of_accounts_and_no_scene(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evidence, "LEAST_COMMON", 3)
    first = Memory(_VERSIONS)
    link(*of(*_ALL[:-1]), BOOK, first)
    second = Memory(_VERSIONS, [first.fresh()])
    assert link(*of(*_ALL), BOOK, second) == link(*of(*_ALL), BOOK)
    fresh = json.loads(second.fresh())
    assert len(fresh["scenes"]) == 1
    assert any("[" in key for key in fresh["edges"])


def test_what_is_of_another_version_of_an_account_is_found_anew() -> None:
    first = Memory(_VERSIONS)
    link(*of(*_ALL), BOOK, first)
    second = Memory(dict.fromkeys(_VERSIONS, "2"), [first.fresh()])
    assert link(*of(*_ALL), BOOK, second) == _AT_ONCE
    assert len(second.fresh()) == len(first.fresh())
    assert second.stale


def test_nothing_is_kept_of_an_account_without_a_version() -> None:
    memory = Memory()
    link(*of(*_ALL), BOOK, memory)
    assert memory.fresh() == ""


def test_the_collector_is_paused_and_what_others_froze_stays_frozen() -> None:
    assert gc.isenabled()
    with collection_paused():
        assert not gc.isenabled()
    assert gc.isenabled()
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with collection_paused():
            pass
        assert gc.get_freeze_count() == frozen
    finally:
        gc.unfreeze()
