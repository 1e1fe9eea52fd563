"""Documents to claims: opens each account, lets every rule tell what it finds, and completes what was found.

The order is fixed and visible below. What always holds: a claim's span and every slot's span round-trip through the
document's text, the same bytes give the same claims with the same ids, and a language other than English is not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import ActorMention, Claim, Figure, Kind, PlaceMention, Span, SpeechForm, Surroundings
from testimonia.model.document import Document
from testimonia.model.factuality import Factuality, Tense
from testimonia.model.ids import digest
from testimonia.model.period import Period
from testimonia.read import (
    agreement,
    amounts,
    authorship,
    certainty,
    chain,
    confidence,
    doubted,
    embedded,
    factuality,
    furniture,
    grounds,
    happenings,
    intents,
    labels,
    mishaps,
    rejections,
    relations,
    retold,
    scene,
    scene_naming,
    scene_near,
    scene_period,
    scene_standing,
    shared_doers,
    sides,
    sufferers,
    survival,
    tenses,
    tolls,
)
from testimonia.read.arguments import verb_over
from testimonia.read.attribution import Attribution
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading, open_account
from testimonia.read.reporting import reporting

VERSION = "1"  # of the reading as a whole; a case remembers it, so that an old case can be told from a new one
LANGUAGE = "en"
_HARM = ("killed", "injured")  # what is counted of those who came to harm: it has happened
_VERBATIM = frozenset({SpeechForm.DIRECT, SpeechForm.MIXED})


def read(document: Document, codebook: Codebook) -> tuple[Claim, ...]:
    """Every claim of every account in ``document``, in the order of the text; ids are unique and stable."""
    claims: dict[str, Claim] = {}
    for account in document.accounts:
        if account.language != LANGUAGE:
            continue
        reading = open_account(document, account, codebook)
        for claim in tell(reading):
            claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.start, claim.end, claim.id)))


def tell(reading: Reading) -> Iterator[Claim]:
    """The claims of one opened account."""
    drafts = [*happenings.find(reading), *relations.find(reading)]
    drafts += list(sides.find(reading, drafts))
    drafts += list(authorship.find(reading, drafts))
    drafts += list(rejections.find(reading, drafts))
    drafts = mishaps.completed(reading, drafts)
    drafts += list(survival.find(reading, drafts))
    drafts = tolls.attach(reading, embedded.completed(reading, drafts))
    drafts = sufferers.completed(reading, drafts)
    drafts += list(intents.find(reading, drafts))
    drafts += tolls.alone(reading, drafts)
    drafts = retold.completed(reading, shared_doers.completed(reading, drafts))
    drafts += labels.find(reading)
    aside = furniture.find(reading.document.text, reading.codebook)
    told: list[_Told] = []
    for draft in drafts:
        at = reading.token_span(draft.trigger, draft.trigger + 1).start
        if relations.tells(draft) and not any(start <= at < end for start, end in aside):
            told.append(_told(reading, draft))
    for each in _agreed(reading, told):
        yield _complete(reading, each)


@dataclass(frozen=True, slots=True)
class _Told:
    """A draft with who says it, how firmly, and its places and period, each with a word on where it was found."""

    draft: Draft
    attributions: tuple[Attribution, ...]
    firmness: factuality.Reading
    places: tuple[PlaceMention, ...]
    where: str
    period: Period | None
    when: str


def _told(reading: Reading, draft: Draft) -> _Told:
    """A draft with its sources, its firmness and its scene."""
    token = reading.doc[draft.trigger]
    said = token if draft.asserted is None else reading.doc[draft.asserted]
    attributions = chain.over(reading, said.idx, said.idx + len(said.text))
    asserted, granted = _asserted_by(reading, draft), relations.taken_for_granted(reading, draft)
    firmness = factuality.of(reading.doc, asserted, reading.attributions, reading.codebook, granted)
    if draft.names:
        attributions, firmness = _naming(reading, attributions, firmness)
    if draft.undone:
        firmness = replace(firmness, stance=firmness.stance.negated())
    if draft.kind is Kind.EVENT:
        firmness = replace(firmness, stance=doubted.of_doer(reading, draft, firmness.stance))
    places, where, period, when = _scene(reading, draft, firmness)
    if draft.kind is Kind.RELATION:
        sure = certainty.certainty(reading.codebook)
        firmness = replace(firmness, tense=tenses.of_standing(firmness.tense, token, sure))
    if draft.kind in (Kind.EVENT, Kind.FIGURE):
        firmness = replace(firmness, tense=tenses.on_its_day(firmness.tense, token, period, reading.day))
    if draft.kind is Kind.FIGURE and draft.type in _HARM:
        naming = amounts.lexicon(reading.codebook).words.including
        firmness = replace(firmness, tense=tenses.of_count(firmness.tense, token, naming))
    return _Told(draft, attributions, firmness, places, where, period, when)


def _agreed(reading: Reading, told: Sequence[_Told]) -> list[_Told]:
    """Each with what the harm beside it is told with, where it is told without."""
    drafts = [each.draft for each in told]
    shared = agreement.with_places(reading, drafts, [each.places for each in told])
    drafts = agreement.with_doers(reading, drafts, [each.firmness.stance for each in told])
    drafts = agreement.with_tolls(reading, drafts)
    return [
        replace(each, draft=draft, places=places, where=each.where if places == each.places else "together")
        for each, draft, places in zip(told, drafts, shared, strict=True)
    ]


def _complete(reading: Reading, told: _Told) -> Claim:
    """The claim, with its surroundings, all spans turned into the document's."""
    draft, firmness, places, period = told.draft, told.firmness, told.places, told.period
    token = reading.doc[draft.trigger]
    around = scene_near.surroundings(reading, draft, places=not places, period=period is None)
    span = reading.token_span(draft.start, draft.end)
    actors = tuple(_actor(reading, mention) for mention in draft.actors)
    recipients = tuple(_actor(reading, mention) for mention in draft.recipients)
    figures = tuple(_figure(reading, figure) for figure in draft.figures)
    claim = Claim(
        id=_identity(reading, draft, span, actors, recipients, figures),
        document=reading.document.id,
        account=reading.account.id,
        section=reading.transcript.kind_at(token.idx).value,
        start=span.start,
        end=span.end,
        text=span.text,
        kind=draft.kind,
        type=draft.type,
        rule=grounds.told(reading, draft, firmness.why, told.where, told.when),
        confidence=0.0,
        factuality=firmness.stance,
        attribution=chain.links(reading, told.attributions, firmness.stance),
        mode=draft.mode,
        acled=draft.acled,
        actors=actors,
        recipients=recipients,
        places=tuple(_place(reading, place) for place in places),
        period=_period(reading, period) if period else None,
        figures=figures,
        tense=firmness.tense,
        condition=reading.span(*firmness.condition) if firmness.condition else None,
        trigger=reading.span(token.idx, token.idx + len(token.text)),
        scare_quotes=draft.scare_quotes,
        quotation=_quotation(reading, told.attributions, token.idx),
        around=Surroundings(
            tuple(_place(reading, place) for place in around.places),
            _period(reading, around.period) if around.period else None,
        ),
    )
    return replace(claim, confidence=confidence.of(claim, reading.codebook))


