"""Myanmar, Cambodia, Laos."""

from kit import book, case, report, save, write

GI, TS, VGS = "Golden Irrawaddy Co., Ltd.", "Tonle Sap Trading Co., Ltd.", "Vientiane General Supply Co., Ltd."


def yangon_owner():
    name = "52-yangon-owner-lakh"
    save(name, "GI monthly.xlsx", book({"Oct": """
Golden Irrawaddy - monthly to principal
Month|October 2026

Sales (Lakh)|'1,842.5
Qty sold|'9,240 pcs
Stock balance|'12,030
Out of stock items|3
Customer enquiries|35
Quotations|18
Orders (PO)|11
Next 60 days sales (Lakh)|'3,900
Next 90 days sales (Lakh)|'5,850

Marketing done|TV spot 2 weeks; Wall painting Hledan
Problems|Container stuck at Thilawa; Import licence for 2 items
"""}))
    case(name, "MM en", "an owner's own words, lakhs in the labels, two sentences in a cell", {
        "GI monthly.xlsx": [report("Oct", "monthly", GI, "2026-10", "MMK",
            "revenue=184250000@B4 units_sold=9240@B5 stock_on_hand=12030@B6 stockouts=3@B7 leads=35@B8 quotes=18@B9 purchase_orders=11@B10 forecast_60_days=390000000@B11 forecast_90_days=585000000@B12",
            marketing=[("TV spot 2 weeks", "B14"), ("Wall painting Hledan", "B14")],
            issues=[("Container stuck at Thilawa", "B15"), ("Import licence for 2 items", "B15")])]})


def burmese_week():
    name = "53-burmese-weekly-csv"
    text = "ရွှေဧရာဝတီ\nအပတ်စဉ်အစီရင်ခံစာ,၁၂-၁၈ အောက်တိုဘာ ၂၀၂၆\n\nအကြောင်းအရာ,အရေအတွက်\nအလားအလာရှိသူသစ်,၁၀\nတွေ့ဆုံမှု,၁၆\nအခက်အခဲများ,ပြိုင်ဘက် လျှော့ဈေးပေးနေ\nနောက်အပတ်အစီအစဉ်,မန္တလေးသို့ ခရီးထွက်ရန်\n"
    write(name, "အပတ် ၄၂.csv", text.encode("utf-8"))
    case(name, "MM my", "Burmese digits in a span of days and in numbers", {
        "အပတ် ၄၂.csv": [report(None, "weekly", GI, "2026-W42", None, "new_leads=10@B5 meetings_held=16@B6",
            blockers=[("ပြိုင်ဘက် လျှော့ဈေးပေးနေ", "B7")], priorities=[("မန္တလေးသို့ ခရီးထွက်ရန်", "B8")])]})


def khmer():
    name = "54-khmer-month-in-dollars"
    save(name, "របាយការណ៍ តុលា.xlsx", book({"តុលា": """
ទន្លេសាប
របាយការណ៍ប្រចាំខែ តុលា ២០២៦

ល.រ|បរិយាយ|ចំនួន|កំណត់សម្គាល់
1|ចំនួនលក់|'៤,១២០|
2|ចំណូលពីការលក់ (USD)|38450.75|
3|ការបញ្ជាទិញ|14|
4|ស្តុកចុងខែ|'៥៩០០|
5|ទំនិញអស់ស្តុក|2|ទឹកដោះគោ

សកម្មភាពទីផ្សារ
- តាំងបង្ហាញនៅផ្សារអូឡាំពិក
បញ្ហាដែលត្រូវការជំនួយ
- គយយឺត ៥ ថ្ងៃ
"""}, {"C6": "\\$#,##0.00"}))
    case(name, "KH km", "Khmer labels and digits, a year in Khmer digits, dollars; one comma that Khmer reads as a decimal: asked", {
        "របាយការណ៍ តុលា.xlsx": [report("តុលា", "monthly", TS, "2026-10", "USD",
            "revenue=38450.75@C6 purchase_orders=14@C7 stock_on_hand=5900@C8 stockouts=2@C9", ask=["units_sold"],
            marketing=[("តាំងបង្ហាញនៅផ្សារអូឡាំពិក", "A12")], issues=[("គយយឺត ៥ ថ្ងៃ", "A14")])]})


def lao():
    name = "55-lao-million-kip"
    save(name, "VGS ກັນຍາ.xls", book({"Sheet1": """
ບົດລາຍງານປະຈຳເດືອນ ກັນຍາ 2026|||
ບໍລິສັດ|Vientiane General Supply||

ລຳດັບ|ລາຍການ|ຈຳນວນ|ໝາຍເຫດ
1|ຍອດຂາຍ (ລ້ານກີບ)|845.6|
2|ຈຳນວນຂາຍ|6120|
3|ສິນຄ້າຄົງເຫຼືອ|7450|
4|ສິນຄ້າໝົດ|1|
5|ໃບສະເໜີລາຄາ|16|
6|ໃບສັ່ງຊື້|10|

ບັນຫາ|ຄ່າເງິນກີບຜັນຜວນ||
"""}))
    case(name, "LA lo", "an .xls in millions of kip, sales named by one word and its unit", {
        "VGS ກັນຍາ.xls": [report("Sheet1", "monthly", VGS, "2026-09", "LAK",
            "revenue=845600000@C5 units_sold=6120@C6 stock_on_hand=7450@C7 stockouts=1@C8 quotes=16@C9 purchase_orders=10@C10",
            issues=[("ຄ່າເງິນກີບຜັນຜວນ", "B12")])]})


def two_blocks():
    name = "56-two-companies-side-by-side"
    save(name, "Mekong region wk41.xlsx", book({"W41": """
Weekly update - 2026-W41

Golden Irrawaddy|||Tonle Sap|
New leads|6||New leads|4
Meetings|10||Meetings|7
Discovery|4||Discovery|3
Proposal|2||Proposal|2
Negotiation|1||Negotiation|0
"""}))
    keys = ["new_leads", "meetings_held", "opportunities_discovery", "opportunities_proposal", "opportunities_negotiation"]
    block = lambda column, values: " ".join(f"{key}={value}@{column}{row}" for row, (key, value) in enumerate(zip(keys, values), 4))
    case(name, "MM, KH en", "two companies side by side, each under its own name", {
        "Mekong region wk41.xlsx": [report("W41", "weekly", GI, "2026-W41", None, block("B", [6, 10, 4, 2, 1])), report("W41", "weekly", TS, "2026-W41", None, block("E", [4, 7, 3, 2, 0]))]})


def make():
    for one in (yangon_owner, burmese_week, khmer, lao, two_blocks):
        one()
