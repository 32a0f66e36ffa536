## Cadence
## Holidays that a person changes, and what moves.
holiday-added = added
holiday-moved = { $what } is now due { $now } instead of { $was }, from { $whom }
entry-holiday-added = Added the holiday { $name } on { $day }
entry-holiday-removed = Took the holiday { $name } on { $day } away
error-holiday-name = The holiday has no name.
error-holiday-name-hint = Say what the day is called.
error-holiday-known = { $name } on { $day } is in the table already.
error-holiday-known-hint = Nothing needs to be done.
error-holiday-unknown = There is no holiday { $name } on { $day }.
error-holiday-unknown-hint = It may have been taken away before. The journal says by whom.
