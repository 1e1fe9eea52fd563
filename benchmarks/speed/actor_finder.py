"""Actors on a parsed account written for the purpose: naming them, and tying pronouns to them; no parse counted."""

from __future__ import annotations

from benchmarks.speed.clock import Speed, rate
from testimonia.codebook.codebook import load
from testimonia.read import actors, coreference
from testimonia.read.actors import Cast
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain

_PARAGRAPH = """
Russian jets bombed the market on Friday, residents said, and Hezbollah fighters closed the road behind them. The group
said that it had lost nine men. Moscow denied the strike, which its foreign minister called a fabrication, and accused
Ankara and its allies of arming the militias. The rebels - to the surprise of many - kept the bridge. Both sides had
agreed to a truce that the United Nations envoy announced in May. The two met twice. Forces loyal to the general then
shelled the port, and the army brought up tanks that the coalition had given it. Nobody said when the road would open.

"""
_LENGTH = 10  # paragraphs: an account of about 1,000 tokens


def measure() -> list[Speed]:
    """Tokens a second over one parsed account."""
    book = load()
    doc = parse(plain(_PARAGRAPH * _LENGTH))
    return [
        Speed("actors, parsed", rate(lambda: actors.find(doc, book), len(doc)), 20_000),
        Speed("actors and coreference, parsed", rate(lambda: coreference.resolve(Cast(doc, book)), len(doc)), 20_000),
    ]
