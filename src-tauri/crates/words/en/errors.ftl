## Errors of the desk

error-cancelled = Stopped. Nothing was changed.
error-file = { $path } can’t be used: { $reason }.
error-file-hint = Check the path, and that no other program holds it open.
error-no-holidays = No holidays are known for { $region }.
error-no-holidays-hint = Use a country code of ASEAN such as ID, with a Malaysian state such as MY-14 where it matters.

## Due dates

due-summary = Summary of { $period }

## Errors of the store

error-already-open = The workspace in { $path } is open in another window or program.
error-already-open-hint = Close it there first.
error-newer-schema = The workspace was written by a newer Entrepot.
error-newer-schema-hint = Install that version on this laptop.
error-no-record = There is no workspace in { $path }.
error-no-record-hint = Check the folder’s name. To begin one there, add its distributors: register FILE.
error-not-ours = { $path } is no workspace of Entrepot.
error-not-ours-hint = Choose another data folder.
error-damaged = The workspace is damaged: { $reason }.
error-damaged-hint = Bring back a backup from the folder “backups” beside it.
error-disk-full = The disk is full. Everything recorded earlier is kept.
error-disk-full-hint = Make room, then do it again.
error-read-only = The data folder can’t be written to.
error-read-only-hint = Check who may write there, or choose another data folder.
error-name-taken = { $name } is already a name of { $holder }.
error-name-taken-hint = Choose another name, or remove it there.
error-unknown = That { $what } is not here any more.
error-already-undone = That is undone already.
error-not-a-day = “{ $text }” is no day such as 2026-10-08.
error-not-a-day-hint = Write year, month and day.
error-not-undone = That is not undone.
error-built-on = Later entries build on this one.
error-built-on-hint = Undo entry { $entry } first.
error-builds-on = This builds on an entry that is undone.
error-builds-on-hint = Redo entry { $entry } first.
error-store = The workspace can’t be read or written: { $reason }.
error-store-hint = Close Entrepot, start it again, and check the disk.
