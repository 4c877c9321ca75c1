"""Invented offices of kinds, laws, titles and posts that none of the examples has, and more by chance."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from itertools import count
from random import Random

from ita_docs.framework.load import load
from ita_docs.model import (
    Activity,
    Committee,
    Duty,
    Measure,
    Office,
    Order,
    Person,
    Published,
    Score,
    Seat,
    Section,
    Settings,
    Submission,
)

ITA = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
Row = tuple[str, str, str, str, str, str]
"""Title, first name, last name (all empty for a post alone), post, section, role."""


def _committee(name: str, rows: Sequence[Row], lead: str, *duties: str) -> Committee:
    seats = [
        Seat(
            number=number,
            committee=name,
            person=Person(title=title, first_name=first, last_name=last) if first else None,
            position=post,
            section=section,
            role=role,
        )
        for number, (title, first, last, post, section, role) in enumerate(rows, 1)
    ]
    given = [Duty(number=number or None, committee=name, text=text) for number, text in enumerate((lead, *duties))]
    return Committee(name=name, seats=tuple(seats), duties=tuple(given if lead else given[1:]))


def _post(post: str, role: str) -> Row:
    return ("", "", "", post, "", role)


def _measures(year: int, sections: Sequence[str], more: str, *, steps: bool = False) -> tuple[Measure, ...]:
    number = count(1)
    rows = (
        ("จัดทำคู่มือการให้บริการของทุกงานและติดประกาศ ณ จุดบริการ", "สุ่มตรวจการให้บริการตามคู่มือ", "เดือนละ 1 ครั้ง"),
        (f"ประชุมชี้แจงแผนการใช้จ่ายงบประมาณแก่บุคลากร{more}", "รายงานผลการเบิกจ่ายต่อที่ประชุม", "ทุกไตรมาส"),
        ("มอบหมายงานเป็นลายลักษณ์อักษร และเปิดช่องทางร้องทุกข์", "รวบรวมเรื่องร้องทุกข์เสนอผู้บังคับบัญชา", "ปีละ 2 ครั้ง"),
        ("จัดทำทะเบียนคุมการยืมพัสดุและยานพาหนะ", "ตรวจสอบทะเบียนคุมกับพัสดุจริง", "ทุก ๆ 3 เดือน"),
        (f"ประกาศเจตนารมณ์ไม่รับของขวัญ (No Gift Policy){more}", "รายงานการรับของขวัญตามแบบที่กำหนด", "รอบ 6 เดือน และ 12 เดือน"),
        ("อบรมการให้บริการด้วยใจแก่เจ้าหน้าที่ด่านหน้า", "ประเมินความพึงพอใจของผู้รับบริการ", "ปีละ 1 ครั้ง"),
        ("ปรับปรุงเว็บไซต์และเพจของหน่วยงานให้เป็นปัจจุบัน", "ตรวจสอบความเป็นปัจจุบันของข้อมูล", "สัปดาห์ละ 1 ครั้ง"),
        ("นำระบบนัดหมายออนไลน์มาใช้", "วิเคราะห์ระยะเวลารอคอยและรายงานผล", "เดือนละ 1 ครั้ง"),
        ("เผยแพร่ข้อมูลตามตัวชี้วัดการเปิดเผยข้อมูลให้ครบทุกข้อ", "ตรวจลิงก์ทุกข้อก่อนวันปิดระบบ", "ทุกเดือน"),
        ("ประเมินความเสี่ยงการทุจริตของกระบวนงานที่มีความเสี่ยงสูง", "ติดตามผลตามแผนบริหารความเสี่ยง", "ปีละ 2 ครั้ง"),
    )
    names = {one.number: one.name for one in load(year - 1).indicators}
    return tuple(
        Measure(
            indicator=(place := next(number)),
            indicator_name=names[place],
            actions=(action, f"สื่อสารให้บุคลากรรับทราบผ่านกลุ่มไลน์ของ{sections[place % len(sections)]}")[: 1 + place % 2],
            follow_ups=(follow,),
            frequency=frequency,
            responsible=sections[place % len(sections)],
            steps=f"แต่งตั้งผู้รับผิดชอบ กำหนดปฏิทิน และดำเนินการครั้งที่ {place}" if steps else "",
            period=f"ต.ค. {year - 1} – ก.ย. {year}" if steps else "",
            reporting="",
            others={"budget": "", "remarks": ""},
        )
        for action, follow, frequency in rows
    )


def _scores(year: int, draw: Random) -> tuple[Score, ...]:
    return tuple(
        Score(indicator=one.number, name=one.name, score=Decimal(draw.randint(6500, 10000)) / 100)
        for one in load(year - 1).indicators
    )


def _office(name: str, short: str, head: str, sections: Sequence[str], heads: str = "หัวหน้า") -> Office:
    return Office(
        name=name,
        short_name=short,
        head_title=head,
        sections=tuple(Section(name=one, head=heads + one) for one in sections),
    )


def police() -> Submission:
    """A police station: ranks, three committees, an order that holds from a date."""
    sections = ("งานอำนวยการ", "งานป้องกันปราบปราม", "งานจราจร", "งานสืบสวน", "งานสอบสวน")
    station = "สถานีตำรวจภูธรหนองกระจับ"
    advisers = (
        ("พันตำรวจเอก", "กำพล", "เด่นชัยภูมิ", "ผู้กำกับการสถานีตำรวจภูธรหนองกระจับ", "", "ประธานที่ปรึกษา"),
        ("นาย", "สมหมาย", "ณ หนองบัว", "ประธานคณะกรรมการตรวจสอบและติดตามการบริหารงานตำรวจ", "", "ที่ปรึกษา"),
        ("พระครู", "สุวรรณธรรมโชติ", "", "เจ้าอาวาสวัดหนองกระจับ", "", "ที่ปรึกษา"),
    )
    board = (
        ("พันตำรวจโท", "ทศพล", "แก่นกล้า", "รองผู้กำกับการป้องกันปราบปราม", "งานป้องกันปราบปราม", "ประธานกรรมการ"),
        ("พันตำรวจโทหญิง", "กรกนก", "ใจบุญ", "สารวัตรอำนวยการ", "งานอำนวยการ", "รองประธานกรรมการ"),
        ("พันตำรวจตรี", "ธวัช", "พลายแก้ว", "สารวัตรจราจร", "งานจราจร", "กรรมการ"),
        ("ร้อยตำรวจเอก", "ประวิทย์", "สิงห์ทอง", "รองสารวัตรสืบสวน", "งานสืบสวน", "กรรมการ"),
        ("ร้อยตำรวจโท", "เกษม", "แสงเพ็ชร", "รองสารวัตรสอบสวน", "งานสอบสวน", "กรรมการ"),
        ("ร้อยตำรวจตรีหญิง", "พิมพ์ใจ", "ดอกรัก", "รองสารวัตรธุรการ", "งานอำนวยการ", "กรรมการและเลขานุการ"),
    )
    group = (
        ("ดาบตำรวจ", "มานะ", "หาญกล้า", "ผู้บังคับหมู่ป้องกันปราบปราม", "งานป้องกันปราบปราม", "หัวหน้าคณะทำงาน"),
        ("จ่าสิบตำรวจ", "อุดร", "ภูผา", "ผู้บังคับหมู่จราจร", "งานจราจร", "คณะทำงาน"),
        ("สิบตำรวจเอกหญิง", "ดวงใจ", "สายน้ำ", "ผู้บังคับหมู่ธุรการ", "งานอำนวยการ", "คณะทำงานและเลขานุการ"),
        ("สิบตำรวจตรี", "วายุ", "ศรแก้ว", "ผู้บังคับหมู่สืบสวน", "งานสืบสวน", "คณะทำงานและผู้ช่วยเลขานุการ"),
    )
    committees = (
        _committee("คณะที่ปรึกษา", advisers, "มีหน้าที่ให้คำปรึกษาและข้อเสนอแนะในการขับเคลื่อนสถานีตำรวจโปร่งใส"),
        _committee(
            "คณะกรรมการขับเคลื่อนการประเมิน",
            board,
            "มีหน้าที่ ดังนี้",
            "ขับเคลื่อนการประเมินของสถานีตำรวจให้เป็นไปตามปฏิทิน",
            "กำกับการเปิดเผยข้อมูลบนเว็บไซต์ของสถานี",
            "รายงานผลต่อผู้กำกับการทุกเดือน",
        ),
        _committee("คณะทำงานรวบรวมข้อมูล", group, "มีหน้าที่ ดังนี้", "รวบรวมข้อมูลจากทุกสายงาน", "นำข้อมูลเข้าระบบและตรวจลิงก์"),
    )
    order = Order(
        number="67",
        year=2567,
        date=datetime.date(2024, 12, 3),
        subject="แต่งตั้งคณะกรรมการและคณะทำงานขับเคลื่อนการประเมินคุณธรรมและความโปร่งใสของสถานีตำรวจ ประจำปีงบประมาณ พ.ศ. 2568",
        reason=f"ตามที่สำนักงานตำรวจแห่งชาติให้สถานีตำรวจทุกแห่งเข้ารับ{ITA} ประจำปีงบประมาณ พ.ศ. 2568 เพื่อให้การให้บริการ"
        "ประชาชนเป็นไปด้วยความโปร่งใส ตรวจสอบได้ ปลอดการเรียกรับผลประโยชน์ทุกรูปแบบ และเป็นที่เชื่อมั่นของประชาชนในพื้นที่",
        powers="มาตรา 105 แห่งพระราชบัญญัติตำรวจแห่งชาติ พ.ศ. 2565",
        effective=datetime.date(2024, 12, 16),
        signatory=Person(title="พันตำรวจเอก", first_name="กำพล", last_name="เด่นชัยภูมิ"),
        signatory_position="ผู้กำกับการสถานีตำรวจภูธรหนองกระจับ",
    )
    return _whole(station, 2568, _office(station, "สถานีตำรวจ", "ผู้กำกับการ", sections), order, committees, 1)


def health() -> Submission:
    """A district public health office: delegated power, acting posts, people from outside, no duties' lead."""
    sections = ("กลุ่มงานบริหาร", "กลุ่มงานส่งเสริมสุขภาพ", "กลุ่มงานควบคุมโรค", "กลุ่มงานคุ้มครองผู้บริโภค")
    name = "สำนักงานสาธารณสุขอำเภอบึงสายรุ้ง"
    board = (
        _post("สาธารณสุขอำเภอบึงสายรุ้ง", "ประธานอนุกรรมการ"),
        ("นาย", "ฉัตรมงคล", "รุ่งวิทยา", "นักวิชาการสาธารณสุขชำนาญการพิเศษ", "", "รองประธานอนุกรรมการ"),
        ("นางสาว", "ลดาวัลย์", "ศรีสง่า", "พยาบาลวิชาชีพชำนาญการ", "กลุ่มงานส่งเสริมสุขภาพ", "อนุกรรมการ"),
        ("นาง", "พะเยาว์", "ทองดีเลิศ", "ผู้อำนวยการโรงพยาบาลส่งเสริมสุขภาพตำบลบึงน้อย", "", "อนุกรรมการ"),
        ("นาย", "บุญส่ง", "แซ่ตั้ง", "ประธานชมรมอาสาสมัครสาธารณสุขอำเภอ", "", "อนุกรรมการ"),
        ("ว่าที่ร้อยตรีหญิง", "เพชรลดา", "ปิ่นแก้ว", "นักจัดการงานทั่วไปปฏิบัติการ", "กลุ่มงานบริหาร", "อนุกรรมการและเลขานุการ"),
    )
    group = (
        ("นาย", "ชาตรี", "ศรีเมืองใหม่", "เจ้าพนักงานสาธารณสุขอาวุโส", "กลุ่มงานควบคุมโรค", "ประธานคณะทำงาน"),
        ("นางสาว", "ศิริมา", "วงษ์สุวรรณ์", "นักวิชาการเงินและบัญชี", "กลุ่มงานบริหาร", "คณะทำงาน"),
        ("นาง", "จันทร์ฉาย", "หนูเอียด", "เจ้าพนักงานธุรการชำนาญงาน", "กลุ่มงานบริหาร", "คณะทำงาน"),
        ("นาย", "ณัฐพงศ์", "ก. เจริญกิจ", "เภสัชกรปฏิบัติการ", "กลุ่มงานคุ้มครองผู้บริโภค", "คณะทำงานและเลขานุการ"),
    )
    committees = (
        _committee(
            "คณะอนุกรรมการด้านคุณธรรมและความโปร่งใส",
            board,
            "ให้คณะอนุกรรมการมีอำนาจหน้าที่กำหนดนโยบายและติดตามผลการดำเนินงานของคณะทำงาน",
        ),
        _committee(
            "คณะทำงาน", group, "", "จัดเก็บหลักฐานตามแบบสำรวจทุกไตรมาส", "สรุปผลเสนอสาธารณสุขอำเภอ", "งานอื่นที่ได้รับมอบหมาย"
        ),
    )
    order = Order(
        number="9",
        year=2569,
        date=datetime.date(2026, 1, 8),
        subject=f"แต่งตั้งคณะอนุกรรมการและคณะทำงาน{ITA}",
        reason=f"ด้วย{name}ได้ดำเนินการประเมินคุณธรรมและความโปร่งใส (MOIT) ประจำปีงบประมาณ พ.ศ. 2569 ตามแนวทางของศูนย์ปฏิบัติการ"
        "ต่อต้านการทุจริต กระทรวงสาธารณสุข เพื่อให้การดำเนินงานเป็นไปอย่างมีประสิทธิภาพ",
        powers="คำสั่งสำนักงานสาธารณสุขจังหวัดพรหมบุรี ที่ 114/2565 ลงวันที่ 3 ตุลาคม 2565 เรื่อง มอบอำนาจให้สาธารณสุขอำเภอปฏิบัติราชการแทน",
        effective=None,
        signatory=Person(title="นาย", first_name="วิชิต", last_name="บุรีรัตน์ ณ ทุ่งขวาง"),
        signatory_position="สาธารณสุขอำเภอบึงสายรุ้ง",
    )
    office = _office(name, "สำนักงานสาธารณสุขอำเภอ", "สาธารณสุขอำเภอ", sections, "หัวหน้า")
    return _whole(name, 2569, office, order, committees, 2)


