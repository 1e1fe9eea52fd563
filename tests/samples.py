"""A small case written for the tests: two accounts of one strike that differ, and what comparing finds in them."""

from __future__ import annotations

import hashlib
from datetime import date

from testimonia.compare.comparison import (
    Comparison,
    Framing,
    LabelUse,
    Prediction,
    Revision,
    SourceProfile,
    SourceToll,
    Toll,
)
from testimonia.link.linked import Linked
from testimonia.model.claim import (
    ActorMention,
    Claim,
    Figure,
    Kind,
    Link,
    PlaceMention,
    PlacePrecision,
    SourceKind,
    Span,
    SpeechForm,
    Unit,
)
from testimonia.model.dispute import Agreement, Answer, Dispute, DisputeKind, Silence
from testimonia.model.document import Account, Document, Section, SectionKind
from testimonia.model.event import Bond, Dependence, Event, EventKind, Origin, OriginEvidence, Reason
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.ids import digest
from testimonia.model.period import Basis, Period, Precision
from testimonia.model.source import Actor, ActorKind

HERALD = (
    "Strike kills 14 in Marat\n\n"
    "Northern jets bombed the clinic in Marat on 3 May 2031, killing 14 people, the Valley Monitor said.\n"
)
GAZETTE = (
    "Army denies raid\n\n"
    "The Northern army did not bomb the clinic in Marat on 3 May 2031, its spokesman said. Three people died <there>.\n"
)
DAILY = "Bread prices rise\n\nBread prices in the capital rose again in June 2031.\n"


def document(text: str, outlet: str, day: date, path: str) -> Document:
    """A document with one account: a headline, then the body."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    head = text.index("\n")
    account = Account(
        sha256[:16], sha256[:16], text[:head], None, outlet, Period(day, day, Precision.DAY), Basis.STATED, "en"
    )
    sections = (
        Section(SectionKind.HEADLINE, 0, head, account.id),
        Section(SectionKind.BODY, head + 2, len(text), account.id),
    )
    return Document(sha256[:16], sha256, "text/plain", text, path, None, sections, (account,), "en")


def span(text: str, words: str) -> tuple[int, int]:
    """Where ``words`` stand first in ``text``."""
    start = text.index(words)
    return start, start + len(words)


def mention(text: str, actor: str, name: str, words: str) -> ActorMention:
    """An actor as named in ``text``."""
    return ActorMention(actor, name, words, *span(text, words))


def claim(
    document: Document, words: str, *, factuality: Factuality, links: tuple[Link, ...] = (), **slots: object
) -> Claim:
    """A claim over ``words`` of the document, in its account's own voice unless ``links`` follow."""
    start, end = span(document.text, words)
    voice = Factuality.UNCOMMITTED if links else factuality
    label = document.accounts[0].label
    own = Link(document.id, label, SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None, voice)
    return Claim(
        digest(document.id, start, end, slots.get("type")), document.id, document.id, "body", start, end, words,
        Kind(str(slots.pop("kind", "event"))), str(slots.pop("type", "ASSAULT")), "test:verb bombed", 0.8, factuality,
        (own, *links), **slots,  # type: ignore[arg-type]
    )  # fmt: skip


herald = document(HERALD, "Herald", date(2031, 5, 4), "accounts/herald.txt")
gazette = document(GAZETTE, "Gazette", date(2031, 5, 5), "accounts/gazette.txt")
daily = document(DAILY, "Daily", date(2031, 4, 1), "accounts/daily.txt")

NORTH = Actor("northern-army", "Northern army", ActorKind.MILITARY, ("Northern jets",), "valley")
MONITOR = Actor("valley-monitor", "Valley Monitor", ActorKind.ORGANISATION)
STRIKE_DAY = date(2031, 5, 3)


def _marat(text: str) -> PlaceMention:
    return PlaceMention("marat", "Marat", 35.5, 37.25, PlacePrecision.LOCALITY, "Marat", *span(text, "Marat"))


def _day(text: str) -> Period:
    return Period(STRIKE_DAY, STRIKE_DAY, Precision.DAY, "3 May 2031", *span(text, "3 May 2031"))


