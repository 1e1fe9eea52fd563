"""Who does it and to whom, by grammar: the subjects, objects and complements of a verb or of a noun.

Works on dependency parses in spaCy's English scheme. What always holds: every participant is the head word of a
noun phrase of the same sentence, and word order alone decides nothing - passives, relative clauses, participles,
control and shared subjects are followed to the phrase that fills the role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.read.asides import across

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_OBJECTS = frozenset({"dobj", "obj", "attr", "oprd"})
_SUBORDINATORS = frozenset({"as", "after", "before", "since", "until", "till"})
_OF_ONE = frozenset({"a", "an", "another", "this"})
_CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "rely": ("on",), "depend": ("on",)}
_TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
DEPTH = 6  # how far a subject is followed through conjunction and control; deeper is a parse gone astray


@dataclass(frozen=True, slots=True)
class Frame:
    """The participants of one predicate, each the head word of its phrase.

    ``agents`` do it, ``patients`` undergo it; ``obliques`` maps a preposition in lower case to its objects;
    ``enablers`` made it possible ("Russian air power allowed the army to advance").
    """

    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    obliques: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    enablers: tuple[Token, ...] = ()
    passive: bool = False


def coordinated(token: Token) -> tuple[Token, ...]:
    """The token and all that are coordinated with it."""
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "X"):
            found.extend(coordinated(child))
    return tuple(found)


def all_coordinated(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """Each token with what is coordinated with it, in order and once."""
    seen: dict[int, Token] = {}
    for token in tokens:
        for each in coordinated(token):
            seen.setdefault(each.i, each)
    return tuple(seen.values())


def verb_over(token: Token) -> Token:
    """The token itself where it is a verb, else the nearest verb above it, else the root of its sentence."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, the reduced one of "backed by" and "killed in" included."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass") for child in verb.children):
        return True
    if verb.tag_ in ("VBN", "VBD") and not direct_objects(verb) and _agent_behind(verb):
        return True  # "besieged and starved by …": participles that the parser takes for a past tense
    if verb.tag_ != "VBN":
        return False
    if direct_objects(verb) and any(child.dep_ == "nsubj" for child in verb.children):
        return False  # "strikes by jets killed nine": a past tense taken for a participle
    if any(child.dep_ == "aux" and child.lemma_ in ("have", "do") for child in verb.children):
        return False
    if verb.dep_ == "acl" and goes_on(verb):
        return False
    opened = verb.dep_ in ("ccomp", "advcl") and (verb.left_edge.dep_ == "mark" or verb.left_edge.tag_ == "WRB")
    if opened and any(c.dep_ == "nsubj" for c in verb.children):
        return False  # "said that rebels based in the camp shelled with rockets …", "when they targeted with rockets …"
    if verb.dep_ in ("advcl", "conj") and _counts_whom(verb):
        return False  # "Army kills nine rebels, captured ten": a past tense in a headline without "and"
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not own_subject(verb):
        return is_passive(verb.head) or verb.head.tag_ not in ("VBN", "VBD")
    return verb.dep_ in ("acl", "advcl", "amod", "relcl", "ROOT", "ccomp", "xcomp", "conj", "dep")


def _counts_whom(verb: Token) -> bool:
    behind_comma = 0 < verb.left_edge.i == verb.i and verb.nbor(-1).text == ","
    return behind_comma and any(o.pos_ == "NUM" and o.i == verb.i + 1 for o in direct_objects(verb))


def goes_on(verb: Token) -> bool:
    """Whether a past tense with an object goes on right behind a verb: "shells fired by them killed and hurt nine"."""
    return any(
        c.dep_ == "conj" and c.tag_ == "VBD" and _adjacent(verb, c) and direct_objects(c) and not own_subject(c)
        for c in verb.rights
    )


def _agent_behind(verb: Token) -> bool:
    """Whether a "by" that names an agent belongs to the verb or to the last of those coordinated with it."""
    own = any(child.dep_ == "agent" or (child.lower_ == "by" and child.dep_ == "prep") for child in verb.children)
    if own:
        return any(c.dep_ == "agent" for c in verb.children) or verb.tag_ == "VBN"
    return any(
        other.dep_ == "conj" and other.tag_ == "VBN" and not own_subject(other) and _agent_behind(other)
        for other in verb.children
    )


def subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The phrase that is the verb's subject on the surface, found through conjunction, control and relatives."""
    if depth > DEPTH:
        return ()
    own = own_subject(verb)
    before = across(verb) if verb.pos_ == "VERB" else None
    if before is not None and all(before.i < token.i < verb.i for token in own):
        return coordinated(before)
    if own:
        return all_coordinated(_relative_resolved(token, verb) for token in own)
    head = verb.head
    if (swallowed := _swallowed(verb)) is not None:
        return coordinated(swallowed)
    if verb.dep_ == "ccomp" and head.i > verb.i and _is_finite(verb):
        return ()  # "regime bombardment of the town has cost nine lives said the monitor"
    match verb.dep_:
        case "conj" if head.pos_ in ("VERB", "AUX", "ADJ"):
            return subject(head, depth + 1)
        case "conj" if head.dep_ == "acl":
            return (head.head,)
        case "xcomp" | "ccomp" if head.dep_ == "relcl" and verb.tag_ in ("VBD", "VBZ", "VBP") and verb.i - head.i == 1:
            return (head.head,)  # "an attack that activists say killed hundreds"
        case "xcomp" | "ccomp" if head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            objects = (
                (*direct_objects(head), *_called_upon(head)) if head.pos_ == "VERB" and not is_passive(head) else ()
            )
            return all_coordinated(objects) if objects and verb.dep_ == "xcomp" else subject(head, depth + 1)
        case "advcl" | "acl" if verb.tag_ == "VBN" and (left := _left_so(verb)) is not None:
            return coordinated(left)
        case "acl" if verb.tag_ == "VBN" and _counted(head) and head.dep_ == "conj" and _counted(head.head):
            return coordinated(head.head)  # "nine nurses and six clerks killed in a raid"
        case "acl" if verb.tag_ == "VB" and head.head.lower_ == "in" and head.head.head.pos_ == "VERB":
            trying = by_agents(head) or tuple(c for c in head.children if c.dep_ == "poss")
            return trying or subject(head.head.head, depth + 1)  # "shelled it in order to take the town"
        case "acl" if verb.tag_ == "VB" and (trying := by_agents(head)):
            return trying  # "attempts by the rebels to retake the town"
        case "acl" | "relcl":
            return (head,) if head.pos_ in ("NOUN", "PROPN", "PRON") else ()
        case "advcl" if head.pos_ in ("VERB", "AUX"):
            return subject(head, depth + 1)
        case "prep" if head.pos_ in ("VERB", "AUX"):  # "according to", "following" tagged as verbs
            return subject(head, depth + 1)
        case "pcomp" if not direct_objects(verb) and any(c.lower_ == "of" for c in verb.rights):
            return ()  # "despite the killing of nine, the army said": a noun, and no deed of the subject
        case "pcomp":
            return subject_through_preposition(head, depth)
        case "acomp" | "attr":
            return subject(head, depth + 1)
    return ()


