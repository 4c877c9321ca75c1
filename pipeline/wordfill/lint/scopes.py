"""The names of one part, tag by tag, as loops bind and release them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from jinja2 import nodes

from officefiles.opc import W
from wordfill.bounds import TooDeepError
from wordfill.lint import expression_kinds as kinds
from wordfill.lint import statements
from wordfill.lint.blocks import Block, Structure
from wordfill.lint.characters import thai_in, wrong_keyboard
from wordfill.lint.expressions import check_printed, check_test, parse, resolve
from wordfill.lint.facts import facts
from wordfill.lint.finding import Finding
from wordfill.lint.names import ANYTHING, COUNTED, LOOP, WORD, Node, loop_over, nearest
from wordfill.lint.scope import Scope
from wordfill.lint.tags import Ending, Tag
from wordfill.lint.walk import Walk
from wordfill.lint.written import written

_TARGETS = re.compile(r"\w+(?:\s*,\s*\w+)*")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}|auto")
_EQUALS = re.compile(r"(?<![=!<>])=(?!=)|===|<>|≠")
_JOINED = re.compile(r"&|\|\||!(?!=)|\b(?:AND|OR|NOT|then|THEN|And|Or|Not)\b")
_LOOP_TAKEN = "loop เป็นชื่อที่คำสั่ง for ใช้บอกลำดับของรอบ ตั้งชื่ออื่น เช่น {% for one in … %}"
_CELL_TAGS = {
    "colspan": "รูปแบบที่ถูกต้องคือ {% colspan 2 %} โดยใช้ตัวเลขอารบิก หนึ่งคำสั่งต่อหนึ่งช่อง",
    "cellbg": "รูปแบบที่ถูกต้องคือ {% cellbg 'D9D9D9' %} โดยใช้รหัสสีหกหลักในเครื่องหมายคำพูด หนึ่งคำสั่งต่อหนึ่งช่อง",
}


def check(
    tags: Sequence[Tag], structure: Structure, root: Node, filters: Collection[str]
) -> tuple[list[Finding], dict[Tag, set[str]]]:
    """What is wrong with the names and values of one part, and the names (``committees[].name``) that each tag uses."""
    walk = Walk.through(structure, root, filters)
    raw: Tag | None = None
    for tag in tags:
        raw = None if raw is not None and tag is raw else raw
        if raw is not None or tag.mark == "#" or not tag.code:
            continue
        try:
            _check_tag(tag, walk)
        except TooDeepError:
            walk.findings.append(tag.finding(kinds.DEEP))
        block = walk.openers.get(tag)
        raw = block.closer if block is not None and block.word == "raw" else None
    return walk.findings, walk.used


def _check_tag(tag: Tag, walk: Walk) -> None:
    if tag.mark == "{":
        _check_print(tag, walk)
    elif tag in walk.closers:
        walk.close(walk.closers[tag])
        _check_bare(tag, walk)
    else:
        _check_statement(tag, walk.openers.get(tag), walk)


def _check_print(tag: Tag, walk: Walk) -> None:
    word = statements.first_word(tag.code)
    if word in statements.WORDS and word not in walk.scope(tag).names:
        advice = f"คำสั่งอยู่ระหว่าง {{% กับ %}} หมายถึง {{% {tag.code} %}} หรือไม่"
        walk.findings.append(tag.finding(kinds.SYNTAX, advice=advice))
        return
    if tag.prefix:
        walk.findings.append(tag.finding(kinds.RAW, meant=f"{{{{ {tag.code} }}}}"))
    tree = parse(f"{{{{ {tag.code} }}}}")
    if tree is None:
        _report_syntax(tag, walk)
    elif tag.ending is not Ending.MISSING:
        for output in tree.find_all(nodes.Output):
            for expression in output.nodes:
                check_printed(expression, walk.scope(tag))


def _check_statement(tag: Tag, block: Block | None, walk: Walk) -> None:
    word, argument = statements.keyword(tag), statements.argument(tag)
    if word in ("if", "elif"):
        test = _condition(tag, argument, walk)
        walk.branch(tag, block, test)
    elif word == "else":
        walk.otherwise(tag)
        _check_bare(tag, walk)
    elif word == "for":
        _loop(tag, block, argument, walk)
    elif word == "set" and block is None:
        _assign(tag, argument, walk)
    elif word in ("set", "with", "macro"):
        _open_other(tag, block, word, argument, walk)
    elif word in _CELL_TAGS:
        _check_cell(tag, word, argument, walk)
    elif word in statements.ENDS:
        _check_bare(tag, walk)


def _condition(tag: Tag, argument: str, walk: Walk) -> nodes.Node | None:
    """The test of an ``if`` or ``elif``, looked through; ``None`` where it cannot be read."""
    tree = parse(f"{{% if {argument} %}}{{% endif %}}")
    if tree is None:
        _report_syntax(tag, walk)
        return None
    test = next(tree.find_all(nodes.If)).test
    if tag.ending is not Ending.MISSING:
        check_test(test, walk.scope(tag, choosing=True))
    return test


def _check_cell(tag: Tag, word: str, argument: str, walk: Walk) -> None:
    """A cell's span is a number, its colour six signs; docxtpl reads one of each in a cell, written in one way."""
    if tag.paragraph.cell is None:
        return
    tree = parse(f"{{{{ {argument} }}}}") if argument else None
    values = [one for output in tree.find_all(nodes.Output) for one in output.nodes] if tree is not None else []
    plain = not tag.prefix and re.fullmatch(rf"\s*{word}\s+[^%]+", tag.inner)
    twice = (word, tag.paragraph.cell) in walk.cells
    walk.cells.add((word, tag.paragraph.cell))
    if not plain or twice or len(values) != 1 or isinstance(values[0], nodes.TemplateData):
        walk.scope(tag).report(kinds.SYNTAX, {"advice": _CELL_TAGS[word]})
        return
    if where := _of_another_cell(tag, walk):
        walk.scope(tag).report(kinds.SYNTAX, {"advice": where})
        return
    node = resolve(values[0], walk.scope(tag))
    choices = list(_choices(values[0]))
    written_so = all(isinstance(one.value, str) and _COLOUR.fullmatch(one.value) for one in choices)
    sound = written_so and (choices or not node.path) if word == "cellbg" else node.kind == COUNTED or node is ANYTHING
    if not sound:
        walk.scope(tag).report(kinds.SYNTAX, {"advice": _CELL_TAGS[word]})


