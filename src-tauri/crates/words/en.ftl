### English. Each part of the product writes under its own heading; a key is never renamed once a file or a stored
### row may refer to it.

## KPIs
## Their keys are those of the playbook.

kpi-revenue = Revenue against target
kpi-revenue-growth = Revenue growth
kpi-sales-volume = Sales volume
kpi-conversion = Conversion, lead to order
kpi-pipeline = Pipeline produced
kpi-weekly-discipline = Weekly reporting discipline
kpi-monthly-on-time = Monthly summaries on time
kpi-monthly-reviews = Monthly reviews held
kpi-quarterly-adjustment = Quarterly adjustment made
kpi-on-time-in-full = On time in full
kpi-quality-acceptance = Quality acceptance
kpi-stock-cover = Stock cover
kpi-stockout-rate = Stockout rate
kpi-forecast-accuracy = Forecast accuracy

group-commercial = Commercial
group-execution = Execution
group-operational = Operational

## Measures and remarks
## Their keys are those of the playbook, and stand in stored reports.

measure-new_leads = New leads
measure-meetings_held = Meetings held
measure-opportunities_discovery = Opportunities in discovery
measure-opportunities_proposal = Opportunities in proposal
measure-opportunities_negotiation = Opportunities in negotiation
measure-revenue = Revenue
measure-units_sold = Units sold
measure-leads = Leads
measure-quotes = Quotes
measure-purchase_orders = Purchase orders
measure-conversion_rate = Conversion rate
measure-stock_on_hand = Stock on hand
measure-stockouts = Stockouts
measure-skus_ranged = SKUs ranged
measure-forecast_60_days = Forecast, next 60 days
measure-forecast_90_days = Forecast, next 90 days
measure-orders_due = Orders due
measure-orders_on_time = Orders on time and in full
measure-units_inspected = Units inspected
measure-units_accepted = Units accepted

remark-blockers = Blockers
remark-priorities = Priorities for next week
remark-marketing = Marketing actions completed
remark-issues = Issues that need support

blocker-pricing = Pricing
blocker-stock = Stock
blocker-competitor = Competitor
blocker-compliance = Compliance
blocker-other = Other

report-weekly = Weekly update
report-monthly = Monthly summary
review-monthly-review = Monthly review
review-qbr = Quarterly business review

## Units

unit-percent = %
unit-points = points
unit-units = units
unit-count = {""}
unit-weeks = weeks
unit-months = months
unit-held = held
unit-days = days

## Status

status-green = Green
status-amber = Amber
status-red = Red
status-provisional = Provisional
status-not-applicable = Does not apply
status-no-target = No target
status-met = Met
status-not-met = Not met

state-on-time = On time
state-late = Late
state-corrected = Corrected
state-missing = Missing
state-not-yet-due = Not yet due
state-held = Held
late-days = { $days ->
    [one] Late, { $days } day
   *[other] Late, { $days } days
}

standing-launch = Launch
standing-conditional = Conditional
standing-scale = Scale
standing-lapsed = Lapsed

## Pack
## What the pages themselves say; the values come from the desk.

pack-page-of = Page { $page } of { $pages }
pack-on-page = page { $page }
pack-rule-proposes = The rule proposes
pack-to-decide = To decide
pack-decision-and-reason = Decision and reason
pack-conditions = Conditions
pack-result = Result
pack-condition = Condition
pack-required = Required
pack-actual = Actual
pack-difference = Difference
pack-evidence = Evidence
pack-score = Score
pack-coverage = Coverage
pack-what-moved-it = What moved it
pack-standing = Standing
pack-kpi = KPI
pack-target = Target
pack-attainment = Attainment, % of target
pack-weight = Weight
pack-points = Points
pack-status = Status
pack-gate = gate
pack-bars-end = Bars end at 120 %; the tick is the target, { $gate } the gate where it is lower.
pack-notes = Notes
pack-report = Report
pack-covers = Covers
pack-due = Due
pack-received = Received
pack-early-due-late = Early, due, late
pack-state = State
pack-source-file = File
pack-reviews = Reviews
pack-review = Review
pack-held = Held
pack-remarks = Remarks
pack-period = Period
pack-measure = Measure
pack-value = Value
pack-sheet = Sheet
pack-cell = Cell
pack-confirmed = Confirmed
pack-said = What it says
pack-category = Category
pack-note = Note
pack-continued = continued

## Days and periods

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
weekday-short-1 = Mon
weekday-short-2 = Tue
weekday-short-3 = Wed
weekday-short-4 = Thu
weekday-short-5 = Fri
weekday-short-6 = Sat
weekday-short-7 = Sun

date-day = { $day } { $month }
date-day-year = { $day } { $month } { $year }
date-weekday-short = { $weekday } { $day } { $month }
date-weekday = { $weekday }, { $day } { $month }
date-span = { $from } to { $to }
date-moment = { $day }, { $time }
period-week = Week { $week }
period-week-year = Week { $week }, { $year }
period-month-year = { $month } { $year }
period-quarter = Q{ $quarter }
period-quarter-year = Q{ $quarter } { $year }

## Files that can't be read

