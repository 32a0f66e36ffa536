"""Philippines, Singapore (English and Chinese), Timor-Leste."""

from kit import book, case, report, save, sold, write

CIT, HS, LPDI, SPPL = "Cebu Island Traders Inc.", "Hua Seng Trading Pte Ltd", "Luzon Prime Distributors Inc.", "Straits Pacific Pte Ltd"


def cebu():
    name = "57-cebu-taglish"
    save(name, "cebu wk.xlsx", book({"wk": """
Cebu Island Traders - weekly
Week ending|'10/25/2026
Bagong leads|7
Mga meeting|12
Discovery / Proposal / Nego|'5 / 3 / 1
Mga hadlang|Competitor promo sa Robinsons
|Ubos na stock ng 250g
Plano sa susunod na linggo|Visit Tagbilaran dealers
"""}))
    case(name, "PH fil/en", "Filipino and English mixed, month before day, three stages in a cell", {
        "cebu wk.xlsx": [report("wk", "weekly", CIT, "2026-W43", None,
            "new_leads=7@B3 meetings_held=12@B4 opportunities_discovery=5@B5 opportunities_proposal=3@B5 opportunities_negotiation=1@B5",
            blockers=[("Competitor promo sa Robinsons", "B6", "competitor"), ("Ubos na stock ng 250g", "B7", "stock")],
            priorities=[("Visit Tagbilaran dealers", "B8")])]})


def accounts():
    name = "58-key-accounts-two-row-header"
    save(name, "CIT Oct 2026 performance.xlsx", book({"Perf": """
CEBU ISLAND TRADERS INC.
Monthly Performance - October 2026

Key account|Sell-out units||Sales (PHP)||Inventory
|Oct 2025|Oct 2026|Target|Actual|On hand
SM Seaside|810|865|'400,000.00|'412,350.50|920
Gaisano|640|702|'300,000.00|'318,200.00|1105
Metro|505|488|'260,000.00|'241,075.25|640
Total|1955|2055|'960,000.00|'971,625.75|2665

Leads generated|28
Quotes sent|15
POs closed|9
"""}, merged=["B4:C4", "D4:E4", "A4:A5"]))
    case(name, "PH en", "two header rows, last year's month beside this one's, target beside actual, money as text, counts below", {
        "CIT Oct 2026 performance.xlsx": [report("Perf", "monthly", CIT, "2026-10", "PHP",
            "units_sold=2055@C9 revenue=971625.75@E9 stock_on_hand=2665@F9 leads=28@B11 quotes=15@B12 purchase_orders=9@B13")]})


def chinese():
    name = "59-chinese-month"
    save(name, "华盛 10月.xlsx", book({"月报": """
华盛贸易 月报
2026年10月
单位：新元

项目|目标|实际|达成率
销售额|120000|118432.6|=C6/B6
销售数量|3000|2874|=C7/B7
潜在客户||26|
报价单||14|
订单数||8|
月末库存||3390|
缺货SKU数||无|
60天销售预测||250000|
90天销售预测||370000|

市场活动
1、超市试吃 4 场
2、微信推广
需要支持的问题
1、仓库租金上涨
"""}, {"D6:D7": "0.0%"}))
    case(name, "SG zh", "Chinese throughout, a unit of currency in the title, `无` for zero, numbers with a Chinese comma", {
        "华盛 10月.xlsx": [report("月报", "monthly", HS, "2026-10", "SGD",
            "revenue=118432.6@C6 units_sold=2874@C7 leads=26@C8 quotes=14@C9 purchase_orders=8@C10 stock_on_hand=3390@C11 stockouts=0@C12 forecast_60_days=250000@C13 forecast_90_days=370000@C14",
            marketing=[("超市试吃 4 场", "A17"), ("微信推广", "A18")], issues=[("仓库租金上涨", "A20")])]})


def stacked():
    name = "60-three-months-stacked"
    block = lambda title, units, money, stock: f"{title}|\nUnits sold|{units}\nNet sales (S$)|'{money}\nClosing stock|{stock}\nIssues|none\n|"
    save(name, "Hua Seng Q3.xlsx", book({"Q3": "Hua Seng Trading Pte Ltd|\n|\n" + "\n".join([block("July 2026", 2410, "98,120.40", 3100), block("August 2026", 2533, "102,775.00", 2980), block("September 2026", 2391, "97,300.15", 3205)])}))
    made = [report("Q3", "monthly", HS, period, "SGD", f"units_sold={units}@B{row + 1} revenue={money}@B{row + 2} stock_on_hand={stock}@B{row + 3}")
            for row, period, units, money, stock in [(3, "2026-07", 2410, "98120.4", 3100), (9, "2026-08", 2533, "102775", 2980), (15, "2026-09", 2391, "97300.15", 3205)]]
    case(name, "SG en", "three months in one sheet, each under its own heading", {"Hua Seng Q3.xlsx": made})


