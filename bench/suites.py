"""Word files of other test suites, as templates and as parts of a booklet: ``python -m bench.suites FOLDER``.

Each file below ``FOLDER`` is taken in a process of its own: examined by lint; filled with nothing, so that its text
must come out as it was, part by part; bound into a booklet behind another document; drawn; and filled once more with
tags planted in its first paragraph, its first cell and its first header. What is refused is told by the sentence.
Prints the table that is kept in ``bench/suites.md`` and each file with a fault; a second argument names a file for what
was found of each, a line of JSON a file, and a third one takes every so manyth file. It needs Linux.
"""

from __future__ import annotations

import io
import json
import os
import re
import resource
import select
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import docx
from lxml import etree

from officefiles import opc
from officefiles.opc import Package, R, W
from officefiles.problems import Severity
from officefiles.strict import is_strict, make_transitional
from thaipages.booklet import compose
from thaipages.drawing import Faces, ObstacleError, draw, obstacles, publish
from thaipages.layout import measure
from wordfill.engine import Template, TemplateError
from wordfill.lint import lint

MOST_SECONDS, MOST_MB, PATIENCE = 10.0, 300.0, 60
SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
TAG, NAME = "{{ office.name }}", "เทศบาล <ตัวอย่าง> & คณะ"
STEPS = ("lint", "fill", "bind", "draw", "draw, own typeface", "plant")
FACE = "TH SarabunPSK"
KNOWN = {"office.name": "text"}
_SIGNS = re.compile(r"{{|}}|{%|%}|{#|#}|{_{|}_}|{_%|%_}")
_STORIES = re.compile(r"(document|header|footer|footnotes|endnotes)\d*\.xml")
_NAMED = re.compile(r"แม่แบบ \S+?:? |«[^»]*»|“[^”]*”|\([^)]*\)|\d+")
_GONE = ("del", "moveFrom", "Fallback")
_RESULT = "\0"
_REPEATS = re.compile(
    r"\s*(TOC|TOA|INDEX|REF|PAGEREF|NOTEREF|STYLEREF|SEQ|PAGE|NUMPAGES|SECTION\w*|DATE|TIME|\w+DATE|FILENAME|DOCPROPERTY"
    r"|TITLE|SUBJECT|AUTHOR|KEYWORDS|COMMENTS|LASTSAVEDBY|NUM\w+|EDITTIME|FILESIZE|INFO|USER\w+|TEMPLATE)\b",
    re.IGNORECASE,
)
"""Fields whose results come of the rest of the document or of the file: they are filled anew."""


@dataclass(slots=True)
class Outcome:
    """What came of one file: what was refused, by the step and its sentence, what is wrong, and the cost."""

    name: str
    did: list[str] = field(default_factory=list)
    refused: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    mb: float = 0.0

    def step(self, name: str, work: Callable[[], bool | None]) -> None:
        """Do one step: a refusal is noted with its sentence, any other exception is a fault."""
        start = time.process_time()
        try:
            done = work()
            if done is not False:
                self.did.append(name)
        except (opc.PackageError, TemplateError, ObstacleError) as refusal:
            self.refused[name] = str(refusal)
        except Exception:
            self.faults.append(f"{name}: {traceback.format_exc()}")
        self.seconds[name] = round(time.process_time() - start, 3)


def examine(path: Path) -> Outcome:
    """All steps of one file."""
    data, outcome = path.read_bytes(), Outcome(path.name)
    outcome.step("lint", lambda: _linted(path, outcome))
    outcome.step("fill", lambda: _filled(path, data, outcome))
    if "lint" in outcome.did and "fill" in outcome.refused:
        outcome.faults.append(f"fill: lint passed what is refused: {outcome.refused['fill']}")
    outcome.step("bind", lambda: _bound(data, outcome))
    outcome.step("draw", lambda: _drawn(opc.read(data)))
    outcome.step("draw, own typeface", lambda: _drawn(in_one_face(opc.read(data))))
    outcome.step("plant", lambda: _planted(data, outcome))
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    own = next(line for line in status if line.startswith("VmHWM"))
    outcome.mb = int(own.split()[1]) / 1024
    return outcome


def _linted(path: Path, outcome: Outcome) -> bool:
    """Whether lint has nothing against the file as it came."""
    return not _errors(path, "lint", outcome)


def _errors(path: Path, step: str, outcome: Outcome) -> bool:
    """Whether lint finds errors, which it notes; warnings keep no document back."""
    found = {one.id for one in lint(path, KNOWN) if one.severity is Severity.ERROR}
    if found:
        outcome.refused[step] = " + ".join(sorted(found))
    return bool(found)