def subject_through_preposition(preposition: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who does what a gerund behind a preposition tells: the object or subject of the verb over it, or an owner."""
    governor = preposition.head
    for _ in range(DEPTH):  # "within five miles of completing …"
        if governor.pos_ in ("VERB", "AUX") or governor.head.i == governor.i or governor.dep_ in ("nsubj", "dobj"):
            break
        governor = governor.head
    if governor.pos_ in ("VERB", "AUX"):
        objects = direct_objects(governor)
        if objects and preposition.lower_ in ("of", "from", "for", "into", "to", "as") and not is_passive(governor):
            return all_coordinated(objects)
        return subject(governor, depth + 1)
    if governor.pos_ == "NOUN":
        owners = tuple(child for child in governor.children if child.dep_ == "poss")
        return owners or (subject(governor.head, depth + 1) if governor.dep_ in _OBJECTS else ())
    return ()


def _swallowed(verb: Token) -> Token | None:
    """The subject that the parser gives to an opening adverbial where no comma ends it: "In July rebel groups met"."""
    if not _is_finite(verb):
        return None
    if verb.dep_ == "conj":
        return _behind_subordinator(verb)
    if verb.dep_ not in ("ROOT", "ccomp"):
        return None
    for preposition in verb.lefts:
        nouns = [child for child in preposition.children if child.dep_ == "pobj"]
        if preposition.dep_ != "prep" or not nouns:
            continue
        if len(nouns) > 1:  # a preposition has one object: "In the same area on Sunday the militia …"
            return nouns[-1]
        noun = nouns[0]
        if noun.tag_ == "NNS" and noun.left_edge.lower_ in _OF_ONE:  # "In another context units of the army met"
            return noun
        last = preposition
        while (inner := next((c for c in noun.rights if c.dep_ == "prep" and c.n_rights), None)) is not None:
            below = next((c for c in inner.rights if c.dep_ == "pobj"), None)
            if below is None or _of_several(noun):
                break  # "In the countryside of Homs units of the army met"
            last, noun = inner, below  # "At the camp of al-Hol militants met"
        if noun.left_edge.i == noun.i:
            continue
        between = verb.doc[preposition.right_edge.i + 1 : verb.i]
        opening = noun.left_edge.pos_ in ("PROPN", "NUM") and noun.left_edge.i == last.i + 1
        opening = opening or _of_several(noun)
        parted = all(token.pos_ in ("AUX", "ADV", "PART") for token in between)
        if opening and parted and (last is preposition or noun.tag_ == "NNS"):
            return noun
    return None


def _of_several(noun: Token) -> bool:
    """Whether a noun of many is joined to the name or place before it: "In central Chad army units met"."""
    return noun.tag_ == "NNS" and any(c.dep_ in ("compound", "nmod") and c.tag_ in ("NN", "NNP") for c in noun.lefts)


def _counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.lefts)


def _left_so(participle: Token) -> Token | None:
    """The object right before a participle, of another verb than it hangs on: "shelled it leaving 20 people killed"."""
    before = participle.nbor(-1) if participle.i and participle.left_edge.i == participle.i else participle
    other = before.dep_ in ("dobj", "obj") and participle.head.i not in (before.i, before.head.i)
    return before if other else None


def _called_upon(verb: Token) -> tuple[Token, ...]:
    """Who is to do it in "called upon the council to act", "appealed to the council to act"."""
    prepositions = _CALLING.get(verb.lemma_)
    if prepositions is None:
        return ()
    return tuple(t for c in verb.rights if c.lower_ in prepositions for t in c.children if t.dep_ == "pobj")


def _behind_subordinator(verb: Token) -> Token | None:
    """The subject of a clause whose "as" or "after" the parser takes for a preposition: "died as a drone hit …"."""
    for preposition in verb.head.rights:
        noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if preposition.dep_ == "prep" and preposition.lower_ in _SUBORDINATORS and noun is not None:
            between = verb.doc[noun.right_edge.i + 1 : verb.i]
            if noun.i < verb.i and all(token.pos_ in ("AUX", "ADV", "PART") for token in between):
                return noun
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in verb.head.rights)
    for clause in verb.head.rights:  # "died as troops allied to the junta shelled …": "allied" taken for a past tense
        if clause.dep_ == "advcl" and clause.tag_ in ("VBD", "VBN") and not joined and not direct_objects(clause):
            own = own_subject(clause)
            if own and clause.left_edge.dep_ == "mark" and clause.right_edge.i + 1 == verb.left_edge.i:
                return own[0]
    return None


def _is_finite(verb: Token) -> bool:
    """Whether a verb or its auxiliary has a tense, so that its clause must have a subject."""
    tensed = any(child.dep_ in ("aux", "auxpass") and child.tag_ in _TENSED for child in verb.children)
    return tensed or verb.tag_ in _TENSED


def own_subject(verb: Token) -> list[Token]:
    """The subjects that hang on the verb itself."""
    found = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.pos_ != "SCONJ"]
    if not found and verb.dep_ in ("xcomp", "ccomp") and verb.tag_ == "VB":
        return []
    return found


def _relative_resolved(token: Token, verb: Token) -> Token:
    """For "who", "which" and "that" in a relative clause, the noun the clause belongs to."""
    if token.tag_ in ("WDT", "WP", "WP$") or (token.lower_ == "that" and token.pos_ in ("PRON", "SCONJ", "DET")):
        clause = verb
        for _ in range(DEPTH):
            if clause.dep_ == "relcl":
                return clause.head
            cleft = next((c for c in clause.head.children if c.dep_ == "attr"), None)
            if clause.head.lemma_ == "be" and cleft is not None and cleft.i < clause.i:
                return cleft  # "it was not the army who …"
            if clause.dep_ not in ("conj", "xcomp", "ccomp"):
                break
            clause = clause.head
        if token.i and token.tag_ == "WP" and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
            return token.nbor(-1)
    return token


def direct_objects(verb: Token) -> list[Token]:
    """The direct objects that hang on the verb itself."""
    return [child for child in verb.children if child.dep_ in ("dobj", "obj")]


def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Direct objects, with a relative clause's object traced to its noun and shared objects of coordinated verbs."""
    participial = verb.tag_ == "VBG" and verb.dep_ == "prep"  # "excluding the militia", taken for a preposition
    kinds = _OBJECTS | {"pobj"} if participial else _OBJECTS
    own = [child for child in verb.children if child.dep_ in kinds or (child.dep_ == "dative" and child.pos_ != "ADP")]
    if any(child.dep_ in ("dobj", "obj") for child in own):
        own = [child for child in own if child.dep_ not in ("oprd", "attr")]  # "called the rebels terrorists"
    found = [_relative_resolved(token, verb) for token in own]
    if not own and (lost := _run_on(verb)) is not None:
        found = [lost]
    if not found and verb.dep_ == "relcl" and own_subject(verb) and not is_passive(verb):
        relative = any(child.tag_ in ("WDT", "WP") or child.lower_ == "that" for child in own_subject(verb))
        if not relative and verb.head.pos_ in ("NOUN", "PROPN") and verb.i - verb.head.i > 1:
            found = [verb.head]
    if not found and depth < 2:
        # "armed and funded the rebels": the object stands with the last of coordinated verbs
        for other in verb.children:
            if other.dep_ == "conj" and other.pos_ == "VERB" and not own_subject(other) and _adjacent(verb, other):
                return objects(other, depth + 1)
    return all_coordinated(found)


def _run_on(verb: Token) -> Token | None:
    """The object that the parser joins to the next clause's subject: "killing four civilians residents said"."""
    if verb.pos_ != "VERB" or verb.i + 1 >= len(verb.doc):
        return None
    subject_ = verb.nbor().head
    for _ in range(2):
        if subject_.dep_ == "compound":
            subject_ = subject_.head
    if subject_.dep_ != "nsubj" or subject_.left_edge.i != verb.i + 1 or subject_.i == verb.i + 1:
        return None
    before = subject_.nbor(-1)
    plural = before.dep_ == "compound" and before.tag_ in ("NNS", "NNPS") and subject_.tag_ in ("NNS", "NN")
    return before if plural else None


def _adjacent(first: Token, second: Token) -> bool:
    return second.i - first.i <= 3  # "besieged and starved": a conjunction, at most an adverb, between


def by_agents(token: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who stands behind "by" of a passive or of a noun; shared by coordinated participles."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            found.extend(each for each in child.children if each.dep_ in ("pobj", "dobj"))
    if not found and depth < 2:
        for other in token.children:
            if other.dep_ == "conj" and other.tag_ == "VBN" and not own_subject(other):
                return by_agents(other, depth + 1)
        if token.dep_ == "conj" and token.tag_ == "VBN" and token.head.tag_ == "VBN" and not own_subject(token):
            return tuple(t for t in by_agents(token.head, 2))
    return all_coordinated(found)


def obliques(token: Token) -> dict[str, tuple[Token, ...]]:
    """Prepositional complements by their preposition; a chain ("out of") counts under its last one too."""
    found: dict[str, list[Token]] = {}
    for preposition in _prepositions(token):
        name = preposition.lower_
        for child in preposition.children:
            if child.dep_ == "pobj":
                found.setdefault(name, []).extend(coordinated(child))
            elif child.dep_ == "prep":
                for deeper in child.children:
                    if deeper.dep_ == "pobj":
                        found.setdefault(child.lower_, []).extend(coordinated(deeper))
        if (shared := _behind_comma(preposition)) is not None:
            found.setdefault(name, []).extend(shared)
    return {name: tuple(tokens) for name, tokens in found.items()}


def _behind_comma(preposition: Token) -> tuple[Token, ...] | None:
    """What two verbs share behind the later one: "is opposed to, and was opposed to, the plan"; ``None`` for others."""
    doc, at = preposition.doc, preposition.i + 2
    if preposition.n_rights or at >= len(doc) or doc[at - 1].text != ",":
        return None
    nouns = (t for t in doc[at : at + DEPTH] if t.left_edge.i == at and t.head.i < at and t.pos_ in ("NOUN", "PROPN"))
    return tuple(t for noun in nouns for t in coordinated(noun))


def _prepositions(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.pos_ in ("ADP", "SCONJ", "PART", "VERB"):
            yield child
            for other in child.children:
                if other.dep_ == "conj" and other.pos_ == "ADP":
                    yield other
        elif child.dep_ == "prt":
            yield from (each for each in child.children if each.dep_ == "prep")
