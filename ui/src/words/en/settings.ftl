## Settings
look = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
record = Record
record-note = Reports, decisions and the files they came from lie in one folder. Copy it to keep a second one.
journal = Journal
journal-note = the last 50 entries; nothing is ever deleted
watched = Watched folder
watched-note = Files that are saved there land in review once they are fully written. Nothing is stored without you, unless you trust the layout.
watched-choose = Choose a folder to watch
watched-other = Choose another folder
watched-stop = Stop watching
watched-sample = The sample watches no folder.
