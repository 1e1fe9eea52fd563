"""Which actor named before may a pronoun or a noun like "the group" mean? Agreement, binding and rank.

What always holds: a candidate agrees in kind and number with the word that names it again, and is not who does to
that word what its own clause tells; of what is left the subject of the nearest sentence wins, or nobody does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.model.source import ActorKind
from testimonia.read.actors import NEW, Cast
from testimonia.read.alias_index import Form
from testimonia.read.arguments import SUBJECTS, subject, verb_over

if TYPE_CHECKING:
    from spacy.tokens import Token

_RIVALS = 2  # candidates of one rank among whom the nearest is still taken; by judgement
_OPENING = 3  # tokens at the start of a sentence among which its subject opens it
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_UNDERGOERS = frozenset({"dobj", "nsubjpass", "pobj"})
_OF_SOMEBODY = frozenset({"for", "of", "from", "with"})
_UNARMED = (ActorKind.ORGANISATION, ActorKind.OUTLET)
_PLURAL_KINDS = frozenset(
    {ActorKind.PEOPLE, ActorKind.GROUP, ActorKind.COALITION, ActorKind.MILITARY, ActorKind.UNNAMED}
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor named at a token: whether a person, many, a subject, and of which verb.

    ``plural`` may be "they"; ``several`` is named by a plural noun and is never "it" or "the group"; ``common`` is
    known by a common noun alone; ``acts_in`` is the verb whose subject it is, joined to others or not, else -1.
    """

    mention: ActorMention
    sentence: int
    token: int
    person: bool
    plural: bool
    several: bool
    state: bool
    common: bool
    subject: bool
    acts_in: int


def named_at(cast: Cast, token: Token, sentence: int) -> Iterator[Candidate]:
    """Whoever a token is the last word of: by name, or as people, forces or a person told of by a common noun."""
    naming = cast.naming_at(token.i)
    if naming is not None and naming.end - 1 == token.i and naming.form is not Form.ADJECTIVE:
        form = naming.form
    elif naming is None and token.pos_ == "PROPN":
        if token.ent_type_ != "PERSON" or token.dep_ in ("compound", "flat"):
            return
        form = Form.NAME
    elif naming is None and token.pos_ == "NOUN":
        lemma = token.lemma_.lower()
        people = lemma in cast.people and (token.tag_ == "NNS" or lemma == "people" or _is_one(cast, token))
        if not (people or (token.dep_ in SUBJECTS and lemma in cast.organs)):
            return
        form = Form.PEOPLE if people and (token.tag_ == "NNS" or lemma == "people") else Form.NAME
    else:
        return
    for mention in cast.who(token)[:1]:
        entry, new = cast.entry(mention.actor), mention.actor.startswith(NEW)
        alone = new and token.tag_ == "NN" and token.pos_ == "NOUN" and form is not Form.PEOPLE
        single = alone and _is_one(cast, token)
        person = entry.kind is ActorKind.PERSON if entry else token.ent_type_ == "PERSON" or single
        many = token.tag_ != "NN" or token.lemma_.lower() in cast.words.collectives
        plural = entry.kind in _PLURAL_KINDS if entry else not person and many
        folk = entry is None or entry.kind in (ActorKind.PEOPLE, ActorKind.MILITARY)  # and no "coalition jets"
        several = form is Form.PEOPLE or (token.tag_ == "NNS" and naming is not None and folk)
        yield candidate(cast, mention, token, sentence, (person, plural or several or token.tag_ == "NNS", several))


def _is_one(cast: Cast, noun: Token) -> bool:
    """Whether a noun tells of one person who is spoken of: "a doctor said", not "according to an official"."""
    return noun.tag_ == "NN" and noun.dep_ in SUBJECTS and noun.lemma_.lower() not in cast.words.collectives


def candidate(
    cast: Cast, mention: ActorMention, token: Token, sentence: int, number: tuple[bool, bool, bool]
) -> Candidate:
    """A mention by the phrase that ends at ``token``; ``number`` says whether person, plural and several."""
    head = token
    naming = cast.naming_at(token.i)
    if naming is not None:
        head = cast.doc[naming.start : naming.end].root
    while head.dep_ in ("compound", "flat") and head.head.i != head.i:
        head = head.head
    entry = cast.entry(mention.actor)
    state = entry is not None and entry.kind in (ActorKind.STATE, ActorKind.GOVERNMENT)
    common = entry is None and naming is None and token.pos_ == "NOUN"
    first = head
    while first.dep_ == "conj" and first.head.pos_ in ("NOUN", "PROPN"):
        first = first.head
    acts_in = first.head.i if first.dep_ in SUBJECTS else -1
    return Candidate(mention, sentence, token.i, *number, state, common, head.dep_ in SUBJECTS, acts_in)


