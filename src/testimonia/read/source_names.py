"""What a source is called: by its name, or in the text's own words for whoever has none, with whom he speaks for.

What always holds: a source that a codebook knows carries its id; one that it does not know is named, and told apart, by
the text's own words; an organisation named in the phrase of an unnamed source, or of a person whom the codebook
knows, stands in its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, SourceKind, SpeechForm
from testimonia.model.source import ActorKind
from testimonia.read import source_before, source_bodies
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.attribution import Attribution
from testimonia.read.reading import Reading
from testimonia.read.reporting import reporting
from testimonia.read.speech_syntax import can_speak, end_of, first_child, is_passive, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

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
_VERBATIM = frozenset({SpeechForm.DIRECT, SpeechForm.MIXED})
# Groups of cues whose subject speaks whatever he is called; things may show, suggest or confirm.
_SPOKEN = frozenset({"say", "announce", "according", "citing", "open", "direct", "credit", "colon"})
# Characters of the longest phrase that still is a name.
_LONGEST = 80
# Words from a source to who speaks beside him.
_BESIDE = 6
# Words from an office to the name of who bears it.
_OFFICE = 14


@dataclass(frozen=True, slots=True)
class Named:
    """Who a source is: its id, its name, its kind, and the document's offsets of the words that name it."""

    source: str
    name: str
    kind: SourceKind
    span: tuple[int, int] | None


def of(reading: Reading, attribution: Attribution) -> Named | None:
    """Who the source of an attribution is, or ``None`` where its words are of nobody who could tell anything."""
    if attribution.source is None or attribution.source_head is None:
        return None
    head = reading.doc[attribution.source_head]
    span = reading.span(*attribution.source)
    if (person := source_before.of(reading, head)) is not None:
        where = reading.span(person.start, person.end)
        name = source_bodies.named(reading, person)
        return Named(person.actor, name, SourceKind.PERSON, (where.start, where.end))
    mentions = reading.actors_of(head)
    mute = attribution.form not in _VERBATIM and not _says(reading, attribution) and _mute(reading, head)
    mentions = _person_before(reading, head) or _person_behind(reading, head) or mentions
    mentions = mentions or (_owners(reading, head) if mute else _issuers(reading, head))
    if not mentions and mute:
        return None
    left = head.left_edge.idx
    start = attribution.source[0]
    mentions = tuple(m for m in mentions if not left <= m.start < m.end <= start)  # "held by IS | activists said"
    closing = attribution.group == "colon"  # "raids on IS Monitor": a headline's last word alone
    mentions = tuple(m for m in mentions if not (m.start < start and (closing or m.actor.startswith(NEW))))
    if closing:
        mentions = tuple(m for m in mentions if m.start < attribution.source[1])  # "- monitor | The Orontes Echo"
    phrase = _phrase(reading, attribution, head)
    if not mentions and (publishers := _publishers(reading, head)):
        mentions, phrase = publishers, None
    if not mentions:
        whole = span.text if len(span.text) <= _LONGEST else reading.doc[head.left_edge.i : head.i + 1].text
        words = phrase or whole
        return Named(NEW + words.casefold(), words, SourceKind.UNNAMED, (span.start, span.end))
    mention = mentions[0]
    kind = kind_of(reading, mention)
    unnamed = kind is SourceKind.UNNAMED and mention.start <= head.idx < mention.end
    if unnamed and phrase is not None and _more_than(phrase, mention) and _of_a_body(reading, head):
        return Named(NEW + phrase.casefold(), phrase, kind, (span.start, span.end))
    name = source_bodies.named(reading, mention) if kind is SourceKind.PERSON else mention.name
    if kind is SourceKind.STATE and (head.pos_ == "NOUN" or reading.cast.naming_at(head.i) is None):
        name = _ministry(reading, mention, head)  # "Russian officials" speak for Russia and are not all of it
    elif phrase is not None and kind is SourceKind.UNNAMED and mention.start < mention.end <= head.idx:
        name = phrase  # "rebel websites"
    elif phrase is not None and (_by_words(reading, head, mention) or _named_beside(reading, attribution, head)):
        name = phrase
    where = reading.span(mention.start, mention.end) if mention.start < mention.end else span
    return Named(mention.actor, name, kind, (where.start, where.end))


