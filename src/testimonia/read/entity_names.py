"""Which names of persons, organisations and places stand in a parsed account.

What always holds: names do not overlap; the codebook decides before patterns, patterns before the gazetteer, and
that before what the model proposes; a person's title belongs to the name, and a town's province to the town's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.source import ActorKind
from testimonia.read import places
from testimonia.read.actors import Cast, Naming
from testimonia.read.alias_index import Form
from testimonia.read.entity_words import EntityWords, Found, Kind, Manner

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PROPOSED = {"PERSON": Kind.PERSON, "ORG": Kind.ORGANISATION, "GPE": Kind.PLACE, "LOC": Kind.PLACE, "FAC": Kind.PLACE}
_NOT_NAMES = frozenset({Form.ADJECTIVE, Form.NOMINAL})


def find(doc: Doc, cast: Cast, words: EntityWords) -> list[Found]:
    """Names without overlap: the codebook's first, then patterns, then places, then what the model proposes."""
    taken: list[Found] = []
    for source in (
        _short(doc, cast),
        _known(doc, cast),
        _patterned(doc, words),
        _initials(doc, words),
        _placed(doc, cast, words),
        _proposed(doc, words),
    ):
        for name in source:
            inside = [other for other in taken if name.start < other.start and other.end <= name.end]
            if inside and any(doc[i].lower_ == "for" for i in range(name.start, inside[0].start)):
                taken = [other for other in taken if other not in inside]  # what a council or front is for
            if not any(name.meets(other) for other in taken) and _readable(doc, name, words):
                taken.append(name)
    titled = [_titled(doc, name, cast, words) for name in taken]
    persons = [name for name in titled if name.kind is Kind.PERSON]
    free = [name for name in titled if name in persons or not any(name.meets(person) for person in persons)]
    return _chained(doc, free)


def _readable(doc: Doc, name: Found, words: EntityWords) -> bool:
    """Whether a name is in Latin letters and names no ship, operation or paper."""
    text = doc[name.start : name.end].text
    if not any("A" <= letter <= "Z" for letter in text):
        return False
    named = [token.lower_ for token in doc[max(0, name.start - 1) : name.end]]
    return not any(word in words.not_parties for word in named)


def _titled(doc: Doc, name: Found, cast: Cast, words: EntityWords) -> Found:
    if name.kind is not Kind.PERSON:
        return name
    return Found(_with_titles(doc, name.start, cast, words), name.end, name.kind, name.manner, name.id)


def _with_titles(doc: Doc, start: int, cast: Cast, words: EntityWords) -> int:
    """Where the titles before a person's name begin, with the state or body served: "US Secretary of State"."""
    titles = frozenset(words.titles)
    first = doc[start].sent.start
    at = start
    while (
        at > first and doc[at - 1].lower_ in titles and (doc[at - 1].text[:1].isupper() or doc[at - 1].lower_ == "of")
    ):
        at -= 1
    while at < start and not doc[at].text[:1].isupper():
        at += 1
    served = cast.naming_at(at - 1) if first < at < start else None
    if served is None or served.end != at:
        return at
    by_initials = doc[at - 1].text.replace(".", "").isupper()
    return max(served.start, first) if served.form is Form.ADJECTIVE or by_initials else at


def _chained(doc: Doc, names: list[Found]) -> list[Found]:
    """Places with the place they lie in, as one: "Palermo, Sicily"."""
    found: list[Found] = []
    for name in sorted(names, key=lambda each: each.start):
        last = found[-1] if found else None
        if (
            last
            and last.kind is name.kind is Kind.PLACE
            and name.start == last.end + 1
            and doc[last.end].text == ","
            and doc[name.start].dep_ in ("appos", "npadvmod")
        ):
            found[-1] = Found(last.start, name.end, Kind.PLACE, Manner.NAME, last.id)
        else:
            found.append(name)
    return found


def _short(doc: Doc, cast: Cast) -> Iterator[Found]:
    """The last name of somebody whom the text names in full elsewhere."""
    full: dict[str, str | None] = {}
    spans: list[tuple[int, int, str | None]]
    spans = [(naming.start, naming.end, naming.actor) for naming in cast.namings if _is_person(cast, naming)]
    spans += [(entity.start, entity.end, None) for entity in doc.ents if entity.label_ == "PERSON"]
    inside = {i for start, end, _ in spans if end - start > 1 for i in range(start, end)}
    for start, end, actor in spans:
        last = doc[end - 1]
        if end - start > 1 and last.is_alpha and last.pos_ == "PROPN" and doc[start].is_alpha:
            full.setdefault(last.text, actor)
    for token in doc:
        if token.text in full and token.i not in inside and token.pos_ == "PROPN":
            beside = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if beside is None or not (beside.pos_ == "PROPN" and beside.text[:1].isupper()):
                yield Found(token.i, token.i + 1, Kind.PERSON, Manner.NAME, full[token.text])


def _is_person(cast: Cast, naming: Naming) -> bool:
    entry = cast.entry(naming.actor)
    return bool(entry and entry.kind is ActorKind.PERSON and naming.form is Form.NAME)


