## Batches, the watched folder, and what is not taken

batch-title = { $count ->
    [one] 1 file, { $when }
   *[other] { $count } files, { $when }
}
batch-watched = { $count ->
    [one] 1 file from the watched folder, { $when }
   *[other] { $count } files from the watched folder, { $when }
}
batch-file = Import { $number } results
result-stored = Stored
result-revised = Corrected
result-unchanged = Unchanged
result-same = Same file
result-waiting = Waiting
result-aside = Put aside
result-no-report = No report
result-refused = Refused
result-undone = Taken back
result-why-unchanged = All that it states was stored already.
result-why-waiting = It waits in review.
result-partly = Partly in
result-why-partly-waiting = The rest waits in review.
result-why-partly-aside = The rest was put aside.
result-why-aside = It was put aside in review.
result-why-no-report = No sheet of it is a report.
result-why-again = The same file came again and was read anew.
result-report = { $name }: { $title }{ $revision ->
    [1] { "" }
   *[other] { " " }(R{ $revision })
}
results-stored = { $count } stored
results-revised = { $count } corrected
results-unchanged = { $count } unchanged
results-same = { $count } stored before
results-partly = { $count } partly in
results-waiting = { $count } waiting
results-aside = { $count } put aside
results-no-report = { $count } without a report
results-refused = { $count } refused
results-undone = { $count } taken back
results-passed = { $count ->
    [one] 1 hidden file passed over
   *[other] { $count } hidden files passed over
}
results-column-name = File
results-column-outcome = Outcome
results-column-why = Why
results-column-reports = Reports
results-column-received = Received
effect = Score of { $quarter }: { $before }, then { $after }
effect-first = Score of { $quarter }: { $after }
error-another-sheet = { $place } stands on another sheet than the report.
error-another-sheet-hint = Point at a cell of the report’s own sheet, or type the answer.
error-pointed-number = { $place } holds no number that can be read in one way only.
error-pointed-number-hint = Type the number, with a point for decimals.
error-pointed-other = { $place } does not say it.
error-pointed-other-hint = Point at another cell, or type the answer.
error-watch-own = { $path } holds the record itself.
error-watch-own-hint = Choose a folder for incoming files alone.
error-watch-no-folder = { $path } is no folder of this laptop.
error-watch-no-folder-hint = Choose a folder on this laptop.
error-watch-stopped = { $path } can’t be watched: { $reason }.
error-watch-stopped-hint = Choose the folder again in the settings.
entry-watch = Watched folder: { $path }
entry-watch-none = No folder is watched any more
refusal-link = { $file } is a link to another place. Drop the file itself.
refusal-device = { $file } is no file: it is a device, a pipe or a socket. Drop a spreadsheet.
refusal-network = { $file } lies on another computer. Copy it to this laptop first.
refusal-missing = { $file } is not there, or can’t be looked at. Check where it lies.
refusal-too-many = { $file } was left: one drop takes 500 files in folders up to six deep. Drop the rest by itself.
refusal-short-link = A link to another place. Drop the file itself.
refusal-short-device = No file, but a device or a pipe.
refusal-short-network = On another computer. Copy it to this laptop first.
refusal-short-missing = Not there, or can’t be looked at.
refusal-short-too-many = Left: one drop takes 500 files.
