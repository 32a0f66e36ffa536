"""Thailand: Bangkok, Phuket, Chiang Mai."""

from kit import book, case, report, save, sold, write

CMP, AFS = "ห้างหุ้นส่วนจำกัด เชียงใหม่พาณิชย์", "Andaman Fresh Supply Co., Ltd."


def coordinator():
    name = "48-phuket-weekly"
    save(name, "weekly AFS.xlsx", book({"สัปดาห์": """
สรุปกิจกรรมการขายรายสัปดาห์
อันดามันเฟรช
วันที่ 12 - 18 ต.ค. 2569

หัวข้อ|จำนวน|หน่วย
ลูกค้าใหม่|9|ราย
เข้าพบลูกค้า|22|ครั้ง
โอกาสการขาย: สำรวจ|7|ราย
โอกาสการขาย: เสนอราคา|5|ราย
โอกาสการขาย: ต่อรอง|2|ราย

ปัญหาอุปสรรค
- คู่แข่งลดราคา 10% ที่ภูเก็ต
- สินค้าขาดสต๊อกขนาด 500 มล.

แผนงานสัปดาห์หน้า
- นัดประชุมกับซูเปอร์ชีป
"""}))
    case(name, "TH th", "a span of days in a Buddhist year with a short month, stages behind a colon, units beside; new customers may be leads or buyers: asked", {
        "weekly AFS.xlsx": [report("สัปดาห์", "weekly", AFS, "2026-W42", None,
            "meetings_held=22@B7 opportunities_discovery=7@B8 opportunities_proposal=5@B9 opportunities_negotiation=2@B10",
            ask=["new_leads"], blockers=[("คู่แข่งลดราคา 10% ที่ภูเก็ต", "A13"), ("สินค้าขาดสต๊อกขนาด 500 มล.", "A14", "stock")],
            priorities=[("นัดประชุมกับซูเปอร์ชีป", "A17")])]})


def tis620():
    name = "49-csv-tis620"
    text = "ผู้แทนจำหน่าย,เชียงใหม่พาณิชย์\r\nประจำเดือน,กันยายน 2569\r\n\r\nรายการ,ค่า\r\nจำนวนขาย,\"2,345\"\r\nยอดขาย,\"1,234,567.00 บาท\"\r\nสินค้าคงเหลือ,\"3,110\"\r\nสินค้าขาดสต็อก,2\r\nใบเสนอราคา,17\r\nใบสั่งซื้อ,9\r\nประมาณการยอดขาย 60 วัน,\"2,600,000.00 บาท\"\r\nประมาณการยอดขาย 90 วัน,\"3,900,000.00 บาท\"\r\n"
    write(name, "เชียงใหม่.csv", text.encode("cp874"))
    case(name, "TH th", "Thai in the old code page, quoted numbers with baht behind them", {
        "เชียงใหม่.csv": [report(None, "monthly", CMP, "2026-09", "THB",
            "units_sold=2345@B5 revenue=1234567@B6 stock_on_hand=3110@B7 stockouts=2@B8 quotes=17@B9 purchase_orders=9@B10 forecast_60_days=2600000@B11 forecast_90_days=3900000@B12")]})


def thousands():
    name = "50-xls-phan-baht"
    save(name, "สรุปยอด ต.ค.69 AFS.xls", book({"ต.ค.69": """
บริษัท อันดามันเฟรช ซัพพลาย จำกัด|||||
สรุปผลงานเดือน ต.ค. 69||||หน่วย: พันบาท|

รายการ|แผน|จริง|%|เดือนก่อน|
ยอดขายสุทธิ|3500|3287.4|=C5/B5|3120.9|
จำนวนที่ขายได้ (ลัง)|9000|8642|=C6/B6|8210|
สต๊อกปลายเดือน (ลัง)||11875||12400|
ลูกค้ามุ่งหวัง|40|38||35|
ใบเสนอราคา||21||20|
ใบสั่งซื้อ (PO)||12||10|
จำนวน SKU ที่ขาดสต๊อก||4||2|

กิจกรรมส่งเสริมการขาย|ลดราคา 20% งานเทศกาลกินเจ||||
|แจกชิม 8 สาขา||||
ขอความช่วยเหลือ|ขอคูลเลอร์เพิ่ม 5 ตู้||||
"""}, {"D5:D6": "0%", "B5:C5": "#,##0.0"}))
    case(name, "TH th", "an .xls in thousands of baht declared in a corner, plan before actual, last month behind, a two-digit Buddhist year in title and sheet name", {
        "สรุปยอด ต.ค.69 AFS.xls": [report("ต.ค.69", "monthly", AFS, "2026-10", "THB",
            "revenue=3287400@C5 units_sold=8642@C6 stock_on_hand=11875@C7 leads=38@C8 quotes=21@C9 purchase_orders=12@C10 stockouts=4@C11",
            marketing=[("ลดราคา 20% งานเทศกาลกินเจ", "B13"), ("แจกชิม 8 สาขา", "B14")], issues=[("ขอคูลเลอร์เพิ่ม 5 ตู้", "B15")])]})


def lines():
    name = "51-csv-buddhist-days"
    data = [("2026-09-01", "IV69-0901", "ร้านแม่น้อย", "น้ำปลา 700ml", 24, "1680.00"), ("2026-09-03", "IV69-0907", "ร้านป้าแดง", "ซอสพริก 300g", 48, "1776.00"), ("2026-09-11", "IV69-0920", "ตลาดวโรรส", "น้ำปลา 700ml", 120, "8280.50"),
            ("2026-09-18", "IV69-0934", "ร้านแม่น้อย", "เต้าเจี้ยว 340g", 12, "420.25"), ("2026-09-30", "IV69-0951", "ตลาดวโรรส", "ซอสพริก 300g", 96, "3456.00")]
    text = "วันที่,เลขที่ใบกำกับ,ลูกค้า,สินค้า,จำนวน,จำนวนเงิน\n"
    for day, number, shop, item, units, money in data:
        whole, cents = money.split(".")
        text += f'{int(day[8:])}/{int(day[5:7])}/{int(day[:4]) + 543},{number},{shop},{item},{units},"{int(whole):,}.{cents}"\n'
    text += f'รวมทั้งสิ้น,,,,{sum(r[4] for r in data)},"{15612.75:,.2f}"\n'
    write(name, "ขาย ก.ย.69 เชียงใหม่พาณิชย์.csv", b"\xef\xbb\xbf" + text.encode("utf-8"))
    case(name, "TH th", "sales lines with days in Buddhist years without leading zeros, commas inside quotes, a grand total", {
        "ขาย ก.ย.69 เชียงใหม่พาณิชย์.csv": [report(None, "lines", CMP, "2026-09", "THB", lines=sold([(d, u, m) for d, _, _, _, u, m in data]))]})


def make():
    for one in (coordinator, tis620, thousands, lines):
        one()
