"""Draws claims at random from the articles of a FA-KES folder, for judging by hand, field by field.

``python scripts/draw_claims.py FOLDER [--number 200] [--seed 1]`` prints one claim after another: the sentence with
the claim's words in brackets, then its fields. Articles are drawn first, two claims of each, so that long ones do not
dominate. The verdicts go into ``docs/evaluation/precision.csv`` with the ids alone; texts stay where they are.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from benchmarks.accuracy.corpora import book, document

from testimonia.model.claim import ActorMention, Claim
from testimonia.read.reader import read

_EACH = 2
_AROUND = 160  # characters shown on either side


def main() -> None:
    """Reads the arguments, draws and prints."""
    parser = argparse.ArgumentParser(description="Draw claims for judging by hand.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rows = [json.loads(line) for line in (asked.folder / "docs.jsonl").read_text(encoding="utf-8").splitlines()]
    chance = random.Random(asked.seed)
    chance.shuffle(rows)
    drawn = 0
    for row in rows:
        told = document(row["id"], row["text"], outlet=row["outlet"], published=row["date_in_text"])
        claims = read(told, book())
        for claim in chance.sample(claims, min(_EACH, len(claims))):
            drawn += 1
            print(shown(drawn, claim, told.text))
            if drawn == asked.number:
                return


def shown(number: int, claim: Claim, text: str) -> str:
    """A claim with its surroundings and all fields that are to be judged."""
    before, after = text[max(0, claim.start - _AROUND) : claim.start], text[claim.end : claim.end + _AROUND]
    period = claim.period and f"{claim.period.start}..{claim.period.end}"
    figures = [f"{f.low:g}" if f.low == f.high and f.low is not None else f"{f.low}-{f.high}" for f in claim.figures]
    chain = " > ".join(f"{link.name} [{link.cue}] {link.factuality.value}" for link in claim.attribution[1:])
    word = claim.trigger and claim.trigger.text
    condition = claim.condition and claim.condition.text
    counts = [f"{n} {f.unit.value}" for n, f in zip(figures, claim.figures, strict=True)]
    lines = (
        f"#{number} {claim.document} {claim.id}",
        f"...{before}[[{claim.text}]]{after}...",
        f"{claim.kind.value} {claim.type} mode={claim.mode} acled={claim.acled} word={word}",
        f"who={_named(claim.actors)} whom={_named(claim.recipients)}",
        f"where={[f'{p.name} ({p.precision.value})' for p in claim.places]} when={period}",
        f"figures={counts} is={claim.factuality.value} {claim.tense.value} if={condition}",
        f"on the word of: {chain or 'the account'}",
    )
    return "\n  ".join(lines)


def _named(mentions: tuple[ActorMention, ...]) -> list[str]:
    return [
        mention.name if mention.name == mention.text else f"{mention.name} ({mention.text})" for mention in mentions
    ]


if __name__ == "__main__":
    main()
