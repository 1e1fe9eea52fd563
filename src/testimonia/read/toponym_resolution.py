"""What names at given spans mean: for spans that a person or another program has marked.

What always holds: one answer a span, in the order given; a name that nobody lists borrows the place of its longest
listed part or of the nearest listed name, and is then no more than in the vicinity of it.
"""

from __future__ import annotations

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read.known_places import Candidate, KnownPlaces, known_places
from testimonia.read.place_choice import choose
from testimonia.read.place_words import WordSets, word_sets
from testimonia.read.toponym_fold import fold
from testimonia.read.toponym_spans import Naming, namings, words_of

_COARSE = frozenset(("state", "region1", "continent", "landscape"))


def resolved(spans: list[tuple[int, int]], text: str, codebook: Codebook | None) -> list[PlaceMention | None]:
    """See ``places.resolve``."""
    from testimonia.read.places import _parents, toponyms

    known, sets = known_places(codebook), word_sets(codebook)
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    written = []
    for index in order:
        start, end = spans[index]
        name = text[start:end]
        candidates, _ = candidates_of(name, known, sets)
        written.append(Naming(start, end, name, 0, 1, candidates))
    context = [
        Naming(t.start, t.end, t.text, 0, 1, t.candidates)
        for t in toponyms(text, codebook)
        if t.candidates and not any(n.start < t.end and t.start < n.end for n in written)
    ]
    given = {(n.start, n.end) for n in written}
    everything = sorted([*written, *context], key=lambda n: n.start)
    chosen = choose([(fold(n.text), n.candidates) for n in everything], _parents(text, everything), known.countries)
    chosen = [place for n, place in zip(everything, chosen, strict=True) if (n.start, n.end) in given]
    answers: list[PlaceMention | None] = [None] * len(spans)
    for at, index in enumerate(order):
        place, own = chosen[at], True
        if place is None:
            place, own = _nearest(at, written, chosen), False
        if place is not None:
            naming = written[at]
            answers[index] = PlaceMention(
                place.id, place.name, place.latitude, place.longitude,
                place.precision if own else PlacePrecision.VICINITY, naming.text, naming.start, naming.end,
            )  # fmt: skip
    return answers


def candidates_of(name: str, known: KnownPlaces, sets: WordSets) -> tuple[tuple[Candidate, ...], bool]:
    """Candidates for a whole name, else for what is left without directions and heads; whether it was the whole."""
    clean = name.strip().removesuffix("'s").removesuffix("’s").strip()
    if found := known.abbreviated(clean) or known.abbreviated(f"{clean}."):
        return found, True
    if found := known.named(clean) or known.named(clean.removeprefix("the ").removeprefix("The ")):
        return found, True
    if found := known.spelt_like(clean):
        return found, True
    if found := known.inhabitants(clean):
        return found, True
    words = clean.split()
    while len(words) > 1:
        if words[0].casefold() in sets.lists.directions:
            words = words[1:]
        elif words[-1].casefold() in sets.heads:
            words = words[:-1]
        else:
            break
        if found := known.named(" ".join(words)):
            return found, False
    parts = namings(name, words_of(name), known, sets)
    if parts and words:
        best = max(parts, key=lambda p: p.end - p.start)
        if len(best.text) >= 0.5 * len(name) or any(c.kind in _COARSE for c in best.candidates):
            return best.candidates, False
    return (), False


def _nearest(at: int, written: list[Naming], chosen: list[Candidate | None]) -> Candidate | None:
    """The place of the nearest name, towns before regions and countries, those before it before those after."""
    ranked = []
    for other, place in enumerate(chosen):
        if place is None or place.point is None:
            continue
        gap = written[at].start - written[other].end if other < at else (written[other].start - written[at].end) * 1.5
        coarse = {"state": 1500.0, "continent": 3000.0, "region1": 600.0}.get(place.kind, 0.0)
        ranked.append((gap + coarse, other))
    return chosen[min(ranked)[1]] if ranked else None
