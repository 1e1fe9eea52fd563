"""What the step from a happening to the word that governs it says of its certainty.

What always holds: a step yields operators, and ``None`` where what lies beyond does not bear on the happening, such
as the main clause over "because" or the verb whose object is taken as known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import Certainty
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

Operation = Literal["deny", "cap", "open"]


@dataclass(frozen=True, slots=True)
class Operator:
    """One word over a happening: it denies, caps the certainty at ``value``, or leaves it open.

    ``name`` says in a word why, ``word`` is the index of the word that does it.
    """

    operation: Operation
    name: str
    word: int
    value: Factuality = Factuality.UNCOMMITTED
    future: bool = False
    condition: int | None = None


def _role(operation: str, name: str, word: int) -> Iterator[Operator]:
    if operation == "fails":
        yield Operator("deny", name, word)
    elif operation == "open":
        yield Operator("open", name, word, future=True)
    elif operation == "likely":
        yield Operator("cap", name, word, Factuality.PROBABLE, future=True)


def _value(value: Factuality, name: str, word: int) -> Iterator[Operator]:
    if value.polarity < 0:
        yield Operator("deny", name, word)
        if value is not Factuality.CERTAINLY_NOT:
            yield Operator("cap", name, word, Factuality.PROBABLE)
    elif value is Factuality.UNCOMMITTED:
        yield Operator("open", name, word, future=True)
    elif value is not Factuality.CERTAIN:
        yield Operator("cap", name, word, value, future=True)


def _keys(verb: Token) -> tuple[str, ...]:
    lemma = verb.lemma_.lower()
    return (*(f"{lemma} {c.lower_}" for c in verb.children if c.dep_ in ("prt", "prep")), lemma)


def between(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    """What the step from a word to its governor says; ``None`` ends the climb."""
    dep = token.dep_
    if dep in ("ccomp", "parataxis") and token.left_edge.i > head.i and token.left_edge.nbor(-1).text in (":", ";"):
        yield None
    elif dep in ("xcomp", "ccomp"):
        yield from _under_governor(token, head, words)
    elif dep == "advcl":
        yield from _adverbial(token, head, words)
    elif dep in ("relcl", "acl"):
        yield from _modifier(token, head, words)
    elif dep == "pcomp":
        yield from _after_preposition(token, head, words)
    elif dep in ("dobj", "nsubjpass", "oprd") and head.pos_ in ("VERB", "AUX"):
        yield from _object(token, head, words)
    elif dep == "pobj":
        yield from _in_phrase(token, head, words)
    elif dep == "nsubj":
        yield from _predicated(head, words)
        carried = head.lemma_.lower() in words.lists.subject_carries
        if not carried and (_definite(token, words) or _judged(head, words)):
            yield None
    elif dep in ("conj", "attr", "acomp", "amod", "compound", "aux", "appos"):
        if dep == "amod" and token.tag_ in ("VBN", "VBG"):
            yield None
        if dep == "appos":
            yield None
        if dep == "conj" and head.tag_ in ("VB", "VBG") and _finite(token):
            yield None  # a finite verb cannot stand beside an infinitive
    elif dep in ("parataxis", "dep", "csubj", "npadvmod", "poss", "punct", "advmod", "nmod"):
        yield None


def _finite(verb: Token) -> bool:
    """Whether a verb, or the "have" or "be" with it, is in the past or present."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children
    )


def _predicated(head: Token, words: Certainty) -> Iterator[Operator]:
    """ "An attack is possible", "whether the siege is complete": what is said of a happening that is the subject."""
    said = first_child(head, "acomp")
    if said is not None and head.pos_ in ("AUX", "VERB"):
        value = words.complements.get(said.lower_, words.adjectives.get(said.lower_))
        if value is not None and value.polarity != 0:
            yield from _value(value, "adjective", said.i)
    named = first_child(head, "attr")
    if named is not None and head.lemma_ in words.lists.being:  # "the encirclement is a distinct possibility"
        value = words.nouns.get(named.lemma_.lower())
        if value is not None and value.polarity and value is not Factuality.CERTAIN:
            yield from _value(value, "attribute", named.i)
    mark = first_child(head, "mark")
    if mark is not None and mark.lower_ in words.lists.conditions:
        yield Operator("open", "condition", mark.i)


def _judged(head: Token, words: Certainty) -> bool:
    """Whether the subject is only said to be such and such, so that "not" denies the judgement: "was not heavy"."""
    return (
        head.lemma_ in words.lists.being
        and first_child(head, "acomp", "attr") is not None
        and not any(c.tag_ == "MD" for c in head.children if c.dep_ == "aux")
    )


