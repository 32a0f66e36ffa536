"""English sheets of no one country's habits: long lists, regional tables, formulas."""

from kit import book, case, report, save

KMS, CPH, DMS, TWT = "Kinabalu Medisupply Sdn Bhd", "Chao Phraya Healthcare Co., Ltd.", "Darussalam Mega Supplies Sdn Bhd", "Tropika Wellness Trading Sdn. Bhd."


def region():
    name = "70-regional-month-own-currencies"
    save(name, "SEA October roll-up.xlsx", book({"Oct": """
Regional monthly summary|||||||
October 2026|||||||

Distributor|Currency|Units sold|Net revenue|Leads|POs|Stock on hand|Key issue
Kinabalu Medi|MYR|2210|145800.5|31|9|4100|Late GRN at Sepanggar
Chao Phraya Healthcare|THB|8044|2315000|44|17|11200|-
Darussalam Mega|BND|702|21044.75|12|6|1490|MUIB approval
Total||10956||87|32|16790|
"""}))
    keys = "units_sold revenue leads purchase_orders stock_on_hand".split()
    rows = [(KMS, "MYR", 5, "2210 145800.5 31 9 4100", "Late GRN at Sepanggar"), (CPH, "THB", 6, "8044 2315000 44 17 11200", None), (DMS, "BND", 7, "702 21044.75 12 6 1490", "MUIB approval")]
    made = [report("Oct", "monthly", who, "2026-10", currency, " ".join(f"{k}={v}@{c}{row}" for k, v, c in zip(keys, values.split(), "CDEFG")), **({"issues": [(issue, f"H{row}")]} if issue else {}))
            for who, currency, row, values, issue in rows]
    case(name, "MY, TH, BN en", "one row a distributor, each in its own currency by a column, a total of what can't be added", {"SEA October roll-up.xlsx": made})


def long_form():
    name = "71-long-form-export"
    lines = ["Distributor|Month|Metric|Value|Unit"]
    data = [("TWT", "2026-08", [("Units sold", 3710), ("Revenue", 210450.25), ("Leads", 47), ("Stock on hand", 6400)]), ("TWT", "2026-09", [("Units sold", 3655), ("Revenue", 205118), ("Leads", 50), ("Stock on hand", 6275)])]
    row, made = 2, []
    for who, month, values in data:
        measures = []
        for metric, value in values:
            lines.append(f"{who}|'{month}|{metric}|{value}|{'MYR' if metric == 'Revenue' else ''}")
            measures.append(f"{metric.lower().replace(' ', '_')}={value}@D{row}")
            row += 1
        made.append(report("Export", "monthly", TWT, month, "MYR", " ".join(measures)))
    save(name, "kpi_export.xlsx", book({"Export": "\n".join(lines)}))
    case(name, "MY en", "a long table: one figure a row, with its distributor and its month", {"kpi_export.xlsx": made})


def formulas():
    name = "72-errors-and-lost-values"
    save(name, "CPH monthly Sep 2026.xlsx", book({"Sep": """
Chao Phraya Healthcare Co., Ltd.
Monthly summary - September 2026

Units sold|=SUM(D4:D6)
Revenue (THB)|1980450.5
Leads|'#DIV/0!
Quotes|22
Purchase orders|8
SKUs out of stock|1
"""}))
    case(name, "TH en", "a formula that no program ever computed, and an error typed as text", {
        "CPH monthly Sep 2026.xlsx": [report("Sep", "monthly", CPH, "2026-09", "THB", "revenue=1980450.5@B5 quotes=22@B7 purchase_orders=8@B8 stockouts=1@B9", ask=["units_sold", "leads"])]})


def percent():
    name = "73-rates-and-thousands"
    save(name, "TWT Aug scorecard.xlsx", book({"Aug 2026": """
||Tropika Wellness - commercial scorecard
||August 2026

||Measure|Result|Prior month
||Sell-out (RM '000)|212.75|208.1
||Sell-out (units)|3710|3655
||Lead-to-order conversion|0.24|0.22
||On-hand inventory (units)|6400|6275
||SKU count|38|38
||Units inspected|1200|1100
||Units accepted|1176|1089
"""}, {"D7:E7": "0.0%"}))
    case(name, "MY en", "thousands in a label, a rate by its number format, last month beside, quality counts", {
        "TWT Aug scorecard.xlsx": [report("Aug 2026", "monthly", TWT, "2026-08", "MYR", "revenue=212750@D5 units_sold=3710@D6 conversion_rate=0.24@D7 stock_on_hand=6400@D8 skus_ranged=38@D9 units_inspected=1200@D10 units_accepted=1176@D11")]})


def log():
    name = "74-a-log-with-filters-and-totals"
    save(name, "KMS weekly log.xlsx", book({"Log": """
Kinabalu Medisupply - weekly activity log 2026

W/C|New leads|Customer meetings|Discovery|Proposal|Negotiation|Blockers|Priorities next week
@2026-10-05|4|9|5|3|1|Stock: gloves M out|Tender QEH2
@2026-10-12|6|11|6|3|1||Demo at KPJ
@2026-10-19|0|8|6|4|2|Price too high for clinics|
Average|3.3|9.3|||||
"""}))
    rows = [("2026-W41", 4, "4 9 5 3 1", ("Stock: gloves M out", "G4", "stock"), "Tender QEH2"), ("2026-W42", 5, "6 11 6 3 1", None, "Demo at KPJ"), ("2026-W43", 6, "0 8 6 4 2", ("Price too high for clinics", "G6", "pricing"), None)]
    keys = ["new_leads", "meetings_held", "opportunities_discovery", "opportunities_proposal", "opportunities_negotiation"]
    made = []
    for period, row, values, blocker, priority in rows:
        said = ({"blockers": [blocker]} if blocker else {}) | ({"priorities": [(priority, f"H{row}")]} if priority else {})
        made.append(report("Log", "weekly", KMS, period, None, " ".join(f"{k}={v}@{c}{row}" for k, v, c in zip(keys, values.split(), "BCDEF")), **said))
    case(name, "MY en", "weeks by their Monday as date cells, an average below, blanks among the remarks", {"KMS weekly log.xlsx": made})


def make():
    for one in (region, long_form, formulas, percent, log):
        one()
