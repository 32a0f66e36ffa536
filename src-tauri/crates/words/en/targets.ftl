## Targets

cli-does-targets = Shows the targets of a distributor, sets one from a day on, or takes them from a CSV or XLSX file.
cli-targets-of = Targets of { $name }, { $year }
cli-targets-none = No target is set.
cli-option-year = The year, such as 2026; the running one without it.
cli-option-per = What the amount is for: year, quarter or month.
cli-option-from = The first day on which it holds, such as 2026-10-01.
cli-option-curve = Twelve percents that sum to 100, January first, such as 5,5,10,5,5,10,5,10,15,10,10,10; even without it.
cli-option-target-reason = Why a target changes whose quarter has begun.
cli-option-agreed = Both sides agreed: the change counts for the running quarter already.
cli-option-distributor = Whose targets they are, where the file has no column for it.
cli-option-target-grant = Of which grant, by its territory or product line; of the whole distributor without it.
cli-targets-of-grant = Targets of { $name }, { $grant }, { $year }
cli-targets-sum = Sum of the grants
cli-not-a-year = “{ $text }” is no year such as 2026.

entry-targets-file = Targets of { $file }: { $count ->
    [one] 1 cell
   *[other] { $count } cells
}
target-valid-from = from { $day }
target-agreed = agreed for the running quarter
target-not-agreed = not agreed: counts from the next quarter
target-by = { $who }, { $when }
target-amended = { $target } from { $day }, not agreed
target-replaced = { $target } until { $day }
target-whole = Whole distributor
target-grant-ended = { $grant } (ended)
target-is-sum = { $count ->
    [one] of 1 grant
   *[other] sum of { $count } grants
}
target-of-some = { $count } of { $of } grants
target-lacking = { $about }: { $grants } { $count ->
    [one] has
   *[other] have
} no target, and so the distributor has none.
target-differs = { $about }: { $whole } is set for the whole distributor and holds; the targets of its grants sum to { $sum }.
target-of-ended = { $about }: { $grant } ended on { $day }; its target still counts in the sum.
target-per-month-even = { $target } a month
target-per-quarter-even = { $target } a quarter
target-per-quarter-season = { $target } a quarter, by season
target-per-year-even = { $target } a year
target-per-year-season = { $target } a year, by season
goal-baseline = { $baseline } → { $target }
targets-imported = { $taken ->
    [one] 1 target
   *[other] { $taken } targets
} of { $distributors ->
    [one] 1 distributor
   *[other] { $distributors } distributors
} set.
error-no-number = “{ $text }” is not a number.
error-no-number-hint = Write plain digits, such as 5213400.
error-number-too-large = “{ $text }” is larger than any figure here can be, or has more than eight decimals.
error-number-either = “{ $text }” could be { $point } or { $thousands }.
error-number-either-hint = Write it without a separator between thousands.
error-target-not-whole = “{ $text }” is no whole number.
error-target-not-whole-hint = This KPI counts whole things: leave the decimals out.
error-target-percent = “{ $text }” could be 20 % or 0.2 %.
error-target-percent-hint = Write it with its % sign.
error-target-not-a-baseline = “{ $text }” is no way from a baseline.
error-target-not-a-baseline-hint = Write it as “from 3 to 5”.
error-target-not-a-period = “{ $text }” is no year, quarter or month.
error-target-not-a-period-hint = Write it as 2026, 2026-Q3 or 2026-07.
error-target-not-a-span = “{ $text }” is no span of a target.
error-target-not-a-span-hint = Choose year, quarter or month.
error-target-currency = The target of { $kpi } is in { $one }; the distributor reports in { $other }.
error-target-currency-hint = Enter it in { $other }: attainment is never converted.
error-target-not-positive = A target of { $one } for { $kpi } can’t be met by degrees.
error-target-not-positive-hint = Enter one above zero, or one with a baseline, such as “from -5 to 10”.
error-target-too-fine = { $one } has { $other ->
    [0] no decimals
   *[other] only { $other } decimals
}.
error-target-band = The band of { $kpi } is upside down.
error-target-band-hint = Write the lower edge first, as “30 to 60 margin 10”.
error-target-band-needed = { $kpi } is judged by a band.
error-target-band-needed-hint = Write it as “30 to 60 margin 10”.
error-target-band-not-taken = { $kpi } takes one figure, no band.
error-target-wrong-way = The target of { $kpi } is no better than its baseline.
error-target-wrong-way-hint = Let it lead from worse to better.
error-target-above-whole = { $kpi } can’t be more than 100 %.
error-target-season-of-level = { $kpi } has a level, which no season shares out.
error-target-season-quarter = The season gives a quarter nothing, and the target is by the quarter.
error-target-season-quarter-hint = Set the target for the year, or give each quarter a share.
error-target-curve-count = The season has { $count ->
    [one] 1 share
   *[other] { $count } shares
} for twelve months.
error-target-curve-count-hint = Write twelve percents, January first.
error-target-curve-sum = The shares of the season sum to { $sum } %, not to 100 %.
error-target-curve-negative = A share of the season is below zero.
error-target-level-by-month = { $kpi } is a level: it is set by the quarter.
error-target-not-of-grants = { $kpi } is no amount: targets of grants would not add up to that of the distributor.
error-target-not-of-grants-hint = Set it for the whole distributor.
error-target-grant-amount = A grant takes one amount for { $kpi }, so that the grants add up.
error-target-grant-amount-hint = Enter one amount above zero, or set a band or a baseline for the whole distributor.
error-target-reason = { $period } has begun with a target.
error-target-reason-hint = Say why it changes.
error-target-from = { $day } is not in { $period }.
error-target-from-hint = Choose a day of it on which the change begins.
error-targets-header = { $file } has no row of headings with distributor, KPI and periods.
error-targets-header-hint = Let its first row be distributor,kpi,2026-Q1,2026-Q2, or distributor,kpi,period,target. A column grant says of which grant.
error-paste-too-large = That is more than one grid holds.
error-paste-broken = What was copied is no table.
error-paste-broken-hint = Copy the cells from a spreadsheet again.
paste-beyond = This cell lies beyond the grid.
paste-summary = { $ready } of { $count ->
    [one] 1 cell
   *[other] { $count } cells
} can be set
paste-cell = { $kpi }, { $period }: { $text }
paste-of-grant = { $grant }: { $cell }
table-sheet = { $file }, sheet { $sheet }
table-place = { $from }, { $cell }
error-table-too-large = { $file } has more than { $rows } rows or { $columns } columns.
error-table-too-large-hint = Split it into several files.
error-table-empty = { $file } has no sheet with anything in it.
