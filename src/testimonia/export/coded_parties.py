"""The codes of who acts and of who is acted on in a coded event.

What always holds: who the claim names goes first; where it names nobody of known state, the state that its own words
name on that side of the word that tells ("seized an Armenian village"), then the ground on which it happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from testimonia.codebook.codebook import Codebook
from testimonia.export.cameo import Cameo, actor_code
from testimonia.export.coded_claims import Record
from testimonia.export.coded_states import grounds
from testimonia.model.claim import ActorMention, Claim
from testimonia.read import actors

Side = Literal["source", "target"]

_STATE = 3  # letters of a state's code, before its role's
# The words behind a state's adjective that may tell a role: "Libyan border police".
_BY = re.compile(r"\bby (?:the |an? )?$")
_TAIL = re.compile(r"(?:[\s-][a-z]+){0,2}")


def parties(record: Record, side: Side, claims: Sequence[Claim], codebook: Codebook, words: Cameo) -> list[str]:
    """CAMEO codes of the actors on one side of a record, each once."""
    claim = record.claim
    mentions = claim.actors if side == "source" else claim.recipients
    named = [actor_code(mention, claim, claims, codebook, words) for mention in mentions]
    named = [code + _shared_role(n, mentions, named, codebook) for n, code in enumerate(named)]
    known = list(dict.fromkeys(code for code in named if code))
    if known or (claim.actors[1:] and not mentions):
        return known  # who act on each other need no ground to act on
    beside = _in_words(claim, side, claims, codebook, words)
    return beside or sorted(grounds(claim.places, codebook))[:1]


def _in_words(claim: Claim, side: Side, claims: Sequence[Claim], codebook: Codebook, words: Cameo) -> list[str]:
    """The first actor, of no party of the claim, that its words name on that side of the word that tells.

    Who acts stands before a verb, or behind the "by" of a passive one; on whom, the other way round.
    """
    passive = "passive" in claim.rule
    if claim.trigger is None or (side == "source" and "(verb" not in claim.rule):
        return []
    wanted = (side == "target") != passive  # behind the word that tells
    taken = {mention.actor for mention in (*claim.actors, *claim.recipients)}
    for found in actors.find(claim.text, codebook):
        start = claim.start + found.start
        before = claim.text[: found.start]
        if found.actor in taken or (start >= claim.trigger.end) != wanted:
            continue
        if passive and side == "source" and not _BY.search(before, claim.trigger.end - claim.start):
            continue
        tail = _TAIL.match(claim.text, found.end)
        text = found.text + (tail[0] if tail else "")
        mention = ActorMention(found.actor, found.name, text, start, start + len(text))
        code = actor_code(mention, claim, claims, codebook, words)
        if code[:_STATE].isalpha():
            return [code]
    return []


def _shared_role(number: int, mentions: Sequence[ActorMention], codes: Sequence[str], codebook: Codebook) -> str:
    """The role that one of several states has by the noun of another: "Hungarian and Romanian officials"."""
    if len(codes[number]) != _STATE:
        return ""
    mention = mentions[number]
    said = mention.text
    around = (c for m, c in zip(mentions, codes, strict=True) if m.start <= mention.start and mention.end <= m.end)
    if any(said in state.adjectives for state in codebook.states.values()):
        return next((code[_STATE:] for code in (*around, *codes[number + 1 :]) if len(code) > _STATE), "")
    first = codes[0][_STATE:]  # "the ambassadors of Egypt, Kuwait and Libya"
    return first if number and mentions[0].text.islower() and said == mention.name else ""
