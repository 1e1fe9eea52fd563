"""Gathers the words of ``casing_counted.yaml``: python -m benchmarks.training.casing SETS, the folder of the sets.

Counts how often a word stands in small letters, with a capital, or in capitals, elsewhere than at the head of a
sentence, in part ``train`` of UDS-IH2 (CC BY-SA 4.0) and MEANTIME (CC BY 4.0) and in the articles' texts of FA-KES
(CC BY 4.0). No other set is read. A word is listed as small where it stands so in one of
four cases at least, else as it stands in two of three.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy.rows import lines
from testimonia.codebook.codebook import built_in

_WORD = re.compile(r"[^\W\d_]+")
_START = re.compile(r"(?:^|[.!?:;\"“”\n]|--)\W*$")
HEAD = """\
# How words are written elsewhere than at the head of a sentence: what a text all in capitals cannot show.
#
# Counted by benchmarks/training/casing.py; single words, no texts. Passed on under CC BY-SA 4.0: see
# casing_counted.licence.txt. `small`: in small letters; `names`: with a capital; `capitals`: in capitals.
"""


def texts(sets: Path) -> Iterator[str]:
    """The running texts that may be counted."""
    for name in ("uds_ih2", "meantime"):
        yield from (r["text"] for r in lines(sets / "factuality" / f"{name}.jsonl") if r["part"] == "train")
    yield from (r["text"] for r in lines(sets / "fakes" / "docs.jsonl"))


def counts(found: Iterator[str]) -> dict[str, Counter[str]]:
    """How often each word, folded, is written "small", as "names" are, and in "capitals"."""
    result: dict[str, Counter[str]] = defaultdict(Counter)
    for text in found:
        for sentence in text.split("\n"):
            words = list(_WORD.finditer(sentence))
            titled = sum(w.group()[0].isupper() for w in words)
            if titled > 0.6 * len(words):
                continue  # a headline, where every word has a capital
            for word in words:
                written = word.group()
                if _START.search(sentence[: word.start()]):
                    continue
                way = (
                    "small" if written.islower() else "capitals" if written.isupper() and len(written) > 1 else "names"
                )
                result[written.casefold()][way] += 1
    return result


def listed(found: dict[str, Counter[str]]) -> dict[str, list[str]]:
    """The words by how they are written, in order of the alphabet."""
    result: dict[str, list[str]] = {"small": [], "names": [], "capitals": []}
    for word, ways in sorted(found.items()):
        if len(word) < 2 or not word.isascii():
            continue
        told = sum(ways.values())
        if 4 * ways["small"] >= told:
            result["small"].append(word)
            continue
        way, most = ways.most_common(1)[0]
        if way != "small" and most >= 3 and 3 * most >= 2 * told:
            result[way].append(word)
    return result


def main(sets: Path) -> None:
    """Writes the lists into the English codebook."""
    target = built_in("english") / "casing_counted.yaml"
    found = listed(counts(texts(sets)))
    with target.open("w", encoding="utf-8") as stream:
        stream.write(HEAD)
        for way, words in found.items():
            stream.write(f"{way}: >-\n")
            line = " "
            for word in words:
                if len(line) + len(word) > 150:
                    stream.write(line + "\n")
                    line = " "
                line += f" {word}"
            stream.write(line + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
