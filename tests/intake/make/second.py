"""A second round, written without a look at the recogniser: cards, letters, daily rows, traps beside the figure that is meant."""

from kit import book, case, report, save, sold, write

KMS, CPH, DMS, TWT = "Kinabalu Medisupply Sdn Bhd", "Chao Phraya Healthcare Co., Ltd.", "Darussalam Mega Supplies Sdn Bhd", "Tropika Wellness Trading Sdn. Bhd."
SMA, CND, MP, HL = "PT Sumber Makmur Abadi", "PT Cahaya Nusantara Distribusi", "Công ty TNHH Thương Mại Minh Phát", "Công ty CP Dược Phẩm Hoàng Long"
SRT, LPDI, SPPL, SY = "บริษัท สยามรุ่งเรืองเทรดดิ้ง จำกัด", "Luzon Prime Distributors Inc.", "Straits Pacific Pte Ltd", "Shwe Yadanar Trading Co., Ltd."
AS, VAMC, MLD = "Angkor Star Distribution Co., Ltd.", "Visayas Allied Marketing Corp.", "Merlion Lifestyle Distribution Pte. Ltd."


def make():
    # 1 dashboards: KPI cards, value below label, two per row
    save("75-kpi-cards","dash.xlsx",book({"Dashboard":"""
Straits Pacific Pte Ltd - Commercial dashboard - October 2026

Net revenue (SGD)||Units sold||Stock on hand
98410.5||1304||2750

Leads||Quotes||Purchase orders
24||13||6

vs target 102%||vs target 98%||
"""}))
    case("75-kpi-cards","SG","cards",{"dash.xlsx":[report("Dashboard","monthly",SPPL,"2026-10","SGD","revenue=98410.5@A4 units_sold=1304@C4 stock_on_hand=2750@E4 leads=24@A7 quotes=13@C7 purchase_orders=6@E7")]})
    # 2 Indonesian weekly with rows as days and total
    save("76-daily-rows-of-a-week","harian.xlsx",book({"W42":"""
PT Sumber Makmur Abadi
Rekap aktivitas harian minggu 42 (12 - 18 Oktober 2026)

Hari|Tanggal|Prospek baru|Kunjungan
Senin|@2026-10-12|3|5
Selasa|@2026-10-13|2|6
Rabu|@2026-10-14|4|4
Kamis|@2026-10-15|1|7
Jumat|@2026-10-16|2|5
Total||12|27

Status pipeline
Penjajakan|8
Penawaran|5
Negosiasi|2
Kendala
1. Gudang Cakung kehabisan varian mangga
2. BPOM belum terbit
"""}))
    case("76-daily-rows-of-a-week","ID","daily",{"harian.xlsx":[report("W42","weekly",SMA,"2026-W42",None,"new_leads=12@C10 meetings_held=27@D10 opportunities_discovery=8@B13 opportunities_proposal=5@B14 opportunities_negotiation=2@B15",blockers=[("Gudang Cakung kehabisan varian mangga","A17","stock"),("BPOM belum terbit","A18","compliance")])]})
    # 3 vietnamese with value col "Số liệu" and remark beside in the note; VND plain text dots
    save("77-a-letter-with-a-table","bc t9.xlsx",book({"Tháng 9":"""
Kính gửi: Ban Giám đốc
Nhà phân phối Minh Phát xin báo cáo kết quả tháng 09/2026 như sau:

STT|Nội dung|ĐVT|Số liệu|Ghi chú
1|Doanh thu bán hàng|VNĐ|'1.254.300.000|đã trừ hàng trả
2|Sản lượng|thùng|'2.115|
3|Tồn kho cuối tháng|thùng|'3.480|
4|Số mã hết hàng|mã|0|
5|Tỷ lệ chuyển đổi|%|'23,5%|
6|Dự kiến doanh thu 60 ngày tới|VNĐ|'2.600.000.000|
Các hoạt động marketing đã triển khai
+ Tặng quà khách mua 2 thùng
+ Treo 30 băng rôn
Kiến nghị
+ Hỗ trợ thêm 50 kệ trưng bày
"""}))
    case("77-a-letter-with-a-table","VN","letter",{"bc t9.xlsx":[report("Tháng 9","monthly",MP,"2026-09","VND","revenue=1254300000@D5 units_sold=2115@D6 stock_on_hand=3480@D7 stockouts=0@D8 conversion_rate=0.235@D9 forecast_60_days=2600000000@D10",marketing=[("Tặng quà khách mua 2 thùng","A12"),("Treo 30 băng rôn","A13")],issues=[("Hỗ trợ thêm 50 kệ trưng bày","A15")])]})
    # 4 thai table by product and channel with subtotal
    save("78-channels-and-subtotals","sales sep.xlsx",book({"ก.ย. 2569":"""
สยามรุ่งเรือง
รายงานยอดขายเดือน กันยายน 2569 (บาท)
ช่องทาง|สินค้า|จำนวน (ชิ้น)|มูลค่าขาย (บาท)
MT|ครีม|1200|240000
MT|สบู่|800|64000
รวม MT||2000|304000
GT|ครีม|500|95000
GT|สบู่|1500|112500
รวม GT||2000|207500
รวมทั้งสิ้น||4000|511500
สต็อกสิ้นเดือน||6200|
"""}))
    case("78-channels-and-subtotals","TH","subtotals",{"sales sep.xlsx":[report("ก.ย. 2569","monthly",SRT,"2026-09","THB","units_sold=4000@C10 revenue=511500@D10 stock_on_hand=6200@C11")]})
    # 5 english PH weekly free text in txt
    write("79-numbered-text","wk43.txt","""LUZON PRIME DISTRIBUTORS INC
Weekly update - Week 43 (Oct 19-25, 2026)
1) New leads: 11
2) Meetings: 16
3) Pipeline: Discovery - 7; Proposal - 4; Negotiation - 2
4) Top blockers:
   a) Price hike resistance from Puregold
   b) Stock - 500ml OOS in Laguna
5) Next week's priorities:
   a) Close Robinsons listing
""".encode())
    case("79-numbered-text","PH","text",{"wk43.txt":[report(None,"weekly",LPDI,"2026-W43",None,"new_leads=11@A3 meetings_held=16@A4 opportunities_discovery=7@A5 opportunities_proposal=4@A5 opportunities_negotiation=2@A5",blockers=[("Price hike resistance from Puregold","A7","pricing"),("Stock - 500ml OOS in Laguna","A8","stock")],priorities=[("Close Robinsons listing","A10")])]})
    # 6 malay wide with months and total
    save("80-months-across-with-a-total","tren.xlsx",book({"2026":"""
Tropika Wellness - Prestasi 2026
(RM'000)
Perkara|Jul|Ogos|Sept|Okt|Jumlah
Jualan bersih|201.5|210.45|205.1|225.2|842.25
Unit dijual|3650|3710|3655|3985|15000
Stok akhir bulan|6300|6400|6275|6120|
"""}))
    case("80-months-across-with-a-total","MY","wide",{"tren.xlsx":[report("2026","monthly",TWT,p,"MYR",f"revenue={r}@{c}4 units_sold={u}@{c}5 stock_on_hand={s}@{c}6") for c,p,r,u,s in [("B","2026-07","201500",3650,6300),("C","2026-08","210450",3710,6400),("D","2026-09","205100",3655,6275),("E","2026-10","225200",3985,6120)]]})
    # 7 burmese english mix weekly
    save("81-stages-in-brackets","wk.xlsx",book({"Sheet1":"""
Shwe Yadanar
Week|19/10/2026 - 25/10/2026
New Leads|8
Customer Meetings|13
Opportunity (Discovery)|5
Opportunity (Proposal)|3
Opportunity (Negotiation)|1
Obstacles|Import permit delay
|Kyat depreciation, dealers wait
Priority next week|Visit Mandalay dealers
"""}))
    case("81-stages-in-brackets","MM","mix",{"wk.xlsx":[report("Sheet1","weekly",SY,"2026-W43",None,"new_leads=8@B3 meetings_held=13@B4 opportunities_discovery=5@B5 opportunities_proposal=3@B6 opportunities_negotiation=1@B7",blockers=[("Import permit delay","B8","compliance"),("Kyat depreciation, dealers wait","B9")],priorities=[("Visit Mandalay dealers","B10")])]})
    # 8 sales lines with discount, tax columns, EN
    data=[("2026-10-03","INV-1","Klinik A","Gloves M",10,"250.00"),("2026-10-10","INV-2","Klinik B","Mask",20,"190.00"),("2026-10-21","INV-3","Hosp C","Gloves L",50,"1187.50"),("2026-10-28","CN-1","Klinik B","Mask",-5,"-47.50")]
    text="Kinabalu Medisupply Sdn Bhd\nSales listing by document\nFrom 01/10/2026 To 31/10/2026\n\nDate|Doc No|Debtor|Item Description|Qty|U/Price|Disc|Net Amount (RM)|SST|Total incl. SST\n"
    for d,n,c,i,q,m in data: text+=f"@{d}|{n}|{c}|{i}|{q}|{float(m)/q:.2f}||{m}|0|{m}\n"
    text+="Grand Total||||75|||1580|0|1580\n"
    save("82-credit-notes-and-tax","listing.xlsx",book({"Listing":text}))
    case("82-credit-notes-and-tax","MY","lines",{"listing.xlsx":[report("Listing","lines",KMS,"2026-10","MYR",lines=sold([(d,q,m) for d,_,_,_,q,m in data]))]})
    # 9 merged label cells, value right after merged, issue text merged
    save("83-merged-labels","monthly.xlsx",book({"Report":"""
MONTHLY SUMMARY||||
Distributor:|||Angkor Star|
Month:|||September 2026|
Revenue (USD)|||41250.4|
Units sold|||3890|
Leads / Quotes / POs|||31 / 17 / 9|
Closing stock|||5210|
OOS SKUs|||3|
Marketing activities:||||
TikTok campaign 2 weeks||||
Escalations:||||
Customs hold on shipment 118||||
"""},merged=["A2:C2","A3:C3","A4:C4","A5:C5","A6:C6","A7:C7","A8:C8","A9:E9","A10:E10"]))
    case("83-merged-labels","KH","merged",{"monthly.xlsx":[report("Report","monthly",AS,"2026-09","USD","revenue=41250.4@D4 units_sold=3890@D5 leads=31@D6 quotes=17@D6 purchase_orders=9@D6 stock_on_hand=5210@D7 stockouts=3@D8",marketing=[("TikTok campaign 2 weeks","A10")],issues=[("Customs hold on shipment 118","A12")])]})
    # 10 quarter table with Q total, vs LY
    save("84-a-quarter-beside-last-year","q3.xlsx",book({"Q3":"""
Tropika Wellness Trading
Q3 2026 performance by month
||Jul-26|Aug-26|Sep-26|Q3 Total|Q3 LY
|Net sales (RM)|201500|210450.25|205118|617068.25|590000
|Units|3650|3710|3655|11015|10800
"""}))
    case("84-a-quarter-beside-last-year","MY","quarter",{"q3.xlsx":[report("Q3","monthly",TWT,p,"MYR",f"revenue={r}@{c}4 units_sold={u}@{c}5") for c,p,r,u in [("C","2026-07",201500,3650),("D","2026-08","210450.25",3710),("E","2026-09",205118,3655)]]})
    # 11 weekly several with week number col and year in title; totals row
    save("85-week-numbers-in-a-column","tracker.csv".replace("csv","xlsx"),book({"Tracker":"""
VISAYAS ALLIED MARKETING CORP. WEEKLY TRACKER 2026
Wk#|Leads added|Meetings|Disc|Prop|Nego|Blocker|Type
40|4|9|5|2|1|None|
41|6|8|5|3|1|Competitor buy-1-take-1|Competitor
42|5|11|6|3|2|LTO renewal|Compliance
TOTAL|15|28||||
"""}))
    case("85-week-numbers-in-a-column","PH","tracker",{"tracker.xlsx":[report("Tracker","weekly",VAMC,f"2026-W{w}",None,f"new_leads={a}@B{r} meetings_held={b}@C{r} opportunities_discovery={c}@D{r} opportunities_proposal={d}@E{r} opportunities_negotiation={e}@F{r}",**({"blockers":[(t,f"G{r}",k)]} if t else {})) for w,r,a,b,c,d,e,t,k in [(40,3,4,9,5,2,1,None,None),(41,4,6,8,5,3,1,"Competitor buy-1-take-1","competitor"),(42,5,5,11,6,3,2,"LTO renewal","compliance")]]})
    # 12 balance-sheet like stock movement: opening, in, out, closing
    save("86-stock-movement","stok.xlsx",book({"Mutasi":"""
PT SUMBER MAKMUR ABADI
LAPORAN BULANAN OKTOBER 2026

Stok awal|5200
Pembelian (sell-in)|3000
Penjualan (unit)|3120
Stok akhir|5080
Nilai penjualan (Rp)|'Rp 498.750.000
Jumlah faktur|214
Piutang jatuh tempo|'Rp 75.000.000
Prospek|40
Penawaran|21
PO|11
"""}))
    case("86-stock-movement","ID","movement",{"stok.xlsx":[report("Mutasi","monthly",SMA,"2026-10","IDR","units_sold=3120@B6 stock_on_hand=5080@B7 revenue=498750000@B8 leads=40@B11 quotes=21@B12 purchase_orders=11@B13")]})
    # traps: YTD, target, average, last month labels
    save("87-neighbours-that-are-not-meant","m.xlsx",book({"Oct":"""
Straits Pacific Pte Ltd
Monthly report October 2026
Revenue YTD (SGD)|912500
Revenue target (SGD)|100000
Revenue (SGD)|96418.3
Revenue last month (SGD)|91200
Units sold target|1400
Units sold last month|1190
Units sold|1264
Average units sold per day|41
Stock on hand (SGD)|55120
Stock on hand (units)|2890
Leads (target 20)|18
Quotes won/lost|'5/6
POs|6
"""}))
    case("87-neighbours-that-are-not-meant","SG","traps",{"m.xlsx":[report("Oct","monthly",SPPL,"2026-10","SGD","revenue=96418.3@B5 units_sold=1264@B9 stock_on_hand=2890@B12 leads=18@B13 purchase_orders=6@B15")]})
    # plan table below actual
    save("88-a-plan-below-the-actuals","lap.xlsx",book({"Lap":"""
PT Cahaya Nusantara Distribusi
Laporan Bulanan September 2026

Realisasi September 2026
Uraian|Nilai
Omzet (Rp)|812500000
Unit terjual|5120
Stok akhir|8300

Rencana Oktober 2026
Uraian|Nilai
Omzet (Rp)|900000000
Unit terjual|5600
Stok akhir|8000
"""}))
    case("88-a-plan-below-the-actuals","ID","plan below",{"lap.xlsx":[report("Lap","monthly",CND,"2026-09","IDR","revenue=812500000@B6 units_sold=5120@B7 stock_on_hand=8300@B8")]})
    # thai weekly, label-value in one cell lines
    save("89-lines-in-one-column","line.xlsx",book({"Sheet1":"""
เจ้าพระยาเฮลท์แคร์ สัปดาห์ที่ 43/2569
ผู้มุ่งหวังใหม่ : 12 ราย
เข้าพบลูกค้า : 25 ครั้ง
สำรวจ 8 / เสนอราคา 5 / เจรจา 2
อุปสรรค
- อย. ยังไม่อนุมัติฉลาก
แผนสัปดาห์หน้า
- เข้าพบ รพ.ศิริราช
"""}))
    case("89-lines-in-one-column","TH","lines",{"line.xlsx":[report("Sheet1","weekly",CPH,"2026-W43",None,"new_leads=12@A2 meetings_held=25@A3 opportunities_discovery=8@A4 opportunities_proposal=5@A4 opportunities_negotiation=2@A4",blockers=[("อย. ยังไม่อนุมัติฉลาก","A6","compliance")],priorities=[("เข้าพบ รพ.ศิริราช","A8")])]})
    # foreign currency in one figure
    save("90-other-currencies-and-bare-m","m.xlsx",book({"Aug":"""
Merlion Lifestyle
Month|Aug 2026
Revenue|'S$ 182,400
Units sold|1,940
Forecast next 60 days|'USD 150,000
Forecast next 90 days|'S$1.2M
Conversion rate|24
Stock on hand|'S$ 88,000
"""}))
    case("90-other-currencies-and-bare-m","SG","currency traps",{"m.xlsx":[report("Aug","monthly",MLD,"2026-08","SGD","revenue=182400@B3 units_sold=1940@B4",ask=["forecast_60_days","forecast_90_days","conversion_rate","stock_on_hand"])]})
    # report date only, month in file name
    save("91-the-day-it-was-written","Monthly report Sept 2026.xlsx",book({"Sheet1":"""
Kinabalu Medisupply Sdn Bhd
Report date|@2026-10-05
Prepared by|Jane
Units|2210
Sales (RM)|145800.5
Inventory|4100
"""}))
    case("91-the-day-it-was-written","MY","report date",{"Monthly report Sept 2026.xlsx":[report("Sheet1","monthly",KMS,"2026-09","MYR","units_sold=2210@B4 revenue=145800.5@B5 stock_on_hand=4100@B6")]})
    # Vietnamese week with date range and no number, csv comma
    write("92-csv-with-a-span","hl.csv","Công ty CP Dược phẩm Hoàng Long\nBáo cáo tuần từ 19/10/2026 đến 25/10/2026\nChỉ tiêu,Kết quả,Ghi chú\nKhách hàng tiềm năng mới,14,\nGặp khách hàng,22,\nCơ hội: khảo sát,9,\nCơ hội: báo giá,6,\nCơ hội: đàm phán,3,\nKhó khăn,\"Giá nguyên liệu tăng 5%, khách chờ\",\n,Giấy phép lưu hành chậm,\nKế hoạch tuần sau,Gặp Bệnh viện Chợ Rẫy,\n".encode("utf-8"))
    case("92-csv-with-a-span","VN","csv",{"hl.csv":[report(None,"weekly",HL,"2026-W43",None,"new_leads=14@B4 meetings_held=22@B5 opportunities_discovery=9@B6 opportunities_proposal=6@B7 opportunities_negotiation=3@B8",blockers=[("Giá nguyên liệu tăng 5%, khách chờ","B9"),("Giấy phép lưu hành chậm","B10","compliance")],priorities=[("Gặp Bệnh viện Chợ Rẫy","B11")])]})
    # several distributors across columns, monthly
    save("93-distributors-across","compare.xlsx",book({"Oct-26":"""
Monthly comparison Oct 2026
Metric|Luzon Prime|Visayas Allied|Vetcare Mindanao
Units sold|4100|2250|1105
Net sales (PHP)|812000|455100|201000.5
Closing stock|6100|3900|2010
"""}))
    case("93-distributors-across","PH","across",{"compare.xlsx":[report("Oct-26","monthly",LPDI,"2026-10","PHP","units_sold=4100@B3 revenue=812000@B4 stock_on_hand=6100@B5"),report("Oct-26","monthly","Visayas Allied Marketing Corp.","2026-10","PHP","units_sold=2250@C3 revenue=455100@C4 stock_on_hand=3900@C5"),report("Oct-26","monthly","Mindanao Vetcare Supply","2026-10","PHP","units_sold=1105@D3 revenue=201000.5@D4 stock_on_hand=2010@D5")]})
    # ambiguous thousands dots english locale no proof
    save("94-dots-in-brunei","dms.xlsx",book({"S":"""
Darussalam Mega
Bulan|September 2026
Jualan bersih (B$)|'21.045
Unit dijual|'1.250
Prospek|12
"""}))
    case("94-dots-in-brunei","BN","dots",{"dms.xlsx":[report("S","monthly",DMS,"2026-09","BND","revenue=21045@B3 units_sold=1250@B4 leads=12@B5")]})
    # stage counts with values table
    save("95-a-pipeline-with-its-money","pipe.xlsx",book({"Pipeline":"""
Tropika Wellness weekly pipeline - week ending 25 Oct 2026
Stage|No. of opportunities|Value (RM)
Discovery|12|240000
Proposal|7|180000
Negotiation|3|95000
Total|22|515000

New leads this week|9
Meetings held|15
"""}))
    case("95-a-pipeline-with-its-money","MY","pipeline with value",{"pipe.xlsx":[report("Pipeline","weekly",TWT,"2026-W43",None,"opportunities_discovery=12@B3 opportunities_proposal=7@B4 opportunities_negotiation=3@B5 new_leads=9@B8 meetings_held=15@B9")]})
    # deals list (crm export): not a report w/ numbers
    save("96-a-list-of-deals","crm.xlsx",book({"Deals":"""
Deal|Account|Stage|Value|Close date
Watsons listing|Watsons|Proposal|50000|@2026-11-15
Guardian promo|Guardian|Negotiation|30000|@2026-11-30
Aeon gondola|Aeon|Discovery|20000|@2026-12-10
"""}))
    case("96-a-list-of-deals","MY","crm",{"crm.xlsx":[]})
    # distributors across with a name that is not on the register: asked about, beside several known ones and beside one
    save("97-a-stranger-across","compare.xlsx",book({"Sep-26":"""
Monthly comparison Sept 2026
Metric|Luzon Prime|Palawan Traders|Vetcare Mindanao|Total
Units sold|4100|2250|1105|7455
Net sales (PHP)|812000|455100|201000.5|1468100.5
Closing stock|6100|3900|2010|12010
""","Oct-26":"""
Monthly comparison Oct 2026
Metric|Luzon Prime|Palawan Traders
Units sold|4000|2100
Net sales (PHP)|800000|450000
"""}))
    across=lambda sheet,who,period,measures: report(sheet,"monthly",who,period,"PHP",measures,ask=() if who else ("distributor",))
    case("97-a-stranger-across","PH","an unknown name across",{"compare.xlsx":[across("Sep-26",LPDI,"2026-09","units_sold=4100@B3 revenue=812000@B4 stock_on_hand=6100@B5"),across("Sep-26",None,"2026-09","units_sold=2250@C3 revenue=455100@C4 stock_on_hand=3900@C5"),across("Sep-26","Mindanao Vetcare Supply","2026-09","units_sold=1105@D3 revenue=201000.5@D4 stock_on_hand=2010@D5"),across("Oct-26",LPDI,"2026-10","units_sold=4000@B3 revenue=800000@B4"),across("Oct-26",None,"2026-10","units_sold=2100@C3 revenue=450000@C4")]})
    # discounts one after the other
    save("98-discounts-in-turn","faktur sept.xlsx",book({"Faktur":"""
PT Sumber Makmur Abadi
Tanggal|No Faktur|Nama Barang|Qty|Harga (Rp)|Diskon|Jumlah (Rp)
@2026-09-02|F-101|Mangga 1L|10|100000|10%+5%|855000
@2026-09-09|F-102|Mangga 1L|20|100000|10% + 5% + 2,5%|1667250
@2026-09-15|F-103|Jeruk 1L|5|80000|7%|372000
@2026-09-21|F-104|Jeruk 1L|11|80000|10+1|800000
@2026-09-28|F-105|Jeruk 1L|4|80000||320000
"""}))
    turns=sold([("2026-09-02",10,"855000"),("2026-09-09",20,"1667250"),("2026-09-15",5,"372000"),("2026-09-21",11,"800000"),("2026-09-28",4,"320000")])
    turns["discounts"]={"F3":"0.145","F4":"0.166375","F5":"0.07","F6":"? 10+1"}
    case("98-discounts-in-turn","ID","10%+5%",{"faktur sept.xlsx":[report("Faktur","lines",SMA,"2026-09","IDR",lines=turns)]})
