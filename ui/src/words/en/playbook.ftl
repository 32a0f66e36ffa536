## Playbook
green-from = Green from
amber-from = Amber from
rules = Rules
holidays = Holidays
holidays-of = Holidays of { $country }
holiday = Holiday

## Versions
versions = Versions
version = Version { $version }
holds-today = holds today
playbook-new = New version
playbook-starts-from = starts from version { $version }
playbook-save = Save the version
playbook-discard = Discard
playbook-saved = Playbook { $version } is saved
playbook-from-day = Holds from
playbook-from-note = A quarter is judged by the version that held when it opened.
playbook-to-mend = { $count ->
    [one] One thing to correct
   *[other] { $count } things to correct
}
fiscal-year = Fiscal year
fiscal-from = Fiscal year begins in
fiscal-saved = The fiscal year is set

## The form of a version
gate-percent = Gate %
green-percent = Green %
amber-percent = Amber %
more-of-kpi = What it is made of
more = More
less = Less
field-of = { $field }, { $kpi }
new-kpi = New KPI
kpi-off = Off: shown nowhere until it has a weight
add-kpi = Add a KPI
remove-kpi = Remove this KPI
kpi-title = Title
kpi-group = Group
kpi-meaning = What it measures
kpi-shape = How it is made
kpi-choice = Of
kpi-better = Direction
kpi-grace = Grace, days
kpi-grace-note = Empty: as the rules say.
kpi-goal = Goal without a target
kpi-goal-note = Used where no target is agreed; an amount is for a quarter. May stay empty.
kpi-low = Band from
kpi-high = Band to
kpi-margin = Margin
kpi-margin-note = So far outside the band it is worth nothing.
choose-measure = Choose a measure
add-to-sum = Add another
remove-from-sum = Remove { $measure }
remove = Remove
own-measures = Measures of your own
own-measures-none = Reports state the measures that ship. Add what else they should state.
add-measure = Add a measure
new-measure = New measure
measure-title = Title
measure-title-note = As reports call it: it is found by this title.
measure-unit = Kind of figure
measure-report = Stated in
measure-asked = Forms ask for it
