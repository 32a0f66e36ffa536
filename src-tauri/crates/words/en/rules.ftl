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
rule-contradictions-text = Figures that cannot both be true, figures further than { $percent } % from what others add up to, and figures { $times } times their history or a { $times }th of it, are shown and never mended.
holiday-date = { $day } { $year }
holiday-estimated = estimated
