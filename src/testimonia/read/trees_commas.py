"""Which trees of the parser are wrong around a comma: asides that it takes for clauses, relatives on the wrong noun.

What always holds: each answer says what hangs, on what and as what; each needs a comma right before or behind it.

- A relative clause goes with the noun that its verb agrees with: "the camps of the city and Jordan, which backs".
- What stands before "in which" is what its clause tells of: "the raid in which nine people, mostly women, were killed".
- A described noun is the subject behind its aside: "after a gas, believed to be chlorine, was dropped by a jet".
- Those singled out stand beside the counted: "nine people, most of them women, were hurt".
- An object parted from its verb by a source: "killing, according to medics, nine people".
- A further object behind "but also": "hit the rebels, but also the army".
- Three told one by one are a list, and the second is no name of the first: "a man, a woman and a child were killed".
- Two doers in a headline, with no "and": "Army, allies retake the village".
- The town of a dateline is no subject: "BEIRUT, May 3 (Wire) - A blast in the port killed nine".
- A verb before two adjectives is none of their noun's: "Rebels fire crude, homemade rockets".
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Hung = tuple["Token", "Token", str]  # what hangs, on what, as what; the root hangs on itself

_NOUNS = frozenset(("NOUN", "PROPN"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_SINGULAR = frozenset(("NN", "NNP"))
_PLURAL = frozenset(("NNS", "NNPS"))
_JOINS = frozenset(("after", "before", "since", "until", "as"))
_PARTITIVE = frozenset(("most", "some", "many", "half", "all", "several", "few"))
_DATELINE = 16  # tokens of a dateline before its dash; by judgement
_UNDER_DATELINE = frozenset(("appos", "nsubj", "nsubjpass"))
_DASHES = frozenset(("-", "–", "—", "--"))
_TENSED = frozenset(("VBP", "VBZ", "VBD"))
_OBJECTS = frozenset(("dobj", "obj"))
_ONE = frozenset(("a", "an", "one", "two", "three", "four", "five", "six", "several", "some"))


def hung_wrong(doc: Doc, describing: Container[str]) -> Iterator[Hung]:
    """What hangs wrong around the commas of a document; ``describing`` are lemmas of participles that only describe."""
    for comma in doc:
        if comma.text != "," or not 0 < comma.i < len(doc) - 1:
            if comma.text in _DASHES and comma.whitespace_:
                yield from _under_dateline(comma)
            continue
        after = comma.nbor()
        if comma.head.dep_ == "ROOT" and comma.head.pos_ == "NOUN" and comma.head.i + 1 == comma.i:
            yield from _taken_for_noun(comma.head)
        if after.tag_ in ("WDT", "WP"):
            yield from _agreeing(after)
        elif after.lower_ == "but":
            yield from _further(after)
        elif after.tag_ == "VBN":
            yield from _behind_aside(comma, after, describing)
        elif after.lower_ in _PARTITIVE or after.pos_ == "NUM":
            yield from _singled_out(comma, after)
        elif after.lower_ == "according":
            yield from _behind_source(comma, after)
        elif comma.head.pos_ == "VERB" and comma.i <= comma.head.i:
            yield from _without_and(comma, after)
        elif comma.head.pos_ == "NOUN":
            yield from _listed(comma)
    for which in doc:
        if which.lower_ == "which" and which.dep_ == "pobj" and which.i > 1:
            yield from _told_within(which)


def _agreeing(relative: Token) -> Iterator[Hung]:
    clause, near = relative.head, relative.nbor(-2)
    noun = clause.head
    if relative.dep_ not in _SUBJECTS or clause.dep_ != "relcl" or noun.i >= near.i or noun.tag_ not in _PLURAL:
        return
    tensed = next((c for c in clause.children if c.dep_ in ("aux", "auxpass") and c.i < clause.i), clause)
    singular = tensed.tag_ == "VBZ" or tensed.lower_ == "was"
    if singular and near.tag_ in _SINGULAR and near.ent_type_ != "DATE":
        yield clause, near, "relcl"


def _under_dateline(dash: Token) -> Iterator[Hung]:
    """Hangs the first noun behind the dash on the verb, and the town, which the parser took for its subject, aside."""
    doc, start = dash.doc, dash.sent.start
    if not 0 < dash.i - start <= _DATELINE:
        return
    first = doc[dash.i + 1 : dash.i + _DATELINE]
    noun = next((t for t in first if t.dep_ in _UNDER_DATELINE and t.left_edge.i == dash.i + 1), None)
    if noun is None:
        return
    verb = noun.head.head if noun.dep_ == "appos" else noun.head
    town = next((c for c in verb.lefts if c.dep_ in _SUBJECTS and c.i < dash.i), None)
    if town is None or town.pos_ != "PROPN" or verb.i < dash.i:
        return
    dated = doc[start].is_upper or any(t.text == "(" or t.ent_type_ == "DATE" for t in doc[start : dash.i])
    if dated and not any(t.text in _DASHES and t.whitespace_ for t in doc[dash.i + 1 : verb.i]):
        yield noun, verb, noun.dep_ if noun.dep_ in _SUBJECTS else town.dep_
        yield town, verb, "npadvmod"


def _taken_for_noun(adjective: Token) -> Iterator[Hung]:
    """Hangs what two adjectives describe on the verb before them, which the parser made a part of the first."""
    verb = next((c for c in adjective.lefts if c.dep_ == "compound" and c.tag_ in _TENSED), None)
    noun = next((c for c in adjective.rights if c.dep_ == "appos" and c.pos_ == "NOUN"), None)
    if verb is None or noun is None or not any(c.dep_ == "nsubj" for c in (*adjective.lefts, *verb.lefts)):
        return
    if any(c.dep_ == "det" for c in noun.lefts) or noun.left_edge.i != adjective.i + 2:
        return
    yield verb, verb, "ROOT"
    yield noun, verb, "dobj"
    yield adjective, noun, "amod"
    for child in adjective.children:
        if child.i not in (verb.i, noun.i):
            yield child, verb, "advcl" if child.dep_ == "acl" else child.dep_


def _listed(comma: Token) -> Iterator[Hung]:
    """Joins the second of a list to the first: each is one of many, and no comma closes them off as an aside."""
    first = comma.head
    second = next((c for c in first.rights if c.dep_ == "appos" and c.left_edge.i == comma.i + 1), None)
    last = next((c for c in second.rights if c.dep_ == "conj"), None) if second is not None else None
    if second is None or last is None or not any(c.dep_ == "cc" for c in second.rights):
        return
    told = [next((c.lower_ for c in noun.lefts if c.dep_ in ("det", "nummod", "poss")), "") for noun in (first, second)]
    behind = comma.doc[last.right_edge.i + 1 : last.right_edge.i + 2]
    one_by_one = told[0] in _ONE and (told[1] in _ONE or not told[1]) and second.pos_ == "NOUN"
    if one_by_one and not any(t.text == "," for t in behind):
        yield second, first, "conj"


def _further(but: Token) -> Iterator[Hung]:
    verb = but.head
    noun = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in _NOUNS and c.i > but.i), None)
    objects = [c for c in verb.rights if c.dep_ in _OBJECTS and c.i < but.i]
    if verb.pos_ == "VERB" and noun is not None and objects and but.nbor().lower_ == "also":
        yield noun, objects[-1], "conj"


def _behind_aside(comma: Token, aside: Token, describing: Container[str]) -> Iterator[Hung]:
    """Hangs "was dropped" over the noun before the aside where the parser made that the object of "after"."""
    noun = comma.nbor(-1)
    joins = noun.head
    if aside.lemma_ not in describing or noun.dep_ != "pobj" or joins.lower_ not in _JOINS or joins.dep_ != "prep":
        return
    doc = aside.doc
    closes = next((t.i for t in doc[aside.i : aside.sent.end] if t.text == ","), None)
    if closes is None or closes + 2 >= len(doc):
        return
    main = doc[closes + 1]
    if main.dep_ in ("aux", "auxpass"):
        main = main.head
    own = any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in main.children)
    if main.pos_ != "VERB" or own or main.left_edge.i < closes or main.i == aside.i:
        return
    passive = any(c.dep_ == "auxpass" for c in main.children)
    over = main.head if main.head.i == main.i else joins.head
    yield noun, main, "nsubjpass" if passive else "nsubj"
    yield joins, main, "mark"
    yield aside, noun, "acl"
    if main.head.i != main.i:
        yield main, over, "advcl"


def _singled_out(comma: Token, first: Token) -> Iterator[Hung]:
    """Hangs "most of them women" beside the counted noun of the clause before; gives that its clause back."""
    aside = first.head
    if [word.lower_ for word in first.doc[first.i + 1 : first.i + 3]] != ["of", "them"]:
        return
    if aside.pos_ not in _NOUNS or aside.i <= first.i or first.dep_ != "nsubj":
        return
    verb = next((c for c in aside.lefts if c.dep_ == "ccomp" and c.i < comma.i), aside.head)
    counted = _counted(verb, comma.i)
    if verb.pos_ != "VERB" or verb.i > comma.i or counted is None:
        return
    yield aside, counted, "appos"
    if verb.head.i == aside.i:
        yield verb, verb if aside.head.i == aside.i else aside.head, aside.dep_
        for child in aside.children:
            if child.i != verb.i and (child.i > aside.i or child.i < first.i):
                yield child, verb, child.dep_


def _counted(verb: Token, before: int) -> Token | None:
    """The last object, or else the subject, of a verb before an index, where it has a number."""
    nouns = [c for c in verb.children if c.i < before and (c.dep_ in _OBJECTS or c.dep_ == "nsubjpass")]
    counted = [c for c in nouns if any(child.dep_ == "nummod" for child in c.children)]
    return counted[-1] if counted else None


def _behind_source(comma: Token, according: Token) -> Iterator[Hung]:
    verb = comma.nbor(-1)
    if verb.tag_ != "VBG" or any(child.dep_ in _OBJECTS for child in verb.children):
        return
    named = next((s for to in according.children if to.lower_ == "to" for s in to.children if s.dep_ == "pobj"), None)
    parted = named and next((c for c in named.rights if c.dep_ == "appos" and c.left_edge.nbor(-1).text == ","), None)
    if parted:
        yield parted, verb, "dobj"


def _without_and(comma: Token, after: Token) -> Iterator[Hung]:
    verb, first = comma.head, comma.nbor(-1)
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.left_edge.i == after.i), None)
    bare = first.dep_ == "npadvmod" and first.pos_ == "NOUN" and first.head.i == verb.i and first.ent_type_ != "DATE"
    if doer is None or not bare or first.left_edge.i != verb.sent.start or first.left_edge.dep_ == "det":
        return
    if verb.tag_ == "VBP" and doer.pos_ in _NOUNS and doer.left_edge.dep_ != "det":
        yield first, verb, "nsubj"
        yield doer, first, "conj"


def _told_within(which: Token) -> Iterator[Hung]:
    """Hangs the clause of "in which" on the noun before, where its preposition was hung on its subject."""
    within, noun = which.head, which.nbor(-2)
    subject = within.head
    clause = subject.head
    if within.lower_ != "in" or subject.i < which.i or subject.dep_ not in _SUBJECTS or clause.dep_ == "relcl":
        return
    over = clause.head
    if clause.pos_ != "VERB" or over.i == clause.i or over.i > which.i:
        return
    while noun.i > over.i and noun.pos_ not in _NOUNS:
        noun = noun.head
    while noun.dep_ in ("pobj", "agent", "prep", "acl") and noun.head.i > over.i:
        noun = noun.head
    if noun.pos_ in _NOUNS and over.i < noun.i < which.i:
        yield clause, noun, "relcl"
        yield within, clause, "prep"
