## Exclusivity
## Where a grant stands, what the rule proposes and what a person decides.

standing-none = No grant
standing-launch-waits = day { $day }; gate to decide
standing-launch-longer = launch extended, day { $day }
standing-since = since { $quarter }
standing-since-launch = since the launch
proposal-renew = proposed: renew
proposal-conditional = proposed: conditional
proposal-lapse = proposed: lapse
proposal-scale = proposed: scale
proposal-defer = proposed: extend
proposal-open = still open
proposal-launch-not-scored = not judged in the launch
decided-renew = renewed
decided-conditional = kept as conditional
decided-lapse = lapsed
decided-scale = scaled
decided-defer = deferred
filter-to-decide = To decide
condition-open = Open
condition-short = short by { $by }
condition-baseline = Baseline measured
unit-of = of { $of }
proof-summaries = { $count ->
    [one] 1 summary
   *[other] { $count } summaries
}
proof-none = nothing due yet
proof-missing = nothing came
proof-weekly = { $done } of { $of ->
    [one] 1 week
   *[other] { $of } weeks
}
proof-monthly = { $done } of { $of ->
    [one] 1 month
   *[other] { $of } months
}
proof-held = { $done } of { $of } held
proof-reports = { $done } of { $of ->
    [one] 1 report
   *[other] { $of } reports
}
proof-baseline = { $done } of { $of ->
    [one] 1 month
   *[other] { $of } months
}
proof-coverage = { $known } of { $of ->
    [one] 1 KPI
   *[other] { $of } KPIs
}
outcome-renew = Renew
outcome-conditional = Conditional
outcome-lapse = Lapse
outcome-scale = Scale
outcome-defer = Defer
decision-until = { $outcome }, to { $day }
headline-renew = Renewed
headline-renew-until = Renewed to { $day }
headline-conditional = Kept as conditional
headline-conditional-until = Conditional to { $day }
headline-lapse = Lapsed
headline-scale = Scaled
headline-scale-until = Scaled, to { $day }
headline-lapse-until = Lapsed to { $day }
headline-defer = Deferred
headline-defer-until = Deferred to { $day }
because-still-lapsed = Exclusivity has lapsed; a quarter in which every condition is met brings it back.
because-lapse-at-once = One failed quarter lapses.
because-lapse = { $count } failed quarters in a row.
because-conditional = First failed quarter; { $count ->
    [one] one lapses.
   *[other] { $count } in a row lapse.
}
because-not-decided = { $quarter } was not decided and does not count.
because-scale = { $count ->
    [one] A renewed quarter opens more territory or another product line.
   *[other] { $count } renewed quarters in a row open more territory or another product line.
}
because-renew = { $count ->
    [one] One more renewed quarter in a row opens Scale.
   *[other] { $count } more renewed quarters in a row open Scale.
}
phase-launch = { $first } to { $last }, not exclusive
phase-gate-met = Day-{ $day } gate met
phase-gate-not-met = Day-{ $day } gate not met
phase-gate-open = Day-{ $day } gate open
phase-score = Score { $score }
phase-score-provisional = Score { $score }, provisional
phase-undecided = { $quarter }, not decided
phase-to-decide = { $quarter }, to decide
phase-running = { $quarter }
phase-renew = { $quarter }, renewed
phase-conditional = { $quarter }, conditional
phase-lapse = { $quarter }, lapsed
phase-scale = { $quarter }, scaled
phase-defer = { $quarter }, deferred
phase-by = By { $day }
phase-runs = Runs; day { $day } of { $days }
phase-first = First judged; to decide by { $day }
phase-decide-by = To decide by { $day }
phase-earliest = { $quarter } at the earliest
phase-decided = Decided { $day }, { $author }
phase-decided-override = Override { $day }, { $author }
takes-heading = To renew { $quarter }
takes-paper = What it takes to renew { $quarter }
takes-at-best = { $best } of { $of } at best
takes-a-week = { $amount } a week
takes-more = { $amount } more
takes-reached = { $amount } reached
takes-level = { $amount } when the quarter ends
takes-nothing = Nothing more
takes-amount = { $kpi }: { $amount } more, in the { $days ->
    [one] day that has
   *[other] { $days } days that have
} not been reported yet.
takes-amount-missing = { $kpi }: { $amount } more, from reports that are missing.
takes-amount-out = Out of reach: every summary is in, and { $kpi } is short by { $amount }.
takes-as-fast = That is the pace of { $quarter }.
takes-below = { $percent } % below the pace of { $quarter }.
takes-above-within = { $percent } % above the pace of { $quarter }; within reach, { $best } was faster.
takes-above-beyond = { $percent } % above the pace of { $quarter }; no month of the last two quarters was that fast.
takes-level-open = { $kpi }: { $amount } when the quarter ends.
takes-level-out = Out of reach: { $kpi } did not come to { $amount }.
takes-no-target = { $kpi } has no target for the quarter.
takes-weekly-out = Out of reach: { $lost } of { $of } weekly updates were late for good; at best { $best } of { $of } = { $share } %, below { $required } %.
takes-weekly-may = { $may ->
    [one] At most 1 more of { $of } weekly updates may be late.
   *[other] At most { $may } more of { $of } weekly updates may be late.
}
takes-weekly-none = No further weekly update may be late.
takes-monthly-out = Out of reach: { $lost } of { $of } monthly summaries { $lost ->
    [one] was
   *[other] were
} late for good; at best { $best } of { $of } = { $share } %, below { $required } %.
takes-monthly-may = { $may ->
    [one] At most 1 more of { $of } monthly summaries may be late.
   *[other] At most { $may } more of { $of } monthly summaries may be late.
}
takes-monthly-none = No further monthly summary may be late.
takes-held-out = Out of reach: { $lost } of { $of } reviews { $lost ->
    [one] was
   *[other] were
} not held; at best { $best } of { $of } = { $share } %, below { $required } %.
takes-held-may = { $may ->
    [one] At most 1 more of { $of } reviews may be left out.
   *[other] At most { $may } more of { $of } reviews may be left out.
}
takes-held-none = No further review may be left out.
takes-ended = The quarter has ended; late reports are waited for until { $day }.
takes-settled = The quarter was settled on { $day }: a report that is missing counts as nothing until it comes.
owed = Still owed: { $reports }.
owed-more = Still owed: { $reports } and { $more ->
    [one] 1 report more
   *[other] { $more } reports more
}.
owed-by = { $report } by { $day }
owed-late = { $report } (late, until { $day })
owed-missing = { $report } (missing since { $day })
rate-needed = Needed
rate-unit = { $unit } a week
lead-before = not exclusive before the start
lead-gate-waits = not exclusive until the day-{ $day } gate is decided
lead-launch = not exclusive; exclusivity is judged after the day-{ $day } gate
lead-conditional = exclusive, quarter by quarter; { $count ->
    [one] one renewal opens Scale
   *[other] { $count } renewals in a row open Scale
}
lead-scale = exclusive, with more territory or another product line
lead-lapsed = not exclusive; a renewed quarter brings exclusivity back
rule-proposes = The rule proposes: { $proposal }
rule-proposes-nothing = The rule proposes nothing yet
rule-because = { $met }. { $because }
judged-by-the-whole = Reports state one figure for all grants: this one is judged by the figures and the target of the whole distributor.
decided-by = { $author }, { $day }
decided-against = The rule proposed: { $proposal }
followed-as-before = as before
decide-by = Decide by { $day }.
decide-not-yet = { $stage } has not begun.
decide-before-start = The launch has not begun.
decision-taken = { $name }, { $stage }: { $decided }
grant-saved = { $grant } saved
error-not-a-stage = “{ $text }” is neither a quarter nor the launch.
error-not-a-stage-hint = Write 2026-Q3, or launch.
error-no-launch = There is no launch to decide on.
error-no-launch-hint = Its start stands on the distributor’s details.
error-not-an-outcome = “{ $text }” is no decision.
error-not-an-outcome-hint = Choose renew, conditional, lapse, scale or defer.
error-decide-not-begun = { $stage } has not begun: there is nothing to decide yet.
error-decide-within-launch = { $stage } ends within the launch and is not judged; { $first } is the first quarter that is.
error-decide-within-launch-hint = Decide on the launch at its gate instead.
error-decide-not-at-the-gate = “{ $outcome }” is no decision on the launch.
error-decide-not-at-the-gate-hint = Choose conditional, lapse or defer.
error-decide-no-reason = { $outcome } overrides the rule: give the reason.
error-decide-no-reason-hint = { $open ->
    [0] The rule proposes “{ $proposal }”, and the pack prints both.
   *[other] The rule proposes nothing yet, and the pack prints both.
}
error-decide-no-author = Nobody is named who decides.
error-decide-no-author-hint = Give the name in “Decided by”, or in the settings.
error-decide-no-day = Say until when it is deferred: it comes back to the inbox on the day after.
error-decide-no-last-day = { $outcome } overrides the rule: say until when it holds.
error-decide-last-day-over = The last day lies before today.
error-decide-last-day-over-hint = Choose a day from today on.
error-no-grant = { $name } has no grant “{ $text }”.
error-no-grant-hint = Choose one of: { $grants }.
error-grant-either = “{ $text }” could be more than one grant of { $name }.
error-grant-either-hint = Write one of: { $grants }.
error-no-grants = { $name } holds no grant.
error-no-grants-hint = Add one on the tab Exclusivity.
error-grant-of-nothing = Give a territory or a product line.
error-not-a-gate = { $kpi }: “{ $text }” is no share of the target from above 0 to { $cap } %.
error-not-a-gate-hint = At the gate nothing counts for more than { $cap } %.
error-no-kpi-here = There is no KPI “{ $text }” in this playbook.
error-not-a-grace = “{ $text }” is no number of days from 0 to 31.
error-not-a-lapse = “{ $text }”: exclusivity lapses after 1 or 2 failed quarters.
error-not-a-scale = “{ $text }” is no number of quarters from 1 to 8.
entry-decision = { $name }, { $title }: { $outcome ->
    [renew] renewed
    [conditional] kept as conditional
    [lapse] lapsed
    [scale] scaled
   *[other] deferred
}
entry-decision-launch = { $name }, launch: { $outcome ->
    [conditional] exclusivity begins
    [lapse] no exclusivity
   *[other] extended
}
entry-grant-new = { $name }: grant of { $grant }
entry-grant = { $name }: terms of { $grant }
entry-grant-ended = { $name }: { $grant } ended
inbox-of-grant = { $grant }: { $what }
inbox-decide = { $stage }, proposed: { $proposal }
inbox-decide-open = { $stage }, still open
inbox-decide-do = Decide
inbox-gate-near = Day-{ $day } gate: { $met } of { $of } conditions met
inbox-gate-met = Day-{ $day } gate met: { $met } of { $of } conditions; exclusivity begins with your decision
inbox-gate-not-met = Day-{ $day } gate not met: { $met } of { $of } conditions
inbox-see-gate = See what the gate asks
inbox-out-of-reach = { $stage } is out of reach: { $kpi }
inbox-see-takes = See the proof
inbox-override = Override of { $stage } expires: { $outcome }
inbox-override-over = Override of { $stage } has expired: { $outcome }
inbox-deferred = { $stage } was deferred
inbox-deferred-over = { $stage } was deferred until now
inbox-decide-again = Decide again
cli-person = The decision
cli-expired = It has expired.
cli-as-of-now = What follows is as the record has it now.
cli-none-decided = Nobody decided yet. { $by }
cli-required = { $required } required
cli-does-assess = Shows what the rule says of a grant’s exclusivity and what it takes to keep it: assess Tropika 2026-Q3, or assess Tropika launch for the day-90 gate.
cli-does-decide = Decides on a quarter of a grant, or on its launch; what differs from the rule needs a reason and a last day.
cli-option-grant = The grant by its territory or product line; the first one without it.
cli-option-as = renew, conditional, lapse, scale or defer.
cli-option-decide-reason = Why; printed in the pack beside what the rule proposes.
cli-option-until = The last day on which it holds, such as 2026-12-31.
cli-option-by = Who decides; the manager without it.