def _known(doc: Doc, cast: Cast) -> Iterator[Found]:
    for naming in cast.namings:
        entry = cast.entry(naming.actor)
        if naming.form in _NOT_NAMES or cast.is_quality(naming) or entry is None:
            continue
        if entry.kind is ActorKind.STATE and naming.form is not Form.PEOPLE:
            continue  # whether the land or its government is meant is asked of the place
        kind = Kind.PERSON if entry.kind is ActorKind.PERSON else Kind.ORGANISATION
        yield Found(naming.start, naming.end, kind, Manner.NAME, naming.actor)


def _patterned(doc: Doc, words: EntityWords) -> Iterator[Found]:
    """Names of groups by their shape: "Liwa al-Nur", "Sword Brigade", "Popular Front for the Relief of the Valley"."""
    openers, closers = frozenset(words.name_openers), frozenset(words.name_closers)
    joiners = frozenset(words.name_joiners)
    at = 0
    while at < len(doc):
        end = _capitals(doc, at, joiners, openers | closers)
        if end - at > 1:
            names = [token.lower_ for token in doc[at:end]]
            opening = next((i for i, name in enumerate(names[:-1]) if name in openers), 0)
            if names[opening] in openers or any(name in closers for name in names[1:]):
                yield Found(at + opening, end, Kind.ORGANISATION, Manner.NAME)
        at = max(end, at + 1)


def _capitals(doc: Doc, start: int, joiners: frozenset[str], heads: frozenset[str]) -> int:
    """The end of a run of capitalised words from ``start``; small words join only what follows a group's noun."""
    if not _capital(doc[start]) or (doc[start].is_sent_start and doc[start].pos_ not in ("PROPN", "ADJ")):
        return start
    end = at = start + 1
    while at < len(doc) and doc[at].sent.start == doc[start].sent.start:
        if _capital(doc[at]):
            end = at + 1
        elif (
            doc[at].lower_ not in joiners
            or doc[at].lower_ == "and"
            or (doc[at].is_alpha and heads.isdisjoint(token.lower_ for token in doc[start:end]))
        ):
            break
        at += 1
    return end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ")


def _initials(doc: Doc, words: EntityWords) -> Iterator[Found]:
    """Initials that the text sets in brackets behind a name, wherever they stand: "Valley Relief Fund (VRF)"."""
    given = set()
    for token in doc[1:-1]:
        behind_name = token.nbor(-1).text == "(" and token.nbor(1).text == ")" and token.i > 1
        if behind_name and _is_initials(token) and token.nbor(-2).text[:1].isupper():
            given.add(token.text)
    for token in doc:
        if token.text in given:
            yield Found(token.i, token.i + 1, Kind.ORGANISATION, Manner.NAME)


def _is_initials(token: Token) -> bool:
    return token.text.isupper() and token.is_alpha and 2 < len(token) < 8


def _placed(doc: Doc, cast: Cast, words: EntityWords) -> Iterator[Found]:
    for toponym in places.toponyms(doc.text, cast.codebook, doc=doc):
        span = doc.char_span(toponym.start, toponym.end, alignment_mode="expand")
        if span is None or toponym.use in (places.Use.DEMONYM, places.Use.EMBEDDED):
            continue
        place = toponym.place.id if toponym.place else None
        state = toponym.place is not None and toponym.place.kind == "state"
        government = toponym.use is not places.Use.LITERAL or (state and _acts(span.root, words))
        before = doc[span.start - 1].lower_ if span.start else ""
        if government and before not in words.inside:
            yield Found(span.start, span.end, Kind.ORGANISATION, Manner.NAME)
        else:
            yield Found(span.start, span.end, Kind.PLACE, Manner.NAME, place)


def _acts(token: Token, words: EntityWords, depth: int = 0) -> bool:
    """Whether a state is spoken of as one who acts or is dealt with, not as land."""
    if token.dep_ == "nsubj":
        return True
    if token.dep_ == "pobj":
        return token.head.lower_ in words.partner_prepositions
    if token.dep_ == "appos":
        return token.head.lemma_.lower() in {*words.people, *words.bodies}
    if token.dep_ == "dobj":
        return token.head.lemma_.lower() in words.listing_verbs
    return token.dep_ == "conj" and depth < 20 and _acts(token.head, words, depth + 1)


def _proposed(doc: Doc, words: EntityWords) -> Iterator[Found]:
    sites = frozenset(words.sites) - frozenset(words.name_closers)
    # A name that stands once behind "in" or "near" is a place's throughout, whatever the model says of it.
    grounds = {e.text for e in doc.ents if e.start and doc[e.start - 1].lower_ in words.inside and len(e) == 1}
    for entity in doc.ents:
        kind = _PROPOSED.get(entity.label_)
        if kind is None or not any(token.pos_ == "PROPN" for token in entity):
            continue
        start, end = entity.start, entity.end
        while start < end - 1 and doc[start].pos_ in ("DET", "PUNCT"):
            start += 1
        while end - 1 > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_punct):
            end -= 1
        while start < end - 1 and doc[start].lower_ in words.inside:
            start += 1
        named = doc[start:end]
        ends_as_site = end - start > 1 and bool(sites & {named[-1].lower_, named[-1].lemma_.lower()})
        if ends_as_site or named.text in grounds:
            kind = Kind.PLACE
        yield Found(start, end, kind, Manner.NAME)
