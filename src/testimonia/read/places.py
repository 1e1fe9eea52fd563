"""Where: the places that a text names, with what each name means.

What always holds: ``text[m.start:m.end] == m.text`` for every mention, mentions run from left to right and do not
overlap, and the same text and codebook give the same mentions. ``find`` gives places meant as places; ``toponyms``
gives every use of a place's name, its government's, its people's and those inside other names too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import PlaceMention, PlacePrecision
from testimonia.read import place_apposition, place_precision, place_unlisted, toponym_context
from testimonia.read.known_places import Candidate, Form, Origin, known_places
from testimonia.read.place_choice import choose
from testimonia.read.place_geometry import kilometres
from testimonia.read.place_words import word_sets
from testimonia.read.toponym_fold import fold
from testimonia.read.toponym_sense import Scene, Use, enough, points_for, use_of
from testimonia.read.toponym_spans import Naming, namings, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Points for a name from the others of its text, and what makes a name sure enough to give them. These and the weights
# below were set by hand on TR-News and GeoWebNews; what they reach stands in docs/evaluation/places-and-sources.md.
_BESIDE, _SEEN, _NEARBY, _SURE = 2.2, 1.0, 0.7, 2.2
_NEARBY_KM = 100.0
# How much a name tells where a text is: those who act are often far away.
_WEIGHTS = {Use.METONYMIC: 0.4, Use.DEMONYM: 0.6, Use.PEOPLE: 0.6, Use.EMBEDDED: 0.2}
_SMALL = ("city", "region2")
# A small place said to lie north of a town lies no farther from it than this, by judgement.
_BESIDE_KM = 150.0
# What is called a quarter lies no farther from a town that the text names, by judgement.
_QUARTER_KM = 40.0
_BETWEEN = 2  # words between a quarter's name and that of its town, "in" or "of" last
_LEADING = ("in", "of", "the")  # words between a quarter's noun and the name of its town
_TOWNS = ("city", "town")
_QUARTER = "district"
_WIDEST = ("state", "continent")
# What a town of no more people loses in a country that the text does not speak of.
_STRAY, _STRAY_POPULATION = 1.0, 100_000


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place's name in a text: how it is used, the place it means, and the others it could mean.

    ``place`` is ``None`` for a name that is written as a place's but listed nowhere.
    """

    start: int
    end: int
    text: str
    use: Use
    place: Candidate | None
    candidates: tuple[Candidate, ...]

    @property
    def literal(self) -> bool:
        """Whether the place itself is meant."""
        return self.use is Use.LITERAL


def find(text: str, codebook: Codebook | None = None, *, doc: Doc | None = None) -> list[PlaceMention]:
    """The places that ``text`` names as places, from left to right; offsets are code points of ``text``.

    ``doc`` is the parsed text, its ``token.idx`` being offsets of ``text``; without it, orthography decides. With
    no codebook the built-in ones are used. A place that no gazetteer lists has the id ``unlisted:<name>`` and no
    coordinates.
    """
    return place_precision.mentions(text, toponyms(text, codebook, doc=doc), codebook)