def organisation() -> Submission:
    """A public organisation: a royal decree, staff without levels, one committee, a signature for another."""
    sections = ("ฝ่ายบริหารกลาง", "ฝ่ายกฎหมาย", "ฝ่ายวิจัยและนวัตกรรม", "ฝ่ายพันธมิตรและการตลาด", "หน่วยตรวจสอบภายใน")
    name = "สถาบันส่งเสริมภูมิปัญญาไทย (องค์การมหาชน)"
    rows = (
        ("ดร.", "ภาคภูมิ", "วิทยานันท์", "รองผู้อำนวยการสถาบัน", "", "ประธาน"),
        ("นาย", "ปกรณ์", "เลิศธนกิจ", "ผู้จัดการฝ่ายบริหารกลาง", "ฝ่ายบริหารกลาง", "รองประธาน"),
        ("ผู้ช่วยศาสตราจารย์", "มาริษา", "คีรีวงศ์", "ที่ปรึกษาด้านธรรมาภิบาล", "", "กรรมการ"),
        ("นางสาว", "ธัญชนก", "อมรเวช", "เจ้าหน้าที่อาวุโส", "ฝ่ายกฎหมาย", "กรรมการ"),
        ("นาย", "สรวิศ", "นาคสุวรรณ", "นักวิจัย", "ฝ่ายวิจัยและนวัตกรรม", "กรรมการ"),
        ("หม่อมหลวง", "ปวีณ์นุช", "กาญจนพงศ์", "ผู้จัดการฝ่ายพันธมิตรและการตลาด", "ฝ่ายพันธมิตรและการตลาด", "กรรมการ"),
        ("นางสาว", "จิราพัชร", "ม่วงศรี", "ผู้ตรวจสอบภายใน", "หน่วยตรวจสอบภายใน", "กรรมการ"),
        ("นาง", "อิสรีย์", "โชติช่วงชัย", "เจ้าหน้าที่วิเคราะห์นโยบายและแผน", "ฝ่ายบริหารกลาง", "กรรมการและเลขานุการ"),
        ("นาย", "กันต์", "พึ่งบุญ", "เจ้าหน้าที่", "ฝ่ายบริหารกลาง", "กรรมการและผู้ช่วยเลขานุการ"),
    )
    committees = (
        _committee(
            "คณะกรรมการธรรมาภิบาลและความโปร่งใส",
            rows,
            "โดยให้คณะกรรมการมีหน้าที่และอำนาจ ดังต่อไปนี้",
            "วางแผนและขับเคลื่อนการประเมินของสถาบันตามตัวชี้วัดทั้ง 10 ตัวชี้วัด",
            "จัดทำและทบทวนมาตรการส่งเสริมคุณธรรมและความโปร่งใส พร้อมทั้งติดตามผลทุกไตรมาส",
            "เชิญบุคคลที่เกี่ยวข้องมาให้ข้อมูลหรือชี้แจงข้อเท็จจริง",
            "ปฏิบัติงานอื่นตามที่ผู้อำนวยการมอบหมาย",
        ),
    )
    order = Order(
        number="31",
        year=2566,
        date=datetime.date(2023, 11, 20),
        subject="แต่งตั้งคณะกรรมการธรรมาภิบาลและความโปร่งใสของสถาบันส่งเสริมภูมิปัญญาไทย ประจำปีงบประมาณ พ.ศ. 2567",
        reason="เพื่อให้การดำเนินงานของสถาบันส่งเสริมภูมิปัญญาไทย (องค์การมหาชน) เป็นไปตามหลักธรรมาภิบาล และสอดคล้องกับเกณฑ์"
        f"{ITA} ประจำปีงบประมาณ พ.ศ. 2567",
        powers="มาตรา 31 แห่งพระราชกฤษฎีกาจัดตั้งสถาบันส่งเสริมภูมิปัญญาไทย (องค์การมหาชน) พ.ศ. 2561",
        effective=None,
        signatory=Person(title="ดร.", first_name="ภาคภูมิ", last_name="วิทยานันท์"),
        signatory_position="รองผู้อำนวยการสถาบัน\nรักษาการแทนผู้อำนวยการสถาบันส่งเสริมภูมิปัญญาไทย",
    )
    office = _office(name, "สถาบัน", "ผู้อำนวยการสถาบัน", sections, "ผู้จัดการ")
    return _whole(name, 2567, office, order, committees, 3, steps=True)


