#!/usr/bin/env python3
"""Fills the blank forms in ../forms/blank, which the app wrote, and saves them as people do: again as .xlsx, as .ods, .xls and
.csv by LibreOffice, by another library, as values only, and as a .csv with decimal commas.

    python3 tests/intake/make/forms.py

Needs Python 3.11, openpyxl and LibreOffice (`soffice`). The files are committed: tests read them and never run this."""

from pathlib import Path

import openpyxl
from kit import office

FORMS = Path(__file__).resolve().parent.parent / "forms"


def fill(page):
    """Each number is told from every other by its row; two sentences in each list."""
    said = 0
    for row in range(1, page.max_row + 1):
        label, hint = page.cell(row, 1).value, page.cell(row, 3).value or ""
        if row > 6 and hint.startswith("Full amount"):
            page.cell(row, 2).value = 1000000 + row + 0.25
        elif row > 6 and hint.startswith(("Whole number", "In units")):
            page.cell(row, 2).value = 100 * row
        said = 0 if not label else said
        if label in ("1.", "2."):
            page.cell(row, 2).value = f"Said in row {row}"
            if page.title.startswith("Weekly") and row < 19:
                page.cell(row, 3).value = "Stock"


def values(page):
    made = openpyxl.Workbook()
    made.active.title = "Sheet1"
    for line in page.iter_rows():
        for one in line:
            if one.value is not None:
                made.active.cell(one.row, one.column).value = one.value
    return made


def commas(page):
    def field(value):
        text = "" if value is None else str(value).replace(".", ",") if isinstance(value, float) else str(value)
        return f'"{text}"' if ";" in text else text

    return "".join(";".join(field(one.value) for one in line) + "\r\n" for line in page.iter_rows(max_col=3))


for kind in ("weekly", "monthly"):
    book = openpyxl.load_workbook(FORMS / "blank" / f"{kind}.xlsx")
    page = book.worksheets[0]
    fill(page)
    filled = FORMS / f"{kind}-by-openpyxl.xlsx"
    book.save(filled)
    for ending in ("xlsx", "ods", "xls", "csv"):
        office(filled, ending, FORMS / f"{kind}-by-libreoffice.{ending}")
    values(page).save(FORMS / f"{kind}-values-only.xlsx")
    (FORMS / f"{kind}-decimal-commas.csv").write_text(commas(page), encoding="utf-8-sig", newline="")
print(len(list(FORMS.iterdir())) - 1, "forms")
