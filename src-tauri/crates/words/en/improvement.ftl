## Improvement
## What falls short, the plans against it, and their review on day 30. Outcomes stand in stored rows.

improvement-none = Nothing falls short, and no plan is open.
improvement-gaps = { $count ->
    [one] One KPI needs a plan.
   *[other] { $count } KPIs need a plan.
}
improvement-due = { $count ->
    [one] One plan is due for its review.
   *[other] { $count } plans are due for their review.
}
improvement-open = { $count ->
    [one] One plan is being worked on.
   *[other] { $count } plans are being worked on.
}
improvement-review-if = Agreed today, it is reviewed on { $day }.

plan-note = Agreed on { $day } for { $month }
plan-state-open = { $days ->
    [one] Review tomorrow
   *[other] Review on { $day }, in { $days } days
}
plan-state-today = Review due today
plan-state-due = { $days ->
    [one] Review was due yesterday
   *[other] Review was due on { $day }, { $days } days ago
}
plan-outcome-improved = Improved
plan-outcome-extend = Extended by 30 days
plan-outcome-reduce-territory = Territory reduced
plan-outcome-reduce-products = Products reduced
plan-outcome-other-routes = Other routes to market
plan-verdict-unknown = No later month is in: there is nothing to compare yet.
plan-verdict-recovered = It is back at its target.
plan-verdict-better = It is better, and not yet at its target.
plan-verdict-not-better = It is no better than at the start.
plan-proposes = The rule proposes: { $outcomes }.

plan-flaw-count = A plan has exactly three actions; here { $count ->
    [one] is 1
   *[other] are { $count }
}.
plan-flaw-no-what = Action { $number } says nothing: write what is to be done.
plan-flaw-no-owner = Action { $number } has no owner: name who answers for it.
plan-flaw-due-before = Action { $number } is due before today.
plan-flaw-due-after = Action { $number } is due after the review on { $day }.

error-plan-open = { $kpi } has an open plan already.
error-plan-open-hint = Review that one first.
error-plan-closed = The last review closed this plan.
error-plan-closed-hint = Undo that review, or agree a new plan.
error-plan-early = The review of this plan is on { $day }.
error-plan-early-hint = A plan has 30 days to show what it does.
error-plan-outcome = “{ $text }” is no outcome of a plan.
error-plan-outcome-hint = Choose improved, extend, reduce-territory, reduce-products or other-routes.
error-plan-none = { $name } has no open plan for { $kpi }.
error-plan-none-hint = `entrepot-cli plan` with the name alone lists the plans.

action-done = Done on { $day }
action-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
action-open = Open

entry-plan = { $name }: plan for { $title }
entry-plan-done = { $name }: action { $number } on { $title } done
entry-plan-open = { $name }: action { $number } on { $title } open again
entry-plan-review = { $name }: plan for { $title } reviewed, { $outcome ->
    [improved] improved
    [extend] extended
    [reduce-territory] territory reduced
    [reduce-products] products reduced
   *[other-routes] other routes
}

inbox-plan-needed = { $title } needs a plan of three actions
inbox-plans-needed = { $others ->
    [0] { $title } needs a plan of three actions
    [one] { $title } and one more KPI need a plan of three actions
   *[other] { $title } and { $others } more KPIs need a plan of three actions
}
inbox-plan-review = Review of the plan for { $title }
inbox-plan-action = { $what } ({ $owner })

error-plan-no-gap = { $name } has no gap in { $kpi } that needs a plan.
error-plan-no-gap-hint = A gap is a KPI that was red for a month, or amber for two.

cli-does-plan = Shows what falls short at a distributor and the plans against it; agrees, works on or reviews a plan.
cli-option-kpi = the KPI, as `plan NAME` lists it
cli-option-action = an action: what, owner and deadline, separated by semicolons
cli-option-action-done = the action of that number is done, or open again
cli-option-outcome = improved, extend, reduce-territory, reduce-products or other-routes
cli-option-note = what was said
cli-not-an-action = “{ $text }” is no action such as “Visit ten accounts; Budi; 2026-10-30”.
cli-not-whole = { $option }: “{ $text }” is no whole number.

inbox-do-plan = Open the plan
inbox-do-action = Mark it done
