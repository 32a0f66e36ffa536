#!/usr/bin/env python3
"""Writes holidays.csv from the PyPI package `holidays`: pip install holidays==0.109 && python3 make_holidays.py

One row per holiday. `where` says whom it concerns: `*` everyone in the country, else a list of subdivisions, in which
`-` is the country as a whole (no subdivision given). The name comes last and may hold commas.
"""

from collections import defaultdict
from pathlib import Path

import holidays

COUNTRIES = "BN ID KH LA MM MY PH SG TH TL VN".split()
YEARS = range(2024, 2031)
# What the package calls `government` are days off for offices that many companies work: Indonesia's joint leave.
KINDS = ("public", "government")
# The day the package's version was released.
AS_OF = {"0.109": "2026-11-17"}[holidays.__version__]
NATION = "-"


def status_and_name(name: str) -> tuple[str, str]:
    for label, kept in ((" (observed, estimated)", " (observed)"), (" (estimated)", "")):
        if name.endswith(label):
            return "estimated", name.removesuffix(label) + kept
    if "estimated" in name:
        raise ValueError(f"a label this script does not know: {name}")
    return "confirmed", name


def rows(country: str) -> list[str]:
    package = getattr(holidays, country)
    places = {NATION: None} | {code: code for code in package.subdivisions}
    where = defaultdict(list)
    for place, subdivision in places.items():
        for kind in (kind for kind in KINDS if kind in package.supported_categories):
            table = package(subdiv=subdivision, years=YEARS, categories=(kind,), language="en_US")
            for day in table:
                if day.year in YEARS:
                    for name in table.get_list(day):
                        where[day, kind, *status_and_name(name)].append(place)
    return [
        ",".join([country, "*" if len(at) == len(places) else "|".join(at), day.isoformat(), kind, status, name])
        for (day, kind, status, name), at in sorted(where.items())
    ]


def main() -> None:
    lines = [
        f"# source: PyPI holidays {holidays.__version__}, MIT, see LICENSE-holidays",
        f"# as-of: {AS_OF}",
        f"# years: {YEARS[0]} {YEARS[-1]}",
        "country,where,date,kind,status,name",
    ]
    for country in COUNTRIES:
        lines += rows(country)
    Path(__file__).with_name("holidays.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
