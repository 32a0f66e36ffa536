## Journal

error-no-entry = There is no entry { $text }.
error-no-entry-hint = The journal lists the entries by number.
entry-register = Register { $file }, { $count ->
    [one] 1 row
   *[other] { $count } rows
}
entry-distributor-new = New distributor { $name }
entry-distributor = Card of { $name }
entry-manager = Manager: { $manager }, { $company }
entry-import = { $name }: { $title }
entry-import-unasked = { $name }: { $title }, from the watched folder, unasked
entry-import-file-unasked = { $file }, from the watched folder, unasked: { $count ->
    [one] 1 report
   *[other] { $count } reports
}
entry-import-file = { $file }: { $count ->
    [one] 1 report
   *[other] { $count } reports
}
entry-import-files = { $count } files with { $reports ->
    [one] 1 report
   *[other] { $reports } reports
}
entry-targets = Targets of { $name }
entry-targets-grant = Targets of { $name }: { $grant }
entry-undo = Taken back: { $what }
entry-redo = Brought back: { $what }
entry-built-on = Later entries build on it: undo entry { $entry } first.
