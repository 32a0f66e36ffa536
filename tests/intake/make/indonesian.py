"""Indonesia: Surabaya, Medan, Balikpapan, Makassar."""

from kit import book, case, report, save, sold, write

MSK, ASM, BPL = "PT Mitra Surya Kencana", "CV Anugrah Sejati Mandiri", "PT Borneo Pangan Lestari"


def surabaya_week():
    name = "31-surabaya-angka-di-bawah-judul"
    save(name, "lap mgg 43 MSK.xlsx", book({"Mgg 43": """
PT MITRA SURYA KENCANA
LAPORAN MINGGUAN - AREA JAWA TIMUR
Minggu 43 : 19 s/d 25 Oktober 2026

Prospek Baru|Kunjungan|Peluang Penjualan|||Keterangan
||Penjajakan|Penawaran|Negosiasi|
14|31|9|4|2|2 kunjungan batal karena banjir

HAMBATAN DI LAPANGAN
No|Kategori|Uraian|PIC
1|Harga|Toko minta diskon tambahan 3%|Dewi
2|Stok|Varian 1 liter kosong di gudang Sidoarjo|Agus

RENCANA MINGGU DEPAN
1. Kunjungan bersama ke Malang
2. Pasang rak di 12 toko

Surabaya, 26 Oktober 2026
"""}, merged=["C5:E5", "A5:A6", "B5:B6", "F5:F6"]))
    case(name, "ID id", "a row of values under two-row merged headers, a table of blockers with a category column, a place and date at the end", {
        "lap mgg 43 MSK.xlsx": [report("Mgg 43", "weekly", MSK, "2026-W43", None,
            "new_leads=14@A7 meetings_held=31@B7 opportunities_discovery=9@C7 opportunities_proposal=4@D7 opportunities_negotiation=2@E7",
            blockers=[("Toko minta diskon tambahan 3%", "C11", "pricing"), ("Varian 1 liter kosong di gudang Sidoarjo", "C12", "stock")],
            priorities=[("Kunjungan bersama ke Malang", "A15"), ("Pasang rak di 12 toko", "A16")])]})


def medan_month():
    name = "32-medan-jutaan-teks"
    save(name, "Laporan ke prinsipal (rev).xlsx", book({"Sheet1": """
CV. ANUGRAH SEJATI MANDIRI
Laporan Bulanan Distributor||||Periode:|@2026-09-01
(dalam jutaan Rupiah, kecuali unit)
Uraian|Satuan|Target|Realisasi|%|Bulan lalu
Penjualan (unit)|pcs|'5.000|'4.812|'96,2%|'4.650
Omzet||'1.300,0|'1.245,7|'95,8%|'1.198,4
Retur penjualan|||'12,3||'9,8
Omzet bersih|||'1.233,4||'1.188,6
Jumlah prospek||'60|'57||'49
Penawaran terkirim|||'33||'30
PO diterima|||'14||'11
Stok akhir|pcs||'7.905||'8.020
Item kosong|SKU||'3||'1
Proyeksi 60 hari|||'2.600,0||
Proyeksi 90 hari|||'3.950,5||

Kegiatan promosi:|Spanduk di 20 toko grosir
|Undian pelanggan Aksara
Dukungan yang dibutuhkan:|Tambahan 2 unit chiller
"""}, {"F2": "mmm\\-yy"}))
    case(name, "ID id", "numbers as text in millions with decimal commas, target, share and last month beside, net of returns, a month as a date cell", {
        "Laporan ke prinsipal (rev).xlsx": [report("Sheet1", "monthly", ASM, "2026-09", "IDR",
            "units_sold=4812@D5 revenue=1233400000@D8 leads=57@D9 quotes=33@D10 purchase_orders=14@D11 stock_on_hand=7905@D12 stockouts=3@D13 forecast_60_days=2600000000@D14 forecast_90_days=3950500000@D15",
            marketing=[("Spanduk di 20 toko grosir", "B17"), ("Undian pelanggan Aksara", "B18")],
            issues=[("Tambahan 2 unit chiller", "B19")])]})


