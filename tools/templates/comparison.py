"""The template of the report on many offices side by side, and the looks that only it has."""

from __future__ import annotations

from tools.templates.markup import Cell, Page, Table, line
from tools.templates.package import Document
from tools.templates.pieces import choose, each, headers, heading, when
from tools.templates.styles import Look

YEAR = "ประจำปีงบประมาณ พ.ศ.\N{NO-BREAK SPACE}{{ year }}"
TONES = {"High": "A9D08E", "Good": "E2EFDA", "Low": "FFE699", "Urgent": "F4B183"}
"""The grounds of scores by range, from very good to what must be mended at once; apart in black and white too."""

COMPARISON_LOOKS = (
    Look(name="ITA Section", bold=True, before=10, after=2, keep_next=True),
    Look(name="ITA Chart", size=1, align="center", at_least=0.1, before=6, after=6),
    Look(name="ITA Score", size=13, align="center", line=17),
    *(Look(name=f"ITA Score {tone}", base="ITA Score", size=12, shade=shade) for tone, shade in TONES.items()),
    Look(name="ITA Score Heading", base="ITA Score", bold=True),
    Look(name="ITA Score Name", size=13, line=17, left=0.1, right=0.05),
    Look(name="ITA Score Note", size=13, line=17, before=3, after=6),
)
"""The looks of tables full of scores: small, so that a row for an office stands on one line."""

SCORE_TABLE = "ITA Scores"


def _table(widths: tuple[float, ...], titles: tuple[str, ...], loop: str, *cells: Cell) -> str:
    """A table with a heading row that repeats and a row for each round of ``loop``."""
    table = Table(SCORE_TABLE, widths)
    return table.xml(
        table.row(*(Cell(line("ITA Score Heading", title)) for title in titles), header=True),
        table.tag(f"for {loop}"),
        table.row(*cells),
        table.tag("endfor"),
    )


def _name(text: str) -> Cell:
    return Cell(line("ITA Score Name", text))


def _scores(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(line("ITA Score", f"{{{{ {text} }}}}")) for text in texts)


def _levels() -> str:
    cells = (_name("{{ level.name }}"), *_scores("level.count", "level.share"))
    return _table((6.4, 4.8, 4.8), ("ระดับ", "จำนวนหน่วยงาน", "ร้อยละ"), "level in levels", *cells)


def _ranking() -> str:
    table = Table(SCORE_TABLE, (1.0, 4.7, 1.5, 3.1, 1.4, 1.4, 1.4, 1.5))
    titles = ("อันดับ", "หน่วยงาน", "คะแนนรวม", "ระดับ", *(f"{{{{ codes[{n}] }}}}" for n in range(3)), "ต่างจากปีก่อน")
    cells = (
        *_scores("office.rank"),
        _name("{{ office.name }}"),
        *_scores("office.total", "office.level", *(f"office.instruments[{n}]" for n in range(3)), "office.change"),
    )
    return _table(tuple(table.columns), titles, "office in offices", *cells)


def _statistics() -> str:
    titles = ("รายการ", "ค่าเฉลี่ย", "S.D.", "มัธยฐาน", "ต่ำสุด", "Q1", "Q3", "สูงสุด", "ต่ำกว่าเป้าหมาย", "ได้ต่ำสุด")
    names = ("mean", "deviation", "median", "lowest", "quartile_1", "quartile_3", "highest", "below", "weakest")
    cells = (_name("{{ one.name }}"), *_scores(*(f"one.{name}" for name in names)))
    return _table((4.4, *[1.2] * 7, 1.7, 1.5), titles, "one in statistics", *cells)


def _indicators() -> str:
    """Each office's ten scores on the ground of their range, and its weakest."""
    table = Table(SCORE_TABLE, (0.9, 3.7, *[1.04] * 10, 1.0))

    def toned(at: int) -> Cell:
        score = f"office.scores[{at}]"
        text = f"{{{{ {score}.text }}}}"
        looks = [line(f"ITA Score {tone}", text) for tone in TONES]
        chosen = looks[-1]
        for tone, look in reversed(list(zip(TONES, looks[:-1], strict=False))):
            chosen = choose(f"{score}.tone == '{tone.lower()}'", look, chosen)
        return Cell(chosen)

    top = ("อันดับ", "หน่วยงาน", *(f"{{{{ indicators[{n}].number }}}}" for n in range(10)), "ต่ำสุด")
    return table.xml(
        table.row(*(Cell(line("ITA Score Heading", title)) for title in top), header=True),
        table.tag("for office in offices"),
        table.row(
            *_scores("office.rank"), _name("{{ office.name }}"), *map(toned, range(10)), *_scores("office.weakest")
        ),
        table.tag("endfor"),
    )


def _legend() -> str:
    table = Table(SCORE_TABLE, (4.0, 4.0, 4.0, 4.0))
    return table.xml(table.row(*(Cell(line(f"ITA Score {tone}", f"{{{{ tones.{tone.lower()} }}}}")) for tone in TONES)))


def _moved(name: str) -> str:
    titles = ("หน่วยงาน", "ปี พ.ศ. {{ last_year }}", "ปี พ.ศ. {{ year }}", "ผลต่าง")
    cells = (_name("{{ one.name }}"), *_scores("one.previous", "one.total", "one.change"))
    return _table((6.4, 3.2, 3.2, 3.2), titles, f"one in {name}", *cells)