def _under_governor(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if head.pos_ in ("ADJ", "ADV") or (head.lemma_ == "be" and first_child(head, "acomp") is not None):
        adjective = head if head.pos_ in ("ADJ", "ADV") else first_child(head, "acomp")
        if adjective is not None and (value := words.complements.get(adjective.lower_)) is not None:
            yield from _value(value, "adjective", adjective.i)
        elif is_infinitive(token) and adjective is not None:
            yield Operator("open", "adjective", adjective.i)
        return
    if head.pos_ == "NOUN":
        if is_infinitive(token):
            yield Operator("open", "infinitive", head.i, future=True)
        return
    bare = is_infinitive(token) or token.tag_ in ("VBG", "VB")
    role = next((words.governors[k] for k in _keys(head) if k in words.governors), None)
    if head.lemma_ == "be" and (attribute := first_child(head, "attr")) is not None:
        yield from _value(words.nouns.get(attribute.lemma_.lower(), Factuality.CERTAIN), "attribute", attribute.i)
        return
    if role == "ends":
        if token.tag_ == "VBG":
            yield None  # what was stopped, or is not to stop, had been going on
            return
        role = "open"
    if role == "enables":
        role = "holds" if _in_past(head, words) else "open"
    if head.lower_ == "going" and is_infinitive(token):
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif head.lemma_ == "have" and is_infinitive(token) and any(c.lower_ == "yet" for c in head.children):
        yield Operator("deny", "yet", head.i)
    elif head.lower_ in words.lists.obliging and is_infinitive(token):
        yield Operator("open", "obligation", head.i, future=True)
    elif head.lemma_ == "be" and is_infinitive(token):
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif bare and role is not None:
        yield from _role(role, head.lemma_.lower(), head.i)
    elif is_infinitive(token):
        yield Operator("open", "infinitive", head.i, future=True)
    elif head.lemma_.lower() in words.lists.open_clause:
        yield Operator("open", head.lemma_.lower(), head.i, future=True)


def _in_past(verb: Token, words: Certainty) -> bool:
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN" and any(c.lemma_ in words.lists.past_auxiliaries for c in verb.children)
    )


def _adverbial(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if is_infinitive(token):
        if any(k in words.lists.forcing for k in _keys(head)) or _outcome(token, words):
            return
        yield Operator("open", "purpose", token.i, future=True)
        return
    if any(c.dep_ == "mark" and c.lower_ in words.lists.conditions for c in token.children):
        yield None  # what the main clause denies or awaits is not said of its condition
        return
    if any(c.dep_ == "mark" and c.lower_ == "so" for c in token.children):
        yield Operator("open", "purpose", token.i, future=True)
    if (ahead := _awaited(token, head, words)) is not None:
        yield Operator("open", "pending", ahead, future=True)
    if token.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("nsubj", "mark") for c in token.children):
        edge = token.left_edge
        if token.tag_ == "VBN" and edge.i > 0 and edge.nbor(-1).text == "," and edge.i < head.i:
            yield None  # "the army, backed by Russia, may attack": what is said in passing is taken as known
        return
    yield None


def _outcome(token: Token, words: Certainty) -> bool:
    """Whether an infinitive tells what came of it: "rose to close at", "only to find"."""
    to = first_child(token, "aux")
    before = to.nbor(-1) if to is not None and to.i > 0 else None
    return token.lemma_.lower() in words.lists.outcomes or (
        before is not None and before.lower_ in words.lists.focusing and before.i > token.head.i
    )


def _awaited(token: Token, head: Token, words: Certainty) -> int | None:
    """The "before" of a clause in the present, whose happening has not come; "once" and "when" beside a future."""
    mark = first_child(token, "mark", "advmod")
    if mark is None or mark.lower_ not in words.lists.awaiting:
        return None
    present = token.tag_ in ("VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in token.children
    )
    ahead = mark.lower_ in words.lists.not_yet or any(c.tag_ == "MD" for c in head.children if c.dep_ == "aux")
    return int(mark.i) if present and ahead else None


