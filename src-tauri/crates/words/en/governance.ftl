## Who approves discounts, promotion windows and breaches

promotion-kind-season = Season
promotion-kind-event = Event
promotion-kind-bundle = Bundle
promotion-state-planned = Agreed
promotion-state-running = Running
promotion-state-ended = Result missing
promotion-state-reviewed = Result noted
request-state-waiting = Waits for an answer
request-state-approved = Approved until { $day }
request-state-expired = Approved until { $day }, past
request-state-refused = Refused
breach-above-band = Above what was allowed
breach-outside-window = Discount of { $promotion } outside its window
breach-run-outside = Run outside its window
governance-breaches = { $count ->
    [one] One breach in { $month }: something was sold or run beyond what was allowed.
   *[other] { $count } breaches in { $month }: lines sold or promotions run beyond what was allowed.
}
governance-no-breach = Nothing in { $month } was sold beyond what was allowed.
governance-not-judged = { $count ->
    [one] No breach was found in { $month }, but one discounted line can’t be judged.
   *[other] No breach was found in { $month }, but { $count } discounted lines can’t be judged.
}
governance-no-list = No list of sales covers { $month }, so no line can be checked.
governance-note-open = { $count ->
    [one] One line states a discount that can’t be read, or no day: { $place }. It is not judged.
   *[other] { $count } lines state a discount that can’t be read, or no day, such as { $place }. They are not judged.
}
governance-note-no-band = { $count ->
    [one] One discounted line has no band that covers its product on its day: { $place }. It is not judged.
   *[other] { $count } discounted lines have no band that covers their product on their day, such as { $place }. They are not judged.
}
governance-note-cut = { $count ->
    [one] One smaller discount of the lists is not kept here; the file has it.
   *[other] { $count } smaller discounts of the lists are not kept here; the files have them.
}
governance-note-unlisted = No list of sales covers { $months }: what was sold then is not checked.
pack-breaches-cut = The first { $listed } of { $count } breaches are listed here; Entrepot shows them all.
pack-governance = Pricing and promotions, { $quarter }
quarter-breaches = { $count ->
    [one] One breach of discount or promotion rules in { $quarter }
   *[other] { $count } breaches of discount or promotion rules in { $quarter }
}
quarter-no-breach = No breach was found in { $quarter }
quarter-no-list = No list of sales covers { $quarter }, so no line can be checked
governance-checked = { $ticked } of { $of }
governance-by = { $who }, { $day }
governance-check-approvers = It is written down who may approve a discount
governance-check-bands = Bands are written down, each as a maximum
governance-check-windows = Promotions have agreed windows
governance-check-requests = Requests above the band are logged, and breaches were looked at
governance-check-results = Results of promotions were reviewed
governance-check-no-resale-price = No resale price was set or asked for
governance-shows-approvers = { $count ->
    [0] Nobody is named
    [one] 1 approver
   *[other] { $count } approvers
}
governance-shows-bands = { $count ->
    [0] No row of the matrix holds
    [one] 1 row of the matrix holds
   *[other] { $count } rows of the matrix hold
}
governance-shows-windows = { $count ->
    [0] No promotion in this month
    [one] 1 promotion in this month
   *[other] { $count } promotions in this month
}
governance-shows-requests = { $count ->
    [0] No request waits
    [one] 1 request waits
   *[other] { $count } requests wait
}
governance-shows-results = { $count ->
    [0] No result is missing
    [one] 1 result is missing
   *[other] { $count } results are missing
}
governance-shows-no-resale-price = Entrepot keeps maximum discounts only
governance-units = { $units } units
governance-nothing = Nothing agreed
governance-window = Agreed window
governance-days-outside = { $days ->
    [one] 1 day outside
   *[other] { $days } days outside
}
governance-by-band = Band of { $who }
governance-by-request = Request approved by { $who }
governance-by-promotion = Promotion { $promotion }
governance-since = Since { $day }
governance-everyone = { $holds }, for every distributor
governance-supplier-funded = Supplier
governance-own-funds = Distributor
governance-free = Without asking
governance-asked = On request
governance-all-products = All products
governance-no-product = Product not named
governance-result-units = Units
governance-result-revenue = Revenue, { $unit }
governance-ran = Run { $window }.
governance-span = { $span } { $year }
governance-may = May be approved by { $who }.
governance-may-one = { $who } (up to { $share })
governance-nobody-may = Nobody in the matrix may approve { $share } of these products.
how-sold = What the line of the sales list takes off. It is held against the largest discount that was allowed for the product on that day.
how-sold-money = { $off } off { $gross }. It is held against the largest discount that was allowed for the product on that day.
evidence-sold = Discount on { $product }
inbox-breaches = { $count ->
    [one] 1 breach of discount or promotion rules in { $month }
   *[other] { $count } breaches of discount or promotion rules in { $month }
}
inbox-breaches-action = Look at the lines
inbox-request = { $who } asks for { $share }
inbox-since = Since { $day }
inbox-request-action = Answer the request
inbox-request-expires = Approval of { $share } ends
inbox-until = { $day }
inbox-request-expires-action = See the request
inbox-promotion = Result of { $promotion }
inbox-ended = Ended { $day }
inbox-promotion-action = Note the result
entry-band = { $name }: { $who } approves up to { $share }
entry-band-everyone = Every distributor: { $who } approves up to { $share }
entry-promotion = { $name }: promotion { $promotion }
entry-promotion-result = { $name }: result of { $promotion }
entry-discount-asked = { $name }: request for { $share }
entry-discount-approved = { $name }: { $share } approved
entry-discount-refused = { $name }: { $share } refused
entry-check = { $name }: governance checklist of { $title }
entry-check-off = { $name }: governance checklist of { $title }, a tick taken away

