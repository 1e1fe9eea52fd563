"""On whose word: the attributions over a claim as links, from the account's own voice to whoever is said to know.

What always holds: the first link is the account, no two links in a row are the same source, and a source that no
codebook knows keeps the text's own words for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Link, SourceKind, SpeechForm
from testimonia.model.factuality import Factuality
from testimonia.model.source import ActorKind
from testimonia.read.actors import NEW
from testimonia.read.attribution import Attribution, chain_at
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

UNNAMED = "unnamed"

_KINDS = {
    ActorKind.STATE: SourceKind.STATE,
    ActorKind.GOVERNMENT: SourceKind.STATE,
    ActorKind.MILITARY: SourceKind.ORGANISATION,
    ActorKind.GROUP: SourceKind.GROUP,
    ActorKind.COALITION: SourceKind.GROUP,
    ActorKind.ORGANISATION: SourceKind.ORGANISATION,
    ActorKind.OUTLET: SourceKind.OUTLET,
    ActorKind.PERSON: SourceKind.PERSON,
    ActorKind.PEOPLE: SourceKind.GROUP,
    ActorKind.UNNAMED: SourceKind.UNNAMED,
}


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
        if link is None or link.source == found[-1].source:
            continue
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
    span = reading.span(*attribution.source)
    if head.lower_ in reading.cast.words.pronouns.get("self", ()) and head.i not in reading.cast.referents:
        return None  # the author speaks of himself
    mentions = reading.actors_of(head) or _issuers(reading, head)
    mentions = tuple(m for m in mentions if not (m.actor.startswith(NEW) and m.start < attribution.source[0]))
    if not mentions:
        words = span.text if len(span.text) <= 80 else reading.doc[head.left_edge.i : head.i + 1].text
        return Link(
            NEW + words.casefold(), words, SourceKind.UNNAMED, attribution.form, cue, span.start, span.end, firmness
        )
    mention = mentions[0]
    kind = kind_of(reading, mention)
    if kind is SourceKind.UNNAMED and len(span.text) <= 80 and _of_known_body(reading, head, mention):
        words = span.text  # "a source at the interior ministry" is more than a source
        return Link(NEW + words.casefold(), words, kind, attribution.form, cue, span.start, span.end, firmness)
    name = mention.name
    if kind is SourceKind.STATE and head.pos_ == "NOUN":
        name = mention.text  # "Russian officials" speak for Russia and are not all of it
    if kind is SourceKind.GROUP and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in head.children):
        name = mention.text  # so does a "Courier reporter" for his paper
    where = reading.span(mention.start, mention.end) if mention.start < mention.end else span
    return Link(mention.actor, name, kind, attribution.form, cue, where.start, where.end, firmness)


def _of_known_body(reading: Reading, head: Token, mention: ActorMention) -> bool:
    """Whether somebody without a name speaks for a body that the codebook knows, named behind him."""
    unnamed = mention.actor.startswith(NEW) and head.pos_ == "NOUN" and len(mention.text.split()) == 1
    return unnamed and any(reading.cast.entry(issuer.actor) is not None for issuer in _issuers(reading, head))


def _issuers(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Whose report, statement or spokesman it is: "a report in the Herald", "a statement by the ministry"."""
    for child in head.children:
        if child.dep_ in ("prep", "agent"):
            for inner in child.children:
                if inner.dep_ == "pobj" and (found := reading.actors_of(inner)):
                    return found
        elif child.dep_ in ("poss", "compound", "nmod") and (found := reading.actors_of(child)):
            return found
    return ()


def kind_of(reading: Reading, mention: ActorMention) -> SourceKind:
    """What sort of source an actor is."""
    entry = reading.cast.entry(mention.actor)
    if entry is not None:
        return _KINDS[entry.kind]
    token = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    label = token.root.ent_type_ if token is not None else ""
    return {"PERSON": SourceKind.PERSON, "ORG": SourceKind.ORGANISATION}.get(label, SourceKind.UNNAMED)
