"""Every probe of tests/probes/attribution.yaml: the chain over the trigger, and how firmly its last source speaks."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from testimonia.codebook.codebook import load
from testimonia.read import attribution, factuality
from testimonia.read.attribution_chain import chain_at
from testimonia.read.grammar import parse
from testimonia.read.transcript import plain

_FILE = Path(__file__).parents[1] / "probes" / "attribution.yaml"
PROBES = [
    pytest.param(*probe, id=f"{phenomenon}: {probe[0]} [{probe[1]}]")
    for phenomenon, probes in yaml.safe_load(_FILE.read_text(encoding="utf-8")).items()
    for probe in probes
]


def read(text: str, trigger: str) -> tuple[factuality.Reading, list[str]]:
    codebook = load(base=("english",))
    transcript = plain(text)
    doc = parse(transcript)
    found = attribution.find(doc, [(p.start, p.end) for p in transcript.paragraphs], codebook)
    token = next(t for t in doc if t.text == trigger)
    chain = chain_at(found, token.idx, token.idx + len(token))
    names = [transcript.text[a.source[0] : a.source[1]] if a.source else "?" for a in chain]
    return factuality.of(doc, token.i, found, codebook), names


@pytest.mark.parametrize(("text", "trigger", "stance", "chain"), PROBES)
def test_probe(text: str, trigger: str, stance: str, chain: list[Any]) -> None:
    reading, names = read(text, trigger)
    assert names == chain
    assert reading.stance.value in stance.split("|"), reading.why
