## Evidence
evidence = Says who?
evidence-exactly = exactly { $exact }
evidence-parts = The stated values behind it
evidence-part = Report
evidence-stated = Stated
evidence-cell = Cell
sheet-region = Sheet { $sheet }, as it came
sheet-caption = Sheet { $sheet }. Recognised cells are marked.
sheet-cut = The sheet goes on; what was recognised stands above.
sheets = Sheets of the file