def kind_of(reading: Reading, mention: ActorMention) -> SourceKind:
    """What sort of source an actor is."""
    entry = reading.cast.entry(mention.actor)
    if entry is not None:
        return _KINDS[entry.kind]
    token = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    label = token.root.ent_type_ if token is not None else ""
    return {"PERSON": SourceKind.PERSON, "ORG": SourceKind.ORGANISATION}.get(label, SourceKind.UNNAMED)


def _phrase(reading: Reading, attribution: Attribution, head: Token) -> str | None:
    """The whole phrase of a source with those who speak beside him and the name he is given; none if too long."""
    if attribution.source is None:
        return None
    start, end = attribution.source
    words_of = reading.doc.char_span(start, end, alignment_mode="expand")
    if words_of is None:
        return None
    earlier = [t for t in words_of if t.i < head.i]
    if words_of.root != head and any(t.pos_ == "ADP" for t in earlier) and not _paired(earlier):
        return None  # "comments from a commander"
    start, end = _timeless(reading, words_of)
    if head.pos_ == "NOUN" and head.i == words_of.end - 1:
        end = max(end, _body_behind(reading, head))
    for child in head.children:
        beside = child.dep_ == "conj" and 0 < child.i - words_of.end < _BESIDE and child.pos_ in ("NOUN", "PROPN")
        if beside and reading.doc[child.i - 1].tag_ != ":":
            end = max(end, end_of(child))
        if (
            child.dep_ == "acl"
            and child.lemma_ == "name"
            and (called := first_child(child, "oprd", "dobj")) is not None
        ):
            end = max(end, end_of(called))
    before = head.head
    placed = before.dep_ == "pobj" and before.pos_ == "PROPN"  # "in Hama and Homs the agency reports"
    if head.dep_ == "conj" and before.pos_ in ("NOUN", "PROPN") and not placed and head.i - before.i <= _BESIDE:
        start = min(start, _opening(before))  # "a monitor and rebels said"
    words = reading.span(start, end).text
    return words if len(words) <= _LONGEST else None


def _paired(words: Iterable[Token]) -> bool:
    return any(token.pos_ == "CCONJ" for token in words)


def _named_beside(reading: Reading, attribution: Attribution, head: Token) -> bool:
    """Whether the phrase names somebody before its chief word who speaks with him: "the monitor and medics"."""
    words = reading.doc.char_span(*attribution.source) if attribution.source is not None else None
    beside = words is not None and _paired(t for t in words if t.i < head.i)
    return beside and head.pos_ == "NOUN" and head.i not in reading.cast.referents


def _body_behind(reading: Reading, head: Token) -> int:
    """The end of the name right behind a noun and its preposition: "a source at the Harbour Command"."""
    doc, k = reading.doc, head.i + 1
    office = reporting(reading.codebook).lists.prepositions.office
    if k + 1 >= len(doc) or doc[k].lower_ not in office or doc[k].pos_ != "ADP":
        return 0
    k += 2 if doc[k + 1].pos_ == "DET" else 1
    first = k
    while k < len(doc) and (doc[k].pos_ == "PROPN" or (k > first and doc[k].pos_ == "NOUN")):
        k += 1
    return end_of(doc[k - 1]) if k > first else 0


def _opening(noun: Token) -> int:
    """Where a noun with the article and adjectives right before it begins."""
    first = noun
    while first.i > 0 and first.pos_ != "DET" and first.nbor(-1).pos_ in ("DET", "ADJ", "NOUN", "PROPN"):
        first = first.nbor(-1)
    return int(first.idx)


