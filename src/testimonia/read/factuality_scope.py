"""Which words stand over a happening and change how certain it is, from the nearest outward.

What always holds: the climb goes from the trigger to its governors and ends at the edge of the innermost source's
words, at the root, or at a clause that is asserted in its own right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import Certainty
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

Operation = Literal["deny", "cap", "open"]
# Higher than any nesting that news writes; a guard against cycles.
_DEEPEST = 14


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


@dataclass(frozen=True, slots=True)
class Scope:
    """The operators over a happening, nearest first; the words climbed over; whether nothing cut the climb short."""

    operators: tuple[Operator, ...]
    path: tuple[int, ...]
    whole: bool


def scope(token: Token, words: Certainty, inside: tuple[tuple[int, int], ...] | None) -> Scope:
    """What stands over ``token``. ``inside``: the spans of the innermost source's words, at whose edge it ends."""
    found: list[Operator] = []
    path = [token.i]
    current = token
    own = True  # whether the auxiliaries and negation of ``current`` bear on the happening
    for _ in range(_DEEPEST):
        if current.pos_ in ("VERB", "AUX", "ADJ", "ADV") or current.dep_ == "ROOT":
            found += _at_verb(current, words, path, own=own)
        if current.pos_ not in ("VERB", "AUX"):
            found += _at_noun(current, words)
        head = current.head
        if head.i == current.i or (inside is not None and not any(s <= head.idx < e for s, e in inside)):
            return Scope(tuple(found), (*path, head.i), True)
        step = list(_between(current, head, words))
        found += [o for o in step if o is not None]
        if None in step:
            return Scope(tuple(found), tuple(path), False)
        own = not (current.dep_ == "conj" and _separate(current))
        current = head
        path.append(current.i)
    return Scope(tuple(found), tuple(path), False)


