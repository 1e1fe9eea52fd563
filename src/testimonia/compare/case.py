"""One case under comparison: linked claims with quick answers to who says what, on whose word, and who could have.

What always holds: an answer's accounts and origins are exactly those of its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log2

from testimonia.codebook import Codebook
from testimonia.compare.words import ComparingWords, comparing_words
from testimonia.link.kinship import Kin, Kinship
from testimonia.link.linked import Linked
from testimonia.link.mentions import NEAR
from testimonia.link.whereabouts import kilometres
from testimonia.link.words import LinkingWords, linking_words
from testimonia.model.claim import COARSE, Claim, Kind, PlaceMention, PlacePrecision, SourceKind, Unit
from testimonia.model.dispute import Answer, Dispute, DisputeKind
from testimonia.model.document import Account
from testimonia.model.event import Event, EventKind
from testimonia.model.ids import digest
from testimonia.model.period import Period
from testimonia.read.numerals import NumeralWords

# Days around an event within which an account that tells of its place could have told of it.
NEAR_DAYS = 3
# Days beyond which a telling is of a time, not of its days; kilometres around a place that are its surroundings.
WEEKS = 100
SURROUNDINGS = 25.0
VIOLENT = ("ASSAULT",)
# What a question of many events, or of how things stand, counts for beside one of a single event; judgement.
STANDING = 0.4
# The type of a rejection, and how the rule begins that reads those of what was said (others refuse an offer).
REJECTIONS, REJECTED = "REJECT", "rejection."
# A claim that covers less than this of its sentence is said in passing.
MAIN = 0.5


@dataclass(frozen=True, slots=True)
class Voice:
    """Who asserts a claim: a named source, or the account itself; ``polarity`` +1 asserts, -1 denies, 0 neither."""

    id: str
    name: str
    account: str
    polarity: int


class Case:
    """Linked claims, laid out for asking. Made once for a comparison."""

    def __init__(
        self, linked: Linked, accounts: Sequence[Account], claims: Sequence[Claim], codebook: Codebook
    ) -> None:
        self.linked = linked
        self.codebook = codebook
        self.accounts: Mapping[str, Account] = {a.id: a for a in sorted(accounts, key=lambda a: a.id)}
        self.claims: Mapping[str, Claim] = {
            claim.id: claim for claim in sorted(claims, key=lambda claim: claim.id) if claim.account in self.accounts
        }
        self.words: ComparingWords = comparing_words(codebook)
        self.linking: LinkingWords = linking_words(codebook)
        self.kinship = Kinship(codebook)
        self.ordinals: Mapping[str, int] = codebook.lexicon("numerals", NumeralWords).ordinals
        self._claim_origin = dict(linked.claim_origins)
        self._account_origin = dict(linked.account_origins)
        self._events = {event.id: event for event in linked.all}
        self._sentence = {claim: (start, text) for claim, start, text in linked.sentences}

    def told(self, event: Event) -> list[Claim]:
        """The claims of ``event``, in order of account and position."""
        return [self.claims[identifier] for identifier in event.claims if identifier in self.claims]

    def voices(self, claim: Claim) -> list[Voice]:
        """All who take a stand on ``claim``: its innermost source, and every link outside it that contradicts it."""
        inner = claim.source
        found = [self._voice(claim, inner.kind, inner.source, inner.name, claim.factuality.polarity)]
        found += [
            self._voice(claim, link.kind, link.source, link.name, link.factuality.polarity)
            for link in claim.attribution[:-1]
            if link.factuality.polarity and link.factuality.polarity == -claim.factuality.polarity
        ]
        return found

    def voice(self, claim: Claim) -> Voice:
        """The innermost source of ``claim``."""
        return self.voices(claim)[0]

    def _voice(self, claim: Claim, kind: SourceKind, source: str, name: str, polarity: int) -> Voice:
        if kind is SourceKind.ACCOUNT:
            return Voice(claim.account, self.accounts[claim.account].label, claim.account, polarity)
        if kind is SourceKind.UNNAMED:
            return Voice(f"{claim.account} {name}", name, claim.account, polarity)
        speaker = self.kinship.speaks_for(source)
        return Voice(speaker, self.kinship.name(speaker) or name, claim.account, polarity)

    def sentence(self, claim: Claim) -> str:
        """The sentence in which ``claim`` stands, or its own words where the document is not at hand."""
        return self._sentence.get(claim.id, (claim.start, claim.text))[1]

    def sentence_at(self, claim: Claim) -> int:
        """Where in the document the sentence of ``claim`` begins."""
        return self._sentence.get(claim.id, (claim.start, claim.text))[0]

    def before(self, claim: Claim, offset: int, reach: int) -> str:
        """Up to ``reach`` characters of the claim's sentence before ``offset`` of the document."""
        start, text = self._sentence.get(claim.id, (claim.start, claim.text))
        at = max(0, offset - start)
        return text[max(0, at - reach) : at]

    def after(self, claim: Claim, offset: int, reach: int) -> str:
        """Up to ``reach`` characters of the claim's sentence from ``offset`` of the document on."""
        start, text = self._sentence.get(claim.id, (claim.start, claim.text))
        at = max(0, offset - start)
        return text[at : at + reach]

    def beside(self, claim: Claim) -> list[Claim]:
        """The other claims that stand in the sentence of ``claim``, in order."""
        start, text = self._sentence.get(claim.id, (claim.start, claim.text))
        return [
            other
            for other in self._of_account.get(claim.account, ())
            if other.id != claim.id and start <= (other.trigger or other).start < start + len(text)
        ]

    def denials(self, account: str) -> list[Claim]:
        """The claims of ``account`` that deny a deed or reject what was said of one, in order."""
        return self._denials.get(account, [])

    def event(self, identifier: str) -> Event | None:
        """The happening or state of that id."""
        return self._events.get(identifier)

    def event_of(self, claim: Claim) -> Event | None:
        """The happening that a claim tells of, ``None`` where it tells of none."""
        return self._event_of.get(claim.id)

    def first_event(self, claims: Iterable[Claim]) -> Event | None:
        """The happening of the first of ``claims`` that tells of one, ``None`` where none does."""
        return next((event for claim in claims if (event := self.event_of(claim)) is not None), None)

    def told_by(self, account: str) -> list[Claim]:
        """All claims of ``account``, in order."""
        return self._of_account.get(account, [])

    def told_about(self, claim: Claim) -> str | None:
        """The id of the violent event of which the claim's account tells most within ``NEAR`` characters of it."""
        best: dict[str, tuple[int, int, str]] = {}
        for other in self._of_account.get(claim.account, ()):
            event = self._event_of.get(other.id)
            if event is None or abs(other.start - claim.start) > NEAR or other.id == claim.id:
                continue
            if event.type in VIOLENT or any(figure.unit is Unit.KILLED for figure in other.figures):
                count, dead, _ = best.get(event.id, (0, 0, event.id))
                grave = sum(figure.unit is Unit.KILLED for figure in other.figures)
                best[event.id] = count + 1, dead + grave, event.id
        return max(best.values(), default=(0, 0, None), key=lambda entry: (entry[0] + entry[1], str(entry[2])))[2]

    def origins(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The independent origins of ``claims``: of each account the sources it names, else its own."""
        named: dict[str, set[str]] = defaultdict(set)
        for claim in claims:
            named[claim.account].add(self._claim_origin.get(claim.id, claim.account))
        found: set[str] = set()
        for account, origins in named.items():
            found |= (origins - {self._account_origin.get(account, account)}) or origins
        return tuple(sorted(found))

    def origins_of_accounts(self, accounts: Iterable[str]) -> tuple[str, ...]:
        """The origins of the own voices of ``accounts``."""
        return tuple(sorted({self._account_origin.get(account, account) for account in accounts}))

    def answer(
        self,
        value: str,
        claims: Iterable[Claim],
        denied_by: Iterable[Claim] = (),
        *,
        first: Callable[[Claim], bool] = bool,
    ) -> Answer:
        """An answer with the accounts and origins of its claims, those that are ``first`` and the plainest first.

        It may have none but denials.
        """
        gathered = sorted({claim.id: claim for claim in claims}.values(), key=self.plainness)
        gathered.sort(key=lambda claim: not first(claim))
        denials = sorted({claim.id: claim for claim in denied_by}.values(), key=self.plainness)
        return Answer(
            value,
            tuple(claim.id for claim in gathered),
            tuple(sorted({claim.account for claim in gathered})),
            self.origins(gathered),
            tuple(claim.id for claim in denials),
        )

    def plainness(self, claim: Claim) -> tuple[object, ...]:
        """A key that puts the plainest statement first: firm, in few mouths, with its place, most of its sentence."""
        inside = any(claim.start <= place.start < claim.end for place in claim.places)
        share = len(claim.text) / max(1, len(self.sentence(claim)))
        return (
            -claim.factuality.certainty, len(claim.attribution), not inside, share < MAIN,
            not (claim.actors or claim.figures), claim.account, claim.start, claim.id,
        )  # fmt: skip

    def dispute(
        self,
        kind: DisputeKind,
        question: str,
        event: Event | None,
        answers: Sequence[Answer],
        *,
        weight: float = 1.0,
        places: Sequence[PlaceMention] = (),
        period: Period | None = None,
    ) -> Dispute:
        """The dispute with its silent accounts and its stake.

        ``weight`` is how directly the answers clash, about 0.5 to 2. The stake is the gravity of its kind times that,
        times the logarithm of how many independent origins take part, times how sure it is that all speak of one thing.
        """
        taking_part = {account for answer in answers for account in answer.accounts}
        taking_part |= {self.claims[claim].account for answer in answers for claim in answer.denied_by}
        where = tuple(places) or (event.places if event else ())
        silent, outside = self.silent(where, period or (event.period if event else None), taking_part)
        origins = {origin for answer in answers for origin in answer.origins}
        told = 1 + log2(1 + len(origins)) / 2 + log2(len(taking_part) + 1) / 4
        stake = self.words.gravity[kind.value] * weight * told * self._firmness(event)
        ordered = tuple(sorted(answers, key=lambda answer: (-len(answer.origins), -len(answer.claims), answer.value)))
        claims = sorted(claim for answer in answers for claim in (*answer.claims, *answer.denied_by))
        identifier = f"dispute-{digest(kind.value, question, *claims, length=12)}"
        return Dispute(
            identifier, kind, question, event.id if event else None, ordered, silent, outside, round(stake, 3)
        )

    @staticmethod
    def _firmness(event: Event | None) -> float:
        """How sure it is that the claims under a question speak of one thing, from ``STANDING`` to 1.

        The mean probability of the bonds between accounts; a question of many events or of a state is the least sure.
        """
        if event is None or event.kind is not EventKind.EVENT:
            return STANDING
        across = [bond.probability for bond in event.bonds]
        if not across:
            return 1.0
        return STANDING + (1 - STANDING) * sum(across) / len(across)

    def silent(
        self, places: Sequence[PlaceMention], period: Period | None, taking_part: Iterable[str]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Accounts that could have spoken and do not, and those that could not.

        An account could have spoken where it was published on or after the first day and tells of the same place
        within ``NEAR_DAYS`` of the days.
        """
        wanted = {place.place for place in places if place.precision is not PlacePrecision.COUNTRY}
        start = period.start.toordinal() if period and period.start else None
        end = period.end.toordinal() if period and period.end else None
        could: set[str] = set()
        for place in wanted:
            for account, first, last in self._tellings.get(place, ()):
                late = start is not None and last is not None and last < start - NEAR_DAYS
                early = end is not None and first is not None and first > end + NEAR_DAYS
                if not late and not early and self._published_since(account, start):
                    could.add(account)
        present = set(taking_part)
        silent = could - present
        return tuple(sorted(silent)), tuple(sorted(set(self.accounts) - present - silent))

    def passing_over(self, event: Event) -> tuple[str, ...]:
        """Accounts that say nothing of ``event`` though they tell of its surroundings and of days around it.

        An account does so where what it tells of places within ``SURROUNDINGS`` begins no more than ``NEAR_DAYS`` after
        the event and ends no more than that before it: news of those days, or a longer account that spans them.
        """
        start = event.period.start.toordinal() if event.period and event.period.start else None
        if start is None:
            return ()
        spots = [place for place in event.places if place.precision not in COARSE]
        near = {place.place for spot in spots for place in self.places.values() if self._beside(spot, place)}
        spans: dict[str, tuple[int, int]] = {}
        for place in near:
            for account, first, last in self._tellings.get(place, ()):
                low, high = first if first is not None else last, last if last is not None else first
                if low is not None and high is not None and high - low <= WEEKS:
                    least, most = spans.get(account, (low, high))
                    spans[account] = min(least, low), max(most, high)
        return tuple(
            sorted(
                account
                for account, (first, last) in spans.items()
                if account not in event.accounts
                and first - NEAR_DAYS <= start <= last + NEAR_DAYS
                and self._published_since(account, start)
            )
        )

    def close(self, one: Event, two: Event) -> bool:
        """Whether some town or site of one event lies in the ``SURROUNDINGS`` of one of the other."""
        spots = [[place for place in event.places if place.precision not in COARSE] for event in (one, two)]
        return any(self._beside(left, right) for left in spots[0] for right in spots[1])

    @staticmethod
    def _beside(one: PlaceMention, two: PlaceMention) -> bool:
        away = kilometres(one, two)
        return one.place == two.place or (away is not None and away <= SURROUNDINGS)

    def _published_since(self, account: str, start: int | None) -> bool:
        published = self.accounts[account].published
        return start is None or published.end is None or published.end.toordinal() >= start

    @cached_property
    def _of_account(self) -> dict[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(self.claims.values(), key=lambda claim: (claim.start, claim.end, claim.id)):
            found[claim.account].append(claim)
        return found

    @cached_property
    def _denials(self) -> dict[str, list[Claim]]:
        denying = (REJECTIONS, *VIOLENT)
        return {
            account: [
                claim
                for claim in told
                if claim.kind is Kind.EVENT
                and claim.type in denying
                and (claim.rule.startswith(REJECTED) if claim.type == REJECTIONS else claim.factuality.polarity < 0)
            ]
            for account, told in self._of_account.items()
        }

    @cached_property
    def _event_of(self) -> dict[str, Event]:
        return {claim: event for event in self.linked.events for claim in event.claims}

    @cached_property
    def _tellings(self) -> dict[str, list[tuple[str, int | None, int | None]]]:
        """For each place, the accounts that tell of something there, with first and last day."""
        found: dict[str, set[tuple[str, int | None, int | None]]] = defaultdict(set)
        for event in self.linked.events:
            first = event.period.start.toordinal() if event.period and event.period.start else None
            last = event.period.end.toordinal() if event.period and event.period.end else None
            if last is not None and first is None:
                first = last - NEAR_DAYS
            for place in event.places:
                for account in event.accounts:
                    found[place.place].add((account, first, last))
        return {place: sorted(entries, key=str) for place, entries in found.items()}

    @cached_property
    def places(self) -> dict[str, PlaceMention]:
        """For each place of the case one mention of it, the first by account and position."""
        found: dict[str, PlaceMention] = {}
        for account in sorted(self._of_account):
            for claim in self._of_account[account]:
                for place in claim.likely_places:
                    found.setdefault(place.place, place)
        return found

    def same_actor(self, left: str, right: str) -> bool:
        """Whether two actors answer "who" alike: the same, one part of the other, of one state, or of one side."""
        return self.kinship.kin(left, right) >= Kin.SIDE
