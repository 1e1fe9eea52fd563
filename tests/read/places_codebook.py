"""A small codebook for the tests of places: seven states, two places of a supplement, four actors."""

from __future__ import annotations

from pathlib import Path

from testimonia.codebook.codebook import Codebook, load

STATES = """iso3,iso2,name,official,aliases,adjectives,people,capital,metonyms,latitude,longitude
SYR,SY,Syria,Syrian Arab Republic,,Syrian,Syrians|Syrian,Damascus,,35,38
TUR,TR,Turkey,Republic of Turkey,Türkiye|Turkiye,Turkish,Turks|Turk,Ankara,,39,35
RUS,RU,Russia,Russian Federation,,Russian,Russians|Russian,Moscow,Kremlin,60,100
USA,US,United States,United States of America,US|U.S.|USA|America,American|US,Americans,Washington,White House,39.8,-98
GBR,GB,United Kingdom,,UK|U.K.|Britain,British,Britons,London,Downing Street,54,-2
IRQ,IQ,Iraq,Republic of Iraq,,Iraqi,Iraqis|Iraqi,Baghdad,,33,44
JOR,JO,Jordan,,,Jordanian,Jordanians,Amman,,31,36
"""
PLACES = """id,name,aliases,latitude,longitude,precision,kind,within,country
aleppo,Aleppo,Halab,36.2,37.16,locality,city,,syria
castello-road,Castello Road,Castello highway,36.25,37.15,exact,road,aleppo,syria
"""
ACTORS = """- id: isis
  name: Islamic State in Iraq and the Levant
  kind: group
- id: fsa
  name: Free Syrian Army
  kind: group
- id: washington-post
  name: Washington Post
  kind: outlet
- id: hama-agency
  name: Orontes Press
  kind: outlet
  aliases: [HAMA]
"""


def small_codebook(folder: Path) -> Codebook:
    """The codebook, written into ``folder`` and loaded over the English word lists."""
    (folder / "states.csv").write_text(STATES, encoding="utf-8")
    (folder / "places.csv").write_text(PLACES, encoding="utf-8")
    (folder / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    return load(folder, base=("english",))
