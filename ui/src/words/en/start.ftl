## Sample workspace
sample = Sample workspace
sample-strip = Sample workspace
sample-open = This is the sample workspace.
sample-apart = Nothing here is your own record.
sample-apart-of = Nothing here is the record of { $company }.
sample-leave = Leave the sample
sample-remove = Remove the sample
sample-note = Eight distributors in six countries with three quarters of reports, to look around in. It is kept apart from your own record.
sample-open-it = Open the sample workspace
sample-opening = Opening the sample workspace
sample-building = Reading report { $at } of { $total }

## First start
start-title = Who are your distributors?
start-lead = Their reports come in as spreadsheets; Entrepot reads them, asks where a figure is unclear, scores each distributor for the quarter and prints the pack.
start-sample = Look around first
start-sample-note = Eight distributors in six countries, with three quarters of reports as they come: some late, one missing, one corrected, one that contradicts itself. Kept apart from your own record, and removed in one click.
start-own = Begin with your own
start-own-note = Type them in, or read a register that you keep as a CSV file. A name, a country and a currency are enough for a start.
start-own-do = Add your distributors
start-folder = Everything stays on this computer, in { $folder }
you = You
company = Your company
manager = Your name
manager-note = Stands on packs and beside everything you confirm.
manager-saved = Saved. It stands on packs from now on.
register-all = All at once
register-note = A CSV file with a heading row: name, aliases, country, currency, locale, place, contact, territory, products, start. For targets, add columns such as “target revenue 2026-Q3”.
read-register = Read a register
register-one = One by one
register-read = { $count ->
    [one] { $count } distributor added
   *[other] { $count } distributors added
}