def _scene(
    reading: Reading, draft: Draft, firmness: factuality.Reading
) -> tuple[tuple[PlaceMention, ...], str, Period | None, str]:
    """The places and the period of a draft, each with a word on where it was found."""
    if draft.kind is Kind.LABEL:
        return *scene_naming.places_of(reading, draft), None, "nowhere"
    ahead = firmness.tense is Tense.FUTURE
    places, where = scene.places_of(reading, draft, done=not ahead and firmness.condition is None)
    happened = not ahead and firmness.stance.polarity >= 0
    period, when = scene_period.period_of(reading, draft, happened=happened, ahead=ahead)
    if draft.standing:
        places, period = scene_standing.places_of(reading, draft, places), _in_own_words(reading, draft, period)
    return places, where, period, when


def _in_own_words(reading: Reading, draft: Draft, period: Period | None) -> Period | None:
    """The period that a noun phrase names itself: how things stand has not the day of the sentence."""
    words = reading.doc[draft.start : draft.end]
    inside = range(words.start_char, words.end_char)
    return period if period is not None and period.start_offset in inside else None


def _naming(
    reading: Reading, attributions: tuple[Attribution, ...], firmness: factuality.Reading
) -> tuple[tuple[Attribution, ...], factuality.Reading]:
    """Whose words name somebody: of whoever is quoted, and of whoever is said to say so.

    What is denied or doubted in indirect speech is told in the words of whoever tells of it, and so is what a picture
    shows. Who names somebody so does so for certain.
    """
    kept: list[Attribution] = []
    pictures = reporting(reading.codebook).lists.pictures
    for attribution in attributions:
        source = reading.doc[attribution.source_head or 0]
        if attribution.form not in _VERBATIM and attribution.source is not None and source.lemma_.lower() in pictures:
            continue
        if attribution.form not in _VERBATIM and attribution.stance.polarity <= 0:
            break
        if attribution.source is not None or attribution.form in _VERBATIM:
            kept.append(attribution)  # hearsay has no words of its own
    return tuple(kept), replace(
        firmness, stance=Factuality.CERTAIN, tense=Tense.PRESENT, condition=None, why="words that name"
    )


