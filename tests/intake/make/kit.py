"""What the makers of cases share: sheets from text, files in several formats, and truth files.

A sheet is text: a line a row, cells parted by `|`. `'12` is text, `@2026-10-05` a date, `=A1` a formula, a plain number a
number, anything else text; `\\n` is a line end inside a cell."""

import datetime
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.utils import range_boundaries

CASES = Path(__file__).resolve().parent.parent / "cases"
NUMBER = re.compile(r"-?\d+(\.\d+)?")
MADE = []


def cell(text):
    text = text.strip().replace("\\n", "\n")
    if not text:
        return None
    if text[0] == "'":
        return text[1:]
    if text[0] == "@":
        return datetime.datetime.fromisoformat(text[1:])
    if NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def rows(text):
    return [[cell(part) for part in line.split("|")] for line in text.strip("\n").split("\n")]


def book(sheets, formats=None, merged=(), hidden=(), start=(1, 1)):
    """A workbook of {name: text}. `formats`: {"Sheet!C5": "0.0%"} or {"C5:C9": ...} for the first sheet."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, text in sheets.items():
        page = made.create_sheet(name)
        page.sheet_state = "hidden" if name in hidden else "visible"
        for down, line in enumerate(rows(text)):
            for right, value in enumerate(line):
                if value is not None:
                    put(page.cell(start[0] + down, start[1] + right), value)
    first = next(iter(sheets))
    for where, code in (formats or {}).items():
        name, _, area = where.rpartition("!")
        left, top, right, bottom = range_boundaries(area)
        for line in made[name or first].iter_rows(top, bottom, left, right):
            for one in line:
                one.number_format = code
    for where in merged:
        name, _, area = where.rpartition("!")
        made[name or first].merge_cells(area)
    return made


def put(at, value):
    at.value = value
    if isinstance(value, str) and not value.startswith("="):
        at.data_type = "s"
    if isinstance(value, datetime.datetime):
        at.number_format = "dd/mm/yyyy"


def folder(case):
    path = CASES / case
    path.mkdir(parents=True, exist_ok=True)
    return path


def office(source, ending, target, options=""):
    """Saves a file by LibreOffice in another format, as someone who works with it would."""
    with tempfile.TemporaryDirectory() as home:
        command = ["soffice", f"-env:UserInstallation=file://{home}/profile", "--headless", "--convert-to", ending + options, "--outdir", home, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=180)
        shutil.copyfile(Path(home) / f"{Path(source).stem}.{ending}", target)


def save(case, name, made, kept=False):
    """Saves a workbook; `kept` lets LibreOffice compute what its formulas come to."""
    path, ending = folder(case) / name, Path(name).suffix[1:]
    if ending == "xlsx" and not kept:
        made.save(path)
        return
    with tempfile.TemporaryDirectory() as home:
        draft = Path(home) / "draft.xlsx"
        made.save(draft)
        office(draft, ending, path)


def write(case, name, data):
    (folder(case) / name).write_bytes(data)


def stated(text):
    found = {}
    for pair in text.split():
        key, rest = pair.split("=")
        value, where = rest.split("@")
        found[key] = {"value": value, "cell": where}
    return found


def remark(item):
    text, where, *category = item
    return {"text": text, "cell": where} | ({"category": category[0]} if category else {})


def report(sheet, kind, who, period, currency=None, measures="", lines=None, ask=(), optional="", may_compute="", **remarks):
    made = {
        "sheet": sheet,
        "kind": kind,
        "distributor": who,
        "period": period,
        "currency": currency,
        "measures": stated(measures),
        "remarks": {key: [remark(item) for item in items] for key, items in remarks.items()},
        "lines": lines,
        "questions": [],
        "must_ask": list(ask),
    }
    if optional:
        made["optional"] = stated(optional)
    if may_compute:
        made["may_compute"] = stated(may_compute)
    return made


def case(name, country, quirks, files):
    """Writes a truth file. `files`: {file: [report, ...]}, or the reason why it is refused."""
    MADE.append(name)
    made = [
        {"file": file, "refused": {"reason": said}, "reports": []} if isinstance(said, str) else {"file": file, "refused": None, "reports": said}
        for file, said in files.items()
    ]
    text = json.dumps({"country": country, "quirks": quirks, "files": made}, ensure_ascii=False, indent=1)
    (folder(name) / "truth.json").write_text(text + "\n", encoding="utf-8")


def sold(data):
    """The totals of a list of sales: rows of (ISO day, units, money as text)."""
    from decimal import Decimal

    days = sorted(day for day, _, _ in data)
    total = sum((Decimal(money) for _, _, money in data), Decimal(0))
    total = format(total, "f")
    if "." in total:
        total = total.rstrip("0").rstrip(".")
    return {"count": len(data), "quantity": str(sum(units for _, units, _ in data)), "amount": total, "first": days[0], "last": days[-1]}
