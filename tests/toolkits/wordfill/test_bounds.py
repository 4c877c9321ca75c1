"""What a template may make has bounds: more is refused in Thai at the tag, before the memory is full."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_docx import docx, p, saved, table, tc, tr
from officefiles.opc import Package
from officefiles.pictures import Picture
from officefiles.text import text_of_part
from wordfill import bounds
from wordfill.engine import Template, TemplateError

PEOPLE = [{"name": "นาย ก", "tasks": ["อบรม", "ประชุม"]} for _ in range(50)]
CONTEXT: dict[str, object] = {"people": PEOPLE, "name": "ชื่อ", "long": "ก" * 200}
OFTEN, LONG, DEEP = "วนรอบซ้อนกันหลายครั้งเกินไป", "ข้อความจะยาวเกินกว่าที่สร้างได้", "คำสั่งซ้อนกันลึกเกินกำหนด"


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bounds that a test reaches in milliseconds."""
    monkeypatch.setattr(bounds, "MOST_STEPS", 5_000)
    monkeypatch.setattr(bounds, "MOST_LETTERS", 100_000)
    monkeypatch.setattr(bounds, "MOST_BREAKS", 1_000)
    monkeypatch.setattr("wordfill.engine.finish.MOST_BREAKS", 1_000)


def written(package: Package) -> str:
    return text_of_part(package.parts["word/document.xml"]).strip()


def fault(tmp_path: Path, *paragraphs: str) -> TemplateError:
    path = saved(tmp_path, docx("".join(map(p, paragraphs))))
    with pytest.raises(TemplateError) as caught:
        Template.load(path).render(CONTEXT)
    return caught.value


