## Reviews: monthly, quarterly, and closing a quarter

qbr-title = Quarterly business review, { $quarter }
qbr-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}
qbr-minute = minute { $minute }
qbr-item = { $number }  { $title }
qbr-topic-scorecard = KPI scorecard: target against actual
qbr-topic-outcomes = Wins and losses, and why
qbr-topic-pricing = Pricing and promotion: what worked, what hurt
qbr-topic-next-quarter = Next quarter: priorities and targets
qbr-topic-actions = Actions and owners, at most five
qbr-topic-short-scorecard = Scorecard
qbr-topic-short-outcomes = Wins and losses
qbr-topic-short-pricing = Pricing
qbr-topic-short-next-quarter = Next quarter
qbr-topic-short-actions = Actions
qbr-wins = Wins
qbr-losses = Losses
qbr-point-score = Score { $score }, { $note }
qbr-point-score-alone = Score { $score }
qbr-point-kpi = { $title } { $percent } % of target
qbr-point-outcome = { $what }, { $worth }
qbr-point-target = { $title } { $target }
qbr-point-breaches = { $count ->
    [one] One breach: { $what }, { $found }, allowed { $allowed }
   *[other] { $count } breaches, the largest { $what }: { $found }, allowed { $allowed }
}
qbr-point-no-breach = No breach was found in the lists of sales
qbr-point-no-breach-partly = No breach was found; no list of sales covers { $months }
qbr-point-no-list = No list of sales covers the quarter, so no line can be checked
qbr-point-promotion = { $name }: { $sold } of { $planned } { $unit } planned ({ $percent } %)
qbr-point-promotion-open = { $name }: no result noted, planned { $planned } { $unit }
qbr-point-promotion-runs = { $name }: { $window }, planned { $planned } { $unit }
qbr-point-promotions = { $count } promotions: { $parts }
qbr-point-promotions-met = { $count } reached the plan
qbr-point-promotions-short = { $count } fell short
qbr-point-promotions-open = { $count } without a result
qbr-point-requests = Requests above the band: { $parts }
qbr-point-requests-approved = { $count } approved
qbr-point-requests-refused = { $count } refused
qbr-point-requests-wait = { $count ->
    [one] 1 waits for an answer
   *[other] { $count } wait for an answer
}
qbr-figure-note = { $actual } of { $target }
qbr-why-kpi = { $actual } against a target of { $target }
qbr-why-blocker = Blocker, { $category }: { $periods }
qbr-why-blocker-alone = Blocker: { $periods }
qbr-why-issue = Issue: { $periods }
qbr-worth-points = { $points } points
qbr-actions-open = { $count } of { $most }
qbr-carried = carried over from { $quarter }
qbr-closed = { $quarter } is closed: a new action belongs to the next review.
qbr-action-by = { $owner }, by { $day }
qbr-action-open = Open
qbr-action-done = Done { $day }
qbr-action-dropped = Dropped { $day }
review-held-on = Held on { $day }
review-not-expected = Not expected
review-of = Review of { $period }

revision = R{ $revision }
pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
}
closed-lead = R{ $revision }, closed on { $day } by { $author }
close-not-over = { $quarter } is not over: it can be closed from { $day } on.
close-nothing = Nothing is on file of { $name } for { $quarter }: there is nothing to close.
close-closed = { $quarter } is closed as R{ $revision }, and nothing that it shows changed since.
close-qbr-not-held = The QBR is not noted as held
correction-later = Something behind it changed later.
correction-lead = After R{ $revision } was closed, { $count ->
    [0] something behind it changed, but no figure.
    [one] 1 figure changed.
   *[other] { $count } figures changed.
}
correction-came = { $title } came on { $day }
correction-revised = { $title }: revision { $revision }, received on { $day }
correction-held = { $title }: held on { $day }
correction-gone = { $title } was taken back
diff-actual = Actual
diff-target = Target
diff-attainment = Attainment
diff-points = Points
diff-status = Status
diff-change = Against the quarter before
diff-moved = Moved the score by
diff-contradiction = Contradiction
diff-standing = { $title }, { $note }

inbox-prepare-qbr = Prepare the QBR
inbox-note-review = Note that it was held
inbox-action-of = { $what }, { $owner }
inbox-settle-action = Settle it with its owner
inbox-corrected = { $quarter }: something changed after R{ $revision }
inbox-make-revision = Compare and make R{ $revision }

entry-review = Review of { $title } with { $name }
entry-qbr-held = QBR { $title } held with { $name }
entry-qbr = QBR { $title } with { $name } prepared
entry-action = Action of { $name }: { $what }
entry-action-revised = Action of { $name } changed: { $what }
entry-action-done = Action of { $name } done: { $what }
entry-action-dropped = Action of { $name } dropped: { $what }
entry-closed = { $title } of { $name } closed as R{ $revision }

error-not-a-time = “{ $text }” is no time of day.
error-not-a-time-hint = Write it as 14:00.
error-not-reviewed = “{ $text }” is no month and no quarter.
error-not-reviewed-hint = Write a month as 2026-09 and a quarter as 2026-Q3.
error-held-later = A review of { $period } can’t be noted as held after today.
error-held-later-hint = Note it on the day it is held.
error-held-before = A review of { $period } can’t be held before { $begins } begins.
error-held-before-hint = Check the day.
error-qbr-too-short = The agenda takes { $total } minutes; a QBR takes { $shortest } to { $longest }.
error-qbr-too-short-hint = Give its items more time.
error-qbr-too-long = The agenda takes { $total } minutes; a QBR takes { $shortest } to { $longest }.
error-qbr-too-long-hint = Give its items less time.
error-qbr-no-time = { $item } has no time.
error-qbr-no-time-hint = Give each item a minute at least.
error-qbr-not-five = A QBR has five items.
error-qbr-not-five-hint = Give the minutes of each.
error-qbr-priorities = { $count } priorities are too many: at most { $most } come first.
error-qbr-priorities-hint = Leave out the least of them.
error-actions-full = { $count } actions are open with { $name }, and { $most } may be: settle one before another is added.
error-action-what = The action says nothing yet.
error-action-what-hint = Say what is to be done.
error-action-owner = The action has no owner.
error-action-owner-hint = Name the person who does it.
error-action-due = The action has no deadline.
error-action-due-hint = Choose the day by which it is done.
error-action-end = An action is done, dropped or open.
error-action-later = An action can’t have ended after today.
error-action-later-hint = Note it on the day it ends.
error-quarter-closed = { $quarter } is closed as R{ $revision }.
error-quarter-closed-hint = Undo the close first to change its review.
error-no-revision = { $quarter } of { $name } has no revision R{ $revision }.
error-no-revision-hint = Close the quarter first, or choose a revision that is there.
error-frozen = What R{ $revision } of { $quarter } froze can’t be read by this version.
error-frozen-hint = Its pack still prints.
error-not-frozen = The figures can’t be frozen: { $reason }.
error-not-printed = The pack can’t be printed: { $reason }.

## On the command line

cli-does-qbr = Shows the quarterly review of a distributor: agenda, wins and losses, actions; with --held notes that it was held.
cli-does-close = Closes a quarter with the distributors named, or with all: figures and pack are frozen as R1, after a correction as R2.
cli-option-held = the day on which the review was held
cli-option-close-reason = why there is another revision
cli-option-revision = a revision of a closed quarter: the very bytes it was closed with
cli-not-a-revision = “{ $text }” is no revision. Write it as 1 or R1.