def _separate(token: Token) -> bool:
    """Whether a coordinate verb has subject, auxiliary or tense of its own."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children
    )


def _at_verb(verb: Token, words: Certainty, path: Sequence[int], *, own: bool) -> Iterator[Operator]:
    """What auxiliaries, negation, adverbs, conditions and the form of the sentence say at one verb."""
    if own:
        yield from _polarity_and_modality(verb, words, path)
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in words.conditions:
            yield Operator("open", "condition", child.i, condition=verb.i)
        elif child.dep_ in ("mark", "advmod") and child.lower_ in words.pending:
            yield Operator("open", "pending", child.i, future=True)
        elif child.dep_ == "advcl" and own and (mark := _condition_mark(child, words)) is not None:
            yield Operator("open", "conditional", mark, condition=child.i)
    if verb.dep_ == "ROOT" and own:
        if verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children):
            yield Operator("open", "imperative", verb.i, future=True)
        last = next(
            (t for t in reversed(verb.doc[verb.sent.start : verb.sent.end]) if not t.is_quote and not t.is_space), None
        )
        if last is not None and last.text == "?":
            yield Operator("open", "question", last.i)


def _condition_mark(clause: Token, words: Certainty) -> int | None:
    """The "if" of a clause of condition; "even if" and inverted "should" and "had" count."""
    for child in clause.children:
        if child.dep_ == "mark" and child.lower_ in words.conditions and child.lower_ != "whether":
            return int(child.i)
        if child.dep_ == "aux" and child.lower_ in ("should", "had", "were") and child.i == clause.left_edge.i:
            return int(child.i)
    return None


def _polarity_and_modality(verb: Token, words: Certainty, path: Sequence[int]) -> Iterator[Operator]:
    negation: int | None = None
    modal: tuple[str, int] | None = None
    perfect = False
    for child in verb.children:
        lower = child.lower_
        if child.dep_ == "neg" and not _not_only(child):
            negation = child.i
        elif child.dep_ in ("aux", "auxpass"):
            if lower in words.modals and child.tag_ == "MD":
                modal = (words.modals[lower], child.i)
            elif child.lemma_ == "have":
                perfect = True
        elif child.dep_ == "advmod" and lower in words.adverbs:
            value = words.adverbs[lower]
            if value is Factuality.CERTAINLY_NOT:
                negation = child.i
            elif value.polarity < 0:
                yield Operator("deny", "scarcely", child.i)
                yield Operator("cap", "scarcely", child.i, Factuality.PROBABLE)
            elif value is Factuality.UNCOMMITTED:
                yield Operator("open", "adverb", child.i)
            elif value is not Factuality.CERTAIN:
                yield Operator("cap", "adverb", child.i, value)
        elif (
            child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "expl")
            and child.i not in path
            and _is_none(child, words)
        ) or (child.dep_ == "preconj" and lower in words.none):
            negation = child.i
    kind = modal[0] if modal else ""
    if negation is not None:
        yield Operator("deny", "negation", negation)
    if modal is None:
        return
    word = modal[1]
    if kind == "future":
        yield Operator("cap", "future", word, Factuality.PROBABLE, future=True)
    elif kind == "possible":
        if perfect and verb.doc[word].lower_ in ("could",):
            yield Operator("deny", "counterfactual", word)
        elif not (negation is not None and verb.doc[word].lower_ in ("could", "can", "ca")):
            yield Operator("cap", "possible", word, Factuality.POSSIBLE, future=not perfect)
    elif kind == "hypothetical":
        if perfect:
            yield Operator("deny", "counterfactual", word)
        else:
            yield Operator("open", "would", word, future=True)
    elif perfect:
        if verb.doc[word].lower_ == "must":
            yield Operator("cap", "inference", word, Factuality.PROBABLE)
        else:
            yield Operator("deny", "counterfactual", word)
    else:
        yield Operator("open", "obligation", word, future=True)


def _not_only(negation: Token) -> bool:
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in ("only", "just", "merely", "simply")


def _is_none(noun: Token, words: Certainty) -> bool:
    return noun.lower_ in words.none or any(c.dep_ == "det" and c.lower_ in words.none for c in noun.children)


def _at_noun(noun: Token, words: Certainty) -> Iterator[Operator]:
    """What determiners and adjectives say of a happening named by a noun."""
    for child in noun.children:
        lower = child.lower_
        if child.dep_ in ("det", "neg") and lower in words.none:
            yield Operator("deny", "none", child.i)
        elif child.dep_ in ("amod", "advmod", "compound", "nmod") and (
            lower in words.adjectives or lower in words.adverbs
        ):
            value = words.adjectives.get(lower) or words.adverbs[lower]
            if value.polarity < 0:
                yield Operator("deny", "adjective", child.i)
            elif value is Factuality.UNCOMMITTED:
                yield Operator("open", "adjective", child.i, future=True)
            elif value is not Factuality.CERTAIN:
                yield Operator("cap", "adjective", child.i, value, future=value is Factuality.PROBABLE)


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


def _between(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    """What the step from a word to its governor says; ``None`` ends the climb."""
    dep = token.dep_
    if dep in ("xcomp", "ccomp"):
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
        carried = head.lemma_.lower() in words.subject_carries
        if not carried and _definite(token):
            yield None
    elif dep in ("conj", "attr", "acomp", "amod", "compound", "aux", "appos"):
        if dep in ("amod",) and token.tag_ in ("VBN", "VBG"):
            yield None
        if dep in ("appos",):
            yield None
    elif dep in ("parataxis", "dep", "csubj", "npadvmod", "poss", "punct", "advmod", "nmod"):
        yield None


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
    if head.lower_ == "going" and is_infinitive(token):
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif head.lower_ in ("have", "has", "had") and is_infinitive(token):
        yield Operator("open", "obligation", head.i, future=True)
    elif head.lemma_ == "be" and is_infinitive(token):
        yield Operator("cap", "future", head.i, Factuality.PROBABLE, future=True)
    elif bare and role is not None:
        yield from _role(role, head.lemma_.lower(), head.i)
    elif is_infinitive(token):
        yield Operator("open", "infinitive", head.i, future=True)
    elif head.lemma_.lower() in ("ensure", "doubt", "wish", "hope"):
        yield Operator("open", head.lemma_.lower(), head.i, future=True)


def _adverbial(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if is_infinitive(token):
        role = next((words.governors[k] for k in _keys(head) if k in words.governors), None)
        if role == "holds" and head.lemma_ in ("force", "compel", "cause", "lead", "enable", "prompt"):
            return
        yield Operator("open", "purpose", token.i, future=True)
        return
    if any(c.dep_ == "mark" and c.lower_ in words.conditions for c in token.children):
        return
    if any(c.dep_ == "mark" and c.lower_ == "so" for c in token.children):
        yield Operator("open", "purpose", token.i, future=True)
    if token.tag_ in ("VBG", "VBN") and not any(c.dep_ in ("nsubj", "mark") for c in token.children):
        return
    yield None


def _modifier(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if token.dep_ == "acl" and is_infinitive(token):
        if head.lemma_.lower() in ("first", "last", "second", "third"):
            yield None
        elif (value := words.nouns.get(head.lemma_.lower())) is not None:
            yield from _value(value, head.lemma_.lower(), head.i)
        else:
            yield Operator("open", "infinitive", head.i, future=True)
        yield None
    if token.dep_ == "acl" and token.tag_ not in ("VBG", "VBN") and (value := words.nouns.get(head.lemma_.lower())):
        yield from _value(value, head.lemma_.lower(), head.i)
        yield None
    if head.dep_ in ("attr", "nsubj") and head.head.lemma_ == "be" and _cleft(head.head):
        negation = first_child(head.head, "neg")
        if negation is not None:
            yield Operator("deny", "cleft", negation.i)
        yield None
    if any(c.dep_ == "det" and c.lower_ in words.any for c in head.children):
        yield Operator("open", "any", head.i)
    elif any(c.dep_ == "det" and c.lower_ in words.none for c in head.children):
        yield Operator("deny", "none", head.i)
    yield None


def _cleft(be: Token) -> bool:
    subject = first_child(be, "nsubj", "expl")
    return subject is not None and subject.lower_ in ("it", "that", "this")


def _after_preposition(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    lower = head.lower_
    governor = head.head
    if lower == "of" and governor.lower_ in words.without:
        lower = governor.lower_
    if lower in words.without or (head.head.lower_ in words.without and lower in ("of", "than")):
        yield Operator("deny", lower, head.i)
        return
    if governor.pos_ in ("VERB", "AUX"):
        key = next(
            (k for k in (f"{governor.lemma_.lower()} {lower}", governor.lemma_.lower()) if k in words.governors), None
        )
        role = words.governors.get(key) if key else None
        if role == "fails" and lower in ("from", "in", "to", "at"):
            yield Operator("deny", governor.lemma_.lower(), governor.i)
        elif role == "open" and lower in ("for", "of", "on", "about", "at", "to", "against", "with"):
            yield Operator("open", governor.lemma_.lower(), governor.i, future=True)
        elif lower in ("before", "for", "to") and role is None and lower == "before":
            return
    elif (value := words.nouns.get(governor.lemma_.lower())) is not None and lower in (
        "of",
        "for",
        "to",
        "at",
        "in",
        "about",
        "against",
    ):
        yield from _value(value, governor.lemma_.lower(), governor.i)
        yield None


def _object(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    role = next((words.objects[k] for k in _keys(head) if k in words.objects), None)
    if role == "holds":
        return
    if role is not None:
        yield from _role(role, head.lemma_.lower(), head.i)
        return
    if _definite(token):
        yield None


def _in_phrase(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    governor = head.head
    lower = head.lower_
    if lower in words.without:
        yield Operator("deny", lower, head.i)
        yield None
    if governor.pos_ in ("NOUN", "PROPN", "ADJ"):
        if (
            governor.pos_ != "ADJ"
            and (value := words.nouns.get(governor.lemma_.lower()))
            and lower in ("of", "for", "to", "at", "on", "about", "against", "in")
        ):
            yield from _value(value, governor.lemma_.lower(), governor.i)
            if value is Factuality.CERTAINLY_NOT:
                return
        elif lower == "to" and governor.lemma_ == "end":
            yield None
        yield None
    elif governor.pos_ in ("VERB", "AUX"):
        key = f"{governor.lemma_.lower()} {lower}"
        role = words.objects.get(key)
        if role is None and lower in ("from", "for", "of", "to", "in") and governor.lemma_.lower() in words.governors:
            role = words.governors[governor.lemma_.lower()]
            role = (
                role
                if (role == "fails" and lower in ("from", "in")) or (role == "open" and lower in ("for",))
                else None
            )
        if role is not None:
            yield from _role(role, governor.lemma_.lower(), governor.i)
            return
        if _definite(token) or lower not in ("in", "with", "to", "by", "into"):
            yield None


def _definite(noun: Token) -> bool:
    """Whether a noun speaks of something taken as known: "the", "this", a possessor, or a name."""
    return noun.pos_ == "PROPN" or any(
        (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those", "both", "each")) or c.dep_ == "poss"
        for c in noun.children
    )
