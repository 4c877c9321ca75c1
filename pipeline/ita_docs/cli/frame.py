"""What click itself says round our commands, in Thai: headings of the help, and the sentences of wrong usage.

click asks gettext for each of its sentences, by a name ``_`` in each of its modules, and gettext goes by the
variables of the terminal: in most offices it would find nothing. Setting those variables would reach LibreOffice
and every other child too. So the names are bound here to one table. What the table lacks stays in English.
"""

from __future__ import annotations

import sys
import unicodedata

import click

from ita_docs import stopping

OPTIONS, COMMAND = "[ตัวเลือก]", "คำสั่ง [ค่า]..."
"""What the usage line calls the options of a command, and a command with what follows it."""

REFUSED, BROKEN, STOPPED = 1, 3, stopping.STOPPED
"""How a command ends that did not end well: problems in the data, a broken set-up, Ctrl-C."""
SENTENCES = {
    # help
    "Usage:": "วิธีใช้:",
    "Options": "ตัวเลือก",
    "Commands": "คำสั่ง",
    "default: {default}": "ค่าเริ่มต้น: {default}",
    "required": "ต้องระบุ",
    "Show this message and exit.": "แสดงวิธีใช้",
    "%(prog)s, version %(version)s": "%(prog)s รุ่น %(version)s",
    # wrong usage
    "Error: {message}": "ข้อผิดพลาด: {message}",
    "Try '{command} {option}' for help.": "ดูวิธีใช้ด้วยคำสั่ง {command} {option}",
    "Missing command.": "ยังไม่ได้ระบุคำสั่ง",
    "Missing argument": "ยังไม่ได้ระบุ",
    "Missing option": "ยังไม่ได้ระบุตัวเลือก",
    "No such command {name!r}.": "ไม่มีคำสั่ง {name!r}",
    "No such option {name!r}.": "ไม่มีตัวเลือก {name!r}",
    "No such option: {name}": "ไม่มีตัวเลือก {name!r}",
    "Did you mean {possibility}?": "หมายถึง {possibility} หรือไม่",
    "(Did you mean one of: {possibilities}?)": "หมายถึงคำใดคำหนึ่งต่อไปนี้หรือไม่: {possibilities}",
    "(Possible options: {possibilities})": "หมายถึงคำใดคำหนึ่งต่อไปนี้หรือไม่: {possibilities}",
    "Option {name!r} requires an argument.": "ต้องระบุค่าต่อจากตัวเลือก {name!r}",
    "Option {name!r} does not take a value.": "ตัวเลือก {name!r} ใช้โดยไม่ต้องระบุค่า",
    "Got unexpected extra argument ({args})": "ระบุค่าเกินมา: {args}",
    "Got unexpected extra arguments ({args})": "ระบุค่าเกินมา: {args}",
    # a value that is wrong
    "Invalid value: {message}": "ค่าที่ระบุไม่ถูกต้อง: {message}",
    "Invalid value for {param_hint}: {message}": "ค่าของ {param_hint} ไม่ถูกต้อง: {message}",
    "{value!r} is not a valid {number_type}.": "{value!r} ไม่ใช่จำนวนเต็ม",
    "{value} is not in the range {range}.": "{value} อยู่นอกช่วงที่ใช้ได้ ({range})",
    "{value!r} is not one of {choices}.": "ใช้ {value!r} ไม่ได้ เลือกได้จาก {choices}",
    "{name} {filename!r} does not exist.": "ไม่พบ {filename!r}",
    "{name} {filename!r} is a file.": "{filename!r} เป็นไฟล์ ต้องระบุโฟลเดอร์",
    "{name} {filename!r} is a directory.": "{filename!r} เป็นโฟลเดอร์ ต้องระบุไฟล์",
    "{name} {filename!r} is not readable.": "ไม่มีสิทธิ์อ่าน {filename!r}",
    "Aborted!": "หยุดตามคำสั่ง",
}
"""click's sentences, of every release that we allow, and ours. Numbers are whole in all our commands."""


def speak_thai() -> None:
    """Have click say its sentences in Thai, and line up the columns of its help as a terminal shows them.

    A release of click without such a name, or with its modules cut otherwise, speaks English and is not disturbed.
    """
    ours = {"_": _said, "ngettext": _said_of_many, "term_len": _cells}
    for path, module in tuple(sys.modules.items()):
        if path.partition(".")[0] == click.__name__:
            vars(module).update({name: ours[name] for name in ours.keys() & vars(module).keys()})


def _said(sentence: str) -> str:
    return SENTENCES.get(sentence, sentence)


def _said_of_many(one: str, many: str, count: int) -> str:
    return _said(one if count == 1 else many)


def _cells(text: str) -> int:
    """How many cells of a terminal ``text`` takes: a mark above or below a letter takes none."""
    return sum(unicodedata.category(char) != "Mn" for char in text)