def has_members(cast: Cast, named: Candidate) -> bool:
    """Whether a candidate is a group or a people of the codebook."""
    entry = cast.entry(named.mention.actor)
    return entry is not None and entry.kind in (ActorKind.GROUP, ActorKind.PEOPLE)


def is_group(cast: Cast, named: Candidate) -> bool:
    """Whether a candidate is a group of the codebook, and no people."""
    entry = cast.entry(named.mention.actor)
    return entry is not None and entry.kind is ActorKind.GROUP


def choose(
    cast: Cast, before: Sequence[Candidate], token: Token, kind: str, sentence: int | None = None
) -> Candidate | None:
    """The subject of the nearest sentence, else the nearest name, of the kind and number that the word asks for."""
    bound = _verbs_over(token, hit=_hits_theirs(cast, token))
    able = [
        c for c in before
        if (kind == "person") == c.person and _of_such_a_kind(cast, token, c) and _able(cast, c, token)
    ]  # fmt: skip
    fitting = [c for c in able if not {c.acts_in, c.token} & bound]
    if not fitting:
        return None
    by_token = {c.token: c for c in fitting}
    if told := next((by_token[i] for i in (*_made_to(token), *_beside(token)) if i in by_token), None):
        return told
    fitting = [c for c in fitting if _agrees(cast, c, token, kind, sentence)]
    by_token = {c.token: c for c in fitting}
    if told := next((by_token[i] for i in (*_teller(token), *_struck(token)) if i in by_token), None):
        return told
    if not fitting:
        return None
    best = max(fitting, key=lambda c: (c.sentence, c.subject, c.token))
    if len(bound) > 1 and any(c.sentence > best.sentence for c in able if c.acts_in in bound):
        return None  # nobody else of its own sentence fits: "the men opened fire, hitting some of them"
    if token.lower_ in cast.words.plural_pronouns:
        best = by_token.get(_first_beside(cast, best), best)
    rivals = {c.mention.actor for c in fitting if c.sentence == best.sentence and c.subject == best.subject}
    return best if len(rivals) <= _RIVALS and not _thing_between(cast, best, token) else None


def _first_beside(cast: Cast, named: Candidate) -> int:
    """The token to which whoever is named is joined: the army in "the army and its allies"; else its own."""
    head = root(cast, named.token)
    joined = head.dep_ == "conj" and (named.acts_in >= 0 or any(c.tag_ == "PRP$" for c in head.children))
    return head.head.i if joined else named.token


def root(cast: Cast, i: int) -> Token:
    """The head of the naming that covers token ``i``, else the token."""
    naming = cast.naming_at(i)
    return cast.doc[naming.start : naming.end].root if naming is not None else cast.doc[i]


def _agrees(cast: Cast, named: Candidate, token: Token, kind: str, sentence: int | None) -> bool:
    pronoun = token.pos_ == "PRON"
    if not pronoun and kind not in ("person", "forces") and (kind == "state") != named.state:
        return False
    if kind != "group":
        return True
    if token.lower_ in cast.words.plural_pronouns or token.tag_ == "NNS":
        own = not pronoun or (token.dep_ not in _OBJECTS and sentence in (None, named.sentence))
        if not pronoun and named.common and cast.doc[named.token].tag_ == "NN":
            return False  # "the groups" are not one that is many
        return named.plural or (own and (named.subject or (named.state and token.dep_ == "nsubj")))
    if pronoun and _kind(cast, named) is ActorKind.PEOPLE:
        return False  # "the rebel assault … it"
    if _is_target(token) and _kind(cast, named) in _UNARMED:
        return False  # "strikes on the group" are on none that watches
    unknown = pronoun and named.plural and named.mention.actor.startswith(NEW)
    return not named.several and not (unknown and cast.doc[named.token].tag_ != "NN")


def _is_target(token: Token) -> bool:
    return token.dep_ == "dobj" or (token.dep_ == "pobj" and token.head.lower_ in ("against", "on", "at"))


def _kind(cast: Cast, named: Candidate) -> ActorKind | None:
    entry = cast.entry(named.mention.actor)
    return entry.kind if entry is not None else None


