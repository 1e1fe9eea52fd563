"""Which clauses, infinitives and objects stand under a word of saying, thinking, wanting or judging.

What always holds: the cue is a word of the sentence with its content as grammatical complement; a verb that no list
knows counts where it takes a finite clause and its subject is one who can speak.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from testimonia.model.factuality import Factuality
from testimonia.read import attribution_besides
from testimonia.read.attribution_chain import Attribution
from testimonia.read.attribution_cues import keys_of, make
from testimonia.read.attribution_objects import (
    OPEN_GROUP,
    accusation,
    bidden,
    of_adjective,
    of_object,
    of_predicate,
    of_quoted,
    predicate_of,
    quoted_as,
    tolled,
)
from testimonia.read.attribution_sources import sayer_over, source_of, voiced
from testimonia.read.reporting import Complement, CueGroup, Reporting
from testimonia.read.speech_syntax import (
    agent_of,
    can_speak,
    first_child,
    is_expletive,
    is_infinitive,
    is_passive,
    subject_of,
    subtree,
    token_spans,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Words from a verb of saying to a "that" which the parser did not tie to it.
_SOON = 9
_DASHES = ("-", "–", "—", "--")
# Words from a semicolon to a closing verb of saying that only names the source.
_CREDIT = 5


def find(doc: Doc, words: Reporting) -> Iterator[Attribution]:
    """Attributions whose cue governs its content, in the order of their cues."""
    for token in doc:
        if token.tag_ == "VBN" and token.dep_ == "pcomp":
            continue  # "after reported shelling"
        if token.pos_ in ("VERB", "AUX"):
            yield from _of_verb(doc, token, words)
        elif token.pos_ in ("ADJ", "ADV") or token.tag_ == "VBN":
            yield from of_adjective(doc, token, words)


def _of_verb(doc: Doc, token: Token, words: Reporting) -> Iterator[Attribution]:
    keys, passive = keys_of(token), is_passive(token)
    known = any(key in words.verbs for key in keys)
    if _is_state(token, words):
        yield from of_adjective(doc, token, words)
        return
    clause = _clause_under(token, words)
    if clause is not None and _ends_sentence(token, clause) and words.verb(keys, "object") is not None:
        return
    if clause is not None:
        complement: Complement = "infinitive" if _bare(clause) else "clause"
        group = words.verb(keys, complement)
        foreseen = words.verb(keys, "clause") if complement == "infinitive" else None
        if foreseen is not None and foreseen.stance is Factuality.PROBABLE:
            group = foreseen  # "expect to win" is an intention, "expect the army to win" a prediction
        source = source_of(token, passive, words)
        if group is None and not known and complement == "clause" and _open_cue(token, clause, source, words):
            group = OPEN_GROUP
        if group is not None and group.voiced and (source is None or not voiced(source, words)):
            return  # "as clashes continued during the day", "a photo went on show"
        if group is not None and not (passive and source is not None and first_child(clause, "mark") is None):
            named = source is not None or passive or complement == "infinitive"  # "worth noting that" is the author's
            yield make(token, group, _clause_content(doc, token, clause, words), source, words, conveys=named)
            return
    if not known:
        return
    if (aside := _said_aside(token, words)) is not None and (group := words.verb(keys, "clause")) is not None:
        yield make(token, group, token_spans(doc, subtree(aside, {token.i})), subject_of(token), words)
        return
    if (told := quoted_as(token)) is not None:
        yield from of_quoted(doc, token, told, passive=passive, words=words)
        return
    if _as_clause(token) and (group := words.verb(keys, "clause")) is not None and group.conveys:
        rest, speaker = _around(doc, token), source_of(token, passive, words)
        if rest and not (group.voiced and (speaker is None or not voiced(speaker, words))):
            yield make(token, group, rest, speaker, words)
        return
    infinitive = first_child(token, "xcomp")
    if infinitive is not None and infinitive.pos_ not in ("VERB", "AUX") and not is_infinitive(infinitive):
        predicate_group = words.verb(keys, "predicate")
        if predicate_group is not None or (predicate_group := words.verb(keys, "infinitive")) is not None:
            yield from of_predicate(doc, token, infinitive, predicate_group, passive=passive, words=words)
            return
    if infinitive is not None and (group := words.verb(keys, "infinitive")) is not None:
        yield from _of_infinitive(doc, token, infinitive, group, passive=passive, words=words)
        return
    if (group := words.verb(keys, "predicate")) is not None and (predicate := predicate_of(token)) is not None:
        yield from of_predicate(doc, token, predicate, group, passive=passive, words=words)
        return
    of_doing = accusation(token, words) if first_child(token, "dobj") is None or not tolled(token, words) else None
    if of_doing is not None and (group := words.verb(keys, "infinitive")) is not None:
        if group.name == "say" and of_doing.lower_ not in words.lists.prepositions.told:
            return  # "responded with air raids"
        target = first_child(token, "dobj", "nsubjpass")
        source = agent_of(token) if passive else subject_of(token)
        if source is not None and target is not None and source.lemma_ == target.lemma_ and token.tag_ == "VBG":
            source = sayer_over(token, words)  # "said the rebels would lose, blaming the rebels for the war"
        content = [*(subtree(target) if target is not None else ()), *subtree(of_doing)]
        yield make(token, group, token_spans(doc, content), source, words)
        return
    made = list(of_object(doc, token, keys, passive, words))
    if not made or not made[0].conveys:
        made = list(_of_later_clause(doc, token, keys, words)) or made
    yield from made


def _is_state(token: Token, words: Reporting) -> bool:
    """Whether a participle says in what state of mind somebody is: "is convinced that", "determined to"."""
    state = token.tag_ == "VBN" and token.lower_ in words.adjectives and agent_of(token) is None
    return state and first_child(token, "xcomp", "ccomp") is not None


def _clause_under(token: Token, words: Reporting) -> Token | None:
    """The clause that is the verb's content: its complement, or the clause that a parenthetical verb interrupts."""
    for child in token.children:
        if child.dep_ == "ccomp" and child.pos_ == "ADJ" and child.i - token.i < 3:  # "made (it) clear that"
            inner = first_child(child, "ccomp", "advcl")
            return inner if inner is not None and first_child(inner, "mark") is not None else child
        if child.dep_ == "ccomp" and child.lower_ != "so" and not _past_semicolon(child, token):
            return child
    if token.dep_ == "parataxis" and token.head.i != token.i and subject_of(token) is not None:
        return token.head  # "The convoy, officials said, was hit"
    if token.dep_ == "aux" and token.tag_ in ("VBP", "VBZ", "VBD") and first_child(token, "nsubj") is not None:
        return token.head  # "a raid that medics say killed ten"
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "as" and token.lemma_ in words.lists.capacity:
            return None
        if child.dep_ == "advcl" and child.pos_ in ("VERB", "AUX") and child.i > token.i:
            mark = first_child(child, "mark")
            if mark is not None and mark.lower_ in words.lists.content:
                return child
    return None


