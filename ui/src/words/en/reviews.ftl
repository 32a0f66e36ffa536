## Reviews
reviews-held = Reviews held
review-note = Note it
review-edit = Edit
review-save = Note the review
review-noted = { $title } noted
review-held-on = Held on
review-held-on-missing = Choose the day on which it was held.
qbr-notes = Notes
qbr-notes-on = Notes on { $item }
review-decisions = Decisions
review-decisions-note = One a line.
qbr-action-edit = Edit
qbr-day = Planned for
qbr-starts = Starts at
qbr-place = Place
qbr-present = Present
qbr-agenda = Minutes of the agenda: { $total }, of 30 to 45
qbr-outcomes = Wins and losses, and why
qbr-outcomes-proposed = Proposed from the numbers and the reports: edit them to make them yours.
qbr-outcomes-propose = Back to what the numbers propose
qbr-outcome-what = What
qbr-outcome-why = Why
qbr-outcome-worth = Worth
qbr-outcome-remove = Remove
qbr-outcome-field = { $table }, row { $row }: { $field }
win-add = Add a win
loss-add = Add a loss
qbr-pricing-none = No promotion, request or breach stands in the record of this quarter.
qbr-priorities = Priorities
qbr-priorities-note = One a line, five at most: what comes first.
qbr-targets-of = Targets of { $quarter }
qbr-targets-none = No target is agreed for { $quarter } yet.
qbr-reached = Reached now
qbr-actions = Actions
qbr-action-add = Add an action
qbr-action-what = What is to be done
qbr-action-what-missing = Say what is to be done.
qbr-action-owner = Owner
qbr-action-owner-missing = Name who does it.
qbr-action-due = By
qbr-action-due-missing = Choose a day.
qbr-action-is-done = Done
qbr-action-drop = Drop
qbr-action-reopen = Open again
qbr-action-settled = { $how ->
    [done] Done: { $what }
    [dropped] Dropped: { $what }
   *[open] Open again: { $what }
}
closing = Close of the quarter
closing-open = Open. Closing freezes the figures and the pack as { $revision }.
closing-holds = Nothing behind it changed since.
closing-close = Close as { $revision }
closing-title = Close the quarter as { $revision }
closing-freezes = The figures and the pack are frozen as they are shown now. What changes behind them later makes a next revision; { $revision } prints as it is for good.
closing-again = { $before } stays as it is and still prints. { $revision } holds what changed since.
closing-closed = The quarter is closed as { $revision }
close-held = QBR held on
close-held-note = Leave it empty if it was not held.
close-reason = Why
close-reason-note = Stands beside the revision.
diff-since = What changed since { $revision }
diff-of = What { $revision } changed
diff-count = { $count ->
    [one] 1 figure changed
   *[other] { $count } figures changed
}
diff-figure = Figure
diff-before = Before
diff-after = After
diff-was = Before: { $before }
diff-is = After: { $after }

## The meeting
meeting-start = Start the meeting
meeting-title = { $title }, { $day }
meeting-pace = { $minute } of { $total } minutes
meeting-on-time = on time
meeting-behind = { $count ->
    [one] 1 minute behind
   *[other] { $count } minutes behind
}
meeting-ahead = { $count ->
    [one] 1 minute ahead
   *[other] { $count } minutes ahead
}
meeting-leave = Leave
meeting-minutes = { $count } min
meeting-left = { $count } min, { $left } left
meeting-agenda = Agenda
meeting-freezes = Closing the review freezes the quarter as revision { $revision }.
meeting-frozen = { $lead }.
meeting-close = Close the review
meeting-nothing = Nothing was prepared for this item.
meeting-size = Size
