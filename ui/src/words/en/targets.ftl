## Targets
targets = Targets
targets-of = Targets of { $name }
targets-for = Targets for
targets-year = Year
targets-grant = Grant
targets-by-grant = { $kpi } by grant
targets-sum = Sum of the grants
targets-by-grant-note = The distributor’s target is what is set for all of it, or else this sum. Reports state one figure for all grants, so that only the distributor’s target is met or missed.
targets-by = Columns
targets-by-quarter = Quarters
targets-by-month = Months
targets-import = Import a file
targets-keys = Arrows move, Enter edits, a block copied from a spreadsheet can be pasted.
grid-unit = Unit
targets-set = What was set
targets-set-none = Nothing is set for this KPI yet.
targets-gate = gate
targets-saved = Targets of { $name } set
targets-open = Targets
amend = Change a target that holds
amend-what = { $kpi }, { $period }: { $text } instead of { $before }
amend-block = { $count ->
    [one] 1 cell changes a target that holds.
   *[other] { $count } cells change targets, some of which hold already.
}
amend-from = From
amend-from-note = It goes on from that day until another target is set.
amend-reason = Reason
amend-reason-missing = Say why it changes.
amend-agreed = Both sides agreed: it counts for the running quarter
amend-save = Change the target
paste-preview = What was copied
paste-set = { $count ->
    [0] Set nothing
    [one] Set 1 cell
   *[other] Set { $count } cells
}
paste-problems = Cells that can’t be set

## Money
rates = Exchange rates
rates-of = Exchange rates of { $year }
rates-pair = Currencies
rates-reporting = Reporting currency
rates-choose = Choose a currency
rates-import = Import a file
rates-keys = Arrows move, Enter edits, Delete takes a rate out. A dashed cell still needs one: until then its quarter has no total.
rates-none = No rate is needed: every distributor reports in the reporting currency.
rates-saved = { $count ->
    [one] 1 rate set
   *[other] { $count } rates set
}
rollup-reported = Revenue reported
rollup-target = Target
rollup-percent = % of target
rollup-rates = Rates and missing rates
rollup-edit = Enter rates
