"""On whose word: the attributions over a claim as links, from the account's own voice to whoever is said to know.

What always holds: the first link is the account, no two links in a row are the same source, and a source that no
codebook knows keeps the text's own words for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from testimonia.model.claim import Link, SourceKind, SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.read import source_names
from testimonia.read.attribution import Attribution, chain_at
from testimonia.read.reading import Reading

UNNAMED = "unnamed"


def over(reading: Reading, start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions over a stretch of the transcript, outermost first."""
    return chain_at(reading.attributions, start, end)


def links(reading: Reading, chain: Sequence[Attribution], stance: Factuality) -> tuple[Link, ...]:
    """The links of a claim under ``chain`` that its innermost source presents as ``stance``.

    An outer link holds of the content what its author shows of belief; where nothing shows, it is not committed.
    """
    chain = [attribution for attribution in chain if not _adds_nobody(attribution, chain)]
    own = _commitment(chain[0].author, stance) if chain else stance
    found = [Link(reading.account.id, reading.account.label, SourceKind.ACCOUNT, SpeechForm.OWN, "", None, None, own)]
    for number, attribution in enumerate(chain):
        innermost = number == len(chain) - 1
        firmness = stance if innermost else _commitment(chain[number + 1].author, stance)
        link = _link(reading, attribution, firmness)
        if link is None:
            continue
        if link.source == found[-1].source:
            found[-1] = replace(found[-1], factuality=firmness)  # "the army said ..., accusing rebels of"
            continue
        found = [each for each in found if each.source != link.source or each is found[0]]
        found.append(link)
    if len(found) == 1 and chain:
        account = found[0]
        found[0] = Link(
            account.source, account.name, account.kind, account.form, account.cue, None, None, stance
        )  # the account attributes to itself: it is its own claim
    return tuple(found)


def _adds_nobody(attribution: Attribution, chain: Sequence[Attribution]) -> bool:
    """Whether an unnamed link tells of no further source: "is known to", or "is thought to" beside a named one."""
    if attribution.source is not None:
        return False
    return attribution.author is Factuality.CERTAIN or any(other.source is not None for other in chain)


def _commitment(shown: Factuality, stance: Factuality) -> Factuality:
    """What an outer source holds of the content: ``shown`` of the content as told, so turned round for a denial."""
    if stance.polarity < 0 and shown.polarity:
        return shown.negated()
    return shown


def _link(reading: Reading, attribution: Attribution, firmness: Factuality) -> Link | None:
    cue = attribution.cue_lemma
    if attribution.source is None or attribution.source_head is None:
        return Link(UNNAMED, UNNAMED, SourceKind.UNNAMED, attribution.form, cue, None, None, firmness)
    head = reading.doc[attribution.source_head]
    own = reading.cast.words.pronouns.get("self", ())
    if head.pos_ == "PRON" and head.lower_ in own and head.i not in reading.cast.referents:
        return None  # the author speaks of himself
    where = reading.span(*attribution.source)
    named = source_names.of(reading, reading.speakers.get(head.i, attribution))
    if named is None:
        return None
    start, end = (where.start, where.end) if head.i in reading.speakers or named.span is None else named.span
    return Link(named.source, named.name, named.kind, attribution.form, cue, start, end, firmness)
