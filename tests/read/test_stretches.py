from testimonia.read.stretches import clause, phrase, telling
from tests.read.telling import parsed, word


def test_a_phrase_leaves_out_article_and_tail() -> None:
    doc = parsed("The exhausted Basque militia of the coast withdrew.")
    start, end = phrase(word(doc, "militia"))
    assert doc[start:end].text == "exhausted Basque militia"


def test_a_clause_leaves_out_what_another_verb_tells() -> None:
    doc = parsed("The army captured the hill on Monday, and on Tuesday the rebels shelled the town.")
    start, end = clause(word(doc, "captured"))
    assert doc[start:end].text == "The army captured the hill on Monday"


def test_an_infinitive_is_shown_with_who_plans_it() -> None:
    doc = parsed("Kerry plans to meet the envoys in Geneva.")
    start, end = telling(word(doc, "meet"), frozenset())
    assert doc[start:end].text == "Kerry plans to meet the envoys in Geneva"


def test_a_noun_is_shown_with_the_verb_that_carries_it_out() -> None:
    doc = parsed("On Monday the rebels launched an offensive against the town.")
    start, end = telling(word(doc, "offensive"), frozenset({"launch"}))
    assert "rebels launched an offensive against the town" in doc[start:end].text