def _able(cast: Cast, named: Candidate, token: Token) -> bool:
    """Whether a candidate may do what the word's clause or owned noun tells: civilians have no "offensive"."""
    if token.dep_ not in ("poss", "nsubj") or token.head.lemma_ not in cast.words.armed_deeds:
        return True
    return _kind(cast, named) not in _UNARMED and cast.doc[named.token].lemma_.lower() not in cast.words.unarmed


def _of_such_a_kind(cast: Cast, token: Token, named: Candidate) -> bool:
    """Whether a noun may name a candidate again: an alliance is "the coalition", a group has "the insurgents"."""
    if token.pos_ == "PRON":
        return True
    kinds = cast.words.anaphor_kinds.get(token.lemma_.lower())
    if not kinds:
        return not named.common
    entry = cast.entry(named.mention.actor)
    if entry is not None:
        return entry.kind.value in kinds
    noun, before = token.lemma_.lower(), cast.doc[named.token].lemma_.lower()
    members = cast.words.anaphors.get("members", ())
    return before == noun or (noun in members and before in members)


def _verbs_over(token: Token, *, hit: bool) -> set[int]:
    """The verb over an object and those whose subject is its own ("the men were rounded up and shot by the group"),
    with the noun that such a verb tells more of; none for other words, but for the owner of what is ``hit``.
    """
    if token.dep_ not in _OBJECTS and not hit:
        return set()
    verb = verb_over(token.head)
    found = {verb.i}
    while verb.dep_ in ("conj", "advcl", "xcomp", "pcomp"):
        shared = verb.dep_ != "conj" and any(c.dep_ in SUBJECTS for c in verb.children)
        verb, behind = verb_over(verb.head), verb
        given = behind.dep_ == "xcomp" and any(c.dep_ == "dobj" for c in verb.children)  # "forced them to leave it"
        if shared or given or verb.i in found:
            break
        found.add(verb.i)
    if hit:
        return {i for i in found if not any(c.dep_ == "nsubjpass" for c in token.doc[i].children)}
    return found | {verb.head.i} if verb.dep_ in ("acl", "relcl") and verb.tag_ != "VBN" else found


def _hits_theirs(cast: Cast, owner: Token) -> bool:
    """Whether something of somebody's is hit, who is then another than who hits: "raids on their dens"."""
    noun = owner.head
    struck = owner.tag_ == "PRP$" and noun.dep_ == "pobj" and noun.head.lower_ in ("against", "on", "upon", "at")
    return struck and noun.lemma_ not in cast.words.not_own


def _made_to(owner: Token) -> Iterable[int]:
    """The tokens that name whoever is made or asked to do what the owner's clause tells: "forced them to flee their
    homes", "called upon the allies to stop the raids and to meet their duties".
    """
    verb = verb_over(owner.head) if owner.tag_ == "PRP$" else owner
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB" and verb.tag_ == "VB":
        verb = verb.head
    if verb.dep_ != "xcomp":
        return ()
    asked = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
    upon = [c for c in verb.head.children if c.dep_ == "prep" and c.lower_ in ("on", "upon", "to") and c.i < verb.i]
    asked += [t for c in upon for t in c.children if t.dep_ == "pobj"]
    return [i for made in asked[:1] for i in range(made.left_edge.i, min(made.right_edge.i + 1, verb.i))]


def _teller(pronoun: Token) -> Iterable[int]:
    """The tokens of whoever tells a clause whose subject is a pronoun, and of those for whom it is told.

    "Russia said it", "a spokesman for the coalition said that it", "quoted Russia as saying that it".
    """
    clause = pronoun.head
    if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.i > pronoun.i:
        return ()
    found: list[int] = []
    own = [c for c in clause.head.children if c.dep_ in SUBJECTS]
    for told in own[-1:] or subject(clause.head)[:1]:
        found.extend(range(told.i, told.left_edge.i - 1, -1))
        behind = [c for c in told.children if c.dep_ == "appos" or (c.dep_ == "prep" and c.lower_ in _OF_SOMEBODY)]
        found.extend(i for c in behind for i in range(c.left_edge.i, min(c.right_edge.i + 1, clause.head.i)))
    return found


def _beside(owner: Token) -> Iterable[int]:
    """The token of whoever is named right before "and its allies", owns what is joined ("Iran's threats and its
    raids") or does what a relative clause tells.
    """
    if owner.tag_ != "PRP$":
        return ()
    found = [owner.i - 2] if owner.i > 1 and owner.nbor(-1).dep_ == "cc" else []
    noun = owner.head.head.head if owner.head.dep_ == "pobj" else owner.head  # "or jets of its allies"
    verb = verb_over(owner.head)
    if verb.dep_ == "relcl" and any(c.dep_ in SUBJECTS and c.tag_ in ("WP", "WDT") for c in verb.children):
        found.append(verb.head.i)  # "the men who lost their homes"
    if noun.dep_ == "conj":
        found.extend(c.i for c in noun.head.children if c.dep_ in ("poss", "compound", "nmod", "amod"))
        found.append(noun.head.i)
    return found


