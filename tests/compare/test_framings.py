from __future__ import annotations

from testimonia.model.claim import Kind
from tests.compare.telling import compared, strike
from tests.factories import Telling


def test_an_actor_is_counted_where_it_acts_and_where_it_is_acted_on() -> None:
    text = "Northland bombed the Valley Brigade. The Valley Brigade was bombed again. The so-called rebels fled."
    telling = Telling("Valley Post", text)
    brigade = [("valley-brigade", "Valley Brigade")]
    telling.claim("Northland bombed the Valley Brigade", actors=[("northland", "Northland")], recipients=brigade)
    telling.claim("The Valley Brigade was bombed again", recipients=brigade)
    telling.claim("so-called rebels", "label", kind=Kind.LABEL, recipients=brigade, scare_quotes=True)
    framings = {framing.actor: framing for framing in compared(telling).framings}
    assert (framings["northland"].does, framings["northland"].suffers) == (1, 0)
    assert (framings["valley-brigade"].suffers, framings["valley-brigade"].agentless) == (2, 1)
    (use,) = framings["valley-brigade"].labels
    assert (use.words, use.own, use.quoted, use.scare_quotes) == ("so-called rebels", 1, 0, 1)


def test_a_source_is_profiled_with_what_contradicts_it() -> None:
    one = strike(
        "Valley Post", "The Valley Monitor says jets bombed the clinic", 14, source=("valley-monitor", "Monitor")
    )
    (profile, *_) = compared(one, strike("Coast Daily", "Jets bombed the clinic", 27)).sources
    assert (profile.name, profile.contradicted, profile.subjects) == ("Valley Monitor", 1, (("killed", 1),))


def test_an_act_told_without_its_doer_is_counted_for_whom_others_name() -> None:
    named = strike("Valley Post", "Jets of Eastland bombed the clinic", 14, actors=[("eastland", "Eastland")])
    unnamed = strike("Coast Daily", "The clinic was bombed", 14)
    framings = {(f.actor, f.account): f for f in compared(named, unnamed).framings}
    assert framings["eastland", unnamed.id].unnamed == 1
    assert framings["eastland", named.id].unnamed == 0