bombed = claim(
    herald, "Northern jets bombed the clinic in Marat on 3 May 2031, killing 14 people",
    factuality=Factuality.CERTAIN, actors=(mention(HERALD, "northern-army", "Northern army", "Northern jets"),),
    places=(_marat(HERALD),), period=_day(HERALD), acled="Air/drone strike",
    figures=(Figure(14, 14, False, Unit.KILLED, "people", "14 people", *span(HERALD, "14 people")),),
    trigger=Span(*span(HERALD, "bombed"), "bombed"),
    links=(
        Link("valley-monitor", "Valley Monitor", SourceKind.ORGANISATION, SpeechForm.INDIRECT, "said",
             *span(HERALD, "the Valley Monitor"), Factuality.CERTAIN),
    ),
)  # fmt: skip
denied = claim(
    gazette, "The Northern army did not bomb the clinic in Marat on 3 May 2031", factuality=Factuality.CERTAINLY_NOT,
    actors=(mention(GAZETTE, "northern-army", "Northern army", "The Northern army"),), places=(_marat(GAZETTE),),
    period=_day(GAZETTE),
    links=(
        Link("northern-army", "Northern army", SourceKind.GROUP, SpeechForm.INDIRECT, "said",
             *span(GAZETTE, "its spokesman"), Factuality.CERTAINLY_NOT),
    ),
)  # fmt: skip
died = claim(
    gazette, "Three people died", factuality=Factuality.CERTAIN, kind="figure", type="killed", tense=Tense.PAST,
    figures=(Figure(3, 3, False, Unit.KILLED, "people", "Three people", *span(GAZETTE, "Three people")),),
)  # fmt: skip
rose = claim(
    daily, "Bread prices in the capital rose", factuality=Factuality.CERTAIN, kind="figure", type="prices",
    period=Period(date(2031, 6, 1), date(2031, 6, 30), Precision.MONTH, "June 2031", *span(DAILY, "June 2031")),
)  # fmt: skip

DOCUMENTS = (herald, gazette, daily)
ACCOUNTS = tuple(account for document in DOCUMENTS for account in document.accounts)
CLAIMS = (bombed, denied, died, rose)

strike = Event(
    "e100000000000001", EventKind.EVENT, "ASSAULT", "Strike on the clinic in Marat", _day(HERALD), (_marat(HERALD),),
    bombed.actors, (), (bombed.id, denied.id, died.id), (herald.id, gazette.id), ("o1", "o2"),
    (Bond(bombed.id, denied.id, 0.97, (Reason("place", "both say Marat", 4.2), Reason("day", "the same day", 3.1))),),
)  # fmt: skip
LINKED = Linked(
    events=(strike,), situations=(), quotations=(),
    origins=(
        Origin("o1", "Valley Monitor", (herald.id,), (
            Dependence(herald.id, "valley-monitor", OriginEvidence.CREDIT, "names it as its source", (1, 9)),
        )),
        Origin("o2", "Northern army", (gazette.id,), ()),
    ),
    dependences=(Dependence(herald.id, "valley-monitor", OriginEvidence.CREDIT, "names it as its source", (1, 9)),),
    undecided=(Bond(bombed.id, died.id, 0.5, (Reason("wording", "nothing tells them apart", 0.0),)),),
    claim_origins=tuple(sorted(((bombed.id, "o1"), (denied.id, "o2"), (died.id, "o2")))),
)  # fmt: skip
COMPARISON = Comparison(
    disputes=(
        Dispute(
            "d100000000000001", DisputeKind.OCCURRENCE, "Was the clinic in Marat bombed on 3 May 2031?", strike.id,
            (
                Answer("yes, by the Northern army", (bombed.id,), (herald.id,), ("o1",), (denied.id,)),
                Answer("no", (denied.id,), (gazette.id,), ("o2",)),
            ),
            (), (daily.id,), 9.0,
        ),
        Dispute(
            "d200000000000002", DisputeKind.TOLL, "How many were killed in Marat on 3 May 2031?", strike.id,
            (
                Answer("14", (bombed.id,), (herald.id,), ("o1",)),
                Answer("3", (died.id,), (gazette.id,), ("o2",)),
            ),
            (daily.id,), (), 5.0,
        ),
    ),
    agreements=(
        Agreement("a100000000000001", "Something happened at the clinic in Marat on 3 May 2031", strike.id,
                  (bombed.id, denied.id), (herald.id, gazette.id), ("o1", "o2")),
    ),
    silences=(Silence(strike.id, "Strike on the clinic in Marat", (daily.id,), (herald.id, gazette.id)),),
    tolls=(
        Toll(strike.id, Unit.KILLED, "people", 3, 14, (
            SourceToll("valley-monitor", "Valley Monitor", 14, 14, (bombed.id,), (herald.id,)),
            SourceToll(gazette.id, "Gazette", 3, 3, (died.id,), (gazette.id,)),
        )),
    ),
    framings=(
        Framing("northern-army", "Northern army", herald.id,
                (LabelUse("Northern jets", 1, 1, 0, 0, (bombed.id,)),), 1, 0, 0),
    ),
    predictions=(
        Prediction(rose.id, daily.id, "Daily", daily.id, "prices will rise", None, (), ()),
    ),
    sources=(
        SourceProfile("valley-monitor", "Valley Monitor", "organisation", (herald.id,), ("o1",), (bombed.id,),
                      (("killed", 1),), ("d200000000000002",), 1),
    ),
    revisions=(Revision(strike.id, "valley-monitor", bombed.id, died.id, "from 14 to 3"),),
)  # fmt: skip
