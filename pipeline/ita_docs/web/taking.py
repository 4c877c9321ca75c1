"""Files as people take them home: under names that they read, many in one zip."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from ita_docs.framework.words.sentences import DocumentPhrases
from ita_docs.papers import proofing
from ita_docs.web.jobs import BOOK
from officefiles import opc

_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
"""What no name of a file may hold on every system."""


def bundle(made: str, folder: str, title: str, target: str, labels: Mapping[str, str]) -> None:
    """One zip of the files of a folder, under the names that people read (``labels`` by file name), in a folder named
    ``title``."""
    _zip(Path(made) / target, {title: Path(made) / folder}, labels)


def bundle_many(made: str, offices: Mapping[str, str]) -> None:
    """One zip of the files of all offices, each in a folder that bears the name of its workbook."""
    titles: dict[str, Path] = {}
    taken: set[str] = set()
    for stored, name in offices.items():
        stem = name.rpartition(".")[0] or name
        endings = ("", *(f" ({number})" for number in range(2, len(offices) + 1)))
        title = next(f"{stem}{ending}" for ending in endings if f"{stem}{ending}".casefold() not in taken)
        taken.add(title.casefold())
        titles[title] = Path(made) / stored.removesuffix(BOOK)
    _zip(Path(made) / "all.zip", titles)


def _zip(target: Path, folders: Mapping[str, Path], labels: Mapping[str, str] = MappingProxyType({})) -> None:
    with whole(target) as part, zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, folder in folders.items():
            for path in sorted(folder.rglob("*")):
                if path.is_file() and path.suffix not in (".png", ".part"):
                    archive.write(path, f"{title}/{long_name(path.name, labels)}")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A path to write to; what stands there comes to ``path`` once all is written, and nothing is left otherwise."""
    part = path.with_name(f"{path.name}.part")
    try:
        yield part
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def label(name: str) -> str:
    """What people call a file (``order.docx``)."""
    stem, _, ending = name.rpartition(".")
    draft = stem.startswith(proofing.PREFIX)
    labels = DocumentPhrases.load().labels
    said = labels.get("calendar" if ending == "ics" else stem.removeprefix(proofing.PREFIX), stem)
    return f"ฉบับร่าง {said}" if draft else said


def long_name(name: str, labels: Mapping[str, str] = MappingProxyType({})) -> str:
    """The name under which people keep a file: its label (that of ``labels``, a PDF's being its document's) in place
    of its short name."""
    stem, dot, ending = name.rpartition(".")
    said = labels.get(f"{stem}.docx" if ending == "pdf" else name) or label(name)
    return f"{_UNFIT.sub(' ', said)}{dot}{ending}" if dot else stem


def labels_of(files: Iterable[str], templates: Mapping[str, Path]) -> dict[str, str]:
    """What people call each file: those that the software has no word for by the title of their template, where it has
    one that is no other's."""
    said = {name: label(name) for name in files}
    unnamed = [
        name for name, words in said.items() if words == name.rpartition(".")[0] and document_of(name) in templates
    ]
    for name in unnamed:
        title = title_of(templates[document_of(name)])
        if title and title not in said.values():
            said[name] = title
    return said


def document_of(name: str) -> str:
    """The name of the document that a file is, as templates are found by."""
    return name.removesuffix(".docx")


def title_of(template: Path) -> str:
    """The title that a file says of itself."""
    package = opc.read(template)
    core = package.parts.get(package.related("", "core-properties"))
    return (core.tree.findtext("{http://purl.org/dc/elements/1.1/}title") or "").strip() if core else ""


def in_order(files: Iterable[str]) -> list[str]:
    """The names of files: documents as labels name them, and then what is of no label."""
    order = list(DocumentPhrases.load().labels)
    stems = {name: name.rpartition(".")[0].removeprefix(proofing.PREFIX) for name in files}
    return sorted(stems, key=lambda name: (order.index(stems[name]) if stems[name] in order else len(order), name))
