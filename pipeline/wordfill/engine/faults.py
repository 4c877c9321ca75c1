"""What is wrong in a template that does not compile or render: the tag, its surroundings and a Thai sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from types import TracebackType

from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from officefiles.pictures import NoPictureError, Picture, kind
from officefiles.thai import shortened
from wordfill import bounds
from wordfill.addresses import AddressError
from wordfill.bounds import TooDeepError, TooMuchError
from wordfill.engine.books import BETWEEN
from wordfill.engine.finish import BrokenDocumentError
from wordfill.engine.turns import TURNS, Turns
from wordfill.marks import TAG
from wordfill.part_names import part_name
from wordfill.sandbox import FILTERS, PICTURES, UnprintableError, environment

_MARKUP = re.compile(r"<[^>]*>")
_FILTERED = re.compile(r"\{\{(\s*)\((.*)\)\|_[a-z]+(\s*)\}\}", re.DOTALL)
"""A tag outside of runs, to which the engine adds a filter of its own."""
_CAPTURES = re.compile(r"{%\s*filter\s+_")
_BLOCKS = ("for", "if", "macro", "filter", "call")
_EXCERPT = 60

_TOO_DEEP = "คำสั่งซ้อนกันลึกเกินกำหนด ลดชั้นของคำสั่ง if และ for หรือแบ่งเป็นหลายแท็กที่สั้นลง"
_TOO_OFTEN = "เอกสารจะยาวเกินกว่าที่สร้างได้ เพราะวนรอบซ้อนกันหลายครั้งเกินไป อย่าวนรอบรายการเดิมซ้อนกัน ให้วนรอบรายการย่อยของรอบนั้นแทน"
_TOO_LONG = "ข้อความจะยาวเกินกว่าที่สร้างได้ อย่านำข้อความเดิมมาต่อกันซ้ำหลายครั้ง"


class PlacedError(Exception):
    """A fault of a template with its place, as a Thai sentence that follows the template's name; ``tag`` is the tag at
    fault, where there is one."""

    def __init__(self, text: str, tag: str = "") -> None:
        super().__init__(text)
        self.tag = tag


class TornFieldError(ValueError):
    """A field of Word that begins in one branch of a block, or beside a tag, and ends in another place: whatever is
    printed, Word would take what follows for part of the field. The text is the rest of a Thai sentence."""


class Unseen:
    """Pictures that are looked at and not drawn."""

    def add(self, picture: Picture, _width: int, _height: int) -> str:
        if not picture.workbook:
            kind(picture.data)
        return ""

    def link(self, _address: str) -> str:
        return ""


def describe(sources: Mapping[str, str], context: Mapping[str, object] | None, fault: Exception) -> tuple[str, str]:
    """The Thai sentence on ``fault``, which came of compiling these parts or of rendering them with ``context``, and
    the tag at fault; the tag is empty where it is not known.

    The parts are tried anew with each tag on a line of its own, so that Jinja's line number names the tag.
    """
    for part, source in sources.items():
        place = _try(source, context)
        if place is None:
            continue
        tag, around, cause = place
        where = f"ใน{part_name(part.split(BETWEEN)[0])}" + (f" ตรง {shortened(tag, _EXCERPT)}" if tag else "")
        where += f" (ข้อความ «{around}»)" if around else ""
        return f"{where}: {sentence(cause, tag)}", tag
    return sentence(fault, ""), ""


def _try(source: str, context: Mapping[str, object] | None) -> tuple[str, str, Exception] | None:
    """The tag at fault, the words round it and the fault; ``None`` where the part is well."""
    tags = list(TAG.finditer(source))
    try:
        template = environment().from_string(_one_tag_a_line(source, tags))
        if context is not None:
            bounds.spend(template.generate({**context, PICTURES: Unseen(), TURNS: Turns()}))
    except Exception as fault:  # whatever a template does wrong is told, never thrown
        index = _left_open(tags, _BLOCKS, len(tags) - 1) if _is_unclosed(fault) else line(fault) - 2
        if 0 <= index < len(tags) - 1 and _CAPTURES.match(tags[index].group()):
            index += 1  # the address begins with what the engine put round it
        if not 0 <= index < len(tags):
            return "", "", fault
        if isinstance(fault, TooMuchError):
            index = _left_open(tags[: index + 1], ("for",), index)
        tag = _FILTERED.sub(r"{{\1\2\3}}", _MARKUP.sub("", tags[index].group()))
        return tag, _around(source, tags[index]), fault
    return None


def _one_tag_a_line(source: str, tags: list[re.Match[str]]) -> str:
    starts = [0, *(tag.start() for tag in tags)]
    ends = [*starts[1:], len(source)]
    return "\n".join(source[start:end].replace("\n", " ") for start, end in zip(starts, ends, strict=True))


def line(fault: Exception) -> int:
    """The line of a template's source at which ``fault`` came up, from 1; 0 where it is not known."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.lineno
    line, trace = 0, fault.__traceback__
    while isinstance(trace, TracebackType):
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _is_unclosed(fault: Exception) -> bool:
    return isinstance(fault, TemplateSyntaxError) and "Unexpected end of template" in str(fault)


