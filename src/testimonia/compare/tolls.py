"""How many: for each event, kind of victim and source the least and greatest number given, and where they clash.

Not a clash: numbers of different victims, a part against its whole, and a later number of the same source, which is
a revision. What always holds: no number is chosen over another, and nothing is added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log2

from testimonia.compare import clock, questions
from testimonia.compare.case import Case, Voice
from testimonia.compare.comparison import Revision, SourceToll, Toll
from testimonia.compare.values import Range, in_words, ranges
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor, is_part, victim_class
from testimonia.link.situations import town_of
from testimonia.model.claim import Claim, Figure, PlaceMention, PlacePrecision, SourceKind, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event

TOLL_UNITS = (Unit.KILLED, Unit.INJURED, Unit.DISPLACED, Unit.DETAINED, Unit.STRIKES)
# Figures that clash count as a dispute where the greater is at least this many times the lesser.
LEAST_RATIO = 1.08
# "At least n" leaves room above, but voices that one account opposes, or so far apart, differ all the same.
SET_APART = 1.25
# The same for two named sources in two accounts.
SET_APART_ACROSS = 1.5
FAR_APART = 4.0
# Numbers farther apart than this count different things: the dead of an attack, and those of the war.
DOUBTFUL_RATIO = 20.0
# Less than this share of another number of its account is a part of it, or another event's.
PART = 0.33
# Below this a number several times less than another account's counts a part, not the whole.
FEW = 30
# Characters before a number in which "since" makes it a sum over a longer time.
LEADING = 90
# So many dead are those of a war.
OF_A_WAR = 10_000
# Days over which a number is a sum over several events.
LONGER = 4


@dataclass(frozen=True, slots=True)
class Given:
    """One number given: the figure, the claim it stands in, and whose word it is."""

    figure: Figure
    claim: Claim
    voice: Voice


def given(event: Event, case: Case) -> dict[tuple[Unit, str], list[Given]]:
    """The numbers that asserted claims of ``event`` give, by unit and kind of victim."""
    found: dict[tuple[Unit, str], list[Given]] = defaultdict(list)
    for claim in case.told(event):
        if claim.factuality.polarity < 0:
            continue
        for figure in claim.figures:
            stated = figure.low is not None or figure.high is not None
            if not stated or figure.unit not in TOLL_UNITS or is_part(figure, case.linking):
                continue
            if of_event(claim, event) and not begins_any(
                case.before(claim, figure.start, LEADING), case.words.cumulative
            ):
                key = figure.unit, victim_class(figure, case.linking)
                found[key].append(Given(figure, claim, case.voice(claim)))
    return found


def of_event(claim: Claim, event: Event) -> bool:
    """Whether a claim's number is of the event alone: not a sum over a longer time ("since Saturday") or a war."""
    if any(anchor(figure) >= OF_A_WAR and figure.unit is Unit.KILLED for figure in claim.figures):
        return False
    if claim.period is None or event.period is None or event.period.days is None or event.period.days > 2:
        return True
    days = claim.period.days
    open_ended = claim.period.start is not None and claim.period.end is None
    return not open_ended and (days is None or days <= LONGER)


def tolls(case: Case) -> tuple[Toll, ...]:
    """The toll of every event that has one, by unit and kind of victim."""
    found = []
    for event in case.linked.events:
        for (unit, victims), numbers in sorted(given(event, case).items()):
            found.append(_toll(event, unit, victims, numbers))
    return tuple(found)


def _toll(event: Event, unit: Unit, victims: str, numbers: Sequence[Given]) -> Toll:
    by_source: dict[str, list[Given]] = defaultdict(list)
    for number in numbers:
        by_source[number.voice.id].append(number)
    sources = []
    for source in sorted(by_source):
        entries = by_source[source]
        low, high = _interval(entries)
        claims = tuple(sorted({entry.claim.id for entry in entries}))
        accounts = tuple(sorted({entry.claim.account for entry in entries}))
        sources.append(SourceToll(source, entries[0].voice.name, low, high, claims, accounts))
    low, high = _interval(numbers)
    return Toll(event.id, unit, victims, low, high, tuple(sources))


def _interval(numbers: Sequence[Given]) -> tuple[float | None, float | None]:
    lows = [n.figure.low for n in numbers if n.figure.low is not None]
    highs = [bound for n in numbers for bound in (n.figure.high, n.figure.low) if bound is not None]
    return (min(lows) if lows else None), (max(highs) if highs else None)


