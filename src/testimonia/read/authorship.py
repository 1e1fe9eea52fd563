"""Who is said to be behind an act of violence, or cleared of it, where no verb of violence says so?

"The militia was behind the raid", "the army denied any involvement in it", "the raid was the work of deserters",
"used barrel bombs". What always holds: such a claim is added beside the claim of the deed, never in its place, and it
names at least one doer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from testimonia.codebook.schema import Entry, WordSet
from testimonia.model.claim import Kind
from testimonia.read.arguments import DEPTH, all_coordinated, by_agents, objects, own_subject, subject
from testimonia.read.doers import named
from testimonia.read.draft import Draft
from testimonia.read.reading import Reading
from testimonia.read.stretches import clause

if TYPE_CHECKING:
    from spacy.tokens import Token

VIOLENCE = "ASSAULT"
LAID = "authorship.laid"  # how the rule of a deed laid on somebody begins


class AuthorshipWords(Entry):
    """``authorship.yaml``; the comments of that file say what each list is for."""

    behind: WordSet
    adjectives: dict[str, WordSet]
    works: WordSet
    shares: WordSet
    share_prepositions: WordSet
    sharing: WordSet
    use_verbs: WordSet
    use_nouns: WordSet
    not_use: WordSet
    weapons: dict[str, WordSet]
    gas_is_weapon: WordSet
    bare_weapons: WordSet
    deeds: WordSet

    def weapon(self, noun: Token) -> str | None:
        """The ACLED sub-event of using what ``noun`` names, ``None`` where that is no weapon of the list."""
        before = [child for child in noun.lefts if child.dep_ in ("compound", "amod", "nmod")]
        names = {noun.lemma_.lower(), *(f"{word.lower_} {noun.lemma_.lower()}" for word in before)}
        for acled, words in self.weapons.items():
            if names & words:
                bare = names & words <= self.bare_weapons
                deadly = any(word.lower_ in self.gas_is_weapon for word in before)
                return acled if deadly or not bare else None
        return None


def find(reading: Reading, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each deed that somebody is said to be behind, in the order of the words."""
    words = reading.codebook.lexicon("authorship", AuthorshipWords)
    told = {draft.trigger: draft for draft in drafts if draft.type == VIOLENCE}
    for token in reading.doc:
        found = (
            _behind(token, words)
            or _responsible(token, words)
            or _share(token, words)
            or _work(token, words)
        )  # fmt: skip
        if found is not None:
            trigger, doers, deeds = found
            yield from _laid(reading, trigger, doers, deeds, told, words)
        else:
            yield from _used(reading, token, told, words)


def _behind(token: Token, words: AuthorshipWords) -> tuple[Token, Sequence[Token], Sequence[Token]] | None:
    """ "was behind the raid", "of being behind it"."""
    verb = token.head
    if token.lower_ not in words.behind or token.dep_ != "prep" or verb.lemma_ != "be":
        return None
    return verb, subject(verb), all_coordinated(c for c in token.children if c.dep_ == "pobj")


