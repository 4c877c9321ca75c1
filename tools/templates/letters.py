"""Templates beside the pack: the memo that submits it and the notice of its measures."""

from __future__ import annotations

from tools.templates.markup import Page, line, paragraph, run
from tools.templates.package import Document
from tools.templates.pieces import (
    OF_LAST_YEAR,
    OF_THE_YEAR,
    ORDER_HEADERS,
    ORDER_PAGE,
    choose,
    each,
    emblem_tag,
    headers,
    signature,
    when,
)


def memo() -> Document:
    """The memo that submits the pack to the head of the office: form 2 of the correspondence regulation.

    Its number, date and sender are not in the workbook; dotted lines are left for them, as on the printed form.
    """
    ita = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
    measures_of_year = "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน " + OF_THE_YEAR
    subject = "ขอความเห็นชอบมาตรการส่งเสริมคุณธรรมและความโปร่งใส " + OF_THE_YEAR
    label = "ITA Memo Label"
    body = (
        paragraph("ITA Memo Title", run("{{ order.emblem | fit(1.5, 1.5) }}\tบันทึกข้อความ"))
        + paragraph("ITA Memo Line", run("ส่วนราชการ ", label), run("{{ office.name }} \t"))
        + paragraph("ITA Memo Pair", run("ที่ ", label), run("\t"), run("วันที่ ", label), run("\t"))
        + paragraph("ITA Memo Line", run("เรื่อง ", label), run(subject))
        + line("ITA Memo To", "เรียน {{ office.head_title }}")
        + line(
            "ITA Body",
            f"ตามที่{{{{ office.name }}}}ได้เข้ารับ{ita} {OF_LAST_YEAR}"
            " ได้คะแนนรวม {{ total }} คะแนน ผลการประเมินอยู่ในระดับ {{ level }} นั้น",
        )
        + line("ITA Lead", f"บัดนี้ ได้จัดทำเอกสาร{measures_of_year} เสร็จเรียบร้อยแล้ว ประกอบด้วย")
        + line("ITA Item", "คำสั่งที่ {{ order.number }} เรื่อง {{ order.subject }}")
        + line("ITA Item", "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส " + OF_LAST_YEAR)
        + line("ITA Item", "ตารางมาตรการส่งเสริมคุณธรรมและความโปร่งใส พร้อมการกำกับติดตามและผู้รับผิดชอบ")
        + when("activities", line("ITA Item", f"บันทึกการชี้แจงและให้ข้อมูลเกี่ยวกับ{ita}"))
        + line(
            "ITA Effective",
            "จึงเรียนมาเพื่อโปรดพิจารณา หากเห็นชอบ โปรดลงนามในคำสั่ง และอนุมัติให้เผยแพร่เอกสารดังกล่าว"
            "บนเว็บไซต์ของ{{ office.short_name }}ต่อไป",
        )
        + line("ITA Memo Signature", f"({'.' * 46})")
        + line("ITA Signature Position", f"ตำแหน่ง {'.' * 40}")
    )
    page = Page(top=1.5, header=1.0)
    return Document(title="บันทึกข้อความ", body=body, page=page, headers=headers(), properties={})


def notice() -> Document:
    """The notice of the measures: form 5 of the correspondence regulation. Its date is left for the office to write."""
    body = (
        line("ITA Emblem", emblem_tag())
        + line("ITA Heading", "ประกาศ{{ office.name }}")
        + line("ITA Heading", f"เรื่อง มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน\n{OF_THE_YEAR}")
        + line("ITA Rule")
        + line(
            "ITA Body",
            "ด้วย{{ office.name }}ได้วิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
            f" {OF_LAST_YEAR} และได้กำหนดมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
            " เพื่อยกระดับคุณธรรมและความโปร่งใสในการดำเนินงานให้ดียิ่งขึ้น",
        )
        + line("ITA Lead", f"จึงประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน {OF_THE_YEAR} ดังนี้")
        + each(
            "measure in measures",
            when(
                "not measure.continued",
                line("ITA Notice Item", "ตัวชี้วัดที่ {{ measure.number }} {{ measure.name }}"),
            )
            + each(
                "action in measure.actions",
                choose("loop.last", line("ITA Item Last", "{{ action }}"), line("ITA Item", "{{ action }}")),
            )
            + when("measure.responsible", line("ITA Body", "ผู้รับผิดชอบ {{ measure.responsible }}")),
        )
        + line("ITA Effective", "จึงประกาศให้ทราบโดยทั่วกัน")
        + line("ITA Order Date", f"ประกาศ ณ วันที่ {'.' * 10} {'.' * 28} พ.ศ. {'.' * 12}")
        + signature()
    )
    return Document(
        title="ประกาศ",
        body=body,
        page=ORDER_PAGE,
        headers=ORDER_HEADERS,
        properties={"ita-catchwords": "1"},
    )
