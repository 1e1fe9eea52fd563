"""Arbitrary values of the data model for property tests: any that its own invariants allow."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from testimonia.model.claim import ActorMention, Claim, Figure, Link, PlaceMention, SourceKind, Span
from testimonia.model.document import Account, Evidence
from testimonia.model.event import Bond, Dependence, Event, Origin, Reason
from testimonia.model.period import Period, Precision

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
offsets = st.integers(0, 10**6)
numbers = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start, text = draw(offsets), draw(words)
    return Span(start, start + len(text), text)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    bounds = sorted(draw(st.lists(st.dates(date(1, 1, 1)), min_size=2, max_size=2)))
    start, end = (bound if draw(st.booleans()) else None for bound in bounds)
    return Period(start, end, draw(st.sampled_from(Precision)), draw(words), draw(st.none() | offsets), None)


def several(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=2).map(tuple)


figures = st.builds(Figure, low=st.none() | numbers, high=st.none() | numbers, counted=words, text=words)
places = st.builds(PlaceMention, latitude=st.none() | numbers, longitude=st.none() | numbers, place=words, name=words)
mentions = st.builds(ActorMention, actor=words, name=words, text=words, start=offsets, end=offsets)
links = st.builds(Link, source=words, name=words, cue=words)
own_voice = st.builds(Link, kind=st.just(SourceKind.ACCOUNT), source=words, name=words, cue=words)


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    chain = (draw(own_voice), *draw(several(links)))
    made: Claim = draw(
        st.builds(
            Claim, id=words, document=words, account=words, section=words, text=words, type=words, rule=words,
            start=offsets, end=offsets, confidence=st.floats(0, 1), attribution=st.just(chain),
            actors=several(mentions), recipients=several(mentions), places=several(places),
            period=st.none() | periods(), figures=several(figures), condition=st.none() | spans(),
            trigger=st.none() | spans(), quotation=st.none() | spans(), mode=st.none() | words, acled=st.none() | words,
        )
    )  # fmt: skip
    return made


evidence = st.builds(Evidence, field=words, value=words, reason=words, span=st.none() | spans())
accounts = st.builds(Account, id=words, published=periods(), evidence=several(evidence))
reasons = st.builds(Reason, feature=words, detail=words, weight=numbers)
bonds = st.builds(Bond, left=words, right=words, probability=st.floats(0, 1), reasons=several(reasons))
dependences = st.builds(Dependence, taker_span=st.none() | st.tuples(offsets, offsets))
origins = st.builds(Origin, dependences=several(dependences))
events = st.builds(
    Event, period=st.none() | periods(), places=several(places), actors=several(mentions),
    recipients=several(mentions), bonds=several(bonds),
)  # fmt: skip
