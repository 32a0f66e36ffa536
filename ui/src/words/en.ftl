### What the window itself says, in English. What is said about the data comes from the desk's own catalogue.

## Frame
rail = Main
rail-today = Today
rail-portfolio = Portfolio
rail-import = Import
rail-packs = Packs
rail-playbook = Playbook
rail-sample = Sample workspace
rail-saved = Saved { $when }
rail-today-count = { $count ->
    [one] { $count } needs attention
   *[other] { $count } need attention
}
rail-import-count = { $count ->
    [one] { $count } file waits
   *[other] { $count } files wait
}
settings = Settings
find = Find
find-placeholder = A distributor, a screen, something to do
find-none = Nothing is called “{ $typed }”.
retry = Try again
close = Close
cancel = Cancel
back = Back
save = Save
undo = Undo
redo = Redo
toast-undone = Taken back: { $what }
toast-redone = Done again: { $what }
drop-title = { $count ->
    [0] Drop the files to read them
    [one] Drop the file to read it
   *[other] Drop { $count } files to read them
}
drop-hint = Nothing is stored before you confirm it.

## Sample workspace
sample = Sample workspace
sample-strip = Sample workspace
sample-open = This is the sample workspace.
sample-apart = Nothing here is your own record.
sample-apart-of = Nothing here is the record of { $company }.
sample-leave = Leave the sample
sample-remove = Remove the sample
sample-note = Eight distributors in six countries with three quarters of reports, to look around in. It is kept apart from your own record.
sample-open-it = Open the sample workspace
sample-opening = Opening the sample workspace
sample-building = Reading report { $at } of { $total }

## First start
start-title = Who are your distributors?
start-lead = Their reports come in as spreadsheets; Entrepot reads them, asks where a figure is unclear, scores each distributor for the quarter and prints the pack.
start-sample = Look around first
start-sample-note = Eight distributors in six countries, with three quarters of reports as they come: some late, one missing, one corrected, one that contradicts itself. Kept apart from your own record, and removed in one click.
start-own = Begin with your own
start-own-note = Type them in, or read a register that you keep as a CSV file. A name, a country and a currency are enough for a start.
start-own-do = Add your distributors
start-folder = Everything stays on this computer, in { $folder }
you = You
company = Your company
manager = Your name
manager-note = Stands on packs and beside everything you confirm.
manager-saved = Saved. It stands on packs from now on.
register-all = All at once
register-note = A CSV file with a heading row: name, aliases, country, currency, locale, place, contact, territory, products, start. For targets, add columns such as “target revenue 2026-Q3”.
read-register = Read a register
register-one = One by one
register-read = { $count ->
    [one] { $count } distributor added
   *[other] { $count } distributors added
}

## Marks, in words
mark-green = Green
mark-amber = Amber
mark-red = Red
mark-provisional = Provisional
mark-none = Does not apply
mark-on-time = On time
mark-corrected = Corrected
mark-late = Late
mark-missing = Missing
mark-not-due = Not yet due
mark-met = Met
mark-not-met = Not met
mark-question = Question
mark-working = Being read
mark-refused = Cannot be read
mark-in = In
mark-to-confirm = To confirm

## Headings that several tables share
distributor = Distributor
distributors = Distributors
quarter = Quarter
country = Country
report = Report
period = Period
covers = Covers
due = Due
received = Received
state = State
status = Status
file = File
kpi = KPI
kpis = KPIs
target = Target
actual = Actual
attainment = Attainment, %
points = Points
points-of = of
weight = Weight
score = Score
coverage = Coverage
standing = Standing
trend = Trend
condition = Condition
required = required
day = Day
what = What
when = When
who = By
what-was-done = What was done
taken-back = taken back
way-back = Way back
gate = gate
gate-meaning = Exclusivity hangs on it
revision = R{ $revision }

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

## Today
import-reports = Import reports
late = Late
late-none = No report is late.
late-caption = Reports past due
late-by = Late by
message = Message
message-to = To { $to }
message-copied = Message to { $name } copied
message-not-copied = The message could not be copied. Select its text and copy it from there.
copy = Copy
next = Next
next-caption = What falls due in the coming days
to-review = To review
red = Red
red-unit = % of target
contradictions = Cannot both be true

## Portfolio
add-distributor = Add distributor
make-packs = Make packs
filter = Filter
filter-none = No distributor is in both filters. Choose All, or another country.
all-countries = { $count ->
    [one] { $count } country
   *[other] All { $count } countries
}
heat-caption = Attainment of each KPI by distributor, { $quarter }, in percent of target
score-change = change
legend = Percent of target; under each KPI, its weight
legend-green = met
legend-amber = just short
legend-red = well short
legend-provisional = not here yet
legend-none = does not apply

