## Playbook
## The rules in force, as the manager reads them.

playbook-title = Playbook { $version }
playbook-since = the rules that ship with Entrepot
playbook-from-day = holds from { $day }
playbook-judges-from = { $since }, judges quarters from { $quarter } on
playbook-judges-none = { $since }, judges no quarter: a later version holds when { $quarter } opens
playbook-set-by = set by { $who }, { $when }
playbook-off = off
playbook-from = { $percent } %
playbook-gate = gate { $percent } %
fiscal-note = { $quarter } runs from { $first } to { $last }: { $weeks } weeks.
fiscal-held = It is settled: { $quarter } is on file with a review, an action, a decision or a close.
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
rule-agenda = Agenda of the quarterly review
rule-agenda-text = { $total } minutes, unless the review’s own preparation says otherwise: { $items }.
rule-agenda-item = { $item } { $minutes }
rule-contradictions = Contradictions
rule-contradictions-text = Figures that cannot both be true, figures further than { $percent } % from what others add up to, and figures { $times } times their history or a { $times }th of it, are shown and never mended.
holiday-date = { $day } { $year }
holiday-estimated = estimated

## On the command line

cli-does-playbook = Shows the rules that hold, or sets values of them: playbook set grace=7 revenue.weight=30 --from 2027-01-01.
cli-option-at = The day whose rules are shown, such as 2026-10-01; today without it.
cli-option-version-from = The first day on which the new version holds, such as 2027-01-01.
cli-not-a-pair = “{ $text }” is no KEY=VALUE such as grace=7.
cli-not-a-number = “{ $text }” is no number.
cli-fiscal-year-alone = fiscal-year holds for every version: set it in a command of its own.
cli-column-kpi = KPI
cli-column-weight = Weight
cli-column-green = Green from
cli-column-amber = Amber from
cli-column-direction = Direction
cli-column-gate = Exclusivity

## What a KPI is made of

shape-total = Total
shape-total-meaning = The sum over the period, held against an amount.
shape-total-first = Sum of
shape-latest = Latest
shape-latest-meaning = The value of the period’s last report.
shape-latest-first = Value of
shape-ratio = Share
shape-ratio-meaning = One sum as a share of another.
shape-ratio-first = Part
shape-ratio-second = Of all
shape-growth = Growth
shape-growth-meaning = The change against an earlier period.
shape-growth-first = Growth of
shape-cover = Cover
shape-cover-meaning = How many days the stock lasts at the period’s usage.
shape-cover-first = Stock
shape-cover-second = Usage
shape-accuracy = Accuracy
shape-accuracy-meaning = How near a forecast came to what followed.
shape-accuracy-first = Forecast
shape-accuracy-second = What came
shape-on-time = Reports on time
shape-on-time-meaning = The share of reports received by their due date.
shape-held = Reviews held
shape-held-meaning = The share of reviews that were held.

base-previous = the period before
base-last-year = the same period last year
base-last-year-else-previous = last year, else the period before
forecast-months = { $count ->
    [one] over { $count } month
   *[other] over { $count } months
}

made-of-total = Total of { $first }
made-of-latest = Latest { $first }
made-of-ratio = { $first } of { $second }
made-of-growth = Growth of { $first } against { $base }
made-of-cover = { $first } in days of { $second }
made-of-accuracy = { $first } against { $second } { $count ->
    [one] over { $count } month
   *[other] over { $count } months
}
made-of-on-time = { $what }, share on time
made-of-held = { $what }, share held

better-higher = More is better
better-lower = Less is better
better-within = Inside a band

measure-unit-count = a count
measure-unit-units = units of product
measure-unit-money = money
measure-unit-fraction = a share

## Settings

setting-grace = Grace
setting-grace-meaning = A late report is waited for so long; then it counts as missing and scores 0.
setting-coverage = Least coverage
setting-coverage-meaning = Below it a scorecard is provisional and cannot renew exclusivity.
setting-cap = Cap
setting-cap-meaning = No KPI counts for more than this share of its target.
setting-launch = Launch
setting-launch-meaning = The first days, without exclusivity.
setting-unscored = Unscored launch
setting-unscored-meaning = The first days of the launch, in which nothing is scored.
setting-lapse = Lapse
setting-lapse-meaning = Exclusivity lapses after so many quarters in a row that were not met.
setting-scale = Scale
setting-scale-meaning = More territory or products are proposed after so many renewals in a row.
setting-qbr = Quarterly review
setting-qbr-meaning = Held within so long after the quarter.
setting-plan = Action plan
setting-plan-meaning = A corrective plan is reviewed after so long.
setting-outlier = Outliers
setting-outlier-meaning = A figure so many times its history, or so small a part of it, is shown as a contradiction.
setting-agenda-scorecard = Review: scorecard
setting-agenda-scorecard-meaning = The quarterly review’s first item. All five take 30 to 45 minutes together.
setting-agenda-outcomes = Review: wins and losses
setting-agenda-outcomes-meaning = Its second item.
setting-agenda-pricing = Review: pricing and promotion
setting-agenda-pricing-meaning = Its third item.
setting-agenda-next-quarter = Review: next quarter
setting-agenda-next-quarter-meaning = Its fourth item.
setting-agenda-actions = Review: actions
setting-agenda-actions-meaning = Its last item.
setting-unit-minutes = min
setting-unit-days = { $count ->
    [one] day
   *[other] days
}
setting-unit-percent = %
setting-unit-times = times
setting-unit-quarters = { $count ->
    [one] quarter
   *[other] quarters
}

