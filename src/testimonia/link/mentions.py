"""A claim laid out for comparison: its days, spots, actors, tolls and words, with what it leaves to its surroundings.

What always holds: a mention has exactly one claim; a place or day that the claim does not state and its surroundings
do is marked as ``borrowed``; a claim that states no day is bounded by its account's publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise

from testimonia.codebook.schema import DatedHappening
from testimonia.link.memory import Memory, Plain
from testimonia.link.undated import dates_of, weekdays_of
from testimonia.link.words import LinkingWords, endings
from testimonia.model.claim import COARSE, Claim, Figure, Kind, PlaceMention, PlacePrecision, SourceKind
from testimonia.model.document import Account
from testimonia.model.factuality import Tense

# A report tells of the days before it. Bounds for a claim without a day: eight days before publication, from the
# median (1 day) and 95th percentile (7 days) between incident and publication in dated war reports.
REPORT_SPAN = 8
# Accounts dated within a span wider than this are not news of their last day.
DATED_WITHIN = 10
# A day taken over from an earlier sentence, or that of the dateline, may be as many days late: news is of the days
# before it, and a new paragraph may step back.
TAKEN_OVER = 3
# A date within this many characters of an account's beginning, its own date, is a dateline.
DATELINE = 120
# A place or day that stands farther than this from its claim was taken over from before, not said with it.
BESIDE = 160
# A place that stands this far before its claim is that of an earlier sentence.
ASIDE = 100
# How far back, in characters, a claim looks for a place or day stated before it: about two paragraphs of news.
NEAR = 700
# Characters within which what one source says is one sentence.
COMPANION = 120
# Characters within which a number is still of the place just told, rather than of that in the title.
CLOSE = 250

_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Mention:
    """``start`` and ``end`` are ordinals of days, ``None`` where open; ``exact`` says the claim gives the day.

    ``modes`` are the ACLED sub-events, or modes, of all that is told in it; ``weekdays`` and ``dates`` are
    what its own words name of a day whose year or week is not known (see ``undated``).

    ``depth`` is how many characters after the account's first claim it stands."""

    claim: Claim
    family: str
    start: int | None
    end: int | None
    exact: bool
    spots: tuple[PlaceMention, ...]
    borrowed: bool
    actors: frozenset[str]
    recipients: frozenset[str]
    figures: tuple[Figure, ...]
    words: frozenset[str]
    depth: int
    modes: frozenset[str] = frozenset()
    weekdays: frozenset[int] = frozenset()
    dates: frozenset[tuple[int, int]] = frozenset()

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def width(self) -> int | None:
        """Days that the mention's period spans, ``None`` where a bound is open."""
        return None if self.start is None or self.end is None else self.end - self.start + 1


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A crude stem, good enough to meet "strikes" with "strike": plural and participle endings cut off."""
    word = word.casefold()
    for ending in endings():
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text))


@lru_cache(maxsize=8)
def _stopped(words: LinkingWords) -> frozenset[str]:
    return frozenset(stem(word) for word in words.stop_words)


def content_words(text: str, words: LinkingWords) -> frozenset[str]:
    """Stems of the words of ``text`` that are not stop words; names included."""
    return _stems(text) - _stopped(words)


def lay_out(
    claims: Iterable[Claim],
    accounts: Mapping[str, Account],
    words: LinkingWords,
    happenings: Mapping[str, DatedHappening] | None = None,
    memory: Memory | None = None,
) -> list[Mention]:
    """The mentions of all event and figure claims that belong to a family, by account and position.

    ``happenings`` gives, by claim id, the dated happening that a claim's words show; its days count as the claim's.
    """
    memory = memory or Memory()
    by_account: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.account in accounts and family(claim, words):
            by_account.setdefault(claim.account, []).append(claim)
    found: list[Mention] = []
    for account in sorted(by_account):
        ordered = sorted(by_account[account], key=lambda claim: (claim.start, claim.end, claim.id))
        ask = partial(_plain, ordered, accounts[account], words, happenings or {})
        kept = memory.ask("mentions", memory.key(account), ask)
        found += [_of_plain(claim, plain, ordered, words) for claim, plain in zip(ordered, kept, strict=True)]
    return found


def _plain(
    claims: Sequence[Claim], account: Account, words: LinkingWords, happenings: Mapping[str, DatedHappening]
) -> list[Plain]:
    """The mentions of one account as a memory keeps them: what was worked out, spots by claim and place."""
    where = {
        spot: (at, n) for at, claim in reversed([*enumerate(claims)]) for n, spot in enumerate(claim.likely_places)
    }
    return [
        [m.start, m.end, m.exact, m.borrowed, m.depth, " ".join(sorted(m.words)), [where[spot] for spot in m.spots]]
        for m in _of_account(claims, account, words, happenings)
    ]


def _of_plain(claim: Claim, plain: Plain, claims: Sequence[Claim], words: LinkingWords) -> Mention:
    start, end, exact, borrowed, depth, said, spots = plain
    where = tuple([claims[at].likely_places[n] for at, n in spots])
    return Mention(
        claim, family(claim, words) or "", start, end, exact, where, borrowed,
        frozenset([mention.actor for mention in claim.actors]),
        frozenset([mention.actor for mention in claim.recipients]),
        claim.figures, frozenset(said.split()), depth, modes_of(claim),
        weekdays_of(claim.text, words), dates_of(claim.text, words),
    )  # fmt: skip


def modes_of(claim: Claim) -> frozenset[str]:
    """The kind of happening that an event claim tells of, by ACLED sub-event where it has one; empty for a count."""
    mode = claim.acled or claim.mode
    return frozenset((mode,)) if mode and claim.kind is not Kind.FIGURE else frozenset()


def family(claim: Claim, words: LinkingWords) -> str | None:
    """The family of happenings to which a claim belongs, ``None`` for relations, labels and other figures."""
    if claim.kind is Kind.EVENT:
        return words.family_of(claim.type)
    if claim.kind is Kind.FIGURE:
        units = (words.family_of_unit(figure.unit.value) for figure in claim.figures)
        return next((name for name in units if name), words.family_of_unit(claim.type))
    return None


def _of_account(
    claims: Sequence[Claim], account: Account, words: LinkingWords, happenings: Mapping[str, DatedHappening]
) -> list[Mention]:
    mentions = [_mention(claim, account, words, claim.start - claims[0].start) for claim in claims]
    mentions = [_dated(mention, happenings.get(mention.id)) for mention in mentions]
    mentions = [_sited(mention, mentions, words) for mention in mentions]
    return [_settle(mention, index, mentions, account, words) for index, mention in enumerate(mentions)]


def _mention(claim: Claim, account: Account, words: LinkingWords, depth: int) -> Mention:
    places, period = claim.likely_places, claim.likely_period
    start = period.start if period else None
    end = period.end if period else None
    exact = start is not None and end is not None and (end - start).days < 3
    fetched = bool(places) and all(_before(place.start, claim) for place in places)
    low = start.toordinal() if start else None
    high = end.toordinal() if end else None
    if exact and low is not None and not _own_day(claim, account, depth):
        exact, low = False, low - TAKEN_OVER
    if high is None and claim.tense is not Tense.FUTURE and account.published.end is not None:
        published = account.published.end.toordinal()
        high = published if low is None or low <= published else low
    return Mention(
        claim,
        family(claim, words) or "",
        low,
        high,
        exact,
        tuple(sorted(places, key=lambda place: (place.start, place.place))),
        fetched,
        frozenset(mention.actor for mention in claim.actors),
        frozenset(mention.actor for mention in claim.recipients),
        claim.figures,
        content_words(claim.text, words),
        depth,
        modes_of(claim),
        weekdays_of(claim.text, words),
        dates_of(claim.text, words),
    )


def _dated(mention: Mention, happening: DatedHappening | None) -> Mention:
    """``mention`` on the days of the happening that its words show, unless it gives a day of its own."""
    if happening is None or happening.since is None or happening.until is None:
        return mention
    period = mention.claim.likely_period
    stated = period.start if period else None
    # "The 26th of April", told years later, is that of the happening; "yesterday", written by night, is beside it.
    same_day = stated is not None and (stated.month, stated.day) == (happening.since.month, happening.since.day)
    beside = stated is not None and abs((stated - happening.since).days) <= TAKEN_OVER
    if mention.exact and not same_day and not beside:
        return mention
    return replace(mention, start=happening.since.toordinal(), end=happening.until.toordinal(), exact=True)


def _sited(mention: Mention, mentions: Sequence[Mention], words: LinkingWords) -> Mention:
    """``mention`` at the site that its account named before, where it speaks of "the clinic" and names no site."""
    if any(spot.precision is PlacePrecision.EXACT for spot in mention.spots):
        return mention
    spoken = mention.claim.text.casefold().split()
    kinds = {two for one, two in pairwise(spoken) if two in words.sites and one in words.pointing}
    before = [
        (other.claim.start, other.id, spot, other)
        for other in mentions
        if kinds and other.family == mention.family and 0 < mention.claim.start - other.claim.start <= NEAR
        for spot in other.spots
        if spot.precision is PlacePrecision.EXACT and kinds & set(spot.name.casefold().split())
    ]
    if not before:
        return mention
    _, _, site, other = max(before, key=lambda entry: entry[:2])
    if mention.start is None:
        mention = replace(mention, start=other.start, end=other.end)
    return replace(mention, spots=(site,))


def _own_day(claim: Claim, account: Account, depth: int) -> bool:
    """Whether the claim's own words give its day, not an earlier sentence and not the account's dateline."""
    period = claim.likely_period
    if period is None or period.start_offset is None:
        return False
    dateline = period.start == account.published.start and depth + period.start_offset - claim.start < DATELINE
    return not _away(period.start_offset, claim) and not dateline


def _before(offset: int, claim: Claim) -> bool:
    return offset < claim.start - ASIDE or _away(offset, claim)


def _away(offset: int, claim: Claim) -> bool:
    return offset < claim.start - BESIDE or offset > claim.end + BESIDE


def _earliest(last: int, account: Account) -> int | None:
    """The first day that a report without days of its own may tell of; open where its date is not known closely."""
    published = account.published
    if published.start is None or published.end is None or (published.end - published.start).days > DATED_WITHIN:
        return None
    return last - REPORT_SPAN


def _settle(
    mention: Mention, index: int, mentions: Sequence[Mention], account: Account, words: LinkingWords
) -> Mention:
    """``mention`` with the place and day that its surroundings state, where it states none itself."""
    beside = _companion(mention, mentions)
    if beside is not None:
        mention = replace(
            mention,
            spots=beside.spots,
            borrowed=False,
            start=mention.start if mention.exact or mention.start is not None else beside.start,
            end=mention.end if mention.exact or mention.start is not None else beside.end,
        )
    else:
        mention = _counted_here(mention, mentions, account, words)
    if not mention.spots:
        giver = _nearest(mention, index, mentions, words, places=True)
        if giver is not None:
            mention = replace(mention, spots=giver.spots, borrowed=True)
    if mention.start is None and mention.claim.tense is not Tense.FUTURE:
        giver = _nearest(mention, index, mentions, words, places=False)
        if giver is not None:
            mention = replace(mention, start=giver.start, end=giver.end)
        elif mention.end is not None:
            mention = replace(mention, start=_earliest(mention.end, account))
    return mention


def _counted_here(mention: Mention, mentions: Sequence[Mention], account: Account, words: LinkingWords) -> Mention:
    """A number without a place of its own, or what befell "the town", at the place told last or that of the title."""
    own = any(
        mention.claim.start <= spot.start < mention.claim.end and spot.text.casefold() not in words.towns
        for spot in mention.spots
    )
    spoken = mention.claim.text.casefold().split()
    back = any(one in words.pointing and two.strip(".,;") in words.towns for one, two in pairwise(spoken)) and not own
    if not back and (mention.claim.kind is not Kind.FIGURE or (mention.spots and not mention.borrowed)):
        return mention
    placed = [
        other
        for other in mentions
        if other.family == mention.family
        and other.id != mention.id
        and other.claim.kind is Kind.EVENT
        and other.spots
        and not other.borrowed
        and other.claim.factuality.polarity
    ]
    before = [other for other in placed if 0 <= mention.claim.start - other.claim.start <= NEAR]
    title = (account.title or "").casefold()
    headed = [other for other in placed if any(spot.name.casefold() in title for spot in finest_named(other))]
    last = max(before, key=lambda other: (other.claim.start, other.id), default=None)
    head = min(headed, key=lambda other: (not other.exact, other.claim.start, other.id), default=None)
    close = last is not None and mention.claim.start - last.claim.start <= CLOSE
    resolved = back and bool(mention.spots)
    if resolved and (head is None or not head.exact or not mention.exact):
        return mention
    giver = head if resolved else last if close else head or last
    if giver is None:
        return mention
    mention = replace(mention, spots=giver.spots, borrowed=True)
    period = mention.claim.likely_period
    today = period is not None and period.start == account.published.start
    outside = period is not None and not mention.claim.start <= (period.start_offset or 0) < mention.claim.end
    if (not mention.exact or today or (back and outside)) and giver.exact:
        mention = replace(mention, start=giver.start, end=giver.end, exact=True)
    return mention


def finest_named(mention: Mention) -> tuple[PlaceMention, ...]:
    """The towns and sites that a mention names."""
    return tuple(s for s in mention.spots if s.precision not in COARSE)


def _companion(mention: Mention, mentions: Sequence[Mention]) -> Mention | None:
    """The mention just before that the same named source tells and that is placed, within ``COMPANION`` characters."""
    source = mention.claim.source
    if source.kind is SourceKind.ACCOUNT or (mention.spots and not mention.borrowed):
        return None
    near = [
        other
        for other in mentions
        if other.family == mention.family
        and 0 <= mention.claim.start - other.claim.start <= COMPANION
        and other.claim.source.source == source.source
        and other.id != mention.id
        and any(spot.precision is PlacePrecision.EXACT for spot in other.spots)
    ]
    return max(near, key=lambda other: (other.claim.start, other.id)) if near else None


def _elsewhere(mention: Mention, other: Mention, words: LinkingWords) -> bool:
    """Whether ``mention`` speaks of another kind of site than ``other``, or gives another day."""
    if mention.exact and other.exact and (mention.start, mention.end) != (other.start, other.end):
        return True
    kinds = {word for word in mention.claim.text.casefold().split() if word in words.sites}
    sites = [spot.name for spot in other.spots if spot.precision is PlacePrecision.EXACT]
    return bool(kinds and sites) and not any(kinds & set(site.casefold().split()) for site in sites)


def _nearest(
    mention: Mention, index: int, mentions: Sequence[Mention], words: LinkingWords, *, places: bool
) -> Mention | None:
    """The nearest mention of the same family and account that states what is missing, within ``NEAR`` characters."""
    best: tuple[int, int] | None = None
    found: Mention | None = None
    for step in range(max(0, index - 12), min(len(mentions), index + 7)):
        other = mentions[step]
        if step == index or other.family != mention.family or not (other.spots if places else other.exact):
            continue
        if _elsewhere(mention, other, words):
            continue
        before = other.claim.start <= mention.claim.start
        distance = abs(other.claim.start - mention.claim.start) * (1 if before else 2)
        if distance <= NEAR and (best is None or (distance, step) < best):
            best, found = (distance, step), other
    return found
