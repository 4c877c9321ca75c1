"""An invented office's submission, complete and without a fault: tests change one thing in it.

``submission()`` gives the whole; every record knows its cells, laid out as in a workbook's sheets, so that a test
can state the exact place of a problem. The helpers at the end give a copy with one thing changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from ita_docs.model import (
    Activity,
    Committee,
    Duty,
    Measure,
    MeasureResult,
    Office,
    Order,
    Override,
    Papers,
    Person,
    Published,
    QuestionScore,
    Score,
    Seat,
    Section,
    Settings,
    Source,
    Status,
    Submission,
)

SHEETS: Mapping[str, Mapping[str, str]] = {
    "คะแนน": dict(zip(("indicator", "name", "score", "previous"), "ABCD", strict=True)),
    "คะแนนรายข้อ": dict(zip(("code", "question", "score"), "ABC", strict=True)),
    "บุคลากร": dict(
        zip(
            ("number", "committee", "title", "first_name", "last_name", "position", "section", "role"),
            "ABCDEFGH",
            strict=True,
        )
    ),
    "หน้าที่และอำนาจ": dict(zip(("committee", "number", "text"), "ABC", strict=True)),
    "มาตรการ": dict(
        zip(
            (
                "indicator", "indicator_name", "actions", "follow_ups", "frequency", "responsible",
                "steps", "period", "reporting", "budget", "remarks",
            ),
            "ABCDEFGHIJK",
            strict=True,
        )
    ),
    "ผลการดำเนินการ": dict(
        zip(
            ("indicator", "action", "status", "done", "period", "result", "problem", "suggestion", "evidence"),
            "ABCDEFGHI",
            strict=True,
        )
    ),
    "ข้อความวิเคราะห์": dict(zip(("key", "text"), "AB", strict=True)),
    "กิจกรรม": dict(zip(("number", "date", "caption", "place", "pictures"), "ABCDE", strict=True)),
    "หน่วยงานย่อย": dict(zip(("name", "head"), "AB", strict=True)),
}  # fmt: skip
"""The columns of each sheet: field to letter."""

GENERAL: Sequence[str] = (
    "name", "short_name", "head_title", "fiscal_year", "number", "date", "subject", "effective", "reason", "powers",
    "signatory_title", "signatory_first_name", "signatory_last_name", "signatory_position",
    "total", "level", "IIT", "EIT", "OIT", "EIT1", "EIT2", "digits", "catchwords", "analysis_form", "full_mark",
    "emblem", "layout", "column_score", "column_level", "column_previous", "column_steps", "column_period",
    "column_budget", "column_reporting", "column_remarks", "contents", "chart", "score_table", "next_level",
    "owner", "telephone", "memo_number", "memo_date", "proposer_title", "proposer_first_name", "proposer_last_name",
    "proposer_position", "approvers", "notice_date", "report_date", "reporter_title", "reporter_first_name",
    "reporter_last_name", "reporter_position", "results_memo", "results_memo_number", "results_memo_date",
    "measures_analysis", "members_indented", "one_axis", "embed_typeface",
)  # fmt: skip
"""The fields of the sheet of headings and values, from its second row on; values stand in column B."""

ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
OFFICE = "สำนักงานเขตดอนทราย"
SECTIONS = ("ฝ่ายปกครอง", "ฝ่ายทะเบียน", "ฝ่ายโยธา", "ฝ่ายการคลัง", "ฝ่ายเทศกิจ")
BOARD = "คณะกรรมการ"
GROUP = "คณะทำงาน"
SCORES = ("90.00", "88.00", "86.00", "84.00", "92.00", "80.00", "86.00", "92.00", "100.00", "96.00")
PREVIOUS = ("85.00", "80.10", "82.00", "84.50", "90.00", "78.25", "86.00", "90.00", "100.00", "95.00")
INDICATORS = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
MEASURES = (
    ("เผยแพร่คู่มือการปฏิบัติงานให้ประชาชนทราบ", "ติดตามการเผยแพร่คู่มือการปฏิบัติงาน", "ฝ่ายปกครอง"),
    ("จัดทำและเผยแพร่แผนการใช้จ่ายงบประมาณประจำปี", "กำกับการเผยแพร่แผนการใช้จ่ายงบประมาณ", "ฝ่ายการคลัง"),
    ("เผยแพร่หลักเกณฑ์การบริหารทรัพยากรบุคคล", "ตรวจสอบการเผยแพร่หลักเกณฑ์การบริหารทรัพยากรบุคคล", "ฝ่ายปกครอง"),
    ("ปรับปรุงขั้นตอนการขอยืมทรัพย์สินของราชการ", "กำกับการขอยืมทรัพย์สินของราชการให้เป็นไปตามขั้นตอน", "ฝ่ายการคลัง"),
    ("จัดทำแผนปฏิบัติการป้องกันการทุจริต", "ติดตามผลตามแผนปฏิบัติการป้องกันการทุจริต", "ฝ่ายปกครอง"),
    ("กำชับเจ้าหน้าที่ให้บริการตามมาตรฐานและระยะเวลา", "ตรวจสอบการให้บริการตามมาตรฐานและระยะเวลา", "ทุกฝ่าย"),
    ("ปรับปรุงข้อมูลบนเว็บไซต์ให้เป็นปัจจุบัน", "ติดตามการปรับปรุงข้อมูลบนเว็บไซต์", "ฝ่ายปกครอง"),
    ("นำระบบจองคิวออนไลน์มาใช้ในงานทะเบียน", "ติดตามการใช้ระบบจองคิวออนไลน์ในงานทะเบียน", "ฝ่ายทะเบียน"),
    ("เผยแพร่ข้อมูลสาธารณะให้ครบถ้วนทุกรายการ", "ตรวจสอบการเผยแพร่ข้อมูลสาธารณะให้ครบถ้วน", "ฝ่ายปกครอง/ฝ่ายเทศกิจ"),
    ("ประเมินความเสี่ยงการทุจริตของหน่วยงาน", "รายงานผลการประเมินความเสี่ยงการทุจริต", "ทุกฝ่าย"),
)
POSTS = (
    ("ผู้อำนวยการเขตดอนทราย", "ประธานกรรมการ"),
    ("ผู้ช่วยผู้อำนวยการเขตดอนทราย", "รองประธานกรรมการ"),
    ("หัวหน้าฝ่ายทะเบียน", "กรรมการ"),
    ("หัวหน้าฝ่ายโยธา", "กรรมการ"),
    ("หัวหน้าฝ่ายการคลัง", "กรรมการ"),
    ("หัวหน้าฝ่ายเทศกิจ", "กรรมการ"),
    ("หัวหน้าฝ่ายปกครอง", "กรรมการและเลขานุการ"),
)
STAFF = (
    ("นาง", "วารุณี", "คำพันแสง", "นักจัดการงานทั่วไปชำนาญการพิเศษ", "ฝ่ายปกครอง", "ประธานคณะทำงาน"),
    ("นาย", "ธนวัต", "รุ่งเรืองสิน", "เจ้าพนักงานปกครองชำนาญการ", "ฝ่ายทะเบียน", "คณะทำงาน"),
    ("นางสาว", "ปิยะฉัตร", "หอมดอกไม้", "นายช่างโยธาชำนาญงาน", "ฝ่ายโยธา", "คณะทำงาน"),
    ("นาย", "กฤตภาส", "ทองประกาย", "นักวิชาการเงินและบัญชีชำนาญการ", "ฝ่ายการคลัง", "คณะทำงาน"),
    ("ว่าที่ร้อยตรี", "เอกชัย", "ไพรสณฑ์", "เจ้าพนักงานเทศกิจปฏิบัติการ", "ฝ่ายเทศกิจ", "คณะทำงาน"),
    ("นางสาว", "มณีรัตน์", "สกุลเดช", "นักทรัพยากรบุคคลชำนาญการ", "ฝ่ายปกครอง", "เลขานุการ"),
    ("นาย", "อภิวิชญ์", "บ้านใหม่", "นักวิเคราะห์นโยบายและแผนปฏิบัติการ", "ฝ่ายปกครอง", "ผู้ช่วยเลขานุการ"),
)
QUESTIONS = (("i1", "เจ้าหน้าที่ปฏิบัติงานตามขั้นตอนและระยะเวลา", "91.20"), ("i2", "เจ้าหน้าที่ให้บริการเท่าเทียมกัน", "88.80"))


def at(sheet: str, row: int) -> Source:
    """The source of a record in ``row`` of a sheet with columns."""
    return Source(sheet, row, SHEETS[sheet])


def general() -> Source:
    """The source of a record on the sheet of headings and values."""
    return Source("ข้อมูลทั่วไป", 0, {field: f"B{row}" for row, field in enumerate(GENERAL, start=2)})


def office() -> Office:
    """The office with its five sections."""
    sections = (Section(name=name, source=at("หน่วยงานย่อย", row)) for row, name in enumerate(SECTIONS, start=2))
    return Office(
        name=OFFICE,
        short_name="สำนักงานเขต",
        head_title="ผู้อำนวยการเขต",
        sections=tuple(sections),
        source=general(),
    )


def order() -> Order:
    """The order of 15 November 2565 for fiscal year 2566."""
    return Order(
        number="123",
        year=2565,
        date=datetime.date(2022, 11, 15),
        subject=f"แต่งตั้งคณะกรรมการและคณะทำงาน{ITA} {OFFICE}",
        reason=f"ด้วย{OFFICE}เข้าร่วม{ITA} ประจำปีงบประมาณ พ.ศ. 2566 เพื่อสร้างกลไกการป้องกันการทุจริตในระดับต่าง ๆ",
        powers="มาตรา 68 และมาตรา 69 แห่งพระราชบัญญัติระเบียบบริหารราชการกรุงเทพมหานคร พ.ศ. 2528",
        effective=None,
        signatory=Person(title="นาย", first_name="ปราโมทย์", last_name="ชลธารทอง"),
        signatory_position="ผู้อำนวยการเขตดอนทราย",
        source=general(),
    )


def committees() -> tuple[Committee, ...]:
    """A board of posts and a working group of named people, with their duties."""
    board = [
        Seat(number=n, committee=BOARD, person=None, position=post, section="", role=role, source=at("บุคลากร", n + 1))
        for n, (post, role) in enumerate(POSTS, start=1)
    ]
    group = [
        Seat(
            number=n,
            committee=GROUP,
            person=Person(title=title, first_name=first, last_name=last),
            position=position,
            section=section,
            role=role,
            source=at("บุคลากร", n + 1 + len(POSTS)),
        )
        for n, (title, first, last, position, section, role) in enumerate(STAFF, start=1)
    ]
    lead = "โดยให้คณะกรรมการมีหน้าที่และอำนาจกำกับและติดตามการดำเนินงานตามตัวชี้วัดที่กำหนด"
    duties = ("โดยให้คณะทำงานมีหน้าที่ ดังนี้", f"ดำเนินการ{ITA} ตามปฏิทินที่กำหนด", "รวบรวมและรายงานผลต่อคณะกรรมการ")
    return (
        Committee(
            name=BOARD,
            seats=tuple(board),
            duties=(Duty(number=None, committee=BOARD, text=lead, source=at("หน้าที่และอำนาจ", 2)),),
        ),
        Committee(
            name=GROUP,
            seats=tuple(group),
            duties=tuple(
                Duty(number=n or None, committee=GROUP, text=text, source=at("หน้าที่และอำนาจ", n + 3))
                for n, text in enumerate(duties)
            ),
        ),
    )


def scores() -> tuple[Score, ...]:
    """Ten scores: IIT 88.00, EIT 86.00, OIT 98.00, total 91.40; only indicators 4 and 6 are below 85."""
    rows = zip(INDICATORS, SCORES, PREVIOUS, strict=True)
    return tuple(
        Score(indicator=n, name=name, score=Decimal(score), previous=Decimal(last), source=at("คะแนน", n + 1))
        for n, (name, score, last) in enumerate(rows, start=1)
    )


def measures() -> tuple[Measure, ...]:
    """One row for each indicator."""
    return tuple(
        Measure(
            indicator=n,
            indicator_name=INDICATORS[n - 1],
            actions=(action,),
            follow_ups=(follow_up,),
            frequency="ปีละ 2 ครั้ง",
            responsible=responsible,
            steps="จัดประชุมมอบหมายงาน ดำเนินการ และสรุปผล",
            period="ตุลาคม 2565 – กันยายน 2566",
            reporting="รายงานผลต่อผู้อำนวยการเขตทุกหกเดือน",
            others={"budget": "", "remarks": ""},
            source=at("มาตรการ", n + 1),
        )
        for n, (action, follow_up, responsible) in enumerate(MEASURES, start=1)
    )


def activities() -> tuple[Activity, ...]:
    """Two briefings on working days, without pictures."""
    rows = (
        (datetime.date(2023, 1, 17), "ผู้อำนวยการเขตประชุมชี้แจงการดำเนินงาน ITA\nให้กับหัวหน้าฝ่าย"),
        (datetime.date(2023, 2, 15), "ประชุมซักซ้อมความเข้าใจการดำเนินงาน ITA ให้กับบุคลากร"),
    )
    return tuple(
        Activity(number=n, date=day, caption=caption, place=f"ห้องประชุมชั้น 3 {OFFICE}", source=at("กิจกรรม", n + 1))
        for n, (day, caption) in enumerate(rows, start=1)
    )


def results() -> tuple[MeasureResult, ...]:
    """What came of three of last year's measures: done, under way, and done with a problem."""
    rows = (
        (1, "จัดทำคู่มือการปฏิบัติงาน", Status.DONE, "เผยแพร่คู่มือ 12 กระบวนงาน", ""),
        (4, "ปรับปรุงแบบขอยืมทรัพย์สินของราชการ", Status.UNDER_WAY, "", ""),
        (4, "ตรวจนับทรัพย์สินประจำปี", Status.DONE, "ตรวจนับครบทุกฝ่าย", "ทะเบียนทรัพย์สินบางรายการไม่เป็นปัจจุบัน"),
    )
    return tuple(
        MeasureResult(
            indicator=indicator,
            action=action,
            status=status,
            done="จัดประชุมและมอบหมายงาน",
            period="15 มีนาคม 2565",
            result=result,
            problem=problem,
            suggestion="ปรับปรุงข้อมูลทุกไตรมาส" if problem else "",
            evidence="หนังสือที่ กท 0001/25",
            source=at("ผลการดำเนินการ", row),
        )
        for row, (indicator, action, status, result, problem) in enumerate(rows, start=2)
    )


