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
kpi-quality-acceptance = Quality acceptance
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
measure-opening_stock = Opening stock
measure-sell_in = Sell-in, units received
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
review-monthly-review = Monthly review
review-qbr = Quarterly business review
