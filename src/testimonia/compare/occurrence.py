"""Did it happen: events that one voice asserts and another denies.

Not a dispute here: a denial that names who did not do it (that is who did it), and a hedge against a plain statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from testimonia.compare import accidents, denials, fates, questions, spots
from testimonia.compare.case import VIOLENT, Case
from testimonia.compare.words import begins_any
from testimonia.link.mentions import stem
from testimonia.model.claim import Claim, Kind, SourceKind
from testimonia.model.dispute import Answer, Dispute, DisputeKind
from testimonia.model.event import Event


def find(case: Case) -> Iterator[Dispute]:
    """Disputes over whether an event took place."""
    for event in case.linked.events:
        if event.type in case.words.utterances:
            continue
        claims = [claim for claim in case.told(event) if claim.kind is Kind.EVENT and not _is_undone(claim)]
        asserted = [claim for claim in claims if any(voice.polarity > 0 for voice in case.voices(claim))]
        denied = [claim for claim in claims if any(voice.polarity < 0 for voice in case.voices(claim))]
        rejected = list(denials.of_reports(event, claims, case)) if event.type in VIOLENT else []
        if asserted and rejected:
            outright = [claim for claim in denied if not about_who(claim, asserted)]
            dispute = _untrue(event, asserted, [*rejected, *outright], case)
            if dispute is not None:
                yield dispute
        elif asserted and denied:
            dispute = _dispute(event, asserted, denied, case)
            if dispute is not None:
                yield dispute


def _is_undone(claim: Claim) -> bool:
    """Whether a claim is of an accident or of somebody alive, which are questions of their own."""
    return claim.rule.startswith((accidents.LAID, fates.ALIVE))


def _untrue(event: Event, asserted: Sequence[Claim], rejected: Sequence[Claim], case: Case) -> Dispute | None:
    """The dispute over an event that some tell and of which others say that the reports of it are untrue."""
    yes = {voice.id for claim in asserted for voice in case.voices(claim) if voice.polarity > 0}
    no = {mention.actor for claim in rejected for mention in claim.actors} | {case.voice(c).id for c in rejected}
    about = any(c.acled in case.words.one_sided for c in asserted)
    if not no - yes or not about:
        return None
    words = case.words
    what = questions.what(asserted, words)
    question = words.question(
        "occurrence", what=what, where=spots.phrase(event, case), when=questions.when(event.period)
    )
    answers = [case.answer("yes", asserted), case.answer(words.untrue, rejected)]
    return case.dispute(DisputeKind.OCCURRENCE, question, event, answers, weight=1.1)


def _dispute(event: Event, asserted: Sequence[Claim], denied: Sequence[Claim], case: Case) -> Dispute | None:
    denying = [claim for claim in denied if not about_who(claim, asserted)]
    denying = [claim for claim in denying if _heard(claim, case)]
    if event.type in VIOLENT:
        denying = [claim for claim in denying if _of_their_kind(claim, asserted, case)]
    yes = {voice.id for claim in asserted for voice in case.voices(claim) if voice.polarity > 0}
    no = {voice.id for claim in denying for voice in case.voices(claim) if voice.polarity < 0}
    if not no or not no - yes:
        return None
    affirmations = [claim for claim in asserted if claim not in denying or len(case.voices(claim)) > 1]
    answers = list(_answers(affirmations, denying, case))
    words = case.words
    question = words.question(
        "occurrence",
        what=questions.what(affirmations or denying, words),
        where=spots.phrase(event, case),
        when=questions.when(event.period),
    )
    if event.type not in VIOLENT:
        if not any(_same_deed(claim, denial, case) for claim in affirmations for denial in denying):
            return None
        commented = any(len(case.voices(claim)) > 1 for claim in denying)
        if not commented and {claim.account for claim in denying} <= {claim.account for claim in affirmations}:
            return None
        question = questions.deed(event, [*affirmations, *denying], case)
    across = {claim.account for claim in affirmations} != {claim.account for claim in denying}
    return case.dispute(
        DisputeKind.OCCURRENCE,
        question,
        event,
        answers,
        weight=1.2 if across else 0.9 if event.type in VIOLENT else 0.5,
    )


def _of_their_kind(denial: Claim, asserted: Sequence[Claim], case: Case) -> bool:
    """Whether a denial is of the deed that others assert: of its kind, or told by the same word; not of its effects."""
    if begins_any(denial.text, case.words.effects):
        return False
    vague = (None, *case.words.vague_kinds)
    for claim in asserted:
        if claim is denial or (denial.acled not in vague and claim.acled == denial.acled):
            return True
        if denial.trigger and claim.trigger and stem(denial.trigger.text) == stem(claim.trigger.text):
            return True
    return False


def _same_deed(one: Claim, two: Claim, case: Case) -> bool:
    """Whether two claims may name one deed: where both say who, or both say to whom, these are of one side."""
    if one is two:
        return True
    for left, right in ((one.actors, two.actors), (one.recipients, two.recipients)):
        met = any(case.same_actor(m.actor, o.actor) for m in left for o in right)
        if left and right and not met:
            return False
    return bool(one.actors and two.actors)


CERTAIN = 3  # of FactBank's values, the certain ones; a hedged denial is a doubt


def _heard(denial: Claim, case: Case) -> bool:
    """Whether a denial is of somebody's word: its own source denies, or what is contradicted has a named source."""
    if begins_any(case.sentence(denial), case.words.unclear):
        return False  # "it was not clear what had caused the blast" denies no blast
    if case.voice(denial).polarity < 0:
        return denial.factuality.certainty == CERTAIN
    return denial.source.kind is not SourceKind.UNNAMED


def about_who(denial: Claim, asserted: Sequence[Claim]) -> bool:
    """Whether a denied act of violence denies who did it: it names an actor, and nothing shows that it denies more."""
    return denial.type in VIOLENT and bool(denial.actors) and bool(asserted)


def _answers(affirmations: Sequence[Claim], denials: Sequence[Claim], case: Case) -> Iterator[Answer]:
    """Yes and no, each claim under what its own source says; whoever passes it on and disagrees denies it there."""
    said = {
        "yes": [claim for claim in affirmations if case.voice(claim).polarity > 0],
        "no": [claim for claim in denials if case.voice(claim).polarity < 0],
    }
    for value, claims in said.items():
        contradicted = [claim for claim in claims if len(case.voices(claim)) > 1]
        shown, alone = value, contradicted and not said["no" if value == "yes" else "yes"]
        if alone:
            voices = [case.voices(claim) for claim in contradicted]
            speakers = sorted({case.words.named(heard[0].name) for heard in voices})
            deniers = sorted({heard[-1].name for heard in voices})
            shown = case.words.contradicted.format(answer=value, who=", ".join(speakers), account=", ".join(deniers))
        if claims:
            # What its own account contradicts is shown as contradicted, and as said only where none else says it.
            yield case.answer(shown, [c for c in claims if c not in contradicted] or claims, contradicted)
