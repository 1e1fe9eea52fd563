"""Who did it: different actors for one deed, or an actor that some name or accuse and others clear.

Not a dispute: an actor and what it is part of, the two sides of one fight, a deed done jointly, and a voice that
names nobody. What always holds: a denial stands under the actor it clears.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from testimonia.compare import denials, doers, questions, spots
from testimonia.compare.case import Case
from testimonia.compare.given import of_event
from testimonia.compare.words import begins_any
from testimonia.model.claim import ActorMention, Claim, Kind
from testimonia.model.dispute import Answer, Dispute, DisputeKind
from testimonia.model.event import Event
from testimonia.model.source import ActorKind

DEEDS = ("ASSAULT",)
CERTAIN = 3
# Days within which one deed lies, and what a question of no such deed weighs.
SHORT, UNDATED = 7, 0.5
# What is left where two sides that nobody clears may have fired at each other; judgement.
MUTUAL = 0.5
# What is left where all that stands against an accusation are denials of such deeds in general; judgement.
GENERAL = 0.25
# How the rule of a claim begins that reads who is held for a deed.
AUTHORSHIP = "authorship."
# Characters before a claim in which somebody is said to deny it.
LEADING = 40
# A mention no longer than this, in small letters, is a pronoun; whom it means is too uncertain to accuse by.
PRONOUN = 4
_MANY = {ActorKind.PEOPLE, None}
_NO_DOERS = {ActorKind.ORGANISATION, ActorKind.OUTLET, ActorKind.UNNAMED}


@dataclass
class _Suspect:
    """Actors that stand for one answer, with the claims that name and that clear them, and by whose word."""

    actors: set[str]
    name: str
    named: list[Claim] = field(default_factory=list)
    cleared: list[Claim] = field(default_factory=list)
    accusers: set[str] = field(default_factory=set)
    clearers: set[str] = field(default_factory=set)

    @property
    def opposed(self) -> bool:
        """Whether one voice names the actor and another clears it."""
        return bool(self.accusers) and bool(self.clearers - self.accusers)


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over who is responsible for an act of violence."""
    for event in case.linked.events:
        if event.type in DEEDS:
            dispute = _dispute(event, case)
            if dispute is not None:
                yield dispute


def _dispute(event: Event, case: Case) -> Dispute | None:
    deeds = [c for c in case.told(event) if c.kind is Kind.EVENT and c.type in DEEDS and of_event(c, event)]
    claims = [claim for claim in _of_one(deeds, case) if not _of_another(claim, event, case)]
    suspects = _suspects(claims, case)
    _clear(event, suspects, case)
    named = [suspect for suspect in suspects if suspect.named]
    opposed = any(suspect.opposed for suspect in suspects)
    if not opposed:
        suspects = _differing(claims, named, case)
        if not suspects:
            return None
    what = questions.what(claims, case.words)
    if not opposed and what in {case.words.happenings.get(kind) for kind in case.words.two_sided}:
        return None
    answers = [answer for suspect in _of_the_deed(suspects, case) for answer in _answers(suspect, case)]
    question = case.words.question(
        "responsibility",
        what=what,
        where=spots.phrase(event, case, [c for suspect in suspects for c in (*suspect.named, *suspect.cleared)]),
        when=questions.when(event.period),
    )
    weight = 0.4 + 0.8 * opposed + 0.3 * (len(event.accounts) > 1)
    if opposed and all(
        denials.in_general(claim, case) for suspect in suspects if suspect.opposed for claim in suspect.cleared
    ):
        weight *= GENERAL
    if not opposed and _kinds([claim for suspect in suspects for claim in suspect.named], case) <= set(
        case.words.mutual
    ):
        weight *= MUTUAL
    if event.period is None or event.period.days is None or event.period.days > SHORT:
        weight *= UNDATED
    return case.dispute(DisputeKind.RESPONSIBILITY, question, event, answers, weight=weight)


def _of_one(claims: Sequence[Claim], case: Case) -> list[Claim]:
    """Those of ``claims`` that lay one deed on somebody.

    What an account tells of no particular kind goes with its other claims: where these are of a fight or of strikes on
    many fronts, so is it.
    """
    vague = (None, *case.words.vague_kinds)
    held = [claim for claim in claims if doers.lays_one_deed(claim, case)]
    laying = [claim for claim in held if claim.actors]
    plain = {claim.account for claim in laying if claim.acled not in vague or claim.rule.startswith(AUTHORSHIP)}
    aside = {claim.account for claim in claims if claim not in held and claim.acled not in vague} - plain
    return [claim for claim in held if claim.account not in aside]


