"""Reads one sentence and gives back its tokens and attributions, for the tests of certainty."""

from __future__ import annotations

from spacy.tokens import Doc

from testimonia.codebook.codebook import load
from testimonia.read import attribution, factuality
from testimonia.read.attribution_chain import Attribution
from testimonia.read.certainty import certainty
from testimonia.read.factuality_graded import graded
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain


def sentence(text: str, trigger: str) -> tuple[Doc, int, list[Attribution]]:
    """The parse of ``text``, the index of the first word ``trigger``, and who says what."""
    transcript = plain(text)
    doc = parse(transcript)
    found = attribution.find(doc, [(p.start, p.end) for p in transcript.paragraphs], load(base=("english",)))
    return doc, next(t.i for t in doc if t.text == trigger), list(found)


def stance(text: str, trigger: str) -> str:
    """FactBank's value of the innermost source."""
    doc, i, found = sentence(text, trigger)
    return factuality.of(doc, i, found, load(base=("english",))).stance.value


def number(text: str, trigger: str) -> float:
    """The number that the rules alone give."""
    doc, i, found = sentence(text, trigger)
    codebook = load(base=("english",))
    return graded(doc[i], factuality.gather(doc[i], found, codebook), certainty(codebook))
