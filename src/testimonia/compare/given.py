"""Which numbers an event's claims give for it, and of whom: no sums over a longer time, no parts, no outdated counts.

What always holds: each number keeps its claim and the voice that gives it, and nothing is added up.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from testimonia.compare.case import Case, Voice
from testimonia.compare.words import begins_any
from testimonia.link.figures import Victim, anchor, is_part, victim_class
from testimonia.model.claim import Claim, Figure, Unit
from testimonia.model.event import Event
from testimonia.model.period import Period

TOLL_UNITS = (Unit.KILLED, Unit.INJURED, Unit.DISPLACED, Unit.DETAINED, Unit.STRIKES)
# Victims that are a kind of their own only where fighters are counted beside them.
CIVILIANS = "civilians"
# Characters before a number in which "since" makes it a sum over a longer time.
LEADING = 90
# Characters before a number in which "another" makes it count further victims.
BEFORE = 14
# Characters around a number within which a word must tell of death, where it counts dead.
BESIDE = 80
# Characters before a number in which "an earlier toll of" makes it an old one.
OUTDATED = 45
# Characters around a number in which "killed and wounded" makes it one of both.
LED = 28
# Characters behind a number within which its sentence may go on to count others.
REST = 160
# So many dead are those of a war.
OF_A_WAR = 10_000
# Days over which a number is a sum over several events.
LONGER = 4
# Days by which a day that an account gives is apart from the event's: less is a night or a day of publication.
APART = 2


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
        if claim.factuality.polarity < 0 or _before(claim, event, case):
            continue
        for figure in claim.figures:
            stated = figure.low is not None or figure.high is not None
            if not stated or figure.unit not in TOLL_UNITS:
                continue
            if is_part(figure, case.linking) and not (figure.part_of is not None and _of_a_kind(figure, case)):
                continue
            dated = _dated_apart(figure, claim, event, case) or _told_of_another_day(figure, claim, event, case)
            if of_event(claim, event) and _of_all(figure, claim, case) and not dated:
                key = figure.unit, _class(figure, claim, case)
                found[key].append(Given(figure, claim, case.voice(claim)))
    return _civilians_apart(found)


def _civilians_apart(found: dict[tuple[Unit, str], list[Given]]) -> dict[tuple[Unit, str], list[Given]]:
    """``found`` with civilians as a kind of their own in accounts that count more people than these."""
    for unit in {unit for unit, _ in found}:
        people = found.get((unit, Victim.PEOPLE.value), [])
        most: dict[str, float] = defaultdict(float)
        for number in people:
            if not _civilians(number.figure):
                most[number.claim.account] = max(most[number.claim.account], anchor(number.figure))
        apart = [n for n in people if _civilians(n.figure) and anchor(n.figure) < most[n.claim.account]]
        if apart:
            found[unit, Victim.PEOPLE.value] = [number for number in people if number not in apart]
            found[unit, CIVILIANS] = [*found.get((unit, CIVILIANS), []), *apart]
    return found


def _before(claim: Claim, event: Event, case: Case) -> bool:
    """Whether the account of ``claim`` was published before the event, and so cannot count its victims."""
    published = case.accounts[claim.account].published.end
    happened = event.period.start if event.period else None
    return published is not None and happened is not None and published < happened


def _class(figure: Figure, claim: Claim, case: Case) -> str:
    """The kind of victims: civilians are one of their own where the same sentence counts dead fighters beside them."""
    victims = victim_class(figure, case.linking)
    if figure.part_of is not None and _civilians(figure):
        return CIVILIANS
    if victims == Victim.PEOPLE and _civilians(figure):
        beside = [other for near in (claim, *case.beside(claim)) for other in near.figures]
        for other in beside:
            if other.unit is figure.unit and victim_class(other, case.linking) == Victim.FIGHTERS:
                return CIVILIANS
    return victims


def _of_a_kind(figure: Figure, case: Case) -> bool:
    """Whether a part of a number counts all of one kind among them: "35 killed, 11 of them children"."""
    return _civilians(figure) or victim_class(figure, case.linking) in case.words.adding_victims


def _civilians(figure: Figure) -> bool:
    return begins_any(f"{figure.counted} {figure.text}", (CIVILIANS[:-1],))


def _of_all(figure: Figure, claim: Claim, case: Case) -> bool:
    """Whether a number counts all of one event: no longer sum, none further, none of another fate or an old count."""
    words = case.words
    if begins_any(case.before(claim, figure.start, LEADING), words.cumulative):
        return False
    if begins_any(case.sentence(claim), (*words.long_sums, *words.of_many)):
        return False
    if begins_any(case.before(claim, figure.start, BEFORE), words.further) or _is_summand(figure, claim, case):
        return False
    if begins_any(case.before(claim, figure.start, OUTDATED), words.outdated):
        return False
    if _of_dead_and_hurt(figure, claim, case):
        return False
    if figure.unit is not Unit.KILLED:
        return True
    around = case.before(claim, figure.start, BESIDE) + case.after(claim, figure.start, BESIDE)
    return not begins_any(figure.text, words.hurt) and begins_any(f"{claim.text} {around}", words.deadly)


def _is_summand(figure: Figure, claim: Claim, case: Case) -> bool:
    """Whether its sentence goes on with further victims of one fate: "30 died in the north and another nine here"."""
    rest = case.after(claim, figure.end, REST).casefold()
    ends = [at + len(words) for words in case.words.and_further if (at := rest.find(words)) >= 0]
    return any(not begins_any(rest[end : end + BESIDE], case.words.hurt) for end in ends)


def _of_dead_and_hurt(figure: Figure, claim: Claim, case: Case) -> bool:
    """Whether a number counts the dead and the injured together: "20 killed and wounded", "kills, injures 20"."""
    lead, rest = _plain(case.before(claim, figure.start, LED)), _plain(case.after(claim, figure.end, LED))
    both = case.words.dead_and_hurt
    if begins_any(rest, both) or begins_any(lead, tuple(f"{words} of" for words in both)):
        return True
    return lead.endswith(case.words.kills_and_hurts)


def _plain(text: str) -> str:
    """``text`` in small letters, without commas and the like, for which nothing or a word stands in headlines."""
    return " ".join(text.casefold().replace(",", " ").replace("/", " or ").replace("&", " and ").split())


def vague(number: Given) -> bool:
    """Whether a number is a word such as "dozens"."""
    return loose(number.figure)


def loose(figure: Figure) -> bool:
    """Whether a figure is a word such as "dozens": its greatest reading is twice its least or more."""
    return bool(figure.low and figure.high and figure.high >= 2 * figure.low)


def of_event(claim: Claim, event: Event) -> bool:
    """Whether a claim's number is of the event alone: not a sum over a longer time ("since Saturday") or a war."""
    if any(anchor(figure) >= OF_A_WAR and figure.unit in (Unit.KILLED, Unit.INJURED) for figure in claim.figures):
        return False
    if claim.period is None or event.period is None or event.period.days is None or event.period.days > 2:
        return True
    if _of_another_day(claim, event.period):
        return False
    days = claim.period.days
    open_ended = claim.period.start is not None and claim.period.end is None
    return not open_ended and (days is None or days <= LONGER)