def weeks_in_sheets():
    name = "61-one-sheet-a-week"
    week = lambda span, values: "Week|" + span + "\n" + "\n".join(f"{label}|{value}" for label, value in zip(["New leads", "Meetings held", "Discovery", "Proposal", "Negotiation"], values)) + "\nTop blockers|Pricing: Lazada undercuts by 8%\n|Compliance: HSA query open\nNext week|Call on FairPrice"
    sheets = {"Read me": "Straits Pacific weekly pack\nOne tab a week. Send by Monday noon.", "W40": week("28 Sep - 4 Oct 2026", [9, 14, 6, 3, 1]), "W41": week("5 Oct - 11 Oct 2026", [7, 12, 6, 4, 1]), "W42": week("12 Oct - 18 Oct 2026", ["nil", 11, 5, 4, 2]), "old": week("21 Sep - 27 Sep 2026", [1, 1, 1, 1, 1])}
    save(name, "SPPL weekly pack.xlsx", book(sheets, hidden=["old"]))
    keys = ["new_leads", "meetings_held", "opportunities_discovery", "opportunities_proposal", "opportunities_negotiation"]
    made = [report(sheet, "weekly", SPPL, period, None, " ".join(f"{key}={value}@B{row}" for row, (key, value) in enumerate(zip(keys, values), 2)),
                   blockers=[("Pricing: Lazada undercuts by 8%", "B7", "pricing"), ("Compliance: HSA query open", "B8", "compliance")], priorities=[("Call on FairPrice", "B9")])
            for sheet, period, values in [("W40", "2026-W40", [9, 14, 6, 3, 1]), ("W41", "2026-W41", [7, 12, 6, 4, 1]), ("W42", "2026-W42", [0, 11, 5, 4, 2])]]
    case(name, "SG en", "a note, a sheet a week, a hidden old one, nil for zero, categories before a colon", {"SPPL weekly pack.xlsx": made})


def american_lines():
    name = "62-us-days-in-csv"
    data = [("2026-10-01", "SI-2201", "Puregold Cubao", "Bath soap 90g", 144, "2736.00"), ("2026-10-05", "SI-2202", "Mercury Drug", "Shampoo 170ml", 36, "3204.00"), ("2026-10-09", "SI-2207", "Puregold Cubao", "Shampoo 170ml", 72, "6336.00"), ("2026-10-12", "SI-2211", "SM Hypermarket", "Bath soap 90g", 288, "5356.80"), ("2026-10-30", "SI-2230", "Mercury Drug", "Lotion 200ml", 24, "3117.60")]
    text = "Luzon Prime Distributors Inc.,,,,,\nSales register,,,,,\nInvoice date,Invoice no.,Customer,Item,Qty,Net amount\n"
    for day, number, shop, item, units, money in data:
        year, month, dom = day.split("-")
        text += f'{int(month)}/{int(dom)}/{year},{number},{shop},{item},{units},"{float(money):,.2f}"\n'
    text += f',,,TOTAL,{sum(r[4] for r in data)},"{sum(float(r[5]) for r in data):,.2f}"\n'
    write(name, "LPDI sales register.csv", text.encode("ascii"))
    case(name, "PH en", "titles padded with commas, month before day, a total without a day", {
        "LPDI sales register.csv": [report(None, "lines", LPDI, "2026-10", "PHP", lines=sold([(d, u, m) for d, _, _, _, u, m in data]))]})


def absent_and_zero():
    name = "63-zero-blank-and-na"
    save(name, "hs sep26.xlsx", book({"Sep-26": """
Hua Seng Trading - monthly summary Sep 2026|
Units sold|0
Revenue (SGD)|0.00
Leads|n/a
Quotes|-
Purchase orders|
Conversion %|12.5
Stock on hand|'2,1O4
SKUs out of stock|nil
SKUs ranged|TBA
Forecast next 60 days ('000)|55
Orders due|40
Delivered on time in full|'approx. 37
Marketing activities completed|none
"""}))
    case(name, "SG en", "zero, nil, blank, dash, n/a and TBA kept apart; a letter O in a number; an approximate count; a rate under a percent label; thousands of an unsaid currency", {
        "hs sep26.xlsx": [report("Sep-26", "monthly", HS, "2026-09", "SGD", "units_sold=0@B2 revenue=0@B3 conversion_rate=0.125@B7 stockouts=0@B9 forecast_60_days=55000@B11 orders_due=40@B12", ask=["stock_on_hand", "orders_on_time"])]})


def no_reports():
    name = "64-no-reports-at-all"
    save(name, "Expense claim Oct.xlsx", book({"Claim": "EXPENSE CLAIM\nStaff|Tan Wei\nDate|Item|Amount (SGD)\n@2026-10-03|Taxi to Jurong|18.4\n@2026-10-09|Client lunch|96\nTotal||114.4"}))
    save(name, "Visit plan Nov.xlsx", book({"Plan": "Visit plan November 2026\nDay|Account|Purpose\nMon|FairPrice|Listing\nTue|Sheng Siong|Promo talk"}))
    save(name, "Stock take.xlsx", book({"Count": "Stock take 31 Oct 2026 - warehouse A\nSKU|Description|Bin|System|Counted|Variance\nA-1|Soap 90g|12|144|140|-4\nA-2|Lotion|13|60|60|0"}))
    write(name, "notes.txt", b"Call with buyer\nHe wants a better price, 3% maybe.\nFollow up on Friday.\n")
    case(name, "SG en", "a claim, a plan of visits, a stock take and notes: none is a report", {file: [] for file in ("Expense claim Oct.xlsx", "Visit plan Nov.xlsx", "Stock take.xlsx", "notes.txt")})


def make():
    for one in (cebu, accounts, chinese, stacked, weeks_in_sheets, american_lines, absent_and_zero, no_reports):
        one()
