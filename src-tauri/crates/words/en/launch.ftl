## Launch
## The 30-day checklist. Keys of items stand in stored marks.

launch-agreement-signed = Agreement signed, with territory and product line
launch-contacts-named = Contacts named on both sides for sales, reports and payment
launch-products-trained = Sales team trained on the products
launch-target-accounts = Target accounts listed by name
launch-prices-and-bands = Price list and discount bands agreed
launch-report-forms-sent = Report forms sent and explained
launch-joint-visits = First joint visits made
launch-first-weekly-update = First weekly update received
launch-first-promotion-window = First promotion window agreed
launch-opportunities = Qualified opportunities in the pipeline
launch-first-order = First order placed
launch-thirty-day-review = 30-day review held

launch-no-start = No start date is known, so there is no checklist yet.
launch-no-start-note = Enter under Details when the launch began: dates follow from it.
launch-before = The launch starts on { $day }.
launch-lead = Day { $day }: { $done } of { $count } are done{ $overdue ->
    [0] .
    [one] , one is overdue.
   *[other] , { $overdue } are overdue.
}
launch-handed-over = All { $count } are done.
launch-gate-ahead = The gate of day 90 is on { $day }.
launch-gate-passed = The gate of day 90 was on { $day }: see Exclusivity.
launch-week = Week { $week }
launch-week-due = by { $day }
launch-goal-from = of { $least } or more
launch-goal-range = of { $least } to { $most }
launch-goal-above = of at most { $most }: fewer accounts, better known
launch-slip-later = was { $day }, { $days ->
    [one] 1 day later
   *[other] { $days } days later
}: { $reason }
launch-slip-earlier = was { $day }, { $days ->
    [one] 1 day earlier
   *[other] { $days } days earlier
}: { $reason }
launch-done = Done on { $day }
launch-done-late = Done late, on { $day }
launch-open = Open
launch-overdue = { $days ->
    [one] 1 day overdue
   *[other] { $days } days overdue
}
launch-list-ships = Launches follow this list.
launch-list-since = Launches that start on { $day } or later follow this list.

launch-flaw-empty = A checklist without items checks nothing: keep at least one.
launch-flaw-week = Item { $number } is in no week from 1 to 4.
launch-flaw-no-title = Item { $number } has no title.
launch-flaw-counter = Item { $number } counts from nothing, or to less than it starts from.
launch-flaw-twice = Two items have the key { $key }.

error-launch-start = { $name } has no start date.
error-launch-start-hint = Enter it under Details: dates follow from it.
error-launch-item = “{ $text }” is not on this checklist.
error-launch-reason = A new date needs a reason.
error-launch-reason-hint = Say in a few words why it moves.
error-launch-counted = This item is counted: say how many there are.
error-launch-ticked = This item is done or not: it is not counted.

entry-launch-done = { $name }: launch, { $item } done
entry-launch-open = { $name }: launch, { $item } open again
entry-launch-count = { $name }: launch, { $item }, { $number } by now
entry-launch-moved = { $name }: launch, { $item } moved to { $to }
entry-launch-list = Launch checklist from { $from } on

inbox-launch = { $others ->
    [0] { $item }
    [one] { $item }, and one more
   *[other] { $item }, and { $others } more
}

cli-does-launch = Shows the 30-day checklist of a distributor; ticks, counts or moves an item.
cli-option-item = the item, as `launch NAME` lists it
cli-option-state = done or open
cli-option-count = how many there are by now
cli-option-to = the new day
cli-option-reason = why it moves
cli-not-a-state = --state: “{ $text }” is neither done nor open.

inbox-do-launch = Open the checklist
