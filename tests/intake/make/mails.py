"""E-mails as they are sent and as Outlook saves them, and files that are damaged."""

import datetime
import io
import struct
from email.message import EmailMessage

from compound import compound
from kit import CASES, book, case, report, write

AFS, SPPL, MSK, DN = "Andaman Fresh Supply Co., Ltd.", "Straits Pacific Pte Ltd", "PT Mitra Surya Kencana", "Công ty TNHH MTV Phân Phối Đại Nam"
LOGO = b"\x89PNG\r\n\x1a\n" + bytes(range(200, 256)) * 4
XLSX = ("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet")


def filled(made):
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def letter(sender, subject, sent, words):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = sender, "Regional desk <desk@principal.example>", subject, sent
    mail["Message-ID"] = f"<{abs(hash(subject)) % 1000}@mail.example>"
    mail.set_content(words)
    return mail


def attached():
    name = "65-email-with-a-workbook"
    made = book({"Monthly": """
Units sold|1844
Revenue (S$)|'88,412.90
Leads|21
Quotes|12
POs|7
Stock on hand|2655
"""})
    mail = letter("Aisyah Tan <aisyah@straitspacific.example>", "Straits Pacific - monthly report October 2026", "Tue, 03 Nov 2026 09:12:44 +0800",
                  "Hi,\n\nPlease find our October report attached. Revenue is about 88k, leads 21.\n\nThanks\nAisyah\n")
    mail.replace_header("Message-ID", "<a1@mail.example>")
    mail.add_attachment(LOGO, "image", "png", filename="image001.png", disposition="inline")
    mail.add_attachment(filled(made), *XLSX, filename="report.xlsx")
    write(name, "Straits Pacific - monthly report.eml", mail.as_bytes())
    case(name, "SG en", "the workbook says neither who nor when: the subject of the e-mail does; a signature's picture; words that repeat a number", {
        "Straits Pacific - monthly report.eml": [report("Monthly", "monthly", SPPL, "2026-10", "SGD", "units_sold=1844@B1 revenue=88412.9@B2 leads=21@B3 quotes=12@B4 purchase_orders=7@B5 stock_on_hand=2655@B6")]})


def in_words():
    name = "66-email-in-words"
    mail = letter("Dewi Lestari <dewi@mitrasurya.example>", "Re: laporan mingguan", "Mon, 26 Oct 2026 08:02:10 +0700",
                  "Pak, berikut laporan minggu 43 (19 - 25 Okt 2026) Mitra Surya:\n\nProspek baru: 10\nKunjungan: 24\nPenjajakan: 7\nPenawaran: 5\nNegosiasi: 3\n\nKendala:\n- Harga pesaing lebih murah di Gresik\n\nOn Fri, 23 Oct 2026 at 16:00, Regional desk <desk@principal.example> wrote:\n> Prospek baru: 99\n> Kunjungan: 99\n")
    mail.replace_header("Message-ID", "<a2@mail.example>")
    write(name, "Re_ laporan mingguan.eml", mail.as_bytes())
    case(name, "ID id", "the report is the letter itself; the letter that it answers repeats other numbers", {
        "Re_ laporan mingguan.eml": [report(None, "weekly", MSK, "2026-W43", None, "new_leads=10@A3 meetings_held=24@A4 opportunities_discovery=7@A5 opportunities_proposal=5@A6 opportunities_negotiation=3@A7",
            blockers=[("Harga pesaing lebih murah di Gresik", "A10")])]})


def saved_by_outlook():
    name = "67-outlook-msg-with-csv"
    text = lambda words: words.encode("utf-16-le")
    csv = "Tuần,43/2026\nNhà phân phối,Đại Nam\nKhách hàng tiềm năng mới,9\nSố cuộc gặp,17\n".encode("utf-8")
    moment = int((datetime.datetime(2026, 10, 26, 2, 30) - datetime.datetime(1601, 1, 1)).total_seconds()) * 10_000_000
    head = bytes(32) + struct.pack("<IIQ", 0x0E060040, 6, moment)
    file = {
        "__properties_version1.0": head,
        "__substg1.0_0037001F": text("Báo cáo tuần"),
        "__substg1.0_0C1A001F": text("Nguyễn Thu Hà"),
        "__substg1.0_5D01001F": text("ha@dainam.example"),
        "__substg1.0_1000001F": text("Gửi anh báo cáo tuần.\r\nHà"),
        "__nameid_version1.0": {},
        "__attach_version1.0_#00000000": {"__properties_version1.0": bytes(8), "__substg1.0_3707001F": text("tuan 43.csv"), "__substg1.0_37010102": csv},
    }
    write(name, "Báo cáo tuần.msg", compound(file))
    case(name, "VN vi", "an e-mail saved by Outlook with a CSV", {
        "Báo cáo tuần.msg": [report(None, "weekly", DN, "2026-W43", None, "new_leads=9@B3 meetings_held=17@B4")]})


def passed_on():
    name = "68-email-inside-an-email"
    made = book({"รายงาน": """
ประจำสัปดาห์ที่ 43/2569
ลูกค้าเป้าหมายใหม่|6
เข้าพบลูกค้า|15
"""})
    inner = letter("Som <som@andamanfresh.example>", "Andaman Fresh weekly 43", "Mon, 26 Oct 2026 10:00:00 +0700", "ส่งรายงานค่ะ\n")
    inner.replace_header("Message-ID", "<a4@mail.example>")
    inner.add_attachment(filled(made), *XLSX, filename="wk43.xlsx")
    outer = letter("Somchai <somchai@principal.example>", "FW: Andaman Fresh weekly 43", "Mon, 26 Oct 2026 11:00:00 +0700", "FYI\n")
    outer.replace_header("Message-ID", "<a5@mail.example>")
    outer.add_attachment(inner)
    write(name, "FW Andaman Fresh weekly 43.eml", outer.as_bytes())
    case(name, "TH th/en", "an e-mail passed on as an attachment; who it is stands only in the subjects", {
        "FW Andaman Fresh weekly 43.eml": [report("รายงาน", "weekly", AFS, "2026-W43", None, "new_leads=6@B2 meetings_held=15@B3")]})


def broken():
    name = "69-damaged-and-empty"
    whole = (CASES / "31-surabaya-angka-di-bawah-judul" / "lap mgg 43 MSK.xlsx").read_bytes()
    write(name, "half.xlsx", whole[: len(whole) // 2])
    write(name, "photo.xls", LOGO)
    write(name, "blank.csv", b"\r\n\r\n , \r\n")
    case(name, "ID", "half a workbook, a picture named .xls, a CSV of nothing", {"half.xlsx": "damaged", "photo.xls": "not-a-spreadsheet", "blank.csv": "empty"})


def make():
    for one in (attached, in_words, saved_by_outlook, passed_on, broken):
        one()