refusal-encrypted = { $file } is locked with a password. Ask for a copy without one.
refusal-not-a-spreadsheet = { $file } is no spreadsheet: it holds no rows of cells. Send the report as XLSX or CSV.
refusal-damaged = { $file } is damaged and can't be read. Open it in a spreadsheet program, save it under a new name and import that.
refusal-too-large = { $file } is larger than any report. Send the sheet of the report alone.
refusal-empty = { $file } is empty. Check that the right file was sent.
refusal-short-encrypted = Locked with a password. Ask for an open copy.
refusal-short-not-a-spreadsheet = No spreadsheet. Ask for XLSX or CSV.
refusal-short-damaged = Damaged. Save it anew in a spreadsheet program.
refusal-short-too-large = Too large. Send the report's sheet alone.
refusal-short-empty = Empty. Check that the right file was sent.

## Questions about a file
## question-FIELD-WHY; question-FIELD stands in where a reason has no words of its own.

question-at = { $place }: { $question }
question-distributor = “{ $text }”: which distributor is it?
question-distributor-not-said = The file names no distributor on the register. Who sent it?
question-distributor-several = “{ $text }” fits several distributors. Which one is it?
question-distributor-resembles = “{ $text }” is not on the register. Which distributor is it?
question-distributor-disagree = “{ $text }” and another place name different distributors. Which one is it?
question-kind = Is it a weekly update or a monthly summary?
question-kind-not-said = The sheet does not say what it is. Is it a weekly update or a monthly summary?
question-period = “{ $text }”: which week or month is it?
question-period-not-said = The file does not say which week or month it is about. Which one is it?
question-period-several = “{ $text }” fits several weeks or months. Which one is it?
question-period-day-or-month = “{ $text }”: which is the day, and which the month?
question-period-disagree = “{ $text }” and another place name different periods. Which one is it?
question-currency = “{ $text }”: which currency is it?
question-currency-not-said = The amounts name no currency. Which one is it?
question-currency-several = “{ $text }” is the sign of several currencies. Which one is it?
question-currency-disagree = “{ $text }” differs from the currency on the register. Which one is it?
question-measure = { $measure }: what is the value of “{ $text }”?
question-measure-not-said = { $measure }: where is it stated?
question-measure-several = { $measure }: several cells could be it. Which value is right?
question-measure-resembles = Is “{ $text }” the figure for { $measure }?
question-measure-day-or-month = { $measure }: “{ $text }” was turned into a date. What is the value?
question-measure-separator = { $measure }: does “{ $text }” hold thousands or decimals?
question-measure-unit = { $measure }: what is “{ $text }” counted in?
question-measure-disagree = { $measure }: two places disagree, one says “{ $text }”. Which value is right?
question-measure-cell-error = { $measure }: the cell shows the error { $text }. What is the value?
question-measure-no-value = { $measure }: the cell holds a formula, and its result was not saved. What is the value?
question-measure-approximate = { $measure }: “{ $text }” is not exact. What is the value?
question-measure-other-currency = { $measure }: “{ $text }” is in another currency than the report. What is the amount in the report's currency?
question-measure-not-a-number = { $measure }: “{ $text }” is not a number. What is the value?
question-measure-implausible = { $measure }: “{ $text }” can't be right. What is the value?
kind-lines = List of sales

## Templates
## What stands on the report forms that distributors fill in.

template-distributor = Distributor
template-distributor-hint = As registered
template-period-weekly = Week
template-period-weekly-hint = ISO week: 2026-W45 is 2 to 8 November 2026
template-period-monthly = Month
template-period-monthly-hint = Year and month: 2026-10 is October 2026
template-currency = Currency
template-currency-hint = ISO code, for all amounts below
template-numbers = Numbers
template-hint-count = Whole number; leave empty if not known
template-hint-units = In units, returns deducted
template-hint-money = Full amount, not in thousands or millions
template-hint-percent = In percent
template-error-title = Numbers only
template-error = Type the number alone, without a unit or a remark. Leave the cell empty if it is not known.
template-category = Category
template-remark = { $number }.

## Errors of the desk

error-cancelled = Stopped. Nothing was changed.
error-file = { $path } can't be used: { $reason }.
error-file-hint = Check the path, and that no other program holds it open.
error-no-holidays = No holidays are known for { $region }.
error-no-holidays-hint = Use a country code of ASEAN such as ID, with a Malaysian state such as MY-14 where it matters.

## Due dates

due-summary = Summary of { $period }

## Command line

