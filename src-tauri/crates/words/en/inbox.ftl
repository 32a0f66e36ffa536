## Inbox
## What needs the manager: one line a thing, with the one thing to do next.

inbox-kind-late = Late
inbox-kind-expiring = Expiring
inbox-kind-to-decide = To decide
inbox-kind-contradiction = Cannot both be true
inbox-kind-file = Files to review
inbox-kind-to-review = To review
inbox-kind-breach = Breaches
inbox-kind-plan = Plans
inbox-kind-action = Actions due
inbox-kind-review-due = Reviews to hold
inbox-kind-launch = Launch
inbox-kind-due = Next
inbox-kind-red = Red
inbox-no-distributor = No distributor is on the register.
inbox-late = { $due }, { $days } ago
inbox-by = by { $day }
inbox-red = { $kpi } at { $percent } %
inbox-ask = Send the message
inbox-see-due = See who owes it
inbox-see-red = See what pulled it down
inbox-settle = Settle it
inbox-open-file = Answer its questions
contradiction-stock-does-not-add-up = { $period }: closing stock of { $figure }, but opening stock, sell-in and sales come to { $against }
contradiction-revenue-differs-from-lines = { $period }: revenue of { $figure }, but the lines of the month come to { $against }
contradiction-units-differ-from-lines = { $period }: { $figure } sold, but the lines of the month come to { $against }
contradiction-settled = Settled by { $who } on { $day }: { $reason }
error-settle-needs-reason = No reason was given.
error-settle-needs-reason-hint = Say in a few words why both figures may stand.
error-settle-gone = These figures no longer contradict each other.
error-settle-gone-hint = One of them was revised. Open the inbox again to see what is left.
entry-settled = Settled with { $name }: { $what }
