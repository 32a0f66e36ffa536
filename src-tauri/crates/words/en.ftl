### English. Each part of the product writes under its own heading; a key is never renamed once a file or a stored
### row may refer to it.

## KPIs
## Their keys are those of the playbook.

kpi-revenue = Revenue against target
kpi-revenue-growth = Revenue growth
kpi-sales-volume = Sales volume
kpi-conversion = Conversion, lead to order
kpi-pipeline = Pipeline produced
kpi-weekly-discipline = Weekly reporting discipline
kpi-monthly-on-time = Monthly summaries on time
kpi-monthly-reviews = Monthly reviews held
kpi-quarterly-adjustment = Quarterly adjustment made
kpi-on-time-in-full = On time in full
kpi-quality = Quality acceptance
kpi-stock-cover = Stock cover
kpi-stockout-rate = Stockout rate
kpi-forecast-accuracy = Forecast accuracy

group-commercial = Commercial
group-execution = Execution
group-operational = Operational

## Measures and remarks
## Their keys are those of the playbook, and stand in stored reports.

measure-new_leads = New leads
measure-meetings_held = Meetings held
measure-opportunities_discovery = Opportunities in discovery
measure-opportunities_proposal = Opportunities in proposal
measure-opportunities_negotiation = Opportunities in negotiation
measure-revenue = Revenue
measure-units_sold = Units sold
measure-leads = Leads
measure-quotes = Quotes
measure-purchase_orders = Purchase orders
measure-conversion_rate = Conversion rate
measure-stock_on_hand = Stock on hand
measure-stockouts = Stockouts
measure-skus_ranged = SKUs ranged
measure-forecast_60_days = Forecast, next 60 days
measure-forecast_90_days = Forecast, next 90 days
measure-orders_due = Orders due
measure-orders_on_time = Orders on time and in full
measure-units_inspected = Units inspected
measure-units_accepted = Units accepted

remark-blockers = Blockers
remark-priorities = Priorities for next week
remark-marketing = Marketing actions completed
remark-issues = Issues that need support

blocker-pricing = Pricing
blocker-stock = Stock
blocker-competitor = Competitor
blocker-compliance = Compliance
blocker-other = Other

report-weekly = Weekly update
report-monthly = Monthly summary

## Units

unit-percent = %
unit-points = points
unit-units = units
unit-count = {""}
unit-weeks = weeks
unit-months = months
unit-held = held
unit-days = days

## Status

status-green = Green
status-amber = Amber
status-red = Red
status-provisional = Provisional
status-not-applicable = Does not apply
status-met = Met
status-not-met = Not met

state-on-time = On time
state-late = Late
state-corrected = Corrected
state-missing = Missing
state-not-yet-due = Not yet due
state-held = Held
late-days = { $days ->
    [one] Late, { $days } day
   *[other] Late, { $days } days
}

standing-launch = Launch
standing-conditional = Conditional
standing-scale = Scale
standing-lapsed = Lapsed

## Pack
## What the pages themselves say; the values come from the desk.

pack-page-of = Page { $page } of { $pages }
pack-on-page = page { $page }
pack-rule-proposes = The rule proposes
pack-to-decide = To decide
pack-conditions = Conditions
pack-result = Result
pack-condition = Condition
pack-required = Required
pack-actual = Actual
pack-difference = Difference
pack-evidence = Evidence
pack-score = Score
pack-coverage = Coverage
pack-what-moved-it = What moved it
pack-standing = Standing
pack-kpi = KPI
pack-target = Target
pack-attainment = Attainment, % of target
pack-weight = Weight
pack-points = Points
pack-status = Status
pack-gate = gate
pack-bars-end = Bars end at 120 %; the tick is the target, { $gate } the gate where it is lower.
pack-notes = Notes
pack-report = Report
pack-covers = Covers
pack-due = Due
pack-received = Received
pack-early-due-late = Early, due, late
pack-state = State
pack-file = File
pack-reviews = Reviews
pack-review = Review
pack-held = Held
pack-remarks = Remarks
pack-period = Period
pack-measure = Measure
pack-value = Value
pack-sheet = Sheet
pack-cell = Cell
pack-confirmed = Confirmed
pack-said = What it says
pack-continued = continued