def _of_another_cell(tag: Tag, walk: Walk) -> str:
    """What to do where a statement would change another cell, or its own whatever a condition says; else empty."""
    cell, block = tag.paragraph.cell, walk.frames[-1].block
    if block is not None and block.opener.paragraph.cell is cell:
        return "คำสั่งนี้มีผลกับทั้งช่องเสมอ แม้อยู่ระหว่าง if หรือ for ให้เลือกในคำสั่งเอง เช่น {% cellbg 'D9D9D9' if … else 'FFFFFF' %}"
    before = tag.paragraph.element.itersiblings(W + "tbl", preceding=True)
    return "ย้ายคำสั่งนี้ไปไว้ก่อนตารางที่ซ้อนอยู่ในช่อง" if next(before, None) is not None else ""


def _choices(value: nodes.Node) -> Iterator[nodes.Const]:
    """The constants that ``value`` can come to."""
    if isinstance(value, nodes.CondExpr):
        yield from _choices(value.expr1)
        yield from _choices(value.expr2) if value.expr2 is not None else ()
    elif isinstance(value, nodes.Call):
        for argument in value.args:
            yield from _choices(argument)
    elif isinstance(value, nodes.Const):
        yield value


def _loop(tag: Tag, block: Block | None, argument: str, walk: Walk) -> None:
    """Bind the names of a loop."""
    tree = parse(f"{{% for {argument} %}}{{% endfor %}}")
    loop = next(tree.find_all(nodes.For), None) if tree is not None else None
    if loop is None:
        _report_syntax(tag, walk)
        targets = _TARGETS.match(argument)
        names = re.findall(r"\w+", targets[0] if targets else "")
        walk.enter(block, {"loop": LOOP, **dict.fromkeys(names, ANYTHING)}, {})
        return
    silent = tag.ending is Ending.MISSING
    element = ANYTHING if silent else _element(loop, walk.scope(tag))
    if loop.recursive and not silent:
        walk.scope(tag).report(kinds.RECURSIVE, {})
    name = written(loop.iter)
    outer = "" if isinstance(loop.iter, nodes.List | nodes.Tuple | nodes.Const) else walk.loop_over(name)
    if outer and not silent:
        walk.scope(tag).report(kinds.LOOP_AGAIN, {"name": name, "other": outer})
    bound = _unpacked(tag, loop.target, loop.iter, element, walk)
    if "loop" in bound and not silent:
        walk.scope(tag).report(kinds.SYNTAX, {"advice": _LOOP_TAKEN})
    walk.enter(block, {"loop": loop_over(element), **bound}, {name: 1}, name)
    if loop.test is not None and not silent:
        check_test(loop.test, walk.scope(tag))
        walk.know(facts(loop.test))


def _unpacked(tag: Tag, target: nodes.Node, value: nodes.Node, element: Node, walk: Walk) -> dict[str, Node]:
    """The names that ``target`` binds to an ``element``; several only where it is written out as so many."""
    if isinstance(target, nodes.Name):
        return {target.name: element}
    rows = value.items if isinstance(value, nodes.List | nodes.Tuple) else ()
    count = len(target.items) if isinstance(target, nodes.Tuple) else 0
    written_out = rows and all(isinstance(row, nodes.List | nodes.Tuple) and len(row.items) == count for row in rows)
    if not written_out and tag.ending is not Ending.MISSING:
        walk.scope(tag).report(kinds.UNPACKED, {})
    return {name.name: ANYTHING for name in target.find_all(nodes.Name)}