cli-about = Entrepot: distributor reports in, scorecards and management packs out.
cli-exit-codes = Exit codes: 0 done, 1 failed, 2 not understood, 3 questions are open.
cli-does-demo = Builds the sample workspace in DIR: its files, its data, and the packs of its last full quarter.
cli-does-register = Adds the distributors of a CSV file, or brings those on the register up to date.
cli-does-inspect = Reads files and prints what they report as JSON. Nothing is stored.
cli-does-import = Reads files and stores every report that leaves nothing open.
cli-does-scorecard = Shows the scorecard of a distributor: scorecard Tropika 2026-Q3.
cli-does-pack = Writes the management packs of distributors as PDF.
cli-does-template = Writes a blank report form as XLSX for a distributor to fill in.
cli-does-calendar = Shows when the reports of a month are due, and the holidays that moved a day.
cli-does-journal = Lists what was done, newest first.
cli-does-undo = Takes an entry of the journal back.
cli-option-data = The data folder; the system's own place without it.
cli-option-today = The day to judge by, such as 2026-10-08; today without it.
cli-option-json = Machine-readable output.
cli-option-help = This help; behind a command, the help of that command.
cli-option-version = The version.
cli-option-register = The distributors, as name,aliases,country,currency,locale.
cli-option-received = The day on which the files came, such as 2026-10-08; today without it.
cli-option-quarter = The quarter, such as 2026-Q3.
cli-option-out = The folder to write to; it is made where it is missing.
cli-option-kind = weekly or monthly.
cli-option-period = The week or month, such as 2026-W45 or 2026-10.
cli-option-country = Two letters, such as MY.
cli-option-subdivision = The state where it matters, such as 14 for Kuala Lumpur.
cli-option-month = The month, such as 2026-05.
cli-unknown-option = There is no option { $option }.
cli-unknown-command = There is no command { $command }.
cli-no-command = No command was given.
cli-missing = { $what } is missing.
cli-missing-value = { $option } needs a value.
cli-unexpected-value = { $option } takes no value.
cli-unexpected = { $what } was not expected here.
cli-twice = { $option } is given twice.
cli-option-elsewhere = { $option } is no option of { $command }.
cli-not-text = { $what } is not readable text.
cli-not-a-date = { $option }: “{ $text }” is no date such as 2026-10-08.
cli-not-a-quarter = “{ $text }” is no quarter such as 2026-Q3.
cli-not-a-month = “{ $text }” is no month such as 2026-05.
cli-not-a-region = “{ $text }” is no country such as MY, nor one with a state such as MY-14.
cli-see-help = entrepot-cli --help shows what can be asked.
cli-see-help-of = entrepot-cli { $command } --help shows how.
cli-due-of = Due dates for the reports of { $month } in { $region }, and for those due in it
cli-column-report = Report
cli-column-due = Due
cli-column-moved-by = Moved by
cli-estimated = { $name } (estimated)
cli-holidays-unknown = The holiday table does not reach that far: only weekends are counted.

## Native menu and dialogs

menu-file = File
menu-import = Import reports…
menu-close = Close
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-find = Find…
menu-view = View
menu-today = Today
menu-portfolio = Portfolio
menu-packs = Packs
menu-playbook = Playbook
menu-settings = Settings…
dialog-reports = Choose reports
dialog-register = Choose the list of distributors
dialog-template = Choose a folder for the form
dialog-save-pack = Save the pack
dialog-spreadsheets = Spreadsheets
dialog-lists = Lists (CSV)
dialog-packs = Packs (PDF)
dialog-every-file = Every file
error-stopped = This could not be finished.
error-stopped-hint = Nothing of it was stored. Do it again; where it stops again, restart Entrepot.
dialog-left-out = Rows that were left out
dialog-left-out-more = { $count ->
    [one] And { $count } more row.
   *[other] And { $count } more rows.
}
dialog-cannot-start = Entrepot cannot open its record

## Errors of the store

error-already-open = The workspace in { $path } is open in another window or program.
error-already-open-hint = Close it there first.
error-newer-schema = The workspace was written by a newer Entrepot.
error-newer-schema-hint = Install that version on this laptop.
error-not-ours = { $path } is no workspace of Entrepot.
error-not-ours-hint = Choose another data folder.
error-damaged = The workspace is damaged: { $reason }.
error-damaged-hint = Bring back a backup from the folder “backups” beside it.
error-disk-full = The disk is full. Everything recorded earlier is kept.
error-disk-full-hint = Make room, then do it again.
error-read-only = The data folder can't be written to.
error-read-only-hint = Check who may write there, or choose another data folder.
error-name-taken = { $name } is already a name of { $holder }.
error-name-taken-hint = Choose another name, or remove it there.
error-unknown = That { $what } is not here any more.
error-already-undone = That is undone already.
error-not-undone = That is not undone.
error-built-on = Later entries build on this one.
error-built-on-hint = Undo entry { $entry } first.
error-builds-on = This builds on an entry that is undone.
error-builds-on-hint = Redo entry { $entry } first.
error-store = The workspace can't be read or written: { $reason }.
error-store-hint = Close Entrepot, start it again, and check the disk.

## Register

