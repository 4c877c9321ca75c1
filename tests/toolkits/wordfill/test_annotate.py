"""The annotated copy: each finding a Word comment on its own words, and nothing else changed."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from docx import Document

import soak
from broken_templates import Case, cases
from officefiles import opc
from officefiles.opc import W
from schemas import schema_errors
from sound_template import KNOWN, say, template
from thaipages.pdf import office
from wordfill.lint import Finding, Spot, annotate, lint
from wordfill.lint.reading import read

ROOT = Path(__file__).resolve().parents[3]
BROKEN = template(
    say("{{ order.number }}", "{{ order.numbr }} ลงวันที่ {{ order.dat }}"),
    say("{{ measure.name }}", "{{ measure.nam }}"),
    say("{{ last_year }}", "{{ lastyear }}"),
    box="ติดต่อ{{ office.shortname }}",
    footnote="ดูคำสั่งที่ {{ order.nmber }}",
)


def commented(data: bytes) -> dict[str, str]:
    """The words that each comment of the body stands on, by the comment's id."""
    words: dict[str, str] = {}
    standing: set[str] = set()
    package = opc.read(data)
    for element in package.parts[package.main].tree.iter():
        key = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            standing.add(key)
            words[key] = ""
        elif element.tag == W + "commentRangeEnd":
            standing.discard(key)
        elif element.tag == W + "t":
            for number in standing:
                words[number] += element.text or ""
    return words


def test_each_comment_stands_on_the_words_of_its_finding() -> None:
    findings = lint(BROKEN, KNOWN)
    words = commented(annotate(BROKEN, findings, "ผู้ตรวจแม่แบบ"))
    assert list(words.values()) == [
        "คำสั่ง{{ office.name }}",  # the footer's, which cannot hold comments
        "{{ order.numbr }}",
        "{{ order.dat }}",
        "{{ order.reason }}",  # the paragraph with the footnote's mark
        "{{ measure.nam }}",
        "ดูรายละเอียดในกรอบติดต่อ{{ office.shortname }}",  # the paragraph with the text box
    ]
    comments = {
        str(comment.comment_id): comment.text
        for comment in Document(io.BytesIO(annotate(BROKEN, findings, "ผู้ตรวจแม่แบบ"))).comments
    }
    by_tag = {finding.tag: finding for finding in findings}
    for number, text in words.items():
        if text in by_tag:
            assert by_tag[text].message in comments[number]
            assert comments[number].endswith(by_tag[text].hint)
    assert len(comments) == len(findings) == 6


def test_words_that_cannot_hold_a_comment_are_highlighted() -> None:
    package = opc.read(annotate(BROKEN, lint(BROKEN, KNOWN), "ผู้ตรวจแม่แบบ"))
    highlighted = [
        "".join(text.text or "" for text in run.iter(W + "t"))
        for member in package.parts
        if re.fullmatch(r"word/(document|header\d|footer\d|footnotes)\.xml", member)
        for run in package.parts[member].tree.iter(W + "r")
        if run.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert sorted(highlighted) == ["{{ lastyear }}", "{{ office.shortname }}", "{{ order.nmber }}"]


def test_words_keep_their_look_where_a_comment_divides_them() -> None:
    document = Document()
    document.add_paragraph().add_run("เรียน {{ order.numbr }} ทราบ").bold = True
    data = io.BytesIO()
    document.save(data)
    made = data.getvalue()
    runs = Document(io.BytesIO(annotate(made, lint(made, KNOWN), "ผู้ตรวจแม่แบบ"))).paragraphs[0].runs
    assert [(run.text, run.bold) for run in runs if run.text] == [
        ("เรียน ", True),
        ("{{ order.numbr }}", True),
        (" ทราบ", True),
    ]


def texts(data: bytes) -> list[list[str]]:
    return [[paragraph.text for paragraph in part.paragraphs] for part in read(data).parts]


@pytest.mark.parametrize("case", soak.some({case.id: case for case in cases()}.values(), 26), ids=lambda case: case.id)
def test_the_text_stays_and_so_do_the_findings(case: Case) -> None:
    data = case.data
    findings = lint(data, KNOWN)
    copy = annotate(data, findings, "ผู้ตรวจแม่แบบ")
    assert texts(copy) == texts(data)
    assert _of_text(lint(copy, KNOWN)) == _of_text(findings)


def _of_text(findings: Iterable[Finding]) -> list[tuple[str, Spot, str]]:
    """What is found in the text: of the file it is told too that it has comments now."""
    return [(f.id, f.spot, f.tag) for f in findings if f.id not in ("file-left-out", "file-tracked-changes")]


def test_a_second_round_adds_to_the_comments_of_the_first() -> None:
    once = annotate(BROKEN, lint(BROKEN, KNOWN), "ผู้ตรวจแม่แบบ")
    twice = annotate(once, lint(once, KNOWN), "ผู้ตรวจแม่แบบ")
    assert sorted(int(comment.comment_id) for comment in Document(io.BytesIO(twice)).comments) == list(range(13))


@pytest.mark.soak
def test_an_annotated_copy_is_valid() -> None:
    for path in sorted((ROOT / "templates").glob("*_template.docx")):
        data = path.read_bytes()
        findings = lint(data, {})
        assert len(findings) > 1
        assert schema_errors(annotate(data, findings, "ผู้ตรวจแม่แบบ")) == []


@pytest.mark.office
def test_libreoffice_shows_the_comments_on_the_right_words(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(annotate(BROKEN, lint(BROKEN, KNOWN), "ผู้ตรวจแม่แบบ"))
    command = [str(office.find()), "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    subprocess.run([*command, "--convert-to", "fodt", "--outdir", str(tmp_path), str(path)], check=True, timeout=120)
    text = path.with_suffix(".fodt").read_text(encoding="utf-8")
    spans = re.findall(r"</office:annotation>((?:(?!<office:annotation).)*)<office:annotation-end", text, re.DOTALL)
    assert {"{{ order.numbr }}", "{{ order.dat }}", "{{ measure.nam }}"} <= {
        re.sub("<[^>]+>", "", span) for span in spans
    }
