from __future__ import annotations

from dataclasses import replace

from testimonia.model.claim import PlaceMention, PlacePrecision, SourceKind
from testimonia.model.dispute import DisputeKind
from tests.compare.telling import compared, of_kind, only, strike
from tests.factories import Telling


def test_tolls_keep_each_sources_number_and_choose_none() -> None:
    comparison = compared(
        strike("Valley Post", "Jets bombed the clinic", 14), strike("Coast Daily", "Jets bombed the clinic", 27)
    )
    (toll,) = comparison.tolls
    assert (toll.low, toll.high, toll.victims) == (14, 27, "people")
    assert sorted((source.name, source.low) for source in toll.sources) == [("Coast Daily", 27), ("Valley Post", 14)]


def test_two_sources_within_one_account_can_differ() -> None:
    text = "Jets bombed Darkush on 26 April. The Valley Monitor said ten people died, the White Cross said eight died."
    telling = Telling("Valley Post", text)
    for words, number, count, source in (
        ("ten people died", "ten people", 10, ("valley-monitor", "Valley Monitor")),
        ("eight died", "eight", 8, ("white-cross", "White Cross")),
    ):
        telling.claim(words, place="Darkush", on="2016-04-26", figures=[telling.figure(number, count)], source=source)
    dispute = only(compared(telling), DisputeKind.TOLL)
    assert sorted(answer.value for answer in dispute.answers) == ["10", "8"]


def test_a_headline_that_drops_at_least_does_not_contradict_its_lead() -> None:
    text = "Jets kill 14 in Darkush. At least 14 people died in the strike on Darkush on 26 April."
    one = Telling("Valley Post", text)
    one.claim("Jets kill 14 in Darkush", place="Darkush", on="2016-04-26", figures=[one.figure("14", 14)])
    one.claim(
        "At least 14 people died in the strike on Darkush on 26 April", place="Darkush", on="2016-04-26",
        figures=[one.figure("At least 14 people", 14, open_ended=True)],
    )  # fmt: skip
    comparison = compared(one, strike("Coast Daily", "Jets bombed the clinic", 27))
    assert not of_kind(comparison, DisputeKind.TOLL)


def test_a_number_that_an_account_repeats_and_does_not_believe_replaces_no_other() -> None:
    text = "Jets bombed Darkush on 26 April. Sixty died, they say. We counted twenty dead."
    doubter = Telling("Hill Review", text, "2016-04-29")
    doubter.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26", acled="Air/drone strike")
    doubter.claim(
        "Sixty died", place="Darkush", on="2016-04-26", figures=[doubter.figure("Sixty", 60)],
        source=("case:they", "they"), source_kind=SourceKind.UNNAMED,
    )  # fmt: skip
    doubter.claim("twenty dead", place="Darkush", on="2016-04-26", figures=[doubter.figure("twenty", 20)])
    dispute = only(compared(strike("Valley Post", "Jets bombed the clinic", 50), doubter), DisputeKind.TOLL)
    assert {"50", "20"} <= {answer.value for answer in dispute.answers}


def test_round_words_of_one_source_do_not_hide_that_two_numbers_clash() -> None:
    text = "Jets bombed Darkush on 26 April. The Valley Monitor said more than 60 died, the White Cross said 55 died."
    telling = Telling("Valley Post", text)
    for words, number, count, source in (
        ("more than 60 died", "more than 60", 60, ("valley-monitor", "Valley Monitor")),
        ("55 died", "55", 55, ("white-cross", "White Cross")),
    ):
        figure = telling.figure(number, count, open_ended=count == 60)
        telling.claim(words, place="Darkush", on="2016-04-26", figures=[figure], source=source)
    other = Telling("Coast Daily", "Jets bombed Darkush on 26 April. The Valley Monitor said scores died there.")
    other.claim("scores died there", place="Darkush", on="2016-04-26", figures=[other.figure("scores", 40, 199)],
                source=("valley-monitor", "Valley Monitor"))  # fmt: skip
    dispute = only(compared(telling, other), DisputeKind.TOLL)
    assert len(dispute.answers) == 2