error-no-register = There is no distributor { $name }: the register is empty.
error-no-register-hint = Add the distributors first, from a CSV file with name,aliases,country,currency,locale.
error-no-distributor = There is no distributor { $name }.
error-no-distributor-hint = The register has: { $names }
error-no-kpi = There is no KPI { $kpi }.
error-name-missing = The name is missing.
error-name-missing-hint = Enter the registered name.
error-not-a-country = “{ $text }” is no country code.
error-not-a-country-hint = Use two letters such as ID, with a Malaysian state such as MY-14 where it matters.
error-not-a-currency = “{ $text }” is no currency code.
error-not-a-currency-hint = Use three letters such as IDR.
error-not-a-start = “{ $text }” is no date.
error-not-a-start-hint = Write it as 2026-10-08.
error-register-encoding = { $file } is not in UTF-8.
error-register-encoding-hint = Save it as “CSV UTF-8”.
error-register-header = { $file } has no columns name, country and currency.
error-register-header-hint = Let its first row be name,aliases,country,currency,locale.
register-row = { $file }, row { $row }
register-row-broken = The row can't be read.
register-target = “{ $text }” is no number for the target of { $kpi }.
register-target-hint = Write plain digits, with a point for decimals.
refusal-not-opened = { $file } can't be opened: { $reason }. Check that it is still there and that you may read it.
refusal-short-not-opened = It can't be opened: { $reason }.
refusal-cancelled = { $file } was not read: the import was stopped. Drop it again.
refusal-short-cancelled = Stopped before it was read.
refusal-not-started = { $file } was not read: the reading program could not be started ({ $reason }). Start Entrepot again.
refusal-short-not-started = The reading program could not be started: { $reason }.
error-not-started = The reading program could not be started: { $reason }.
error-not-started-hint = Start Entrepot again; where that does not help, install it again.

## Places and grants

country-BN = Brunei
country-KH = Cambodia
country-ID = Indonesia
country-LA = Laos
country-MY = Malaysia
country-MM = Myanmar
country-PH = Philippines
country-SG = Singapore
country-TH = Thailand
country-TL = Timor-Leste
country-VN = Việt Nam
place = { $place }, { $country }
region = { $country }, { $state }
state-MY-01 = Johor
state-MY-02 = Kedah
state-MY-03 = Kelantan
state-MY-04 = Melaka
state-MY-05 = Negeri Sembilan
state-MY-06 = Pahang
state-MY-07 = Pulau Pinang
state-MY-08 = Perak
state-MY-09 = Perlis
state-MY-10 = Selangor
state-MY-11 = Terengganu
state-MY-12 = Sabah
state-MY-13 = Sarawak
state-MY-14 = Kuala Lumpur
state-MY-15 = Labuan
state-MY-16 = Putrajaya
grant = { $territory }, { $products }
grant-whole = All territories and products
error-not-a-quarter = “{ $text }” is no quarter such as 2026-Q3.

## Figures

band = { $low } to { $high }
absent-held = not held yet
absent-due = due
absent-missing = missing
kpi-unit-pipeline = open

## Today
## The answer first and in words; the message that asks for a report.

today-subtitle = { $week } · { $quarter }, day { $day } of { $days }
today-late = { $count ->
    [one] { $number } report is late
   *[other] { $number } reports are late
}
today-late-rest = .
today-contradictions = { $count ->
    [one] { $number } pair of figures contradicts each other
   *[other] { $number } pairs of figures contradict each other
}
today-contradictions-rest = .
today-waiting = { $count ->
    [one] { $number } file waits
   *[other] { $number } files wait
}
today-waiting-rest = {" "}for you.
today-nothing = Every report that was due has come.
number-1 = One
number-2 = Two
number-3 = Three
number-4 = Four
number-5 = Five
number-6 = Six
number-7 = Seven
number-8 = Eight
number-9 = Nine
number-10 = Ten
number-11 = Eleven
number-12 = Twelve
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
distributors = { $count ->
    [one] { $count } distributor
   *[other] { $count } distributors
}
late-scores-zero = scores 0
late-summary = { $month } summary
next-due = { $what } is due from { $whom }
chase-week = the weekly update for week { $week } ({ $days })
chase-month = the monthly summary for { $month }
chase-late = Dear { $whom }, { $what } was due on { $due } and has not come yet. Please send it by { $until }; after that day it counts as missing and scores 0.
chase-missing = Dear { $whom }, { $what } was due on { $due } and has not come. It counts as missing and scores 0 until it is here. Please send it as soon as you can.
chase-signed = { $message } Regards, { $manager }

contradiction-quotes-above-leads = { $period }: { $figure } quotes, but only { $against } leads
contradiction-orders-above-quotes = { $period }: { $figure } purchase orders, but only { $against } quotes
contradiction-on-time-above-due = { $period }: { $figure } orders on time, but only { $against } were due
contradiction-accepted-above-inspected = { $period }: { $figure } units accepted, but only { $against } inspected
contradiction-far-above-history = { $period }: { $measure } of { $figure }, ten times the usual { $against } or more
contradiction-far-below-history = { $period }: { $measure } of { $figure }, a tenth of the usual { $against } or less

## Scorecard