def _filled(path: Path, data: bytes, outcome: Outcome) -> bool:
    """Whether the file, filled with nothing, could be compared: one with tags of its own cannot."""
    filled = Template.load(path).render({})
    before, after = stories(opc.read(data)), stories(opc.read(filled.data()))
    if any(_SIGNS.search(text) for text in before.values()):
        return False
    for name, text in before.items():
        if text != after.get(name, ""):
            outcome.faults.append(f"fill: the text of {name} is another: {_difference(text, after.get(name, ''))}")
    return True


def _bound(data: bytes, outcome: Outcome) -> None:
    """Bind the file behind another one, and look whether all is there."""
    part = opc.read(data)
    before = stories(part, results=True)
    bound = opc.read(compose([cover(), part]).data())
    body = stories(bound, results=True).get(bound.main, "")
    if before.get(part.main, "") not in body:
        outcome.faults.append(f"bind: the text is another: {_difference(before.get(part.main, ''), body)}")
    if not any(dangling(part)):
        outcome.faults += [f"bind: {fault}" for fault in dangling(bound)]


def _drawn(package: Package) -> None:
    """Draw a document as ``thaipages.pdf`` does; it catches faults of ours, which are to be seen here."""
    if is_strict(package):
        make_transitional(package)
    told = obstacles(package)
    layout = measure(package)
    if found := (*told, *layout.notes):
        raise ObstacleError(" + ".join(sorted(set(found))))
    publish(draw(package, layout=layout), Faces())


def _planted(data: bytes, outcome: Outcome) -> bool:
    """Whether lint passed the file with tags planted in it; then they must be filled."""
    package = opc.read(data)
    count = plant(package)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "planted_template.docx")
        path.write_bytes(package.data())
        if _errors(path, "plant", outcome):
            return False
        filled = opc.read(Template.load(path).render({"office": {"name": NAME}}).data())
    said = sum(text.count("".join(NAME.split())) for text in stories(filled).values())
    if said < count:  # a heading may stand in a table of contents too
        outcome.faults.append(f"plant: {said} of {count} tags are filled")
    left = [name for name, part in filled.parts.items() if b"{{" in part.data and name.endswith((".xml", ".rels"))]
    outcome.faults += [f"plant: a tag is left in {name}" for name in left]
    return True


def plant(package: Package) -> int:
    """Put the tag in the first paragraph, the first cell and the first header; how many times it stands there now."""
    root = package.parts[package.main].own_tree()
    places = [root.find(f"{W}body/{W}p"), next((cell.find(f"{W}p") for cell in root.iter(f"{W}tc")), None)]
    planted = sum([_put(place) for place in places])
    package.put(package.main, root)
    header = package.related(package.main, "header")
    if header in package.parts:
        root = package.parts[header].own_tree()
        planted += _put(root.find(f"{W}p"))
        package.put(header, root)
    return planted


def _put(paragraph: etree._Element | None) -> int:
    if paragraph is None:
        return 0
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t").text = TAG
    paragraph.insert(1 if paragraph.find(f"{W}pPr") is not None else 0, run)
    return 1


def in_one_face(package: Package) -> Package:
    """The same document with the one typeface that is drawn in place of all: what else is not drawn shows itself."""
    for name, part in list(package.parts.items()):
        if name.startswith("word/") and (b"rFonts" in part.data or b":latin" in part.data):
            root = part.own_tree()
            for fonts in root.iter(f"{W}rFonts"):
                fonts.attrib.update({f"{W}{kind}": FACE for kind in ("ascii", "hAnsi", "cs", "eastAsia")})
                for key in [key for key in fonts.attrib if str(key).lower().endswith("theme")]:
                    del fonts.attrib[key]
            for face in root.iter("{*}latin", "{*}cs"):
                face.set("typeface", FACE)
            package.put(name, root)
    return package


def cover() -> Package:
    """A document for others to stand behind."""
    document, file = docx.Document(), io.BytesIO()
    document.add_paragraph("ปก")
    document.save(file)
    return opc.read(file.getvalue())


def stories(package: Package, *, results: bool = False) -> dict[str, str]:
    """The text of each part that a reader sees, without blanks, by the part's name: not what a tracked change took
    away, nor, without ``results``, what fields repeat."""
    found = {}
    for name, part in package.parts.items():
        if _STORIES.fullmatch(name.rpartition("/")[2]) and "/glossary/" not in name:
            found[name] = "".join("".join(_texts(part.tree, results=results)).split())
    return found


