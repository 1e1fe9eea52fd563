"""Who did it: the words of a clause, or of the clauses around it, that stand for those behind a happening.

"Nine were killed in clashes with the army", "a bombing claimed by the group", "rebel rocket fire hit the school": the
doer stands neither as subject nor behind "by". What always holds: every answer is a head of a phrase of the same
sentence, or who was told to have done the same thing one sentence before.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.codebook.schema import Entry, Words, WordSet
from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read import deed_owners, joint_deeds, participles
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.arguments import DEPTH, Frame, by_agents, goes_on, obliques, own_subject, subject
from testimonia.read.participles import needs_object
from testimonia.read.predicates import Predicate, Senses, senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

HARM = "ASSAULT"
_BLAMING = "ACCUSE"
_GIVING_WAY = "RETREAT"
BACKING = "SUPPORTS"
_VOICED = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})  # what comes "from" whoever voices it


class DoerWords(Entry):
    """``doers.yaml``; each field is explained beside its words there."""

    clashes: WordSet
    against: WordSet
    by_way_of: WordSet
    undergone: WordSet
    fire: WordSet
    wielding: WordSet
    owned_by: WordSet
    laid_on: dict[str, Words]
    responsibility: WordSet
    claiming: WordSet
    sufferers: WordSet
    rising: WordSet
    nobody: WordSet
    from_where: WordSet
    ending: WordSet
    wielders: WordSet
    given_up: dict[str, Words]
    suffered: WordSet
    towns: WordSet
    meanwhile: WordSet
    resulting: WordSet
    natural_causes: WordSet
    dying_of: WordSet
    peaceful_ends: WordSet
    left_open: WordSet
    results: WordSet
    hands: WordSet
    mostly: WordSet
    needs_object: WordSet
    further: WordSet
    others: WordSet
    anybody: WordSet
    definite: WordSet
    kinds_of_act: dict[str, Words]
    internal: WordSet
    attacking: WordSet
    thwarting: WordSet
    documents: WordSet
    means: WordSet
    no_attack: WordSet
    contrasting: WordSet
    unsaid: WordSet
    moves: WordSet
    bombings: WordSet
    taking_up: WordSet
    crafts: WordSet
    tellers: WordSet
    moved_by: WordSet
    struck: WordSet


@lru_cache(maxsize=8)
def doer_words(codebook: Codebook) -> DoerWords:
    """The word lists of a codebook."""
    return codebook.lexicon("doers", DoerWords)


def at(frame: Frame, positions: Iterable[str]) -> list[Token]:
    """The heads at positions of a frame: "subject", "object", what is "of object", or a preposition."""
    found: list[Token] = []
    for position in positions:
        if position == "subject":
            found.extend(frame.agents)
        elif position == "object":
            found.extend(frame.patients)
        elif position == "of object":  # "claimed the lives of two soldiers", "hundreds of civilian lives"
            for patient in frame.patients:
                found.extend(c for c in patient.children if c.dep_ in ("compound", "amod", "nmod"))
                found.extend(obliques(patient).get("of", ()))
        else:
            found.extend(frame.obliques.get(position, ()))
    return found


def named(reading: Reading, tokens: Iterable[Token], *, acting: bool = True) -> tuple[ActorMention, ...]:
    """The actors that the phrases around ``tokens`` name, each once."""
    found: dict[str, ActorMention] = {}
    known = senses(reading.codebook)
    lexicon = doer_words(reading.codebook)
    for token in (each for head in tokens for each in joint_deeds.listed(reading, head)):
        nobody = deed_owners.is_nobody(token, lexicon)  # "no group has claimed to have downed it"
        for mention in reading.actors_of(token, acting=acting):
            if nobody and mention.actor.startswith(NEW):
                continue
            words = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
            if words is None or not mention.actor.startswith(NEW) or not known.names_happening(words[-1]):
                found.setdefault(mention.actor, mention)  # and not "Heavy Bombardment", taken for a name
    return tuple(found.values())


def harms_nobody(reading: Reading, predicate: Predicate) -> bool:
    """Whether no attack is told: by the end of a use ("used gas to heat its barracks") or by what people died of."""
    words = doer_words(reading.codebook)
    ends, token = words.peaceful_ends, reading.doc[predicate.i]
    if predicate.sense.type == HARM and token.pos_ == "VERB" and token.lemma_.lower() in words.undergone:
        of = (c for c in token.rights if c.dep_ in ("prep", "agent") and c.lower_ in words.dying_of)
        return any(t.dep_ == "pobj" and t.lemma_.lower() in words.natural_causes for prep in of for t in prep.rights)
    if predicate.sense.type != HARM or token.pos_ != "VERB" or not predicate.sense.objects:
        return False
    return any(c.dep_ in ("xcomp", "advcl") and c.tag_ == "VB" and c.lemma_.lower() in ends for c in token.children)


def righted(reading: Reading, predicate: Predicate, frame: Frame, known: Senses) -> Frame:
    """The frame of a word of harm, with those who can only suffer it among the patients, and those whose fire it is or
    to whom ground was lost among the agents.
    """
    token = reading.doc[predicate.i]
    words = doer_words(reading.codebook)
    if token.pos_ in ("NOUN", "PROPN") and _ended(token, words):
        frame = replace(frame, agents=tuple(t for t in frame.agents if t.head.i == token.i))
    if predicate.sense.type != HARM:
        return _of_killer(token, frame, words, blames=predicate.sense.type == _BLAMING)
    if token.pos_ not in ("NOUN", "PROPN"):
        frame = _undergoing(token, frame, words, known, reading.cast.grounds)
        winners = [t for name in words.given_up.get(token.lemma_.lower(), ()) for t in frame.obliques.get(name, ())]
        if frame.passive or not named(reading, winners):
            return frame
        return replace(frame, agents=tuple(winners), patients=(*frame.patients, *frame.agents))
    beaten = not named(reading, frame.obliques.get("of", ()))  # and not "the army's defeat of the militia"
    suffering = tuple(t for t in frame.agents if _suffers(t, token, words) and (beaten or t.dep_ != "poss"))
    if token.lemma_.lower() in words.suffered:
        suffering = (*suffering, *obliques(token).get("for", ()))  # "a defeat for the militia"
    agents = acting(reading, token, (t for t in frame.agents if t not in suffering), words)
    if laid := joint_deeds.blamed(token, words.laid_on):
        agents = (*agents, *laid)
    around = {name: tuple(t for t in tokens if t not in agents) for name, tokens in frame.obliques.items()}
    patients = tuple(t for t in frame.patients if t not in agents)
    return replace(frame, agents=agents, patients=(*patients, *suffering), obliques=around)


def _ended(noun: Token, words: DoerWords) -> bool:
    """Whether a noun names what somebody ends, who need not be its doer: "put an end to such attacks"."""
    over = noun.head
    if noun.dep_ != "pobj" or over.lower_ not in ("to", "of", "on"):
        return False
    ends = (over.head, *(c for c in over.head.children if c.dep_ in ("dobj", "obj")))
    return any(t.pos_ == "NOUN" and t.i < noun.i and t.lemma_.lower() in words.ending for t in ends)


def _undergoing(verb: Token, frame: Frame, words: DoerWords, known: Senses, grounds: Container[int]) -> Frame:
    """The frame with those as patients who cannot be the doers by the words around: in headlines and run-on lists.

    "Four nurses killed in a raid", "8 killed 15 injured in a raid": a participle that the parser takes for a past
    tense.
    """
    if frame.passive or not frame.agents:
        return participles.as_past(verb, frame, words) or frame
    if (acting := participles.doers_of(first_of(verb), words, grounds)) is not None:
        return replace(frame, agents=acting)
    if verb.tag_ not in ("VBD", "VBN") or not needs_object(verb, words):
        return frame
    objectless = not any(c.dep_ in ("aux", "dobj", "obj", "nsubj") for c in verb.children)
    if verb.dep_ == "acl" and objectless and not goes_on(verb):
        return replace(frame, agents=by_agents(verb), patients=frame.agents, passive=True)  # "the many gravely wounded"
    if not own_subject(verb):
        return frame
    if any(map(known.names_happening, frame.agents)):
        return frame
    if any(child.dep_ in ("aux", "dobj", "obj") and not _next_in_list(child, words) for child in verb.children):
        return frame
    if all(_next_in_list(token, words) for token in frame.patients):
        return replace(frame, agents=by_agents(verb), patients=frame.agents, passive=True)
    return frame


def _of_killer(verb: Token, frame: Frame, words: DoerWords, *, blames: bool) -> Frame:
    """The frame of what killers do besides, where the dead have it: "killed nine, calling …", not "nine guarding …"."""
    first = first_of(verb)
    parted = first.left_edge.i > 0 and first.left_edge.nbor(-1).text == ","
    if not (blames or parted) or first.dep_ != "acl" or first.tag_ != "VBG" or first.head.dep_ not in ("dobj", "obj"):
        return frame
    killing = first.head.head
    return replace(frame, agents=subject(killing)) if needs_object(killing, words) else frame


def first_of(verb: Token) -> Token:
    """The first of coordinated verbs: "killing and injuring"."""
    for _ in range(DEPTH):
        if verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return verb


def _next_in_list(token: Token, words: DoerWords) -> bool:
    """Whether what looks like an object is the next count of a list: "8 killed 15 injured"."""
    count = token.pos_ == "NUM" or token.lemma_.lower() in words.further
    return count and any(
        c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") and needs_object(c, words) for c in token.children
    )


def acting(reading: Reading, noun: Token, heads: Iterable[Token], words: DoerWords) -> tuple[Token, ...]:
    """Those joined to a noun of harm who act in it: neither what they shoot with nor what country a group is of."""
    foilers = foiling(noun, words)
    found = tuple(t for t in heads if t not in foilers and not demonym_of_group(reading, t))
    found = tuple(t for t in found if not lies_in(reading, t, noun))
    found = tuple(t for t in found if not joint_deeds.holds_ground(t, noun, senses(reading.codebook).book.compounds))
    if named(reading, by_agents(noun)):  # "a terrorist attack by the militia"
        found = tuple(t for t in found if not _is_kind(reading, t, noun))
    if noun.lemma_.lower() in words.fire or not named(reading, found):
        made = [t for t in obliques(noun).get("of", ()) if _makes(reading, t, noun, words)]
        found = (*(t.head for t in made if t.dep_ == "conj" and t.head not in made), *made) or found
    others = tuple(t for t in found if t.lemma_.lower() not in words.wielders)
    return others if len(others) < len(found) and named(reading, others) else found


def _is_kind(reading: Reading, modifier: Token, noun: Token) -> bool:
    """Whether a word before a noun says of what kind of people an act is, and names no party."""
    naming = reading.cast.naming_at(modifier.i)
    joined = modifier.head.i == noun.i and modifier.dep_ in ("compound", "amod", "nmod")
    return joined and (naming is None or naming.form is Form.NOMINAL)


def _makes(reading: Reading, party: Token, noun: Token, words: DoerWords) -> bool:
    """Whether whoever stands behind "of" does what a noun names: "the sniper fire of the militants", "the army's"."""
    lemma = noun.lemma_.lower()
    flown = lemma in words.bombings and party.lemma_.lower() in words.crafts
    if lemma not in words.fire and lemma not in words.moves and not flown:
        return False
    return party.lemma_.lower() not in words.sufferers and bool(named(reading, (party,)))


def exchanging(noun: Token, words: DoerWords) -> tuple[Token, ...]:
    """Both who fire at each other: "shelling between the army and the militia"; a fight is told otherwise."""
    both = obliques(noun).get("between", ()) if noun.lemma_.lower() not in words.clashes else ()
    return both if len(both) > 1 else ()


def foiling(noun: Token, words: DoerWords) -> tuple[Token, ...]:
    """Who foils the act of a noun, in a headline all of whose words are taken for names: "Army Foiled Rebel Attack"."""
    verb = max((t.i for t in noun.lefts if _stem(t) in words.thwarting), default=-1)
    return tuple(t for t in noun.lefts if t.i < verb)


def _stem(token: Token) -> str:
    """The lemma, also of a past tense that a headline's capital makes a name of: "Foiled"."""
    lemma = token.lemma_.lower()
    return lemma.removesuffix("ed") if token.pos_ == "PROPN" else lemma


