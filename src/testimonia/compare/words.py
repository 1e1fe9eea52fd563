"""The words that comparing goes by: questions, names of happenings, what is grave - all in ``comparing.yaml``."""

from __future__ import annotations

from testimonia.codebook import Codebook
from testimonia.codebook.schema import Entry, Words


class Topic(Entry):
    """Something that blame is laid for, known by the beginnings of its words."""

    name: str
    words: Words


class Deed(Entry):
    """A deed in a question: ``do`` after "did", ``noun`` after "was there"; ``to`` leads to whom, ``at`` to where."""

    do: str
    noun: str
    to: str = ""
    of: bool = False
    at: str = "in"


class DeedOf(Deed):
    """A deed known by the beginnings of trigger words."""

    begins: Words


class PartOfDay(Entry):
    """A part of the day known by the beginnings of words; ``first`` and ``last`` are full hours, past 24 by night."""

    name: str
    first: int
    last: int
    words: Words


class Disaster(Entry):
    """A kind of thing that is lost to an attack or an accident: known by ``things``, attacked by words or sub-events.

    ``asked`` stands in the question, ``attack`` and ``accident`` are the two answers.
    """

    asked: str
    attack: str
    accident: str
    things: Words
    attacked: Words
    attacks: Words = ()


class ComparingWords(Entry):
    """``comparing.yaml``."""

    questions: dict[str, str]
    deeds: dict[str, Deed]
    deeds_by_trigger: tuple[DeedOf, ...]
    default_deed: Deed
    objects: dict[str, str]
    contradicted: str
    untrue: str
    either: str
    the: str
    disasters: tuple[Disaster, ...]
    several: Words
    fates: dict[str, str]
    dying: Words
    sole_persons: Words
    ground: dict[str, str]
    advancing: Words
    beaten_back: Words
    pronouns: Words
    with_article: Words
    happenings: dict[str, str]
    triggers: dict[str, str]
    default_happening: str
    units: dict[str, str]
    counted: dict[str, str]
    gravity: dict[str, float]
    incomplete: Words
    ended: Words
    hypothetical: Words
    statuses: dict[str, str]
    encirclement: dict[str, str]
    flow: Words
    flow_types: Words
    falling: Words
    growing: Words
    mostly: Words
    aims: Words
    other_than: Words
    population: Words
    not_population: Words
    parts_of_place: Words
    former: Words
    once: str
    topics: tuple[Topic, ...]
    blame_types: Words
    refusal_types: Words
    breaking: Words
    breaking_types: Words
    one_sided: Words
    outcomes: Words
    two_sided: Words
    mutual: Words
    habitual: Words
    campaigns: Words
    of_many_fronts: Words
    either_of: Words
    held_by: Words
    general_denials: Words
    one_deed: Words
    cumulative: Words
    updating: Words
    so_far: Words
    seen_bodies: Words
    many_deeds: Words
    long_sums: Words
    of_many: Words
    contrast: Words
    lower_or_higher: Words
    further: Words
    and_further: Words
    elsewhere: Words
    also: Words
    brokered: Words
    all_sides: Words
    regions: Words
    target_ends: Words
    beating_back: Words
    unclear: Words
    outdated: Words
    denying: Words
    negations: Words
    using: Words
    effects: Words
    deadly: Words
    hurt: Words
    dead_and_hurt: Words
    kills_and_hurts: Words
    shared_out: Words
    crossfire: Words
    vague_kinds: Words
    hit: dict[str, str]
    armed: Words
    civil: Words
    civil_sites: Words
    means: tuple[dict[str, Words], ...]
    together: str
    hours: tuple[PartOfDay, ...]
    clock: dict[str, int]
    clock_leads: Words
    clock_bounds: Words
    clock_zones: Words
    accusations: Words
    reports: Words
    utterances: Words
    hostile: Words
    friendly: Words
    common_victims: Words
    adding_victims: Words

    def named(self, name: str) -> str:
        """``name`` as it stands in a sentence: with its article where it is made of a common noun."""
        words = name.casefold().split()
        if len(words) > 1 and words[0] != "the" and any(word in self.with_article for word in words):
            return f"the {name}"
        return name

    def question(self, name: str, **parts: str) -> str:
        """The question ``name`` with its parts filled in; parts not given vanish."""
        given = {"what": "", "where": "", "when": "", "who": "", "whom": "", "counted": "", "done": "", **parts}
        return " ".join(self.questions[name].format(**given).split())


def comparing_words(codebook: Codebook) -> ComparingWords:
    """The codebook's ``comparing.yaml``. Raises ``CodebookError`` where it is missing or breaks its schema."""
    return codebook.lexicon("comparing", ComparingWords)


def begins_any(text: str, beginnings: Words) -> bool:
    """Whether some word of ``text`` begins with one of ``beginnings``, a phrase where one has spaces."""
    folded = f" {text.casefold()}"
    return any(f" {beginning}" in folded for beginning in beginnings)
