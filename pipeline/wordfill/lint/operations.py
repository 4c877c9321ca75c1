"""Calculations and comparisons of a tag: whether what stands on both sides can be taken together."""

from __future__ import annotations

from jinja2 import nodes

from wordfill.lint import expression_kinds as kinds
from wordfill.lint.names import ANYTHING, COUNT, COUNTED, FLAG, PICTURE, TEXT, TEXTS, WORD, Node
from wordfill.lint.scope import Scope
from wordfill.lint.written import written

REFUSED = {nodes.Mul: "*", nodes.Div: "/", nodes.FloorDiv: "//", nodes.Mod: "%", nodes.Pow: "**"}
"""What templates do not calculate."""
SIGNS = {nodes.Add: "+", nodes.Sub: "-", nodes.Neg: "-", nodes.Pos: "+"}

_ORDERED = ("lt", "lteq", "gt", "gteq")
_THAI = {TEXT: "ข้อความ", COUNTED: "ตัวเลข", PICTURE: "รูปภาพ", FLAG: "ค่าใช่หรือไม่ใช่", "nothing": "ค่าที่ไม่ใช่ข้อความ"}
_LIST, _GROUP = "list", "group"
_THAI |= {_LIST: "รายการ", _GROUP: "กลุ่มของชื่อข้อมูล"}
_AS_TEXT = 'เปรียบเทียบกับข้อความในเครื่องหมายคำพูดตามที่พิมพ์ในเอกสาร เช่น {name} == "๘๐"'
_AS_LENGTH = "เปรียบเทียบจำนวนข้อด้วย {name} | length เช่น {{% if {name} | length > 3 %}}"
_AS_CONDITION = "ใช้ชื่อนี้เป็นเงื่อนไขโดยไม่ต้องเปรียบเทียบ เช่น {{% if {name} %}}"
_ALIKE = "เปรียบเทียบค่าชนิดเดียวกัน"


def kind_of(node: Node) -> str:
    """What a value is: one of the kinds of ``names``, ``list``, ``group``, or ``anything``."""
    if node is ANYTHING:
        return "anything"
    if node.element is not None:
        return _LIST
    return _GROUP if node.fields or node.is_keyed else TEXT if node.kind in TEXTS else node.kind


def thai_kind(node: Node) -> str:
    """What staff call a value of this kind."""
    return _THAI.get(kind_of(node), "ค่านี้")


def calculated(expression: nodes.Expr, parts: list[Node], scope: Scope) -> Node:
    """What a sum, a difference or a sign comes to: two numbers, two texts or two lists can be added."""
    sign = SIGNS[type(expression)]
    found = [kind_of(part) for part in parts]
    if "anything" in found:
        return ANYTHING
    if set(found) == {COUNTED}:
        return COUNT
    if isinstance(expression, nodes.Add) and len(set(found)) == 1 and found[0] in (TEXT, _LIST):
        return WORD if found[0] == TEXT else parts[0]
    wrong = next(part for part in parts if kind_of(part) != COUNTED)
    scope.report(kinds.ARITHMETIC, {"name": sign, "what": thai_kind(wrong)})
    return ANYTHING


def compared(expression: nodes.Compare, left: Node, rights: list[Node], scope: Scope) -> None:
    """Report the first two that cannot be compared."""
    written_left: nodes.Node = expression.expr
    for operand, right in zip(expression.ops, rights, strict=True):
        pair = kind_of(left), kind_of(right)
        if "anything" not in pair and not _fit(operand.op, left, right):
            list_side = written_left if kind_of(left) in (_LIST, FLAG, TEXT) else operand.expr
            values = {"left": thai_kind(left), "right": thai_kind(right)}
            scope.report(kinds.COMPARISON, {**values, "meant": _cure(pair, written(list_side))})
            return
        if operand.op in _ORDERED and TEXT in pair:
            name = written(operand.expr if isinstance(written_left, nodes.Const) else written_left)
            scope.report(kinds.ORDER, {"name": name})
            return
        left, written_left = right, operand.expr


def _fit(sign: str, left: Node, right: Node) -> bool:
    one, other = kind_of(left), kind_of(right)
    if sign in ("in", "notin"):
        if right.element is not None:
            return right.element is ANYTHING or kind_of(right.element) == one
        return other in (TEXT, _GROUP) and one == TEXT
    if sign in _ORDERED:
        return one == other and one in (TEXT, COUNTED)
    return one == other or "nothing" in (one, other)


def _cure(pair: tuple[str, str], name: str) -> str:
    cure = _ALIKE
    if _LIST in pair and COUNTED in pair:
        cure = _AS_LENGTH
    elif set(pair) == {TEXT, COUNTED}:
        cure = _AS_TEXT
    elif FLAG in pair:
        cure = _AS_CONDITION
    return cure.format(name=name)