def leading(reading: Reading, noun: Token, known: Senses) -> tuple[ActorMention, ...]:
    """Who leads what a noun names: "the US-led strikes"."""
    for leader in _compounds(noun, known):
        naming = reading.cast.inner_naming_at(leader.i)
        if naming is not None:
            return (reading.cast.mention(naming.actor, naming.start, naming.end),)
    return ()


def _suffers(party: Token, noun: Token, words: DoerWords) -> bool:
    """Whether a party before a noun of harm undergoes it: "the civilian casualties", "their defeat"."""
    if party.dep_ == "poss":
        return noun.lemma_.lower() in words.suffered and party.head.i == noun.i
    return party.dep_ in ("compound", "amod", "nmod") and party.lemma_.lower() in words.sufferers


def demonym_of_group(reading: Reading, modifier: Token) -> bool:
    """Whether a country only says of where the group after it is: "Ukrainian rebel shelling", "Libya rebel raids"."""
    naming = reading.cast.naming_at(modifier.i)
    if naming is None or modifier.i + 1 >= len(reading.doc) or not is_state(reading, modifier):
        return False
    group = reading.doc[modifier.i + 1]
    if naming.form is not Form.ADJECTIVE and reading.cast.naming_at(group.i) in (None, naming):
        return False
    return (
        modifier.head.i in (group.i, group.head.i)
        and group.dep_ in ("compound", "amod", "nmod")
        and group.lemma_.lower() in reading.cast.words.people
    )


