"""Old papers that are set out as few are: all that is taken of each, and all that is not, is kept whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ita_docs.framework.load import load
from ita_docs.importing.blocks import Block, OldCell, OldFile, OldPlace, OldTable, Photo
from ita_docs.importing.papers import find_papers
from made_old import HEADS, LINES, MEASURES_TITLE, analysis, cell, line, table, title
from outline_old import of_documents

RULES = load(2566)
NAMES = [one.name for one in RULES.indicators]
MERGED = cell("", continued=True)
ACTIVITIES = title("การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมิน", "ปีงบประมาณ พ.ศ. 2567")
NOTICE = title("ประกาศเทศบาลตำบลบึงไผ่", "เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน")


def lines(*texts: str) -> list[Block]:
    return [line(text) for text in texts]


def photo(name: str) -> Photo:
    return Photo(name, b"", OldPlace("เก่า.docx", next(LINES)))


def measures(*rows: Sequence[object], heads: Sequence[str] = HEADS) -> list[Block]:
    return [*MEASURES_TITLE, table(heads, *rows)]  # type: ignore[arg-type]


def on(text: str) -> OldCell:
    """A cell whose line goes on in the next for all that can be seen."""
    return cell([line(text, ended=False)])


def sheet(name: str, *rows: Sequence[str]) -> OldTable:
    return replace(table(*rows), sheet=name, origin=OldPlace("เก่า.xlsx", place=name))


def columns(*rows: Sequence[str]) -> OldTable:
    """Columns that only gaps part."""
    return replace(table(*rows), ruled=False)


PAPERS: dict[str, list[Block]] = {
    "a table of contents that was typed": [
        *title("สารบัญ"),
        *lines("การวิเคราะห์ผลการประเมิน\t๑", "มาตรการส่งเสริมคุณธรรม\t๓"),
        *measures(("การใช้อำนาจ", "", "อบรม", "ทุกเดือน", "กองคลัง")),
    ],
    "captions that tell the hour": [
        *ACTIVITIES,
        photo("ก.png"),
        line("ปลัดประชุมชี้แจง เมื่อวันที่ 5 มีนาคม 2567 เวลา 09.30 – 12.00 น. ณ ห้องประชุม ชั้น 2"),
        photo("ข.png"),
        line("อบรม ณ วัดบางวาส วันที่ 6 มี.ค. 67 เวลา 13.00 น."),
        photo("ค.png"),
        line("ซักซ้อม เมื่อวันที่ 7/3/2567 เวลา 9.00 นาฬิกา โดยมีนายอำเภอเป็นประธาน"),
        photo("ง.png"),
        line("วันที่ 8 มีนาคม 2567 เวลา 13.00 น. ปลัดชี้แจง ณ ห้องประชุมเล็ก"),
    ],
    "captions above their photos on several lines": [
        *ACTIVITIES,
        *lines("1. ปลัดประชุมชี้แจง", "เมื่อวันที่ 5 มีนาคม 2567", "เวลา 09.30 น.", "ณ ห้องประชุม"),
        photo("ก.png"),
        photo("ข.png"),
        *lines("ครั้งที่ 2) นายกอบรมเมื่อวันที่ 6 มีนาคม 2567 โดยมีผู้เข้าร่วม 40 คน", "ณ วัดบางวาส"),
        photo("ค.png"),
        *lines("ประกาศนโยบาย ณ หน้าเสาธง"),
        photo("ง.png"),
    ],
    "photos in a table with their captions below them": [
        *ACTIVITIES,
        photo("ก.png"),
        photo("ข.png"),
        table(("ประชุม|วันที่ 5 มีนาคม 2567", "อบรม|วันที่ 6 มีนาคม 2567 ณ วัดบางวาส")),
        line("ยังไม่มีบันทึกการจัดกิจกรรมอื่น"),
    ],
    "captions beside each other over two lines with what may be of either": [
        *ACTIVITIES,
        columns(
            ("ประชุม", "อบรม"),
            (on("วันที่ 2 มกราคม 2567 ณ ห้อง"), on("วันที่ 3 มกราคม 2567 ณ วัด")),
            ("ประชุม", "บางวาส"),
            ("ซักซ้อม", "ชี้แจง"),
            ("วันที่ 4 มกราคม 2567", "วันที่ 5 มกราคม 2567"),
        ),
    ],
    "a caption beside one that stands over both columns": [
        *ACTIVITIES,
        columns((cell("ประมวลภาพ", 2),), ("ประชุม", "อบรม"), ("วันที่ 2 มกราคม 2567", "วันที่ 3 มกราคม 2567")),  # type: ignore[arg-type]
        line("\tชี้แจง\tอบรม"),
        line("\tวันที่ 4 มกราคม 2567\tวันที่ 5 มกราคม 2567"),
    ],
    "an analysis with indicators that say no score": analysis(
        "๑. แบบวัด IIT ประกอบด้วยตัวชี้วัด ๕ ตัว ได้คะแนนดี",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ควรปรับปรุงการให้บริการ",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ",
        "ได้ 80.25 คะแนน เท่ากับปีงบประมาณก่อน บุคลากรยังไม่ทราบแผน โดยข้อ i7 การเผยแพร่แผน และข้อ i8 การใช้จ่าย (71.50 คะแนน)",
        "ตัวชี้วัดที่ 3 การใช้อำนาจ",
        "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ (ระดับดี) ได้ 85 คะแนน",
    ),
    "an analysis with two totals and scores of instruments": analysis(
        "ผลคะแนนภาพรวม ได้คะแนน 85.20 คะแนน อยู่ในระดับ ผ่าน",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) มีค่าเฉลี่ย 88.50 คะแนน",
        "แบบวัด EIT ส่วนที่ 1 มีค่าเฉลี่ย 82.50 คะแนน",
        "เป้าหมายของแบบตรวจ OIT คือ 95.00 คะแนน",
        "สรุปคะแนนรวม เท่ากับ 86.20 คะแนน ระดับ ผ่านดี",
        "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 88.10 คะแนน",
    ),
    "an indicator of which the number is sure only below": analysis(
        "ตัวชี้วัดที่ 2 การเปิดเผยข้อมูล ได้ 80.00 คะแนน",
        "การเปิดเผยข้อมูล ได้ 80.0 คะแนน",
        "ตัวชี้วัดที่ 3 การใช้อำนาด ได้ 70.00 คะแนน",
    ),
    "tables of scores with parts of an instrument and levels": analysis(
        table(
            ("เครื่องมือ", "ตัวชี้วัด", "คะแนน", "ระดับ"),
            ("แบบวัด EIT ส่วนที่ 1", "", "82.50", "ผ่าน"),
            ("EIT2", "", "84.50", "ดีกว่าเดิม"),
            ("น้ำหนัก OIT", "", "40", ""),
            ("", "การเปิดเผยข้อมูล", "ไม่มีข้อมูล", ""),
            ("", "คะแนนรวม", "85.50", "ระดับผ่านดี"),
            ("", "ระดับ", "ผ่านดี", ""),
        ),
        table(("ข้อ", "คะแนน"), ("ข้อ i01 การให้บริการ", "81.5"), ("O9", "100"), ("x3", "50")),
    ),
    "scores that a page cuts before an indicator without one": analysis(
        table(("ตัวชี้วัด", "คะแนน"), (NAMES[0], "80.10"), (NAMES[1], "81.10")),
        table((NAMES[2], ""), (NAMES[3], "83.10"), (NAMES[4], "84.10")),
    ),
    "a table of scores whose first row names its indicator": analysis(
        table((cell(NAMES[2], 2),), ("คะแนน", "ปีก่อน"), ("80.10", "79.10")),  # type: ignore[arg-type]
        table((cell(NAMES[3], 2),), ("ข้อคำถาม", "คะแนน"), ("i19 ใช้ทรัพย์สิน", "70.10"), ("คะแนนเฉลี่ย", "71.10")),  # type: ignore[arg-type]
    ),
    "measures whose frequency ends a follow up": measures(
        (NAMES[0], "", "จัดทำคู่มือ", "กำกับให้เผยแพร่คู่มือ ปีละ ๒ ครั้ง", "กองช่าง"),
        (NAMES[1], "", "อบรม", "หัวหน้าฝ่ายติดตามทุกเดือนแล้วรายงานต่อปลัดเทศบาลตามลำดับชั้น", "กองคลัง"),
        (NAMES[2], "", "ประกาศ", "ประชุมทุกเดือน|รายงานทุกไตรมาสต่อผู้บริหาร", "-"),
    ),
    "items that stand on lines without marks": measures(
        (NAMES[0], "", cell([line("จัดทำคู่มือ\nอบรมบุคลากรทุกคนในสังกัด\nสำรวจ")]), "ทุกเดือน", "กองช่าง"),  # type: ignore[arg-type]
        (
            NAMES[1],
            "",
            cell([line("จัดทำคู่มือการปฏิบัติงานและเผย\nแพร่บนเว็บไซต์ของหน่วยงานให้ทั่ว\nถึง")]),  # type: ignore[arg-type]
            "ทุกเดือน",
            "กองช่าง",
        ),
    ),
    "measures that only numbers name": measures(
        ("3", "ประกาศ", "กองคลัง", "รายงานทุกเดือน"),
        ("๔", "อบรม", "กองช่าง", "รายงานทุกเดือน"),
        ("11", "สำรวจ", "กองช่าง", "รายงานทุกเดือน"),
        heads=("ที่", "มาตรการ", "ผู้รับผิดชอบ", "การติดตามผล"),
    ),
    "numbers beside names that are others": measures(
        ("3", NAMES[2], "ประกาศ", "กองคลัง", "รายงานทุกเดือน"),
        ("4", NAMES[4], "อบรม", "กองช่าง", "รายงานทุกเดือน"),
        ("5", "ความพึงพอใจ", "สำรวจ", "กองช่าง", "รายงานทุกเดือน"),
        heads=("ที่", "ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "การติดตามผล"),
    ),
    "a row below a name that no year knows": measures(
        ("ความพึงพอใจ", "", "- สำรวจ", "- สรุปผล", "กองคลัง"),
        ("ของประชาชน", "", "- ประกาศ", "- ทุกเดือน", "กองช่าง"),
        ("การใช้อำนาจ (ต่อ)", "", "- อบรม", "- ทุกปี", "กองช่าง"),
        ("การใช้อำนาจ (ต่อ)", "", "- ประเมิน", "- ทุกปี", "กองช่าง"),
    ),
    "measures by topic": measures(
        (cell("ประเด็นที่ 1 การให้บริการ", 5),),
        (NAMES[1], "", "เผยแพร่แผน", "ทุกเดือน", "กองคลัง"),
        (NAMES[0], "", "จัดคิว", "ทุกเดือน", "กองช่าง"),
        (cell("ประเด็นที่ 2 การเปิดเผย", 5),),
        (NAMES[1], "", "เผยแพร่แผน", "ทุกเดือน", "กองคลัง"),
        ("รวม", "", "", "", ""),
    ),
    "names of those responsible that a column breaks": measures(
        (NAMES[0], "", "อบรม", "ทุกเดือน", "ปลัดเทศบาล/|สนป.|และ|กองคลัง"),
        (NAMES[1], "", "อบรม", "ทุกเดือน", "กองคลัง|สป|หัวหน้า|ฝ่ายโยธา"),
        (NAMES[2], "", "อบรม", "ทุกเดือน", "เทศกิจ, ธุรการ|คณะกรรมการ ITA"),
    ),
    "heads over two rows": [
        *MEASURES_TITLE,
        table(
            ("ที่", "ตัวชี้วัด", "มาตรการ", "ผู้รับผิดชอบ", "การติดตามผล"),
            (MERGED, MERGED, MERGED, "หลัก", MERGED),
            ("3", NAMES[2], "ประกาศ", "กองคลัง", "รายงานทุกเดือน"),
        ),
    ],
    "months that are ticked and a word among ticks": [
        *MEASURES_TITLE,
        table(
            ("ตัวชี้วัด", "มาตรการ", "ต.ค. 66", "พ.ย. 66", "ผู้รับผิดชอบ"),
            (NAMES[2], "ประกาศ", "/", "x", "กองคลัง"),
            (NAMES[3], "อบรม", "", "", "กองช่าง"),
        ),
        table(
            ("ตัวชี้วัด", "มาตรการ", "ไตรมาส 1", "ไตรมาส 2", "ผู้รับผิดชอบ"),
            (NAMES[4], "ประกาศ", "ต้นเดือน", "✓", "กองคลัง"),
        ),
    ],
    "a notice with measures below their indicators": [
        *NOTICE,
        *lines("ของเทศบาลตำบลบึงไผ่ ประจำปีงบประมาณ พ.ศ. ๒๕๖๗", "ประเด็นที่ 1 การให้บริการ", "ตัวชี้วัดที่ 3 การใช้อำนาจ"),
        line("ระยะเวลา: ตลอดปี"),
        line("อบรม", number="๑."),
        line("ซักซ้อม", number="๒."),
        *lines("ผู้รับผิดชอบ: สำนักปลัด", "การติดตาม: รายงานทุกเดือน", "ผู้รับผิดชอบ: กองช่าง"),
        *lines("- ประกาศ", "ผู้รับผิดชอบ: กองคลัง", "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "คะแนน 88.10 ระดับ ผ่าน"),
        *lines("- จัดคิว", "หมายเหตุ : ถ้ามีงบประมาณ", "ตัวชี้วัดที่ 2", "ประกาศ ณ วันที่ 5 มกราคม 2567"),
        *lines("พันตำรวจเอก", "(กำพล เด่นชัย)", "นายกเทศมนตรีตำบลบึงไผ่", "โทร. 0 2123 4567"),
    ],
    "a notice signed by one whose title is not known": [
        *NOTICE,
        *lines("จึงประกาศให้ทราบโดยทั่วกัน", "ประกาศ ณ วันที่      มกราคม 2567", "(กำพล เด่นชัย)", "นายกเทศมนตรีตำบลบึงไผ่"),
    ],
    "a memo on results": [
        line("บันทึกข้อความ", bold=True),
        *lines("ส่วนราชการ งานนิติการ สำนักปลัด เทศบาลตำบลบึงไผ่", "วันที่ 5 เดือนตุลาคม พ.ศ. 2567"),
        *lines("เรื่อง รายงานผลการดำเนินการตามมาตรการ", "เรียน ปลัดเทศบาล", "จึงเรียนมาเพื่อโปรดทราบ"),
        *lines("(ลงชื่อ)....................", "(นางสาวมาลี สีสด)", "นิติกรปฏิบัติการ", "ผู้เสนอ"),
        table(("ความเห็น", "........................|(นายเอก แสงทอง)|ปลัดเทศบาล"), ("หมายเหตุ", "สำเนาส่งกองคลัง")),
    ],
    "a memo whose office stands in its text": [
        line("บันทึกข้อความ", bold=True),
        *lines("ส่วนราชการ กองกลาง ศูนย์ดำรงธรรมบึงไผ่", "ที่ บผ 7/2567 วันที่ 5 มกราคม", "เรื่อง มาตรการ"),
        *lines("ตามที่ศูนย์ดำรงธรรมบึงไผ่ได้เข้ารับการประเมิน", "(ลงชื่อ)............(นายเอก แสงทอง)", "นิติกร"),
    ],
    "results of measures that no indicator names": [
        *title("รายงานผลการดำเนินการตามมาตรการ", "ของเทศบาลตำบลบึงไผ่ ปีงบประมาณ พ.ศ. ๒๕๖๖"),
        table(
            ("ที่", "ตัวชี้วัด", "มาตรการ", "ผลการดำเนินการ", "คะแนน"),
            ("1", "ความพึงพอใจ", "- สำรวจ|- ประกาศ", "แล้วเสร็จ|เอกสารหลักฐาน : รูปถ่าย|บันทึก", "หลัง 80.00"),
            ("2", NAMES[3], "อบรม", "....", "ก่อน 70. หลัง 80."),
            ("3", NAMES[2].replace("อำนาจ", "อำนาด"), "ประกาศ", "เสร็จ", "ปีก่อน 75"),
        ),
        *lines("รายงาน ณ วันที่", "(ลงชื่อ) ............", "(...................)", "ตำแหน่ง ............", "ผู้รายงาน"),
    ],
    "pages of an analysis with numbers rules and catchwords": analysis(
        line("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ได้ 88.10 คะแนน บุคลากรปฏิบัติงานตามขั้นตอนและ", ended=False),
        line("ระยะเวลา..."),
        line("- ๒ -"),
        line("ระยะเวลาที่กำหนดไว้ในคู่มือ"),
        line("______________"),
        line("คะแนนเฉลี่ยของหน่วยงาน"),
        line("และ", ended=False),
        line("คะแนนรวม 87.20 คะแนน"),
        line("ให้ดูหน้าถัดไป..."),
    ),
    "a workbook of scores without heads": [
        sheet(
            "คะแนน",
            ("ผลการประเมินคุณธรรมและความโปร่งใส ปีงบประมาณ 2566", "", ""),
            *((f"{number}. {name}", "10", f"8{number % 10}.50") for number, name in enumerate(NAMES, 1)),
            ("i1", "การให้บริการตามขั้นตอน", "81.25"),
            ("e2", "", "82.25"),
            ("EIT1", "ผ่าน", "84.25"),
            ("ระดับ", "ผ่านดี", ""),
            ("ระดับความพึงพอใจ", "มาก", ""),
            ("คะแนนรวม", "85.25", "ผ่านดี"),
        )
    ],
    "lists of people in columns without heads": [
        sheet(
            "คณะกรรมการ ITA",
            ("นาย", "สมชาย", "ใจดี", "นิติกรชำนาญการ", "ประธานกรรมการ"),
            ("นาง", "สมหญิง", "รักไทย", "นักวิชาการคลัง", "กรรมการ"),
        ),
        sheet(
            "กองช่าง",
            ("นาย", "สมชาย ใจดี", "นิติกรชำนาญการ"),
            ("นาง", "สมหญิง รักไทย", "นักวิชาการคลังปฏิบัติการ"),
            ("1", "กองคลัง", ""),
            ("นาย", "เอก แสงทอง", "นักวิชาการพัสดุ"),
        ),
        sheet("อื่น", ("สมชาย ใจดี", "นิติกรชำนาญการ"), ("สมหญิง รักไทย", "นักวิชาการคลัง")),
    ],
    "a list of people one of whom has no family name": [
        sheet(
            "รายชื่อ",
            ("คำนำหน้า", "ชื่อตัว", "ชื่อสกุล", "ตำแหน่ง", "ระดับ"),
            ("พระครู", "สุวรรณธรรมโชติ", "", "เจ้าอาวาสวัดหนองกระจับ", ""),
            ("นาย", "เอก", "แสงทอง", "วิศวกรโยธา", "7"),
            ("นาย", "โท", "แสงทอง", "ผู้อำนวยการกองช่าง", "บริหารต้น"),
        )
    ],
}


@pytest.mark.parametrize("name", PAPERS)
def test_odd_papers(name: str, kept_whole: list[str]) -> None:
    file = OldFile("เก่า.docx", tuple(PAPERS[name]))
    kept_whole.append(of_documents(find_papers(file, RULES), file))
