"""What the parser hangs wrong for sure is hung right, and nothing else is moved."""

import pytest
from spacy.tokens import Doc

from testimonia.read import trees
from testimonia.read.grammar import pipeline
from tests.read.telling import parsed, word


@pytest.mark.parametrize(
    ("text", "main", "aside", "said"),
    [
        ("An inquest found in a draft, copies of which were seen on Monday, that troops had shelled the town.",
         "found", "seen", "shelled"),
        ("The envoy said in a letter, a copy of which was seen by reporters, that troops had killed 20 people.",
         "said", "seen", "killed"),
        ("A team of monitors concluded in a report, parts of which were leaked in May, that the bridge was mined.",
         "concluded", "leaked", "mined"),
    ],
)  # fmt: skip
def test_what_a_relative_aside_took_goes_back_to_the_main_clause(text: str, main: str, aside: str, said: str) -> None:
    doc = parsed(text)
    assert [sentence.root.text for sentence in doc.sents] == [main]
    assert word(doc, aside).dep_ == "relcl"
    assert (word(doc, said).head.text, word(doc, said).dep_) == (main, "ccomp")
    assert any(child.dep_ == "nsubj" for child in word(doc, main).children)


@pytest.mark.parametrize(
    ("text", "noun", "name"),
    [
        ("On Friday he met the leaders of Chad and Niger, Idriss Deby and Mahamadou Issoufou.", "leaders", "Deby"),
        ("Troops killed two commanders of the group, Abu Salim and Abu Nour, in the hills.", "commanders", "Salim"),
    ],
)  # fmt: skip
def test_names_behind_those_who_bear_an_office_stand_beside_the_office(text: str, noun: str, name: str) -> None:
    found = word(parsed(text), name)
    assert (found.head.text, found.dep_) == (noun, "appos")


@pytest.mark.parametrize(
    "text",
    [
        "They met the leaders of Chad, Burkina Faso and Ivory Coast in the spring.",
        "The miners, many of whom come from the north, took the town.",
        "Troops fled at dawn.",
        "Nobody was hurt.",
    ],
)
def test_other_sentences_stay_as_the_parser_hung_them(text: str) -> None:
    doc = pipeline()(text)
    before = [(token.head.i, token.dep_) for token in doc]
    trees.mend(doc)
    assert [(token.head.i, token.dep_) for token in doc] == before


def test_a_document_without_words_is_left_alone() -> None:
    doc = Doc(pipeline().vocab)
    trees.mend(doc)
    assert len(doc) == 0


@pytest.mark.parametrize(
    ("text", "main", "describing", "noun"),
    [
        ("Jets thought to belong to the Sudanese army struck the market of Nyala.", "struck", "thought", "Jets"),
        ("The missiles fired from a Sudanese warplane also wounded 25 others in Nyala.",
         "wounded", "fired", "missiles"),
        ("Two farmers were hurt on Sunday when groups affiliated to the militia fired a shell on Nyala.",
         "fired", "affiliated", "groups"),
    ],
)  # fmt: skip
def test_a_participle_that_describes_its_noun_gives_the_clause_back(
    text: str, main: str, describing: str, noun: str
) -> None:
    doc = parsed(text)
    assert (word(doc, noun).head.text, word(doc, noun).dep_) == (main, "nsubj")
    assert (word(doc, describing).head.text, word(doc, describing).dep_) == (noun, "acl")
    assert len(list(doc.sents)) == 1


@pytest.mark.parametrize(
    "text",
    ["The army fired shells and killed nine farmers in Nyala.", "The militia held Nyala, lost it and fled."],
)
def test_a_deed_that_is_told_before_another_stays_one(text: str) -> None:
    doc = parsed(text)
    assert all(token.dep_ != "acl" for token in doc)