def lies_in(reading: Reading, modifier: Token, noun: Token) -> bool:
    """Whether a country before a bomb, or a capital, only says where: "a Somalia car bomb", "the Nairobi bombing"; or
    a name whose what is hit: "the Yemen food convoy attack".
    """
    words = doer_words(reading.codebook)
    if modifier.dep_ == "compound" and noun.left_edge.i <= modifier.i < noun.i:
        between = reading.doc[modifier.i : noun.i]
        if any(t.dep_ == "compound" and t.lemma_.lower() in words.struck for t in between):
            return True
    if modifier.head.i != noun.i or modifier.dep_ not in ("compound", "amod", "nmod") or noun.pos_ == "VERB":
        return False
    naming = reading.cast.naming_at(modifier.i)
    if naming is not None and naming.form is Form.METONYM and noun.lemma_.lower() in words.bombings:
        return True
    bombs = words.kinds_of_act["bomb"]
    told = {noun.lemma_.lower(), *(t.lemma_.lower() for t in noun.lefts)}
    return bool(told & set(bombs)) and is_state(reading, modifier)


def is_state(reading: Reading, token: Token) -> bool:
    """Whether a word names a country, or is its demonym."""
    naming = reading.cast.naming_at(token.i)
    if naming is None or naming.form is Form.NOMINAL:
        return False
    entry = reading.cast.entry(naming.actor)
    return entry is not None and entry.kind is ActorKind.STATE


