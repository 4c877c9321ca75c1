"""The names of one part, tag by tag, as loops bind and release them."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from jinja2 import nodes

from officefiles.problems import Kind
from wordfill.lint import expression_kinds as kinds
from wordfill.lint import statements
from wordfill.lint.blocks import Block, Structure
from wordfill.lint.characters import thai_in, wrong_keyboard
from wordfill.lint.expressions import Scope, check_printed, parse, resolve, written
from wordfill.lint.finding import Finding
from wordfill.lint.names import ANYTHING, LOOP, Node, nearest
from wordfill.lint.tags import Ending, Tag

_TARGETS = re.compile(r"\w+(?:\s*,\s*\w+)*")
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'")


@dataclass(slots=True)
class _Walk:
    """Where the walk through one part stands: frames of names (the innermost last, each with its block), variables
    of loops that ended, and what was gathered."""

    filters: Collection[str]
    frames: list[tuple[Block | None, dict[str, Node]]]
    used: dict[Tag, set[str]]
    ended: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def scope(self, tag: Tag) -> Scope:
        """What can be used at ``tag``; each name is reported once for a tag."""
        reported: set[str] = set()

        def report(kind: Kind, values: dict[str, str]) -> None:
            if values.get("name", kind.id) not in reported:
                reported.add(values.get("name", kind.id))
                self.findings.append(tag.finding(kind, **values))

        names = ChainMap(*(names for _, names in reversed(self.frames)))
        used = self.used.setdefault(tag, set())
        return Scope(names, self.ended, self.filters, report, lambda node: used.add(node.path))


def check(
    tags: Sequence[Tag], structure: Structure, root: Node, filters: Collection[str]
) -> tuple[list[Finding], dict[Tag, set[str]]]:
    """What is wrong with the names and values of one part, and the names (``committees[].name``) that each tag uses."""
    walk = _Walk(filters, [(None, dict(root.fields))], {})
    openers = {block.opener: block for block in structure.blocks}
    closers = {block.closer: block for block in structure.blocks if block.closer is not None}
    raw: Tag | None = None
    for tag in tags:
        raw = None if raw is not None and tag is raw else raw
        if raw is not None or tag.mark == "#" or not tag.code:
            continue
        if tag.mark == "{":
            _check_print(tag, walk)
        elif tag in closers:
            _close(closers[tag], walk)
            _check_bare(tag, walk)
        else:
            _check_statement(tag, openers.get(tag), walk)
            block = openers.get(tag)
            raw = block.closer if block is not None and block.word == "raw" else None
    return walk.findings, walk.used


def _check_print(tag: Tag, walk: _Walk) -> None:
    if tag.prefix:
        walk.findings.append(tag.finding(kinds.RAW, meant=f"{{{{ {tag.code} }}}}"))
    tree = parse(f"{{{{ {tag.code} }}}}")
    if tree is None:
        _report_syntax(tag, walk)
    elif tag.ending is not Ending.MISSING:
        for output in tree.find_all(nodes.Output):
            for expression in output.nodes:
                check_printed(expression, walk.scope(tag))


def _check_statement(tag: Tag, block: Block | None, walk: _Walk) -> None:
    word, argument = statements.keyword(tag), statements.argument(tag)
    if word in ("if", "elif"):
        _resolve_all(tag, f"{{% if {argument} %}}{{% endif %}}", walk)
    elif word == "for":
        walk.frames.append((block, _loop(tag, argument, walk)))
    elif word == "set" and block is None:
        walk.frames[-1][1].update(_assigned(tag, argument, walk))
    elif word in ("set", "with", "macro"):
        _open_other(tag, block, word, argument, walk)
    elif word in ("cellbg", "colspan"):
        _resolve_all(tag, f"{{% if {argument} %}}{{% endif %}}", walk)
    elif word in (*statements.ENDS, "else"):
        _check_bare(tag, walk)


def _resolve_all(tag: Tag, source: str, walk: _Walk) -> None:
    tree = parse(source)
    if tree is None:
        _report_syntax(tag, walk)
    elif tag.ending is not Ending.MISSING:
        for condition in tree.find_all(nodes.If):
            resolve(condition.test, walk.scope(tag))


def _loop(tag: Tag, argument: str, walk: _Walk) -> dict[str, Node]:
    """The names that a loop binds."""
    tree = parse(f"{{% for {argument} %}}{{% endfor %}}")
    loop = next(tree.find_all(nodes.For), None) if tree is not None else None
    if loop is None:
        _report_syntax(tag, walk)
        targets = _TARGETS.match(argument)
        return {"loop": LOOP, **dict.fromkeys(re.findall(r"\w+", targets[0] if targets else ""), ANYTHING)}
    silent = tag.ending is Ending.MISSING
    element = ANYTHING if silent else _element(loop, walk.scope(tag))
    if not isinstance(loop.target, nodes.Name):
        names = {name.name: ANYTHING for name in loop.target.find_all(nodes.Name)}
    else:
        names = {loop.target.name: element}
    bound = {"loop": LOOP, **names}
    if loop.test is not None and not silent:
        walk.frames.append((None, bound))
        resolve(loop.test, walk.scope(tag))
        walk.frames.pop()
    return bound


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


def _assigned(tag: Tag, argument: str, walk: _Walk) -> dict[str, Node]:
    tree = parse(f"{{% set {argument} %}}")
    if tree is None:
        _report_syntax(tag, walk)
        return {}
    names: dict[str, Node] = {}
    for assignment in tree.find_all(nodes.Assign):
        node = resolve(assignment.node, walk.scope(tag))
        simple = isinstance(assignment.target, nodes.Name)
        names.update({name.name: node if simple else ANYTHING for name in _names_of(assignment.target)})
    return names


def _open_other(tag: Tag, block: Block | None, word: str, argument: str, walk: _Walk) -> None:
    """Bind what a ``set`` block, ``with`` or ``macro`` binds; what it is, is not followed."""
    tree = parse(f"{{% {word} {argument} %}}{{% end{word} %}}")
    if tree is None:
        _report_syntax(tag, walk)
        return
    for macro in tree.find_all(nodes.Macro):
        walk.frames[-1][1][macro.name] = ANYTHING
        walk.frames.append((block, {name.name: ANYTHING for name in macro.args}))
    for statement in tree.find_all(nodes.With):
        bound = {}
        for target, value in zip(statement.targets, statement.values, strict=True):
            node = resolve(value, walk.scope(tag))
            bound.update({name.name: node for name in _names_of(target)})
        walk.frames.append((block, bound))
    for assignment in tree.find_all(nodes.AssignBlock):
        walk.frames[-1][1].update({name.name: ANYTHING for name in _names_of(assignment.target)})


def _names_of(target: nodes.Node) -> list[nodes.Name]:
    return [target] if isinstance(target, nodes.Name) else list(target.find_all(nodes.Name))


def _close(block: Block, walk: _Walk) -> None:
    for frame in [frame for frame in walk.frames if frame[0] is block]:
        walk.frames.remove(frame)
        walk.ended.update(dict.fromkeys(frame[1], block.opener.raw))


def _check_bare(tag: Tag, walk: _Walk) -> None:
    """An ``else`` or an end has nothing after its word."""
    if statements.argument(tag):
        word = statements.keyword(tag)
        walk.scope(tag).report(kinds.SYNTAX, {"advice": f"ลบคำที่อยู่หลัง {word}"})


def _report_syntax(tag: Tag, walk: _Walk) -> None:
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
    if word in ("if", "elif") and re.search(r"(?<![=!<>])=(?!=)", code):
        return "ใช้ == (เท่ากับสองตัว) เมื่อเปรียบเทียบ"
    if word in ("if", "elif") and not statements.argument(tag):
        return f"ใส่เงื่อนไขหลัง {word}"
    near = nearest(re.sub(r"\s+", ".", code.strip()), scope.names) or nearest(re.sub(r"\s+", "_", code), scope.names)
    if tag.mark == "{" and near:
        lost = " (ลืมเปลี่ยนภาษาของแป้นพิมพ์)" if thai_in(code) and wrong_keyboard(code) != code else ""
        return f"หมายถึง {{{{ {near} }}}} หรือไม่{lost}"
    return "ตรวจสอบจุด วงเล็บ และเครื่องหมายคำพูดในแท็ก"
