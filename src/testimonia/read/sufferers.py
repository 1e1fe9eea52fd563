"""Who undergoes it where grammar names nobody or the wrong one: recipients from tolls, and those taken back.

"Hit the market, killing nine traders": the traders are those hit. What always holds: recipients are added only to a
harm that has none or beside those counted in the same list, nobody suffers his own act there, and whoever only tells
of a claim, or is another name of its doer, does not undergo it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import ActorMention, Figure, Kind, Unit
from testimonia.model.ids import slug
from testimonia.model.source import ActorKind
from testimonia.read import named_parts
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.arguments import coordinated, is_passive, objects, obliques, subject
from testimonia.read.attacked import struck
from testimonia.read.attacked_clauses import beside
from testimonia.read.attribution_chain import chain_at
from testimonia.read.doers import HARM, doer_words, named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_HURT = frozenset({Unit.KILLED, Unit.INJURED})
_LISTED = _HURT | {Unit.PEOPLE, Unit.FIGHTERS}
_WITHIN_LIST = frozenset({"conj", "pobj", "appos", "nmod", "compound", "nummod"})
_NEAR = 6  # tokens before an attack within which it is said to have been foiled; by judgement
_NAMES = frozenset({"compound", "nmod"})
_OWN = "own"  # "burned their own vehicles"


class SuffererWords(Entry):
    """``sufferers.yaml``; each field is explained beside its words there."""

    strife: WordSet
    them: WordSet
    their: WordSet
    origins: WordSet
    uncounted: WordSet
    backing: WordSet
    kin: WordSet
    ground_names: WordSet


@lru_cache(maxsize=8)
def sufferer_words(codebook: Codebook) -> SuffererWords:
    """The word lists of a codebook."""
    return codebook.lexicon("sufferers", SuffererWords)


def completed(reading: Reading, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with recipients taken back or added by what stands beside them; figures must be attached."""
    words = sufferer_words(reading.codebook)
    known = [_righted(reading, draft, words) for draft in drafts]
    by_trigger = {d.trigger: d for d in known if _is_harm(d)}
    return [_harmed(reading, draft, by_trigger, words) if _is_harm(draft) else draft for draft in known]


def _told_of(reading: Reading, mention: ActorMention, telling: Iterable[tuple[int, int]]) -> bool:
    """Whether somebody may be counted among those harmed: neither a paper nor whoever tells of it."""
    entry = reading.cast.entry(mention.actor)
    return (entry is None or entry.kind is not ActorKind.OUTLET) and not _tells(reading, mention, telling)


def _telling(reading: Reading, token: Token) -> list[tuple[int, int]]:
    """The words for those on whose word a word stands, as offsets."""
    over = chain_at(reading.attributions, token.idx, token.idx + 1)
    return [a.source for a in over if a.source is not None]


def _is_harm(draft: Draft) -> bool:
    return draft.kind is Kind.EVENT and draft.type == HARM


def _righted(reading: Reading, draft: Draft, words: SuffererWords) -> Draft:
    """The draft without recipients who only tell of it, are its doer by another name, or are the ground of strife."""
    if not draft.recipients or draft.kind not in (Kind.EVENT, Kind.RELATION):
        return draft
    token = reading.doc[draft.trigger]
    telling = _telling(reading, token)
    strife = _is_harm(draft) and not draft.actors and _of_strife(token, words)
    kept = tuple(
        m
        for m in draft.recipients
        if not _tells(reading, m, telling)
        and not _same_party(reading, m, draft.actors)
        and not _a_thing(reading, m, words)
        and not (_is_harm(draft) and _names_ground(reading, m, words))
        and not (strife and _is_country(reading, m))
        and not (draft.type == "CONTROLS" and _no_holding(reading, token, m))
        and not (draft.type == "PART_OF" and _is_kin(reading, m, words))
    )
    kept = tuple(_of_their_own(reading, m, words) for m in kept)
    return replace(draft, recipients=kept) if kept != draft.recipients else draft


