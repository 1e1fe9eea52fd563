"""How things stand: states that one voice gives as fact, another as near, possible, over or untrue.

A hedge against a plain statement is shown here, as a difference in firmness. What always holds: all claims of one
question may speak of the same stretch of time, for a situation holds no others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from testimonia.compare import questions
from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.situations import holds
from testimonia.link.titles import place_name
from testimonia.model.claim import COARSE, ActorMention, Claim, Kind, PlacePrecision
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.event import Event
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.source import ActorKind

PLACED = {"encirclement", "control"}
# Characters before the trigger in which words say that a state is near or over.
REACH = 40
# Days by which two statements of a state may miss each other, and by which their accounts may lie apart.
SLACK = 10
TELLING = 25
# The same for a place taken or not: a matter of days.
TAKING = 10
# How far a pair of statuses stands apart, for ranking: a fact denied is the farthest.
OPPOSED = ({"fact", "denied"}, {"fact", "ended"}, {"fact", "partial"})


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether a state holds, and over who holds a place."""
    for situation in case.linked.situations:
        if situation.type in PLACED:
            yield from _standing(situation, case)
        if situation.type == "control":
            yield from _holders(situation, case)


def status_of(claim: Claim, case: Case) -> str:
    """How firmly and how far ``claim`` says that the state is reached: a key of ``statuses``."""
    words = case.words
    if claim.factuality.polarity < 0:
        return "denied"
    near = _around(claim, case)
    if begins_any(_after(claim, case), case.words.hypothetical):
        return "possible"
    if claim.condition is not None or claim.factuality is Factuality.POSSIBLE:
        return "possible"
    if claim.factuality is Factuality.UNCOMMITTED:
        return "uncommitted"
    if begins_any(near, words.incomplete):
        return "partial"
    if begins_any(near, words.ended):
        return "ended"
    if claim.factuality is Factuality.PROBABLE:
        return "likely"
    return "expected" if claim.tense is Tense.FUTURE else "fact"


def _around(claim: Claim, case: Case) -> str:
    """The words that lead up to the trigger of a claim in its sentence, and the trigger."""
    if claim.trigger is None:
        return claim.text
    return case.before(claim, claim.trigger.start, REACH) + claim.trigger.text


def _after(claim: Claim, case: Case) -> str:
    """The words that follow the trigger of a claim in its sentence, where a modal verb would stand."""
    if claim.trigger is None:
        return ""
    return case.after(claim, claim.trigger.end, REACH)


def _standing(situation: Event, case: Case) -> Iterator[Dispute]:
    by_status: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.told(situation):
        if situation.type != "control" or (claim.kind is Kind.EVENT and _names_place(claim, situation)):
            status = status_of(claim, case)
            plain = status == "fact" or (status == "denied" and _says_so(claim, situation, case))
            if plain or situation.type == "control" or _speaks_of(claim, situation, case):
                by_status[status].append(claim)
    for passing in ("uncommitted", "expected") if situation.type == "control" else ("uncommitted",):
        by_status.pop(passing, None)
    if situation.type == "control" and not {"fact", "denied"} <= by_status.keys():
        return
    if len(by_status) < 2 or not _two_voices(list(by_status.values()), case):
        return
    if not {"fact", "ended", "denied"} & by_status.keys():
        return
    by_status = _of_one_time(by_status, case)
    if len(by_status) < 2 or not _two_voices(list(by_status.values()), case):
        return
    question = case.words.question(
        f"status_{situation.type}", where=_place(situation, case), when=_when(by_status.values(), case)
    )
    named = {**case.words.statuses, **(case.words.encirclement if situation.type == "encirclement" else {})}
    answers = [
        case.answer(named[status], claims, first=partial(_shows, status, situation, case))
        for status, claims in sorted(by_status.items())
    ]
    weight = 0.8 + 0.3 * sum(pair <= by_status.keys() for pair in OPPOSED)
    yield case.dispute(DisputeKind.STATUS, question, situation, answers, weight=weight)


def _speaks_of(claim: Claim, situation: Event, case: Case) -> bool:
    """Whether the sentence of a claim names the place whose state is in question, or says "the city"."""
    named = {place.name.casefold() for place in situation.places} | {_place(situation, case).casefold()}
    return begins_any(case.sentence(claim), (*sorted(named), *case.linking.towns))


def _names_place(claim: Claim, situation: Event) -> bool:
    """Whether the words of a claim name the place whose state is in question, not a part of it or a road to it."""
    wanted = {place.place for place in situation.places}
    own = [place for place in claim.places if claim.start <= place.start < claim.end]
    return len({p.place for p in own}) == 1 and own[0].precision is PlacePrecision.LOCALITY and own[0].place in wanted