def _texts(root: etree._Element, *, results: bool) -> Iterator[str]:
    fields: list[str] = []
    for one in root.iter(etree.Element):
        kind = etree.QName(one).localname
        if kind == "fldChar":
            _follow_field(fields, one)
        elif kind == "instrText" and fields:
            fields[-1] += one.text or ""
        elif kind == "t" and not any(etree.QName(above).localname in _GONE for above in one.iterancestors()):
            simple = [above.get(f"{W}instr", "") for above in one.iterancestors(f"{W}fldSimple")]
            if results or not any(map(_REPEATS.match, [*(field for field in fields if _RESULT in field), *simple])):
                yield one.text or ""


def _follow_field(fields: list[str], mark: etree._Element) -> None:
    kind = next((str(value) for key, value in mark.attrib.items() if str(key).endswith("fldCharType")), "")
    if kind == "begin":
        fields.append("")
    elif fields and kind == "separate":
        fields[-1] += _RESULT
    elif fields and kind == "end":
        fields.pop()


def dangling(package: Package) -> Iterator[str]:
    """References to what is not there: relationships without a part, ids without a relationship."""
    for owner, links in package.relationships.items():
        for link in links.values():
            if not link.external and link.target not in package.parts:
                yield f"{owner} refers to {link.target}, which is not there"
    for name, part in package.parts.items():
        if name.endswith(".xml") and name.startswith("word/"):
            links = package.relationships.get(name, {})
            for one in part.tree.iter(etree.Element):
                for key, value in one.attrib.items():
                    if str(key).startswith(R) and value and value not in links:
                        yield f"{name}: {etree.QName(one).localname} refers to {value}, which is not there"


def _difference(before: str, after: str) -> str:
    at = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    return f"«{before[max(0, at - 20) : at + 40]}» became «{after[max(0, at - 20) : at + 40]}»"


def apart(path: Path) -> Outcome:
    """What comes of a file in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        Path("/proc/self/clear_refs").write_text("5")
        resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE))
        with os.fdopen(writer, "w") as out:
            json.dump(asdict(examine(path)), out)
        os._exit(0)
    os.close(writer)
    said = b""
    while select.select([reader], [], [], PATIENCE)[0] and (piece := os.read(reader, 1 << 16)):
        said += piece
    os.close(reader)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        outcome = Outcome(**json.loads(said))
    except ValueError:
        return Outcome(path.name, faults=["the process ended"])
    total = sum(outcome.seconds.values())
    if total > MOST_SECONDS or outcome.mb > MOST_MB:
        outcome.faults.append(f"{total:.1f} s, {outcome.mb:.0f} MB")
    return outcome


def main() -> None:
    """Take all files of the folder, print the table."""
    folder = Path(sys.argv[1])
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    files = files[:: int(sys.argv[3]) if len(sys.argv) > 3 else 1]
    outcomes: dict[str, list[Outcome]] = {}
    notes = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with (notes or Path(os.devnull)).open("w", encoding="utf-8") as kept:
        for path in files:
            suite, outcome = path.relative_to(folder).parts[0], apart(path)
            outcomes.setdefault(suite, []).append(outcome)
            print(json.dumps({"suite": suite, **asdict(outcome)}, ensure_ascii=False), file=kept, flush=True)
    show(outcomes)


def show(outcomes: Mapping[str, Sequence[Outcome]]) -> None:
    """Print the table by suite, the reasons and the costs."""
    every = [one for some in outcomes.values() for one in some]
    print("# Word files of other test suites\n")
    print("Made by `python -m bench.suites FOLDER`; its first lines say what is done with each file.\n")
    print(
        "| suite | files | no error | text the same | bound | drawn | drawn in TH SarabunPSK | tags filled | faults |"
    )
    print("|---|---:|---:|---:|---:|---:|---:|---:|---:|")
    for suite, some in [*outcomes.items(), ("all", every)]:
        counts = [sum(step in one.did for one in some) for step in STEPS]
        print(f"| {suite} | {len(some)} | {' | '.join(map(str, counts))} | {sum(bool(one.faults) for one in some)} |")
    for step in STEPS:
        refused = [one.refused[step] for one in every if step in one.refused]
        reasons = Counter(_NAMED.sub("…", why) for one in refused for why in one.split(" + "))
        print(f"\n| {step}: refused because (the twenty met most) | files |\n|---|---:|")
        print("\n".join(f"| {why.replace('|', '/')} | {count} |" for why, count in reasons.most_common(20)))
    times = sorted((sum(one.seconds.values()), one.name) for one in every)
    print(f"\nTime of a file, all steps: median {times[len(times) // 2][0]:.2f} s; the slowest:")
    print("\n".join(f"- {name}: {seconds:.1f} s" for seconds, name in times[-5:][::-1]))
    largest = max(every, key=lambda one: one.mb)
    print(f"\nMost memory: {largest.mb:.0f} MB ({largest.name})")
    for one in every:
        for fault in one.faults:
            print(f"\n{one.name}: {fault}")


if __name__ == "__main__":
    main()
