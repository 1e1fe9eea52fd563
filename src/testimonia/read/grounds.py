"""Why each field of a claim is as it is: the words that gave it, their place in the sentence, and what resolved them.

What always holds: a reason names words of the text and, where the codebook decided, how it knows them; reasons are
joined to the claim's rule as ``field: reason``, parted by semicolons; ``Claim.reasons`` takes them apart again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from testimonia.model.claim import ActorMention
from testimonia.read.actors import NEW
from testimonia.read.alias_index import Form
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading

if TYPE_CHECKING:
    from spacy.tokens import Token

_ROLES = {
    "nsubj": "subject of", "nsubjpass": "passive subject of", "csubj": "subject of", "dobj": "object of",
    "dative": "object of", "agent": "agent of", "poss": "possessor of", "amod": "before", "compound": "before",
    "nmod": "before", "appos": "beside", "attr": "complement of", "oprd": "complement of", "relcl": "described by",
    "acl": "described by",
}  # fmt: skip
_KNOWN = {
    Form.NAME: "a name",
    Form.SURNAME: "the surname",
    Form.PEOPLE: "the people",
    Form.ADJECTIVE: "an adjective",
    Form.METONYM: "a metonym",
    Form.NOMINAL: "in this war a word",
}
_FAR = 6  # steps to climb before the words are only said to stand in the same sentence


def told(reading: Reading, draft: Draft, firmness: str, place: str, period: str) -> str:
    """The rule of a draft with the reasons of every field."""
    reasons = [draft.rule]
    reasons += _of_mentions(reading, draft, "who", draft.actors)
    reasons += _of_mentions(reading, draft, "whom", draft.recipients)
    reasons += [f"place: {place}", f"period: {period}"]
    reasons += [f"figure: {_quoted(figure.text)}" for figure in draft.figures[:1]]
    return "; ".join([*reasons, f"firmness: {firmness}"])


def _of_mentions(reading: Reading, draft: Draft, field: str, mentions: Sequence[ActorMention]) -> Iterator[str]:
    for mention in mentions:
        words = reading.doc.char_span(mention.start, mention.end, alignment_mode="expand")
        if words is None or not len(words):
            continue
        head = words.root
        stands = f"{_quoted(mention.text)} {_role(head, reading.doc[draft.trigger])}"
        yield f"{field}: {stands}, {_resolved(reading, head, mention)}"


def _role(head: Token, trigger: Token) -> str:
    """How the words hang on the trigger: "subject of “bombed”", "after “by”"."""
    if head.i == trigger.i:
        return "as the word itself"
    token = head
    for _ in range(_FAR):
        above = token.head
        if above.i in (token.i, trigger.i):
            break
        if token.dep_ in ("conj", "compound", "poss", "nmod", "amod", "appos") or above.dep_ in ("prep", "agent"):
            token = above
            continue
        break
    if token.dep_ == "pobj":
        return f"after {_quoted(token.head.text)}"
    if token.dep_ in ("prep", "agent"):
        return f"after {_quoted(token.text)}"
    role = _ROLES.get(token.dep_)
    if role is None or abs(token.head.i - trigger.i) > 3 * _FAR:
        return "in its sentence" if head.sent.start == trigger.sent.start else "earlier"
    return f"{role} {_quoted(token.head.text)}"


def _resolved(reading: Reading, head: Token, mention: ActorMention) -> str:
    cast = reading.cast
    naming = cast.naming_at(head.i)
    if naming is None or naming.actor != mention.actor:
        inner = range(max(0, head.left_edge.i), head.i + 1)
        naming = next((n for i in inner if (n := cast.naming_at(i)) and n.actor == mention.actor), None)
    if naming is not None:
        return f"{_KNOWN[naming.form]} of {_plain(mention.name)} in the codebook"
    if head.i in cast.referents:
        return f"standing for {_plain(mention.name)} of earlier words"
    if mention.actor.startswith(NEW):
        return "whom the codebook does not know"
    return f"taken for {_plain(mention.name)}"


def _quoted(text: str) -> str:
    return f"“{_plain(text)}”"


def _plain(text: str) -> str:
    return " ".join(text.replace(";", ",").split())