def _shows(status: str, situation: Event, case: Case, claim: Claim) -> bool:
    """Whether a claim says in the state's own words, and as firmly as the answer has it, how things stand."""
    hedged = 0 < claim.factuality.certainty < Factuality.CERTAIN.certainty
    return _says_so(claim, situation, case) and (status != "possible" or hedged)


def _says_so(claim: Claim, situation: Event, case: Case) -> bool:
    """Whether the trigger of ``claim`` is one of the state's own words, not of what brings it about."""
    stems = next((group.stems for group in case.linking.situations if group.name == situation.type), ())
    return claim.trigger is not None and begins_any(claim.trigger.text, stems)


def _of_one_time(by_status: dict[str, list[Claim]], case: Case) -> dict[str, list[Claim]]:
    """The claims that another answer stands against at the same time; what changed later is no contradiction."""
    kept = {}
    for status, claims in by_status.items():
        others = [other for answer, held in by_status.items() if answer != status for other in held]
        standing = [claim for claim in claims if any(_same_time(claim, other, case) for other in others)]
        if standing:
            kept[status] = standing
    return kept


def _same_time(one: Claim, two: Claim, case: Case) -> bool:
    first, second = (holds(claim, case.accounts[claim.account]) for claim in (one, two))
    late = first[0] is not None and second[1] is not None and first[0] > second[1] + SLACK
    early = second[0] is not None and first[1] is not None and second[0] > first[1] + SLACK
    days = [case.accounts[claim.account].published.end for claim in (one, two)]
    most = TAKING if Kind.EVENT in (one.kind, two.kind) else TELLING
    apart = days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > most
    return not late and not early and not apart


def _when(groups: Iterable[Sequence[Claim]], case: Case) -> str:
    """The months in which accounts make these statements, such as " as of February 2016"."""
    days = [case.accounts[claim.account].published.start for claims in groups for claim in claims]
    known = sorted(day for day in days if day is not None)
    if not known:
        return ""
    first, last = f"{known[0]:%B} {known[0].year}", f"{known[-1]:%B} {known[-1].year}"
    return f" as of {first}" if first == last else f" between {first} and {last}"


def _place(situation: Event, case: Case) -> str:
    return situation.title.partition(": ")[2] or place_name(situation.places)


def _two_voices(groups: Sequence[Sequence[Claim]], case: Case) -> bool:
    """Whether some voice of one answer gives none of another: nobody contradicts himself alone."""
    voices = [{case.voice(claim).id for claim in claims} for claims in groups]
    return any(one - two for one in voices for two in voices if one is not two) and len(set.union(*voices)) > 1


def _holders(situation: Event, case: Case) -> Iterator[Dispute]:
    by_holder: dict[str, list[Claim]] = defaultdict(list)
    for claim in case.told(situation):
        if claim.type != "CONTROLS" or claim.factuality.polarity <= 0 or not _of_one_place(claim, case):
            continue
        for mention in claim.actors:
            if not case.kinship.nobody(mention.actor) and not _in_general(mention, case):
                by_holder[case.kinship.root(mention.actor)].append(claim)
    groups: list[tuple[str, list[Claim]]] = []
    for holder, claims in sorted(by_holder.items()):
        like = next((group for group in groups if case.same_actor(group[0], holder)), None)
        if like is None:
            groups.append((holder, list(claims)))
        else:
            like[1].extend(claims)
    if len(groups) < 2 or not _exclusive([claims for _, claims in groups], case):
        return
    question = case.words.question("holder", where=_place(situation, case), when=questions.when(situation.period))
    answers = [case.answer(case.kinship.name(holder) or _named(holder, claims), claims) for holder, claims in groups]
    yield case.dispute(DisputeKind.STATUS, question, situation, answers, weight=0.8)


def _in_general(mention: ActorMention, case: Case) -> bool:
    """Whether a holder is told by a word for anybody under arms: "the militants' stronghold" may be of any group."""
    return case.kinship.kind(mention.actor) is ActorKind.PEOPLE and begins_any(mention.text, case.words.hostile)


def _of_one_place(claim: Claim, case: Case) -> bool:
    """Whether a claim names just one town or site, and in its own words; "the province" is more than its town."""
    fine = [p for p in claim.places if p.precision not in COARSE]
    own = len(fine) == 1 and claim.start <= fine[0].start < claim.end
    return own and not begins_any(fine[0].text, case.words.regions)


def _exclusive(groups: Sequence[Sequence[Claim]], case: Case) -> bool:
    """Whether no account gives more than one holder: an account that does tells of a divided place."""
    accounts = [{claim.account for claim in claims} for claims in groups]
    return not any(one & two for at, one in enumerate(accounts) for two in accounts[at + 1 :])


def _named(holder: str, claims: Sequence[Claim]) -> str:
    return next((m.name for claim in claims for m in claim.actors if m.actor == holder), holder)