def _left_open(tags: Sequence[re.Match[str]], words: Collection[str], otherwise: int) -> int:
    """The index of the innermost block of these ``words`` that is not closed; ``otherwise`` where none is open."""
    opened: list[int] = []
    for index, tag in enumerate(tags):
        word = re.match(r"{%-?\s*(end)?(\w+)", tag.group())
        if word and word[2] in words and not word[1]:
            opened.append(index)
        elif word and word[2] in words and opened:
            opened.pop()
    return opened[-1] if opened else otherwise


def _around(source: str, tag: re.Match[str]) -> str:
    """The words of the tag's paragraph, without the tags."""
    start = max(source.rfind("<w:p>", 0, tag.start()), source.rfind("<w:p ", 0, tag.start()), 0)
    end = source.find("</w:p>", tag.end())
    words = _MARKUP.sub("", TAG.sub("…", source[start : end if end >= 0 else len(source)]))
    return words[:_EXCERPT] if words.strip("… ") else ""


def sentence(fault: Exception, tag: str, filters: Collection[str] = FILTERS) -> str:
    """The Thai sentence on ``fault``, for which the ``tag`` is to blame; ``filters`` are those that it could use."""
    text = str(fault)
    quoted = re.findall(r"'([^']*)'", text)
    name = quoted[-1] if quoted else ""
    if isinstance(fault, SecurityError):
        return "คำสั่งนี้ไม่อนุญาตให้ใช้ในแม่แบบ"
    if isinstance(fault, TooDeepError):
        return _TOO_DEEP
    if isinstance(fault, TooMuchError):
        return _TOO_OFTEN if "for " in tag else _TOO_LONG
    if isinstance(fault, UndefinedError) and "has no element" in text:
        return "รายการนี้มีไม่ครบตามลำดับที่เรียก วนรอบด้วยคำสั่ง for หรือตรวจด้วย if ก่อน"
    if isinstance(fault, UndefinedError):
        return f"ไม่รู้จักชื่อ «{_whole_name(name, tag)}» ตรวจตัวสะกดกับรายการชื่อที่ใช้ได้"
    if isinstance(fault, AddressError):
        return f"ที่อยู่ของลิงก์เป็น «{fault.address}» ซึ่งไม่ใช่ที่อยู่เว็บ (http, https) หรืออีเมล (mailto)"
    if isinstance(fault, UnprintableError) and fault.kind == Picture.__name__:
        return f"ภาพหรือแผนภูมิต้องบอกขนาดเป็นเซนติเมตรด้วย fit เช่น {{{{ {tag.strip('{} ')}|fit(16, 8.5) }}}}"
    if isinstance(fault, UnprintableError):
        return f"ค่านี้พิมพ์เป็นข้อความไม่ได้ (เป็นชนิด {fault.kind}) ใช้ชื่อที่เป็นข้อความ หรือวนรอบด้วยคำสั่ง for"
    if isinstance(fault, NoPictureError):
        return "ค่านี้ไม่ใช่ภาพ PNG, JPEG, GIF หรือ BMP ใช้ fit กับชื่อที่เป็นภาพเท่านั้น"
    if isinstance(fault, TemplateSyntaxError):
        return _syntax(text, name, filters)
    if isinstance(fault, BrokenDocumentError):
        return f"เอกสารที่ได้ไม่สมบูรณ์ เพราะมีคำสั่งเปิดและคำสั่งปิดคร่อมย่อหน้าหรือตาราง ({text})"
    return f"คำสั่งนี้ใช้ไม่ได้ ({text})"


def _syntax(text: str, name: str, filters: Collection[str]) -> str:
    if "unknown tag" in text:
        known = re.search(r"unknown tag '([^']*)'", text)
        word = known[1] if known else name
        if word.startswith(("end", "el")):
            return f"คำสั่ง «{word}» ไม่มีคำสั่งเปิดที่คู่กัน"
        return f"ไม่รู้จักคำสั่ง «{word}»"
    if "Unexpected end of template" in text:
        return "คำสั่งนี้ยังไม่มีคำสั่งปิดที่คู่กัน เช่น endfor หรือ endif"
    if "No filter named" in text:
        return f"ไม่มีตัวกรอง «{name}» ตัวกรองที่ใช้ได้คือ {', '.join(filters)}"
    return f"เขียนคำสั่งผิดรูปแบบ ({text})"


def _whole_name(name: str, tag: str) -> str:
    """``office.nam`` where the tag has it so, else the last part alone."""
    found = re.search(rf"[^\s{{}}%|()]*{re.escape(name)}(?![^\s{{}}%|().\[\]])", tag)
    return found.group() if found else name
