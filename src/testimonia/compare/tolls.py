"""How many: for each event, kind of victim and source the least and greatest number given, and where they clash.

Not a clash: numbers of different victims, a part against its whole, and a later number of the same source, which is
a revision. What always holds: no number is chosen over another, and nothing is added up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import log2

from testimonia.compare import alike, clock, contrasts, directness, questions, spots
from testimonia.compare.case import Case
from testimonia.compare.comparison import Revision, SourceToll, Toll
from testimonia.compare.given import Given, given, loose, vague
from testimonia.compare.values import Range, in_words, ranges
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor
from testimonia.link.situations import town_of
from testimonia.model.claim import COARSE, Figure, PlaceMention, PlacePrecision, SourceKind, Unit
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event
from testimonia.read.place_parents import parents

# Figures that clash count as a dispute where the greater is at least this many times the lesser.
LEAST_RATIO = 1.08
# "At least n" leaves room above, but voices that one account opposes, or so far apart, differ all the same.
SET_APART = 1.25
# The same for two named sources in two accounts.
SET_APART_ACROSS = 1.5
FAR_APART = 4.0
# What is left where the numbers could all be true together ("at least 12" and "at least 20"); judgement.
COMPATIBLE = 0.35
# How much graver the dead are than those otherwise counted; judgement.
WEIGHTS = {Unit.INJURED: 0.7, Unit.DISPLACED: 0.8, Unit.DETAINED: 0.8, Unit.STRIKES: 0.4}
# Numbers farther apart than this count different things: the dead of an attack, and those of the war.
DOUBTFUL_RATIO = 20.0
# Less than this share of another number of its account is a part of it, or another event's.
PART = 0.33
# Below this a number several times less than another account's counts a part, not the whole.
FEW = 30


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
        top = max(_least(entry) for entry in entries)
        by_voice: dict[str, list[Given]] = defaultdict(list)
        for entry in entries:
            by_voice[entry.voice.id].append(entry)
        first = {entry.voice.id for entry in entries if _least(entry) >= top}
        spoken_by_others = {e.voice.id for e in entries if e.claim.source.kind is not SourceKind.ACCOUNT}
        for voice, said in by_voice.items():
            most = max(_least(entry) for entry in said)
            named = clock.named(said[0], case)
            # What an account counts itself is no part of a number that it only passes on.
            own = said[0].claim.source.kind is SourceKind.ACCOUNT and any(v in spoken_by_others for v in first)
            if voice in first or own or (named and most >= top * PART):
                kept += [entry for entry in said if _least(entry) >= most]
    return sorted(kept, key=lambda entry: (_least(entry), entry.claim.id))


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
        part = spot is not None and town != spot.place and any(_counts_for(town, n, number, case) for n in numbers)
        if not part and not (spot is not None and any(_counts_around(spot, n, number, case) for n in numbers)):
            kept.append(number)
    return kept


def _counts_around(spot: PlaceMention, whole: Given, part: Given, case: Case) -> bool:
    """Whether ``whole`` is the greater number that the same account gives of the region around ``spot``."""
    claim = whole.claim
    if claim.account != part.claim.account or anchor(whole.figure) <= anchor(part.figure):
        return False
    own = [place for place in claim.places if claim.start <= place.start < claim.end]
    above = parents(spot, case.codebook)
    return any(p.precision is PlacePrecision.REGION for p in own) and all(p.place in above for p in own)


def _counts_for(town: str | None, whole: Given, part: Given, case: Case) -> bool:
    """Whether ``whole`` is the greater number that the same account gives of the town in which ``part`` lies."""
    spot = _own_place(whole)
    one_word = whole.claim.account == part.claim.account
    one_word = one_word and (whole.voice.id == part.voice.id or not clock.named(whole, case))
    return one_word and spot is not None and spot.place == town and anchor(whole.figure) > anchor(part.figure)


def _own_place(number: Given) -> PlaceMention | None:
    """The place that the words around a number name, where they name one."""
    claim = number.claim
    fine = [p for p in claim.places if p.precision not in COARSE]
    own = [place for place in fine if claim.start <= place.start < claim.end]
    return own[0] if len({place.place for place in own}) == 1 else None


def _without_single(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` without the single victims named apart, where there are others."""
    several = [number for number in numbers if (number.figure.high or 2) > 1]
    return several or list(numbers)