def _of_the_deed(suspects: Sequence[_Suspect], case: Case) -> list[_Suspect]:
    """Those of ``suspects`` who are said to have done what the disputed one is accused of: a deed of its kind.

    A raid that is laid on one side and denied by it makes no doer of those who shelled the town that day.
    """
    disputed = [suspect for suspect in suspects if suspect.opposed]
    kinds = _kinds([claim for suspect in disputed for claim in suspect.named], case)
    if not kinds:
        return list(suspects)
    for suspect in suspects:
        if not suspect.opposed:
            suspect.named = [claim for claim in suspect.named if _lays(claim) or claim.acled in kinds]
    return [suspect for suspect in suspects if suspect.opposed or suspect.named]


def _lays(claim: Claim) -> bool:
    """Whether a claim is that somebody is to be held for the deed, whatever its kind."""
    return claim.type not in DEEDS or claim.rule.startswith(AUTHORSHIP)


def _kinds(claims: Iterable[Claim], case: Case) -> set[str]:
    """The kinds of deed of ``claims``, those left out that say nothing of the means."""
    return {claim.acled for claim in claims if claim.acled} - set(case.words.vague_kinds)


def _of_another(denial: Claim, event: Event, case: Case) -> bool:
    """Whether a denial in ``event`` answers what its account tells beside it of another event by the same side."""
    other = case.event(case.told_about(denial) or "")
    if other is None or other.id == event.id or denial.factuality.polarity >= 0:
        return False
    told = [c for c in case.told(other) if c.account == denial.account and c.factuality.polarity > 0]
    return any(case.same_actor(m.actor, d.actor) for c in told for m in c.actors for d in denial.actors)


def _clear(event: Event, suspects: Sequence[_Suspect], case: Case) -> None:
    """Adds what stands elsewhere in the accounts: denials of such a deed, and of the accusations, by the accused."""
    for denial in denials.of_deed(event, case):
        for suspect in suspects:
            if any(case.same_actor(mention.actor, a) for mention in denial.actors for a in suspect.actors):
                _count(suspect, denial, case.voice(denial).id, -1)
    for denial in denials.of_accusations(event, case):
        for suspect in suspects:
            ours = [m for m in denial.actors if any(case.same_actor(m.actor, a) for a in suspect.actors)]
            if ours and denial not in suspect.cleared:
                suspect.cleared.append(denial)
                suspect.clearers.add(case.kinship.root(ours[0].actor))


def _answers(suspect: _Suspect, case: Case) -> Iterator[Answer]:
    """The answers that ``suspect`` stands for: one for each actor of its side that claims name, alone or together."""
    by_value: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for claim in suspect.named:
        by_value.setdefault(_value(claim, suspect, case), ([], []))[0].append(claim)
    for claim in suspect.cleared:
        value = _value(claim, suspect, case)
        if value not in by_value and by_value:
            # Nobody names that one alone: who denies it denies what is laid on it and others together.
            value = max(by_value, key=lambda held: (len(by_value[held][0]), held))
        by_value.setdefault(value, ([], []))[1].append(claim)
    for value, (named, cleared) in sorted(by_value.items()):
        yield case.answer(value, named, cleared)


def _value(claim: Claim, suspect: _Suspect, case: Case) -> str:
    """Whom ``claim`` itself names of those that ``suspect`` stands for, states for their arms."""
    mentions = claim.recipients if claim.type in case.words.blame_types else claim.actors
    ours = [mention for mention in mentions if mention.actor in suspect.actors]
    names = {case.kinship.name(case.kinship.root(mention.actor)) or mention.name for mention in ours}
    return case.words.either.join(sorted(names)) or suspect.name


def _differing(claims: Sequence[Claim], named: Sequence[_Suspect], case: Case) -> list[_Suspect]:
    """Those of ``named`` that are another answer than some other of them, for one deed that has one doer."""
    suffering = {case.kinship.root(mention.actor) for claim in claims for mention in claim.recipients}
    return [one for one in named if any(_two_answers(one, two, suffering, case) for two in named if two is not one)]


