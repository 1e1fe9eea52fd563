"""Places alone, on plain and on parsed text written for the purpose; the parse is not counted."""

from __future__ import annotations

from benchmarks.speed.clock import Speed, rate
from testimonia.codebook.codebook import load
from testimonia.read import places
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain

_PARAGRAPH = """
Shells fell on Idlib on Friday and on two villages near Saraqib, medics at the field hospital said. The mayor, who
has not left his office in Maarat al-Numan since early March, told reporters that most residents had fled to Turkey
or to camps in the northern countryside of Aleppo. Moscow denied that its jets had bombed the town, and Ankara
called for a meeting in Geneva. A truce was to have held from Hama to Latakia until the end of the month. It broke
down within hours, and by the following day both sides had brought up tanks. Aid workers who tried to reach Homs
province were turned back. Nobody could say last night when the road from Damascus would open again, or who would
clear the mines beside it, Mr. Haddad said.

"""
_ARTICLES, _LENGTH = 20, 6  # texts, and paragraphs in each: a text is judged as a whole, so its length matters


def measure() -> list[Speed]:
    """Words a second over articles of about 750 words."""
    book = load()
    transcript = plain(_PARAGRAPH * _LENGTH)
    text, doc = transcript.text, parse(transcript)
    words = len(text.split()) * _ARTICLES
    return [
        Speed("places", rate(lambda: [places.find(text, book) for _ in range(_ARTICLES)], words), 20_000),
        Speed(
            "places, parsed", rate(lambda: [places.find(text, book, doc=doc) for _ in range(_ARTICLES)], words), 20_000
        ),
    ]
