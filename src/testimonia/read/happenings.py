"""What happened and who stands how to whom: events and relations from the predicates of an account.

Participants come from grammar; a happening is kept where a participant, a place or a count stands with it, because
a word such as "attack" alone tells nothing of anybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention, Kind
from testimonia.model.source import ActorKind
from testimonia.read import doers
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.arguments import Frame, by_agents, is_passive, objects, obliques, subject, verb_over
from testimonia.read.attribution import chain_at
from testimonia.read.carried import carried, is_result, thwarting
from testimonia.read.causes import Harms, behind, of_act
from testimonia.read.companions import fighting, joined
from testimonia.read.doers import at, named
from testimonia.read.draft import Draft
from testimonia.read.holdings import gathered, holders, things
from testimonia.read.predicates import Predicate, Senses, senses
from testimonia.read.reading import Reading
from testimonia.read.stretches import telling
from testimonia.read.subevent_acts import Acts
from testimonia.read.sufferers import sufferer_words
from testimonia.read.voices import voicing

if TYPE_CHECKING:
    from spacy.tokens import Token


_AIMED = frozenset({"on", "at", "into", "towards", "toward", "over", "in"})
# By which words those who take part are said to do what a noun names: "in cooperation with", "on a visit to".
_JOINED_BY = {"COOPERATE": ("in",), "CONSULT": ("on", "for", "before", "after", "during", "following", "at")}
_MEETING = "CONSULT"
_FORCING = "COERCE"
_MUTUAL = frozenset({"AGREE", "CONSULT"})
_MOVING = frozenset({"MOBILIZE", "RETREAT", "BESIEGES"})
_LYING = (Form.NAME, Form.ADJECTIVE, Form.METONYM)


def find(reading: Reading) -> Iterator[Draft]:
    """All events and relations that predicates tell of, in the order of the words."""
    known = senses(reading.codebook)
    acts = Acts(reading.cast)
    predicates = [p for p in known.find(reading.doc) if not doers.harms_nobody(reading, p)]
    harms = {predicate.i: predicate for predicate in predicates if predicate.sense.type == "ASSAULT"}
    for predicate in predicates:
        draft = _draft(reading, predicate, known, acts, harms)
        if draft is not None:
            yield draft


def _draft(reading: Reading, predicate: Predicate, known: Senses, acts: Acts, harms: Harms) -> Draft | None:
    token = reading.doc[predicate.i]
    sense, frame = predicate.sense, doers.righted(reading, predicate, predicate.frame, known)
    noun = token.pos_ in ("NOUN", "PROPN")
    agents = doers.agents(reading, predicate, frame, known)
    result = is_result(token, harms) or thwarting(reading, token)
    borne = carried(reading, predicate, frame, harms, known) if result else ()
    actors = borne or named(reading, agents) or behind(reading, predicate, frame, agents, known, harms)
    actors = actors or carried(reading, predicate, frame, harms, known)
    if noun and not actors and predicate.i in harms:
        actors = doers.leading(reading, token, known)
    actors = voicing(reading, token, sense.type, agents) or actors
    actors = joined(reading, token, sense.type, frame, actors)
    actors = actors or _purposeful(reading, agents, known) or named(reading, (*_users(token), *_run_on(reading, token)))
    if not actors and (frame.passive or (noun and sense.type in known.book.conflict)):
        actors = named(reading, _by_way(token) if noun else _behind_ground(reading, token))
    recipients, heads = _recipients(reading, predicate, frame, actors)
    if noun and sense.type in _JOINED_BY and not actors:
        taken = {mention.actor for mention in recipients}
        actors = tuple(m for m in named(reading, _together(token, _JOINED_BY[sense.type])) if m.actor not in taken)
    if noun and sense.reciprocal and sense.type == doers.HARM and not actors and recipients:
        taken = {mention.actor for mention in recipients}
        actors = tuple(m for m in named(reading, fighting(reading, token)) if m.actor not in taken)
    if sense.reciprocal and not recipients and len(actors) > 1:
        recipients = _foes(reading, token, {mention.actor for mention in actors})
        if not recipients:
            actors, recipients = actors[:1], actors[1:]
    mutual = (noun and sense.reciprocal and not obliques(token).get("to")) or (sense.type in _MUTUAL and _parted(token))
    if mutual and not actors and len(recipients) > 1:
        actors, recipients = recipients[:1], recipients[1:]
    if noun and sense.reciprocal and not actors and recipients and _parted(token):
        actors = recipients  # "clashes between rival groups": both sides are of them
    if sense.type == _MEETING and _reports(reading, (*agents, *heads), (*actors, *recipients), known):
        return None
    start, end = telling(token, known.light | known.inverse)
    around = (t for tokens in frame.obliques.values() for t in tokens)
    owners = frame.agents if noun else ()  # "the city's encirclement"
    struck = any(t.lemma_.lower() in known.targets for t in (*frame.patients, *owners, *heads, *around))
    scene = struck or _has_scene(reading, start, end)
    if not _tells(predicate, bool(actors), bool(recipients or (sense.of_matter and heads)), scene, noun):
        return None
    if noun and not actors and predicate.i in harms:
        actors = of_act(reading, predicate, frame, known, harms)
        taken = {mention.actor for mention in actors}
        recipients = tuple(mention for mention in recipients if mention.actor not in taken)
    return Draft(
        kind=sense.kind,
        type=sense.type,
        trigger=predicate.i,
        start=start,
        end=end,
        actors=actors,
        recipients=recipients,
        rule=f"{sense.id} ({predicate.evidence}{', passive' if frame.passive else ''})",
        mode=sense.mode,
        acled=_of_weapon(sense.weapons, token) or acts.of(token, sense.acled),
    )


def _parted(token: Token) -> bool:
    """Whether both sides stand behind a "between": "a truce reached between the rebels and the army", "clashes broke
    out between"; behind the word, a participle of it, or the verb whose subject it is.
    """
    telling_on = (
        token,
        *(c for c in token.rights if c.dep_ == "acl"),
        *((token.head,) if token.dep_ == "nsubj" else ()),
    )
    return any(obliques(each).get("between") for each in telling_on)


def _reports(reading: Reading, heads: Iterable[Token], parties: Iterable[ActorMention], known: Senses) -> bool:
    """Whether one of two who meet or speak does so to report: "speaking to the Courier", "a correspondent visited"."""
    if any(head.lemma_.lower() in known.press for head in heads):
        return True
    entries = (reading.cast.entry(party.actor) for party in parties)
    return any(entry is not None and entry.kind is ActorKind.OUTLET for entry in entries)


def _tells(predicate: Predicate, actors: bool, recipients: bool, scene: bool, noun: bool) -> bool:
    """Whether enough is known to make a claim: a relation needs its parties, an event somebody or somewhere."""
    sense = predicate.sense
    if sense.needs_recipient and not recipients:
        return False
    if sense.kind is Kind.RELATION:
        if noun and not actors:
            return scene and sense.scene_suffices
        return recipients or (actors and (scene or sense.narrow))
    return actors or recipients or scene or sense.narrow


def _recipients(
    reading: Reading, predicate: Predicate, frame: Frame, actors: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], list[Token]]:
    """The recipients at the first position, in the sense's order, where somebody is named."""
    heads: list[Token] = []
    harm = predicate.sense.type == doers.HARM
    backing = sufferer_words(reading.codebook).backing  # "fighting with support from X"
    scenes: set[int] = set()  # "air strikes in opposition areas": whose areas they are is where, and not whom
    taken = {mention.actor for mention in actors}
    for position in predicate.sense.recipient:
        tokens = [t for t in at(frame, (position,)) if position != "with" or t.lemma_.lower() not in backing]
        heads.extend(tokens)
        called = tuple(m for m in named(reading, tokens, acting=position == "between") if m.actor not in taken)
        if harm and position == "in":  # "air strikes in Syria"
            scenes.update(t.i for t in tokens)
            called = tuple(m for m in called if not _is_state(reading, m))
        if predicate.sense.type in _MOVING:  # "sent jets to Syria"
            called = tuple(m for m in called if not (_is_state(reading, m) and _is_ground(reading, m)))
        if harm and position in _AIMED:
            called = tuple(m for m in called if not _unknown_name(reading, m))
        if called:
            return called, heads
    owning = [t for head in heads if head.i not in scenes for t in (things(reading, head) if harm else (head,))]
    owned = tuple(m for head in owning for m in _owners(reading, head, harm=harm) if m.actor not in taken)
    if predicate.sense.needs_recipient and predicate.sense.type == "CONSULT":
        return (), heads  # who welcomes a plan has not met its author
    if owned:
        return tuple({m.actor: m for m in owned}.values()), heads
    held = {m.actor: m for m in holders(reading, heads, harm=harm) if m.actor not in taken}
    if held:
        return tuple(held.values()), heads
    if (
        predicate.sense.type == _FORCING
        and reading.doc[predicate.i].pos_ == "VERB"
        and (met := gathered(reading, heads))
    ):
        return met, heads
    if predicate.sense.type == doers.BACKING:  # "in support of an offensive by the army"
        making = named(reading, (t for head in heads for t in by_agents(head)))
        if backed := tuple(m for m in making if m.actor not in taken):
            return backed, heads
    asked = _of_complement(reading, reading.doc[predicate.i], taken)
    if asked:
        return asked, heads
    if predicate.sense.reciprocal:  # "flew to Vienna for talks with the envoy"
        purposes = frame.obliques.get("for", ())
        others = [t for purpose in purposes for t in obliques(purpose).get("with", ())]
        return tuple(m for m in named(reading, others, acting=False) if m.actor not in taken), heads
    return (), heads


