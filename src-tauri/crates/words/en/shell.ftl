## Native menu and dialogs

menu-file = File
menu-import = Import reports…
menu-close = Close
menu-edit = Edit
menu-undo = Undo
menu-redo = Redo
menu-find = Find…
menu-view = View
menu-today = Today
menu-portfolio = Portfolio
menu-packs = Packs
menu-playbook = Playbook
menu-settings = Settings…
dialog-reports = Choose reports
dialog-register = Choose the list of distributors
dialog-targets = Choose a file of targets
dialog-rates = Choose a file of exchange rates
dialog-template = Choose a folder for the form
dialog-save-pack = Save the pack
dialog-save-results = Save the results
dialog-results = Results (XLSX, CSV)
dialog-watch = Choose the folder to watch
dialog-spreadsheets = Spreadsheets
dialog-lists = Lists (CSV)
dialog-packs = Packs (PDF)
dialog-every-file = Every file
error-stopped = This could not be finished.
error-stopped-hint = Nothing of it was stored. Do it again; where it stops again, restart Entrepot.
dialog-left-out = Rows that were left out
dialog-left-out-more = { $count ->
    [one] And { $count } more row.
   *[other] And { $count } more rows.
}
dialog-cannot-start = Entrepot cannot open its record
