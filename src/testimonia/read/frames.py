"""Who takes part in what, by grammar: the frame of a verb or of a noun that names a happening.

What always holds: every participant is the head word of a noun phrase of the same sentence, and word order alone
decides nothing; the steps from a word to its subject or object are those of ``arguments``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.read.arguments import (
    DEPTH,
    Frame,
    all_coordinated,
    by_agents,
    coordinated,
    direct_objects,
    is_passive,
    objects,
    obliques,
    own_subject,
    subject,
    subject_through_preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def verb_frame(verb: Token, enabling: frozenset[str], blaming: frozenset[str] = frozenset()) -> Frame:
    """The frame of a verb; ``enabling`` are lemmas such as "allow" and "help" whose subject makes it possible.

    Of a deed laid to somebody's charge ("charged Russia with shelling") the object of the ``blaming`` verb is the doer.
    """
    if (before := _before_gerund(verb)) is not None:
        object_ = verb.head
        return Frame(subject_through_preposition(before), coordinated(object_), obliques(object_))
    surface = _charged(verb, blaming) or subject(verb)
    passive = is_passive(verb)
    if verb.tag_ == "VBG" and not own_subject(verb) and not direct_objects(verb):
        surface = by_agents(verb) or surface  # "the shelling by the militia", taken for a verb
    enablers: tuple[Token, ...] = ()
    governor = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and governor.lemma_.lower() in enabling:
        enablers = tuple(t for t in subject(governor) if t not in surface)
    elif verb.dep_ == "pcomp":
        enablers = _enablers_through_preposition(verb, enabling, surface)
    blamed = verb.lemma_.lower() in blaming and verb.dep_ == "xcomp" and verb.head.lemma_ == "be"  # "is to blame"
    if passive or (blamed and not direct_objects(verb)):
        return Frame(by_agents(verb), surface, obliques(verb), enablers, passive=True)
    patients = tuple(t for t in objects(verb) if t not in surface)
    around = obliques(verb)
    for party in (*patients, *surface):  # the parser hangs many a complement of the verb on its object
        for preposition, tokens in obliques(party).items():
            if preposition != "of":
                around.setdefault(preposition, tokens)
    return Frame(surface, patients, around, enablers)


def _charge(verb: Token) -> Token | None:
    """The verb of "charged Russia with shelling", "accused Russia of shelling", the preposition hung on either word."""
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ in ("VBD", "VBZ", "VBP", "VBN"):
        between = verb.doc[verb.head.i + 1 : verb.i]
        gerunds = (t for t in between if t.tag_ == "VBG" or (t.tag_ == "NN" and t.lower_.endswith("ing")))
        if any(t.head.lower_ == "of" and t.dep_ in ("pobj", "pcomp") for t in gerunds):
            return verb.head  # "accused X of funding and arming Y", the second gerund hung on the verb
    if verb.dep_ == "conj" and verb.tag_ == "VBG" and verb.head.tag_ == "VBG":
        verb = verb.head
    gerund = verb.dep_ == "pcomp" or (verb.dep_ == "pobj" and verb.tag_ == "VBG")
    if not gerund or verb.head.lower_ not in ("with", "of", "for"):
        return None
    over = verb.head.head
    for _ in range(DEPTH):  # "accused Chad, a member of the union, of shelling", hung on "union"
        if over.pos_ == "VERB" or over.dep_ not in ("appos", "pobj", "prep", "conj") or over.head.pos_ == "VERB":
            break
        over = over.head
    return over.head if over.dep_ in ("dobj", "obj") else over


def _charged(verb: Token, blaming: frozenset[str]) -> tuple[Token, ...]:
    """Those to whose charge a deed is laid, though the parser may hang them on a verb behind."""
    charge = _charge(verb)
    if charge is None:
        return ()
    if charge.lemma_.lower() in blaming:
        given = [c for c in charge.children if c.dep_ == "dative" and c.pos_ != "ADP"]  # "accused Chad, a member …, of"
        return all_coordinated(given or direct_objects(charge))
    before = charge.left_edge.i - 1
    swallowed = charge.dep_ == "nsubj" and before >= 0 and charge.doc[before].lemma_.lower() in blaming
    return coordinated(charge) if swallowed else ()


def _before_gerund(verb: Token) -> Token | None:
    """The preposition of "accused the army of bombing Homs", where the parser takes the gerund for an adjective."""
    noun = verb.head
    taken = verb.tag_ == "VBG" and verb.dep_ in ("amod", "compound") and noun.dep_ == "pobj"
    if taken and noun.head.dep_ == "prep" and verb.i == noun.head.i + 1 and noun.head.head.pos_ in ("VERB", "AUX"):
        return noun.head
    return None


def _enablers_through_preposition(verb: Token, enabling: frozenset[str], taken: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "Air power brought the army close to encircling the city": the subject of the verb that brought it there."""
    governor = verb.head
    for _ in range(DEPTH):
        if governor.pos_ in ("VERB", "AUX") or governor.head.i == governor.i:
            break
        governor = governor.head
    if governor.lemma_.lower() not in enabling or not direct_objects(governor):
        return ()
    return tuple(t for t in subject(governor) if t not in taken)


