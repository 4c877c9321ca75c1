"""Names of persons: the titles before them, and their spelling alone."""

from __future__ import annotations

import re

from officefiles.thai.text import clean

_GRADES = ("เอก", "โท", "ตรี")
_RANKS = (
    *(arm + grade for arm in ("พล", "พัน", "ร้อย", "จ่าสิบ", "สิบ") for grade in _GRADES),
    *(arm + grade for arm in ("พลเรือ", "นาวา", "เรือ", "พันจ่า", "จ่า") for grade in _GRADES),
    *(arm + grade for arm in ("พลอากาศ", "นาวาอากาศ", "เรืออากาศ", "พันจ่าอากาศ", "จ่าอากาศ") for grade in _GRADES),
    *(arm + grade for arm in ("พลตำรวจ", "พันตำรวจ", "ร้อยตำรวจ", "สิบตำรวจ") for grade in _GRADES),
    "พลจัตวา", "ดาบตำรวจ", "จ่าสิบตำรวจ",
    *(corps + grade for corps in ("นายกอง", "นายหมวด", "นายหมู่") for grade in ("ใหญ่", *_GRADES)),  # ยศกองอาสารักษาดินแดน
    *(arm + grade for arm in ("พล.", "พ.", "ร.", "จ.ส.", "ส.") for grade in ("อ.", "ท.", "ต.")),
    *(arm + grade for arm in ("พล.ร.", "น.", "พ.จ.", "จ.", "พล.อ.", "พ.อ.") for grade in ("อ.", "ท.", "ต.")),
    *(arm + grade for arm in ("พล.ต.", "พ.ต.", "ร.ต.", "ส.ต.") for grade in ("อ.", "ท.", "ต.")),
    "พล.จ.", "ด.ต.",
)  # fmt: skip
_ACADEMIC = ("ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์", "ดอกเตอร์", "ศ.", "รศ.", "ผศ.", "ดร.", "อาจารย์")
_MEDICAL = (
    "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "สัตวแพทย์", "สัตวแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง",
    "นพ.", "พญ.", "ทพ.", "ทพญ.", "สพ.", "สพญ.", "น.สพ.", "ภก.", "ภญ.",
)  # fmt: skip
_ROYAL = ("หม่อมราชวงศ์", "หม่อมหลวง", "หม่อมเจ้า", "หม่อม", "ม.ร.ว.", "ม.ล.", "ม.จ.", "ท่านผู้หญิง", "คุณหญิง")
_RELIGIOUS = ("พระ", "พระครู", "พระมหา", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "พระอธิการ", "สามเณร", "แม่ชี")
_WOMENS_RANKS = tuple(rank + "หญิง" for rank in _RANKS)
_ALL_RANKS = _RANKS + _WOMENS_RANKS
_ACTING_RANKS = tuple("ว่าที่" + rank for rank in _ALL_RANKS)

TITLES = tuple(
    sorted(
        ("นาย", "นาง", "นางสาว", "น.ส.", *_ALL_RANKS, *_ACTING_RANKS, *_ACADEMIC, *_MEDICAL, *_ROYAL, *_RELIGIOUS),
        key=lambda title: (-len(title), title),
    )
)  # fmt: skip
"""Every title known, the longest first, without spaces; ``split_title`` also takes them with spaces."""

_POSTS_LIKE_TITLES = (
    "นายก(?:รัฐมนตรี|เทศมนตรี|องค์การ|เมือง|สภา|สมาคม|เหล่า)|นาย(?:อำเภอ|ช่าง|ทะเบียน|ตรวจ|ตำรวจ|ทหาร|สถานี)|พระราช"
)


def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of ``titles``, spaces allowed after a full stop and ว่าที่, and before หญิง."""
    spaced = (
        re.escape(title).replace(r"\.", r"\.\s*").replace("ว่าที่", r"ว่าที่\s*").replace("หญิง", r"\s*หญิง")
        for title in titles
    )
    return re.compile("(?:" + "|".join(spaced) + r")\s*(?=[ก-ฮเ-ไA-Za-z]|$)")


_FIRST_TITLE = _pattern(TITLES)
_LATER_TITLE = _pattern(tuple(title for title in TITLES if title in _ACADEMIC + _MEDICAL + _ROYAL))
_POST = re.compile(_POSTS_LIKE_TITLES)
_RANK = _pattern(tuple(title for title in TITLES if title in _ALL_RANKS + _ACTING_RANKS))


def split_title(name: str) -> tuple[str, str]:
    """Title and the rest of a name: ``("ว่าที่ ร.ต.", "สมชาย ใจดี")``; titles may follow one another (``ผศ. ดร.``).

    The title is ``""`` where there is none; a post such as นายอำเภอ or นายช่าง is not taken for a title.
    """
    match = None if _POST.match(name) else _FIRST_TITLE.match(name)
    if not match:
        return "", name
    end = match.end()
    while later := _LATER_TITLE.match(name, end):
        end = later.end()
    return name[:end].strip(), name[end:].strip()


def title_of(name: str) -> str:
    """The title that a name begins with; empty where there is none."""
    return split_title(name)[0]


def split_rank(title: str) -> tuple[str, str]:
    """The military or police rank that a title begins with, and the rest of it: ``("ว่าที่ร้อยตรี", "ดร.")``.

    The rank is ``""`` where there is none.
    """
    match = _RANK.match(title)
    return (match[0].strip(), title[match.end() :]) if match else ("", title)


_NOT_SPELLED = re.compile("[^ก-ฮ\u0e30-\u0e39\u0e40-\u0e45A-Za-z]")


def fold(name: str) -> str:
    """A name for comparison: letters and vowels alone, without title, spaces, tone marks and other signs."""
    return _NOT_SPELLED.sub("", split_title(clean(name))[1]).casefold()


_SILENCED = re.compile("[ก-ฮ][\u0e34\u0e38]?\u0e4c")
_SAME_SOUND = str.maketrans("ศษซฑฒธณฎฏภฆฬญฐใ", "สสสทททนดตพคลยถไ")


def sound(name: str) -> str:
    """A name for comparison by ear: as ``fold``, silenced letters gone and letters of one sound made one, so that
    ศิริพรรณ and สิริพันธุ์ are alike."""
    bare = _SILENCED.sub("", split_title(clean(name))[1]).replace("รร", "\u0e31")
    return _NOT_SPELLED.sub("", bare).translate(_SAME_SOUND).casefold()