def _without_vague(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` without words such as "dozens" of accounts that also give numbers proper."""
    proper = {number.claim.account for number in numbers if not vague(number)}
    return [number for number in numbers if not vague(number) or number.claim.account not in proper]


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over numbers of one event."""
    for event in case.linked.events:
        for (unit, victims), numbers in sorted(given(event, case).items()):
            dispute = _dispute(event, unit, victims, numbers, case)
            if dispute is not None:
                yield dispute


def _dispute(event: Event, unit: Unit, victims: str, numbers: Sequence[Given], case: Case) -> Dispute | None:
    whole = [number for number in wholes(numbers, case) if not _revised(number, numbers, event, case)]
    if all(vague(number) for number in whole):
        return None  # "scores" and "hundreds"
    whole = _comparable(alike.of_one_kind(whole, case))
    least = LEAST_RATIO
    if not _differ(_groups(whole, case), whole, case, least):
        whole, least = contrasts.contrasted(numbers, case), 1.0
    if victims not in case.words.common_victims and len({number.figure.counted.casefold() for number in whole}) > 1:
        return None  # "medics" and "volunteers" are not one another
    groups = _groups(whole, case)
    if not _differ(groups, whole, case, least):
        return None
    groups = _of_the_clash(groups, whole, case)
    whole = [number for number in whole if any(number.figure in group.figures for group in groups)]
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
        where=spots.phrase(event, case, [number.claim for number in whole]),
        when=questions.when(event.period),
    )
    low, high = anchor(groups[0].figures[0]), anchor(groups[-1].figures[0])
    ratio = max(low, high) / max(1.0, min(low, high))
    weight = (
        directness.of(groups, whole, case)
        * WEIGHTS.get(unit, 1.0)
        * (0.6 + min(1.0, log2(max(1.0, ratio)) / 2) + min(0.8, log2(1 + max(low, high)) / 12))
    )
    if len(ranges([number.figure for number in whole])) == 1:
        weight *= COMPATIBLE
    return case.dispute(DisputeKind.TOLL, question, event, answers, weight=weight)


def _comparable(numbers: Sequence[Given]) -> list[Given]:
    """``numbers`` without those so far below the greatest that they count a part, or another thing."""
    top = max((_least(number) for number in numbers), default=0.0)
    kept = []
    for number in numbers:
        ratio = top / max(1.0, _least(number))
        if ratio <= DOUBTFUL_RATIO and not (ratio > FAR_APART and _least(number) < FEW):
            kept.append(number)
    return kept


def _least(number: Given) -> float:
    """A number to compare sizes by: of a word such as "dozens" the least that it means."""
    low = number.figure.low
    return low if low is not None and vague(number) else anchor(number.figure)


def _differ(groups: Sequence[Range], numbers: Sequence[Given], case: Case, least: float) -> bool:
    return len(groups) > 1 and _clash(groups, numbers, case, least)


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


def _clash(groups: Sequence[Range], numbers: Sequence[Given], case: Case, least: float) -> bool:
    """Whether two groups lie clearly apart and are set against each other: by two accounts, or two named sources."""
    for at, lesser in enumerate(groups):
        for greater in groups[at + 1 :]:
            below, above = _proper(lesser), _proper(greater)
            low, high = max(map(anchor, below)), min(map(anchor, above))
            one = [n for n in numbers if n.figure in below]
            two = [n for n in numbers if n.figure in above]
            of_the_same = alike.of_one_whole(one, two, case) and alike.of_one_attack(one, two, case)
            of_the_same = of_the_same and alike.of_one_scope(one, two, case) and not _seen_so_far(one, case)
            if high >= low * least and of_the_same and _set_against(one, two, case):
                return True
    return False


def _seen_so_far(numbers: Sequence[Given], case: Case) -> bool:
    """Whether all of ``numbers`` are of bodies that somebody has seen so far: "at least nine bodies were brought"."""
    return all(n.figure.high is None and begins_any(case.sentence(n.claim), case.words.seen_bodies) for n in numbers)


def _of_the_clash(groups: Sequence[Range], numbers: Sequence[Given], case: Case) -> list[Range]:
    """``groups`` without those that are of another attack than every other group, where two are left."""
    sides = [[n for n in numbers if n.figure in group.figures] for group in groups]
    kept = [
        group
        for at, group in enumerate(groups)
        if any(alike.of_one_attack(sides[at], other, case) for beside, other in enumerate(sides) if beside != at)
    ]
    return kept if len(kept) > 1 else list(groups)


def _proper(group: Range) -> list[Figure]:
    """The figures of a group without words such as "scores", where it has others."""
    return [figure for figure in group.figures if not loose(figure)] or list(group.figures)


def _set_against(one: Sequence[Given], two: Sequence[Given], case: Case) -> bool:
    """Whether some account gives the one number only and another the other only, or named sources give one each.

    An account that gives both in its own voice tells of a part and a whole, or of two events.
    """
    here, there = ({n.claim.account for n in group} for group in (one, two))
    if here - there and there - here:
        return True
    aside = [{begins_any(case.sentence(n.claim), case.words.also) for n in group} for group in (one, two)]
    if aside in ([{True}, {False}], [{False}, {True}]):
        return False  # "a bus was also hit": of another attack than the number before
    voices = [{n.voice.id for n in group} for group in (one, two)]
    named = {n.voice.id for n in (*one, *two) if clock.named(n, case)}
    return bool(voices[0] - voices[1] and voices[1] - voices[0] and named & (voices[0] ^ voices[1]))


def _revised(number: Given, numbers: Sequence[Given], event: Event, case: Case) -> bool:
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
    return any(
        clock.replaces(other, number, case) or clock.first_count(number, other, event, case)
        for other in numbers
        if not _disowned(other, numbers)
    )


def _disowned(number: Given, numbers: Sequence[Given]) -> bool:
    """Whether an account only passes a number on as what people say, and counts otherwise itself."""
    if number.claim.source.kind is not SourceKind.UNNAMED:
        return False
    return any(
        other.claim.account == number.claim.account
        and other.claim.source.kind is SourceKind.ACCOUNT
        and not 1 / LEAST_RATIO < anchor(other.figure) / max(1.0, anchor(number.figure)) < LEAST_RATIO
        for other in numbers
    )


def revisions(case: Case) -> tuple[Revision, ...]:
    """Numbers that the same source or outlet replaced later."""
    found = [
        revision
        for event in case.linked.events
        for numbers in given(event, case).values()
        for revision in clock.revisions(event, wholes(numbers, case), case)
    ]
    return tuple(sorted(set(found), key=lambda revision: (revision.event, revision.earlier, revision.later)))