def _ends_sentence(token: Token, clause: Token) -> bool:
    """Whether a clause aside swallowed the verb of its sentence: "fighters who declared a truce were shelled"."""
    over = token.head
    alone = token.dep_ == "relcl" and over.dep_ == "ROOT" and over.pos_ in ("NOUN", "PROPN")
    filled = token.dep_ in ("relcl", "advcl") and any(c.dep_ == "dobj" and c.i < clause.i for c in token.rights)
    subject = first_child(clause, "nsubj", "nsubjpass") if alone or filled else None
    return subject is not None and clause.i > token.i and first_child(clause, "mark") is None and subject.tag_ != "PRP"


def _of_later_clause(doc: Doc, token: Token, keys: tuple[str, ...], words: Reporting) -> Iterator[Attribution]:
    """A clause with "that" soon after a verb of saying which the parser tied to another word."""
    group = words.verb(keys, "clause")
    subject = subject_of(token)
    if group is None or not group.conveys or subject is None or (is_expletive(subject) and subject.lower_ != "it"):
        return
    end = token.sent.end
    for k in range(token.i + 1, min(token.i + _SOON, end)):
        if doc[k].lower_ == "that" and doc[k].dep_ == "mark":
            yield make(token, group, token_spans(doc, range(k, end)), subject, words)
            return
        if doc[k].pos_ in ("VERB", "AUX"):
            return


def _said_aside(token: Token, words: Reporting) -> Token | None:
    """The verb of the clause whose subject "it added" parts from it, commas missing: "the group it added has moved"."""
    told = token.head.head if token.dep_ == "relcl" and token.head.dep_ in ("nsubj", "nsubjpass") else None
    if told is None or token.nbor(-1).lower_ not in words.lists.sayers or token.nbor(-1).head.i != token.i:
        return None
    bare = all(child.dep_ in ("nsubj", "npadvmod") for child in token.children)
    return told if bare and words.verb((token.lemma_.lower(),), "object") is None else None


def _as_clause(token: Token) -> bool:
    """Whether a verb of saying stands in an aside with "as" and has no content of its own."""
    mark = first_child(token, "mark", "advmod")
    return (
        token.dep_ in ("advcl", "parataxis")
        and mark is not None
        and mark.lower_ == "as"
        and mark.i == token.left_edge.i
        and first_child(token, "ccomp", "xcomp", "dobj") is None
    )


def _around(doc: Doc, token: Token) -> tuple[tuple[int, int], ...]:
    """The sentence around an aside, without it."""
    aside = set(subtree(token))
    return token_spans(doc, [t.i for t in token.sent if t.i not in aside])


