"""Periods and figures alone, on plain text written for the purpose."""

from __future__ import annotations

from datetime import date

from benchmarks.speed.clock import Speed, rate
from testimonia.read import figures, periods

_PARAGRAPH = """
Shells fell on the old town on Friday, killing at least 14 people, including three children, and wounding dozens more,
medics at the field hospital said. The mayor, who has not left his office since early March, told reporters that some
4,000 residents had fled in the past two weeks and that no more than two of the nine bakeries were still open. The army
denied that its guns had fired on the quarter and blamed militants dug in along the river. A truce agreed on 12 May 2014
was to have held until the end of the month. It broke down within hours, and by the following day both sides had brought
up more than twenty tanks. Aid workers who tried to reach the northern suburbs were turned back at a checkpoint. Nobody
could say last night when the road would open again, or who would clear the mines that lie beside it.
""".replace("\n", " ")


def measure() -> list[Speed]:
    """Words a second of each finder over 200 copies of a paragraph."""
    text = _PARAGRAPH * 200
    words = len(text.split())
    return [
        Speed("periods", rate(lambda: periods.find(text, date(2014, 6, 3)), words), 100_000),
        Speed("periods as TIMEX3", rate(lambda: periods.timex(text, date(2014, 6, 3)), words), None),
        Speed("figures", rate(lambda: figures.find(text), words), 100_000),
    ]