def papers(**changes: Any) -> Papers:
    """The papers that go with the pack, all filled in and sound, with any fields changed; those of ``submission`` are
    empty."""
    whole = Papers(
        owner="ฝ่ายปกครอง",
        telephone="0 2541 2566 ต่อ 89",
        memo_number="กท 6101/123",
        memo_date=datetime.date(2023, 2, 21),
        proposer=Person(title="นางสาว", first_name="มณีรัตน์", last_name="สกุลเดช"),
        proposer_position="นักทรัพยากรบุคคลชำนาญการ",
        approvers=("หัวหน้าฝ่ายปกครอง", "ผู้ช่วยผู้อำนวยการเขต", "ผู้อำนวยการเขต"),
        notice_date=datetime.date(2023, 2, 24),
        report_date=datetime.date(2022, 11, 22),
        reporter=Person(title="ว่าที่ร้อยตรี", first_name="เอกชัย", last_name="ไพรสณฑ์"),
        reporter_position="เจ้าพนักงานเทศกิจปฏิบัติการ",
        results_memo=True,
        results_memo_number="กท 6101/124",
        results_memo_date=datetime.date(2022, 11, 22),
        source=general(),
    )
    return replace(whole, **changes)


def submission(**changes: Any) -> Submission:
    """The whole submission for fiscal year 2566, with any fields of ``Submission`` changed."""
    whole = Submission(
        name="don_sai_2566",
        fiscal_year=2566,
        office=office(),
        order=order(),
        committees=committees(),
        scores=scores(),
        measures=measures(),
        published=Published(total=Decimal("91.40"), level="A", source=general()),
        questions=tuple(
            QuestionScore(code=code, question=text, score=Decimal(score), source=at("คะแนนรายข้อ", row))
            for row, (code, text, score) in enumerate(QUESTIONS, start=2)
        ),
        overrides=(
            Override(
                key="9",
                text="ได้ค่าคะแนน 100 คะแนน ซึ่งสะท้อนว่า มีการเปิดเผยข้อมูลครบถ้วนทุกรายการ",
                source=at("ข้อความวิเคราะห์", 2),
            ),
        ),
        activities=activities(),
        results=results(),
        settings=Settings(),
        source=general(),
    )
    return replace(whole, **changes)


def with_record(whole: Submission, field: str, index: int, **changes: Any) -> Submission:
    """A copy with one record of a tuple field (scores, measures, activities …) changed."""
    records = list(getattr(whole, field))
    records[index] = replace(records[index], **changes)
    return replace(whole, **{field: tuple(records)})


def with_seat(whole: Submission, committee: int, seat: int, **changes: Any) -> Submission:
    """A copy with one seat of a committee changed; both are counted from 0."""
    seats = list(whole.committees[committee].seats)
    seats[seat] = replace(seats[seat], **changes)
    return with_record(whole, "committees", committee, seats=tuple(seats))


def with_order(whole: Submission, **changes: Any) -> Submission:
    """A copy with the order changed."""
    return replace(whole, order=replace(whole.order, **changes))