def _element(loop: nodes.For, scope: Scope) -> Node:
    node = resolve(loop.iter, scope)
    if node is ANYTHING:
        return ANYTHING
    if node.element is None:
        near = next((path for path in _lists_in(node, written(loop.iter))), "")
        meant = f" หมายถึง {near} หรือไม่" if near else ""
        scope.report(kinds.NOT_A_LIST, {"name": written(loop.iter), "meant": meant})
        return ANYTHING
    return node.element


def _lists_in(node: Node, name: str) -> Iterator[str]:
    return (f"{name}.{key}" for key, inner in node.fields.items() if inner.element is not None)


def _assign(tag: Tag, argument: str, walk: Walk) -> None:
    tree = parse(f"{{% set {argument} %}}")
    if tree is None:
        _report_syntax(tag, walk)
        return
    for assignment in tree.find_all(nodes.Assign):
        node = resolve(assignment.node, walk.scope(tag))
        rows = nodes.List([assignment.node])
        for name, bound in _unpacked(tag, assignment.target, rows, node, walk).items():
            if name == "loop" and name in walk.scope(tag).names:
                walk.scope(tag).report(kinds.SYNTAX, {"advice": _LOOP_TAKEN})
                continue
            if loop := walk.lost(name):
                walk.scope(tag).report(kinds.SET_LOST, {"name": name, "other": loop})
            walk.bind(name, bound)


def _open_other(tag: Tag, block: Block | None, word: str, argument: str, walk: Walk) -> None:
    """Bind what a ``set`` block or ``with`` binds; a ``macro`` is refused elsewhere, and what it is not followed."""
    tree = parse(f"{{% {word} {argument} %}}{{% end{word} %}}")
    if tree is None:
        _report_syntax(tag, walk)
        return
    for macro in tree.find_all(nodes.Macro):
        walk.bind(macro.name, ANYTHING)
        walk.enter(block, {name.name: ANYTHING for name in macro.args}, {})
    for statement in tree.find_all(nodes.With):
        bound = {}
        for target, value in zip(statement.targets, statement.values, strict=True):
            bound.update(_unpacked(tag, target, nodes.List([value]), resolve(value, walk.scope(tag)), walk))
        walk.enter(block, bound, {})
    for assignment in tree.find_all(nodes.AssignBlock):
        if isinstance(assignment.target, nodes.NSRef) or assignment.filter is not None:
            walk.scope(tag).report(kinds.UNPACKED, {})
        elif isinstance(assignment.target, nodes.Name):
            if assignment.target.name == "loop" and "loop" in walk.scope(tag).names:
                walk.scope(tag).report(kinds.SYNTAX, {"advice": _LOOP_TAKEN})
            walk.bind(assignment.target.name, WORD)


def _check_bare(tag: Tag, walk: Walk) -> None:
    """An ``else`` or an end has nothing after its word."""
    if statements.argument(tag):
        word = statements.keyword(tag)
        walk.scope(tag).report(kinds.SYNTAX, {"advice": f"ลบคำที่อยู่หลัง {word}"})


def _report_syntax(tag: Tag, walk: Walk) -> None:
    if tag.ending is not Ending.MISSING:
        scope = walk.scope(tag)
        scope.report(kinds.SYNTAX, {"advice": _advice(tag, scope)})


def _advice(tag: Tag, scope: Scope) -> str:
    code = _LITERAL.sub("", tag.code)
    word = statements.keyword(tag)
    if "'" in code or '"' in code:
        return "เครื่องหมายคำพูดไม่ครบคู่"
    if any(code.count(left) != code.count(right) for left, right in ("()", "[]")):
        return "วงเล็บไม่ครบคู่"
    if word == "for" and not re.search(r"\w\s+in\s+\S", code):
        return "รูปแบบที่ถูกต้องคือ {% for ชื่อที่ตั้งเอง in ชื่อรายการ %} เช่น {% for item in measures %}"
    if word in ("if", "elif") and _EQUALS.search(code):
        return "ใช้ == (เท่ากับสองตัว) เมื่อเปรียบเทียบ และใช้ != เมื่อไม่เท่ากัน"
    if word in ("if", "elif") and _JOINED.search(code):
        return "เชื่อมเงื่อนไขด้วย and, or และ not ที่เป็นตัวพิมพ์เล็ก ไม่มีคำอื่นหลังเงื่อนไข"
    if word in ("if", "elif") and not statements.argument(tag):
        return f"ใส่เงื่อนไขหลัง {word}"
    near = nearest(re.sub(r"\s+", ".", code.strip()), scope.names) or nearest(re.sub(r"\s+", "_", code), scope.names)
    if tag.mark == "{" and near:
        lost = " (ลืมเปลี่ยนภาษาของแป้นพิมพ์)" if thai_in(code) and wrong_keyboard(code) != code else ""
        return f"หมายถึง {{{{ {near} }}}} หรือไม่{lost}"
    return "ตรวจสอบจุด วงเล็บ และเครื่องหมายคำพูดในแท็ก"
