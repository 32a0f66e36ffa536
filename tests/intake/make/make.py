#!/usr/bin/env python3
"""Writes the cases of this folder that are our own (31 and up) from what people in eleven countries would send.

    python3 tests/intake/make/make.py

Needs Python 3.11, openpyxl and, for .xls and .ods, LibreOffice (`soffice`). The files are committed: tests read them and
never run this."""

import english
import indonesian
import islands
import kit
import mainland
import mails
import malay
import second
import thai
import vietnamese

for one in (indonesian, malay, vietnamese, thai, mainland, islands, mails, english, second):
    one.make()
print(f"{len(kit.MADE)} cases")