## Distributor
make-pack = Make pack
tab-scorecard = Scorecard
tab-reports = Reports
tab-history = History
tab-details = Details
kpis-caption = KPIs of { $quarter }
moved = What moved the score
conditions = What the quarter asks
conditions-of = What the quarter asks of { $grant }
monthly = Monthly summaries
weekly = Weekly updates
offset = Days before or after the due date
template = Template
template-written = Template written to { $path }
history-none = Nothing was done yet.
saved = { $name } saved
card-name = Name
card-name-note = As registered, in its own script.
card-name-missing = Give the name by which reports are told apart.
card-aliases = Also called
card-aliases-note = One a line: short names and spellings that appear in files.
card-country-note = Sets holidays and due dates.
card-country-missing = Choose the country: it sets holidays and due dates.
card-state = State
card-state-any = Federal holidays only
card-state-note = Its weekend and holidays move due dates.
card-currency = Currency
card-currency-note = Reports are read in it unless they say otherwise.
card-currency-missing = Choose the currency that its reports use.
card-locale = Writes numbers as in
card-locale-any = As is usual there
card-locale-note = Decides what 1.234 means where a file leaves it open.
card-place = City
card-place-note = Stands beside the name.
card-contact = Contact
card-contact-note = Name and function; messages go there.
card-territory = Territory
card-territory-note = What the grant covers.
card-products = Product line
card-products-note = One grant is one territory and one line.
card-start = Launch began
card-start-note = Days 1 to 90 are the launch.

## Import
add-files = Add files
choose-files = Choose files
files = Files
files-read = Files read
import-empty = Drop reports anywhere in this window
import-empty-hint = Weekly updates and monthly summaries, as XLSX or CSV. What was read is shown beside the sheet, and nothing is stored before you confirm it.
drop-anywhere = Drop files anywhere in the window.
reading = Reading { $at } of { $total }
confirm-all = Confirm { $count } ready files
confirm = Confirm
stored-reports = { $count ->
    [one] Stored { $count } report.
   *[other] Stored { $count } reports.
}
stored-files = { $count ->
    [one] Stored the reports of { $count } file.
   *[other] Stored the reports of { $count } files.
}
taken-back-file = { $file } was taken back. Its figures count no more.
skip-file = Skip file
undo-import = Undo import
questions-open = { $count ->
    [one] { $count } question open
   *[other] { $count } questions open
}
questions-after = { $count ->
    [one] { $count } more question after this one
   *[other] { $count } more questions after this one
}
original = The sheet as it came
pick-a-cell = click the cell that holds the answer
received-on = Received on
received-change = Change the day it was received
draft = Draft
draft-caption = { $report }: each value with its cell
draft-states = What it states
draft-words = In words
draft-who-asked = Distributor not known yet
asked-above = asked above
before = was { $value }
show-cell = Show the cell
answer = Answer
answered = Answered: { $answer }.
answer-other = Another answer
answer-point = Point at a cell
answer-leave-out = Leave it out
pointing = Stop pointing
state-reading = Being read
state-stored = In the record
state-same = The same bytes were stored before
state-refused = Not read, nothing stored
state-no-report = No report in it, nothing stored
state-skipped = Skipped, nothing stored
state-undone = Taken back

## Packs
make-count = { $count ->
    [0] Make packs
    [one] Make { $count } pack
   *[other] Make { $count } packs
}
show-in-folder = Show in folder
save-pack = Save as
print = Print
pack-holds = Sections
pack-saved = Saved to { $path }
choose-all = Choose all
chosen-of = { $chosen } of { $total }
include = Include { $name }
made-pages = { $count ->
    [one] made, { $count } page
   *[other] made, { $count } pages
}
on-page = page { $page }
making = Making { $at } of { $total }
packs-made = Packs made
preview = Preview
preview-fault = This pack cannot be shown. Make it again.
preview-none = A pack shows here once it is made.
page-of = { $page } of { $pages }
page-wide = Page width
page-whole = Whole page
page-before = Previous page
page-after = Next page
page-image = Page { $page } of the pack of { $name }

## Playbook
green-from = Green from
amber-from = Amber from
rules = Rules
holidays = Holidays
holidays-of = Holidays of { $country }
holiday = Holiday

## Settings
look = Appearance
theme-system = As the system
theme-light = Light
theme-dark = Dark
record = Record
record-note = Reports, decisions and the files they came from lie in one folder. Copy it to keep a second one.
journal = Journal
journal-note = the last 50 entries; nothing is ever deleted
