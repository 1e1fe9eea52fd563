"""Which claims lay one deed on somebody, and which mentions of a party name nobody as its doer?

What always holds: a claim of a campaign, of a habit or of a fight between two sides lays no single deed on anybody, and
neither an accuser nor the country in which a deed was done is its doer by being named beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from testimonia.compare.case import Case
from testimonia.compare.words import begins_any
from testimonia.link.mentions import NEAR
from testimonia.model.claim import ActorMention, Claim
from testimonia.read.place_parents import parents

# Characters before a party in which "either" leaves open whether it was that one.
CHOICE = 10
# How the rule that read a claim says that its trigger is a verb.
BY_VERB = "(verb "


def lays_one_deed(claim: Claim, case: Case) -> bool:
    """Whether a claim is of one deed: no campaign, no habit, no use of a weapon in a war, no part of a fight."""
    words = case.words
    told = case.sentence(claim) if claim.factuality.polarity < 0 else claim.text
    if begins_any(told, words.habitual) or begins_any(case.sentence(claim), words.of_many_fronts):
        return False
    if claim.trigger is not None and begins_any(claim.trigger.text, words.campaigns):
        return False
    return not _of_use(claim, case) and not _of_a_fight(claim, case)


def _of_use(claim: Claim, case: Case) -> bool:
    """Whether a claim says that somebody uses a weapon, with no place or day of its own: of the war, not of a deed."""
    used = claim.trigger is not None and begins_any(claim.trigger.text, case.words.using)
    return used and claim.factuality.polarity >= 0 and not placed(claim) and not dated(claim)


def placed(claim: Claim) -> bool:
    """Whether the claim's own words name its place."""
    return any(claim.start <= place.start < claim.end for place in claim.places)


def dated(claim: Claim) -> bool:
    """Whether the claim's own words give its day."""
    period = claim.period
    return period is not None and period.start_offset is not None and claim.start <= period.start_offset < claim.end


def _of_a_fight(claim: Claim, case: Case) -> bool:
    """Whether a claim is of a fight between two sides, or of what one of them did in the fight told beside it."""
    if claim.factuality.polarity < 0:
        return False
    if claim.acled in case.words.two_sided:
        return True
    if claim.acled not in case.words.vague_kinds:
        return False
    ours = {mention.actor for mention in claim.actors}
    fights = (other for other in case.beside(claim) if other.acled in case.words.two_sided)
    return any(ours & {mention.actor for mention in other.actors} for other in fights)


def is_named(mention: ActorMention, claim: Claim, case: Case) -> bool:
    """Whether ``mention`` names the doer of the deed that ``claim`` tells of, as far as the words around it show."""
    if mention.start < case.sentence_at(claim) - NEAR:
        return False  # of another paragraph, and likely of another deed
    if case.after(claim, mention.end, CHOICE).startswith(case.words.held_by):
        return False  # "in rebel-held Darkush"
    return not (_one_of_two(mention, claim, case) or _accuses(mention, claim, case) or _is_where(mention, claim, case))


def _one_of_two(mention: ActorMention, claim: Claim, case: Case) -> bool:
    """Whether a party is named alone though its words leave it open: "warplanes, either of Eastland or others"."""
    alone = len({other.actor for other in claim.actors}) == 1
    return alone and begins_any(case.before(claim, mention.start, CHOICE), case.words.either_of)


def _accuses(mention: ActorMention, claim: Claim, case: Case) -> bool:
    """Whether a party is named as the one that lays the deed on somebody else."""
    return any(
        other.type in case.words.blame_types
        and any(m.start == mention.start and m.actor == mention.actor for m in other.actors)
        and any(m.start != mention.start for m in other.recipients)
        for other in case.beside(claim)
    )


def _is_where(mention: ActorMention, claim: Claim, case: Case) -> bool:
    """Whether the bare name of a state stands before a deed done in it: "Eastland air raids", not "Eastland bombs"."""
    state = case.codebook.states.get(mention.actor)
    if state is None or not _is_bare(mention.text, (state.name, *state.aliases), case):
        return False
    trigger = claim.trigger
    if trigger is not None and BY_VERB in claim.rule and 0 <= trigger.start - mention.end <= 1:
        return False
    event = case.event_of(claim)
    places = (*claim.places, *(event.places if event is not None else ()))
    return any(mention.actor in (place.place, *parents(place, case.codebook)) for place in places)


def _is_bare(text: str, names: Sequence[str], case: Case) -> bool:
    """Whether ``text`` is a name of a state, no arm of it: "Eastland", "Eastland aid convoy", not "Eastland army"."""
    name = next((name for name in names if text == name or text.startswith(f"{name} ")), None)
    return name is not None and not begins_any(text[len(name) :], (*case.words.with_article, *case.words.armed))