def toponyms(text: str, codebook: Codebook | None = None, doc: Doc | None = None) -> list[Toponym]:
    """Every use of a place's name in ``text``, also for governments, peoples and inside other names."""
    known, sets = known_places(codebook), word_sets(codebook)
    words = words_of(text)
    written = namings(text, words, known, sets)
    elsewhere = _elsewhere(text, written, sets.lists.localities)
    beside = place_apposition.beside(text, written, sets.vicinity, sets.lists.directions)
    chosen = choose(_groups(written), _parents(text, written), known.countries)
    scene = toponym_context.scene(text, words, written, codebook, doc)
    kept = _judged(written, chosen, scene)
    # The names that turned out to be none no longer tell where the text is.
    if written:
        names = [naming for naming, _ in kept]
        weights = [_WEIGHTS.get(use, 1.0) for _, use in kept]
        chosen = choose(_groups(names), _parents(text, names), known.countries, weights)
    meant = {naming.start: place for (naming, _), place in zip(kept, chosen, strict=True)}
    near = {fold(written[a].text): meant.get(written[b].start) for a, b in beside.items()}
    chosen = [_near(n, place, near.get(fold(n.text))) for (n, _), place in zip(kept, chosen, strict=True)]
    chosen = _of_its_town(text, kept, chosen, scene)
    spoken = _spoken_of(chosen)
    countries = spoken | known.countries if spoken else spoken
    towns = [p for p in chosen if p and _is_settled(p) and p.form is not Form.SPELLING]
    firm = [p for p in chosen if p and p.form is not Form.SPELLING and p.kind not in _WIDEST]
    found = []
    regions = {p.region for p in chosen if p and p.kind == "region1"}
    inside, nouns = _inside(text, kept, chosen), sets.lists.quarters | sets.lists.localities
    told = [(naming, place) for (naming, _), place in zip(kept, chosen, strict=True)]
    for (naming, use), place in zip(kept, chosen, strict=True):
        # A village of a country that the text says nothing of is more likely one that no gazetteer lists.
        # Nor is it the namesake of another region than the one in which the text says that it lies.
        region = elsewhere.get(fold(naming.text))
        wrong = place is not None and region is not None and place.region and not place.region.startswith(region)
        wrong = wrong or (
            _called(naming, scene, nouns) and _elsewhere_quarter(place, towns, regions, inside.get(naming.start))
        )
        others = {p.country for n, p in told if p and fold(n.text) != fold(naming.text)} | known.countries
        away = place is not None and (
            _stray(place, countries, spoken)
            or _alike(place, firm)
            or _chance(naming, place, others, scene)
            or _away(naming, place, towns, scene)
        )
        listed = None if place is None or wrong or away else place
        found.append(Toponym(naming.start, naming.end, naming.text, use, listed, naming.candidates))
    if doc is not None:
        written_so = {(naming.start, naming.end): naming.candidates for naming in written}
        extra = place_unlisted.unlisted(found, doc, scene)
        found += [_of_codebook(name, written_so.get((name.start, name.end), ())) for name in extra]
    return sorted(found, key=lambda t: t.start)


def _judged(written: Sequence[Naming], chosen: Sequence[Candidate | None], scene: Scene) -> list[tuple[Naming, Use]]:
    """The names that are places' names, with their use; names that are sure give points to the others."""
    adjoining = _parents(scene.text, written)
    places = [(naming, place) for naming, place in zip(written, chosen, strict=True) if place is not None]
    points = [
        points_for(naming, place, scene) + (_BESIDE if index in adjoining else 0.0)
        for index, (naming, place) in enumerate(places)
    ]
    sure: dict[str, Candidate] = {}
    for (naming, place), value in zip(places, points, strict=True):
        if value >= _SURE and not naming.demonym:
            sure.setdefault(naming.text, place)
    countries = {place.country for place in sure.values()}
    kept = []
    for (naming, place), value in zip(places, points, strict=True):
        support = _support(naming, place, sure) - (_STRAY if _stray(place, countries, countries) else 0.0)
        if enough(value + support):
            kept.append((naming, use_of(naming, place, scene)))
    return kept


def _of_codebook(name: Toponym, candidates: tuple[Candidate, ...]) -> Toponym:
    """A name that only the words beside it made a place's, with the codebook's place of that name if it has one."""
    known = (c for c in candidates if c.origin is Origin.SUPPLEMENT and c.form is Form.NAME)
    return replace(name, place=next(known, None), candidates=candidates)


def _near(naming: Naming, place: Candidate | None, other: Candidate | None) -> Candidate | None:
    """The namesake that lies close to a town beside which the text sets it; ``None`` where all are far from it."""
    if place is None or other is None or not _is_settled(place) or place.point is None:
        return place
    if place.kind != _QUARTER and (place.origin is Origin.SUPPLEMENT or place.population > _STRAY_POPULATION):
        return place  # "Palmyra, east of Homs": a town known to all may lie far off
    if other.point is None or other.precision is not PlacePrecision.LOCALITY:
        return place
    if kilometres(place.point, other.point) <= _BESIDE_KM:
        return place
    close = (c for c in naming.candidates if c.point and kilometres(c.point, other.point) <= _BESIDE_KM)
    return next(close, None)


