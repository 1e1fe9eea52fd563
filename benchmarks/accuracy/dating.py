"""Date of publication (``fakes``): is the printed one found, and do the bounds inferred without it hold the true day?

The true day is ``date_in_text``. For the second question the text is cut after its printed date, so that only what
it tells is left; a text that gives no bound counts for neither side.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from benchmarks.accuracy.rows import Row, lines, scored_file
from testimonia.codebook.codebook import load
from testimonia.ingest.blocks import blocks_of
from testimonia.ingest.datelines import date_reader
from testimonia.ingest.dating import date_by_evidence
from testimonia.ingest.furniture import furniture_of
from testimonia.ingest.metadata import describe
from testimonia.ingest.sections import lay_out

SET = "fakes"
_HEAD = 300  # characters in which the printed date stands, with some to spare


def score(folder: Path) -> list[Row]:
    """Shares of printed dates found and right, and of texts with an earliest or latest day, and of those that hold."""
    codebook = load()
    furniture, dates = furniture_of(codebook), date_reader(codebook)
    records = [record for record in lines(scored_file(folder, "docs")) if record.get("date_in_text")]
    found = right = earliest = earliest_holds = latest = latest_holds = 0
    for record in records:
        text, true = record["text"], date.fromisoformat(record["date_in_text"])
        printed = describe(text, lay_out(text, furniture), 0, furniture, dates).published
        found += printed is not None
        right += printed is not None and printed.start == true == printed.end
        cut = furniture.date.search(text, 0, _HEAD)
        rest = text[cut.end() :] if cut else text
        period = date_by_evidence(rest, blocks_of(rest), codebook).period
        if period.start:
            earliest += 1
            earliest_holds += period.start <= true
        if period.end:
            latest += 1
            latest_holds += true <= period.end
    total = len(records)
    return [
        Row(SET, "printed date: found", found / total, None, total),
        Row(SET, "printed date: right where found", right / max(found, 1), None, found),
        Row(SET, "earliest day inferred", earliest / total, None, total),
        Row(SET, "earliest day inferred: holds", earliest_holds / max(earliest, 1), None, earliest),
        Row(SET, "latest day inferred", latest / total, None, total),
        Row(SET, "latest day inferred: holds", latest_holds / max(latest, 1), None, latest),
    ]
