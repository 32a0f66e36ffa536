## Import
add-files = Add files
choose-files = Choose files
files = Files
files-read = Files read
import-empty = Drop reports anywhere in this window
import-empty-hint = Weekly updates and monthly summaries, as spreadsheets, as CSV or in the e-mail they came with. What was read is shown beside the sheet, and nothing is stored before you confirm it.
drop-anywhere = Drop files anywhere in the window.
reading = { $done } of { $total } read
confirm-all = Confirm { $count } ready files
confirm-all-sure = Confirm { $files ->
    [0] { "" }
    [one] { $files } ready file and{ " " }
   *[other] { $files } ready files and{ " " }
}{ $reports ->
    [one] { $reports } sure report
   *[other] { $reports } sure reports
}
confirm = Confirm
confirm-sure = Confirm { $count }, keep { $waits } waiting
stored-sure = { $count ->
    [one] Stored { $count } report.
   *[other] Stored { $count } reports.
} { $waits ->
    [one] { $waits } more waits for an answer.
   *[other] { $waits } more wait for an answer.
}
stored-reports = { $count ->
    [one] Stored { $count } report.
   *[other] Stored { $count } reports.
}
stored-files = { $count ->
    [one] Stored the reports of { $count } file.
   *[other] Stored the reports of { $count } files.
}
taken-back-file = { $file } was taken back. Its figures count no more.
taken-back-files = { $count ->
    [one] What was stored was taken back. Its figures count no more.
   *[other] All { $count } were taken back. Their figures count no more.
}
skip-file = Skip file
undo-import = Undo import
questions-open = { $count ->
    [one] { $count } question open
   *[other] { $count } questions open
}
questions-after = { $count ->
    [one] { $count } more question after this one
   *[other] { $count } more questions after this one
}
original = The sheet as it came
pick-a-cell = click the cell with the answer (or arrows, Enter)
received-on = Received on
received-change = Change the day it was received
draft = Draft
draft-caption = { $report }: each value with its cell
draft-states = What it states
draft-words = In words
draft-who-asked = Distributor not known yet
asked-above = asked above
before = was { $value }
show-cell = Show the cell
answer = Answer
answered = Answered: { $answer }.
answer-other = Another answer
answer-point = Point at a cell
answer-leave-out = Leave it out
pointing = Stop pointing
state-reading = Being read
state-stored = Stored
state-same = The same file was stored before
state-refused = Not read, nothing stored
state-no-report = No report in it, nothing stored
state-skipped = Skipped, nothing stored
state-undone = Taken back
import-stopped = { $kept ->
    [0] Stopped. Nothing of this drop was taken in.
    [one] Stopped. Of this drop only the { $kept } file that you had confirmed stays.
   *[other] Stopped. Of this drop only the { $kept } files that you had confirmed stay.
}
answered-list = Answered
ask-again = Ask again
results = Results
results-file = File
results-outcome = Outcome
results-why = Reports, or why not
results-export = Export results
results-exported = Results saved to { $path }.
results-undo = { $count ->
    [one] Take back what was stored
   *[other] Take back all { $count } that were stored
}
take-back = Take back
layouts = Remembered layouts
layouts-note = What you settle about a distributor’s files is remembered for the next file of the same layout. Files of a trusted layout that come into the watched folder are stored without asking.
layouts-none = Nothing is remembered yet. It begins with the first file that you confirm.
layout-trusted = Trusted
layout-forget = Forget
layout-sheet = sheet { $sheet }
layout-columns = Known by
layout-answers = What was settled
