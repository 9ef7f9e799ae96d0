"""Records of internal-audit minutes for the tests and benches of `vanban batch`: the same for the same seed."""

import json
import random
from pathlib import Path

SHARED = """\
co_quan: { chu_quan: UBND tỉnh Lâm Đồng, ten: Sở Xây dựng, ky_hieu: SXD, dia_danh: Lâm Đồng }
nam: 2026
lan: 1
truong_doan: Nguyễn Đức Toàn
thu_ky: Bùi Thị Ngọc Mai
han_khac_phuc: 30/10/2026
"""
FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Vũ", "Đỗ"]
MIDDLE = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Quốc"]
GIVEN = ["An", "Bình", "Cường", "Dũng", "Hạnh", "Khoa", "Oanh", "Linh"]


STRENGTHS = ["Mục tiêu chất lượng được theo dõi hằng quý, có số liệu chứng minh",
             "Quy trình niêm yết là bản hiện hành; hồ sơ lưu có mã tra cứu",
             "Nhân sự được phân công bằng văn bản, có người thay thế khi vắng mặt"]


def record(number: int, seed: int = 0, strengths: int = 1, findings: int | None = None) -> dict[str, object]:
    """The minutes of unit `number`, from 1; without a number of findings there are up to four of them."""
    chance = random.Random(f"{seed}/{number}")
    person = lambda: " ".join(chance.choice(names) for names in (FAMILY, MIDDLE, GIVEN))
    finding = lambda i: {
        "noi_dung": f"{i + 1:02}/10 hồ sơ được xem không có phiếu kiểm soát quá trình số {chance.randrange(10_000):04}",
        "dieu_khoan": f"8.{chance.randrange(1, 8)}.{chance.randrange(1, 4)}",
        "muc_do": chance.choice(["Nặng", "Nhẹ", "Khuyến nghị"]),
        "han": f"{chance.randrange(1, 29)}/10/2026",
    }
    return {
        "ma": f"BB-{number:06}",
        "don_vi": f"Phòng {chance.choice(GIVEN)} {number % 90 + 1}",
        "ngay_danh_gia": f"{chance.randrange(1, 29):02}/9/2026",
        "gio_bat_dau": "08 giờ 30",
        "gio_ket_thuc": "11 giờ 00",
        "dai_dien": f"{person()} {number}",
        "danh_gia_vien": [person() for _ in range(2)],
        "diem_manh": [STRENGTHS[i % len(STRENGTHS)] for i in range(strengths)],
        "phat_hien": [finding(i) for i in range(chance.randrange(5) if findings is None else findings)],
    }


def line(number: int, seed: int = 0) -> str:
    """The record as a line of JSON."""
    return json.dumps(record(number, seed), ensure_ascii=False) + "\n"


def write(folder: Path, count: int, seed: int = 0) -> None:
    """`records.jsonl` and `shared.yaml` in `folder`."""
    with open(folder / "records.jsonl", "w", encoding="utf-8") as file:
        file.writelines(line(number, seed) for number in range(1, count + 1))
    (folder / "shared.yaml").write_text(SHARED, encoding="utf-8")


def command(program: str, *more: str, output: str = "out/{{ ma }}.docx") -> list[str]:
    """A batch over them, run in their folder."""
    shared = ["--with", "shared.yaml", "-t", "bien-ban-danh-gia-noi-bo"]
    return [program, "batch", "records.jsonl", *shared, "-o", output, *more]