def depots():
    name = "33-csv-tiga-distributor"
    text = """Minggu;Distributor;Prospek;Pertemuan;Discovery;Proposal;Nego;Kendala;Kategori
2026-W42;Mitra Surya;12;25;8;5;2;Pesaing turunkan harga 5%;competitor
2026-W42;ASM Medan;7;14;4;2;0;-;
2026-W42;Borneo Pangan;3;9;2;1;1;Kapal terlambat 4 hari;stock
"""
    write(name, "rekap_w42.csv", text.encode("utf-8"))
    rows = [(MSK, 2, "12 25 8 5 2", [("Pesaing turunkan harga 5%", "H2", "competitor")]), (ASM, 3, "7 14 4 2 0", []), (BPL, 4, "3 9 2 1 1", [("Kapal terlambat 4 hari", "H4", "stock")])]
    keys = ["new_leads", "meetings_held", "opportunities_discovery", "opportunities_proposal", "opportunities_negotiation"]
    made = []
    for who, row, values, blockers in rows:
        measures = " ".join(f"{key}={value}@{column}{row}" for key, value, column in zip(keys, values.split(), "CDEFG"))
        made.append(report(None, "weekly", who, "2026-W42", None, measures, **({"blockers": blockers} if blockers else {})))
    case(name, "ID id/en", "one row a distributor in a semicolon CSV, English stage names, a dash for no blocker", {"rekap_w42.csv": made})


def invoices():
    name = "34-html-nota-penjualan"
    data = [
        ("2026-10-01", "SJ-0101", "Toko Berkah", "Minyak goreng 1L", 24, 18500), ("2026-10-01", "SJ-0102", "UD Rejeki", "Gula 1kg", 50, 16250),
        ("2026-10-05", "SJ-0103", "Toko Berkah", "Tepung 500g", 36, 8750), ("2026-10-08", "SJ-0104", "Swalayan Indah", "Minyak goreng 2L", 12, 36900),
        ("2026-10-13", "SJ-0105", "Toko Maju", "Gula 1kg", 100, 16000), ("2026-10-21", "SJ-0106", "UD Rejeki", "Minyak goreng 1L", 48, 18250),
        ("2026-10-28", "SJ-0107", "Swalayan Indah", "Tepung 500g", 60, 8600), ("2026-10-31", "SJ-0108", "Toko Maju", "Minyak goreng 2L", 6, 37000),
    ]
    dots = lambda n: f"{n:,}".replace(",", ".")
    lines = "".join(
        f"<tr><td>{day[8:]}-{day[5:7]}-{day[:4]}</td><td>{nota}</td><td>{shop}</td><td>{item}</td><td align=right>{units}</td><td align=right>{dots(price)}</td><td align=right>{dots(units * price)}</td></tr>\n"
        for day, nota, shop, item, units, price in data)
    total = dots(sum(units * price for *_, units, price in data))
    page = f"""<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>Laporan</title><style>td{{font-size:9pt}}</style></head><body>
<h3>PT. BORNEO PANGAN LESTARI</h3><h4>Daftar Nota Penjualan</h4><p>Periode 01-10-2026 s/d 31-10-2026</p>
<table border=1><tr bgcolor=#cccccc><th>Tanggal</th><th>No Nota</th><th>Pelanggan</th><th>Nama Barang</th><th>Qty</th><th>Harga</th><th>Jumlah</th></tr>
{lines}<tr><td colspan=4><b>TOTAL</b></td><td align=right>{sum(row[4] for row in data)}</td><td></td><td align=right>{total}</td></tr></table>
<p>Dicetak 02-11-2026 07:55 oleh admin</p></body></html>"""
    write(name, "nota_okt.xls", page.encode("utf-8"))
    totals = sold([(day, units, str(units * price)) for day, _, _, _, units, price in data])
    case(name, "ID id", "a web page named .xls by a shop's system: title above, dots for thousands, a total row that spans columns", {
        "nota_okt.xls": [report(None, "lines", BPL, "2026-10", "IDR", lines=totals)]})