def _is_settled(place: Candidate) -> bool:
    """Whether a place is a town, a village or a part of one."""
    return place.precision is PlacePrecision.LOCALITY or place.kind == _QUARTER


def _spoken_of(chosen: Iterable[Candidate | None]) -> frozenset[str]:
    """The countries that a text speaks of, by names of which no small place could be the bearer by chance."""
    named = (p for p in chosen if p and p.form is not Form.SPELLING)
    return frozenset(p.country for p in named if p.population > _STRAY_POPULATION or p.kind not in _SMALL)


def _stray(place: Candidate, countries: Collection[str], spoken: Collection[str]) -> bool:
    """Whether a small place, or one whose name is only spelt alike, lies in a country that the text says nothing of.

    For a name only spelt alike it is not enough that the country is one of the codebook's.
    """
    if place.form is Form.SPELLING and place.kind == "city" and any(spoken):
        return place.country not in spoken
    known = place.population > _STRAY_POPULATION and place.form is not Form.SPELLING
    if place.kind not in ("city", "region1", "region2") or known or not any(countries):
        return False
    if place.kind == "region1" and place.form is not Form.SPELLING:
        return False
    return place.country not in countries


def _alike(place: Candidate, firm: Sequence[Candidate]) -> bool:
    """Whether a town is one only by likeness of spelling, and far from all ``firm`` places that the text names."""
    if place.form is not Form.SPELLING or place.kind != "city" or place.point is None or not firm:
        return False
    region = place.region.split(".")[:2]
    return all(
        other.region.split(".")[:2] != region
        and (other.point is None or kilometres(place.point, other.point) > _NEARBY_KM)
        for other in firm
    )


def _inside(text: str, kept: Sequence[tuple[Naming, Use]], chosen: Sequence[Candidate | None]) -> dict[int, Candidate]:
    """By where a name starts, the town behind "in" or "of" in which it is said to lie."""
    found = {}
    for ((inner, _), (outer, _)), town in zip(pairwise(kept), chosen[1:], strict=True):
        between = text[inner.end : outer.start].split()
        if town is not None and 0 < len(between) <= _BETWEEN and between[-1] in ("in", "of"):
            found[inner.start] = town
    return found


def _of_its_town(
    text: str, kept: Sequence[tuple[Naming, Use]], chosen: Sequence[Candidate | None], scene: Scene
) -> list[Candidate | None]:
    """``chosen`` with each quarter that of the town it is said to lie in: "the Qarna district of the city of Goma"."""
    leading, found = scene.sets.lists.localities | {*_LEADING}, list(chosen)
    for at, ((inner, _), (outer, _)) in enumerate(pairwise(kept)):
        between, town = text[inner.end : outer.start].split(), chosen[at + 1]
        if len(between) < 2 or len(inner.candidates) < 2 or between[0] not in scene.sets.lists.quarters:
            continue
        if town is None or town.point is None or town.kind not in _TOWNS or not leading.issuperset(between[1:]):
            continue
        point = town.point
        quarters = (c for c in inner.candidates if c.kind == _QUARTER and c.point)
        said = next((c for c in quarters if c.point and kilometres(c.point, point) <= _QUARTER_KM), None)
        if said is not None:
            for other, (naming, _) in enumerate(kept):
                if fold(naming.text) == fold(inner.text) and _called(naming, scene, scene.sets.lists.quarters):
                    found[other] = said
    return found


def _called(naming: Naming, scene: Scene, nouns: Collection[str]) -> bool:
    """Whether one of ``nouns`` says what bears a name: "Rummana district", "the village of Rummana"."""
    after, before = scene.word(naming.last), scene.word(naming.first - 1)
    if after is not None and after.low in nouns and after.gap in (" ", "' ", "’ "):
        return True
    noun = scene.word(naming.first - 2)
    return before is not None and before.low == "of" and noun is not None and noun.low in nouns