def _struck(pronoun: Token) -> Iterable[int]:
    """The tokens of what the verb over a clause is done to, where more is done to it: "guarded the men as they were
    hit".
    """
    if pronoun.dep_ != "nsubjpass" or pronoun.head.dep_ != "advcl":
        return ()
    over = pronoun.head.head
    verbs = [over, *(c for c in over.children if c.dep_ in ("xcomp", "advcl") and c.i < pronoun.i)]
    done_to = [c for verb in verbs for c in verb.children if c.dep_ == "dobj" and c.i < pronoun.i]
    return [i for t in done_to for i in range(t.left_edge.i, t.i + 1)]


def _thing_between(cast: Cast, named: Candidate, token: Token) -> bool:
    """Whether a thing or place told of since is rather what "it" is that undergoes something."""
    if token.lower_ != "it" or token.dep_ not in _UNDERGOERS or token.head.lemma_ in cast.words.done_to_parties:
        return False
    since = cast.doc[named.token + 1 : token.i]
    return any(t.tag_ in ("NN", "NNP") and t.dep_ != "compound" and _is_thing(cast, t) for t in since)


def _is_thing(cast: Cast, noun: Token) -> bool:
    return noun.i in cast.grounds or (noun.pos_ == "NOUN" and not cast.who(noun))


def means_nobody(cast: Cast, token: Token, before: Sequence[Candidate], kind: str) -> bool:
    """Whether "it" fills a place only ("it is clear that") or means a thing: "the agreement …. Both denounced it"."""
    if token.lower_ == "it" and _fills_place(cast, token):
        return True
    if _teller(token):
        return False
    if token.tag_ == "PRP$" and token.head.lemma_ == "part" and token.nbor(-1 if token.i else 0).lower_ == "for":
        return True  # "for its part", before whoever is meant
    if token.lower_ == "its" and token.head.lemma_ in cast.words.parts_of_places:
        return True  # "the city and its outskirts"
    if token.lower_ == "it" and token.dep_ in _UNDERGOERS and verb_over(token).lemma_ in cast.words.armed_deeds:
        return True  # "to seize it": a place
    if token.dep_ == "nsubj" and token.head.pos_ == "ADJ" and token.head.dep_ == "ccomp":
        return True  # "denied the charges, calling them baseless"
    if token.lower_ == "it" and _goes_on_from_thing(cast, token):
        return True
    if kind != "group" or token.tag_ not in ("PRP", "PRP$") or token.lower_ in cast.words.plural_pronouns:
        return False
    last = max((named.token for named in before if named.subject), default=-1)
    return any(
        other.dep_ in SUBJECTS
        and other.pos_ == "NOUN"
        and other.tag_ == "NN"
        and not cast.who(other)
        and not other.is_ancestor(token)  # "Russia's claim that it"
        for other in cast.doc[last + 1 : token.i]
    )


def _fills_place(cast: Cast, token: Token) -> bool:
    verb = token.head
    said = next((c for c in verb.children if c.dep_ == "acomp"), None)
    clause = any(c.dep_ in ("ccomp", "xcomp", "advcl", "attr", "csubj") for c in verb.children)
    impersonal = said is not None and said.lower_ in cast.words.impersonal
    return token.dep_ == "expl" or (
        verb.lemma_ in cast.words.pleonastic_verbs and (impersonal or (said is None and clause))
    )


def _goes_on_from_thing(cast: Cast, token: Token) -> bool:
    """Whether a sentence that "it" opens goes on from one about a place or thing: "The road is cut. It was hit"."""
    opening = token.sent
    if token.dep_ not in SUBJECTS or not opening.start or token.i - opening.start >= _OPENING:
        return False
    if token.head.lemma_ in cast.words.done_by_parties:
        return False
    root = cast.doc[opening.start - 1].sent.root
    clauses = [root, *(c for c in root.children if c.dep_ == "ccomp" and c.i < root.i)]
    told = [c for verb in clauses for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i]
    return bool(told) and told[-1].tag_ in ("NN", "NNP") and _is_thing(cast, told[-1])
