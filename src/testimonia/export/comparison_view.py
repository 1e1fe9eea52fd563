"""A comparison as people read it: every answer with its accounts, their words, on whose word, how firmly.

What always holds: a voice quotes the document's own text, every count of accounts stands beside that of
independent origins, and the terminal, the page and the JSON show this same view.
"""

from __future__ import annotations

from dataclasses import dataclass

from testimonia.export.voices import Voice


@dataclass(frozen=True, slots=True)
class AnswerView:
    """One answer with the voices that give it and those that deny it; ``camps`` counts its accounts by the user's."""

    value: str
    counted: str
    voices: tuple[Voice, ...]
    denials: tuple[Voice, ...]
    camps: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeView:
    """One question with its answers; ``silent`` and ``out_of_scope`` are labels of accounts."""

    id: str
    kind: str
    question: str
    counted: str
    answers: tuple[AnswerView, ...]
    silent: tuple[str, ...]
    out_of_scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AgreementView:
    """What several accounts say alike, and in which words."""

    id: str
    statement: str
    counted: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class SilenceView:
    """What some accounts could have told and do not."""

    event: str
    statement: str
    silent: tuple[str, ...]
    told_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TollView:
    """The numbers that each source gives for one event and one kind of victim."""

    event: str
    title: str
    counts: str
    interval: str
    sources: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class FramingView:
    """What one account calls one actor, in its own voice and in quotations; ``group`` is its camp, else its outlet."""

    actor: str
    label: str
    words: tuple[tuple[str, int, int, int], ...]
    does: int
    suffers: int
    agentless: int
    group: str = ""


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account as listed before a comparison."""

    id: str
    label: str
    title: str
    author: str
    published: str
    claims: int
    path: str


@dataclass(frozen=True, slots=True)
class RevisionView:
    """A number that the same source or outlet replaced later."""

    event: str
    title: str
    source: str
    statement: str


@dataclass(frozen=True, slots=True)
class PredictionView:
    """What somebody said would come, and in how many later accounts it did or did not."""

    source: str
    label: str
    statement: str
    came: int
    did_not_come: int


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """Everything a comparison shows, in the order in which it is shown."""

    counted: str
    accounts: tuple[AccountView, ...]
    disputes: tuple[DisputeView, ...]
    agreements: tuple[AgreementView, ...]
    silences: tuple[SilenceView, ...]
    tolls: tuple[TollView, ...]
    framings: tuple[FramingView, ...]
    revisions: tuple[RevisionView, ...] = ()
    predictions: tuple[PredictionView, ...] = ()
