"""The parts of a question in words: what happened, when, who - taken from an event's claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from testimonia.compare import spots
from testimonia.compare.words import ComparingWords, Deed, begins_any
from testimonia.link.titles import day_name
from testimonia.model.claim import Claim, Kind
from testimonia.model.event import Event
from testimonia.model.period import Period

if TYPE_CHECKING:
    from testimonia.compare.case import Case


def what(claims: Sequence[Claim], words: ComparingWords) -> str:
    """What the happening is called: by ACLED sub-event or mode, else by its trigger."""
    names: Counter[str] = Counter()
    for claim in claims:
        if claim.kind is not Kind.EVENT:
            continue
        for code in (claim.acled, claim.mode):
            if code and code in words.happenings:
                names[words.happenings[code]] += 2
                break
        trigger = claim.trigger.text.casefold() if claim.trigger else ""
        names.update(name for stem, name in words.triggers.items() if any(w.startswith(stem) for w in trigger.split()))
    if not names:
        return words.default_happening
    return min(names, key=lambda name: (-names[name], name))


def deed(event: Event, claims: Sequence[Claim], case: Case) -> str:
    """Whether somebody did something to somebody, there and then: a question made of the slots of ``claims``."""
    words = case.words
    done = _deed(claims, words)
    who = _commonest((m.actor, m.name) for claim in claims for m in claim.actors if not case.kinship.nobody(m.actor))
    whom = _commonest(
        (m.actor, m.name)
        for claim in claims
        for m in claim.recipients
        if done.to and case.kinship.root(m.actor) != case.kinship.root(who[0])
    )
    names = [words.named(case.kinship.name(actor) or name) for actor, name in (who, whom)]
    about = next((name for stem, name in words.objects.items() if any(begins_any(c.text, (stem,)) for c in claims)), "")
    about = about if done.of else ""
    parts = {
        "whom": f" {done.to} {names[1] if whom[0] else about}" if whom[0] or about else "",
        "where": _at(spots.phrase(event, case), done.at) if any(_placed(c) for c in claims) else "",
        "when": when(event.period),
    }
    if who[0]:
        return words.question("deed", who=names[0], done=done.do, **parts)
    return words.question("deed_of_nobody", done=done.noun, **parts)


def _at(where: str, preposition: str) -> str:
    """``where`` with the preposition that goes with the deed: aircraft fly over a town."""
    return where.replace(" in ", f" {preposition} ", 1) if preposition != "in" else where


def _placed(claim: Claim) -> bool:
    """Whether the claim's own words name a place."""
    return any(claim.start <= place.start < claim.end for place in claim.places)


def _deed(claims: Sequence[Claim], words: ComparingWords) -> Deed:
    found: Counter[Deed] = Counter()
    for claim in claims:
        trigger = claim.trigger.text.casefold() if claim.trigger else ""
        by_word = (deed for deed in words.deeds_by_trigger if begins_any(trigger, deed.begins))
        found[next(by_word, None) or words.deeds.get(claim.type, words.default_deed)] += 1
    return min(found, key=lambda deed: (-found[deed], deed.do))


def _commonest(mentions: Iterable[tuple[str, str]]) -> tuple[str, str]:
    """Id and name of the actor mentioned most, empty where none is."""
    counts = Counter(mentions)
    return min(counts, key=lambda mention: (-counts[mention], mention)) if counts else ("", "")


def when(period: Period | None) -> str:
    """Such as " on 27 April 2016", " between ..."; empty where no day is known."""
    if period is None or not period.known:
        return ""
    name = day_name(period)
    if period.start and period.end:
        return f" on {name}" if period.start == period.end else f" from {name}"
    return f" {name}"