def _timeless(reading: Reading, words: Span) -> tuple[int, int]:
    """The offsets of a phrase without the words of time that run-on sentences leave at its ends."""
    mute = reporting(reading.codebook).lists.mute
    first, last = words.start, words.end - 1
    while first < last and reading.doc[first].lower_ in mute:
        first += 1
    while first < last and reading.doc[last].lower_ in mute:
        last -= 1 if reading.doc[last - 1].pos_ != "ADP" else 2
    return reading.doc[first].idx, end_of(reading.doc[max(first, last)])


def _by_words(reading: Reading, head: Token, mention: ActorMention) -> bool:
    """Whether the text's words say more than the codebook's name: "opposition fighters", "a Courier reporter"."""
    if head.i in reading.cast.referents:
        return False
    if head.dep_ == "conj" or any(c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN") for c in head.children):
        return True
    entry, naming = reading.cast.entry(mention.actor), reading.cast.naming_at(head.i)
    if entry is None or head.pos_ != "NOUN":
        return False
    body = head.lemma_.lower() in reporting(reading.codebook).lists.bodies
    if naming is None and body and entry.kind is not ActorKind.PEOPLE:
        return False  # "the Islamic State group"
    if naming is None:
        return entry.kind in (ActorKind.GROUP, ActorKind.COALITION, ActorKind.PEOPLE)
    people = head.tag_ == "NNS" and head.is_lower and not body and naming.end - naming.start > 1
    if people and entry.kind in (ActorKind.GROUP, ActorKind.COALITION):
        return True  # "opposition activists" are not the opposition
    if naming.form is Form.NOMINAL and entry.kind is ActorKind.ORGANISATION and head.is_lower:
        others = (each for each in reading.cast.namings if each.actor == mention.actor)
        return all(each.form is Form.NOMINAL for each in others)  # "a monitoring group" that the account never names
    return naming.form is Form.NOMINAL and entry.kind in (ActorKind.PEOPLE, ActorKind.OUTLET)


def _ministry(reading: Reading, mention: ActorMention, head: Token) -> str:
    """A state's speaker in the text's words, the state named where they only point to it: "the country's ministry"."""
    owner = first_child(head, "poss")
    if owner is not None and owner.i in reading.cast.referents and mention.start <= owner.idx < mention.end:
        first = owner.i + 2 if owner.nbor(1).tag_ == "POS" else owner.i + 1
        return f"{mention.name}'s {reading.doc[first : head.i + 1].text}"
    return mention.text if head.pos_ == "NOUN" or mention.start < head.idx < mention.end else mention.name


def _more_than(phrase: str, mention: ActorMention) -> bool:
    """Whether a phrase tells more than a name and its article."""
    longer = len(phrase) > len(mention.text) and phrase.partition(" ")[2] != mention.text
    return longer and mention.actor.startswith(NEW)


def _known(reading: Reading, noun: Token) -> bool:
    return any(reading.cast.entry(mention.actor) is not None for mention in reading.actors_of(noun))


def _of_a_body(reading: Reading, head: Token) -> bool:
    """Whether somebody without a name speaks for a body named behind him, or has others beside him."""
    if head.pos_ != "NOUN":
        return False
    first = next((child.i for child in head.lefts if child.pos_ == "DET"), 0)
    beside = ("conj", "acl", "compound")  # not "in Aleppo | a military source said"
    if head.dep_ == "conj" or any(child.dep_ in beside and child.i > first for child in head.children):
        return True
    if _body_behind(reading, head):
        return True
    for preposition in head.children:
        if preposition.dep_ == "prep":
            for noun in preposition.children:
                if noun.dep_ == "pobj" and (noun.pos_ == "PROPN" or _known(reading, noun)):
                    return True
    return False


def _says(reading: Reading, attribution: Attribution) -> bool:
    """Whether a cue is one that only somebody can be the subject of, in a form that shows its subject."""
    cue = attribution.cue_token
    hanging = cue is not None and reading.doc[cue].tag_ == "VBG"
    return attribution.group in _SPOKEN and not (hanging and attribution.group == "say")


def _mute(reading: Reading, head: Token) -> bool:
    """Whether a word names neither anybody who speaks nor a text."""
    return head.pos_ == "NOUN" and not can_speak(head, reporting(reading.codebook))


def _issuers(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Whose report, statement or spokesman it is: "a report in the Herald", "a statement by the ministry"."""
    words = reporting(reading.codebook)
    lists = words.lists
    text = head.lemma_.lower() in lists.documents
    acts = (child for child in head.children if text and child.dep_ == "acl" and words.carries((child.lemma_.lower(),)))
    put_out = (c for act in acts for c in act.children)
    for child in (*head.children, *put_out):  # "footage released by the agency"
        about = text and child.lower_ not in lists.prepositions.source  # "information on the rebels"
        if child.dep_ == "agent" or (child.dep_ == "prep" and not about):
            for inner in child.children:
                if inner.dep_ == "pobj" and (found := reading.actors_of(inner)):
                    return found
    return _owners(reading, head)


def _person_before(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Who bears the office that follows his name: "Omar Hadid head of the monitor said", a comma missing."""
    if head.i == 0 or head.i + 1 >= len(reading.doc):
        return ()
    name = head.nbor(-1)
    if head.pos_ == "PROPN" and head.lower_ in reporting(reading.codebook).lists.speakers and name.head == head:
        naming = reading.cast.naming_at(name.i)  # "General Omar Hadid Chief of the General Staff said"
        found = reading.cast.mention(naming.actor, naming.start, naming.end) if naming is not None else None
        return (found,) if found is not None and kind_of(reading, found) is SourceKind.PERSON else ()
    if head.pos_ != "NOUN":
        return ()
    named = name.pos_ == "PROPN" and name.head == head and any(c.dep_ == "compound" for c in name.children)
    if not named or head.nbor(1).lower_ not in reporting(reading.codebook).lists.prepositions.purpose:
        return ()
    return tuple(m for m in reading.actors_of(name) if kind_of(reading, m) is SourceKind.PERSON)


def _person_behind(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Who bears the office that goes before his name: "the head of the monitor Omar Hadid said", a comma missing."""
    if head.tag_ != "NN" or first_child(head, "prep") is None:
        return ()
    named = first_child(head, "appos")
    last = named if named is not None else head.right_edge
    if last.pos_ != "PROPN" or not 1 < last.i - head.i <= _OFFICE:
        return ()
    found = [m for m in reading.actors_of(last) if m.start > head.idx and kind_of(reading, m) is SourceKind.PERSON]
    if not found or (named is None and not _body_ends(reading, found[0].start)):
        return ()  # "a spokesman of Omar Hadid said"
    return (found[0],)


def _body_ends(reading: Reading, start: int) -> bool:
    """Whether the name of a body stands right before an offset."""
    word = reading.doc.char_span(start, start + 1, alignment_mode="expand")
    naming = reading.cast.naming_at(word[0].i - 1) if word is not None and word[0].i > 0 else None
    return naming is not None and reading.cast.entry(naming.actor) is not None


def _publishers(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Who puts out the text that is named: "the army issued a statement saying", "in a statement the army said"."""
    words = reporting(reading.codebook)
    verb = head.head.head if head.dep_ == "pobj" and head.head.dep_ == "prep" else head.head
    if head.lemma_.lower() not in words.lists.documents or verb.pos_ != "VERB" or is_passive(verb):
        return ()
    known = words.carries((verb.lemma_.lower(),)) if head.dep_ == "dobj" else verb.lemma_.lower() in words.verbs
    issuer = subject_of(verb)
    if not known or head.dep_ not in ("dobj", "pobj") or issuer is None or not can_speak(issuer, words):
        return ()
    return reading.actors_of(issuer)


def _owners(reading: Reading, head: Token) -> tuple[ActorMention, ...]:
    """Whose it is by the words before it: "an Observatory toll", "the ministry's figures"."""
    owners = [c for c in head.children if head.pos_ == "NOUN" and c.dep_ in ("poss", "compound", "nmod")]
    owners.sort(key=lambda c: c.dep_ == "poss")  # "Lebanon's al-Manar channel" is al-Manar's
    return next((found for owner in owners if (found := reading.actors_of(owner))), ())