def _responsible(token: Token, words: AuthorshipWords) -> tuple[Token, Sequence[Token], Sequence[Token]] | None:
    """ "is responsible for the raid"."""
    leading = words.adjectives.get(token.lower_)
    if leading is None or token.dep_ not in ("acomp", "oprd", "ROOT", "xcomp", "ccomp", "conj", "amod", "acl"):
        return None
    deeds = [
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in leading
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    verb = token if token.head.pos_ not in ("VERB", "AUX") or token.dep_ == "ROOT" else token.head
    doers = own_subject(token) or subject(verb)
    return (token, all_coordinated(doers), all_coordinated(deeds)) if deeds else None


def _share(token: Token, words: AuthorshipWords) -> tuple[Token, Sequence[Token], Sequence[Token]] | None:
    """ "denied any involvement in the raid", "their role in it"."""
    if token.lemma_.lower() not in words.shares or token.pos_ != "NOUN":
        return None
    deeds = [
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ in words.share_prepositions
        for noun in child.children
        if noun.dep_ == "pobj"
    ]
    owners = [child for child in token.children if child.dep_ == "poss"]
    verb = token.head
    if not owners and verb.lemma_.lower() in words.sharing and token.dep_ in ("dobj", "attr", "nsubjpass"):
        owners = list(subject(verb)) if token.dep_ != "nsubjpass" else list(by_agents(verb))
    return (token, all_coordinated(owners), all_coordinated(deeds)) if deeds and owners else None


def _work(token: Token, words: AuthorshipWords) -> tuple[Token, Sequence[Token], Sequence[Token]] | None:
    """ "the raid was the work of deserters"."""
    if token.lemma_.lower() not in words.works or token.dep_ not in ("attr", "oprd") or token.head.pos_ != "AUX":
        return None
    doers = [
        noun
        for child in token.children
        if child.dep_ == "prep" and child.lower_ == "of"
        for noun in child.children
        if noun.dep_ == "pobj"
    ] or [child for child in token.children if child.dep_ == "poss"]
    return token, all_coordinated(doers), subject(token.head)


def _laid(
    reading: Reading,
    trigger: Token,
    doers: Iterable[Token],
    deeds: Iterable[Token],
    told: Mapping[int, Draft],
    words: AuthorshipWords,
) -> Iterator[Draft]:
    actors = named(reading, doers)
    deed = next((noun for noun in deeds if noun.i in told or noun.lemma_.lower() in words.deeds), None)
    if not actors or deed is None:
        return
    known = told.get(deed.i)
    if known is not None and {m.actor for m in known.actors} >= {m.actor for m in actors}:
        return
    start, end = _stretch(trigger)
    yield Draft(
        kind=Kind.EVENT,
        type=VIOLENCE,
        trigger=trigger.i,
        start=min(start, deed.left_edge.i),
        end=max(end, deed.i + 1),
        actors=actors,
        recipients=known.recipients if known else (),
        rule=f"{LAID} ({trigger.lower_}: {deed.lower_})",
        mode=known.mode if known else None,
        acled=known.acled if known else None,
    )


def _used(reading: Reading, token: Token, told: Mapping[int, Draft], words: AuthorshipWords) -> Iterator[Draft]:
    """ "used barrel bombs", "the use of gas by the army"."""
    lemma = token.lemma_.lower()
    if token.i in told or lemma in words.not_use:
        return
    if lemma in words.use_verbs and token.pos_ == "VERB":
        doers: Sequence[Token] = subject(token)
        things = [*objects(token), *_after(token, ("to",))]
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children):
            doers, things = by_agents(token), list(subject(token))
        elif token.tag_ == "VBN" and token.dep_ == "acl":
            doers, things = by_agents(token), [token.head]
    elif lemma in words.use_nouns and token.pos_ == "NOUN":
        doers = [*by_agents(token), *(c for c in token.children if c.dep_ == "poss")]
        things = _after(token, ("of",))
        if not doers and token.dep_ == "dobj":
            doers = subject(token.head)
    else:
        return
    weapon = next((acled for thing in all_coordinated(things) if (acled := words.weapon(thing)) is not None), None)
    actors = named(reading, doers)
    if weapon is None or not actors or any(thing.i in told and told[thing.i].actors for thing in things):
        return
    start, end = _stretch(token)
    yield Draft(
        kind=Kind.EVENT,
        type=VIOLENCE,
        trigger=token.i,
        start=start,
        end=end,
        actors=actors,
        recipients=named(reading, _after(token, ("on", "against")), acting=False),
        rule=f"authorship.used ({lemma}: {weapon})",
        mode="cbrn" if weapon == "Chemical weapon" else None,
        acled=weapon,
    )


def _after(token: Token, prepositions: Sequence[str]) -> list[Token]:
    return [
        noun
        for child in token.children
        if child.dep_ in ("prep", "dative") and child.lower_ in prepositions
        for noun in child.children
        if noun.dep_ == "pobj"
    ]


def _stretch(token: Token) -> tuple[int, int]:
    """The words of the clause around ``token``, from the verb that governs it where it has no subject of its own."""
    start, end = clause(token)
    bearer = token
    for _ in range(DEPTH):
        if bearer.pos_ in ("VERB", "AUX") and own_subject(bearer):
            break
        if bearer.head.i == bearer.i or bearer.dep_ in ("relcl", "advcl"):
            break
        bearer = bearer.head
    first, last = clause(bearer)
    return (min(start, first), max(end, last)) if last - first <= _LONGEST else (start, end)


_LONGEST = 40  # tokens; a longer stretch no longer shows what the claim rests on