kpi-short-revenue = Revenue
kpi-short-revenue-growth = Growth
kpi-short-sales-volume = Volume
kpi-short-conversion = Conversion
kpi-short-pipeline = Pipeline
kpi-short-weekly-discipline = Weekly
kpi-short-monthly-on-time = Monthly
kpi-short-monthly-reviews = Reviews
kpi-short-quarterly-adjustment = QBR
kpi-short-on-time-in-full = On time in full
kpi-short-quality-acceptance = Quality
kpi-short-stock-cover = Cover
kpi-short-stockout-rate = Stockouts
kpi-short-forecast-accuracy = Accuracy
kpi-meaning-revenue = Revenue of the quarter's monthly summaries, against the agreed target.
kpi-meaning-revenue-growth = Revenue against the same quarter last year, or against the quarter before where last year isn't on file.
kpi-meaning-sales-volume = Units sold in the quarter, against the agreed target.
kpi-meaning-conversion = Purchase orders of the quarter, as a share of its leads.
kpi-meaning-pipeline = Opportunities in proposal and negotiation at the end of the last reported week.
kpi-meaning-weekly-discipline = Weekly updates that came by their due date.
kpi-meaning-monthly-on-time = Monthly summaries that came by their due date.
kpi-meaning-monthly-reviews = Monthly performance reviews that were held.
kpi-meaning-quarterly-adjustment = The quarterly business review, held with targets adjusted.
kpi-meaning-on-time-in-full = Orders delivered on time and in full, as a share of the orders due.
kpi-meaning-quality-acceptance = Units accepted, as a share of the units inspected.
kpi-meaning-stock-cover = Days that the stock at the quarter's end lasts at its average daily sales.
kpi-meaning-stockout-rate = SKUs that ran out, as a share of the SKUs ranged.
kpi-meaning-forecast-accuracy = How near the 60-day forecasts came to the revenue of those months.
score-unscored = not scored yet
score-none = no score
no-target = no target
moved-since = since { $quarter }
moved-label = { $title } moved the score by { $change } points
total = { $points } of { $weight } points that have data = { $score }
total-unscored = Months one and two of the launch are not scored.
total-none = Nothing is known yet that could be scored.
status-due = Due { $day }
trend-none = No months to show yet
trend-label = { $title }, percent of target, { $span }
bar-label = { $percent } % of target
bar-none = Not known
note-unscored = The launch is in its first two months: figures are shown, and not scored.
note-base = { $title } is against { $base }.
note-why-not = { $title } does not apply: { $why }.
note-to-date = { $title }: the target counts the months that have reported; for the whole quarter it is { $whole }.
note-amended = { $title }: the target was changed to { $amended } during the quarter; this quarter is judged by the one that held when it opened.
note-missing = { $title }: { $periods } { $count ->
    [one] is missing and counts as nothing.
   *[other] are missing and count as nothing.
}
note-foreign = { $period }: the amounts are in { $stated }, not in { $own }, and are left out.
why-not-out-of-scope = operational KPIs are not in scope
why-not-before-reporting = the distributor did not report yet
why-not-nothing-to-measure = nothing could have happened
why-not-no-base = no earlier quarter is on file to compare with
why-not-base-not-positive = the earlier quarter is zero or below
why-not-quarter-only = it is judged by the quarter
part-lead-to-quote = Lead to quote
part-quote-to-order = Quote to order

## Playbook
## The rules in force, as the manager reads them.

playbook-title = Playbook { $version }
playbook-since = the rules that ship with Entrepot
playbook-off = off
playbook-from = { $percent } %
rule-weekly = Weekly update
rule-weekly-text = Due on the Monday after the week; on a holiday or a day of rest, on the next working day.
rule-monthly = Monthly summary
rule-monthly-text = Due by the fifth business day of the next month.
rule-grace = Grace
rule-grace-text = { $days ->
    [one] A report that is late is waited for { $days } day; then it counts as missing and scores 0.
   *[other] A report that is late is waited for { $days } days; then it counts as missing and scores 0.
}
rule-coverage = Coverage
rule-coverage-text = Below { $percent } % a scorecard is provisional and cannot renew exclusivity.
rule-cap = Cap
rule-cap-text = No KPI counts for more than { $percent } % of its target; at the gate of exclusivity for no more than 100 %.
rule-launch = Launch
rule-launch-text = The first { $days } days, without exclusivity; the first { $unscored } are not scored.
rule-exclusivity = Exclusivity
rule-exclusivity-text = Renewed for a quarter when every report has come, coverage suffices and every gate is met: { $gates }.
rule-gate = { $kpi } at { $percent } %
rule-reviews = Reviews
rule-reviews-text = A monthly review is held by the end of the next month, the quarterly review within { $days } days of the quarter.
rule-contradictions = Contradictions
rule-contradictions-text = Figures that cannot both be true, and figures { $times } times their history or a { $times }th of it, are shown and never mended.
holiday-date = { $day } { $year }
holiday-estimated = estimated

## Import and review

