"""How many there are: standing numbers, such as a town's people, on which voices differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from testimonia.compare.case import Case
from testimonia.compare.values import in_words, ranges
from testimonia.compare.words import begins_any
from testimonia.link.figures import anchor
from testimonia.link.situations import town_of
from testimonia.model.claim import Claim, Figure, PlaceMention, PlacePrecision, Unit
from testimonia.model.dispute import Dispute, DisputeKind

# A town's people: fewer is the size of a crowd.
LEAST = 1000
# Numbers that clash are worth asking about where the greater is this many times the lesser.
LEAST_RATIO = 1.5
# Characters within which a bare number counts what the number before it counts.
NEAR = 250
# Days that may lie between two counts of one people: towns empty in war, but accounts of one year speak of one siege.
SLACK = 366
# A number whose greatest reading is this many times its least is a word such as "hundreds of thousands".
VAGUE = 4


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over how many people live in a place."""
    by_place: dict[tuple[str, bool], list[tuple[Figure, Claim]]] = defaultdict(list)
    named: dict[tuple[str, bool], PlaceMention] = {}
    for claim in case.claims.values():
        for figure in claim.figures:
            if not _of_people(figure, claim, case):
                continue
            part = begins_any(case.sentence(claim), case.words.parts_of_place)
            if not part and not claim.factuality.polarity:
                continue
            for place in claim.places or _around(claim, case):
                if place.precision is not PlacePrecision.COUNTRY:
                    key = town_of(place, case.codebook), part
                    named.setdefault(key, case.places.get(key[0], place))
                    by_place[key].append((figure, claim))
    for key, numbers in sorted(by_place.items()):
        for phase in _phases(numbers, case):
            dispute = _dispute(named[key], key[1], phase, case)
            if dispute is not None:
                yield dispute


def _phases(numbers: Sequence[tuple[Figure, Claim]], case: Case) -> list[list[tuple[Figure, Claim]]]:
    """Numbers parted where more than ``SLACK`` days lie between the accounts that give them; towns empty in war."""
    dated = sorted(
        ((_day(claim, case), claim.id, figure.start, figure, claim) for figure, claim in numbers),
        key=lambda entry: entry[:3],
    )
    phases: list[list[tuple[Figure, Claim]]] = []
    last = 0
    for day, _, _, figure, claim in dated:
        if not phases or (last and day > last + SLACK):
            phases.append([])
        phases[-1].append((figure, claim))
        last = day
    return phases


def _day(claim: Claim, case: Case) -> int:
    """The day on which the account of ``claim`` was published, 0 where it is not known."""
    published = case.accounts[claim.account].published
    known = published.start or published.end
    return known.toordinal() if known else 0


def _of_people(figure: Figure, claim: Claim, case: Case) -> bool:
    """Whether a figure counts those who live somewhere: people it names, or that its sentence names."""
    if figure.low and figure.high and figure.high >= VAGUE * figure.low:
        return False  # "hundreds of thousands"
    if anchor(figure) < LEAST or claim.factuality.polarity < 0 or begins_any(claim.text, case.words.not_population):
        return False
    if figure.unit is Unit.PEOPLE:
        return begins_any(f"{claim.text} {figure.counted}", case.words.population)
    counted = figure.unit is Unit.OTHER and not figure.counted
    return counted and begins_any(f"{_before(claim, case)} {case.sentence(claim)}", case.words.population)


def _before(claim: Claim, case: Case) -> str:
    """The sentence of the nearest figure before ``claim`` that counts people, within ``NEAR`` characters."""
    near = [
        other
        for other in case.claims.values()
        if other.account == claim.account
        and 0 < claim.start - other.start <= NEAR
        and any(figure.unit in (Unit.PEOPLE, Unit.OTHER) for figure in other.figures)
    ]
    return case.sentence(max(near, key=lambda other: (other.start, other.id))) if near else ""


def _around(claim: Claim, case: Case) -> tuple[PlaceMention, ...]:
    """The places of the nearest claim before, in the same account, that names one."""
    before = [
        other
        for other in case.claims.values()
        if other.account == claim.account and other.start <= claim.start and other.places and other.id != claim.id
    ]
    return max(before, key=lambda other: (other.start, other.id)).places if before else ()


def _dispute(place: PlaceMention, part: bool, numbers: Sequence[tuple[Figure, Claim]], case: Case) -> Dispute | None:
    today = [(f, c) for f, c in numbers if not begins_any(case.sentence(c), case.words.former)]
    before = [(f, c) for f, c in numbers if begins_any(case.sentence(c), case.words.former)]
    anchors = [anchor(group.figures[0]) for group in ranges([figure for figure, _ in today])]
    if not anchors or max(anchors) < LEAST_RATIO * min(anchors):
        return None
    answers = []
    for counted, words in ((today, "{}"), (before, case.words.once)):
        for group in ranges([figure for figure, _ in counted]):
            held = [(figure, claim) for figure, claim in counted if figure in group.figures]
            value = words.format(in_words([figure for figure, _ in held]))
            answers.append(case.answer(value, [claim for _, claim in held]))
    voices = {case.voice(claim).id for _, claim in numbers}
    accounts = {claim.account for _, claim in numbers}
    question = case.words.question("population_of_part" if part else "population", where=place.name)
    if len(voices) < 2 and len(accounts) < 2 and len(numbers) < 2:
        return None
    return case.dispute(DisputeKind.TOLL, question, None, answers, places=(place,), weight=0.9)