def test_children_among_the_dead_are_set_against_another_number_of_children() -> None:
    one = strike("Valley Post", "Jets bombed the clinic", 35)
    two = Telling("Coast Daily", "Jets killed 35 people, 22 of them children, in Darkush on 26 April.")
    three = Telling("Hill Review", "Jets killed 35 people, 11 of them children, in Darkush on 26 April.")
    for telling, number in ((two, 22), (three, 11)):
        whole = telling.figure("35 people", 35)
        part = replace(telling.figure(str(number), number, counted="children"), part_of=whole.start)
        telling.claim(
            telling.text[:-1], place="Darkush", on="2016-04-26", figures=[whole, part], acled="Air/drone strike"
        )
    dispute = only(compared(one, two, three), DisputeKind.TOLL)
    assert {answer.value for answer in dispute.answers} == {"11", "22"}


def test_what_was_also_hit_counts_other_dead() -> None:
    text = "The Valley Monitor said eight died in Darkush on 26 April. A bus was also hit there, killing seven."
    telling = Telling("Valley Post", text)
    telling.claim("eight died in Darkush on 26 April", place="Darkush", on="2016-04-26",
                  figures=[telling.figure("eight", 8)], source=("valley-monitor", "Valley Monitor"))  # fmt: skip
    telling.claim("A bus was also hit there, killing seven", place=None, on="2016-04-26",
                  figures=[telling.figure("seven", 7)])  # fmt: skip
    assert not of_kind(compared(telling), DisputeKind.TOLL)


def test_bodies_seen_so_far_contradict_no_greater_number() -> None:
    text = "Jets bombed Darkush on 26 April. The White Cross said at least 14 bodies were taken to hospital."
    seen = Telling("Coast Daily", text)
    seen.claim("Jets bombed Darkush on 26 April", place="Darkush", on="2016-04-26", acled="Air/drone strike")
    seen.claim(
        "at least 14 bodies were taken to hospital", place="Darkush", on="2016-04-26",
        figures=[seen.figure("at least 14 bodies", 14, open_ended=True)], source=("white-cross", "The White Cross"),
    )  # fmt: skip
    assert not of_kind(compared(strike("Valley Post", "Jets bombed the clinic", 60), seen), DisputeKind.TOLL)


def test_a_count_of_a_whole_day_is_set_against_no_single_strike() -> None:
    text = "Strikes killed 60 people in Darkush over the past 24 hours."
    summed = Telling("Coast Daily", text, "2016-04-26")
    summed.claim(
        text[:-1], place="Darkush", on="2016-04-26", figures=[summed.figure("60 people", 60)],
        trigger="Strikes", acled="Air/drone strike",
    )  # fmt: skip
    assert not of_kind(compared(strike("Valley Post", "Jets bombed the clinic", 14), summed), DisputeKind.TOLL)


def test_a_village_that_an_account_counts_apart_is_part_of_its_region() -> None:
    text = "Jets killed 13 people in Idlib province. In the west of it eight people died in Darkush."
    telling = Telling("Coast Daily", text, "2016-04-28")
    whole = telling.claim(
        "Jets killed 13 people in Idlib province", on="2016-04-26", figures=[telling.figure("13 people", 13)],
        source=("valley-monitor", "Jets"),
    )  # fmt: skip
    at = telling.at("Idlib province")
    region = PlaceMention(
        "geonames:169387", "Idlib", 35.9, 36.6, PlacePrecision.REGION, at.text, at.start, at.end,
    )  # fmt: skip
    telling.claims[-1] = replace(whole, places=(region,))
    telling.claim(
        "eight people died in Darkush", place="Darkush", on="2016-04-26", figures=[telling.figure("eight people", 8)],
    )  # fmt: skip
    assert not of_kind(compared(telling), DisputeKind.TOLL)
