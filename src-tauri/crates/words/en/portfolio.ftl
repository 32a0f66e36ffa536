## Distributor and portfolio

score-change = { $change } on { $period }
score-first = first quarter with a score
score-no-final = { $period } has no final score to compare with
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
overdue-days = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
portfolio-note = Playbook { $version }, data as of { $when }
score-trend-label = The score over { $count ->
    [one] 1 quarter
   *[other] { $count } quarters
}
compliance-lead = { $whole } of { $count ->
    [one] 1 distributor
   *[other] { $count } distributors
} sent every report on time
compliance-of = { $count } of { $of }
compliance-week = { $week }, { $days }
compliance-not-expected = { $period }: not expected
compliance-due = { $period }: { $state }; due { $due }
compliance-received = { $period }: { $state }; due { $due }, received { $received }
compliance-on-time = On time
compliance-corrected = Corrected
compliance-late = Late
compliance-missing = Missing
compliance-not-due = Not yet due
portfolio-closed = closed R{ $revision }
row-unscored = not yet
change-first = first
change-provisional = provisional
cell-no-target = no target
filter-all = All
filter-launch = Launch
filter-gate-not-met = Gate not met
filter-provisional = Provisional
entry-sample-targets = Targets of the sample: { $count ->
    [one] 1 target
   *[other] { $count } targets
}
entry-sample-reviews = Reviews of the sample: { $count ->
    [one] 1 review
   *[other] { $count } reviews
}
entry-sample-register = Distributors of the sample: { $count }
error-sample = The sample can’t be written: { $reason }.
error-demo-exists = { $path } holds a workspace already.
error-demo-exists-hint = Choose another folder, or remove that one.
error-no-folder = The system names no place for the data.
error-no-folder-hint = Choose one with --data DIR.
error-file-held = { $path } is open in another program.
error-file-held-hint = Close it there, or save under another name.
error-form = The form can’t be written: { $reason }.
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
cli-provisional = provisional
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
