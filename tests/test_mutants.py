"""The faults that ``bench.mutants`` plants: each kind in a source of few lines, and the draw."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bench.mutation.draw import draw
from bench.mutation.fault import Fault
from bench.mutation.finder import faults
from bench.mutation.related import Related, Timed, kept

KINDS = [
    ("comparison", "a < b", ["a <= b"]),
    ("comparison", "a <= b > c", ["a < b > c", "a <= b >= c"]),
    ("comparison", "(a) == (b)", ["(a) != (b)"]),
    ("comparison", "a is b", ["a is not b"]),
    ("comparison", "a is not b", ["a is b"]),
    ("comparison", "a in b", ["a not in b"]),
    ("comparison", "a not  in b", ["a in b"]),
    ("comparison", "'ก' < b", ["'ก' <= b"]),
    ("and/or", "a and b and c", ["a or b and c", "a and b or c"]),
    ("and/or", "a or (b)", ["a and (b)"]),
    ("negated", "a if b else c", ["a if not (b) else c"]),
    ("negated", "[a for a in b if a.c]", ["[a for a in b if not (a.c)]"]),
    ("negated", "not (a or b)", ["(a or b)"]),
    ("negated", "a if b == c else d", []),  # a comparison says the same
    ("arithmetic", "a + b", ["a - b"]),
    ("arithmetic", "a - b", ["a + b"]),
    ("arithmetic", "a * b", ["a // b"]),
    ("arithmetic", "a // b", ["a * b"]),
    ("arithmetic", "a % b", ["a // b"]),
    ("arithmetic", "'a' + b", []),  # fails at once
    ("constant", "a[0]", ["a[1]"]),
    ("constant", "-1", ["-2"]),
    ("constant", "0.5", ["1.5"]),
    ("constant", "f(a, True)", ["f(a, False)"]),
    ("constant", "20_000", []),
    ("constant", "f(a, timeout=5)", []),
    ("constant", "f'{a[0]}'", []),
    ("min/max", "min(a, max(b))", ["max(a, max(b))", "min(a, min(b))"]),
    ("min/max", "any(a)", ["all(a)"]),
    ("slice", "a[b : c - d]", ["a[(b) + 1 : c - d]", "a[b : (c - d) + 1]"]),
]


@pytest.mark.parametrize(("kind", "source", "expected"), KINDS)
def test_each_kind_of_fault_in_an_expression(kind: str, source: str, expected: list[str]) -> None:
    assert planted(kind, source) == expected


FUNCTION = '''def f(a: int = 1, b: str = "", c=()) -> str:
    """Not 1."""
    if TYPE_CHECKING:
        from d import D
    d: int | None = None
    d = a
    a.e = 5
    for a in b:
        if a:
            continue
        b.append(
            a,
        )
        a += 1
        break
    logging.info(1)
    return (
        b
    )
'''


@pytest.mark.parametrize(
    ("kind", "before", "after"),
    [
        ("default", 'b: str = ""', 'b: str = "x"'),
        ("default", "c=()", "c=(None,)"),
        ("constant", "a: int = 1", "a: int = 2"),
        ("constant", "a.e = 5", "a.e = 6"),
        ("constant", "a += 1", "a += 2"),
        ("removed", "    d = a", "    pass"),
        ("removed", "a.e = 5", "pass"),
        ("removed", "b.append(\n            a,\n        )\n", "pass\n\n\n"),
        ("removed", "a += 1", "pass"),
        ("negated", "if a:", "if not (a):"),
        ("loop", "continue", "break"),
        ("loop", "break", "continue"),
        ("returned", "return (\n        b\n    )\n", 'return ""\n\n\n'),
    ],
)
def test_each_kind_of_fault_in_a_statement(kind: str, before: str, after: str) -> None:
    assert FUNCTION.replace(before, after, 1) in planted(kind, FUNCTION)


def test_a_function_that_waits_is_as_any_other() -> None:
    waiting = FUNCTION.replace("def f", "async def f")
    assert [(fault.kind, fault.line) for fault in faults(waiting.encode())] == [
        (fault.kind, fault.line) for fault in faults(FUNCTION.encode())
    ]


def test_nothing_else_is_touched() -> None:
    """No docstring, annotation, message of a log, or line for the type checker."""
    assert len(faults(FUNCTION.encode())) == 13


@pytest.mark.parametrize(
    ("kind", "empty"),
    [("bool", "not (a.b)"), ("tuple[str, ...]", "()"), ("dict[str, int]", "{}"), ("str | None", "None"), ("D", "None")],
)
def test_what_is_returned_becomes_empty(kind: str, empty: str) -> None:
    source = f"def f(a) -> {kind}:\n    return a.b\n"
    assert planted("returned", source) == [source.replace("a.b", empty)]


def test_a_fault_shows_where_its_lines_are_executed() -> None:
    found = {(fault.kind, fault.line): fault for fault in faults(b"A = 1\n\n\ndef f(a=2):\n    if a:\n        b()\n")}
    assert (found["constant", 1].reached, found["constant", 1].at_import) == (range(1, 2), True)
    assert (found["constant", 4].reached, found["constant", 4].at_import) == (range(5, 7), False)
    assert (found["negated", 5].reached, found["negated", 5].at_import) == (range(5, 6), False)


def test_a_fault_that_is_no_python_or_changes_nothing_is_not_sound() -> None:
    source = b"a < b\n"
    sound, broken, same = (Fault("", 2, 3, new, 1, range(1, 2), True) for new in (b"<=", b"< <", b" <"))
    assert [fault.is_sound(source) for fault in (sound, broken, same)] == [True, False, False]


SOURCES = {
    "a/one.py": b"".join(b"a.b%d = %d\n" % (number, number) for number in range(60)),
    "a/two.py": b"".join(b"a.b%d = %d\n" % (number, number) for number in range(30)),
    "c/three.py": b"a.b = 1\n" * 9,
    "d/__init__.py": b"a.b = 1\n",
    "e/empty.py": b"",
}


def test_the_draw_is_shared_out_by_statements_at_most_one_a_line() -> None:
    drawn = draw(SOURCES, 20, "1f")
    assert [sum(path.startswith(package) for path, _ in drawn) for package in "acde"] == [16, 3, 1, 0]
    assert len({(path, fault.line) for path, fault in drawn}) == 20


def test_the_same_seed_gives_the_same_draw() -> None:
    assert draw(SOURCES, 20, "1f") == draw(SOURCES, 20, "1f")
    assert draw(SOURCES, 20, "1f") != draw(SOURCES, 20, "20")


FAST, SLOW, OTHER, OUTSIDE = (
    Timed(name, seconds, 0.0, False)
    for name, seconds in (("t/one.py::b", 1.0), ("t/one.py::a", 9.0), ("t/one.py::c", 0.1), ("t/two.py::d", 2.0))
)
RELATED = Related(
    tests=[SLOW, FAST, OTHER, OUTSIDE],
    failing=[],
    lines={"p/a.py": {5: {0, 1}}, "p/c.py": {4: {~3}}},
    sources={
        "p/a.py": b"from p.b import B\n\n\ndef f():\n    return B\n",
        "p/b.py": b"B = 1\n",
        "p/c.py": b"from p import b\n\ndef f():\n    return b.B\n\nf()\n",
    },
)


def fault(line: int, at_import: bool) -> Fault:
    return Fault("", 0, 1, b"", line, range(line, line + 1), at_import)


def test_the_tests_of_a_line_come_first_the_fastest_of_them_before_all() -> None:
    assert RELATED.to("p/a.py", fault(5, False), 90.0) == ([FAST, SLOW, OTHER], 3)


def test_the_time_is_shared_out_over_functions_and_what_sees_a_whole_output_comes_early() -> None:
    a, b, c, single, whole = tests = [
        *(Timed(f"t/one.py::cases[{case}]", 1.0, 0.0, False) for case in "abc"),
        Timed("t/one.py::single", 2.5, 0.0, False),
        Timed("t/one.py::whole", 15.0, 0.0, True),
    ]
    related = Related(tests, [], {"p/a.py": {5: {0, 1, 2, 3, 4}}}, {})
    assert related.to("p/a.py", fault(5, False), 90.0) == ([a, whole, b, single, c], 5)


def test_tests_that_would_take_too_long_are_left_out() -> None:
    assert RELATED.to("p/a.py", fault(5, False), 5.0) == ([FAST, OTHER], 3)


def test_a_line_outside_of_functions_is_related_to_what_uses_the_module() -> None:
    assert RELATED.to("p/b.py", fault(1, True), 90.0) == ([FAST, SLOW, OTHER, OUTSIDE], 4)


def test_a_line_that_no_test_is_known_to_execute_has_those_of_its_function_or_of_its_module() -> None:
    """A worker that was killed could not say what it executed."""
    of_two = replace(RELATED, sources={"p/a.py": b"def f():\n    def g():\n        return 1\n    return 2\n    g()\n"})
    assert of_two.to("p/a.py", fault(3, False), 90.0) == ([FAST, SLOW, OTHER], 3)
    assert RELATED.to("p/a.py", fault(4, False), 90.0) == ([FAST, SLOW, OTHER], 3)
    assert RELATED.to("p/c.py", fault(4, False), 90.0) == ([OUTSIDE], 1)


def test_where_only_a_test_changes_it_alone_is_measured_again() -> None:
    files = {"pipeline/a.py": b"A = 1", "tests/test_a.py": b"", "tests/test_b.py": b"", "tests/made.py": b""}
    before = kept(files)
    of_test, of_code, of_helper = (
        [path for path, place in kept(files | {name: b"B = 2"}).items() if place != before[path]]
        for name in ("tests/test_a.py", "pipeline/a.py", "tests/made.py")
    )
    assert (of_test, of_code, of_helper) == (["tests/test_a.py"], [*before], [*before])


def planted(kind: str, source: str) -> list[str]:
    """The source with each fault of one kind."""
    data = source.encode("utf-8")
    return [fault.planted(data).decode("utf-8") for fault in faults(data) if fault.kind == kind]
