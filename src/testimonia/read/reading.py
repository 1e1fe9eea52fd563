"""One account as the reader has it before it: words, actors, places, periods, figures and who says what.

Everything here is found once per account; the modules that read claims only look things up. Offsets are those of
the transcript; ``Reading.span`` turns them into the document's.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from testimonia.codebook.codebook import Codebook
from testimonia.model.claim import ActorMention, Figure, PlaceMention, Span, SpeechForm
from testimonia.model.document import Account, Document
from testimonia.model.period import Period
from testimonia.model.source import ActorKind
from testimonia.read import (
    attribution,
    casing,
    coreference,
    facilities,
    figures,
    headline_casing,
    periods,
    place_homes,
    place_quarters,
    places,
    proposals,
    quotations,
    speakers,
)
from testimonia.read.actors import Cast
from testimonia.read.alias_index import Form
from testimonia.read.attribution_chain import Attribution, Attributions
from testimonia.read.grammar import parse
from testimonia.read.predicates import senses
from testimonia.read.reporting import reporting
from testimonia.read.transcript import Transcript, of_account

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclass(frozen=True)
class Reading:
    """All that is known of one account; lists are in the order of the text."""

    document: Document
    account: Account
    transcript: Transcript
    doc: Doc
    codebook: Codebook
    cast: Cast
    places: tuple[PlaceMention, ...]
    seats: tuple[PlaceMention, ...]
    """The places that only tell where a source is: "a doctor in Goma said"."""
    periods: tuple[Period, ...]
    figures: tuple[Figure, ...]
    attributions: Attributions
    speakers: speakers.Before
    sentence_starts: tuple[int, ...]
    paragraph_starts: tuple[int, ...]

    @property
    def day(self) -> date | None:
        """A day on which the account was written, as near as is known."""
        return telling_day(self.account.published)

    def span(self, start: int, end: int) -> Span:
        """The document's span of a stretch of the transcript."""
        return self.transcript.span(start, end)

    def token_span(self, start: int, end: int) -> Span:
        """The document's span of tokens ``start`` to ``end`` (exclusive)."""
        words = self.doc[start:end]
        return self.span(words.start_char, words.end_char)

    def sentence_of(self, i: int) -> int:
        """The number of the sentence in which token ``i`` stands."""
        return bisect_right(self.sentence_starts, i) - 1

    def sentence_bounds(self, number: int) -> tuple[int, int]:
        """Transcript offsets of a sentence."""
        start, end = self.sentence_tokens(number)
        words = self.doc[start:end]
        return words.start_char, words.end_char

    def sentence_tokens(self, number: int) -> tuple[int, int]:
        """The tokens of a sentence, from the first to behind the last."""
        following = number + 1 < len(self.sentence_starts)
        return self.sentence_starts[number], self.sentence_starts[number + 1] if following else len(self.doc)

    def paragraph_of(self, offset: int) -> int:
        """The number of the paragraph in which an offset of the transcript lies."""
        return max(0, bisect_right(self.paragraph_starts, offset) - 1)

    def head_of(self, start: int, end: int) -> Token | None:
        """The word on which the words between two offsets of the transcript hang, ``None`` where there are none."""
        words = self.doc.char_span(start, end, alignment_mode="expand")
        return words.root if words is not None else None

    def places_in(self, start: int, end: int) -> tuple[PlaceMention, ...]:
        """The places that begin and end between two offsets, in order."""
        first = bisect_left(self.places, start, key=_place_start)
        last = bisect_left(self.places, end, key=_place_start)
        return tuple(place for place in self.places[first:last] if place.end <= end)

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures that begin between two offsets, in order."""
        first = bisect_left(self.figures, start, key=_figure_start)
        return self.figures[first : bisect_left(self.figures, end, key=_figure_start)]

    def periods_in(self, start: int, end: int) -> tuple[Period, ...]:
        """The periods with a known bound whose words begin between two offsets, in order."""
        first = bisect_left(self.periods, start, key=_period_start)
        last = bisect_left(self.periods, end, key=_period_start)
        return tuple(period for period in self.periods[first:last] if period.known)

    def actors_of(self, token: Token, *, acting: bool = True) -> tuple[ActorMention, ...]:
        """The actors that the phrase around a token names, offsets still those of the transcript."""
        return self.cast.who(token, acting=acting)


def _place_start(place: PlaceMention) -> int:
    return place.start


def _figure_start(figure: Figure) -> int:
    return figure.start


def _period_start(period: Period) -> int:
    return period.start_offset or 0


def telling_day(published: Period) -> date | None:
    """The day to ask dated facts of: the day of publication, or the middle of what is known of it."""
    if published.start and published.end:
        return published.start + (published.end - published.start) / 2
    return published.start or published.end


def open_account(document: Document, account: Account, codebook: Codebook) -> Reading:
    """Parses an account and finds all that claims are made of."""
    transcript = headline_casing.lowered(casing.restored(of_account(document, account), codebook), codebook)
    doc = parse(transcript, entities=False)
    proposals.propose(doc, proposals.settled_words(codebook))
    day = telling_day(account.published)
    cast = Cast(doc, codebook, day)
    known = [p for p in places.find(transcript.text, codebook, doc=doc) if not _names_somebody(cast, p)]
    told = facilities.merged(known, list(facilities.find(doc, codebook)))
    told = place_quarters.with_quarters(transcript.text, told, codebook)
    scenes = tuple(place_homes.with_homes(transcript.text, told, codebook))
    cast.grounds = frozenset(
        t.i for place in scenes for t in doc.char_span(place.start, place.end, alignment_mode="expand") or ()
    )
    cast.referents = coreference.resolve(cast)
    paragraphs = [(p.start, p.end) for p in transcript.paragraphs]
    said = attribution.find(doc, paragraphs, codebook)
    attributions = Attributions(attribution.with_unled(doc, said, paragraphs, codebook))
    quoted = [
        (start, end, a.source_head)
        for a in sorted(attributions, key=lambda a: -a.length)
        if a.form in (SpeechForm.DIRECT, SpeechForm.MIXED) and a.source_head is not None
        for start, end in a.content
    ]
    direct = [(*a.content[0], a.source_head) for a in attributions if _is_verbatim(a) and a.source_head is not None]
    cast.referents = coreference.not_themselves(cast, direct)
    cast.referents = {**cast.referents, **coreference.speakers(cast, quoted)}
    marked = [(mark.start, mark.end) for mark in quotations.find(doc.text, paragraphs)]
    telling = [a.source_head for a in attributions if a.source_head is not None]
    cast.referents = {**coreference.own_voice(cast, marked, account.id, account.label, telling), **cast.referents}
    # Where a place is named only as a source, "according to Ukraine", and not as the scene of what shows something.
    told_of = senses(codebook).names_happening
    speaking = {
        i
        for a in attributions
        if a.source is not None and not (a.source_head is not None and told_of(doc[a.source_head]))
        for i in range(*a.source)
    }
    return Reading(
        document=document,
        account=account,
        transcript=transcript,
        doc=doc,
        codebook=codebook,
        cast=cast,
        places=tuple(place for place in scenes if place.start not in speaking),
        seats=tuple(place for place in scenes if place.start in speaking),
        periods=tuple(sorted(periods.find(transcript.text, account.published, codebook), key=_period_start)),
        figures=tuple(f for f in figures.find(transcript.text, codebook) if not transcript.wordless(f.start)),
        attributions=attributions,
        speakers=speakers.before(cast, attributions, reporting(codebook)),
        sentence_starts=tuple(sentence.start for sentence in doc.sents),
        paragraph_starts=tuple(paragraph.start for paragraph in transcript.paragraphs),
    )


def _is_verbatim(attribution: Attribution) -> bool:
    return attribution.form is SpeechForm.DIRECT and len(attribution.content) > 0


def _names_somebody(cast: Cast, place: PlaceMention) -> bool:
    """Whether the words of a place are a person's name or only qualify somebody: "Biden", "US-backed militias"."""
    words = cast.doc.char_span(place.start, place.end, alignment_mode="expand")
    naming = cast.naming_at(words.end - 1) if words is not None else None
    if naming is None:
        return False
    entry = cast.entry(naming.actor)
    if naming.form is Form.NOMINAL or place.place.startswith("unlisted:"):
        return True  # "US-backed militias" as one phrase of the codebook; "the Taliban areas"
    return cast.is_quality(naming) or (entry is not None and entry.kind is ActorKind.PERSON)
