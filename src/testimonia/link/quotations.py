"""Which quotations of several accounts are one utterance, worded, cut or translated differently.

Words are compared in order: the longest common subsequence of the shorter wording within its best window of the
longer. What always holds: every quotation event has at least two accounts, and its bonds show both wordings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from testimonia.codebook import Codebook
from testimonia.link import utterances
from testimonia.link.clusters import Edge, gather, spanning
from testimonia.link.gathered import gathered
from testimonia.link.kinship import Kin, Kinship
from testimonia.link.memory import Memory
from testimonia.link.mentions import stem
from testimonia.link.utterances import Utterance, same_name
from testimonia.link.words import LinkingWords
from testimonia.model.claim import Claim
from testimonia.model.document import Account, Document
from testimonia.model.event import Bond, Event, EventKind, Reason
from testimonia.model.ids import digest

# Least share of the shorter wording found in the longer, and least number of shared words, by how the speakers stand.
# Judged on utterances of one statesman in several papers' wordings; the same words by another mouth need to be all.
SAME_SPEAKER = (0.55, 4)
UNKNOWN_SPEAKER = (0.7, 5)
OTHER_SPEAKER = (0.9, 12)
# A word that stands in more utterances than this does not make two of them candidates.
COMMON = 60
# The longer wording may spread over this many times the words of the shorter.
SPREAD = 1.8
MISSING = -4.0


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation event with the utterances it gathers."""

    event: Event
    utterances: tuple[Utterance, ...]


def find(
    accounts: Mapping[str, Account],
    documents: Mapping[str, Document],
    claims: Sequence[Claim],
    words: LinkingWords,
    codebook: Codebook,
    memory: Memory | None = None,
) -> tuple[Quotation, ...]:
    """The utterances that two or more accounts quote."""
    memory = memory or Memory()
    by_account: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_account[claim.account].append(claim)
    spoken: list[Utterance] = []
    for account in sorted(accounts.values(), key=lambda account: account.id):
        if account.document in documents:
            ask = partial(_plain, account, documents[account.document], by_account[account.id], codebook)
            spoken += map(utterances.of_plain, memory.ask("utterances", memory.key(account.id), ask))
    spoken.sort(key=lambda utterance: utterance.key)
    kinship = Kinship(codebook)
    stops = frozenset(stem(word) for word in words.stop_words)
    edges = {}
    for left, right in _candidates(spoken, stops):
        one, two = spoken[left], spoken[right]
        key = memory.key(one.account, two.account, rest=(one.key, two.key))
        edges[left, right] = Edge(memory.ask("likeness", key, partial(_bits, one, two, kinship)), False)
    known = {claim.id: claim for claim in claims}
    found = [
        _quotation(cluster, spoken, edges, kinship, known)
        for cluster in gather(len(spoken), edges, join=0.5, missing=MISSING)
        if len({spoken[index].account for index in cluster}) > 1
    ]
    return tuple(sorted(found, key=lambda quotation: quotation.event.id))


def _plain(account: Account, document: Document, claims: Sequence[Claim], codebook: Codebook) -> list[list[object]]:
    told = sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))
    return [utterances.plain(found) for found in utterances.find(account, document, told, codebook)]