## What can't be taken

error-band-approver = Name the person who may approve.
error-band-asking = Say whether the discount is given without asking or on request.
error-promotion-name = Give the promotion a name.
error-promotion-kind = Choose season, event or bundle.
error-promotion-plan = Say what the promotion is to sell, in units or in money.
error-promotion-plan-hint = Without a plan there is nothing to hold the result against.
error-run-to-come = A result can be noted once the promotion was run: its last day is still to come.
error-run-units = Say how many units were sold, as they were planned.
error-run-revenue = Say what was sold in money, as it was planned.
error-request-reason = Say why the discount is needed.
error-request-by = Name the person who asks.
error-request-to-come = The day of the request is still to come.
error-request-needless = { $share } needs no request: up to { $allowed } is allowed on that day.
error-answer-by = Name the person who answers.
error-answer-day = The answer holds from a day between the request and today.
error-answer-until = Say until which day the discount may be given.
error-answer-outcome = Approve the request or refuse it.
error-answer-reason = Say why it is refused.
error-may-not-approve = { $who } may not approve discounts on these products.
error-may-not-approve-hint = { $may }
error-may-approve-less = { $who } may approve up to { $most } on these products, not { $share }.
error-may-approve-less-hint = { $may }
error-not-a-share = “{ $text }” is no discount between 0 and 100 %.
error-not-a-share-hint = Write it in percent, such as 12.5.
error-not-an-amount = “{ $text }” is no amount.
error-not-an-amount-hint = Write digits, with a point for decimals: 12500.50.
error-day-missing = Give the first and the last day.
error-days-upside-down = The last day is before the first.
error-no-check = There is no item { $item } on the checklist.
error-no-check-hint = Its items: { $items }.
error-month-to-come = { $month } is still to come.
error-no-field = There is no field { $field } here.
error-no-field-hint = Its fields: { $fields }.
error-which-promotion = Say which promotion it is: promotion=NAME.
error-which-promotion-hint = Those agreed: { $known }
error-no-request-waits = No request waits for an answer.
error-which-request = Say which request is answered, by its number: request=NUMBER.
error-which-request-hint = Those that wait: { $known }

## On the command line

cli-does-governance = Shows bands, promotions, requests and breaches of a month, after setting one where that is asked for.
cli-governance-band = approver, maximum, products, asking (free or asked), first, last, supplierFunded (yes or no)
cli-governance-promotion = name, kind (season, event, bundle), first, last, products, maximum, units, revenue
cli-governance-result = promotion, first, last, units, revenue, note
cli-governance-request = share, by, reason, products, on
cli-governance-approve = until, by, on, reason; request=NUMBER where several wait
cli-governance-refuse = reason, by, on; request=NUMBER where several wait
cli-governance-tick = Ticks an item of the month’s checklist, or takes the tick away
cli-governance-sets = “{ $what }” can’t be set here. What can be: { $known }.
cli-not-a-field = “{ $what }” is no field such as maximum=10.
cli-governance-breaches = Breaches
cli-governance-promotions = Promotions
cli-governance-requests = Requests above the band
cli-governance-bands = Approver matrix
cli-governance-checklist = Checklist