## What is wrong with a version

flaw-weights-all-zero = All weights are zero, so nothing would be scored. Give at least one KPI a weight.
flaw-not-lean = { $count ->
    [one] { $count } KPI is scored. Lean is { $least } to { $most }.
   *[other] { $count } KPIs are scored. Lean is { $least } to { $most }.
}
flaw-too-heavy = { $kpi } weighs more than { $most }. Weights are relative: smaller ones do the same.
flaw-thresholds-upside-down = { $kpi } would be amber from a higher attainment than green. Lower the amber threshold.
flaw-never-green = { $kpi } would be green from more than counts at most. Lower the green threshold.
flaw-goal-of-money = { $kpi } has a goal in money, the same number for every currency. Leave it empty, and agree a target with each distributor.
flaw-band-upside-down = { $kpi } has a band whose lower edge is above its upper one, or a margin below zero. Turn the edges around.
flaw-goal-unmeetable = { $kpi } has a goal that nothing can be held against. Use a goal above zero, or a band where the direction is a band.
flaw-gate-unreachable = { $kpi } has a gate outside of 1 to { $percent } %: no attainment counts for more there. Choose one that can be reached.
flaw-gate-unscored = { $kpi } is a gate of exclusivity and has no weight: it is judged, and not scored.
flaw-untitled = A KPI of yours has no title. Say what it is called.
flaw-title-twice = “{ $text }” is the title of two. Give one of them another.
flaw-key-twice = “{ $text }” is there twice. Remove one of them.
flaw-nothing-to-sum = { $kpi } has no measure chosen. Choose at least one.
flaw-unknown-measure = { $kpi } needs { $measure }, which no report states. Choose another measure, or add this one.
flaw-two-reports = { $kpi } mixes measures of the weekly update and of the monthly summary. Choose measures of one report.
flaw-two-units = { $kpi } mixes measures that count different things. Choose measures of one unit.
flaw-months-only = { $kpi } goes by months, and its measures are reported by week. Choose measures of the monthly summary.
flaw-agenda-takes = The agenda of the quarterly review takes { $total } minutes; a review takes { $shortest } to { $longest }.
flaw-out-of-range = { $setting } must be between { $least } and { $most }.
flaw-unscored-beyond-launch = More days of the launch would be unscored than the launch has. Shorten them, or lengthen the launch.
flaw-same-day = Version { $version } holds from { $day } already. Choose another day, or undo that version in the journal first.
flaw-closed-quarter = { $quarter } is closed and would be judged anew. Choose a day after it opened.
flaw-judged-anew = Quarters that have opened are judged anew by this version, from { $quarter } on.
flaw-later-version = Version { $version } was set without this change and holds from { $day }: from then on it is as it was before ({ $what }). To keep it, undo version { $version } in the journal, and set both in one.
flaw-new-kpi = The new KPI

draft-no-day = Say from which day the version holds.
draft-not-a-day = “{ $text }” is no date such as 2026-10-01.
draft-not-whole = { $what }: “{ $text }” is no whole number.
draft-not-a-number = { $what }: “{ $text }” is no number.
draft-not-a-word = { $what }: “{ $text }” is none of { $words }.
draft-no-kpi = No KPI is called { $key }.
draft-no-shape = Choose what “{ $title }” is made of.
draft-field-better = Direction
draft-field-group = Group
draft-field-report = Report
draft-field-unit = Unit
draft-field-weight = Weight
draft-field-gate = Gate
draft-field-green = Green from
draft-field-amber = Amber from
draft-field-grace = Grace
draft-field-goal = Goal
draft-field-low = Lower edge
draft-field-high = Upper edge
draft-field-margin = Margin

entry-playbook = Playbook that holds from { $day }
entry-fiscal-year = Fiscal year from { $month }
error-no-playbook = There is no version { $version } of the playbook.
error-no-playbook-hint = It may have been undone: the journal says.
error-no-playbook-key = “{ $text }” is nothing that can be set.
error-no-playbook-key-hint = Settings are { $settings }; of a KPI, { $fields }, as in revenue.weight=30.
error-not-of-direction = { $kpi }.{ $field } sets nothing while { $kpi }.better is { $better }.
error-not-of-direction-hint = A goal belongs to higher and lower; low, high and margin belong to within.
error-not-a-month-number = { $text } is no month.
error-not-a-month-number-hint = Use a number from 1 to 12.
error-fiscal-year-held = The fiscal year can’t change: { $quarter } is on file with a review, an action, a decision or a close.
error-fiscal-year-held-hint = Undo what stands on file for it first.
