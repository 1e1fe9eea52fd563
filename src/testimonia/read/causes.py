"""What brought a harm about, and whose act was that: "killed in strikes by jets", "hurt by shells fired by rebels".

What always holds: whoever is found owns an act of violence that the words of the harm name as its cause or manner, or
stands on the other side of the fight in which it was done, or did the same thing not more than a sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read import deed_owners, doers
from testimonia.read.actors import NEW
from testimonia.read.arguments import Frame, is_passive, objects, obliques, subject
from testimonia.read.doers import HARM, DoerWords, doer_words, named
from testimonia.read.predicates import Predicate, Senses
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

Harms = Mapping[int, Predicate]
"""The predicates of violence of an account by their token."""


def behind(
    reading: Reading, predicate: Predicate, frame: Frame, heads: Iterable[Token], known: Senses, harms: Harms
) -> tuple[ActorMention, ...]:
    """Who stands behind a happening that itself acts or by which something is undergone: "the strikes killed"."""
    words = doer_words(reading.codebook)
    causes = [each for head in heads for each in (head, *_series(head, known))]
    if predicate.sense.type == HARM:
        causes.extend(_circumstances(reading.doc[predicate.i], frame, words))
    for token in causes:
        if found := _behind(reading, token, frame, known, harms, words):
            others = (c for c in causes if c.i > token.i and c in token.conjuncts)  # "a raid and a militia ambush"
            shared = [m for other in others for m in _behind(reading, other, frame, known, harms, words)]
            taken = {m.actor for m in found}
            return (*found, *(m for m in dict.fromkeys(shared) if m.actor not in taken))
    return ()


def _behind(
    reading: Reading, token: Token, frame: Frame, known: Senses, harms: Harms, words: DoerWords
) -> tuple[ActorMention, ...]:
    """Who stands behind one cause."""
    happening = known.names_happening(token)
    if token.pos_ not in ("NOUN", "PROPN") and token.dep_ not in ("pobj", "pcomp") and not happening:
        return ()  # the tagger takes many a plural of strikes for a verb
    if foiling := doers.foiling(token, words):
        return named(reading, foiling)
    owning = deed_owners.owners(token, words, known, reading.cast.words.supposing)
    if found := named(reading, (t for t in owning if not _says_where(reading, t, token))):
        return found
    if found := _other_side(reading, token, frame, words):
        return found
    if token.lemma_.lower() in words.hands:
        return named(reading, obliques(token).get("of", ()))
    if not happening and token.lemma_.lower() not in words.fire:
        return ()
    if found := named(reading, doers.acting(reading, token, known.owners(token), words)):
        return found
    if found := doers.leading(reading, token, known) or named(reading, _from(reading, token, words)):
        return found
    if found := named(reading, doers.exchanging(token, words)):
        return found
    if not happening:
        return _fired_before(reading, token, known, harms)
    return _told_before(reading, token, known, harms) or _by_means(reading, token, known, harms)


def _says_where(reading: Reading, modifier: Token, noun: Token) -> bool:
    """Whether a name before a happening tells where or whose ground it struck: "a Red Cross clinic bombing"."""
    return doers.demonym_of_group(reading, modifier) or doers.lies_in(reading, modifier, noun)


def _circumstances(token: Token, frame: Frame, words: DoerWords) -> Iterator[Token]:
    """What a harm came of or with: "killed in strikes", "injured due to shells", "died as a result of the shelling"."""
    if token.lemma_.lower() not in words.undergone:
        yield from frame.obliques.get("in", ())
        return
    for preposition in sorted(words.by_way_of):
        for head in frame.obliques.get(preposition, ()):
            if any(child.dep_ == "npadvmod" for child in head.head.children):
                continue  # "a day after the raid"
            yield from obliques(head).get("of", ()) if head.lemma_.lower() in words.results else (head,)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words.by_way_of:
            yield from (c for c in child.subtree if c.dep_ == "pcomp" and c.tag_ == "VBG")  # "because of shelling by X"


def _series(head: Token, known: Senses) -> Iterator[Token]:
    """What a measure of happenings counts: "days of shelling", "a wave of strikes"."""
    yield from (token for token in obliques(head).get("of", ()) if known.names_happening(token))


def _by_means(reading: Reading, noun: Token, known: Senses, harms: Harms) -> tuple[ActorMention, ...]:
    """Who does what a noun is the means of: "shelled the town during an offensive aimed at cutting the road"."""
    words = doer_words(reading.codebook)
    means = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "with tens of bombs"
    verb = means.head.head
    act = harms.get(verb.i)
    if act is None or verb.pos_ != "VERB" or means.dep_ != "pobj" or means.head.lower_ not in words.means:
        return ()
    return named(reading, doers.agents(reading, act, doers.righted(reading, act, act.frame, known), known))


def _from(reading: Reading, token: Token, words: DoerWords) -> Iterator[Token]:
    """Who fires: "rocket fire from the rebels", "missiles fired from a warplane"; no ground from where it comes."""
    clauses = (c for c in token.children if c.dep_ == "acl" and c.lemma_.lower() in words.owned_by)
    for word in (token, *clauses):
        for preposition in sorted(words.from_where):
            for source in obliques(word).get(preposition, ()):
                if source.i not in reading.cast.grounds and not _composed(source.head, words):
                    yield source


def _composed(preposition: Token, words: DoerWords) -> bool:
    """Whether a "from" tells of what the dead were: "killed in the strikes, mostly from the Front"."""
    return any(child.lower_ in words.mostly for child in preposition.children)


def _other_side(reading: Reading, token: Token, frame: Frame, words: DoerWords) -> tuple[ActorMention, ...]:
    """Against whom those fought who were hurt in a fight: "killed in clashes with the army"."""
    if token.lemma_.lower() not in words.clashes:
        return ()
    places = (token, *(c for c in token.rights if c.dep_ in ("acl", "relcl")))  # "clashes that broke out with"
    others = [t for at in places for name in sorted(words.against) for t in obliques(at).get(name, ())]
    hurt = {m.actor for m in named(reading, frame.patients, acting=False)}
    found = tuple(m for m in named(reading, others) if m.actor not in hurt)
    return found if len(found) == 1 else ()


def of_act(
    reading: Reading, predicate: Predicate, frame: Frame, known: Senses, harms: Harms
) -> tuple[ActorMention, ...]:
    """Whose act a noun that names nobody tells of: of the verb whose means it is, or of the act it points back to.

    "Hit the base with ten bombs", "shelled the town, the attack leaving nine dead". Of a fight in which some were
    killed who are named, it is they who fought.
    """
    noun = reading.doc[predicate.i]
    words = doer_words(reading.codebook)
    if found := named(reading, _from(reading, noun, words)):
        return found  # "bombardment from the army"
    if noun.dep_ == "compound" and known.names_happening(noun.head):  # the bomb of "a militia car bomb attack"
        return named(reading, doers.acting(reading, noun.head, known.owners(noun.head), words))
    means = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else noun  # "with tens of bombs"
    verb = means.head.head
    act = harms.get(verb.i)
    within = verb.pos_ == "VERB" and means.dep_ == "pobj" and means.head.lower_ in words.means
    if within and _is_taken_to(noun, verb, words) and (doing := named(reading, subject(verb))):
        opposed = {m.actor for m in named(reading, around_against(frame, words), acting=False)}
        return tuple(m for m in doing if m.actor not in opposed)
    if act is None or not within:
        return _told_before(reading, noun, known, harms, reading.sentence_tokens(reading.sentence_of(noun.i))[0])
    told = doers.righted(reading, act, act.frame, known)
    if noun.lemma_.lower() in words.clashes:
        opposed = {m.actor for m in named(reading, frame.obliques.get("with", ()))}
        fallen = (t for t in told.patients if t.lemma_.lower() not in words.sufferers)
        if not opposed:
            return () if told.passive else _by_means(reading, noun, known, harms)  # "killed nine in clashes"
        return tuple(m for m in named(reading, fallen) if m.actor not in opposed)
    return _by_means(reading, noun, known, harms)


def _is_taken_to(noun: Token, verb: Token, words: DoerWords) -> bool:
    """Whether the subject of a verb acts in what a noun names: "used bombs in strikes", "lost ten in the battle"."""
    if is_passive(verb):
        return False
    lemma = verb.lemma_.lower()
    losing = lemma in words.given_up and noun.lemma_.lower() in words.clashes and bool(objects(verb))
    return losing or (lemma in words.wielding and lemma in words.taking_up)


def around_against(frame: Frame, words: DoerWords) -> tuple[Token, ...]:
    """Those on the other side of a fight: "the battle against the army"."""
    return tuple(t for preposition in sorted(words.against) for t in frame.obliques.get(preposition, ()))


def _told_before(
    reading: Reading, token: Token, known: Senses, harms: Harms, first: int | None = None
) -> tuple[ActorMention, ...]:
    """Who did the last such thing told of, no farther than one sentence before: "… The raids killed nine".

    Only a happening that the words point back to is sought, one of the kind that they name before any other.
    """
    words = doer_words(reading.codebook)
    own = harms.get(token.i)
    if own is None or own.sense.id not in words.attacking or token.lemma_.lower() in words.clashes:
        return ()
    start = reading.sentence_starts[max(0, reading.sentence_of(token.i) - 1)] if first is None else first
    acts = [harms[i] for i in range(token.i - 1, start - 1, -1) if i in harms and _attacks(harms[i], words)]
    if not any(child.lower_ in words.definite for child in token.children):
        acts = [act for act in acts if reading.doc[act.i].is_ancestor(token)]  # "a raid", "more strikes"
    kinds = _kinds(token, words)
    alike = [act for act in acts if kinds & _kinds(reading.doc[act.i], words)]
    for act in alike or [act for act in acts if not kinds or not _kinds(reading.doc[act.i], words)]:
        earlier = reading.doc[act.i]
        heads = _doing(reading, act, known)
        if any(t.lower_ in words.left_open for t in (*earlier.head.children, *(w for h in heads for w in h.subtree))):
            return ()
        if found := named(reading, heads):
            return found
    return ()


def _fired_before(reading: Reading, thing: Token, known: Senses, harms: Harms) -> tuple[ActorMention, ...]:
    """Who fired what is spoken of again, not more than two sentences before: "… fired rockets. The rockets killed two".

    A blast or the like, which nobody fires, is spoken of as a happening.
    """
    words = doer_words(reading.codebook)
    if not any(child.lower_ in words.definite for child in thing.children):
        return ()
    start = reading.sentence_starts[max(0, reading.sentence_of(thing.i) - 2)]
    for i in range(thing.i - 1, start - 1, -1):
        act = harms.get(i)
        if act is not None and any(t.lemma_ == thing.lemma_ for t in (*objects(reading.doc[i]), *act.frame.patients)):
            return tuple(m for m in named(reading, _doing(reading, act, known)) if not m.actor.startswith(NEW))
    return ()


def _attacks(act: Predicate, words: DoerWords) -> bool:
    return act.sense.id in words.attacking


def _doing(reading: Reading, act: Predicate, known: Senses) -> list[Token]:
    """Those whom the grammar makes doers of an act told earlier."""
    token = reading.doc[act.i]
    if token.pos_ in ("NOUN", "PROPN"):
        return list(doers.acting(reading, token, known.owners(token), doer_words(reading.codebook)))
    return doers.agents(reading, act, doers.righted(reading, act, act.frame, known), known)


def _kinds(token: Token, words: DoerWords) -> frozenset[str]:
    """With what it was done, by the word, the words joined to it and what is fired: air, ground, bomb or fight."""
    told = {t.lemma_.lower() for t in (token, *token.children) if t.dep_ not in ("prep", "relcl", "acl", "advcl")}
    told |= {c.lemma_.lower() for t in objects(token) for c in t.children} if token.pos_ == "VERB" else set()
    return frozenset(kind for kind, members in words.kinds_of_act.items() if told & set(members))
