## Settings
look = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
record = Record
record-note = Reports, decisions and the files they came from lie in one folder. Copy it to keep a second one.
journal = Journal
journal-note = the last 50 entries; nothing is ever deleted
