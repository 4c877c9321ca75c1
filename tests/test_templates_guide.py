"""The guide on templates says what is so: its exercise works, its names are known, its pictures are there."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from docx import Document

from ita_docs.fields import known
from made_template_xlsx import cells, excel_template
from made_template_xlsx import filled as filled_excel
from sound_template import fresh
from tools.docs_pictures import SAMPLE, TEMPLATES, add_score, changed, filled
from wordfill.differences import differences
from wordfill.lint import lint

DOCS = Path(__file__).resolve().parent.parent / "docs"
GUIDE = (DOCS / "templates.md").read_text(encoding="utf-8")
MEASURES = (TEMPLATES / "measures_template.docx").read_bytes()


def misspelt(document: object) -> None:
    add_score(document)  # type: ignore[arg-type]
    texts = document.element.iter("{*}t")  # type: ignore[attr-defined]
    text = next(text for text in texts if "measure.score" in (text.text or ""))
    text.text = text.text.replace("measure.score", "measure.scor")


def test_the_exercise_puts_the_scores_in_the_table() -> None:
    mine = changed(MEASURES, add_score)
    assert lint(mine, known()) == ()
    table = Document(io.BytesIO(filled(mine))).tables[0]
    assert table.rows[1].cells[0].text.endswith("(๘๗.๐๓ คะแนน)")
    assert SAMPLE.name == "taling_chan_2566.xlsx"


def test_what_the_guide_prints_of_a_wrong_name_is_what_is_found() -> None:
    (finding,) = lint(changed(MEASURES, misspelt), known())
    assert f"  [{finding.severity.thai}] {finding.spot}: {finding.message}\n      {finding.hint}\n" in GUIDE


def test_what_the_guide_prints_of_a_comparison_is_what_is_found() -> None:
    for sentence in differences(MEASURES, changed(MEASURES, add_score), known()):
        assert f"\n  {sentence}\n" in GUIDE


def test_paragraphs_that_were_added_or_taken_out_are_each_told() -> None:
    few, many = fresh("หนึ่ง"), fresh("หนึ่ง", "สอง", "สาม")
    assert differences(few, many, {}) == (
        "เนื้อหา ย่อหน้าที่ 2: เพิ่ม “สอง”",
        "เนื้อหา ย่อหน้าที่ 3: เพิ่ม “สาม”",
    )
    assert differences(many, few, {}) == (
        "เนื้อหา ย่อหน้าที่ 2 เดิม: ตัด “สอง”",
        "เนื้อหา ย่อหน้าที่ 3 เดิม: ตัด “สาม”",
    )


def test_a_style_that_nobody_sees_is_not_told() -> None:
    document = Document()
    document.styles["Normal"].hidden = True
    before = io.BytesIO()
    document.save(before)
    for name in ("Normal", "Heading 1"):
        document.styles[name].font.bold = not document.styles[name].font.bold
    after = io.BytesIO()
    document.save(after)
    assert differences(before.getvalue(), after.getvalue(), {}) == ("ปรับสไตล์: heading 1",)


@pytest.mark.parametrize("tag", sorted(set(re.findall(r"`(\{\{[^`]*\}\})`", GUIDE))))
def test_a_tag_of_the_guide_is_sound_within_its_loops(tag: str) -> None:
    loops = ("{% for committee in committees %}", "{% for measure in measures %}")
    loops += ("{% for activity in activities %}", "{% for picture in activity.pictures %}")
    loops += ("{% for seat in committee.seats %}", "{% for row in sheets['ครุภัณฑ์'] %}")
    data = fresh(f"{''.join(loops)}{tag}{'{% endfor %}' * len(loops)}")
    assert [str(finding) for finding in lint(data, known())] == []


def test_its_pictures_and_pages_are_there() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", GUIDE)
    assert len(targets) > 5
    assert [target for target in targets if not (DOCS / target.partition("#")[0]).exists()] == []
    anchors = {heading.lower().replace(" ", "-") for heading in re.findall(r"(?m)^#+ (.+)$", GUIDE)}
    assert [target for target in targets if target.startswith("#") and target[1:] not in anchors] == []


EXCEL = GUIDE[GUIDE.index("## แม่แบบ Excel") : GUIDE.index("## สิ่งที่ไม่ติดไปกับเอกสาร")]
FORMULAS = {"=SUM(D9:D9)": "=SUM(D8:D10)", "=SUM(D9)": "=SUM(D8:D10)", "=D9+1": "=D8+1"}
OWN_ROW = {"=D9*2": "=D10*2", "=SUM(D$9:D9)": "=SUM(D$8:D10)"}


def test_the_formulas_of_the_guide_become_what_it_says(tmp_path: Path) -> None:
    rows = {"A8": "{%tr for one in many %}", "D9": "{{ one }}", "A10": "{%tr endfor %}"}
    below = {f"A{n}": formula for n, formula in enumerate(FORMULAS, 12)}
    beside = {f"{'FG'[n]}9": formula for n, formula in enumerate(OWN_ROW)}
    found = cells(filled_excel(tmp_path, excel_template({**rows, **below, **beside}), {"many": [1, 2, 3]}))
    assert [found[f"A{n}"] for n, _ in enumerate(FORMULAS, 12)] == [*FORMULAS.values()]
    assert [found[f"{'FG'[n]}10"] for n, _ in enumerate(OWN_ROW)] == [*OWN_ROW.values()]
    assert [formula for formula in (*FORMULAS, *OWN_ROW) if f"`{formula}`" not in EXCEL] == []
