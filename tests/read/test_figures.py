"""How many, of what, and what befell them, in the words of reports from the field."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from testimonia.model.claim import Figure, Unit
from testimonia.read import figures
from tests.read.set_aside import Phrase, phrases, rightly_read

BLIND = phrases("figures")
SECOND = phrases("second/figures")


def one(text: str) -> Figure:
    found = figures.find(text)
    assert len(found) == 1, [figure.text for figure in found]
    return found[0]


def tolls(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(figure.low, figure.high, figure.unit.value) for figure in figures.find(text)]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("17 villagers", 17, 17),
        ("seventeen villagers", 17, 17),
        ("1,250 villagers", 1250, 1250),
        ("two hundred and six villagers", 206, 206),
        ("at least 17 villagers", 17, None),
        ("more than 2000 villagers", 2000, None),
        ("up to 17 villagers", None, 17),
        ("nearly 17 villagers", None, 17),
        ("some 50,000 villagers", 50000, 50000),
        ("between 12 and 15 villagers", 12, 15),
        ("12 to 15 villagers", 12, 15),
        ("between 1 and 2.5 million villagers", 1e6, 2.5e6),
        ("half a million villagers", 5e5, 5e5),
        ("a dozen villagers", 12, 12),
        ("two dozen villagers", 24, 24),
        ("dozens of villagers", 24, 99),
        ("scores of villagers", 40, 199),
        ("hundreds of villagers", 200, 999),
        ("several hundred villagers", 200, 999),
        ("thousands of villagers", 2000, 9999),
        ("tens of thousands of villagers", 20000, 99999),
        ("17 or more villagers", 17, None),
    ],
)
def test_amounts_are_closed_intervals_open_where_the_words_leave_them_open(
    words: str, low: float | None, high: float | None
) -> None:
    figure = one(f"The gorge sheltered {words} that winter.")
    assert (figure.low, figure.high) == (low, high)


def test_about_marks_a_figure_as_approximate() -> None:
    assert one("About 300 tents burned.").approximate
    assert not one("Exactly 300 tents burned.").approximate


def test_a_figure_names_what_it_counts() -> None:
    assert one("The mayor buried 19 of its civilian inhabitants.").counted == "civilian inhabitants"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least 14 killed and 30 wounded, medics said.", [(14, None, "killed"), (30, 30, "injured")]),
        ("A mortar hit the queue, killing 12 and wounding 30.", [(12, 12, "killed"), (30, 30, "injured")]),
        ("Nine miners died and four others were hurt.", [(9, 9, "killed"), (4, 4, "injured")]),
        ("The raid killed a baker and his two sons.", [(1, 1, "killed"), (2, 2, "killed")]),
        ("A child was killed near the well.", [(1, 1, "killed")]),
        ("Police arrested 40 students.", [(40, 40, "detained")]),
        ("Some 9,000 herders have been displaced.", [(9000, 9000, "displaced")]),
        ("Jets flew 30 sorties.", [(30, 30, "strikes")]),
        ("There were no casualties.", [(0, 0, "killed")]),
        ("The ransom was $3 million.", [(3e6, 3e6, "money")]),
        ("The ridge lies 12 km away.", [(12, 12, "distance")]),
        ("The siege went on for 44 months.", [(44, 44, "duration")]),
        ("The death toll rose to 61.", [(61, 61, "killed")]),
        ("Three other hospitals and two schools were hit.", [(3, 3, "other"), (2, 2, "other")]),
        ("Rebels paraded 200 fighters.", [(200, 200, "fighters")]),
        ("Child killed, 3 injured in Friday's blast.", [(1, 1, "killed"), (3, 3, "injured")]),
    ],
)
def test_the_verb_or_the_noun_tells_what_befell_those_counted(
    text: str, expected: list[tuple[float | None, float | None, str]]
) -> None:
    assert tolls(text) == expected


def test_a_part_points_at_its_whole() -> None:
    whole, part = figures.find("The market strike killed 70 people including 20 children.")
    assert (whole.part_of, part.part_of) == (None, whole.start)
    assert (whole.unit, part.unit) == (Unit.KILLED, Unit.KILLED)


def test_a_part_may_stand_before_its_whole() -> None:
    part, whole = figures.find("Two medics were among 31 people killed in the camp.")
    assert part.part_of == whole.start


@pytest.mark.parametrize(
    "text",
    [
        "The pact of 3 May 2014 held.",
        "Resolution 2254 called for talks.",
        "A Su-24 crashed.",
        "The M5 highway is shut.",
        "A 29-year-old medic spoke.",
        "It happened at 16:30.",
        "No doubt remains.",
        "The first truck left.",
        "One can only guess.",
        "A man spoke to reporters.",
    ],
)
def test_dates_names_ages_and_ranks_are_no_figures(text: str) -> None:
    assert figures.find(text) == []


def test_one_among_them_shares_the_fate_told_before() -> None:
    found = tolls("Three persons were killed, a nurse among them, and four others got injured in a blast.")
    assert [(low, unit) for low, _, unit in found] == [(3, "killed"), (1, "killed"), (4, "injured")]


def test_the_text_of_a_figure_is_the_words_at_its_offsets() -> None:
    text = "“More than 2,000 civilians” — among them 300 children — fled; 12 trucks burned."
    found = figures.find(text)
    assert len(found) == 3
    for figure in found:
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(("blind", "first_score"), [(BLIND, 34), (SECOND, 34)])
def test_phrases_set_aside_before_the_finder_saw_them_are_mostly_right(blind: list[Phrase], first_score: int) -> None:
    def reads(phrase: Phrase, start: int, end: int) -> bool:
        return any(
            figure.start < end
            and start < figure.end
            and (figure.low, figure.high) == (phrase["low"], phrase["high"])
            and figure.unit.value == phrase["unit"]
            for figure in figures.find(phrase["text"])
        )

    assert len(blind) == 40
    assert rightly_read(blind, reads) >= first_score


_WORDS = st.sampled_from(
    [
        "at",
        "least",
        "12",
        "to",
        "5,000",
        "2.5",
        "million",
        "half",
        "a",
        "an",
        "dozen",
        "of",
        "the",
        "and",
        "killed",
        "wounded",
        "people",
        "no",
        "one",
        "two",
        "hundred",
        "thousands",
        "between",
        "$",
        "%",
        "-",
        ",",
        ".",
        "including",
        "them",
        "his",
        "wife",
        "was",
        "were",
        "3m",
        "0",
        "many",
        "more",
        "than",
        "up",
        "to",
        "tens",
        "toll",
        "rose",
        "several",
        "few",
    ]
)


@given(st.lists(_WORDS, max_size=25).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_any_run_of_words_of_number_gives_figures_in_order_with_exact_spans(text: str) -> None:
    last = 0
    for figure in figures.find(text):
        assert last <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        last = figure.end


@given(st.text(max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_at_all_is_read_without_an_error(text: str) -> None:
    for figure in figures.find(text):
        assert text[figure.start : figure.end] == figure.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Death toll: 61", [(61, 61, "killed")]),
        ("Flames burned 271 buildings.", [(271, 271, "other")]),
        ("Sixteen of the 22 hostages were freed.", [(16, 16, "detained"), (22, 22, "detained")]),
        ("The clinic treated 211 patients, of whom 35 died.", [(211, 211, "people"), (35, 35, "killed")]),
        ("Nobody was hurt.", [(0, 0, "injured")]),
        ("One in five houses is gone.", []),
        ("A 500lb bomb fell.", []),
        ("The brothers, aged 9 and 12, slept.", []),
        ("One final word.", []),
    ],
)
def test_a_unit_is_given_only_to_those_it_befell(
    text: str, expected: list[tuple[float | None, float | None, str]]
) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A commander was killed by a drone, according to two officials.", [(1, 1, "killed"), (2, 2, "people")]),
        ("The guard was killed by three gunmen.", [(3, 3, "fighters")]),
        ("Among the dead were two nurses.", [(2, 2, "killed")]),
        ("Those killed in the raid include 14 children.", [(14, 14, "killed")]),
        ("The death toll in the province has risen to 61.", [(61, 61, "killed")]),
        ("A blast brought to 45 the number killed.", [(45, 45, "killed")]),
        ("Killed: 2 herders", [(2, 2, "killed")]),
        ("Amina (21 years) was buried.", []),
    ],
)
def test_nouns_of_the_dead_count_only_where_they_speak_of_the_number(
    text: str, expected: list[tuple[float | None, float | None, str]]
) -> None:
    assert tolls(text) == expected


def test_a_predicate_behind_a_list_of_parts_belongs_to_the_whole() -> None:
    text = "Shelling left six people, including one woman and two children, dead and 75 others injured."
    assert tolls(text) == [(6, 6, "killed"), (1, 1, "killed"), (2, 2, "killed"), (75, 75, "injured")]


def killed(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for f in figures.find(text) if f.unit is Unit.KILLED]


@pytest.mark.parametrize(
    ("text", "tolls"),
    [
        ("The death toll rose from 12 to 19 overnight.", [(19, 19)]),
        ("The mayor put the toll at 40, up from 31.", [(40, 40)]),
        ("The clinic revised the number of dead from 90 to 61.", [(61, 61)]),
        ("A third body was dug out, bringing the dead to 8.", [(8, 8)]),
        ("The first reports spoke of 40 dead, but the morgue counted 22.", [(40, 40), (22, 22)]),
        ("The army said five men died, while villagers spoke of 50.", [(5, 5), (50, 50)]),
        ("The ministry said 40 people died, then corrected the figure to 14.", [(40, 40), (14, 14)]),
    ],
)
def test_a_corrected_toll_is_the_new_one_and_another_count_is_told_again(
    text: str, tolls: list[tuple[float, float]]
) -> None:
    assert killed(text) == tolls


def test_not_one_is_none() -> None:
    assert killed("Not one soldier died in the ambush.") == [(0, 0)]
    assert killed("Not a single civilian was killed.") == [(0, 0)]
    assert not figures.find("Not a single road was open.")


def test_a_range_of_something_else_stays_a_range() -> None:
    assert killed("From 3 to 5 people were killed.") == [(3, 5)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Raids hit two rebel-held towns and killed 12 children.", [(2, 2, "other"), (12, 12, "killed")]),
        ("At least 28 IS fighters were killed.", [(28, None, "killed")]),
        ("They destroyed two lorries and killed ten soldiers.", [(2, 2, "other"), (10, 10, "killed")]),
        ("Rebels lost 12 Ugandan army troops, killed at dawn.", [(12, 12, "killed")]),
        ("A bulldozer was destroyed, killing three guards.", [(3, 3, "killed")]),
        ("Shelling killed six people a monitor said.", [(6, 6, "killed")]),
        ("Shelling wounded dozens more the observatory said.", [(24, 99, "injured")]),
        ("A car bomber killed at least four people.", [(4, None, "killed")]),
        ("The town saw several rounds of heavy fighting.", [(3, 9, "other")]),
        ("The group updated to 18 its toll.", [(18, 18, "killed")]),
        ("The militia took over two oil fields.", [(2, 2, "other")]),
        ("Warplanes circled near two villages.", [(2, 2, "other")]),
    ],
)
def test_a_count_is_of_what_its_noun_phrase_is_about(text: str, expected: list[tuple[int, int | None, str]]) -> None:
    assert tolls(text) == expected


def test_a_list_of_parts_ends_where_the_whole_has_its_verb() -> None:
    text = "At least 13 people, mostly women, were killed and over 30 others were wounded."
    assert tolls(text) == [(13, None, "killed"), (30, None, "injured")]


def test_those_who_belong_to_others_do_not_share_their_fate() -> None:
    assert tolls("The wives of the five fighters were killed.") == [(5, 5, "fighters")]


def test_one_of_several_is_counted_where_something_befell_them() -> None:
    (found,) = figures.find("The gunmen killed one of their nurses.")
    assert (found.low, found.unit) == (1, Unit.KILLED)
    assert [f.low for f in figures.find("One of the raids killed twelve people.")] == [12]


def test_those_named_behind_whose_the_first_are_share_their_fate() -> None:
    assert [f.unit for f in figures.find("The raids killed 14 fighters of the front and five farmers.")] == [
        Unit.KILLED
    ] * 2


def test_a_bare_part_is_of_those_it_is_a_part_of() -> None:
    found = figures.find("There are 1.5 million civilians in the city including some 250,000 in the camps.")
    assert [f.unit for f in found] == [Unit.PEOPLE] * 2


@pytest.mark.parametrize(("text", "low"), [("Over 1 000 people fled.", 1000), ("On July 25 300 people fled.", 300)])
def test_thousands_parted_by_a_space_are_one_number_and_a_day_and_a_count_are_two(text: str, low: float) -> None:
    assert [f.low for f in figures.find(text)] == [low]


def test_those_among_the_dead_were_killed() -> None:
    (found,) = figures.find("Two soldiers are reportedly among the deceased.")
    assert found.unit is Unit.KILLED


def test_a_verb_of_harm_before_a_number_is_no_noun_behind_one() -> None:
    found = figures.find("05-02-2015 Shells Hit Goma Kills 3 Wounds 20")
    assert [(f.low, f.unit) for f in found] == [(3, Unit.KILLED), (20, Unit.INJURED)]


def test_reports_that_say_so_are_not_what_is_counted() -> None:
    assert [f.unit for f in figures.find("The blast left scores wounded reports say.")] == [Unit.INJURED]
    assert [f.counted for f in figures.find("12 wounded soldiers said nothing.")] == ["wounded soldiers"]


def test_a_word_on_most_of_them_does_not_part_those_counted_from_what_befell_them() -> None:
    (found,) = figures.find("At least 30 passengers most of them from Goma were killed on Monday.")
    assert found.unit is Unit.KILLED
    (found,) = figures.find("At least 30 passengers, most of whom were wounded, fled.")
    assert found.unit is Unit.PEOPLE


@pytest.mark.parametrize("along", ["along with", "together with", "alongside"])
def test_those_who_shared_a_fate_are_counted_by_it(along: str) -> None:
    assert figures.find(f"The pilot was killed {along} six nurses.")[-1].unit is Unit.KILLED


def test_the_whole_of_which_those_counted_are_members_is_not_counted() -> None:
    (found,) = figures.find("The mine wounded six members of one family.")
    assert found.counted == "members"


def test_another_so_many_met_what_those_before_met() -> None:
    text = "The raids killed 19 people including six pupils outside the city of Goma and another 23 people in Beni."
    assert [f.unit for f in figures.find(text)] == [Unit.KILLED] * 3


def test_the_number_of_a_page_counts_nothing() -> None:
    assert not figures.find("The army took the hill, the agency reported.  219")
    assert figures.find("The army took the hill and killed 219.")


def test_the_missing_do_not_share_the_fate_of_the_dead() -> None:
    assert [f.unit for f in figures.find("53 people were dead and more than 200 missing.")] == [Unit.KILLED, Unit.OTHER]


def test_a_youth_is_one_person_and_a_family_is_many() -> None:
    [figure] = figures.find("A youth was wounded in Goma.")
    assert (figure.low, figure.high, figure.unit) == (1, 1, Unit.INJURED)
    assert not figures.find("A family was killed in Goma.")


def test_a_toll_is_reached_past_a_number_within_a_word() -> None:
    found = figures.find("A group put the death toll from the six-year conflict at more than 470000 people.")
    assert [figure.unit.value for figure in found][-1] == "killed"


def test_a_group_written_in_capitals_is_no_auxiliary() -> None:
    assert figures.find("IS killed 270 guards employees and drivers in Goma.")[0].unit.value == "killed"


def test_what_is_shot_down_is_no_strike() -> None:
    assert figures.find("Troops shot down 4 drones.")[0].unit.value == "other"
    assert figures.find("Troops fired 4 rockets.")[0].unit.value == "strikes"


def test_blocks_of_flats_are_no_distance() -> None:
    assert figures.find("Rockets set two apartment blocks on fire.")[0].unit.value == "other"


def test_a_body_so_many_strong_is_of_people() -> None:
    assert figures.find("Aid reached a 300000 strong community.")[0].unit.value == "people"


def test_a_nationality_before_several_is_not_one_person() -> None:
    assert not figures.find("The regime and its Russian and Iranian allies were killed.")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Nine of the wounded are in a critical condition.", Unit.INJURED),
        ("Six of the dead were nurses.", Unit.KILLED),
        ("The footage showed dozens of severely wounded children.", Unit.INJURED),
        ("They left behind dozens of dead and wounded fighters.", Unit.PEOPLE),
        ("Three men were stoned to death in Goma.", Unit.KILLED),
        ("A bus carried 30 wounded to the clinic.", Unit.INJURED),
    ],
)
def test_a_word_of_harm_in_the_noun_phrase_tells_what_befell_those_counted(text: str, unit: Unit) -> None:
    (found,) = figures.find(text)
    assert found.unit is unit


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The raids killed 23 civilians in Harran and 21 others in Goma.", [(23, "killed"), (21, "killed")]),
        ("The blast injured three guards in addition to five patients.", [(3, "injured"), (5, "injured")]),
        ("Three people sustained injuries in the blast.", [(3, "injured")]),
        ("Ten villagers, some of them children, killed in air raid", [(10, "killed")]),
        ("At least 11 children were among the 26 villagers killed.", [(11, "killed"), (26, "killed")]),
        ("The death count could be over 50.", [(50, "killed")]),
    ],
)
def test_those_told_with_others_share_what_befell_them(text: str, told: list[tuple[int, str]]) -> None:
    assert [(f.low, f.unit.value) for f in figures.find(text)] == told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Another nurse and a baker were killed by a shell.", [(1, 1, "killed"), (1, 1, "killed")]),
        ("The raid wounded two guards, and another miner was killed.", [(2, 2, "injured"), (1, 1, "killed")]),
        ("Another three were wounded at the well.", [(3, 3, "injured")]),
        ("Another village was shelled.", []),
    ],
)
def test_another_of_a_kind_is_one_more(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert tolls(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The militia holds 40 percent of the town.",
        "About 55 per cent of the wells were lost.",
        "Some 12% of the harvest was burned.",
        "After several days, Chadian jets came back.",
        "After several days Chadian jets came back.",
        "The unrest of the last few weeks centres on the harbour.",
    ],
)
def test_a_share_and_a_stretch_of_time_count_nothing_around_them(text: str) -> None:
    assert all(figure.unit is Unit.DURATION for figure in figures.find(text))


def test_those_estimated_to_have_been_killed_are_a_toll() -> None:
    assert tolls("Some 900 miners are estimated to have been killed.") == [(900, 900, "killed")]
