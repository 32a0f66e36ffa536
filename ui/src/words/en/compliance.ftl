## Reporting compliance over all distributors
compliance = Reporting compliance
compliance-open = Reporting compliance
compliance-caption = State of each report by distributor, { $quarter }
compliance-states = States, each with how many reports have it
compliance-none = Not expected
compliance-on-time = On time