def _is_kin(reading: Reading, mention: ActorMention, words: SuffererWords) -> bool:
    head = reading.head_of(mention.start, mention.end)
    return head is not None and head.lemma_.lower() in words.kin


def _no_holding(reading: Reading, token: Token, mention: ActorMention) -> bool:
    """Whether somebody is not what is held: a country whose ground it is, or who stands by "rebel-held areas"."""
    described = token.tag_ == "VBN" and token.dep_ in ("acl", "amod", "relcl", "compound", "nmod")
    return described or mention.actor.startswith(NEW) or _is_country(reading, mention)


def _of_their_own(reading: Reading, mention: ActorMention, words: SuffererWords) -> ActorMention:
    """The mention, of kin and allies of somebody as people of their own: "his son" is not he."""
    head = reading.head_of(mention.start, mention.end)
    if head is None or head.lemma_.lower() not in words.kin or reading.cast.naming_at(head.i) is not None:
        return mention
    if not any(c.tag_ == "PRP$" for c in head.children):
        return mention
    return reading.cast.mention(NEW + slug(head.text), head.i, head.i + 1)


def _tells(reading: Reading, mention: ActorMention, telling: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention stands in the words for a source, or beside it: "a medic and witnesses said"."""
    head = reading.head_of(mention.start, mention.end)
    first = head
    while first is not None and first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    beside = coordinated(first) if first is not None and head is not None else ()
    return any(
        (start <= mention.start and mention.end <= end) or any(start <= t.idx < end for t in beside)
        for start, end in telling
    )


def _is_country(reading: Reading, mention: ActorMention) -> bool:
    """Whether a mention means a country by its name, its pronoun, or a town of it, and no force or people of it."""
    entry, head = reading.cast.entry(mention.actor), reading.head_of(mention.start, mention.end)
    if entry is None or entry.kind is not ActorKind.STATE or head is None:
        return False
    naming = reading.cast.naming_at(head.i)
    return head.pos_ in ("PRON", "PROPN") and (naming is None or naming.form is Form.NAME)


def _same_party(reading: Reading, mention: ActorMention, actors: Iterable[ActorMention]) -> bool:
    """Whether a mention names the doer once more: "a bomb claimed by the armed group X"."""
    head = reading.head_of(mention.start, mention.end)
    for actor in actors:
        other = reading.head_of(actor.start, actor.end)
        if head is None or other is None or head.i == other.i:
            continue
        joined = head if head.head.i == other.i else other if other.head.i == head.i else None
        if joined is None:
            continue
        between = reading.transcript.text[min(mention.end, actor.end) : max(mention.start, actor.start)]
        if joined.dep_ == "appos" or (joined.dep_ in _NAMES and not between.strip()):
            return True
    return False


def _a_thing(reading: Reading, mention: ActorMention, words: SuffererWords) -> bool:
    """Whether the word for somebody is one for a thing here: "the sources of the shelling"."""
    head = reading.head_of(mention.start, mention.end)
    if head is None or head.lemma_.lower() not in words.origins:
        return False
    return any(t.pos_ == "NOUN" and not named(reading, (t,), acting=False) for t in obliques(head).get("of", ()))


def _names_ground(reading: Reading, mention: ActorMention, words: SuffererWords) -> bool:
    """Whether the name of somebody whom no codebook has is by its own words one of ground: "Tal Ali", "Rose Street"."""
    if not mention.actor.startswith(NEW):
        return False
    parts = mention.name.lower().replace("-", " ").split()
    called = mention.name[:1].isupper() and parts[0] in words.ground_names
    return called or parts[-1] in doer_words(reading.codebook).towns


def _of_strife(token: Token, words: SuffererWords) -> bool:
    """Whether what harms is strife without a doer: "ravaged by war", "hit by unrest", "killed in the country's war"."""
    causes = [*obliques(token).get("by", ()), *obliques(token).get("in", ())]
    if token.pos_ == "VERB":
        causes.extend(subject(token))
    return any(cause.lemma_.lower() in words.strife for cause in causes)


def _worn_by_strife(token: Token, words: SuffererWords) -> bool:
    """Whether strife wore a place down, whose toll is of the strife: "ravaged by a war that has killed thousands"."""
    undergone = token.pos_ == "VERB" and is_passive(token)
    return undergone and any(t.lemma_.lower() in words.strife for t in obliques(token).get("by", ()))


def _harmed(reading: Reading, draft: Draft, harms: dict[int, Draft], words: SuffererWords) -> Draft:
    """The harm with those as recipients whom its toll counts, or whom a harm that shares them names."""
    token = reading.doc[draft.trigger]
    if (met := _met(reading, draft, harms, words)) is not None:
        return replace(draft, actors=draft.actors or met.actors, recipients=met.recipients)
    if draft.recipients and _are_doers(reading, draft, harms, words):
        again = _told_again(reading, token, harms, words)
        draft = replace(draft, recipients=again or draft.recipients)
    taken = {m.actor for m in (*draft.actors, *draft.recipients)}
    if draft.recipients:
        listed = [f for f in draft.figures if _listed(reading, token, f, draft)]
        found = _counted(reading, listed, taken, words, _LISTED)
    elif _thwarted(reading, token) or _worn_by_strife(token, words):
        found = ()
    else:
        found = (
            _told_again(reading, token, harms, words) or struck(reading, token, harms, words.kin) or _left(token, harms)
        )
        found = found or _counted(reading, draft.figures, taken, words)
        if not found:
            found = beside(reading, token, harms, words.kin, doer_words(reading.codebook))
            found = tuple(m for m in found if not _is_country(reading, m))
        found = tuple(m for m in found if m.actor not in taken)
    if not (found or draft.recipients) and _thwarted(reading, token):
        return draft
    found = (*found, *named_parts.of_harm(reading, draft, (*draft.recipients, *found)))
    telling = _telling(reading, token) if found else []
    found = tuple(m for m in found if _told_of(reading, m, telling))
    return replace(draft, recipients=(*draft.recipients, *found)) if found else draft


def _are_doers(reading: Reading, draft: Draft, harms: dict[int, Draft], words: SuffererWords) -> bool:
    """Whether "their vehicles" are taken for those of whoever does the harm told just before in the sentence."""
    heads = [reading.head_of(m.start, m.end) for m in draft.recipients]
    if not all(head is not None and _theirs(head, words) for head in heads):
        return False
    first, _ = reading.sentence_tokens(reading.sentence_of(draft.trigger))
    doing = {m.actor for i in range(first, draft.trigger) if i in harms for m in harms[i].actors}
    return {m.actor for m in draft.recipients} <= doing | {m.actor for m in draft.actors}


def _thwarted(reading: Reading, token: Token) -> bool:
    """Whether an attack came to nothing, so that its toll is of those who made it: "foiled a raid, killing nine"."""
    first, _ = reading.sentence_tokens(reading.sentence_of(token.i))
    near = reading.doc[max(first, token.i - _NEAR) : token.i]
    return token.pos_ != "VERB" and any(t.lemma_.lower() in doer_words(reading.codebook).thwarting for t in near)


def _counted(
    reading: Reading, figures: Iterable[Figure], taken: set[str], words: SuffererWords, units: Container[Unit] = _HURT
) -> tuple[ActorMention, ...]:
    """The classes of people whom wholes among figures count, by default as dead or hurt."""
    found: dict[str, ActorMention] = {}
    for figure in figures:
        if figure.unit not in units or figure.high == 0 or figure.part_of is not None or not figure.counted:
            continue
        head = reading.head_of(figure.start, figure.end)
        if head is None or head.lemma_.lower() in words.uncounted:
            continue
        for mention in (_of_their_own(reading, m, words) for m in named(reading, (head,), acting=False)):
            if mention.actor not in taken:
                found.setdefault(mention.actor, mention)
    return tuple(found.values())


def _listed(reading: Reading, token: Token, figure: Figure, draft: Draft) -> bool:
    """Whether a figure stands behind a verb in one list with those it names: "killed 14 rebels of X and six nurses"."""
    if token.pos_ != "VERB" or not any(m.start <= figure.start for m in draft.recipients):
        return False
    units = [f.unit for m in draft.recipients for f in draft.figures if m.start < f.end and f.start < m.end]
    head = reading.head_of(figure.start, figure.end)
    if head is None or not set(units) & _HURT:
        return False
    listed = False
    while head.dep_ in _WITHIN_LIST and head.head.i > token.i:
        listed = listed or head.dep_ == "conj"
        onto_verb = head.dep_ == "pobj" and head.head.head.i <= token.i
        head = head.head if head.dep_ != "pobj" or onto_verb else head.head.head
    if listed and head.dep_ == "prep" and head.nbor(-1).dep_ in ("dobj", "obj"):
        head = head.nbor(-1)  # "killed 14 fighters from the group and six nurses": parsed as killed from there
    direct = head.i > token.i and head.head.i == token.i and head.dep_ in ("dobj", "obj")
    return direct and (figure.unit in units or (listed and figure.unit not in _HURT))


def _told_again(
    reading: Reading, token: Token, harms: dict[int, Draft], words: SuffererWords
) -> tuple[ActorMention, ...]:
    """Whom "them" means, and whose are "their vehicles": those of the harm told just before it in the sentence."""
    if token.pos_ == "VERB":
        hit = objects(token) or (subject(token) if is_passive(token) else ())
        heads = [t for o in hit for t in (o, *obliques(o).get("of", ()))]
    else:
        heads = [*obliques(token).get("of", ())]  # "the destruction of their weapons"
    if not any(t.lower_ in words.them or _theirs(t, words) for t in heads):
        return ()
    first, _ = reading.sentence_tokens(reading.sentence_of(token.i))
    before = (harms[i] for i in range(token.i - 1, first - 1, -1) if i in harms)
    return next((d.recipients for d in before if d.recipients and not _are_doers(reading, d, harms, words)), ())


def _theirs(thing: Token, words: SuffererWords) -> bool:
    """Whether what is harmed belongs to those named before: "their vehicles", and not "their children"."""
    if thing.lemma_.lower() in words.kin or any(c.lower_ == _OWN for c in thing.children):
        return False
    return any(c.dep_ == "poss" and c.lower_ in words.their for c in thing.children)


def _met(reading: Reading, draft: Draft, harms: dict[int, Draft], words: SuffererWords) -> Draft | None:
    """The fight in which "them" are the other side: "the army clashed with the rebels, killing scores of them"."""
    token = reading.doc[draft.trigger]
    if token.tag_ != "VBG" or not draft.recipients:
        return None
    heads = [reading.head_of(m.start, m.end) for m in draft.recipients]
    if not all(head is not None and head.lower_ in words.them for head in heads):
        return None
    first, _ = reading.sentence_tokens(reading.sentence_of(token.i))
    hurt = {m.actor for m in draft.recipients}
    for i in range(token.i - 1, first - 1, -1):
        met = harms.get(i)
        if met is not None and met.recipients and hurt <= {m.actor for m in met.actors}:
            return met
    return None


def _left(token: Token, harms: dict[int, Draft]) -> tuple[ActorMention, ...]:
    """Whom an attack hurt by the participle that tells what came of it: "shelled the town, wounding residents"."""
    if token.pos_ != "VERB":
        return ()
    results = (c for c in token.children if c.dep_ == "advcl" and c.tag_ == "VBG" and c.i > token.i)
    return next((harms[c.i].recipients for c in results if c.i in harms and harms[c.i].recipients), ())