def wholes(numbers: Sequence[Given], case: Case) -> list[Given]:
    """For each account the numbers of the whole: its greatest, and lesser ones on the word of another named source.

    A lesser number of the same voice, or of nobody in particular, is a part of the whole or of an earlier hour; so is
    one less than ``PART`` of the greatest, and one of a quarter beside one of its town.
    """
    numbers = _of_the_whole_place(_without_vague(_without_single(_bounded(numbers))), case)
    by_account: dict[str, list[Given]] = defaultdict(list)
    for number in numbers:
        by_account[number.claim.account].append(number)
    kept: list[Given] = []
    for entries in by_account.values():
        top = max(anchor(entry.figure) for entry in entries)
        by_voice: dict[str, list[Given]] = defaultdict(list)
        for entry in entries:
            by_voice[entry.voice.id].append(entry)
        first = {entry.voice.id for entry in entries if anchor(entry.figure) >= top}
        spoken_by_others = {e.voice.id for e in entries if e.claim.source.kind is not SourceKind.ACCOUNT}
        for voice, said in by_voice.items():
            most = max(anchor(entry.figure) for entry in said)
            named = clock.named(said[0], case)
            # What an account counts itself is no part of a number that it only passes on.
            own = said[0].claim.source.kind is SourceKind.ACCOUNT and any(v in spoken_by_others for v in first)
            if voice in first or own or (named and most >= top * PART):
                kept += [entry for entry in said if anchor(entry.figure) >= most]
    return sorted(kept, key=lambda entry: (anchor(entry.figure), entry.claim.id))