error-not-received = “{ $text }” is no day up to today.
error-not-received-hint = Write the day on which the file came as 2026-10-08.
error-not-on-register = “{ $text }” is no distributor on the register.
error-not-on-register-hint = Choose one of them, or add it first.
error-not-a-kind = “{ $text }” is no kind of report.
error-not-a-kind-hint = Choose weekly update, monthly summary or list of sales.
error-not-a-period = “{ $text }” is no week or month.
error-not-a-period-hint = Write a week as 2026-W41 and a month as 2026-10.
error-not-a-number = “{ $text }” is no number.
error-not-a-number-hint = Write digits, with a point for decimals.
error-questions-open = { $file }: { $count ->
    [0] something is still unclear.
    [one] 1 question is open.
   *[other] { $count } questions are open.
}
error-questions-open-hint = Answer, or leave the value out.
report-title = { $kind }, { $period }
report-untitled = Report
remark-title = { $kind }: { $category }
file-reading = Being read
file-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
file-ready = Nothing to ask, ready to confirm
file-unclear = Something does not fit
file-no-report = No report in it
file-same = Same bytes as on { $day }
file-nothing-new = In already, nothing new
file-stored = In
file-undone = Taken back
file-skipped = Put aside
file-reports = { $count } reports
review-heading = { $count ->
    [0] no cells recognised
    [one] 1 cell recognised
   *[other] { $count } cells recognised
}
received = Received { $day }
received-on-time = Received { $day }, on time
received-late = Received { $day }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
import-none = Drop the distributors' files anywhere in the window
import-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
import-in = { $count ->
    [one] 1 is in
   *[other] { $count } are in
}
import-asks = { $count ->
    [one] 1 asks a question
   *[other] { $count } ask questions
}
import-ready = { $count ->
    [one] 1 is ready to confirm
   *[other] { $count } are ready to confirm
}
import-reading = { $count ->
    [one] 1 is being read
   *[other] { $count } are being read
}
import-refused = { $count ->
    [one] 1 can't be read
   *[other] { $count } can't be read
}
import-no-report = { $count ->
    [one] 1 holds no report
   *[other] { $count } hold no report
}
place-outside = outside the sheet
problem-left-out = This report is left out.
problem-period-kind = A weekly update needs a week, a monthly summary a month.
problem-period-kind-hint = Answer the questions about it again, or put the file aside.
problem-currency = The amounts are in { $stated }; the register says { $own }.
problem-currency-hint = They are kept as stated, and left out of the scorecard.
outcome-new = New
outcome-same = Same as stored
outcome-corrects = Corrects the one of { $day } (R{ $revision })
value-asked = asked above
value-not-stated = not stated
question-hint = The answer is kept with the report.
question-hint-measure = Choose, type the number, or leave it out.
question-hint-distributor = The name is remembered for the next file.
sheet-empty = empty
sheet-hidden = hidden
sheet-left-out = left out
sheet-formula = (formula without a value)

## Journal

error-no-entry = There is no entry { $text }.
error-no-entry-hint = The journal lists the entries by number.
entry-register = Register { $file }, { $count ->
    [one] 1 row
   *[other] { $count } rows
}
entry-distributor-new = New distributor { $name }
entry-distributor = Card of { $name }
entry-manager = Manager: { $manager }, { $company }
entry-import = { $name }: { $title }
entry-import-file = { $file }: { $count ->
    [one] 1 report
   *[other] { $count } reports
}
entry-import-files = { $count } files with { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}
entry-targets = Targets of { $name }
entry-undo = Taken back: { $what }
entry-redo = Brought back: { $what }
entry-built-on = Later entries build on it: undo entry { $entry } first.

## Distributor and portfolio

score-change = { $change } on { $quarter }
score-first = first quarter with a score
score-launch = months one and two of the launch
coverage-whole = everything is in
coverage-held = { $what } not held yet
coverage-open = { $what } not in yet
coverage-missing = { $what } misses a report
standing-before = Not started
standing-before-note = starts in { $days ->
    [one] 1 day
   *[other] { $days } days
}
standing-launch-note = day { $day } of { $of }
grant-since = past launch since { $day }
grant-start = started { $day }
grant-note = { $since }; { $met }
conditions-met = { $met } of { $of } conditions met
condition-reporting = Every report received
condition-coverage = Coverage
reports-summary = { $weekly } of { $weeks } weekly updates and { $monthly } of { $months } monthly summaries on time
due-moved = { $report } was due on { $due }, not { $nominal }: { $holidays }
due-moved-estimated = { $report } was due on { $due }, not { $nominal }: { $holidays } (estimated)
offset-label = Days from due to received: { $state }
overdue-days = Overdue, { $days ->
    [one] 1 day
   *[other] { $days } days
}
portfolio-note = Playbook { $version }, data as of { $when }
score-trend-label = The score over { $count ->
    [one] 1 quarter
   *[other] { $count } quarters
}
change-first = first
change-provisional = provisional
cell-no-target = no target
filter-all = All
filter-launch = Launch
filter-gate-not-met = Gate not met
filter-provisional = Provisional
proposal-renew = proposed: renew
proposal-not-met = conditions not met
proposal-open = still open
proposal-launch-not-scored = not judged in the launch
entry-sample-targets = Targets of the sample: { $count ->
    [one] 1 target
   *[other] { $count } targets
}
entry-sample-reviews = Reviews of the sample: { $count ->
    [one] 1 review
   *[other] { $count } reviews
}
entry-sample-register = Distributors of the sample: { $count }
error-sample = The sample can't be written: { $reason }.
error-demo-exists = { $path } holds a workspace already.
error-demo-exists-hint = Choose another folder, or remove that one.
error-no-folder = The system names no place for the data.
error-no-folder-hint = Choose one with --data DIR.
error-file-held = { $path } is open in another program.
error-file-held-hint = Close it there, or save under another name.
error-form = The form can't be written: { $reason }.
error-not-a-form = There is no form “{ $text }”.
error-not-a-form-hint = Choose weekly or monthly.
error-not-a-week = “{ $text }” is no week.
error-not-a-week-hint = Write it as 2026-W45.
error-not-a-month = “{ $text }” is no month.
error-not-a-month-hint = Write it as 2026-10.
cli-registered = { $added } added, { $revised } changed, { $unchanged } as they were.
cli-stored = stored   { $file }, entry { $entry }
cli-same = as it was { $file }: { $note }
cli-asks = asks     { $file }: { $note }; answer it in the window
cli-refused = refused  { $file }: { $note }
cli-no-report = passed   { $file }: { $note }
cli-score = Score
cli-coverage = Coverage
cli-of = of { $required }
cli-kpi = KPI
cli-target = Target
cli-actual = Actual
cli-attainment = Attainment, %
cli-points = Points
cli-weight = Of
cli-status = Status
cli-gate = { $title } (gate)
cli-journal-empty = Nothing was done yet.
cli-undone = { $what } (taken back)
cli-taken-back = Taken back: { $what }

