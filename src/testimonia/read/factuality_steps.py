"""What the step from a happening to the word that governs it says of its certainty.

What always holds: a step yields operators, and ``None`` where what lies beyond does not bear on the happening, such
as the main clause over "because" or the verb whose object is taken as known.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read import factuality_known as known
from testimonia.read.certainty import Certainty
from testimonia.read.factuality_operators import Operator, keys, of_role, of_value
from testimonia.read.factuality_signatures import under_adjective, under_verb
from testimonia.read.speech_syntax import first_child, is_infinitive

if TYPE_CHECKING:
    from spacy.tokens import Token


def between(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    """What the step from a word to its governor says; ``None`` ends the climb."""
    dep = token.dep_
    if _apart(token, head) or (dep in ("xcomp", "ccomp", "pcomp") and known.asked_after(token, head)):
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
        if dep == "appos" or known.classed(token, head, words):
            yield None
        if dep == "conj" and _finite(token) and (head.tag_ in ("VB", "VBG") or _beside_condition(token, head, words)):
            yield None  # a finite verb cannot stand beside an infinitive
    elif dep == "csubj":
        said = first_child(head, "acomp")
        if said is not None:  # "destroying the depots is difficult"
            yield from of_value(words.complements.get(said.lower_, Factuality.CERTAIN), "adjective", said.i)
        yield None
    elif dep in ("parataxis", "dep", "npadvmod", "poss", "punct", "advmod", "nmod"):
        yield None


def _apart(token: Token, head: Token) -> bool:
    """Whether a colon or semicolon parts a clause from its governor."""
    if token.dep_ not in ("ccomp", "parataxis") or token.left_edge.i <= head.i:
        return False
    return token.left_edge.nbor(-1).text in (":", ";")


def _finite(verb: Token) -> bool:
    """Whether a verb, or the "have" or "be" with it, is in the past or present."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBD", "VBZ", "VBP") for c in verb.children
    )


def _beside_condition(token: Token, head: Token, words: Certainty) -> bool:
    """Whether "but" and a subject of its own part a clause from a condition: "may go if they disarm but they stay"."""
    if head.dep_ != "advcl" or first_child(token, "nsubj", "nsubjpass") is None:
        return False
    if not any(c.dep_ == "mark" and c.lower_ in words.lists.conditions for c in head.children):
        return False
    edge = token.left_edge
    return edge.i > 0 and edge.nbor(-1).lower_ in words.lists.excepting


def _predicated(head: Token, words: Certainty) -> Iterator[Operator]:
    """ "An attack is possible", "whether the siege is complete": what is said of a happening that is the subject."""
    said = first_child(head, "acomp")
    if said is not None and head.pos_ in ("AUX", "VERB"):
        value = words.complements.get(said.lower_, words.adjectives.get(said.lower_))
        if value is not None and value.polarity != 0:
            yield from of_value(value, "adjective", said.i)
    named = first_child(head, "attr")
    if named is not None and head.lemma_ in words.lists.being:  # "the encirclement is a distinct possibility"
        value = words.nouns.get(named.lemma_.lower())
        if value is not None and value.polarity and value is not Factuality.CERTAIN:
            yield from of_value(value, "attribute", named.i)
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
    if head.pos_ in ("ADJ", "ADV"):
        yield from under_adjective(token, head, words)
    elif head.lemma_ == "be" and (adjective := first_child(head, "acomp")) is not None:
        yield from under_adjective(token, adjective, words)
    elif head.pos_ == "NOUN":
        if is_infinitive(token):
            yield Operator("open", "infinitive", head.i, future=True)
    elif head.lemma_ == "be" and (attribute := first_child(head, "attr")) is not None:
        yield from of_value(words.nouns.get(attribute.lemma_.lower(), Factuality.CERTAIN), "attribute", attribute.i)
    else:
        yield from under_verb(token, head, words)


