"""A fair draw of faults over all packages: the same for the same seed."""

from __future__ import annotations

import ast
import random
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import PurePosixPath

from bench.mutation.fault import Fault
from bench.mutation.finder import faults


def draw(sources: Mapping[str, bytes], number: int, seed: str) -> list[tuple[str, Fault]]:
    """``number`` faults by path, at most one a line, for each package as many as its share of all statements, and one
    at least. Fewer where the sources have no more. The same ``seed`` gives the same faults."""
    packages: dict[str, list[str]] = defaultdict(list)
    for path in sorted(sources):
        packages[str(PurePosixPath(path).parent)].append(path)
    sizes = Counter({name: sum(_size(sources[path]) for path in paths) for name, paths in packages.items()})
    drawn: list[tuple[str, Fault]] = []
    for name, share in _shares(+sizes, number).items():
        chance = random.Random(f"{seed} {name}")
        drawn += _some({path: sources[path] for path in packages[name]}, share, chance)
    return sorted(drawn, key=lambda one: (one[0], one[1].start))


def _some(sources: Mapping[str, bytes], number: int, chance: random.Random) -> list[tuple[str, Fault]]:
    """``number`` faults of one package: the line by chance, then the kind, then the fault."""
    lines: dict[tuple[str, int], dict[str, list[Fault]]] = defaultdict(lambda: defaultdict(list))
    for path, source in sources.items():
        for fault in faults(source):
            lines[path, fault.line][fault.kind].append(fault)
    drawn: list[tuple[str, Fault]] = []
    for path, line in chance.sample(list(lines), len(lines)):
        if len(drawn) == number:
            break
        kinds = lines[path, line]
        fault = chance.choice(kinds[chance.choice(list(kinds))])
        if fault.is_sound(sources[path]):
            drawn.append((path, fault))
    return drawn


def _size(source: bytes) -> int:
    return sum(isinstance(node, ast.stmt) for node in ast.walk(ast.parse(source)))


def _shares(sizes: Counter[str], number: int) -> dict[str, int]:
    """``number`` shared out by ``sizes``, the largest remainders first; one for each where there are enough."""
    least = 1 if number >= len(sizes) else 0
    rest, total = number - least * len(sizes), sum(sizes.values())
    exact = {name: rest * size / total for name, size in sizes.items()}
    shares = {name: least + int(share) for name, share in exact.items()}
    for name in sorted(exact, key=lambda name: (int(exact[name]) - exact[name], name))[: number - sum(shares.values())]:
        shares[name] += 1
    return shares
