"""How firmly the innermost source presents a happening: certain, likely, possible, denied or left open; and when.

What always holds: the value is the source's own, in FactBank's seven values; a condition, a question, an order or an
intention leaves a happening ``Uu``; and ``why`` names the words that decided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.factuality import Factuality, Tense
from testimonia.read import tenses
from testimonia.read.attribution_chain import Attribution, chain_at
from testimonia.read.certainty import Certainty, certainty
from testimonia.read.factuality_operators import Operator
from testimonia.read.factuality_scope import Scope, scope
from testimonia.read.factuality_signatures import takes_as_known
from testimonia.read.speech_syntax import end_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read at one trigger. ``condition`` spans the if-clause in characters of the transcript."""

    stance: Factuality
    tense: Tense
    condition: tuple[int, int] | None
    why: str


@dataclass(frozen=True, slots=True)
class Told:
    """What bears on one trigger: the chain over it, the operators, and the cues that are not plain saying."""

    chain: tuple[Attribution, ...]
    operators: tuple[Operator, ...]
    cues: tuple[Attribution, ...]
    scope: Scope


def of(
    doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook, within: range | None = None
) -> Reading:
    """The reading of the happening whose trigger is token ``i`` (a verb or a noun) of the parsed account.

    ``within``: the tokens of a noun phrase that takes for granted what it tells ("the US-backed rebels"), whatever the
    clause around it denies, asks or awaits.
    """
    told = gather(doc[i], attributions, codebook)
    dated = doc[i]
    if within is not None:
        dated = doc[within.start : within.stop].root
        told = replace(told, operators=tuple(o for o in told.operators if o.word in within), cues=())
    stance = settle(told.operators)
    reasons = [f"{o.name} ({doc[o.word].text})" for o in told.operators]
    for cue in told.cues:
        stance = committed(stance, cue.stance)
        reasons.append(f"{cue.group} ({cue.cue_lemma})")
    found = told.operators
    reaching = within is None and stance is not Factuality.CERTAIN  # what is asked to end is under way
    condition = next((o.condition for o in found if o.condition is not None), None)
    return Reading(
        stance=stance,
        tense=tenses.of(dated, found, told.chain if reaching else (), certainty(codebook)),
        condition=_clause(doc, condition) if condition is not None else None,
        why=", ".join(reasons) or "asserted",
    )


def gather(token: Token, attributions: Sequence[Attribution], codebook: Codebook) -> Told:
    """What stands over a trigger within the words of its innermost source, and that source's own commitment."""
    chain = chain_at(attributions, token.idx, end_of(token), all_kinds=True)
    conveyed = [a for a in chain if a.conveys]
    innermost = conveyed[-1] if conveyed else None
    words = certainty(codebook)
    over = scope(token, words, innermost.content if innermost else None)
    found = tuple(_reported(o, innermost) if innermost is not None else o for o in over.operators)
    taken = {o.word for o in found}
    cues = []
    for cue in reversed(chain[chain.index(innermost) :] if innermost else chain):
        if cue.cue_token is not None and takes_as_known(token.doc[cue.cue_token], words):
            continue
        if cue.conveys:
            reached = over.whole or cue.cue_token in over.path
        else:  # an intention counts where the climb passed its cue and made nothing of it
            reached = cue.cue_token in over.path and cue.cue_token not in taken
        if reached and cue.stance is not Factuality.CERTAIN:
            cues.append(_withheld(cue, token.doc, words))
    # The stance of a cue passed on the way has its own negation in it already: "nobody denies that".
    passed = {a.cue_token for a in chain if not a.conveys and a.cue_token in over.path} - taken
    found = tuple(o for o in found if not (o.name == "negation" and _verb_of(token.doc[o.word]) in passed))
    sure = not any(o.operation == "deny" for o in found) and not any(c.stance.polarity < 0 for c in cues)
    some = next((c for c in token.children if c.dep_ == "det" and c.lower_ in words.lists.whichever), None)
    if some is not None and sure:  # "any attack will be met"; "denied any attack" stays denied
        found = (Operator("open", "any", some.i), *found)
    return Told(chain, found, tuple(cues), over)


def _withheld(cue: Attribution, doc: Doc, words: Certainty) -> Attribution:
    """A cue of denial that its source did not give: "declined to deny", "would neither confirm nor deny"."""
    if cue.stance.polarity >= 0 or cue.cue_token is None:
        return cue
    own = scope(doc[cue.cue_token], words, None).operators
    if any(o.operation == "deny" and o.name != "negation" for o in own):
        return replace(cue, stance=Factuality.UNCOMMITTED)
    return cue


def _verb_of(negation: Token) -> int:
    return int(negation.head.i)


def settle(found: Sequence[Operator]) -> Factuality:
    """The value that operators, nearest first, leave of a certain happening."""
    stance = Factuality.CERTAIN
    for operator in found:
        if operator.operation == "deny":
            stance = stance.negated()
        elif operator.operation == "cap":
            stance = stance.at_most(operator.value.certainty)
        else:
            stance = Factuality.UNCOMMITTED
    return stance


def committed(stance: Factuality, cue: Factuality) -> Factuality:
    """What a source is committed to whose cue says ``cue`` of a content that is ``stance`` in itself."""
    if cue is Factuality.UNCOMMITTED:
        return cue
    turned = stance.negated() if cue.polarity < 0 else stance
    return turned.at_most(cue.certainty)


def _reported(operator: Operator, told: Attribution) -> Operator:
    """ "Would" in reported speech is the "will" of what was said."""
    if operator.name == "would" and told.stance is Factuality.CERTAIN:
        return Operator("cap", "future", operator.word, Factuality.PROBABLE, future=True)
    return operator


def _clause(doc: Doc, verb: int) -> tuple[int, int]:
    token = doc[verb]
    first, last = token.left_edge, token.right_edge
    while last.i > first.i and last.is_punct:
        last = doc[last.i - 1]
    return first.idx, end_of(last)


def score(doc: Doc, i: int, attributions: Sequence[Attribution], codebook: Codebook) -> float:
    """How certain a reader is that the happening at token ``i`` came about, -3 to 3; see ``factuality_score``."""
    from testimonia.read import factuality_score  # which builds on this module

    return factuality_score.score(doc, i, attributions, codebook)
