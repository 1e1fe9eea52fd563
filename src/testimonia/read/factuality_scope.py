"""Which words stand over a happening and change how certain it is, from the nearest outward.

What always holds: the climb goes from the trigger to its governors and ends at the edge of the innermost source's
words, at the root, or at a clause that is asserted in its own right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read.certainty import Certainty
from testimonia.read.factuality_operators import Operator
from testimonia.read.factuality_steps import between
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token

# Higher than any nesting that news writes; a guard against cycles.
_DEEPEST = 14


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
    aside = False  # whether the climb came from a participle behind a comma, which no negation reaches
    own = True  # whether the auxiliaries and negation of ``current`` bear on the happening
    for _ in range(_DEEPEST):
        if current.pos_ in ("VERB", "AUX", "ADJ", "ADV") or current.dep_ == "ROOT":
            here = _at_verb(current, words, path, own=own)
            found += [o for o in here if not (aside and o.name == "negation")]
        if current.pos_ not in ("VERB", "AUX"):
            found += _at_content_noun(current, words) if _tells(current, path) else _at_noun(current, words)
        head = current.head
        if head.i == current.i or (inside is not None and not any(s <= head.idx < e for s, e in inside)):
            return Scope(tuple(found), (*path, head.i), True)
        step = list(between(current, head, words))
        found += [o for o in step if o is not None]
        if None in step:
            return Scope(tuple(found), tuple(path), False)
        own = not (current.dep_ == "conj" and _separate(current) and not _joined(current, words))
        aside = current.dep_ == "advcl" and current.i > 0 and current.left_edge.i > head.i and _after_comma(current)
        current = head
        path.append(current.i)
    return Scope(tuple(found), tuple(path), False)


def _tells(noun: Token, path: Sequence[int]) -> bool:
    """Whether the climb came to a noun from the "that" clause that is its content: "evidence that"."""
    if len(path) < 2 or noun.pos_ != "NOUN":
        return False
    below = noun.doc[path[-2]]
    mark = first_child(below, "mark")
    return below.head.i == noun.i and below.dep_ in ("acl", "ccomp", "relcl") and mark is not None


def _at_content_noun(noun: Token, words: Certainty) -> Iterator[Operator]:
    """ "No evidence that" leaves the content open, "no doubt that" affirms it."""
    for operator in _at_noun(noun, words):
        if operator.operation != "deny":
            yield operator
        elif noun.lemma_.lower() not in words.lists.affirmed_by_none:
            yield Operator("open", "unproven", operator.word)


def _after_comma(token: Token) -> bool:
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).text == ","


def _separate(token: Token) -> bool:
    """Whether a coordinate verb has subject, auxiliary or tense of its own."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    return token.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children
    )


def _nor(verb: Token, words: Certainty) -> int | None:
    """The "nor" before a verb with an auxiliary of its own: "it has not fallen, nor has it been taken"."""
    if verb.dep_ != "conj" or not _separate(verb):
        return None
    for child in verb.head.children:
        if child.dep_ == "cc" and verb.head.i < child.i < verb.i and child.lower_ in words.lists.none:
            return int(child.i)
    return None


def _joined(token: Token, words: Certainty) -> bool:
    """Whether "or" joins a verb without subject to one that is denied: "had not admitted or implicated"."""
    head = token.head
    return (
        any(c.dep_ == "cc" and c.lower_ in words.lists.joining for c in head.children)
        and first_child(head, "neg") is not None
        and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass") for c in token.children)
    )


