"""Vietnam: Hà Nội, Sài Gòn, Cần Thơ."""

from kit import book, case, report, save, sold, write

DN, BN = "Công ty TNHH MTV Phân Phối Đại Nam", "Công ty Cổ phần Thực phẩm Bến Nghé"


def accountant():
    name = "42-ha-noi-ke-toan"
    save(name, "BCKQKD_T10.xlsx", book({"KQKD": """
CÔNG TY TNHH MTV PHÂN PHỐI ĐẠI NAM
Địa chỉ: 25 Trần Duy Hưng, Hà Nội
BÁO CÁO KẾT QUẢ KINH DOANH THÁNG
Tháng 10 năm 2026
||||Đơn vị tính: đồng
CHỈ TIÊU|Mã số|Kỳ này|Kỳ trước|Lũy kế từ đầu năm
1. Doanh thu bán hàng|'01|2845600000|2610000000|24118000000
2. Các khoản giảm trừ doanh thu|'02|45600000|30000000|310000000
3. Doanh thu thuần|'10|2800000000|2580000000|23808000000
4. Sản lượng tiêu thụ (thùng)|'11|'5.420|'5.010|'46.300
5. Hàng tồn kho cuối kỳ (thùng)|'12|'8.115|'7.900|
6. Số mã hết hàng|'13|2|1|
7. Số báo giá|'14|28|25|
8. Số đơn đặt hàng|'15|16|12|
9. Khách hàng tiềm năng|'16|51|47|

Người lập biểu||Kế toán trưởng||Giám đốc
"""}, {"C7:E9": "#,##0"}))
    case(name, "VN vi", "an accountant's statement: codes beside the items, this period, last period, year to date, net revenue, signatures below", {
        "BCKQKD_T10.xlsx": [report("KQKD", "monthly", DN, "2026-10", "VND",
            "revenue=2800000000@C9 units_sold=5420@C10 stock_on_hand=8115@C11 stockouts=2@C12 quotes=28@C13 purchase_orders=16@C14 leads=51@C15")]})


def utf16():
    name = "43-tsv-utf16-khong-bom"
    text = "Báo cáo tuần 42/2026\tBến Nghé\r\nKhách hàng mới\t11\r\nSố cuộc gặp\t18\r\nCơ hội - tìm hiểu\t6\r\nCơ hội - báo giá\t4\r\nCơ hội - đàm phán\t1\r\nVướng mắc\tĐối thủ tăng chiết khấu 3%\r\n\tThiếu hàng vị truyền thống\r\nViệc tuần tới\tHọp với Satra\r\n"
    write(name, "tuan42.txt", text.encode("utf-16-le"))
    case(name, "VN vi", "tab-separated UTF-16 without a mark, stages behind a dash; new customers may be leads or buyers: asked", {
        "tuan42.txt": [report(None, "weekly", BN, "2026-W42", None,
            "meetings_held=18@B3 opportunities_discovery=6@B4 opportunities_proposal=4@B5 opportunities_negotiation=1@B6",
            ask=["new_leads"], blockers=[("Đối thủ tăng chiết khấu 3%", "B7"), ("Thiếu hàng vị truyền thống", "B8", "stock")],
            priorities=[("Họp với Satra", "B9")])]})


def xml2003():
    name = "44-spreadsheetml-xuat-tu-phan-mem"
    def line(*texts):
        cells = "".join(f'<Cell><Data ss:Type="{"Number" if isinstance(t, (int, float)) else "String"}">{t}</Data></Cell>' if t != "" else "<Cell/>" for t in texts)
        return f"<Row>{cells}</Row>"
    body = "".join([
        line("Đơn vị báo cáo:", "Công ty CP Thực phẩm Bến Nghé"), line("Kỳ báo cáo:", "09/2026"), "<Row/>", line("Chỉ tiêu", "ĐVT", "Thực hiện", "Kế hoạch", "Tỷ lệ"),
        line("Doanh số bán ra", "triệu đồng", 1512.25, 1600, "94,5%"), line("Số lượng bán ra", "thùng", 3021, 3200, "94,4%"), line("Tồn kho", "thùng", 4410, "", ""),
        line("Đơn hàng", "đơn", 22, 25, ""), line("Số SKU phân phối", "mã", 36, "", ""), line("Dự báo 60 ngày", "triệu đồng", 3100, "", "")])
    page = f'<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="BaoCao"><Table>{body}</Table></Worksheet></Workbook>'
    write(name, "BaoCaoThang9.xls", page.encode("utf-8"))
    case(name, "VN vi", "SpreadsheetML 2003 named .xls, a unit a row, actual before plan", {
        "BaoCaoThang9.xls": [report("BaoCao", "monthly", BN, "2026-09", "VND",
            "revenue=1512250000@C5 units_sold=3021@C6 stock_on_hand=4410@C7 purchase_orders=22@C8 skus_ranged=36@C9 forecast_60_days=3100000000@C10")]})


