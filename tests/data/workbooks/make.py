#!/usr/bin/python3
"""Makes the workbooks of this folder anew: with openpyxl, and some of them once more as LibreOffice saves them.

Usage: make.py [FOLDER]. Needs openpyxl and LibreOffice; the tests themselves only read what is committed.
"""

import datetime
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

THIN_DATE = "dd/mm/yyyy"


def plan() -> Workbook:
    """A form, a table with titles above it, and sheets that do not count."""
    book = Workbook()
    form = book.active
    form.title = "Thông tin chung"
    form.append(["PHIẾU NHẬP KẾ HOẠCH"])
    form.append(["Khóa", "Mục", "Giá trị", "Hướng dẫn"])
    form.append([None, "CƠ QUAN"])
    form.append(["co_quan.ten", "Cơ quan > Tên", "Sở Y tế", "Tên đầy đủ"])
    form.append(["co_quan.dia_danh", "Cơ quan > Địa danh", "Đồng Tháp", "=1/0"])
    form.append(["so", "Số", None, "để trống nếu chưa có số"])
    form.append(["ngay", "Ngày", datetime.date(2024, 3, 5)])
    form.append([None, "Trích yếu", "Duy trì hệ thống\nquản lý chất lượng"])
    form.append(["nam", "Năm", 2026])
    form["C7"].number_format = THIN_DATE

    tasks = book.create_sheet("Nhiệm vụ")
    tasks["A1"] = "KẾ HOẠCH NHIỆM VỤ NĂM 2026"
    tasks.merge_cells("A1:E1")
    for column, text in enumerate(["STT", "Nội dung\nnhiệm vụ", "Đơn vị chủ trì", "Thời gian", "Kinh phí"], start=1):
        tasks.cell(3, column, text)
    rows = [
        (1, "Rà soát tài liệu", "Văn phòng Sở", datetime.date(2026, 2, 1), 1500000),
        (2, "Đánh giá nội bộ", None, datetime.date(2026, 5, 1), 2000000.5),
        (3, "Xem xét của lãnh đạo", "Ban Giám đốc", "Quý IV", None),
    ]
    for number, row in enumerate(rows, start=4):
        for column, value in enumerate(row, start=1):
            tasks.cell(number + (number == 6), column, value)
    tasks.merge_cells("C4:C5")
    tasks["D4"].number_format = "mm/yyyy"
    tasks["D5"].number_format = "m/yyyy"
    tasks.cell(8, 1, 4)

    for name in ["_nháp", "Hướng dẫn sử dụng", "Trống"]:
        sheet = book.create_sheet(name)
        if name != "Trống":
            sheet.append(["a", "b"])
            sheet.append([1, 2])
    return book


def cells() -> Workbook:
    """One row for each kind of cell: a name and a value."""
    book = Workbook()
    sheet = book.active
    sheet.title = "o"
    sheet.append(["Tên", "Trị"])

    def add(name, value, number_format=None):
        sheet.append([name, value])
        if number_format:
            sheet.cell(sheet.max_row, 2).number_format = number_format

    add("integer", 5)
    add("negative", -12)
    add("fraction", 1234.5)
    add("noise", 0.1 + 0.2)
    add("small", 1e-7)
    add("million", 1e6)
    add("fifteen", 999999999999999)
    add("round", 1e15)
    add("percent", 0.125, "0.0%")
    add("money", 1500000, '#,##0 "đồng"')
    add("yes", True)
    add("no", False)
    add("text number", "0123")
    add("spaces", "  Sở Y tế \n")
    add("lines", "- một\n- hai")
    add("day", datetime.date(2024, 2, 29), THIN_DATE)
    add("built-in day", datetime.date(2024, 2, 29), "mm-dd-yy")
    add("month", datetime.date(2024, 5, 1), "mm/yyyy")
    add("built-in month", datetime.date(2024, 5, 1), "mmm-yy")
    add("year", datetime.date(2024, 1, 1), "yyyy")
    add("midnight", datetime.datetime(2024, 3, 5), "dd/mm/yyyy hh:mm")
    add("clock", datetime.time(8, 30), "h:mm")
    add("seconds", datetime.time(8, 30, 5), "h:mm:ss")
    add("hours", datetime.timedelta(hours=25, minutes=30), "[h]:mm")
    add("first day", 1, THIN_DATE)
    add("day 59", 59, THIN_DATE)
    add("day 61", 61, THIN_DATE)
    add("last day", 2958465, THIN_DATE)
    add("escaped", "a_x005F_b")
    return book