def agents(reading: Reading, predicate: Predicate, frame: Frame, known: Senses) -> list[Token]:
    """The heads of those whom the grammar of a predicate makes its doers."""
    token = reading.doc[predicate.i]
    words = doer_words(reading.codebook)
    enabling = frame.enablers if predicate.sense.type != _GIVING_WAY else ()  # "forced the rebels to withdraw"
    told = named(reading, (*by_agents(token), *deed_owners.told_by(token))) if token.pos_ in ("NOUN", "PROPN") else ()
    backers = () if told else _compounds(token, known)  # "a US-backed offensive by the militia"
    found = [*backers, *at(frame, predicate.sense.actor), *enabling]
    feeling = token.head.head if token.dep_ == "pcomp" else token
    if feeling.lower_ in words.moved_by:  # "France concerned over shelling"
        found = [t for t in found if t.i > feeling.i]
    if token.lemma_.lower() in words.internal:  # "Syria's uprising": the country says where
        found = [t for t in found if not (t.head.i == token.i and is_state(reading, t))]
    if predicate.sense.type == HARM and token.pos_ in ("NOUN", "PROPN"):
        found.extend(joint_deeds.sharing(reading, token))
        found.extend(deed_owners.owners(token, words, known, reading.cast.words.supposing))
        found.extend(() if predicate.sense.reciprocal else exchanging(token, words))
    if predicate.sense.type in _VOICED and token.pos_ == "NOUN" and not named(reading, found):
        found.extend(deed_owners.told_by(token, "from") or obliques(token).get("from", ()))  # "criticism from X"
    if predicate.sense.type == BACKING:  # "in support of an offensive by the army": the army is backed
        backed = {a.i for t in frame.obliques.get("of", ()) if known.names_happening(t) for a in by_agents(t)}
        found = [t for t in found if t.i not in backed]
    acts = [t for t in found if known.names_happening(t)] if len(found) > 1 else []  # "the regime and Russian strikes"
    found.extend(each for t in acts for each in acting(reading, t, known.owners(t), words))
    found = [t for t in found if not (demonym_of_group(reading, t) or lies_in(reading, t, token))]
    found = [each for agent in found for each in _described(reading, agent)]
    if predicate.sense.type == HARM and first_of(token).dep_ == "relcl":
        found = [each for agent in found for each in joint_deeds.for_ground(reading, agent, token, words.towns)]
    return [_happening_for_ground(reading, agent, known) for agent in found]


def _described(reading: Reading, agent: Token) -> tuple[Token, ...]:
    """For what somebody is said to be, whoever it is: "the militia is a key force battling the rebels"."""
    if agent.dep_ != "attr" or agent.head.lemma_ != "be":
        return (agent,)
    own = named(reading, (agent,))
    told = subject(agent.head)
    return told if own and all(m.actor.startswith(NEW) for m in own) and named(reading, told) else (agent,)


def _compounds(noun: Token, known: Senses) -> list[Token]:
    """The actor in "the US-led bombing": the name joined to a participle that leads or backs."""
    found: list[Token] = []
    for modifier in noun.children:
        if modifier.dep_ in ("amod", "compound", "nmod") and modifier.lower_ in known.book.compounds:
            found.extend(c for c in modifier.children if c.dep_ in ("npadvmod", "amod", "compound", "nmod", "dep"))
    return found


def _happening_for_ground(reading: Reading, agent: Token, known: Senses) -> Token:
    """For a place in "the bombing in Kabul, which killed nine", the bombing: grounds do not kill."""
    preposition = agent.head
    if agent.dep_ != "pobj" or preposition.lower_ not in reading.cast.words.prepositions_of_place:
        return agent
    happening = preposition.head
    if happening.pos_ in ("NOUN", "PROPN") and known.names_happening(happening):
        return happening
    return agent