def _bounded(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` with headlines put right: an exact number is "at least" it where its account also says so."""
    open_ended = {
        (n.claim.account, voice, n.figure.low)
        for n in numbers
        if n.figure.high is None
        for voice in (n.voice.id, n.claim.account)
    }
    return [
        replace(n, figure=replace(n.figure, high=None))
        if (n.claim.account, n.voice.id, n.figure.low) in open_ended
        else n
        for n in numbers
    ]


def _of_the_whole_place(numbers: Sequence[Given], case: Case) -> list[Given]:
    """``numbers`` without those that their own words set in a quarter or at a site of a town that others count for."""
    kept = []
    for number in numbers:
        spot = _own_place(number)
        town = town_of(spot, case.codebook) if spot is not None else None
        if spot is None or town == spot.place or not any(_counts_for(town, n, number) for n in numbers):
            kept.append(number)
    return kept


def _counts_for(town: str | None, whole: Given, part: Given) -> bool:
    """Whether ``whole`` is the greater number that the same account gives of the town in which ``part`` lies."""
    spot = _own_place(whole)
    alike = whole.claim.account == part.claim.account
    alike = alike and (whole.voice.id == part.voice.id or whole.claim.source.kind is SourceKind.ACCOUNT)
    return alike and spot is not None and spot.place == town and anchor(whole.figure) > anchor(part.figure)


def _own_place(number: Given) -> PlaceMention | None:
    """The place that the words around a number name, where they name one."""
    claim = number.claim
    fine = [p for p in claim.places if p.precision not in (PlacePrecision.REGION, PlacePrecision.COUNTRY)]
    own = [place for place in fine if claim.start <= place.start < claim.end]
    return own[0] if len({place.place for place in own}) == 1 else None


def _without_single(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` without the single victims named apart, where there are others."""
    several = [number for number in numbers if (number.figure.high or 2) > 1]
    return several or list(numbers)


def _without_vague(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` without words such as "dozens", where there are numbers proper."""
    proper = [n for n in numbers if not (n.figure.low and n.figure.high and n.figure.high >= 2 * n.figure.low)]
    return proper or list(numbers)


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over numbers of one event."""
    for event in case.linked.events:
        for (unit, victims), numbers in sorted(given(event, case).items()):
            dispute = _dispute(event, unit, victims, numbers, case)
            if dispute is not None:
                yield dispute


def _dispute(event: Event, unit: Unit, victims: str, numbers: Sequence[Given], case: Case) -> Dispute | None:
    whole = [number for number in wholes(numbers, case) if not _revised(number, numbers, case)]
    groups = _groups(whole, case)
    if len(groups) < 2 or not _clash(groups, whole, case):
        return None
    answers = []
    for group in groups:
        held = [number for number in whole if number.figure in group.figures]
        answers.append(case.answer(in_words([n.figure for n in held]), [n.claim for n in held]))
    words = case.words
    claims = case.told(event)
    question = words.question(
        "toll",
        counted=words.counted.get(victims, victims),
        done=words.units[unit.value],
        what=questions.what(claims, words),
        where=questions.where(event),
        when=questions.when(event.period),
    )
    low, high = anchor(groups[0].figures[0]), anchor(groups[-1].figures[0])
    ratio = max(low, high) / max(1.0, min(low, high))
    if ratio > DOUBTFUL_RATIO or (ratio > FAR_APART and min(low, high) < FEW):
        return None
    weight = 0.6 + min(1.0, log2(max(1.0, ratio)) / 2) + min(0.8, log2(1 + max(low, high)) / 12)
    return case.dispute(DisputeKind.TOLL, question, event, answers, weight=weight)


def _groups(numbers: Sequence[Given], case: Case) -> list[Range]:
    """Numbers that can be true together; lower bounds are told apart where an account opposes two sources by them."""
    groups = ranges([number.figure for number in numbers])
    if len(groups) > 1:
        return groups
    sole: list[Given] = []
    for one in numbers:
        for two in numbers:
            if one.voice.id == two.voice.id or anchor(two.figure) <= 0:
                continue
            ratio = anchor(one.figure) / anchor(two.figure)
            named = clock.named(one, case) and clock.named(two, case)
            least = SET_APART if one.claim.account == two.claim.account else SET_APART_ACROSS
            opposed = named and ratio >= least
            if opposed or ratio >= FAR_APART:
                sole += [one, two]
    if not sole:
        return groups
    high = max(anchor(number.figure) for number in sole)
    upper = [n.figure for n in numbers if anchor(n.figure) * SET_APART > high]
    lower = [n.figure for n in numbers if anchor(n.figure) * SET_APART <= high]
    return [_range(lower), _range(upper)] if lower and upper else groups


def _range(figures: Sequence[Figure]) -> Range:
    bounds = [anchor(figure) for figure in figures]
    return Range(min(bounds), max(bounds), tuple(figures))


def _clash(groups: Sequence[Range], numbers: Sequence[Given], case: Case) -> bool:
    """Whether two groups lie clearly apart and are set against each other: by two accounts, or two named sources."""
    for at, lesser in enumerate(groups):
        for greater in groups[at + 1 :]:
            low = max(anchor(figure) for figure in lesser.figures)
            high = min(anchor(figure) for figure in greater.figures)
            one = [n for n in numbers if n.figure in lesser.figures]
            two = [n for n in numbers if n.figure in greater.figures]
            if high >= low * LEAST_RATIO and _set_against(one, two, case):
                return True
    return False


def _set_against(one: Sequence[Given], two: Sequence[Given], case: Case) -> bool:
    """Whether some account gives the one number only and another the other only, or named sources give one each.

    An account that gives both in its own voice tells of a part and a whole, or of two events.
    """
    here, there = ({n.claim.account for n in group} for group in (one, two))
    if here - there and there - here:
        return True
    voices = [{n.voice.id for n in group} for group in (one, two)]
    named = {n.voice.id for n in (*one, *two) if clock.named(n, case)}
    return bool(voices[0] - voices[1] and voices[1] - voices[0] and named & (voices[0] ^ voices[1]))


def _revised(number: Given, numbers: Sequence[Given], case: Case) -> bool:
    """Whether the clock explains a number away: a later account counts more, and none sets it against another."""
    for other in numbers:
        opposed = other.claim.account == number.claim.account and other.voice.id != number.voice.id
        ratio = anchor(other.figure) / max(1.0, anchor(number.figure))
        if (
            opposed
            and clock.named(number, case)
            and clock.named(other, case)
            and not 1 / LEAST_RATIO < ratio < LEAST_RATIO
        ):
            return False
    return any(clock.replaces(other, number, case) for other in numbers)


def revisions(case: Case) -> tuple[Revision, ...]:
    """Numbers that the same source or outlet replaced later."""
    found = [
        revision
        for event in case.linked.events
        for numbers in given(event, case).values()
        for revision in clock.revisions(event, wholes(numbers, case), case)
    ]
    return tuple(sorted(set(found), key=lambda revision: (revision.event, revision.earlier, revision.later)))