def _modifier(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if is_infinitive(token):
        if head.lemma_.lower() in words.lists.ranks:
            yield None
        elif (value := words.nouns.get(head.lemma_.lower())) is not None:
            yield from _value(value, head.lemma_.lower(), head.i)
        else:
            yield Operator("open", "infinitive", head.i, future=True)
        yield None
    mark = first_child(token, "mark")
    if mark is not None and mark.lower_ == "that":
        return  # the content of a noun such as "claim"
    if head.dep_ in ("attr", "nsubj") and head.head.lemma_ == "be" and _cleft(head.head, words):
        negation = first_child(head.head, "neg")
        if negation is not None:
            yield Operator("deny", "cleft", negation.i)
        yield None
    if any(c.dep_ == "det" and c.lower_ in words.lists.any for c in head.children):
        yield Operator("open", "any", head.i)
    elif any(c.dep_ == "det" and c.lower_ in words.lists.none for c in head.children):
        yield Operator("deny", "none", head.i)
    yield None


def _cleft(be: Token, words: Certainty) -> bool:
    subject = first_child(be, "nsubj", "expl")
    return subject is not None and subject.lower_ in words.lists.cleft


def _after_preposition(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    lower = head.lower_
    governor = head.head
    instead = first_child(head, "advmod", "amod")
    if instead is not None and instead.lower_ in words.lists.without:
        lower = instead.lower_
    if lower in words.lists.without or (
        head.head.lower_ in words.lists.without and lower in words.lists.prepositions.second
    ):
        yield Operator("deny", lower, head.i)
        return
    if governor.pos_ in ("VERB", "AUX"):
        key = next(
            (k for k in (f"{governor.lemma_.lower()} {lower}", governor.lemma_.lower()) if k in words.governors), None
        )
        role = words.governors.get(key) if key else None
        if role in ("fails", "ends") and lower in words.lists.prepositions.prevented:
            yield Operator("deny", governor.lemma_.lower(), governor.i)
        elif role == "open" and lower in words.lists.prepositions.open:
            yield Operator("open", governor.lemma_.lower(), governor.i, future=True)
    elif governor.pos_ == "ADJ":
        yield from _value(words.complements.get(governor.lower_, Factuality.CERTAIN), "adjective", governor.i)
    elif (value := words.nouns.get(governor.lemma_.lower())) is not None and (
        lower in words.lists.prepositions.content
    ):
        yield from _value(value, governor.lemma_.lower(), governor.i)
        yield None


def _object(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    role = next((words.objects[k] for k in _keys(head) if k in words.objects), None)
    if role == "holds":
        return
    if (role == "fails" and token.lemma_.lower() in words.lists.tries) or (
        role is not None and _stands(token, head, words)
    ):
        yield None
        return
    if role is not None:
        yield from _role(role, head.lemma_.lower(), head.i)
        return
    if _definite(token, words):
        yield None


def _stands(token: Token, head: Token, words: Certainty) -> bool:
    """Whether a happening is taken as known though its verb leaves such things open.

    What is refused or weighed is an offer that was made; "the raids were planned by the colonel" tells who did it.
    """
    keys = _keys(head)
    if token.lemma_.lower() in words.lists.standing and any(k in words.lists.answers for k in keys):
        return True
    known = _definite(token, words) and any(k in words.lists.authored for k in keys)
    return known and token.dep_ == "nsubjpass" and first_child(head, "agent") is not None and _finite(head)


def _in_phrase(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    governor = head.head
    lower = head.lower_
    if lower in words.lists.without:
        yield Operator("deny", lower, head.i)
        yield None
    if governor.pos_ == "ADJ" and governor.lower_ in words.complements:
        yield from _value(words.complements[governor.lower_], "adjective", governor.i)
        yield None
    if governor.pos_ in ("NOUN", "PROPN", "ADJ"):
        if (
            governor.pos_ != "ADJ"
            and (value := words.nouns.get(governor.lemma_.lower()))
            and lower in words.lists.prepositions.content
        ):
            yield from _value(value, governor.lemma_.lower(), governor.i)
            if value in (Factuality.CERTAINLY_NOT, Factuality.CERTAIN):
                return
        elif lower == "to" and governor.lemma_ == "end":
            yield None
        yield None
    elif governor.pos_ in ("VERB", "AUX"):
        key = f"{governor.lemma_.lower()} {lower}"
        role = words.objects.get(key)
        if role is None:
            governing = words.governors.get(governor.lemma_.lower())
            kept = words.lists.prepositions
            if (governing == "fails" and lower in kept.prevented_object) or (
                governing == "open" and lower in kept.open_object
            ):
                role = governing
        if role is not None:
            yield from _role(role, governor.lemma_.lower(), governor.i)
            return
        aimed = lower in words.lists.prepositions.purpose and not _definite(token, words)
        if aimed and not any(k in words.lists.prepositions.reasons for k in _keys(governor)):
            yield Operator("open", "purpose", head.i, future=True)
            return
        if governor.lemma_.lower() not in words.governors and words.objects.get(governor.lemma_.lower()) != "holds":
            yield None
        if _definite(token, words) or lower not in words.lists.prepositions.known_object:
            yield None


def _definite(noun: Token, words: Certainty) -> bool:
    """Whether a noun speaks of something taken as known: "the", "this", a possessor, or a name."""
    return noun.pos_ == "PROPN" or any(
        (c.dep_ == "det" and c.lower_ in words.lists.definite) or c.dep_ == "poss" for c in noun.children
    )
