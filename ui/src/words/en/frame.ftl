## Frame
rail = Main
rail-today = Today
rail-portfolio = Portfolio
rail-import = Import
rail-packs = Packs
rail-playbook = Playbook
rail-sample = Sample workspace
rail-saved = Saved { $when }
rail-today-count = { $count ->
    [one] { $count } needs attention
   *[other] { $count } need attention
}
rail-import-count = { $count ->
    [one] { $count } file waits
   *[other] { $count } files wait
}
settings = Settings
find = Find
find-placeholder = A distributor, a screen, something to do
find-none = Nothing is called “{ $typed }”.
retry = Try again
close = Close
choose = Choose
cancel = Cancel
back = Back
save = Save
undo = Undo
redo = Redo
toast-undone = Taken back: { $what }
toast-redone = Done again: { $what }
drop-title = { $count ->
    [0] Drop the files to read them
    [one] Drop the file to read it
   *[other] Drop { $count } files to read them
}
drop-hint = Nothing is stored before you confirm it.
