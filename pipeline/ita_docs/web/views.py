"""The pages: what each shows of a job. They are made by Jinja, with everything escaped."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, select_autoescape

from ita_docs import __version__
from ita_docs.fields import by_heading, example
from ita_docs.framework.load import available
from ita_docs.framework.words.kinds import OfficeKinds
from ita_docs.papers.pack import values_of
from ita_docs.places import examples, gallery, own_frameworks, packaged_templates, templates_in
from ita_docs.web.bounds import Bounds
from ita_docs.web.jobs import BOOK, TRACKER, WebJob
from ita_docs.web.taking import title_of
from officefiles.problems import Place

HERE = Path(__file__).resolve().parent
HEADINGS = {"": "ตรวจแบบกรอก", "see": "ดูเอกสาร", "take": "รับไฟล์"}
KINDS = {"docx": "Word", "xlsx": "Excel", "pdf": "PDF", "ics": "ปฏิทิน (.ics)", "zip": "zip"}


@dataclass(frozen=True, slots=True)
class Example:
    """A filled workbook of a kind of office, by the kind's key and name."""

    key: str
    name: str
    path: Path


@dataclass(frozen=True, slots=True)
class ReadyTemplate:
    """A template that came with the software, and what it is called; ``further`` where it makes no document of the
    pack."""

    path: Path
    title: str
    further: bool


