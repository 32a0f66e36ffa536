"""Malaysia and Brunei."""

from kit import book, case, report, save, write

SHM, MJ = "Sinar Hebat Marketing Sdn Bhd", "Maju Jaya Enterprise"


def kelantan():
    name = "38-kelantan-minggu-ahad"
    save(name, "Minggu 18 Okt.xlsx", book({"Lapor": """
LAPORAN AKTIVITI MINGGUAN
Syarikat|Sinar Hebat Marketing
Minggu|18/10/2026 hingga 22/10/2026

Perkara|Bilangan|Catatan
Prospek baharu|8|
Mesyuarat / lawatan|15|2 batal
Peluang - penerokaan|5|
Peluang - cadangan|3|
Peluang - rundingan|tiada|
Halangan|Saingan: pasar raya jual bawah kos|
|Stok lambat dari KL|
Keutamaan minggu depan|Hantar sebut harga ke HUSM|
"""}))
    case(name, "MY-03 ms", "a working week from Sunday to Thursday, stages behind a dash, `tiada` for zero, lists beside their headings", {
        "Minggu 18 Okt.xlsx": [report("Lapor", "weekly", SHM, "2026-W43", None,
            "new_leads=8@B6 meetings_held=15@B7 opportunities_discovery=5@B8 opportunities_proposal=3@B9 opportunities_negotiation=0@B10",
            blockers=[("Saingan: pasar raya jual bawah kos", "B11", "competitor"), ("Stok lambat dari KL", "B12", "stock")],
            priorities=[("Hantar sebut harga ke HUSM", "B13")])]})


def melaka():
    name = "39-melaka-ringgit-teks"
    save(name, "laporan sept.xlsx", book({"Sept": """
MAJU JAYA ENTERPRISE (MA0012345-X)
LAPORAN BULANAN - SEPTEMBER 2026

A. JUALAN
Jualan bersih|'RM 84,210.50
Kuantiti terjual|'2,104 ctn
B. CORONG
Prospek|25
Sebut harga|13
Pesanan belian|7
C. INVENTORI
Baki stok|'3,890 ctn
SKU kehabisan stok|0
Bilangan SKU dijual|44
D. RAMALAN JUALAN
60 hari|'RM 175k
90 hari|'RM 260k
E. AKTIVITI PEMASARAN
• Booth di Karnival Jom Heboh
• Banner di 15 kedai
F. ISU / SOKONGAN DIPERLUKAN
Kelulusan KKM belum terima
"""}))
    case(name, "MY-04 ms", "money and cartons as text with their units, thousands as k, headings with letters", {
        "laporan sept.xlsx": [report("Sept", "monthly", MJ, "2026-09", "MYR",
            "revenue=84210.5@B5 units_sold=2104@B6 leads=25@B8 quotes=13@B9 purchase_orders=7@B10 stock_on_hand=3890@B12 stockouts=0@B13 skus_ranged=44@B14 forecast_60_days=175000@B16 forecast_90_days=260000@B17",
            marketing=[("Booth di Karnival Jom Heboh", "A19"), ("Banner di 15 kedai", "A20")],
            issues=[("Kelulusan KKM belum terima", "A22")])]})


def branches():
    name = "40-cawangan-dan-jumlah"
    save(name, "MJ Okt 26.xls", book({"Okt": """
MAJU JAYA ENTERPRISE|||||
Prestasi Oktober 2026|||||

Cawangan|Sasaran|Jualan (RM'000)|% capai|Unit|Stok akhir
Melaka Tengah|60|54.2|=C5/B5|1310|2050
Alor Gajah|25|26.75|=C6/B6|640|880
Jasin|20|17.4|=C7/B7|402|610
JUMLAH|=SUM(B5:B7)|=SUM(C5:C7)|=C8/B8|=SUM(E5:E7)|=SUM(F5:F7)
* angka belum diaudit
"""}, {"D5:D8": "0.0%"}))
    case(name, "MY-04 ms", "an .xls with branches, a total row of kept formulas, thousands of ringgit in a head, target and share beside", {
        "MJ Okt 26.xls": [report("Okt", "monthly", MJ, "2026-10", "MYR", "revenue=98350@C8 units_sold=2352@E8 stock_on_hand=3540@F8")]})


def conflict():
    name = "41-sel-lawan-nama-fail"
    save(name, "Laporan Ogos 2026.xlsx", book({"Sheet1": """
Pengedar|Sinar Hebat Marketing Sdn. Bhd.
Bulan|September 2026
Jualan (RM)|61250.8
Unit dijual|1505
Prospek|19
"""}))
    case(name, "MY-03 ms", "last month's file name was kept: the cell says September, the file August", {
        "Laporan Ogos 2026.xlsx": [report("Sheet1", "monthly", SHM, None, "MYR", "revenue=61250.8@B3 units_sold=1505@B4 leads=19@B5", ask=["period"])]})


def make():
    for one in (kelantan, melaka, branches, conflict):
        one()