## Evidence

evidence-title = { $what }, { $period }
evidence-answered = answered
evidence-received = Received { $day }
evidence-confirmed = Confirmed by { $who }, { $day }
evidence-answer = “{ $text }” was asked about and answered
evidence-before = R{ $revision }, was { $value }
how-score = { $total }. Each KPI earns its weight times its attainment.
how-coverage = { $known } of { $applicable } points of weight have data.
how-stated = As the report states it: { $kind }.
how-report = { $count ->
    [0] The report states no figures.
    [one] The report states one figure.
   *[other] The report states { $count } figures.
}
how-target = Agreed for { $quarter }.
how-target-to-date = The part of the target for { $quarter } that its reports cover so far; the whole is { $whole }.
how-target-all = No target was agreed: all of them are expected.
how-attainment = { $actual } against a target of { $target }.
how-missing = It is missing, and counts as nothing.
how-capped = No KPI counts for more than { $percent } %.
how-points = Weight { $weight } times { $percent } %.
how-total-weekly = { $count ->
    [one] As the one weekly update states it.
   *[other] The sum of { $count } weekly updates.
}
how-total-monthly = { $count ->
    [one] As the one monthly summary states it.
   *[other] The sum of { $count } monthly summaries.
}
how-latest = As the report of { $period } states it.
how-ratio = { $first }, as a share of { $second }.
how-cover = { $first } at the end, { $second } used.
how-growth = The average month against that of { $period }: { $base }.
how-accuracy = One, less the sum of what the forecasts were off, over what came.
how-on-time = { $done } of { $of } came by their due date.
how-held = { $done } of { $of } were held.
cli-demo =
    The sample: { $distributors } distributors, judged as of { $today }.
    Files   { $files }
    Data    { $data }
    Packs   { $folder } ({ $packs })
counted-weeks = { $count ->
    [one] week
   *[other] weeks
}
counted-months = { $count ->
    [one] month
   *[other] months
}
counted-held = held

## Packs
## What is not ready, and what the desk fills a pack with.

