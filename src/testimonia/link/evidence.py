"""What speaks for and against two mentions being of one happening, feature by feature, in bits.

Each feature of a pair falls into one level, and a level has a weight, the log2 of its Bayes factor (Fellegi and
Sunter 1969); weights add up with the prior to the log2 odds. What always holds: ``weigh(a, b)`` gives what
``weigh(b, a)`` gives, and every weight that was used stands among the reasons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from testimonia.codebook import Codebook
from testimonia.link import undated
from testimonia.link.clusters import Edge
from testimonia.link.figures import Victim, interval_relation, is_part, victim_class
from testimonia.link.kinship import Kin, Kinship
from testimonia.link.mentions import Mention
from testimonia.link.whereabouts import Whereabouts
from testimonia.link.words import LinkingWords
from testimonia.model.event import Bond, Reason

# How much numbers that clash still count against two tellings of one site in one week.
ONE_SITE = 0.3
# Differences that one voice of one account does not leave between two tellings of one happening.
_SELF_CONTRADICTION = frozenset({"actor_unlike", "toll_clash", "toll_far", "toll_near"})
# One piece of evidence this heavy against a pair settles it.
VETO = -6.0
# A place or day that a claim takes over from its surroundings tells this share of what one said with it tells.
BORROWED = 0.6
# A place is common where this share of a case's mentions, and this many, name it.
COMMON = 0.06
LEAST_COMMON = 40
# Days by which a report without a day of its own may reach back beyond the span that is assumed for it.
ASSUMED = 14
# The first characters of what an account claims: its headline and lead.
LEAD = 450
# Relations of two numbers that are one.
EQUAL = ("equal", "equal_rare", "equal_small")
# Levels of days that leave worth asking what is known of them without a year.
OPEN_DAYS = ("days_open", "days_month", "days_wide")


@dataclass(frozen=True, slots=True)
class Level:
    """The level ``name`` that ``feature`` of a pair falls into; ``strength`` under 1 where the evidence is borrowed."""

    feature: str
    name: str
    detail: str
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Weighing:
    """``bits`` are log2 odds that two mentions are of one happening; ``veto`` that one feature alone forbids it."""

    bits: float
    veto: bool
    reasons: tuple[Reason, ...]

    @property
    def probability(self) -> float:
        """The odds as a probability."""
        odds: float = 2.0 ** max(-60.0, min(60.0, self.bits))
        return odds / (1.0 + odds)

    def bond(self, left: str, right: str) -> Bond:
        """The bond between two claims, ids in order."""
        first, second = sorted((left, right))
        return Bond(first, second, round(self.probability, 4), self.reasons)


class Scales:
    """Weighs pairs of mentions. Of the case it knows only which places are named so often that they say little."""

    def __init__(self, words: LinkingWords, kinship: Kinship, codebook: Codebook, mentions: Iterable[Mention]) -> None:
        self._across = words.weights["across"]
        self._within = words.weights["within"]
        self._words = words
        self._vague, self._rare = frozenset(words.vague_modes), frozenset(words.rare_modes)
        self._kinship = kinship
        mentions = list(mentions)
        self._common = _common(mentions)
        self._where = Whereabouts(words, codebook, self._across, self._common)
        # One account tells a happening over many sentences, and what others tell of the town changes nothing there.
        self._where_within = Whereabouts(words, codebook, self._across, frozenset())
        self._kin: dict[tuple[frozenset[str], frozenset[str]], Kin | None] = {}

    def common_in(self, mention: Mention) -> frozenset[str]:
        """The places of ``mention`` that the case names so often that to share one with another account says little."""
        return self._common.intersection([spot.place for spot in mention.spots])

    def weigh(self, left: Mention, right: Mention) -> Weighing:
        """The evidence on whether ``left`` and ``right`` tell of one happening."""
        weights = self._within if left.claim.account == right.claim.account else self._across
        reasons = tuple(
            Reason(level.feature, level.detail, round(weights.get(level.name, 0.0) * level.strength, 3))
            for level in self.levels(left, right)
        )
        bits = weights["prior"] + sum(reason.weight for reason in reasons)
        return Weighing(bits, any(reason.weight <= VETO for reason in reasons), reasons)

    def edge(self, left: Mention, right: Mention) -> Edge:
        """The evidence without its reasons, for comparing many pairs quickly."""
        weights = self._within if left.claim.account == right.claim.account else self._across
        bits, veto = weights["prior"], False
        for _, name, _, strength in self._found(left, right):
            weight = weights.get(name, 0.0) * strength
            bits += weight
            veto = veto or weight <= VETO
        return Edge(bits, veto)

    def levels(self, left: Mention, right: Mention) -> list[Level]:
        """The level that each feature of the pair falls into; features that cannot be compared are left out."""
        return [Level(*found) for found in self._found(left, right)]

    def _found(self, left: Mention, right: Mention) -> Iterator[tuple[str, str, str, float]]:
        """Feature, level, detail and strength of all that can be compared."""
        if right.id < left.id:
            left, right = right, left
        alone = one_voice(left, right)
        place, where = self._places(left, right)
        days = self._days(left, right)
        toll = self._toll(left, right)
        # What is told of one site within a week is one happening, however far apart the numbers.
        one_site = (
            place == "place_fine" and days[0] in ("day_same", "days_week") and not (left.borrowed or right.borrowed)
        )
        for feature, (name, detail) in (
            ("type", self._type(left, right)),
            ("mode", self._mode(left, right)),
            ("days", days),
            ("day without a year", _undated(left, right) if days[0] in OPEN_DAYS else ("", "")),
            ("actors", self._actors(left.actors, right.actors, "actor")),
            ("recipients", self._actors(left.recipients, right.recipients, "recipient")),
            ("toll", toll),
            ("wording", self._wording(left, right)),
            ("standing in the text", self._standing(left, right)),
            ("what the account opens with", self._lead(left, right)),
        ):
            if name:
                own = alone and name in _SELF_CONTRADICTION
                strength = ONE_SITE if one_site and name in ("toll_clash", "toll_far") and not own else 1.0
                yield feature, f"{name}_one_voice" if own else name, detail, strength
        if left.borrowed or right.borrowed:
            yield "place", "place_off" if place == "place_far" else place, where, BORROWED
        else:
            yield "place", place, where, 1.0

    def _type(self, left: Mention, right: Mention) -> tuple[str, str]:
        if left.claim.kind is not right.claim.kind:
            return "", ""
        if left.claim.type == right.claim.type:
            return "type_same", left.claim.type
        return "type_family", f"{left.claim.type} and {right.claim.type}"

    def _mode(self, left: Mention, right: Mention) -> tuple[str, str]:
        if not left.modes or not right.modes:
            return "", ""
        told = [modes - self._vague or modes for modes in (left.modes, right.modes)]
        shared = told[0] & told[1]
        if shared:
            return "mode_rare" if shared & self._rare else "mode_same", ", ".join(sorted(shared))
        if any(modes <= self._vague for modes in told):
            return "", ""
        return "mode_differs", " and ".join(sorted(", ".join(sorted(modes)) for modes in told))

    def _places(self, left: Mention, right: Mention) -> tuple[str, str]:
        where = self._where_within if left.claim.account == right.claim.account else self._where
        return where.level(left.spots, right.spots)

    def _days(self, left: Mention, right: Mention) -> tuple[str, str]:
        gap = days_between(left, right)
        if gap is None:
            return "days_open", "the days of one of them are not known"
        widths = (left.width, right.width)
        if gap > 0:
            slack = 1 if left.exact and right.exact else 0
            if gap == 1:
                return "day_next", "a day apart"
            if left.exact and right.exact and left.claim.account == right.claim.account and gap > 1:
                return "day_other", f"two days that one account gives, {gap} days apart"
            if gap == 2:
                return "day_second", "two days apart"
            if gap <= ASSUMED and not (left.exact and right.exact):
                return "day_beyond", f"{gap} days apart, where one of them gives no day of its own"
            return "day_far", f"{gap - slack} days apart"
        wide = max((width for width in widths if width is not None), default=None)
        if wide is None or None in widths:
            return "days_open", "the days of one of them are open"
        if wide <= 2:
            return "day_same", "the same day"
        if wide <= 10:
            return "days_week", "days that overlap within a week"
        return ("days_month" if wide <= 45 else "days_wide"), f"days that overlap within {wide} days"

    def _actors(self, left: frozenset[str], right: frozenset[str], role: str) -> tuple[str, str]:
        if not left or not right:
            return "", ""
        if (left, right) not in self._kin:
            self._kin[left, right] = self._kinship.nearest(left, right)
        kin = self._kin[left, right]
        if kin is None or kin is Kin.UNKNOWN:
            return "", ""
        level = {Kin.SAME: "same", Kin.PART: "kin", Kin.STATE: "kin", Kin.SIDE: "side", Kin.UNLIKE: "unlike"}[kin]
        return f"{role}_{level}", f"{', '.join(sorted(left))}; {', '.join(sorted(right))}"

    def _toll(self, left: Mention, right: Mention) -> tuple[str, str]:
        best: tuple[str, str] | None = None
        own = left.claim.account == right.claim.account
        for one in left.figures:
            for two in right.figures:
                if one.unit is not two.unit:
                    continue
                if own and is_part(one, self._words) is not is_part(two, self._words):
                    continue  # some of the dead are not told apart from all of them
                whole = victim_class(one, self._words), victim_class(two, self._words)
                if whole[0] != whole[1] and Victim.FIGHTERS in whole:
                    continue
                relation = interval_relation(one, two)
                if whole[0] != whole[1] and relation not in ("equal", "equal_rare"):
                    continue
                if relation not in EQUAL and not self._words.family_of_unit(one.unit.value):
                    continue  # people of whom it is not told what befell them may be others each time
                level = "toll_" + relation
                if best is None or self._across.get(level, 0.0) > self._across.get(best[0], 0.0):
                    best = level, f"{one.text}; {two.text}"
        return best or ("", "")

    def _wording(self, left: Mention, right: Mention) -> tuple[str, str]:
        if not left.words or not right.words:
            return "", ""
        # Every word weighs alike: weighing them by their rarity in the case measured no better, and would have made
        # the evidence on a pair rest on all other documents.
        shared = left.words & right.words
        share = len(shared) / min(len(left.words), len(right.words))
        level = "none"
        for name, least in (("most", 0.75), ("much", 0.5), ("some", 0.3), ("few", 0.12)):
            if share >= least and (name == "few" or len(shared) >= 2):
                level = name
                break
        return f"words_{level}", ", ".join(sorted(shared, key=lambda word: (-len(word), word))[:5])

    def _standing(self, left: Mention, right: Mention) -> tuple[str, str]:
        if left.claim.account != right.claim.account:
            return "", ""
        if {(figure.start, figure.end) for figure in left.figures} & {(f.start, f.end) for f in right.figures}:
            return "figure_same", "the same figure in the same words"
        if left.claim.start < right.claim.end and right.claim.start < left.claim.end:
            return "words_shared", "words that both are read from"
        gap = max(left.claim.start, right.claim.start) - min(left.claim.end, right.claim.end)
        if gap <= 250:
            return "sentence_near", "nearby sentences"
        return ("paragraph_near", "nearby paragraphs") if gap <= 900 else ("account_far", "far apart in one account")

    def _lead(self, left: Mention, right: Mention) -> tuple[str, str]:
        if left.depth <= LEAD and right.depth <= LEAD:
            return "lead_both", "both"
        return ("lead_one", "one of them") if left.depth <= LEAD or right.depth <= LEAD else ("", "")


def _undated(left: Mention, right: Mention) -> tuple[str, str]:
    """What is known of two mentions' days where their years are not."""
    known = [
        date.fromordinal(m.start) if m.exact and m.start is not None and m.start == m.end else None
        for m in (left, right)
    ]
    return undated.compared((left.weekdays, left.dates, known[0]), (right.weekdays, right.dates, known[1]))


def one_voice(left: Mention, right: Mention) -> bool:
    """Whether both are told by one account on the word of one source."""
    one, two = left.claim, right.claim
    return one.account == two.account and one.source.source == two.source.source


def days_between(left: Mention, right: Mention) -> int | None:
    """Days between the periods, 0 where they overlap or may, ``None`` where one has no bound at all."""
    if (left.start is None and left.end is None) or (right.start is None and right.end is None):
        return None
    gap = 0
    if left.start is not None and right.end is not None:
        gap = max(gap, left.start - right.end)
    if right.start is not None and left.end is not None:
        gap = max(gap, right.start - left.end)
    return gap


def _common(mentions: Sequence[Mention]) -> frozenset[str]:
    """Places that so many mentions of the case name that to share one says little."""
    counts = Counter(place for mention in mentions for place in {spot.place for spot in mention.spots})
    least = max(LEAST_COMMON, COMMON * len(mentions))
    return frozenset(place for place, count in counts.items() if count >= least)