def _below() -> str:
    titles = ("หน่วยงาน", "คะแนนรวม", "ขาดจากเป้าหมาย", "ระดับ", "ตัวชี้วัดที่ต่ำกว่าเป้าหมาย")
    cells = (_name("{{ one.name }}"), *_scores("one.total", "one.gap", "one.level", "one.weak"))
    return _table((5.0, 1.8, 2.4, 2.7, 4.1), titles, "one in below", *cells)


def _left_out() -> str:
    cells = (_name("{{ one.workbook }}"), _name("{{ one.reason }}"))
    return _table((6.4, 9.6), ("ไฟล์", "เหตุผล"), "one in left_out", *cells)


def _section(title: str, *content: str) -> str:
    return line("ITA Section", title) + "".join(content)


def _note(text: str) -> str:
    return line("ITA Score Note", text)


def comparison() -> Document:
    """The report: an overview in words, then ranks, spread, indicators, what moved, who is below the goal, and what
    follows. A table without a row is left out and a sentence says so."""
    shown = "แสดง {{ listed }} อันดับแรก จากทั้งหมด {{ count }} หน่วยงาน รายการทั้งหมดอยู่ในไฟล์ comparison.xlsx"
    listed = when("cut_short", _note(shown))
    body = (
        heading("รายงานเปรียบเทียบผลการประเมินคุณธรรมและความโปร่งใส", f"ในการดำเนินงานของหน่วยงานภาครัฐ (ITA) {YEAR}")
        + _section(
            "๑. ภาพรวม",
            line("ITA Body", "{{ intro }}"),
            each("finding in findings", line("ITA Body", "{{ finding }}")),
            line("ITA Title Space"),
            _levels(),
            line("ITA Chart", "{{ charts.levels }}"),
        )
        + _section("๒. อันดับคะแนนรวม", _ranking(), listed)
        + _section(
            "๓. ค่าสถิติ",
            line("ITA Chart", "{{ charts.indicators }}"),
            _statistics(),
            _note(
                "S.D. คือส่วนเบี่ยงเบนมาตรฐานของทุกหน่วยงานที่นำมาเปรียบเทียบ Q1 และ Q3 คือควอร์ไทล์ที่ ๑ และที่ ๓"
                " “ต่ำกว่าเป้าหมาย” คือจำนวนหน่วยงานที่ได้คะแนนต่ำกว่า {{ goal }} คะแนน"
                " “ได้ต่ำสุด” คือจำนวนหน่วยงานที่ได้คะแนนตัวชี้วัดนั้นต่ำที่สุดในทุกตัวชี้วัดของหน่วยงาน"
            ),
        )
        + _section(
            "๔. คะแนนรายตัวชี้วัดของแต่ละหน่วยงาน",
            _indicators(),
            _note("ช่อง “ต่ำสุด” คือเลขที่ตัวชี้วัดที่หน่วยงานได้คะแนนต่ำสุด พื้นของคะแนนแสดงช่วงคะแนน ดังนี้"),
            _legend(),
            listed,
        )
        + _section(
            "๕. การเปลี่ยนแปลงจากปีก่อน",
            when("gained", line("ITA Lead", "หน่วยงานที่มีคะแนนรวมเพิ่มขึ้นมากที่สุด ตามลำดับ") + _moved("gained")),
            when("lost", line("ITA Lead", "หน่วยงานที่มีคะแนนรวมลดลงมากที่สุด ตามลำดับ") + _moved("lost")),
            choose(
                "gained or lost",
                _note("คะแนนรวมปีก่อนคำนวณจากคะแนนรายตัวชี้วัดของปีก่อนที่หน่วยงานกรอก"),
                line("ITA Body", "ไม่มีหน่วยงานที่คะแนนรวมเพิ่มขึ้นหรือลดลง หรือไม่มีคะแนนของปีก่อนสำหรับเปรียบเทียบ"),
            ),
        )
        + _section(
            "๖. หน่วยงานที่มีคะแนนรวมต่ำกว่าเป้าหมาย",
            choose(
                "below",
                _below() + _note("ตัวชี้วัดเรียงจากคะแนนน้อยไปมาก"),
                line("ITA Body", "ไม่มีหน่วยงานที่มีคะแนนรวมต่ำกว่า {{ goal }} คะแนน"),
            ),
        )
        + _section(
            "๗. ข้อเสนอแนะ",
            choose(
                "proposals",
                each("proposal in proposals", line("ITA Item", "{{ proposal }}")),
                line("ITA Body", "ไม่มีข้อเสนอแนะ"),
            ),
        )
        + when("left_out", _section("๘. แบบกรอกที่ไม่ได้นำมาเปรียบเทียบ", _left_out()))
        + line("ITA Memo Signature", f"({'.' * 46})")
        + line("ITA Signature Position", f"ตำแหน่ง {'.' * 40}")
        + line("ITA Signature Position", "ผู้จัดทำรายงาน")
    )
    return Document(title="รายงานเปรียบเทียบ", body=body, page=Page(), headers=headers(), properties={})