def _whole(
    name: str,
    year: int,
    office: Office,
    order: Order,
    committees: Sequence[Committee],
    seed: int,
    *,
    steps: bool = False,
) -> Submission:
    draw = Random(seed)
    sections = [one.name for one in office.sections]
    days = (datetime.date(year - 544, 12, 9 + seed), datetime.date(year - 543, 2, 11 + seed))
    captions = (f"ประชุมชี้แจงแนวทางการประเมินแก่บุคลากรของ{office.short_name}", "อบรมเรื่องผลประโยชน์ทับซ้อน\nและการไม่รับของขวัญ")
    levels = load(year - 1).levels.steps
    return Submission(
        name=f"office_{seed}",
        fiscal_year=year,
        office=office,
        order=order,
        committees=tuple(committees),
        scores=_scores(year, draw),
        measures=_measures(year, sections, f"ของ{office.short_name}", steps=steps),
        published=Published(total=Decimal(draw.randint(7000, 9400)) / 100, level=levels[2].name),
        activities=tuple(
            Activity(number=number, date=day, caption=caption, place=f"ห้องประชุม{name}")
            for number, (day, caption) in enumerate(zip(days, captions, strict=True), 1)
        ),
        settings=Settings(columns=frozenset({"steps", "period"}) if steps else frozenset()),
    )


INVENTED = (police, health, organisation)
"""Offices of kinds that the software has no words for."""
