## Scorecard

kpi-short-revenue = Revenue
kpi-short-revenue-growth = Growth
kpi-short-sales-volume = Volume
kpi-short-conversion = Conversion
kpi-short-pipeline = Pipeline
kpi-short-weekly-discipline = Weekly
kpi-short-monthly-on-time = Monthly
kpi-short-monthly-reviews = Reviews
kpi-short-quarterly-adjustment = QBR
kpi-short-on-time-in-full = On time in full
kpi-short-quality-acceptance = Quality
kpi-short-stock-cover = Cover
kpi-short-stockout-rate = Stockouts
kpi-short-forecast-accuracy = Accuracy
kpi-meaning-revenue = Revenue of the quarter's monthly summaries, against the agreed target.
kpi-meaning-revenue-growth = Revenue against the same quarter last year, or against the quarter before where last year isn't on file.
kpi-meaning-sales-volume = Units sold in the quarter, against the agreed target.
kpi-meaning-conversion = Purchase orders of the quarter, as a share of its leads.
kpi-meaning-pipeline = Opportunities in proposal and negotiation at the end of the last reported week.
kpi-meaning-weekly-discipline = Weekly updates that came by their due date.
kpi-meaning-monthly-on-time = Monthly summaries that came by their due date.
kpi-meaning-monthly-reviews = Monthly performance reviews that were held.
kpi-meaning-quarterly-adjustment = The quarterly business review, held with targets adjusted.
kpi-meaning-on-time-in-full = Orders delivered on time and in full, as a share of the orders due.
kpi-meaning-quality-acceptance = Units accepted, as a share of the units inspected.
kpi-meaning-stock-cover = Days that the stock at the quarter's end lasts at its average daily sales.
kpi-meaning-stockout-rate = SKUs that ran out, as a share of the SKUs ranged.
kpi-meaning-forecast-accuracy = How near the 60-day forecasts came to the revenue of those months.
score-unscored = not scored yet
score-none = no score
no-target = no target
moved-since = since { $quarter }
moved-label = { $title } moved the score by { $change } points
total = { $points } of { $weight } points that have data = { $score }
total-unscored = Months one and two of the launch are not scored.
total-none = Nothing is known yet that could be scored.
status-due = Due { $day }
trend-none = No months to show yet
trend-label = { $title }, percent of target, { $span }
bar-label = { $percent } % of target
bar-none = Not known
note-unscored = The launch is in its first two months: figures are shown, and not scored.
note-base = { $title } is against { $base }.
note-why-not = { $title } does not apply: { $why }.
note-to-date = { $title }: the target counts the months that have reported; for the whole quarter it is { $whole }.
note-amended = { $title }: the target was changed to { $amended } during the quarter; this quarter is judged by the one that held when it opened.
note-replaced = { $title }: the target was changed during the quarter, and both sides agreed; when the quarter opened it was { $amended }.
note-missing = { $title }: { $periods } { $count ->
    [one] is missing and counts as nothing.
   *[other] are missing and count as nothing.
}
note-foreign = { $period }: the amounts are in { $stated }, not in { $own }, and are left out.
why-not-out-of-scope = operational KPIs are not in scope
why-not-before-reporting = the distributor did not report yet
why-not-nothing-to-measure = nothing could have happened
why-not-no-base = no earlier quarter is on file to compare with
why-not-base-not-positive = the earlier quarter is zero or below
why-not-quarter-only = it is judged by the quarter
part-lead-to-quote = Lead to quote
part-quote-to-order = Quote to order