def noun_frame(
    noun: Token,
    light: frozenset[str],
    inverse: frozenset[str],
    enabling: frozenset[str],
    *,
    blaming: frozenset[str] = frozenset(),
    copular: bool = False,
) -> Frame:
    """The frame of a noun that names a happening or, where ``copular``, a relation of whoever is said to be it.

    ``light`` are verbs that lend the noun their subject as agent ("launched an offensive"), ``inverse`` those
    that lend it as patient ("came under attack"), ``blaming`` those whose object is the agent ("blamed the
    militia for the shelling").
    """
    agents: list[Token] = [child for child in noun.children if child.dep_ == "poss"]
    agents.extend(by_agents(noun) or _by_after_patient(noun))
    agents.extend(all_coordinated(child for child in noun.children if child.dep_ in ("amod", "compound", "nmod")))
    if noun.pos_ == "VERB" and noun.tag_ == "VBZ":  # "regime airstrikes hit": a plural that is taken for a verb
        agents.extend(child for child in noun.children if child.dep_ == "nsubj")
    patients: list[Token] = []
    around = obliques(noun)
    patients.extend(around.get("of", ()))
    patients.extend(around.get("against", ()))
    for child in noun.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
            lemma = child.lemma_.lower()
            if lemma in light:
                doing = by_agents(child) if is_passive(child) else subject(child)
                agents.extend(t for t in doing if t.i != noun.i)
            for preposition, tokens in obliques(child).items():
                around.setdefault(preposition, tokens)
    if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "over", "of") and noun.head.head.lemma_.lower() in blaming:
        accuser = noun.head.head
        agents.extend(subject(accuser) if is_passive(accuser) else all_coordinated(direct_objects(accuser)))
    if copular:
        agents.extend(_bearers(noun))
    verb, as_object = _governing_verb(noun)
    enablers: tuple[Token, ...] = ()
    if verb is not None and verb.dep_ == "pcomp":
        enablers = _enablers_through_preposition(verb, enabling, subject(verb))
    if verb is not None:
        parts = (child for child in direct_objects(verb) if child.i != noun.i)  # "takes part in the attack"
        lemma = next((key for t in parts if (key := f"{verb.lemma_} {t.lemma_}".lower()) in light), verb.lemma_.lower())
        passive = is_passive(verb)
        involved = passive and noun.dep_ == "pobj" and f"{lemma} {noun.head.lower_}" in light
        if noun.dep_ == "pobj" and not passive and f"{lemma} {noun.head.lower_}" in light:  # "responded with strikes"
            agents.extend(subject(verb))
        if involved or (lemma in light and as_object and not passive):
            agents.extend(_charged(verb, blaming) or subject(verb))
            patients.extend(t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in coordinated(c))
        elif lemma in light and noun.dep_ == "nsubjpass":
            agents.extend(by_agents(verb))
        elif lemma in inverse and as_object:
            patients.extend(subject(verb))
        if lemma in light | inverse:
            for preposition, tokens in obliques(verb).items():
                if not any(t.i == noun.i for t in tokens):
                    around.setdefault(preposition, tokens)
        elif noun.dep_ == "nsubj":  # "clashes erupted between the army and the militia"
            around.setdefault("between", obliques(verb).get("between", ()))
    elif noun.dep_ == "nsubj" and noun.head.pos_ == "AUX":  # "a battle is under way between …"
        predicated = (t for word in (noun.head, *noun.head.rights) for t in obliques(word).get("between", ()))
        around.setdefault("between", tuple(predicated))
    return Frame(tuple(dict.fromkeys(agents)), tuple(dict.fromkeys(patients)), around, enablers)


def _by_after_patient(noun: Token) -> tuple[Token, ...]:
    """ "The bombing of the towns by the air force": the parser hangs "by" on the towns."""
    return all_coordinated(agent for patient in obliques(noun).get("of", ()) for agent in by_agents(patient))


def _bearers(noun: Token) -> tuple[Token, ...]:
    """Who is said to be what the noun names: by "is", or in apposition ("Iran, the main backer of …")."""
    token = noun
    if token.dep_ == "pobj" and token.head.lower_ == "of":
        token = token.head.head  # "two of the main backers of …"
    if token.dep_ == "attr" and token.head.pos_ in ("AUX", "VERB"):
        return subject(token.head)
    if token.dep_ == "appos":
        first = token.head if token.head.dep_ != "conj" else token.head.head
        return tuple(t for t in coordinated(first) if t.i < token.i)  # "Iran, a backer of X, and others": Iran alone
    return ()


def _governing_verb(noun: Token) -> tuple[Token | None, bool]:
    """The verb the noun depends on, through "under" and coordination, and whether it is the verb's object."""
    token = noun
    for _ in range(DEPTH):
        if token.dep_ != "conj":
            break
        token = token.head
    head = token.head
    if token.dep_ == "dobj" and head.pos_ == "ADJ" and head.left_edge.i < head.i and head.nbor(-1).pos_ == "VERB":
        head = head.nbor(-1)  # "the envoy, …, issued stern threats": the adjective taken for the verb
    if token.dep_ in ("dobj", "obj", "attr"):
        return (head, True) if head.pos_ == "VERB" else (None, False)
    if token.dep_ == "pobj" and head.head.pos_ == "VERB":
        preparing = head.lower_ == "for" and not direct_objects(head.head)  # "preparing for a battle"
        if preparing or head.lower_ in ("under", "to", "in", "of"):
            return head.head, True
        if head.lower_ in ("with", "by", "on", "upon"):
            return head.head, False
    if token.dep_ in ("nsubjpass", "nsubj") and head.pos_ == "VERB":
        return head, False
    return None, False