def test_what_is_nested_as_deep_as_may_be_is_filled_and_no_deeper(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{% if " + "not " * bounds.MOST_LEVELS + "name %}ก{% endif %}")))
    assert written(Template.load(path).render({"name": "ข"})) == "ก"
    path = saved(tmp_path, docx(p("{% if not " + "not " * bounds.MOST_LEVELS + "name %}ก{% endif %}")))
    with pytest.raises(TemplateError, match=DEEP):
        Template.load(path)


def test_what_has_no_length_is_looped_over(tmp_path: Path) -> None:
    template = Template.load(saved(tmp_path, docx(p("{% for a in names %}{{ a }}{% endfor %}"))))
    assert written(template.render({"names": (letter for letter in "กขค")})) == "กขค"


def test_parts_that_together_are_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfill.engine.compiled.MAX_UNPACKED", 2_000)
    template = Template.load(saved(tmp_path, docx(p("{{ name }}"), {"header1": p("{{ long }}{{ long }}")})))
    with pytest.raises(TemplateError, match=LONG):
        template.render({**CONTEXT, "long": "ก" * 500})


def test_loops_over_the_same_list_are_refused_at_the_innermost(tmp_path: Path) -> None:
    one = fault(
        tmp_path, "{% for a in people %}{% for b in people %}{% for c in people %}{{ c.name }}" + "{% endfor %}" * 3
    )
    assert one.tag == "{% for c in people %}"
    assert OFTEN in str(one)


def test_loops_that_print_nothing_are_counted_too(tmp_path: Path) -> None:
    one = fault(tmp_path, "{% for a in people %}{% for b in people %}{% for c in people %}" + "{% endfor %}" * 3)
    assert (one.tag, OFTEN in str(one)) == ("{% for c in people %}", True)


def test_a_loop_that_prints_too_much_is_named_though_it_turns_seldom(tmp_path: Path) -> None:
    one = fault(tmp_path, "{% for a in people %}{% for b in people %}" + "ก" * 200 + "{% endfor %}{% endfor %}")
    assert (one.tag, OFTEN in str(one)) == ("{% for b in people %}", True)


@pytest.mark.parametrize(
    "doubled",
    [
        "{% set x = x ~ x %}",
        "{% set x = x + x %}",
        "{% set x %}{{ x }}{{ x }}{% endset %}",
        "{% set x = [x, x] | join %}",
    ],
)
def test_a_text_that_doubles_is_stopped(doubled: str, tmp_path: Path) -> None:
    one = fault(tmp_path, "{% set x = long %}" + doubled * 40 + "{{ x }}")
    assert doubled.startswith(one.tag)
    assert LONG in str(one)


def test_a_list_that_doubles_is_stopped(tmp_path: Path) -> None:
    one = fault(tmp_path, "{% set x = people %}" + "{% set x = x + x %}" * 40 + "{{ x | length }}")
    assert (one.tag, LONG in str(one)) == ("{% set x = x + x %}", True)


def test_tabs_of_values_are_counted(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{% for a in people %}{{ tabs }}{% endfor %}")))
    with pytest.raises(TemplateError, match=LONG):
        Template.load(path).render({**CONTEXT, "tabs": "\t" * 30})


def test_charts_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wordfill.engine.drawing.MOST_FILES", 10)
    chart = Picture(name="chart", data=b"<c/>", width=100, height=100, workbook=b"PK")
    path = saved(tmp_path, docx(p("{% for a in people %}{{ chart | fit(3, 3) }}{% endfor %}")))
    with pytest.raises(TemplateError, match=LONG):
        Template.load(path).render({**CONTEXT, "chart": chart})


def test_what_docxtpl_renders_is_bounded_too(tmp_path: Path) -> None:
    cells = tr(tc("{%tc for a in people %}"), tc("{{ long }}{{ long }}{{ long }}" * 10), tc("{%tc endfor %}"))
    path = saved(tmp_path, docx(table(1, cells)))
    with pytest.raises(TemplateError, match=OFTEN):
        Template.load(path).render(CONTEXT)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("{{ " + "(" * 1_500 + "name" + ")" * 1_500 + " }}", "{{ ((("),
        ("{{ " + "(" * 150 + "name" + ")" * 150 + " | trim" * 60 + " }}", "{{ ((("),
        ("{{ name" + " | trim" * 1_500 + " }}", "{{ name | trim"),
        ("{{ name" + ".a" * 3_000 + " }}", "{{ name.a.a"),
        ("{% if " + "not " * 1_500 + "name %}ก{% endif %}", "{% if not not"),
        ("{% if name %}" * 1_500 + "ก" + "{% endif %}" * 1_500, "{% if name %}"),
        ("{% if name %}" * 18 + "ก" + "{% endif %}" * 18, "{% if name %}"),
        ("{% for x in people %}" * 9 + "ก" + "{% endfor %}" * 9, "{% for x in people %}"),
        ("{% if name %}ก" + "{% elif name %}ข" * 300 + "{% endif %}", "{% if name %}"),
    ],
    ids=["parentheses", "few-parentheses", "filters", "dots", "nots", "ifs", "few-ifs", "loops", "choices"],
)
def test_what_is_nested_too_deep_is_told_at_its_tag(text: str, tag: str, tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{{ name }}") + p(text)))
    with pytest.raises(TemplateError, match=DEEP) as caught:
        Template.load(path)
    assert caught.value.tag.startswith(tag)
    assert len(str(caught.value)) < 400


def test_too_many_tags_are_not_even_read(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{{ name }}" * 4_001)))
    with pytest.raises(TemplateError, match="มีแท็กเกิน 4,000 แท็ก"):
        Template.load(path)


def test_a_template_cannot_name_what_counts(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{{ people | turns }}")))
    with pytest.raises(TemplateError, match="ไม่มีตัวกรอง «turns»"):
        Template.load(path).render(CONTEXT)


def test_what_is_within_bounds_is_made_as_ever(tmp_path: Path) -> None:
    text = (
        "{% for a in people[:2] %}{% for t in a.tasks if t %}{{ loop.index + 1 }}{{ t ~ '/' }}{% endfor %}{% endfor %}"
    )
    path = saved(tmp_path, docx(p(text)))
    assert written(Template.load(path).render(CONTEXT)) == "2อบรม/3ประชุม/2อบรม/3ประชุม/"


def test_signs_in_the_quotes_of_a_tag_are_what_was_typed(tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p("{% if name == 'ก & ข < ค' %}{{ name ~ ' & ' }}{% endif %}")))
    assert written(Template.load(path).render({"name": "ก & ข < ค"})) == "ก & ข < ค &"


def test_an_element_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    one = fault(tmp_path, "{{ people[99].name }}")
    assert (one.tag, "รายการนี้มีไม่ครบ" in str(one)) == ("{{ people[99].name }}", True)


@pytest.mark.parametrize(
    ("text", "most", "more"),
    [
        ("{% set x = few + few %}{{ x | length }}", {"few": "ก" * 50_000}, {"few": "ก" * 50_001}),
        ("{% set x = few ~ few %}{{ x | length }}", {"few": "ก" * 50_000}, {"few": "ก" * 50_001}),
        ("{% set x = few + few %}{{ x | length }}", {"few": ["ก"] * 500}, {"few": ["ก"] * 501}),
        ("{% for a in few %}{% endfor %}", {"few": "ก" * 1_000}, {"few": "ก" * 1_001}),  # of three steps
    ],
)
def test_a_bound_is_reached_and_not_passed(
    text: str, most: dict[str, object], more: dict[str, object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MOST_STEPS", 3_000)
    template = Template.load(saved(tmp_path, docx(p(text))))
    assert template.render(most)
    with pytest.raises(TemplateError):
        template.render(more)


@pytest.mark.parametrize(
    "text",
    [
        "{% if name %}" * 15 + "ก" + "{% endif %}" * 15,
        "{% for x in few %}" * 8 + "ก" + "{% endfor %}" * 8,
        "{% if not name %}ก" + "{% elif not name %}ข" * 199 + "{% elif name %}ก{% endif %}",
        "{{ few }}" * 3_999 + "ก",
    ],
    ids=["ifs", "loops", "choices", "tags"],
)
def test_a_template_may_be_as_deep_and_long_as_its_bounds(text: str, tmp_path: Path) -> None:
    path = saved(tmp_path, docx(p(text)))
    assert written(Template.load(path).render({"name": "ชื่อ", "few": "ก" if "{% for" in text else ""})) == "ก"