def _of_another_day(claim: Claim, days: Period) -> bool:
    """Whether the claim's own words give a day that is none of ``days``."""
    period = claim.period
    if period is None or period.start is None or period.start_offset is None or period.days != 1:
        return False
    said = claim.start <= period.start_offset < claim.end and not of_telling(claim, period.start_offset)
    return said and days.start is not None and days.end is not None and not days.start <= period.start <= days.end


def _told_of_another_day(figure: Figure, claim: Claim, event: Event, case: Case) -> bool:
    """Whether the same words give ``figure`` in a longer claim of its account that names a day none of the event's."""
    days = event.period
    if days is None or days.days is None or days.days > 2:
        return False
    return any(
        other.start <= claim.start and claim.end <= other.end and _of_another_day(other, days)
        for other in case.told_by(claim.account)
        if any(f.start == figure.start for f in other.figures)
    )


def _dated_apart(figure: Figure, claim: Claim, event: Event, case: Case) -> bool:
    """Whether the account of ``claim`` gives the same number with a day, and only with days apart from the event's."""
    days = event.period
    if days is None or days.start is None or days.end is None or (days.days or LONGER) > 2:
        return False
    told = [
        other.period.start
        for other in case.told_by(claim.account)
        if other.period is not None and other.period.start is not None and other.period.days == 1
        and other.period.start_offset is not None and other.start <= other.period.start_offset < other.end
        and not of_telling(other, other.period.start_offset)
        and any(f.unit is figure.unit and f.low == figure.low for f in other.figures)
    ]  # fmt: skip
    first, last = days.start.toordinal() - APART + 1, days.end.toordinal() + APART - 1
    return bool(told) and not any(first <= day.toordinal() <= last for day in told)


def of_telling(claim: Claim, offset: int) -> bool:
    """Whether a day at ``offset`` is the one of the telling: "the ministry spoke this morning of 800 dead".

    It stands between the source, which the claim's own words name, and the number.
    """
    named = claim.source.start
    number = min((figure.start for figure in claim.figures), default=None)
    return named is not None and number is not None and claim.start <= named < offset < number
