"""The templates of the pack that run down the page: cover, activities, order, analysis."""

from __future__ import annotations

from tools.templates.markup import Cell, Page, Table, line
from tools.templates.package import Document
from tools.templates.pieces import (
    OF_LAST_YEAR,
    OF_THE_YEAR,
    ORDER_HEADERS,
    ORDER_PAGE,
    PACK_NAME,
    PORTRAIT,
    TOPIC,
    choose,
    each,
    emblem_tag,
    headers,
    heading,
    signature,
    when,
)


def title() -> Document:
    """The cover."""
    body = (
        line("ITA Cover Space")
        + line("ITA Cover Title", PACK_NAME)
        + line("ITA Cover Title", "ของ{{ office.name }} " + OF_THE_YEAR)
    )
    return Document(title="ปก", body=body, page=Page(title_page=False), headers={}, properties={})


def activities() -> Document:
    """The record of briefings: two to a page, each with its picture, or up to four smaller ones, and its caption."""
    large = line("ITA Picture", "{{ picture | fit(13, 7.2) }}")
    small = line("ITA Picture", "{{ picture | fit(11, 5.2) }}")
    pictures = each("picture in activity.pictures", choose("loop.length == 1", large, small))
    caption = line(
        "ITA Caption",
        "{{ activity.caption }}\nเมื่อวันที่ {{ activity.date }}{% if activity.place %} ณ {{ activity.place }}{% endif %}",
    )
    body = (
        heading(
            "การชี้แจงและให้ข้อมูลเกี่ยวกับการประเมินคุณธรรมและความโปร่งใส",
            "ในการดำเนินงานของหน่วยงานภาครัฐ (ITA) ปีงบประมาณ พ.ศ.\N{NO-BREAK SPACE}{{ year }}",
        )
        + each("activity in activities", pictures + caption)
        + when("not activities", line("ITA Body", "ยังไม่มีบันทึกการจัดกิจกรรมในปีงบประมาณ พ.ศ. {{ year }}"))
    )
    return Document(title="การชี้แจงและให้ข้อมูล", body=body, page=PORTRAIT, headers=headers(), properties={})


def members(name_cm: float, role_cm: float) -> str:
    """The seats of a committee in three columns without rules; a seat that is only a post spans the first two."""
    table = Table("ITA Members", (name_cm, 16.1 - name_cm - role_cm, role_cm))
    label = "{{ seat.number }}\t{{ seat.name }}"
    role = Cell(line("ITA Member Role", "{{ seat.role }}"))
    return table.xml(
        table.tag("for seat in committee.seats"),
        table.tag("if seat.position"),
        table.row(Cell(line("ITA Member", label)), Cell(line("ITA Member Post", "{{ seat.position }}")), role),
        table.tag("else"),
        table.row(Cell(line("ITA Member", label), span=2), role),
        table.tag("endif"),
        table.tag("endfor"),
    )


def committee() -> str:
    """One committee: its heading, seats, lead-in sentence and numbered duties."""
    duty = "{{ duty.number }}\t{{ duty.text }}"
    return (
        line("ITA Committee", "{{ committee.number }}. {{ committee.name }}")
        + when("committee.seats", choose("committee.long_roles", members(5.46, 4.53), members(5.75, 3.7)))
        + when("committee.lead", line("ITA Lead", "{{ committee.lead }}"))
        + each(
            "duty in committee.duties",
            choose("loop.last", line("ITA Duty Last", duty), line("ITA Duty", duty)),
        )
    )


def order() -> Document:
    """The order that appoints the committees: form 4 of the correspondence regulation."""
    body = (
        line("ITA Emblem", emblem_tag())
        + line("ITA Heading", "คำสั่ง{{ office.name }}")
        + line("ITA Heading", "ที่ {{ order.number }}")
        + line("ITA Heading", "เรื่อง {{ order.subject }}")
        + line("ITA Rule")
        + line("ITA Body", "{{ order.reason }}")
        + line("ITA Body", "อาศัยอำนาจตามความใน{{ order.powers }} จึง{{ order.subject }} ดังนี้")
        + each("committee in committees", committee())
        + line("ITA Effective", "ทั้งนี้ {{ order.effective }}")
        + line("ITA Order Date", "สั่ง ณ วันที่ {{ order.date }}")
        + signature()
    )
    return Document(
        title="คำสั่ง",
        body=body,
        page=ORDER_PAGE,
        headers=ORDER_HEADERS,
        properties={"ita-catchwords": "1"},
    )


def analysis() -> Document:
    """The analysis of last year's scores: by topic, in one list, or with strengths and weaknesses apart. The chart
    stands before the lists, but in the form of one list after it, since there the summary's sentence runs into it."""
    indicator = "ตัวชี้วัดที่ {{ item.number }} {{ item.name }} "
    scores = each("item in analysis['items']", line("ITA Item", indicator + "ได้ค่าคะแนน {{ item.score }} คะแนน"))
    apart = "".join(
        when(
            f"analysis.{side}",
            line("ITA Lead", f"{{{{ analysis.{side}_lead }}}}")
            + each(f"item in analysis.{side}", line("ITA Item", indicator + "{{ item.text }}")),
        )
        for side in ("strengths", "weaknesses")
    )
    standing = "({% if item.strength %}จุดแข็ง{% else %}จุดอ่อน{% endif %}) "
    by_topic = line("ITA Lead", "{{ analysis.topics_lead }}") + each(
        "group in groups",
        line("ITA Topic", TOPIC)
        + line("ITA Lead", "{{ group.text }}")
        + each("item in group.indicators", line("ITA Item", indicator + standing + "{{ item.text }}")),
    )
    chart = when(
        "analysis.chart",
        line("ITA Picture", "{{ analysis.chart | fit(15.3, 11) }}")
        + line("ITA Caption", "{{ analysis.chart_caption }}"),
    )
    body = (
        heading(
            "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส",
            "ในการดำเนินงานของ{{ office.name }} " + OF_LAST_YEAR,
        )
        + line("ITA Body", "{{ analysis.intro }}")
        + each("text in analysis.instruments", line("ITA Body", "{{ text }}"))
        + line("ITA Lead", "{{ analysis.summary }}")
        + choose("analysis.as_one_list and not by_topic", scores + chart, chart + choose("by_topic", by_topic, apart))
        + when("analysis.closing", line("ITA Body", "{{ analysis.closing }}"))
    )
    return Document(title="การวิเคราะห์ผลการประเมิน", body=body, page=PORTRAIT, headers=headers(), properties={})