def _elsewhere_quarter(
    place: Candidate | None, towns: Sequence[Candidate], regions: Collection[str], said: Candidate | None
) -> bool:
    """Whether a quarter of the codebook is of another town than the one said, or than all those of the text."""
    if place is None or place.kind != _QUARTER or place.point is None:
        return False
    cities = [said] if said is not None and said.kind in _TOWNS else [t for t in towns if t.kind in _TOWNS]
    if said is None and place.region in regions:
        return False
    far = [kilometres(place.point, city.point) > _QUARTER_KM for city in cities if city.point]
    return bool(far) and all(far)


def _chance(naming: Naming, place: Candidate, others: Collection[str], scene: Scene) -> bool:
    """Whether a name is only by chance that of a place in a land that no other name of the text speaks of.

    So it is where the name is but the first part of a compound, "Tibet al-Imam", or one by which the place is seldom
    called.
    """
    if place.origin is not Origin.GAZETTEER or place.country in others or not any(others):
        return False
    article, rest = scene.word(naming.last), scene.word(naming.last + 1)
    compound = (
        article is not None
        and rest is not None
        and article.gap == " "
        and article.low in scene.sets.lists.particles
        and rest.gap == "-"
        and rest.capital
    )
    return compound or (place.kind == "city" and not place.chief and not place.capital)


def _away(naming: Naming, place: Candidate, towns: Sequence[Candidate], scene: Scene) -> bool:
    """Whether what is said to be a quarter or street lies far from all towns of the text, and so is no such place."""
    if not _called(naming, scene, scene.sets.lists.quarters):
        return False
    others = [town for town in towns if town.point is not None and town.id != place.id]
    if place.origin is Origin.SUPPLEMENT or place.point is None or not others:
        return False
    if place.kind != "city":
        return place.kind != "state" and all(town.country != place.country for town in others)
    return all(kilometres(place.point, town.point) > _QUARTER_KM for town in others if town.point)


def _support(naming: Naming, place: Candidate, accepted: Mapping[str, Candidate]) -> float:
    """Points from names that were accepted for sure: the same one, and places nearby."""
    points = _SEEN if naming.text in accepted else 0.0
    if place.point is None or place.kind not in ("city", "region2"):
        return points
    near = any(
        other.point and text != naming.text and kilometres(place.point, other.point) < _NEARBY_KM
        for text, other in accepted.items()
        if other.kind not in _WIDEST
    )
    return points + (_NEARBY if near else 0.0)


def _groups(written: Iterable[Naming]) -> list[tuple[str, tuple[Candidate, ...]]]:
    return [(fold(n.text), n.candidates) for n in written]


def _parents(text: str, written: Sequence[Naming]) -> dict[int, int]:
    """Names that are followed, after a comma or in brackets, by the name of what contains them."""
    found = {}
    for at, (inner, outer) in enumerate(pairwise(written)):
        between = text[inner.end : outer.start].strip()
        if between in (",", "(", "in", ", in", "-") and _could_contain(inner, outer):
            found[at] = at + 1
    return found


def _elsewhere(text: str, written: Sequence[Naming], localities: Iterable[str]) -> dict[str, str]:
    """By a town's folded name, the code of the first-level region in which an apposition says that it lies."""
    found = {}
    for inner, outer in place_apposition.stated(text, written, localities).items():
        within = [c for c in written[outer].candidates if c.region]
        if within:
            chief = next((c for c in within if c.kind == "region1"), within[0])
            found[fold(written[inner].text)] = ".".join(chief.region.split(".")[:2])
    return found


def _could_contain(inner: Naming, outer: Naming) -> bool:
    above = [
        c
        for c in outer.candidates
        if c.kind in ("state", "region1", "region2") and c.form not in (Form.DEMONYM, Form.PEOPLE)
    ]
    countries = {c.country for c in above}
    return any(c.country in countries and c.kind != "state" for c in inner.candidates)


def resolve(spans: Iterable[tuple[int, int]], text: str, codebook: Codebook | None = None) -> list[PlaceMention | None]:
    """What the names at ``spans`` (given by a person or another program) mean, in the order given.

    A name that is listed nowhere gets the place of its longest listed part, else of the nearest listed name in the
    text; ``None`` where the text names no listed place at all.
    """
    from testimonia.read.toponym_resolution import resolved

    return resolved(list(spans), text, codebook)


__all__ = ["Toponym", "Use", "find", "resolve", "toponyms"]