def weeks_across():
    name = "45-tuan-theo-cot"
    save(name, "theo doi tuan.xlsx", book({"2026": """
THEO DÕI TUẦN - NPP ĐẠI NAM - NĂM 2026

Nội dung|Tuần 40|Tuần 41|Tuần 42|Tuần 43|Tuần 44
Khách hàng tiềm năng mới|5|7|6|8|
Số cuộc gặp|12|10|0|13|
Giai đoạn khảo sát|6|6|7|7|
Giai đoạn báo giá|3|4|4|5|
Giai đoạn đàm phán|1|1|2|2|
"""}))
    keys = ["new_leads", "meetings_held", "opportunities_discovery", "opportunities_proposal", "opportunities_negotiation"]
    values = {"B": (40, [5, 12, 6, 3, 1]), "C": (41, [7, 10, 6, 4, 1]), "D": (42, [6, 0, 7, 4, 2]), "E": (43, [8, 13, 7, 5, 2])}
    made = [report("2026", "weekly", DN, f"2026-W{week}", None, " ".join(f"{k}={v}@{c}{4 + i}" for i, (k, v) in enumerate(zip(keys, vs)))) for c, (week, vs) in values.items()]
    case(name, "VN vi", "weeks across with an empty coming one, a real zero", {"theo doi tuan.xlsx": made})


def billions():
    name = "46-can-tho-ty-dong"
    save(name, "Bến Nghé - tháng 8.2026.ods", book({"T8": """
BÁO CÁO THÁNG 8/2026
NPP: Bến Nghé

Doanh thu|1,28 tỷ
Sản lượng|'2.960 thùng
Khách hàng tiềm năng|33
Báo giá đã gửi|14
Đơn đặt hàng|8
Tồn kho|'5.050 thùng
Hết hàng (mã)|không
Dự báo 60 ngày tới|2,7 tỷ
Dự báo 90 ngày tới|chưa có

Hoạt động marketing|Sampling tại 6 siêu thị
Vấn đề cần hỗ trợ|Xin thêm POSM cho kênh GT
"""}))
    case(name, "VN vi", "an .ods, billions beside the number, `không` for zero, `chưa có` for not known", {
        "Bến Nghé - tháng 8.2026.ods": [report("T8", "monthly", BN, "2026-08", "VND",
            "revenue=1280000000@B4 units_sold=2960@B5 leads=33@B6 quotes=14@B7 purchase_orders=8@B8 stock_on_hand=5050@B9 stockouts=0@B10 forecast_60_days=2700000000@B11",
            marketing=[("Sampling tại 6 siêu thị", "B14")], issues=[("Xin thêm POSM cho kênh GT", "B15")])]})


def invoices():
    name = "47-bang-ke-hoa-don"
    data = [("2026-10-02", "HD-881", "Siêu thị Hoa Sen", "Nước mắm 500ml", 120, 42000), ("2026-10-07", "HD-884", "Tạp hóa Cô Ba", "Nước mắm 500ml", 24, 43500), ("2026-10-07", "HD-884", "Tạp hóa Cô Ba", "Nước tương 1L", 36, 31000),
            ("2026-10-15", "HD-890", "Siêu thị Hoa Sen", "Nước tương 1L", 240, 29800), ("2026-10-23", "HD-902", "Đại lý Minh Tâm", "Nước mắm 1L", 60, 78500), ("2026-10-30", "HD-911", "Đại lý Minh Tâm", "Nước mắm 500ml", -12, 42000)]
    lines = ["BẢNG KÊ HÓA ĐƠN BÁN RA", "Công ty TNHH MTV Phân Phối Đại Nam", "Từ ngày 01/10/2026 đến ngày 31/10/2026", "", "Ngày HĐ|Số HĐ|Khách hàng|Tên hàng|Số lượng|Đơn giá|Thành tiền"]
    for day, number, shop, item, units, price in data:
        lines.append(f"'{day[8:]}/{day[5:7]}/{day[:4]}|{number}|{shop}|{item}|{units}|{price}|{units * price}")
    lines += [f"Tổng cộng||||{sum(r[4] for r in data)}||{sum(r[4] * r[5] for r in data)}", "", "Hà Nội, ngày 02 tháng 11 năm 2026"]
    save(name, "bang ke T10.xlsx", book({"BK": "\n".join(lines)}))
    case(name, "VN vi", "invoice lines with days as text, a return, a total row, a place and date below", {
        "bang ke T10.xlsx": [report("BK", "lines", DN, "2026-10", "VND", lines=sold([(day, units, str(units * price)) for day, _, _, _, units, price in data]))]})


def make():
    for one in (accountant, utf16, xml2003, weeks_across, billions, invoices):
        one()