def _owners(reading: Reading, head: Token, *, harm: bool) -> tuple[ActorMention, ...]:
    """Whose a thing is; a country's name before a town, or before a thing that is harmed, says only where it lies."""
    found = reading.cast.owners(head)
    ground = head.i in reading.cast.grounds or head.lemma_.lower() in doers.doer_words(reading.codebook).towns
    joined = (
        c
        for c in head.children
        if (harm and c.dep_ == "compound") or (ground and c.dep_ in ("amod", "poss", "compound"))
    )
    around = (*joined, *(obliques(head).get("of", ()) if harm and ground else ()))  # "against areas of Sudan"
    lying = {naming.actor for c in around if (naming := reading.cast.naming_at(c.i)) and naming.form in _LYING}
    told = {
        naming.actor for c in head.children if (naming := reading.cast.naming_at(c.i)) and naming.form is Form.ADJECTIVE
    }
    return tuple(
        m
        for m in found
        if (m.actor not in lying or not _is_state(reading, m))
        and not (ground and (m.actor in told or m.actor.startswith(NEW)))
    )


def _unknown_name(reading: Reading, mention: ActorMention) -> bool:
    """Whether a name that no codebook has stands where mostly ground is aimed at: "shells on Tel Minis"."""
    words = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return mention.actor.startswith(NEW) and words is not None and words.root.pos_ == "PROPN"


