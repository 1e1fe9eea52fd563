"""When is a claim set? The period of its own words, of its sentence, or of those that it goes on from.

What always holds: a period is taken from the nearest words that give one - clause, sentence, then at most two sentences
before in the same paragraph - and how far it was fetched is told with it.
"""

from __future__ import annotations

from testimonia.model.period import Period
from testimonia.read import scene_days, scene_near, scene_onward
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading


def period_of(
    reading: Reading, draft: Draft, *, happened: bool = True, ahead: bool = False
) -> tuple[Period | None, str]:
    """The period of a draft, and in a word where it was found: clause, sentence, before or nowhere.

    What has not ``happened`` - is still to come, or did not come about - goes on from no day told before, nor does
    what stands in a sentence that tells a day, be it another's. What lies ``ahead`` has no other deed's day gone by.
    """
    number = reading.sentence_of(draft.trigger)
    clause = scene_days.own(reading, draft, reading.periods_in(*scene_near.bounds(reading, draft)), ahead=ahead)
    if clause:
        return clause[0], "clause"
    around = reading.periods_in(*reading.sentence_bounds(number))
    sentence = scene_days.own(reading, draft, around, apart=True, ahead=ahead)
    if sentence:
        return sentence[0], "sentence"
    if happened and not around and scene_onward.may_go_on(reading, draft):
        for first, last in scene_near.sentences_before(reading, number):
            before = scene_onward.told_before(reading, draft, reading.periods_in(first, last))
            if before:
                return before[-1], "before"
    return None, "nowhere"
