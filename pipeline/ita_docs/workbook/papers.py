"""The lines of the general sheet for what goes with the pack: the memo, the notice, and the report on last year's
measures. All may be left empty; the papers then have dotted lines to write on."""

from __future__ import annotations

from ita_docs.workbook.field import Field, Group, Value
from ita_docs.workbook.tables import DATE_HELP, SECTIONS, TITLE_WORDS


def _signer(name: str, who: str, where: str) -> tuple[Field, ...]:
    """The lines of who signs a paper and may be left open: the name in its parts, and the post."""
    return (
        Field(
            name=f"{name}_title",
            heading=f"คำนำหน้า{who}",
            value=Value.TEXT,
            help=f"คำนำหน้าชื่อหรือยศ ถ้าเว้นชื่อไว้ {where}มีเส้นประให้เขียน",
            example="นางสาว",
            suggestions=TITLE_WORDS,
        ),
        Field(
            name=f"{name}_first_name",
            heading=f"ชื่อ{who}",
            value=Value.TEXT,
            help="ชื่ออย่างเดียว ไม่มีคำนำหน้าและนามสกุล",
            example="สมหญิง",
        ),
        Field(
            name=f"{name}_last_name",
            heading=f"นามสกุล{who}",
            value=Value.TEXT,
            help="นามสกุลอย่างเดียว",
            example="ใจดี",
        ),
        Field(
            name=f"{name}_position",
            heading=f"ตำแหน่ง{who}",
            value=Value.LINES,
            help="ตำแหน่งที่พิมพ์ใต้ชื่อ ถ้าเว้นว่าง จะมีเส้นประให้เขียน",
            example="{post}",
            meaning=f"ตำแหน่ง{who} ว่างได้",
        ),
    )


def _number(name: str, heading: str) -> Field:
    return Field(
        name=name,
        heading=heading,
        value=Value.TEXT,
        as_shown=True,
        help="เลขที่หนังสือ ถ้าเว้นว่าง จะมีเส้นประให้เขียน",
        example="๐๑/๑๒๓",
        meaning=f"{heading} ว่างได้",
    )


def _date(name: str, heading: str, day: str, meaning: str = "") -> Field:
    help = f"ถ้าเว้นว่าง จะมีเส้นประให้เขียน ถ้าทราบวันที่ {DATE_HELP}"
    return Field(name=name, heading=heading, value=Value.DATE, help=help, example=day, meaning=meaning)


MEMO = Group(
    title="บันทึกข้อความเสนอลงนาม",
    fields=(
        Field(
            name="owner",
            heading="ส่วนราชการเจ้าของเรื่อง",
            value=Value.TEXT,
            help="{units}ที่จัดทำเอกสารและเสนอเรื่อง เลือกจากชีตหน่วยงานย่อย ถ้าเว้นว่าง จะพิมพ์เพียงชื่อหน่วยงาน",
            example="{section}",
            suggest=SECTIONS.key,
            meaning="หน่วยงานย่อยเจ้าของเรื่อง ว่างได้",
        ),
        Field(
            name="telephone",
            heading="โทรศัพท์ของส่วนราชการเจ้าของเรื่อง",
            value=Value.TEXT,
            as_shown=True,
            help="หมายเลขโทรศัพท์ที่พิมพ์ต่อจากชื่อส่วนราชการ ไม่ต้องพิมพ์คำว่า “โทร.”",
            example="๐ ๒๑๒๓ ๔๕๖๗ ต่อ ๘๙",
            meaning="หมายเลขโทรศัพท์ของส่วนราชการเจ้าของเรื่อง ว่างได้",
        ),
        _number("memo_number", "ที่ของบันทึกข้อความ"),
        _date("memo_date", "วันที่ของบันทึกข้อความ", "๑ พฤศจิกายน ๒๕๖๕", "วันที่ของบันทึกข้อความ ว่างได้"),
        *_signer("proposer", "ผู้เสนอ", "บันทึกข้อความ"),
        Field(
            name="approvers",
            heading="ผู้พิจารณาตามลำดับ",
            value=Value.ITEMS,
            help="ตำแหน่งของผู้พิจารณาต่อจากผู้เสนอ บรรทัดละหนึ่งตำแหน่ง (Alt+Enter) จนถึงผู้ลงนาม"
            " แต่ละตำแหน่งมีที่ให้ลงความเห็น ลายมือชื่อ และวันที่ ถ้าเว้นว่าง จะไม่มีช่องพิจารณา",
            example="{approvers}",
            meaning="ตำแหน่งของผู้พิจารณาบันทึกข้อความ ตามลำดับ",
        ),
    ),
)

NOTICE = Group(
    title="ประกาศ",
    fields=(_date("notice_date", "วันที่ของประกาศ", "๑๕ พฤศจิกายน ๒๕๖๕"),),
)

REPORT = Group(
    title="รายงานผลการดำเนินการของปีก่อน",
    fields=(
        _date("report_date", "วันที่ของรายงานผล", "๑ พฤศจิกายน ๒๕๖๕", "วันที่ของรายงานผลการดำเนินการ ว่างได้"),
        *_signer("reporter", "ผู้รายงานผล", "รายงานผล"),
        Field(
            name="results_memo",
            heading="บันทึกข้อความเสนอรายงานผลแยกฉบับ",
            value=Value.CHOICE,
            help="แยกบันทึกข้อความเสนอรายงานผลออกเป็นอีกฉบับหนึ่ง ถ้าเว้นว่าง จะเสนอรายงานผลในบันทึกข้อความฉบับเดียวกัน",
            example="ไม่มี",
            allowed={"ไม่มี": False, "มี": True},
        ),
        _number("results_memo_number", "ที่ของบันทึกข้อความเสนอรายงานผล"),
        _date(
            "results_memo_date",
            "วันที่ของบันทึกข้อความเสนอรายงานผล",
            "๑ พฤศจิกายน ๒๕๖๕",
            "วันที่ของบันทึกข้อความเสนอรายงานผล ว่างได้",
        ),
    ),
)

PAPERS = (MEMO, NOTICE, REPORT)
"""The groups, in the order of the form."""