def _candidates(spoken: Sequence[Utterance], stops: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Pairs of different accounts that share two uncommon words."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, utterance in enumerate(spoken):
        for word in {stem(token) for token in utterance.tokens if len(token) > 3} - stops:
            holders[word].append(index)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in holders.values():
        if 2 <= len(members) <= COMMON:
            for at, left in enumerate(members):
                for right in members[at + 1 :]:
                    if spoken[left].account != spoken[right].account:
                        shared[left, right] += 1
    yield from sorted(pair for pair, count in shared.items() if count >= 2)


def _bits(left: Utterance, right: Utterance, kinship: Kinship) -> float:
    return _likeness(left, right, kinship)[0]


def _likeness(left: Utterance, right: Utterance, kinship: Kinship) -> tuple[float, tuple[Reason, ...]]:
    """Evidence in bits that two quotations are one utterance, with its reasons."""
    shorter, longer = sorted((left.tokens, right.tokens), key=lambda tokens: (len(tokens), tokens))
    common = shared_in_order([stem(token) for token in shorter], [stem(token) for token in longer])
    share = common / len(shorter)
    least, number = UNKNOWN_SPEAKER
    speakers = "speaker of one not known"
    if relays(left, right) or relays(right, left) or (left.report is not None and left.report == right.report):
        least, number = SAME_SPEAKER
        speakers = "one names the other, or both one report, for these words"
    elif left.speaker and right.speaker:
        kin = Kin.SAME if _surname(left) == _surname(right) else kinship.kin(left.speaker, right.speaker)
        least, number = SAME_SPEAKER if kin is Kin.SAME else OTHER_SPEAKER if kin is Kin.UNLIKE else UNKNOWN_SPEAKER
        speakers = " and ".join(sorted({left.speaker_name, right.speaker_name}))
    bits = (share - least) * 20 + 1 if common >= number else -4.0
    wording = f"{common} of {len(shorter)} words in order: “{left.text}” / “{right.text}”"
    return bits, (Reason("wording", wording, round(bits, 3)), Reason("speaker", speakers, 0.0))


def relays(taker: Utterance, giver: Utterance) -> bool:
    """Whether the outlet that ``taker`` names for its words is the one that ``giver`` appeared in."""
    return taker.report is not None and same_name(taker.report_name, giver.outlet)


def _surname(utterance: Utterance) -> str:
    return utterance.speaker_name.casefold().split()[-1] if utterance.speaker_name else utterance.key


def shared_in_order(shorter: Sequence[str], longer: Sequence[str]) -> int:
    """Words of ``shorter`` found in the same order within a window of ``longer`` ``SPREAD`` times as long."""
    from rapidfuzz.distance import LCSseq

    width = max(len(shorter) + 3, int(len(shorter) * SPREAD))
    if len(longer) <= width:
        return int(LCSseq.similarity(list(shorter), list(longer)))
    step = max(1, len(shorter) // 3)
    starts = range(0, len(longer) - width + step, step)
    return max(int(LCSseq.similarity(list(shorter), list(longer[at : at + width]))) for at in starts)


def _quotation(
    cluster: Sequence[int],
    spoken: Sequence[Utterance],
    edges: Mapping[tuple[int, int], Edge],
    kinship: Kinship,
    known: Mapping[str, Claim],
) -> Quotation:
    members = [spoken[index] for index in cluster]
    claims = [known[identifier] for identifier in sorted({claim for member in members for claim in member.claims})]
    speakers = sorted(member.speaker_name for member in members if member.speaker_name)
    speaker = max(speakers, key=lambda name: (speakers.count(name), name), default="")
    shortest = min(members, key=lambda member: (len(member.tokens), member.key))
    title = f"{speaker}: “{shortest.text}”" if speaker else f"“{shortest.text}”"
    bonds = [
        Bond(
            _name_of(spoken[left]),
            _name_of(spoken[right]),
            round(1 / (1 + 2 ** -min(20.0, edges[left, right].bits)), 4),
            _likeness(spoken[left], spoken[right], kinship)[1],
        )
        for left, right in spanning(cluster, edges)
    ]
    event = gathered(EventKind.QUOTATION, claims, kind_of_event="quotation", title=title, period=None, bonds=bonds)
    accounts = tuple(sorted({member.account for member in members}))
    identifier = f"quotation-{digest(*(member.key for member in members), length=12)}"
    return Quotation(replace(event, id=identifier, accounts=accounts), tuple(members))


def _name_of(utterance: Utterance) -> str:
    """The utterance's first claim, or its place in its account where no claim was read from it."""
    return utterance.claims[0] if utterance.claims else f"{utterance.account}:{utterance.start}-{utterance.end}"
