"""Whatever an office types, each of our templates makes a right document of it: nothing lost, nothing broken."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest
from docx import Document
from jinja2.compiler import CodeGenerator

import made
from ita_docs.analysis import analyse
from ita_docs.framework.load import load
from ita_docs.model import Committee, Submission
from ita_docs.places import packaged_templates
from ita_docs.values import FIELDS, build
from ita_docs.values.leaves import expected
from ita_docs.wording import word
from made_docx import picture
from schemas import schema_errors
from wordfill import engine, sandbox
from wordfill.engine import Template
from wordfill.lint import used
from wordfill.verify import texts, verify

TEMPLATES = sorted(packaged_templates().glob("*_template.docx"))
NASTY = "A & B < C \"ง\" {{x}} {% if %} =1+1 ]]> 'ก' None\nบรรทัดใหม่"


def context_of(submission: Submission) -> dict[str, object]:
    framework = load(submission.assessed_year)
    findings = analyse(submission, framework)
    return build(submission, framework, findings, word(submission, framework, findings))


def with_members(count: int) -> Submission:
    """The made submission with ``count`` members in each committee."""
    whole = made.submission()
    committees = tuple(
        Committee(
            name=one.name, seats=tuple(replace(one.seats[0], number=n + 1) for n in range(count)), duties=one.duties
        )
        for one in whole.committees
    )
    return replace(whole, committees=committees)


def with_text(value: object, text: str) -> object:
    """A context with ``text`` in place of every text that is not empty (a picture may be an empty one)."""
    if isinstance(value, str):
        return text if value else ""
    if isinstance(value, Mapping):
        return {name: with_text(one, text) for name, one in value.items()}
    if isinstance(value, list):
        return [with_text(one, text) for one in value]
    return value


def with_pictures(submission: Submission) -> Submission:
    first = replace(submission.activities[0], pictures=(picture(1600, 900), picture(900, 1600, shade=9)))
    second = replace(submission.activities[1], pictures=(picture(1600, 900),))
    order = replace(submission.order, emblem=picture(300, 330, shade=50))
    return replace(submission, activities=(first, second), order=order)


CASES: dict[str, Mapping[str, object]] = {
    "as made": context_of(made.submission()),
    "one member": context_of(with_members(1)),
    "200 members": context_of(with_members(200)),
    "no members": context_of(with_members(0)),
    "no activities": context_of(made.submission(activities=())),
    "no measures": context_of(made.submission(measures=())),
    "with pictures": context_of(with_pictures(made.submission())),
    "signs of markup": {str(name): with_text(one, NASTY) for name, one in context_of(made.submission()).items()},
    "control characters": {
        str(name): with_text(one, "ก\x00ข\x1bค\ud800ง\ufffe") for name, one in context_of(made.submission()).items()
    },
    "3,000 characters": {
        str(name): with_text(one, "การประเมินคุณธรรม " * 170) for name, one in context_of(made.submission()).items()
    },
    "nothing typed": {str(name): with_text(one, "") for name, one in context_of(made.submission()).items()},
}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_nothing_is_lost_and_nothing_is_left(path: Path) -> None:
    names = used(path, {field.name: field.kind.value for field in FIELDS})
    for name, context in CASES.items():
        wanted = [printable(str(leaf.value)) for leaf in expected(names, context)]
        made = Template.load(path).render(context)
        assert verify(made, wanted, texts(context)) == (), name
        assert Document(io.BytesIO(made.data())).sections, name


def forget() -> None:
    """Forget the templates, and the environment that they were compiled in."""
    sandbox.environment.cache_clear()
    engine._load.cache_clear()


@pytest.fixture
def afterwards() -> Iterator[None]:
    yield
    forget()


@pytest.mark.usefixtures("afterwards")
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_documents_are_the_same_by_what_jinja_documents_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    documents = []
    for tried, generator in (((version("jinja2"),), sandbox._Generator), ((), CodeGenerator)):
        monkeypatch.setattr(sandbox, "TRIED", tried)
        forget()
        assert sandbox.environment().code_generator_class is generator
        documents.append([Template.load(path).render(context).data() for context in CASES.values()])
    assert documents[0] == documents[1]


def printable(text: str) -> str:
    """``text`` without what no document can hold."""
    return text.translate({0: None, 0x1B: None, 0xFFFE: None, 0xD800: "\ufffd"})


@pytest.mark.parametrize(
    ("name", "document"),
    [("with pictures", "activities"), ("with pictures", "order"), ("no members", "order"), ("no measures", "measures")],
)
def test_a_document_follows_the_schema(name: str, document: str) -> None:
    template = Template.load(packaged_templates() / f"{document}_template.docx")
    assert schema_errors(template.render(CASES[name]).data()) == []
