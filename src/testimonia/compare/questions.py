"""The parts of a question in words: what happened, where, when, who - taken from an event's claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from testimonia.compare.words import ComparingWords
from testimonia.link.titles import day_name, place_name
from testimonia.model.claim import Claim, Kind, PlacePrecision
from testimonia.model.event import Event
from testimonia.model.period import Period


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


def where(event: Event, *, preposition: str = " in ") -> str:
    """Such as " in Darkush" or " at the mill in Darkush"; empty where no place is known."""
    name = place_name(event.places)
    if not name or preposition != " in ":
        return f"{preposition}{name}" if name else ""
    place = next(place for place in event.places if place.name == name)
    if place.precision is not PlacePrecision.EXACT:
        return f" in {name}"
    town = next((p.name for p in event.places if p.precision is PlacePrecision.LOCALITY and p.name not in name), "")
    return f" at {name} in {town}" if town else f" at {name}"


def when(period: Period | None) -> str:
    """Such as " on 27 April 2016", " between ..."; empty where no day is known."""
    if period is None or not period.known:
        return ""
    name = day_name(period)
    if period.start and period.end:
        return f" on {name}" if period.start == period.end else f" from {name}"
    return f" {name}"
