"""Prints how much of the gold of each example corpus is read: ``python -m tests.examples [--misses] [NAME ...]``."""

from __future__ import annotations

import sys

from testimonia.read.reader import read
from tests.examples.corpora import corpora
from tests.examples.scoring import read_gold, score


def main(arguments: list[str]) -> None:
    """One table a corpus; with ``--misses`` a line for each item that was not read whole."""
    names = [argument for argument in arguments if not argument.startswith("-")]
    for found in corpora():
        if names and found.name not in names:
            continue
        codebook, documents = found.codebook(), found.documents()
        claims = {name: read(document, codebook) for name, document in documents.items()}
        texts = {name: document.text for name, document in documents.items()}
        result = score(read_gold(found.gold), claims, texts)
        print(f"{found.name}: {sum(map(len, claims.values()))} claims", *result.lines(), sep="\n")
        if "--misses" in arguments:
            for item, why in result.misses:
                print(item.doc, " ".join(item.anchor.split())[:90], why, sep=" | ")


if __name__ == "__main__":
    main(sys.argv[1:])
