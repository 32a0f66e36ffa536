## Import and review

error-not-received = “{ $text }” is no day up to today.
error-not-received-hint = Write the day on which the file came as 2026-10-08.
error-not-on-register = “{ $text }” is no distributor on the register.
error-not-on-register-hint = Choose one of them, or add it first.
error-not-a-kind = “{ $text }” is no kind of report.
error-not-a-kind-hint = Choose weekly update, monthly summary or list of sales.
error-not-a-period = “{ $text }” is no week or month.
error-not-a-period-hint = Write a week as 2026-W41 and a month as 2026-10.
error-not-a-number = “{ $text }” is no number.
error-not-a-number-hint = Write digits, with a point for decimals.
error-questions-open = { $file }: { $count ->
    [0] something is still unclear.
    [one] 1 question is open.
   *[other] { $count } questions are open.
}
error-questions-open-hint = Answer, or leave the value out.
report-title = { $kind }, { $period }
report-untitled = Report
remark-title = { $kind }: { $category }
file-reading = Being read
file-questions = { $count ->
    [one] 1 question
   *[other] { $count } questions
}
file-ready = Nothing to ask, ready to confirm
file-unclear = Something does not fit
file-no-report = No report in it
file-same = The same file as on { $day }
file-nothing-new = In already, nothing new
file-stored = Stored
file-undone = Taken back
file-skipped = Skipped
file-partly = { $stored } of { $count } reports { $stored ->
    [one] is
   *[other] are
} stored
file-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
review-heading = { $count ->
    [0] no cells recognised
    [one] 1 cell recognised
   *[other] { $count } cells recognised
}
received = Received { $day }
received-on-time = Received { $day }, on time
received-late = Received { $day }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
}
import-none = Drop the distributors' files anywhere in the window
import-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
import-in = { $count ->
    [one] 1 is stored
   *[other] { $count } are stored
}
import-asks = { $count ->
    [one] 1 asks a question
   *[other] { $count } ask questions
}
import-ready = { $count ->
    [one] 1 is ready to confirm
   *[other] { $count } are ready to confirm
}
import-reading = { $count ->
    [one] 1 is being read
   *[other] { $count } are being read
}
import-refused = { $count ->
    [one] 1 can’t be read
   *[other] { $count } can’t be read
}
import-no-report = { $count ->
    [one] 1 holds no report
   *[other] { $count } hold no report
}
place-outside = outside the sheet
problem-left-out = This report is left out.
problem-period-kind = A weekly update needs a week, a monthly summary a month.
problem-period-kind-hint = Answer the questions about it again, or put the file aside.
problem-currency = The amounts are in { $stated }; the register says { $own }.
problem-currency-hint = They are kept as stated, and left out of the scorecard.
outcome-new = New
outcome-stored = Stored
outcome-same = Same as stored
outcome-corrects = Corrects the one of { $day } (R{ $revision })
value-asked = asked above
value-not-stated = not stated
question-hint = The answer is kept with the report.
question-hint-measure = Choose, type the number, or leave it out.
question-hint-distributor = The name is remembered for the next file.
sheet-empty = empty
sheet-hidden = hidden
sheet-left-out = left out
sheet-formula = (formula without a value)
