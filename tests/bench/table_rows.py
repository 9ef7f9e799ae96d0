#!/usr/bin/env python3
"""Time and memory of a document with a long table: 1,000, 5,000 and 20,000 rows of six columns.

Usage: table_rows.py [PROGRAM]   PROGRAM: build/release/engine/vanban. Run it on a quiet machine. Prints for each size the median
time and the peak memory of five runs, per row what goes beyond a table of one row, and how much more that is than for the smallest
size: 1.0 is linear growth.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROWS = (1_000, 5_000, 20_000)
RUNS = 5
PROGRAM = Path(__file__).parents[2] / "build" / "release" / "engine" / "vanban"
UNITS = ("Văn phòng Sở", "Phòng Nghiệp vụ Y", "Phòng Tổ chức cán bộ", "Trung tâm Kiểm soát bệnh tật")


def table(rows: int) -> dict:
    """Rows that differ in length and figures, as real ones do."""
    def row(number: int) -> list:
        place = f"xã số {number % 97 + 1}"
        work = f"Kiểm tra việc áp dụng quy trình số {number} tại {place}" + ", lập biên bản và theo dõi khắc phục" * (number % 3)
        return [work, UNITS[number % len(UNITS)], f"Tháng {number % 12 + 1}", number * 1_500 + 250_000, f"Biên bản {number}"]

    columns = ["Nội dung", "Đơn vị", "Thời gian", {"ten": "Kinh phí", "kieu": "so"}, "Kết quả"]
    return {"ten": "cong_viec", "cot": columns, "hang": [row(number) for number in range(1, rows + 1)]}


def data(rows: int) -> dict:
    return {
        "mau": "ke-hoach",
        "co_quan": {"chu_quan": "UBND tỉnh Đồng Tháp", "ten": "Sở Y tế", "ky_hieu": "SYT", "dia_danh": "Đồng Tháp"},
        "so": 19, "ngay": "05/3/2026", "trich_yeu": "Kiểm tra việc áp dụng hệ thống quản lý chất lượng năm 2026",
        "noi_dung": "# Nội dung\n\n{{ cong_viec }}\n\n# Tổ chức thực hiện\n\nCác đơn vị thực hiện Kế hoạch này",
        "cac_bang": [table(rows)],
        "nguoi_ky": {"chuc_vu": "Giám đốc", "ho_ten": "Nguyễn Văn An"}, "noi_nhan": ["Các đơn vị", "Lưu: VT, VP"],
    }


def run(program: str, source: Path, target: Path) -> tuple[float, float]:
    """Seconds and peak memory in MB (Linux counts it in kB) of one run; RuntimeError if it fails."""
    started = time.perf_counter()
    process = os.posix_spawn(program, [program, "render", "--quiet", str(source), "-o", str(target)], os.environ)
    _, status, used = os.wait4(process, 0)
    seconds = time.perf_counter() - started
    if status:
        raise RuntimeError(f"{program} fails with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss / 1024


def measure(program: str, rows: int, folder: Path) -> tuple[float, float]:
    source, target = folder / f"{rows}.json", folder / f"{rows}.docx"
    source.write_text(json.dumps(data(rows), ensure_ascii=False), "utf-8")
    results = [run(program, source, target) for _ in range(RUNS)]
    return median(seconds for seconds, _ in results), max(memory for _, memory in results)


def main(arguments: list[str]) -> int:
    program = str(Path(arguments[0] if arguments else PROGRAM).resolve())
    print(f"{'rows':>7} {'time':>10} {'memory':>10} {'us a row':>10} {'kB a row':>10} {'time, of linear':>16} {'memory, of linear':>18}")
    with tempfile.TemporaryDirectory(prefix="table-rows-") as name:
        single = measure(program, 1, Path(name))
        first = None
        for rows in ROWS:
            seconds, memory = measure(program, rows, Path(name))
            cost = ((seconds - single[0]) / rows, (memory - single[1]) / rows)
            first = first or cost
            growth = [each / base for each, base in zip(cost, first)]
            print(f"{rows:7} {seconds:8.3f} s {memory:7.1f} MB {cost[0] * 1e6:10.2f} {cost[1] * 1024:10.2f} {growth[0]:16.2f} {growth[1]:18.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
