## Holidays in the Playbook
holidays-note = A change moves what is still to come. A due date that has passed stays where it was.
holiday-add-open = Add a holiday
holiday-add = Add
holiday-estimated = The date is estimated
holiday-remove = Remove
holiday-remove-named = Remove { $name }, { $day }
holiday-was-added = { $name } added.
holiday-was-removed = { $name } removed.
holiday-moves-nothing = No due date moves.
