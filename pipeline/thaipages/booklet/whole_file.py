"""What a file says once for all its pages: the booklet has that of its first part, and what others lose is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree

from officefiles.opc import Package, Part, W
from officefiles.styles import is_switched_on, value_of

_ONCE = {
    "mirrorMargins": "ระยะขอบที่สลับข้างในหน้าคู่",
    "gutterAtTop": "ระยะเย็บเล่มที่ขอบบน",
    "bookFoldPrinting": "การพิมพ์แบบพับเป็นเล่ม",
    "autoHyphenation": "การแบ่งคำท้ายบรรทัดด้วยยัติภังค์",
}
_BACKGROUND = "สีพื้นของหน้า"
_TABS = "ระยะแท็บปกติ"
_COMPATIBILITY = "การจัดหน้าตามแบบของ Word รุ่นก่อน"
_USUAL_TAB = "720"
_OLDEST = "12"


def unlike(parts: Sequence[Package]) -> dict[int, tuple[str, ...]]:
    """What of its look each part, by its place, does not keep in the booklet of ``parts``, in Thai: what a file says
    once, and the booklet says otherwise. Parts that keep all are not named."""
    said = [_said(part) for part in parts]
    booklet = {**said[0], _BACKGROUND: _background(said)}
    found = {}
    for place, (part, own) in enumerate(zip(parts, said, strict=True)):
        names = [name for name, value in own.items() if value != booklet[name] and (name != _TABS or _has_tabs(part))]
        if names:
            found[place] = tuple(names)
    return found


def background(parts: Sequence[Package]) -> etree._Element | None:
    """The background of the pages, where all parts have the same."""
    shared = _background([_said(part) for part in parts])
    return parts[0].parts[parts[0].main].tree.find(f"{W}background") if shared else None


def _background(said: Sequence[Mapping[str, str]]) -> str:
    every = {own[_BACKGROUND] for own in said}
    return every.pop() if len(every) == 1 else ""


def _has_tabs(part: Package) -> bool:
    return next(part.parts[part.main].tree.iterfind(f".//{W}r/{W}tab"), None) is not None


def _said(part: Package) -> dict[str, str]:
    """What a part says for all of its pages, by its Thai name."""
    said = (part.of_main("settings") or Part(etree.Element("nothing"))).made(_in_settings)
    shown = part.parts[part.main].tree.find(f"{W}background") if said[_BACKGROUND] else None
    background = b"" if shown is None else etree.tostring(shown, method="c14n", exclusive=True, with_tail=False)
    return {**said, _BACKGROUND: background.decode()}


def _in_settings(settings: Part) -> dict[str, str]:
    """What settings say for all pages, of the background whether it is shown."""
    tree = settings.tree
    said = {thai: str(is_switched_on(tree.find(f"{W}{name}"))) for name, thai in _ONCE.items()}
    said[_BACKGROUND] = "shown" if is_switched_on(tree.find(f"{W}displayBackgroundShape")) else ""
    said[_TABS] = value_of(tree, "defaultTabStop") or _USUAL_TAB
    said[_COMPATIBILITY] = _compatibility(tree)
    return said


def _compatibility(settings: etree._Element) -> str:
    """Which Word's rules the pages are laid out by, and which exceptions from them are switched on."""
    compat = settings.find(f"{W}compat")
    mode, switches = _OLDEST, []
    for child in compat if compat is not None else ():
        if child.tag != f"{W}compatSetting":
            switches += [etree.QName(child).localname] if is_switched_on(child) else []
        elif child.get(f"{W}name") == "compatibilityMode":
            mode = child.get(f"{W}val", _OLDEST)
    return " ".join([mode, *sorted(switches)])