def _subjunctive(verb: Token) -> bool:
    """Whether a clause with "that" has the bare form of its verb: "that sanctions be lifted"."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    mark = first_child(verb, "mark")
    if mark is None or mark.lower_ != "that" or first_child(verb, "nsubj", "nsubjpass") is None:
        return False
    if auxiliaries:
        return auxiliaries[0].tag_ == "VB"
    return verb.tag_ == "VB"


def _at_verb(verb: Token, words: Certainty, path: Sequence[int], *, own: bool) -> Iterator[Operator]:
    """What auxiliaries, negation, adverbs, conditions and the form of the sentence say at one verb."""
    unreal = False
    if own:
        for operator in _polarity_and_modality(verb, words, path):
            unreal = unreal or operator.name == "counterfactual"
            yield operator
        for child in verb.children:
            if child.dep_ in ("nsubj", "nsubjpass") and child.i not in path:
                yield from _scarce(child, words)
    if verb.dep_ != "ROOT" and _subjunctive(verb):
        yield Operator("open", "subjunctive", verb.i, future=True)
    if verb.dep_ == "advcl" and (inverted := _inverted(verb, words)) is not None:
        yield Operator("open", "condition", inverted, condition=verb.i)
    for child in verb.children:
        if child.dep_ == "mark" and child.lower_ in words.lists.conditions:
            yield Operator("open", "condition", child.i, condition=verb.i)
        elif child.dep_ in ("mark", "advmod") and child.lower_ in words.lists.pending and not _came(verb):
            yield Operator("open", "pending", child.i, future=True)
        elif child.dep_ == "advcl" and own and (mark := _condition_mark(child, words)) is not None:
            if len(path) == 1 and is_past(verb) and not is_past(child):
                continue  # "he said he would leave if they ask": the condition belongs to what was said
            yield Operator("cap" if unreal else "open", "conditional", mark, Factuality.CERTAIN, condition=child.i)
    if verb.dep_ == "ROOT" and own:
        if verb.tag_ == "VB" and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children):
            yield Operator("open", "imperative", verb.i, future=True)
        last = next(
            (t for t in reversed(verb.doc[verb.sent.start : verb.sent.end]) if not t.is_quote and not t.is_space), None
        )
        if last is not None and last.text == "?":
            yield Operator("open", "question", last.i)


def _came(clause: Token) -> bool:
    """Whether "until" tells what came: "held until they withdrew", but not "would hold until they withdrew"."""
    main = clause.head
    ahead = is_infinitive(main) or any(c.tag_ == "MD" for c in main.children if c.dep_ == "aux")
    return is_past(clause) and not ahead and main.i != clause.i


def is_past(verb: Token) -> bool:
    """Whether a verb tells of what was, or has come to pass: "said", "has said", "were told"."""
    return verb.tag_ == "VBD" or any(
        c.dep_ in ("aux", "auxpass") and (c.tag_ == "VBD" or c.lemma_ == "have") for c in verb.children
    )


def _condition_mark(clause: Token, words: Certainty) -> int | None:
    """The "if" of a clause of condition; "even if" and inverted "should" and "had" count."""
    for child in clause.children:
        if child.dep_ == "mark" and child.lower_ in words.lists.conditions and child.lower_ != "whether":
            return int(child.i)
    return _inverted(clause, words)


def _inverted(clause: Token, words: Certainty) -> int | None:
    """The auxiliary that opens a clause of condition without "if": "had the army attacked"."""
    for child in clause.children:
        if child.dep_ in ("aux", "auxpass") and child.lower_ in words.lists.inverted and child.i == clause.left_edge.i:
            return int(child.i)
    return None


def _polarity_and_modality(verb: Token, words: Certainty, path: Sequence[int]) -> Iterator[Operator]:
    negation = _nor(verb, words)
    modal: tuple[str, int] | None = None
    perfect = False
    for child in verb.children:
        lower = child.lower_
        if child.dep_ == "neg" and not _not_only(child, words):
            negation = child.i
        elif child.dep_ in ("aux", "auxpass"):
            if lower in words.modals and child.tag_ == "MD":
                modal = (words.modals[lower], child.i)
            elif child.lemma_ == "have":
                perfect = True
        elif child.dep_ == "advmod" and abs(verb.i - child.i) < 3 and (longer := first_child(child, "neg")) is not None:
            negation = longer.i  # "no longer"
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
            and not (len(path) > 1 and child.dep_ == "attr" and child.lemma_.lower() in words.lists.affirmed_by_none)
        ) or (child.dep_ in ("preconj", "cc") and lower in words.lists.none and child.i < verb.i):
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
        if perfect and verb.doc[word].lower_ in words.lists.unreal_in_the_past:
            yield Operator("deny", "counterfactual", word)
        elif not (negation is not None and verb.doc[word].lower_ in words.lists.deniable):
            yield Operator("cap", "possible", word, Factuality.POSSIBLE, future=not perfect)
    elif kind == "hypothetical":
        if perfect:
            yield Operator("deny", "counterfactual", word)
        else:
            yield Operator("open", "would", word, future=True)
    elif perfect:
        if verb.doc[word].lower_ in words.lists.inferring:
            yield Operator("cap", "inference", word, Factuality.PROBABLE)
        else:
            yield Operator("deny", "counterfactual", word)
    else:
        yield Operator("open", "obligation", word, future=True)


def _not_only(negation: Token, words: Certainty) -> bool:
    following = negation.nbor(1) if negation.i + 1 < len(negation.doc) else None
    return following is not None and following.lower_ in words.lists.focusing


def _some(noun: Token, words: Certainty) -> bool:
    """Whether "not" before the noun leaves some of them: "not all claims"."""
    return noun.lower_ in words.lists.all or any(c.lower_ in words.lists.all for c in noun.children)


def _is_none(noun: Token, words: Certainty) -> bool:
    return noun.lower_ in words.lists.none or any(
        (c.dep_ in ("det", "preconj") and c.lower_ in words.lists.none) or (c.dep_ == "neg" and not _not_only(c, words))
        for c in noun.children
    )


def _few(noun: Token, words: Certainty) -> int | None:
    """The "few" of "few rebels", which is no "a few"."""
    if any(c.dep_ == "det" or c.lower_ in words.lists.all for c in noun.children):
        return None
    if noun.lower_ in words.lists.few:
        return int(noun.i)
    return next((int(c.i) for c in noun.children if c.dep_ == "amod" and c.lower_ in words.lists.few), None)


def _scarce(noun: Token, words: Certainty) -> Iterator[Operator]:
    few = _few(noun, words)
    if few is not None:
        yield Operator("deny", "scarcely", few)
        yield Operator("cap", "scarcely", few, Factuality.PROBABLE)


def _occasion(noun: Token, words: Certainty) -> int | None:
    """The "case" of "in case of an attack", "in the event of a siege"."""
    above = noun.head.head if noun.head.lower_ == "of" else noun.head
    held = above.lemma_.lower() in words.lists.occasions and above.i != noun.i and above.head.lower_ == "in"
    return int(above.i) if held else None


def _before_name(adjective: Token, noun: Token) -> bool:
    """Whether an adjective doubts whose a deed is, and not the deed: "suspected Russian strikes"."""
    following = adjective.nbor()
    return following.i < noun.i and following.pos_ in ("ADJ", "PROPN") and following.text[:1].isupper()


def _at_noun(noun: Token, words: Certainty) -> Iterator[Operator]:
    """What determiners and adjectives say of a happening named by a noun."""
    yield from _scarce(noun, words)
    if noun.dep_ == "pobj":  # "explosions, apparently from an attack"
        for child in noun.head.children:
            value = words.adverbs.get(child.lower_) if child.dep_ == "advmod" else None
            if value in (Factuality.PROBABLE, Factuality.POSSIBLE):
                yield Operator("cap", "adverb", child.i, value)
    if (occasion := _occasion(noun, words)) is not None:
        yield Operator("open", "condition", occasion, future=True)
    for child in noun.children:
        lower = child.lower_
        if (child.dep_ == "det" and lower in words.lists.none) or (
            child.dep_ == "neg" and child.i < noun.i and not _not_only(child, words) and not _some(noun, words)
        ):
            yield Operator("deny", "none", child.i)
        elif (
            child.dep_ in ("amod", "advmod", "compound", "nmod")
            and (lower in words.adjectives or lower in words.adverbs)
            and not any(c.lower_ in words.lists.thorough for c in child.children)
            and not (lower in words.lists.of_the_doer and _before_name(child, noun))
        ):
            value = words.adjectives.get(lower) or words.adverbs[lower]
            if value.polarity < 0:
                yield Operator("deny", "adjective", child.i)
            elif value is Factuality.UNCOMMITTED:
                yield Operator("open", "adjective", child.i, future=True)
            elif value is not Factuality.CERTAIN:
                yield Operator("cap", "adjective", child.i, value, future=value is Factuality.PROBABLE)