def _past_semicolon(clause: Token, token: Token) -> bool:
    """Whether a semicolon, or the dash behind a heading, parts a verb from the clause before it."""
    between = token.doc[clause.i : token.i]
    if any(t.text in _DASHES and t.whitespace_ for t in between) and any(c.dep_ == "ccomp" for c in token.rights):
        return True  # "- Ten dead - The mayor said the raid went on"
    marks = [t.i for t in between if t.text == ";"]
    alone = token.sent.end - token.i <= 2 and token.dep_ == "ROOT"
    return bool(marks) and not (alone and token.i - marks[-1] <= _CREDIT)  # "...; the agency reported."


def _bare(clause: Token) -> bool:
    return is_infinitive(clause) or (clause.tag_ == "VBG" and first_child(clause, "aux") is None)


def _open_cue(token: Token, clause: Token, source: Token | None, words: Reporting) -> bool:
    """Whether an unlisted verb may be taken for one of saying: finite clause, subject that can speak, not silent."""
    if token.lemma_.lower() in words.lists.silent or token.pos_ != "VERB" or source is None:
        return False
    if clause.i < token.i or clause.left_edge.tag_ in ("WP", "WDT", "WRB"):
        return False
    finite = clause.tag_ in ("VBD", "VBZ", "VBP", "MD") or any(c.dep_ == "aux" for c in clause.children)
    return finite and first_child(clause, *("nsubj", "nsubjpass", "expl")) is not None and can_speak(source, words)


def _clause_content(doc: Doc, token: Token, clause: Token, words: Reporting) -> tuple[tuple[int, int], ...]:
    if token.dep_ == "parataxis" and clause.i == token.head.i:
        return token_spans(doc, subtree(clause, {token.i}))
    own = {token.i}
    if clause.i < token.i:  # "X happened, he said": all that stands before the speaker
        subject = first_child(token, "nsubj", "nsubjpass")
        stop = min([token.i, *([subject.left_edge.i] if subject is not None and subject.i < token.i else [])])
        start = clause.left_edge.i
        if token.dep_ == "ROOT":
            start = min(start, token.sent.start)
        inner = [i for i in subtree(clause, own) if i >= stop]
        return token_spans(doc, [*range(start, max(stop, clause.i + 1)), *inner])
    content = subtree(clause, own | _other_sayings(clause, words) | attribution_besides.of(token, clause, words))
    content += [i for other in token.rights if other.dep_ == "ccomp" and other.i > clause.i for i in subtree(other)]
    begun = clause.left_edge.nbor(-1).head if clause.left_edge.i > token.i + 1 else token
    if begun.dep_ == "dobj" and begun.head.i == token.i and token.lemma_.lower() not in words.lists.addressing:
        content += subtree(begun)  # "said ten children and | two men were among the dead"
    if token.dep_ == "ROOT":  # clauses that the parser hangs on the verb of saying after its content belong to it
        for child in token.rights:
            if child.i > clause.i and child.dep_ in ("advcl", "prep", "npadvmod", "conj", "cc", "punct", "advmod"):
                if child.dep_ == "conj" and (
                    first_child(child, "nsubj") is None
                    or _says(child, words)
                    or attribution_besides.answers(child, words)
                ):
                    break
                content += subtree(child)
    return token_spans(doc, content)


def _other_sayings(clause: Token, words: Reporting) -> set[int]:
    """Clauses beside the content in which another says something: "he says he left but the mayor says he stayed"."""
    return {c.i for c in clause.children if c.dep_ == "conj" and _says(c, words)}


def _says(clause: Token, words: Reporting) -> bool:
    """Whether a clause has a subject of its own that says something."""
    subject, mark = first_child(clause, "nsubj"), first_child(clause, "mark")
    if subject is None or not can_speak(subject, words) or first_child(clause, "ccomp") is None:
        return False  # "... and that the raid claimed two lives"
    told = mark is not None and mark.lower_ in words.lists.content
    return not told and words.verb(keys_of(clause), "clause") is not None


def _of_infinitive(
    doc: Doc, token: Token, infinitive: Token, group: CueGroup, *, passive: bool, words: Reporting
) -> Iterator[Attribution]:
    subject = subject_of(token)
    if group.name == "bid" and not passive and not _addressee(token, infinitive):
        return  # "the army pushes to retake the town"
    raised = passive or group.name == "expected"
    content = subtree(infinitive)
    if raised:
        source = agent_of(token) if passive else None
        own_subject = first_child(token, "nsubj", "nsubjpass")
        if own_subject is not None and not is_expletive(own_subject):
            content = [*subtree(own_subject), *content]
    else:
        source = subject if subject is not None and not is_expletive(subject) else None
        addressee = first_child(token, "dobj", "dative")
        if addressee is not None and addressee.i < infinitive.i:
            content = [*subtree(addressee), *content]
    speaks = source is None or can_speak(source, words)
    yield make(token, group, token_spans(doc, content), source, words, conveys=speaks and not bidden(token, words))


def _addressee(token: Token, infinitive: Token) -> bool:
    """Whether somebody is told to do what the infinitive says."""
    return first_child(token, "dobj", "dative") is not None or first_child(infinitive, "nsubj") is not None