def _adverbial(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if is_infinitive(token):
        but = first_child(token, "mark")
        if known.ranked(token, head, words):
            yield None
            return
        if head.lemma_.lower() in words.lists.phases and first_child(head, "dobj") is None:
            yield from under_verb(token, head, words)
            return
        excepted = but is not None and but.lower_ in words.lists.excepting  # "left with no choice but to flee"
        if excepted or any(k in words.lists.forcing for k in keys(head)) or _outcome(token, words):
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
        if token.tag_ == "VBG" and token.lemma_.lower() in words.lists.results and _aim_of_deed(head):
            yield None  # "fought on to retake the town, killing dozens": it came of the fighting
        if token.tag_ == "VBN" and edge.i > 0 and edge.nbor(-1).text == "," and edge.i < head.i:
            yield None  # "the army, backed by Russia, may attack": what is said in passing is taken as known
        return
    yield None


def _aim_of_deed(infinitive: Token) -> bool:
    """Whether an infinitive is the purpose of what was done: of a verb in the past, or its object."""
    governor = infinitive.head if infinitive.head.pos_ in ("VERB", "AUX") else infinitive.head.head
    aim = is_infinitive(infinitive) and infinitive.dep_ in ("advcl", "acl", "relcl")
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" and c.tag_ != "VB" for c in governor.children)
    return aim and (perfect or governor.tag_ == "VBD")


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
        if head.lemma_.lower() in words.lists.ranks or known.ranked(token, head, words):
            yield None
            return
        if (value := words.nouns.get(head.lemma_.lower())) is not None:
            yield from of_value(value, head.lemma_.lower(), head.i)
        else:
            yield Operator("open", "infinitive", head.i, future=True)
        yield None
    mark = first_child(token, "mark")
    if mark is not None and mark.lower_ == "that":
        return  # the content of a noun such as "claim"
    if token.tag_ in ("VBG", "VBN") and _awaited_of(head, words):
        yield from _after_preposition(token, head.head, words)
        yield None
    if head.dep_ in ("attr", "nsubj") and head.head.lemma_ == "be" and _cleft(head.head, words):
        negation = first_child(head.head, "neg")
        again = any(c.lower_ in words.lists.ranks for c in head.children)  # "is not the first time that"
        if negation is not None and not again:
            yield Operator("deny", "cleft", negation.i)
        yield None
    if any(c.dep_ == "det" and c.lower_ in words.lists.any for c in head.children):
        yield Operator("open", "any", head.i)
    elif any(c.dep_ == "det" and c.lower_ in words.lists.none for c in head.children):
        yield Operator("deny", "none", head.i)
    yield None


def _awaited_of(noun: Token, words: Certainty) -> bool:
    """Whether what a noun's participle tells is only hoped or likely: "a chance of the rebels taking the hill"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "of":
        return False
    lemma, groups = noun.head.head.lemma_.lower(), words.lists.prospects
    return lemma in (*groups["wished"], *groups["feared"]) or words.nouns.get(lemma) is Factuality.POSSIBLE


def _cleft(be: Token, words: Certainty) -> bool:
    subject = first_child(be, "nsubj", "expl")
    return subject is not None and subject.lower_ in words.lists.cleft


def _after_preposition(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    lower = head.lower_
    governor = head.head
    if lower in words.lists.excepting and governor.lower_ in words.lists.alternatives:
        yield Operator("deny", "no choice", head.i)  # and the "no" over it affirms
        return
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
        told = key is not None and key.endswith(f" {lower}")
        if role in ("fails", "ends") and (told or lower in words.lists.prepositions.prevented):
            yield Operator("deny", governor.lemma_.lower(), governor.i)
        elif role == "open" and lower in words.lists.prepositions.open:
            yield Operator("open", governor.lemma_.lower(), governor.i, future=True)
    elif governor.pos_ == "ADJ":
        yield from of_value(words.complements.get(governor.lower_, Factuality.CERTAIN), "adjective", governor.i)
    elif (value := words.nouns.get(governor.lemma_.lower())) is not None and (
        lower in words.lists.prepositions.content
    ):
        yield from of_value(value, governor.lemma_.lower(), governor.i)
        yield None


def _object(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    if known.meant_for(token, head, words) or known.called_so(token, head, words):
        yield None
        return
    role = next((words.objects[k] for k in keys(head) if k in words.objects), None)
    if role == "holds":
        return
    if (role == "fails" and token.lemma_.lower() in words.lists.tries) or (
        role is not None and _stands(token, head, words)
    ):
        yield None
        return
    if role is not None:
        yield from of_role(role, head.lemma_.lower(), head.i)
        return
    if _definite(token, words):
        yield None


def _stands(token: Token, head: Token, words: Certainty) -> bool:
    """Whether a happening is taken as known though its verb leaves such things open.

    What is refused or weighed is an offer that was made; "the raids were planned by the colonel" tells who did it.
    """
    names = keys(head)
    if token.lemma_.lower() in words.lists.standing and any(k in words.lists.answers for k in names):
        return True
    known = _definite(token, words) and any(k in words.lists.authored for k in names)
    return known and token.dep_ == "nsubjpass" and first_child(head, "agent") is not None and _finite(head)


def _in_phrase(token: Token, head: Token, words: Certainty) -> Iterator[Operator | None]:
    governor = head.head
    lower = head.lower_
    if lower in words.lists.without:
        yield Operator("deny", lower, head.i)
        yield None
    if governor.pos_ == "ADJ" and governor.lower_ in words.complements:
        yield from of_value(words.complements[governor.lower_], "adjective", governor.i)
        yield None
    if governor.pos_ in ("NOUN", "PROPN", "ADJ"):
        if known.owned_end(token, governor, lower, words):
            yield None
        elif governor.lemma_.lower() in words.lists.duties and lower in words.lists.dutiful:
            yield Operator("open", governor.lemma_.lower(), governor.i, future=True)
        elif (
            governor.pos_ != "ADJ"
            and (value := words.nouns.get(governor.lemma_.lower()))
            and lower in words.lists.prepositions.content
        ):
            yield from of_value(value, governor.lemma_.lower(), governor.i)
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
            yield from of_role(role, governor.lemma_.lower(), governor.i)
            return
        aimed = lower in words.lists.prepositions.purpose and not _definite(token, words)
        if aimed and not any(k in words.lists.prepositions.reasons for k in keys(governor)):
            yield Operator("open", "purpose", head.i, future=True)
            return
        if governor.lemma_.lower() not in words.governors and words.objects.get(governor.lemma_.lower()) != "holds":
            yield None
        if _definite(token, words) or lower not in words.lists.prepositions.known_object:
            yield None


def _definite(noun: Token, words: Certainty) -> bool:
    """Whether a noun speaks of something taken as known: "the", "this", a possessor, or a name."""
    return noun.pos_ == "PROPN" or known.determined(noun, words)