def _two_answers(one: _Suspect, two: _Suspect, suffering: set[str], case: Case) -> bool:
    """Whether two doers are two answers: told by voices that do not agree, and neither the other in vaguer words."""
    kinds = [{c.acled for c in suspect.named if c.acled in case.words.one_sided} for suspect in (one, two)]
    # Destruction is what a raid leaves: two doers of the one and the other are two answers all the same.
    alike = [group - set(case.words.outcomes) for group in kinds]
    if not all(kinds) or not (kinds[0] & kinds[1] or not all(alike)) or _is_vaguer(one, two, case):
        return False
    if all(any(case.same_actor(a, other) for a in suspect.actors for other in suffering) for suspect in (one, two)):
        return False
    if any(claim in two.named for claim in one.named):
        return False
    accounts = [{claim.account for claim in suspect.named} for suspect in (one, two)]
    if not accounts[0] & accounts[1]:
        return True
    # Within one account only sources set against each other make two answers; its own voice tells of two deeds.
    return not one.accusers & two.accusers and bool((one.accusers | two.accusers) - set(case.accounts))


def _is_vaguer(one: _Suspect, two: _Suspect, case: Case) -> bool:
    """Whether one of two is a word for many and the other a group that may be among them: rebels, and one brigade."""
    kinds = [{case.kinship.kind(actor) for actor in suspect.actors} for suspect in (one, two)]
    return any(kind <= _MANY for kind in kinds) and all(kind <= _MANY | {ActorKind.GROUP} for kind in kinds)


def _suspects(claims: Sequence[Claim], case: Case) -> list[_Suspect]:
    suspects: list[_Suspect] = []
    for claim in claims:
        for mention in claim.actors:
            suspect = _suspect(mention, suspects, case) if doers.is_named(mention, claim, case) else None
            if suspect is not None:
                for voice in case.voices(claim):
                    if voice.polarity >= 0 or _clears(claim, mention, voice.id, case):
                        _count(suspect, claim, voice.id, voice.polarity)
        for accusation in case.beside(claim):
            if accusation.type in case.words.blame_types:
                _accused(accusation, suspects, case)
    return suspects


def _clears(claim: Claim, mention: ActorMention, voice: str, case: Case) -> bool:
    """Whether a negated deed clears whom it names: it is denied in so many words, or by that side itself.

    "The army's attack failed" and "the rebels did not enter the town" clear nobody.
    """
    around = case.before(claim, claim.start, LEADING) + claim.text
    cues = " ".join(link.cue for link in claim.attribution if link.cue)
    if begins_any(f"{cues} {around}", case.words.denying):
        return True
    said = claim.trigger is not None and begins_any(
        case.before(claim, claim.trigger.start, LEADING), case.words.negations
    )
    if (said and claim.acled in case.words.one_sided) or claim.rule.startswith(AUTHORSHIP):
        return True
    return case.same_actor(voice, mention.actor)


def _accused(accusation: Claim, suspects: list[_Suspect], case: Case) -> None:
    """Adds whom an accusation in the same sentence names, on the accuser's word."""
    accusers = [case.kinship.root(mention.actor) for mention in accusation.actors] or [case.voice(accusation).id]
    for mention in accusation.recipients:
        suspect = _suspect(mention, suspects, case)
        if suspect is not None and accusation not in suspect.named:
            for accuser in accusers:
                _count(suspect, accusation, accuser, accusation.factuality.polarity)


def _count(suspect: _Suspect, claim: Claim, voice: str, polarity: int) -> None:
    if polarity > 0:
        suspect.accusers.add(voice)
        # Whoever contradicts a denial accuses; the words themselves are the denial's.
        if claim not in suspect.named and claim.factuality.polarity >= 0:
            suspect.named.append(claim)
    if polarity < 0 and claim.factuality.certainty != CERTAIN:
        return
    if polarity < 0:
        suspect.clearers.add(voice)
        if claim not in suspect.cleared:
            suspect.cleared.append(claim)


def _suspect(mention: ActorMention, suspects: list[_Suspect], case: Case) -> _Suspect | None:
    """The answer that ``mention`` belongs to, a new one if need be; ``None`` for who cannot be a doer."""
    actor = mention.actor
    if mention.text.islower() and len(mention.text) <= PRONOUN:
        return None
    armed = begins_any(mention.text, case.words.hostile)
    if actor not in case.codebook.actors and armed:
        suspect = next((suspect for suspect in suspects if actor in suspect.actors), None)
        if suspect is None:
            suspect = _Suspect({actor}, mention.name)
            suspects.append(suspect)
        return suspect
    if actor not in case.codebook.actors or case.kinship.nobody(actor) or case.kinship.kind(actor) in _NO_DOERS:
        return None
    for suspect in suspects:
        if any(case.same_actor(actor, other) for other in suspect.actors):
            suspect.actors.add(actor)
            return suspect
    root = case.kinship.root(actor)
    suspect = _Suspect({actor}, case.kinship.name(root) or mention.name)
    suspects.append(suspect)
    return suspect