def faults() -> Workbook:
    """Cells that cannot be used, each in a row of its own; the first column is not used."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lỗi"
    sheet.append(["STT", "Tên", "Trị"])
    for name, value, number_format in [
        ("reference", "#REF!", None),
        ("no result", "=SUM(A1:A2)", None),
        ("sixteen digits", 1234567890123456, None),
        ("too large", 1e40, None),
        ("29/2/1900", 60, THIN_DATE),
        ("day 0", 0, THIN_DATE),
        ("negative day", -1, THIN_DATE),
    ]:
        sheet.append(["=ROW()", name, value])
        if number_format:
            sheet.cell(sheet.max_row, 3).number_format = number_format
    return book


def times() -> Workbook:
    """A date with a time of day, which is dropped."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Lịch"
    sheet.append(["Tên", "Ngày"])
    sheet.append(["Họp", datetime.datetime(2024, 3, 5, 8, 30)])
    sheet["B2"].number_format = "dd/mm/yyyy hh:mm"
    return book


def mac() -> Workbook:
    """Days counted from 1904."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.title = "ngay"
    sheet.append(["Tên", "Ngày"])
    sheet.append(["a", datetime.date(2024, 3, 5)])
    sheet.append(["b", 0])
    for row in (2, 3):
        sheet.cell(row, 2).number_format = THIN_DATE
    return book


def headers() -> Workbook:
    """Headers merged downwards and across, a row of column numbers, a wide column, a vertical merge in the body."""
    book = Workbook()
    sheet = book.active
    sheet.title = "kinh_phi"
    sheet["A1"] = "Dự toán"
    for place, text in [("A3", "TT"), ("B3", "Nội dung"), ("D3", "Kinh phí"), ("F3", "Ghi chú"),
                        ("D4", "Năm 2025"), ("E4", "Năm 2026")]:
        sheet[place] = text
    for merged in ["A3:A4", "B3:C4", "D3:E3", "F3:F4", "B5:C5", "B6:C6", "B7:C7", "B8:C8", "F6:F8"]:
        sheet.merge_cells(merged)
    for column, text in enumerate(["(1)", "(2)", None, "(3)", "(4)", "(5)"], start=1):
        if text:
            sheet.cell(5, column, text)
    for row, (name, first, second) in enumerate([("Đào tạo", 10, 20), ("Thuê ngoài", None, 30), ("In ấn", 5, 6)], start=6):
        sheet.cell(row, 1, row - 5)
        sheet.cell(row, 2, name)
        sheet.cell(row, 4, first)
        sheet.cell(row, 5, second)
    sheet["F6"] = "Ngân sách tỉnh"
    return book


def marked() -> Workbook:
    """Tables that say in A1 where they go; the deeper one stands first."""
    book = Workbook()
    items = book.active
    items.title = "Khoản"
    items.append(["Bảng: du_toan.phan.khoan"])
    items.append(["phan.ten", "ten", None])
    items.append(["Phần", "Tên khoản", "Số tiền"])
    items.append(["A", "Giấy", 10])
    items.append([None, "Mực", 20])
    items.append(["B", "Xăng", 30])
    parts = book.create_sheet("Phần")
    parts.append(["Bảng: du_toan.phan"])
    parts.append(["Tên", "Ghi chú"])
    parts.append(["A", "văn phòng"])
    parts.append(["B", "đi lại"])
    return book


def one_list() -> Workbook:
    """A sheet that was never renamed is a list, as a CSV file is."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Trang tính1"
    sheet.append(["Họ tên"])
    sheet.append(["Nguyễn Văn A"])
    sheet.append(["Trần Thị B"])
    return book


def saved_by_libreoffice(path: Path, folder: Path) -> None:
    """The same workbook as LibreOffice saves it, `<name>-lo.xlsx`."""
    with tempfile.TemporaryDirectory() as temporary:
        profile = Path(temporary, "profile").as_uri()
        out = Path(temporary, "out")
        subprocess.run(
            ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
             "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)],
            check=True, stdout=subprocess.DEVNULL, timeout=300)
        (out / path.name).replace(folder / f"{path.stem}-lo.xlsx")


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path(__file__).parent
    folder.mkdir(parents=True, exist_ok=True)
    books = {"ke-hoach": plan, "cac-o": cells, "o-loi": faults, "gio": times, "mac-1904": mac, "tieu-de": headers,
             "danh-dau": marked, "danh-sach": one_list}
    for name, make in books.items():
        make().save(folder / f"{name}.xlsx")
    for name in ["ke-hoach", "cac-o", "mac-1904", "tieu-de", "danh-dau"]:
        saved_by_libreoffice(folder / f"{name}.xlsx", folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