def _asserted_by(reading: Reading, draft: Draft) -> int:
    """The token whose firmness is the claim's: of a count, the verb that tells it, unless that only reports it."""
    if draft.asserted is not None:
        return draft.asserted
    if draft.kind is not Kind.FIGURE:
        return draft.trigger
    verb = verb_over(reading.doc[draft.trigger])
    return draft.trigger if verb.i in reading.attributions.by_cue else verb.i


def _identity(
    reading: Reading,
    draft: Draft,
    span: Span,
    actors: tuple[ActorMention, ...],
    recipients: tuple[ActorMention, ...],
    figures: tuple[Figure, ...],
) -> str:
    slots = [
        ",".join(mention.actor for mention in actors),
        ",".join(mention.actor for mention in recipients),
        ",".join(f"{figure.low}-{figure.high}@{figure.start}" for figure in figures),
    ]
    trigger = reading.doc[draft.trigger].idx
    return digest(
        reading.document.id, reading.account.id, span.start, span.end, draft.kind, draft.type, trigger, *slots
    )


def _actor(reading: Reading, mention: ActorMention) -> ActorMention:
    span = reading.span(mention.start, mention.end)
    return replace(mention, text=span.text, start=span.start, end=span.end)


def _place(reading: Reading, place: PlaceMention) -> PlaceMention:
    span = reading.span(place.start, place.end)
    return replace(place, text=span.text, start=span.start, end=span.end)


def _figure(reading: Reading, figure: Figure) -> Figure:
    span = reading.span(figure.start, figure.end)
    whole = None if figure.part_of is None else reading.span(figure.part_of, figure.part_of + 1).start
    return replace(figure, text=span.text, start=span.start, end=span.end, part_of=whole)


def _period(reading: Reading, period: Period) -> Period:
    if period.start_offset is None or period.end_offset is None:
        return period
    span = reading.span(period.start_offset, period.end_offset)
    return replace(period, text=span.text, start_offset=span.start, end_offset=span.end)


def _quotation(reading: Reading, attributions: tuple[Attribution, ...], offset: int) -> Span | None:
    """The quoted words the claim stands in, where its innermost source is quoted directly."""
    for attribution in reversed(attributions):
        if attribution.form in (SpeechForm.DIRECT, SpeechForm.MIXED):
            for start, end in attribution.content:
                if start <= offset < end:
                    return reading.span(start, end)
    return None