def chat():
    name = "35-obrolan-txt"
    text = """26/10/2026 08.14 - Dewi (Borneo Pangan): Selamat pagi Pak
26/10/2026 08.15 - Dewi (Borneo Pangan): Lap mingguan w43 (19 - 25 Okt 2026)
Prospek baru : 6
Meeting : 9
Pipeline: discovery 5, proposal 3, nego 1
Kendala:
- stok 5kg habis di Balikpapan
- pesaing kasih bonus 10+2
Rencana minggu depan:
- kirim sampel ke Hotel Gran Senyiur
26/10/2026 08.40 - Pak Andre: ok terima kasih
"""
    write(name, "Chat WhatsApp dengan Dewi.txt", text.encode("utf-8"))
    case(name, "ID id", "an exported chat: stamps, another speaker at the end, several figures in a line", {
        "Chat WhatsApp dengan Dewi.txt": [report(None, "weekly", BPL, "2026-W43", None,
            "new_leads=6@A3 meetings_held=9@A4 opportunities_discovery=5@A5 opportunities_proposal=3@A5 opportunities_negotiation=1@A5",
            blockers=[("stok 5kg habis di Balikpapan", "A7", "stock"), ("pesaing kasih bonus 10+2", "A8", "competitor")],
            priorities=[("kirim sampel ke Hotel Gran Senyiur", "A10")])]})


def quarter_sheets():
    name = "36-satu-lembar-sebulan"
    def month(title, units, money, leads, orders, stock, note):
        return f"""
||LAPORAN BULANAN
||PT Mitra Surya Kencana - {title}

||PENJUALAN
||Total unit terjual||{units}
||Nilai penjualan (Rp)||{money}
||FUNNEL
||Calon pelanggan||{leads}
||Purchase order masuk||{orders}
||GUDANG
||Persediaan akhir bulan (unit)||{stock}
||Catatan|| {note}
"""
    sheets = {
        "Jul": month("Juli 2026", 3120, 498750000, 40, 11, 6400, "data final"), "Agt": month("Agustus 2026", 3344, 531200500, 44, 15, 5980, "data final"),
        "Sep": month("September 2026", 2987, 471005250, 38, 9, 6120, "data final"), "Target": "\nTarget 2026\nBulan|Unit|Rp\nJul|3000|480000000\nAgt|3200|512000000\nSep|3300|528000000\n",
    }
    save(name, "MSK Q3 2026.xlsx", book(sheets, {f"{m}!E6": '[$Rp-421]#,##0' for m in ("Jul", "Agt", "Sep")}))
    made = [report(sheet, "monthly", MSK, period, "IDR", f"units_sold={u}@E5 revenue={m}@E6 leads={l}@E8 purchase_orders={o}@E9 stock_on_hand={s}@E11")
            for sheet, period, u, m, l, o, s in [("Jul", "2026-07", 3120, 498750000, 40, 11, 6400), ("Agt", "2026-08", 3344, 531200500, 44, 15, 5980), ("Sep", "2026-09", 2987, 471005250, 38, 9, 6120)]]
    case(name, "ID id", "one sheet a month and one of targets, a table that begins in column C, rupiah by number format", {"MSK Q3 2026.xlsx": made})


def doubtful_name():
    name = "37-nama-mirip"
    save(name, "Lap Okt.xlsx", book({"Sheet1": """
Distributor|PT Mitra Surya Kencono Jaya
Bulan|Oktober 2026
Omzet (Rp)|212500000
Unit terjual|1490
Stok|'~2300
"""}))
    case(name, "ID id", "a name that only resembles a registered one, and a number that is only about right", {
        "Lap Okt.xlsx": [report("Sheet1", "monthly", None, "2026-10", "IDR", "revenue=212500000@B3 units_sold=1490@B4", ask=["distributor", "stock_on_hand"])]})


def make():
    for one in (surabaya_week, medan_month, depots, invoices, chat, quarter_sheets, doubtful_name):
        one()