class Views:
    """The pages of one server."""

    def __init__(self, bounds: Bounds, keep_folder: str) -> None:
        self._keep_folder = keep_folder
        self._pages = Environment(
            loader=FileSystemLoader(HERE / "pages"),
            autoescape=select_autoescape(default=True),
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._pages.globals |= {
            "local": bounds.local,
            "keep_minutes": round(bounds.keep / 60),
            "version": __version__,
            "kinds": KINDS,
        }

    @cached_property
    def years(self) -> list[int]:
        """The years for which there are forms, the newest first."""
        return [year + 1 for year in sorted(available(own_frameworks()), reverse=True)]

    @cached_property
    def examples(self) -> list[Example]:
        """The filled workbooks that came with the software, one of each kind of office."""
        kinds = OfficeKinds.load().kinds
        paths = {path.stem.rpartition("_")[0]: path for path in sorted(examples().glob("*.xlsx"))}
        return [Example(one.key, one.name, paths[one.key]) for one in kinds if one.key in paths]

    @cached_property
    def templates(self) -> list[ReadyTemplate]:
        """The templates that came with the software: those of the pack, and those of further documents."""
        return [
            ReadyTemplate(path, title_of(path) or path.name, folder == gallery())
            for folder in (packaged_templates(), gallery())
            for path in templates_in(folder)
        ]

    @cached_property
    def names(self) -> str:
        """The page with the names that templates may use, each with what stands in it for an example."""
        filled = values_of(self.examples[0].path)
        shown = [(heading, [(one, example(one.name, filled)) for one in fields]) for heading, fields in by_heading()]
        return self.page("names", "ชื่อข้อมูลที่ใช้ในแม่แบบได้", groups=shown)

    def page(self, name: str, heading: str, job: WebJob | None = None, **values: object) -> str:
        """The page ``name`` under a heading."""
        return self._pages.get_template(f"{name}.html").render(heading=heading, job=job, **values)

    def start(self, error: str = "", *, deleted: bool = False) -> str:
        """The first page; ``deleted`` says that a job is gone as asked."""
        return self.page("start", "จัดทำเอกสาร ITA จากแบบกรอก Excel", error=error, deleted=deleted)

    def new(self, **values: Any) -> str:
        """The page that asks for a form."""
        blank = {"refused": "", "problems": [], "year": self.years[0], "office": "", "kind": ""}
        kinds = OfficeKinds.load().kinds
        return self.page("new", "ขอแบบกรอกของปีใหม่", years=self.years, **{"kinds": kinds, **blank, **values})

    def form(self, job: WebJob) -> str:
        """The page with a form that was made."""
        return self.page("form", "แบบกรอกพร้อมแล้ว", job)

    def check(self, job: WebJob, chosen: int | None, unmended: str = "") -> str:
        """The page with the problems of a workbook and the grid of its sheet number ``chosen``."""
        sheets = self._sheets(job)
        look = job.facts.get("look")
        sheet_of = {(sheet["file"], sheet["name"]): number for number, sheet in enumerate(sheets)}
        places = ((one["place"].get("file", ""), one["place"]["sheet"]) for one in _problems(look))
        first = next((sheet_of[place] for place in places if place in sheet_of), 0)
        if chosen is None or not 0 <= chosen < len(sheets):
            chosen = first
        return self._book(
            "check",
            job,
            "",
            sheets=sheets,
            sheet_of=sheet_of,
            chosen=chosen,
            sheet=json.loads((job.made / f"{chosen}.grid.json").read_bytes()) if sheets else None,
            texts={(one["file"], one["name"], cell): text for one in sheets for cell, text in one["texts"].items()},
            groups=_groups(_problems(look)),
            marked={one for one in ("marked", "marked_tracker") if (job.made / f"{one}.xlsx").exists()},
            unmended=unmended,
        )

    def after_mending(self, job: WebJob, sheet: str, cell: str, number: str) -> str:
        """Where a user goes on who mended a cell at the problem of this number: to that which took its place."""
        at = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else 0
        if "look" in job.facts:
            at = min(at, len(_problems(job.facts["look"]))) if _errors(job) else 0
        job.facts["mended_last"] = {"where": str(Place(sheet, cell)), "number": at}
        return f"#p{at}" if at else ""

    def see(self, job: WebJob, document: str) -> str:
        """The page with the pictures of a document's pages."""
        folder, papers = papers_of(job)
        drawn = [one for one in papers["files"] if one["name"].endswith(".docx")] if papers else []
        names = [one["name"] for one in drawn]
        chosen = document if document in names else next(iter(names), "")
        return self._book("see", job, "see", folder=folder, papers=papers, drawn=drawn, document=chosen)

    def take(self, job: WebJob) -> str:
        """The page from which files are taken."""
        folder, papers = papers_of(job)
        kept, keep_folder = job.facts.get("kept"), job.facts.get("kept_at", self._keep_folder)
        return self._book("take", job, "take", folder=folder, papers=papers, kept=kept, keep_folder=keep_folder)

    def many(self, job: WebJob) -> str:
        """The page of many offices."""
        beside = [name for stored, name in job.names.items() if not stored.endswith(BOOK)]
        return self.page("many", f"เอกสารของ {len(job.names) - len(beside)} หน่วยงาน", job, beside=beside)

    def old(self, job: WebJob | None = None, error: str = "") -> str:
        """The page on which old documents become a workbook."""
        return self.page("old", "เริ่มจากเอกสารของปีก่อน", job, years=self.years, error=error)

    def template(self, job: WebJob | None = None, error: str = "") -> str:
        """The page on which a template is checked."""
        annotated = job is not None and (job.made / "annotated.docx").exists()
        return self.page("template", "ตรวจแม่แบบ", job, annotated=annotated, error=error, templates=self.templates)

    def message(self, heading: str, message: str) -> str:
        """A page that says why there is nothing else."""
        return self.page("message", heading, message=message)

    def _book(self, page: str, job: WebJob, view: str, **values: object) -> str:
        look, names = job.facts.get("look"), {"book": job.facts["name"], "tracker": job.names.get(TRACKER, "")}
        return self.page(page, HEADINGS[view], job, look=look, view=view, errors=_errors(job), **names, **values)

    def _sheets(self, job: WebJob) -> list[dict[str, Any]]:
        path = job.made / "grid.json"
        if "look" not in job.facts or not path.exists():
            return []
        sheets: list[dict[str, Any]] = json.loads(path.read_bytes())
        return sheets


def papers_of(job: WebJob) -> tuple[str, dict[str, Any] | None]:
    """The folder of the documents that were made last, proof copies or not, and what is known of them."""
    folder = "proof" if "proof" in job.facts else "documents"
    return folder, job.facts.get(folder)


def _problems(look: Mapping[str, Any] | None) -> list[dict[str, Any]]:
    problems: list[dict[str, Any]] = look["problems"] if look else []
    return problems


def _errors(job: WebJob) -> list[tuple[int, dict[str, Any]]]:
    """What must be mended before there are documents, each with its number among all problems."""
    numbered = enumerate(_problems(job.facts.get("look")), start=1)
    return [(number, one) for number, one in numbered if one["severity"] == "error"]


def _groups(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The problems with their numbers, those of each severity that follow one another together."""
    numbered = groupby(enumerate(problems, start=1), key=lambda one: one[1]["thai"])
    return [{"thai": thai, "problems": list(group)} for thai, group in numbered]