def _is_state(reading: Reading, mention: ActorMention) -> bool:
    entry = reading.cast.entry(mention.actor)
    return entry is not None and entry.kind is ActorKind.STATE


def _is_ground(reading: Reading, mention: ActorMention) -> bool:
    """Whether a mention is the name of a place as it stands."""
    words = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    return words is not None and words.root.i in reading.cast.grounds


def _of_complement(reading: Reading, token: Token, taken: set[str]) -> tuple[ActorMention, ...]:
    """Whom a demand, threat or refusal concerns: who is to act in its clause, else whom that act would meet."""
    backing = sufferer_words(reading.codebook).backing
    for clause in token.children:
        if clause.dep_ not in ("ccomp", "xcomp", "acl") or clause.pos_ not in ("VERB", "AUX"):
            continue
        acting = [t for t in subject(clause) if t.i > token.i]
        around = ([t for t in ts if t.lemma_.lower() not in backing] for ts in obliques(clause).values())
        for heads in (acting, objects(clause), *around):
            called = tuple(m for m in named(reading, heads, acting=heads is acting) if m.actor not in taken)
            owned = tuple(m for head in heads for m in reading.cast.owners(head) if m.actor not in taken)
            if called or owned:
                return called or owned
    return ()


def _foes(reading: Reading, verb: Token, taken: set[str]) -> tuple[ActorMention, ...]:
    """Whom both parties fight by what they fight for: "were battling to drive the militia out"."""
    purposes = (c for c in verb.rights if c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB")
    heads = [head for clause in purposes for head in objects(clause)]
    found = (*named(reading, heads, acting=False), *(m for head in heads for m in _owners(reading, head, harm=True)))
    return tuple({m.actor: m for m in found if m.actor not in taken}.values())


def _by_way(noun: Token) -> tuple[Token, ...]:
    """Whose means a deed is: "the junta keeps its hold through the deployment of militias"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("through", "via"):
        return ()
    governor = verb_over(noun.head)
    return subject(governor) if governor.pos_ == "VERB" and not is_passive(governor) else ()


def _behind_ground(reading: Reading, verb: Token) -> Iterator[Token]:
    """Who stands behind a "by" that the parser hangs on the place before: "were struck on the road by the militia"."""
    towns = doers.doer_words(reading.codebook).towns
    for preposition in verb.rights:
        for noun in preposition.children if preposition.dep_ == "prep" else ():
            if noun.i in reading.cast.grounds or noun.lemma_.lower() in towns:
                yield from by_agents(noun)


def _users(verb: Token) -> tuple[Token, ...]:
    """Who uses a thing to do it: "used rocket launchers to hit the camp"."""
    governor = verb.head
    if verb.dep_ != "xcomp" or verb.tag_ not in ("VB", "VBG") or governor.pos_ != "VERB" or is_passive(governor):
        return ()
    return subject(governor) if any(child.dep_ == "dobj" for child in governor.children) else ()


def _purposeful(reading: Reading, agents: Iterable[Token], known: Senses) -> tuple[ActorMention, ...]:
    """Whose mission it is where only the mission is named: its owner, whoever takes it up, else whoever tells of it."""
    taking_up = known.light | doers.doer_words(reading.codebook).taking_up
    for token in agents:
        if token.dep_ in ("dobj", "obj") and token.head.lemma_.lower() in taking_up and token.pos_ == "NOUN":
            owners = [c for c in token.children if c.dep_ == "poss" and c.tag_ != "PRP$"] or subject(token.head)
            if taking := named(reading, owners):
                return taking  # "to take steps to protect them", "assume its responsibility to"
        if token.lemma_.lower() not in reading.cast.words.purposes:
            continue
        owned = named(reading, (c for c in token.children if c.dep_ in ("poss", "amod", "compound")))
        if owned := owned or named(reading, by_agents(token)):
            return owned
        verb = token.head.head
        tried = token.dep_ == "pobj" and verb.pos_ == "VERB" and not is_passive(verb)
        if tried and (trying := named(reading, subject(verb))):
            return trying  # "used gas in an attempt to retake the town"
        told = [a.source_head for a in chain_at(reading.attributions, token.idx, token.idx + 1)]
        return named(reading, (reading.doc[head] for head in told[-1:] if head is not None))
    return ()


def _run_on(reading: Reading, verb: Token) -> tuple[Token, ...]:
    """Who does it in a participle that the parser hangs on the word before: "shelled the town on Sunday breaking …"."""
    if verb.dep_ != "acl" or verb.tag_ != "VBG" or verb.head.dep_ not in ("pobj", "npadvmod", "dobj"):
        return ()
    if verb.head.lemma_.lower() in doers.doer_words(reading.codebook).documents:
        return ()
    governor = verb_over(verb.head)
    return subject(governor) if governor.pos_ == "VERB" and not is_passive(governor) else ()


def _together(noun: Token, prepositions: tuple[str, ...]) -> tuple[Token, ...]:
    """Who acts with others: "the army, in cooperation with the militia, took the town", "is on a visit to Chad"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in prepositions:
        return ()
    governor = noun.head.head
    if governor.pos_ in ("VERB", "AUX"):
        return subject(governor) if not is_passive(governor) else ()
    return (governor,) if noun.head.lower_ == "in" else ()


def _has_scene(reading: Reading, start: int, end: int) -> bool:
    """Whether a place or a count stands among the words."""
    words = reading.doc[start:end]
    first, last = words.start_char, words.end_char
    return bool(reading.places_in(first, last)) or bool(reading.figures_in(first, last))


def _of_weapon(weapons: dict[str, str], token: Token) -> str | None:
    """The ACLED sub-event of a weapon named beside the word."""
    near = [child for child in token.children if child.dep_ in ("compound", "amod", "nmod")]
    near += [c for p in token.children if p.dep_ == "prep" and p.lower_ in ("with", "by") for c in p.subtree]
    for word in near:
        if word.lemma_.lower() in weapons:
            return weapons[word.lemma_.lower()]
    return None
