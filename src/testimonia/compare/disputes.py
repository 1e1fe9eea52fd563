"""All disputes of a case, gravest and most directly opposed first.

What always holds: every dispute has two answers or more, or one answer and a denial of it; no two have one id, and no
two of one kind rest on the same words.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from testimonia.compare import (
    accidents,
    blame,
    fates,
    ground,
    means,
    naming,
    occurrence,
    quantities,
    responsibility,
    status,
    supply,
    target,
    tolls,
    victims,
    whenwhere,
)
from testimonia.compare.case import Case
from testimonia.link.mentions import content_words
from testimonia.model.claim import COARSE
from testimonia.model.dispute import Dispute, DisputeKind
from testimonia.model.period import Period

# Words in common, in number and as a share of the lesser, by which two disputes of a day are one; judgement.
LIKE_WORDS, LIKE_SHARE = 4, 0.15
# Days over which the vague time of one event may be told; judgement.
SOME_DAYS = 7
# What is left of the stake of each further dispute over one event; judgement.
LATER = 0.6
KINDS = (
    responsibility,
    occurrence,
    tolls,
    status,
    supply,
    blame,
    target,
    quantities,
    naming,
    whenwhere,
    victims,
    means,
    accidents,
    fates,
    ground,
)


def find(case: Case) -> tuple[Dispute, ...]:
    """The disputes of ``case`` in order of their stake.

    Of several over one event the gravest keeps its stake, each further one ``LATER`` of what it would have, so that one
    much disputed event does not hide the others.
    """
    found = {dispute.id: dispute for kind in KINDS for dispute in kind.find(case)}
    ordered = sorted(found.values(), key=lambda dispute: (-dispute.stake, dispute.id))
    kept: list[Dispute] = []
    asked: Counter[str] = Counter()
    for dispute in ordered:
        if any(_same_words(dispute, other, case) or _same_question(dispute, other, case) for other in kept):
            continue
        before = asked[dispute.event] if dispute.event is not None else 0
        kept.append(replace(dispute, stake=round(dispute.stake * LATER**before, 3)))
        if dispute.event is not None:
            asked[dispute.event] += 1
    return tuple(sorted(kept, key=lambda dispute: (-dispute.stake, dispute.id)))


def _same_question(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether two disputes ask one thing of what is likely one event that linking left apart.

    They are of one kind and one day, share an account or a place, and give some answers alike.
    """
    if dispute.kind is not other.kind or dispute.event is None or other.event is None or dispute.event == other.event:
        return False
    one, two = case.event(dispute.event), case.event(other.event)
    if one is None or two is None or one.period is None or two.period is None or one.type != two.type:
        return False
    values = [{answer.value for answer in each.answers} for each in (dispute, other)]
    if dispute.kind is DisputeKind.TOLL and len(values[0] & values[1]) > 1 and set(one.accounts) & set(two.accounts):
        return True  # one account gives the same two numbers but once
    if not _of_one_time(one.period, two.period):
        return False
    if dispute.kind is DisputeKind.TOLL and (_asked_alike(dispute, other, case) or _one_sentence(dispute, other, case)):
        return True
    if not values[0] & values[1]:
        return False
    if set(one.accounts) & set(two.accounts) and dispute.kind is not DisputeKind.TOLL:
        return True
    places = [{place.place for place in event.places} for event in (one, two)]
    fine = [any(place.precision not in COARSE for place in event.places) for event in (one, two)]
    near = not all(fine) or bool(places[0] & places[1]) or bool(set(one.accounts) & set(two.accounts))
    if near and len(values[0] & values[1]) >= min(2, len(values[0]), len(values[1])):
        return True
    return dispute.kind is DisputeKind.RESPONSIBILITY and _in_like_words(dispute, other, case)


def _one_sentence(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether one answer of both is given in the same sentence, such as one that two accounts have of an agency."""
    said = [
        {(a.value, case.sentence(case.claims[claim])) for a in each.answers for claim in a.claims}
        for each in (dispute, other)
    ]
    return bool(said[0] & said[1])


def _asked_alike(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether two questions are one to whoever reads them: the same words, whatever the deed is called in each."""
    names = {case.words.default_happening, *case.words.happenings.values(), *case.words.triggers.values()}
    called = re.compile("in (?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")
    return called.sub("in it", dispute.question) == called.sub("in it", other.question)


def _of_one_time(one: Period, two: Period) -> bool:
    """Whether two events begin within a day, or the longer of them covers the other and is itself some days long."""
    if one.start is None or two.start is None:
        return False
    if abs((one.start - two.start).days) <= 1:
        return True
    if one.end is None or two.end is None or max(one.days or 0, two.days or 0) > SOME_DAYS:
        return False
    return (one.start <= two.start and two.end <= one.end) or (two.start <= one.start and one.end <= two.end)


def _in_like_words(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether two disputes rest on sentences that share many words beside those that most sentences of war share."""
    texts = [" ".join(case.sentence(case.claims[claim]) for claim in _claims(each)) for each in (dispute, other)]
    one, two = (content_words(text, case.linking) for text in texts)
    return len(one & two) >= LIKE_WORDS and len(one & two) >= LIKE_SHARE * min(len(one), len(two))


def _same_words(dispute: Dispute, other: Dispute, case: Case) -> bool:
    """Whether all that a dispute rests on are words that another of its kind rests on: an act and its announcement."""
    if dispute.kind is not other.kind or dispute.kind is not DisputeKind.OCCURRENCE:
        return False
    held = [case.claims[claim] for claim in _claims(other)]
    return all(
        any(c.document == o.document and c.start < o.end and o.start < c.end for o in held)
        for c in (case.claims[claim] for claim in _claims(dispute))
    )


def _claims(dispute: Dispute) -> set[str]:
    return {claim for answer in dispute.answers for claim in (*answer.claims, *answer.denied_by)}