packs-none = There are no distributors yet.
packs-all-ready = { $count ->
    [one] The pack is ready.
   *[other] All { $count } are ready.
}
packs-lead = { $ready ->
    [0] None of { $count } is ready.
    [one] 1 of { $count } is ready.
   *[other] { $ready } of { $count } are ready.
} { $why }.
packs-lead-not-come = { $count ->
    [one] 1 misses reports
   *[other] { $count } miss reports
}
packs-lead-no-targets = { $count ->
    [one] 1 has KPIs without a target
   *[other] { $count } have KPIs without a target
}
packs-lead-provisional = { $count ->
    [one] 1 knows too little to be scored for good
   *[other] { $count } know too little to be scored for good
}
packs-running = The quarter is not over. { $why }.
packs-running-alone = The quarter is not over.
packs-lead-foreign = { $count ->
    [one] 1 reports in another currency
   *[other] { $count } report in another currency
}
packs-lead-contradicted = { $count ->
    [one] 1 contradicts itself
   *[other] { $count } contradict themselves
}
packs-lead-nothing = { $count ->
    [one] 1 has nothing on file
   *[other] { $count } have nothing on file
}
preflight-not-come = { $what } { $count ->
    [one] has not come
   *[other] have not come
}
preflight-not-come-hint = Today has the message that asks for it. The pack says that it is missing.
preflight-weeks = Weeks { $weeks }
preflight-summaries = Summaries of { $months }
list-and = { $list } and { $last }
preflight-no-targets = { $count ->
    [one] 1 KPI has no target
   *[other] { $count } KPIs have no target
}
preflight-provisional = Scorecard is provisional: coverage { $percent } %
preflight-running = The quarter is not over
preflight-foreign = { $count ->
    [one] 1 report is in another currency and left out
   *[other] { $count } reports are in another currency and left out
}
preflight-contradicted = { $count ->
    [one] 1 pair of figures contradicts each other
   *[other] { $count } pairs of figures contradict each other
}
preflight-nothing = Nothing is on file for this quarter
pack-file = { $name }, { $quarter }
pack-file-numbered = { $name }, { $quarter } ({ $number })
pack-holds-decision = Decision
pack-holds-scorecard = Scorecard and trends
pack-holds-compliance = Reporting compliance
pack-holds-remarks = What the reports say
pack-holds-evidence = Evidence
pack-title = { $name }, { $quarter }
pack-running = Distributor Management Pack, { $quarter }, revision R1
pack-cover = { $place }, reports in { $currency }
pack-cover-since = { $place }, reports in { $currency }, distributor since { $since }
pack-foot = Data as of { $day }. Confidential to { $company } and { $name }.
pack-foot-alone = Data as of { $day }. Confidential to { $name }.
pack-issuer = Entrepot
pack-exclusivity = Exclusivity, { $grant }
pack-headline-before = Not started
pack-headline-launch = Launch, { $note }: not judged yet
pack-headline-renew = Renew: all { $of } conditions met
pack-headline-not-met = Conditional: { $met } of { $of } conditions met{ $open ->
    [0] {""}
   *[other] , { $open } open
}
pack-headline-open = Still open: { $met } of { $of } conditions met
pack-proposal-renew = Renew
pack-proposal-not-met = Conditional
pack-proposal-open = Nothing yet
pack-proposal-launch-not-scored = Launch, not exclusive
pack-not-met = Not met: { $conditions }.
pack-still-open = Still open: { $conditions }.
pack-because-renew = Every gate is met, every report has come and coverage suffices.
pack-because-not-met = A condition is not met.
pack-because-open = The quarter is not over.
pack-because-launch-not-scored = Exclusivity is judged from the first quarter that ends after the launch.
pack-decide-by = By { $day }
pack-decide-with = With { $quarter }, by { $day }
pack-condition-open = Open
pack-proof-summaries = { $count ->
    [one] 1 summary
   *[other] { $count } summaries
}
pack-proof-none = nothing due yet
pack-proof-weekly = { $done } of { $of } weeks
pack-proof-monthly = { $done } of { $of } months
pack-proof-held = { $done } of { $of } held
pack-proof-reports = { $came } of { $of } reports
pack-proof-coverage = { $known } of { $of } KPIs
pack-score-note = { $note } ({ $before })
pack-note-provisional = provisional; { $note }
pack-score-provisional = Provisional score
pack-score-label = { $label }, { $note }
pack-coverage-note = coverage; { $note }
pack-moves-none = No earlier quarter has a score to compare with.
pack-moved-nothing = Nothing moved against the quarter before.
pack-sign = For { $who }: name, date, signature
pack-sign-supplier = For the supplier: name, date, signature
pack-launch-running = { $first } to { $last }, not exclusive
pack-launch-over = { $first } to { $last }, not exclusive
pack-phase-score = Score { $score }
pack-phase-provisional = Score { $score }, provisional
pack-phase-now = { $quarter }, this pack
pack-phase-next = To decide by { $day }
pack-phase-first = First judged; to decide by { $day }
pack-scorecard = Scorecard, { $quarter }
pack-total = Score: { $total }
pack-legend-green = { $green } and above
pack-legend-amber = { $amber } to under { $green }
pack-legend-red = below { $amber }
pack-legend-provisional = provisional.
pack-of-target = % of target
pack-funnel = From lead to order
funnel-leads = Leads
funnel-quotes = Quotes
funnel-purchase_orders = Orders
pack-contradiction = { $what }: both cannot be true.
pack-compliance-kicker = Weekly updates, monthly summaries, reviews
pack-compliance = Reporting compliance, { $quarter }
pack-weekly = Weekly updates, due on the Monday after the week
pack-monthly = Monthly summaries, due by the 5th business day
pack-figure-weekly = Weekly updates on time
pack-figure-monthly = Monthly summaries on time
pack-figure-reviews = Monthly reviews held
pack-figure-corrections = Corrections after import
pack-of = of { $of }
pack-nothing-due = nothing was due yet
pack-gate-met = { $share } %, gate { $gate } %, met
pack-gate-not-met = { $share } %, gate { $gate } %, not met
pack-gate-open = { $share } %, gate { $gate } %, open
pack-not-received = not received
pack-moved = { $days }: due on { $due }.
pack-holiday = { $day } is { $name }
pack-holiday-estimated = { $day } is { $name } (estimated)
pack-corrected = { $period }: { $measure } was corrected on { $day } from { $before } to { $after }.
pack-correction-keeps = A correction keeps the date on which the first revision came.
pack-not-stated = nothing
pack-not-held = not held
pack-not-held-state = Not held
pack-qbr = QBR, { $quarter }
pack-said-kicker = In the words of the reports
pack-said-headline = What the reports say, { $quarter }
pack-source = { $file }, { $cell }
pack-evidence-kicker = Every number behind the scorecard, and the cell it came from
pack-evidence-headline = Evidence, { $quarter }
pack-report-first = { $period }
pack-report-revision = { $period }, R{ $revision }
pack-received-on = received { $day }
pack-confirmed-by = confirmed by { $who }, { $day }
cli-not-made = { $name }: { $message } { $hint }
moved-other = Scored only once
