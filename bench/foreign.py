"""Damaged, hostile and foreign files given to ``import``, each in a process of its own.

``python -m bench.foreign [COUNT]`` takes 300, prints each that takes over 10 s of CPU or 300 MB or leaves a traceback,
what was told of all, and the most of each. It is no table but a proof, and ends with 1 where one does. It needs Linux.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from foreign_files import foreign_files

MOST_SECONDS, MOST_MB, PATIENCE = 10.0, 300.0, 60.0
_IMPORT = """
import resource, sys
from pathlib import Path
import ita_docs
found = ita_docs.import_documents([Path(sys.argv[1])], year=2566)
own = next(line for line in Path("/proc/self/status").open() if line.startswith("VmHWM"))
most = max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
seconds = sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(seconds, most // 1024, ", ".join(sorted({one.kind for one in found.problems})) or "imported")
"""


def main() -> None:
    """Print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    told: Counter[str] = Counter()
    slowest, largest, bad = (0.0, ""), (0.0, ""), 0
    with tempfile.TemporaryDirectory() as folder:
        for name, data in foreign_files(count):
            path = Path(folder, name)
            path.write_bytes(data)
            seconds, size, said = _imported(path)
            path.unlink()
            slowest, largest = max(slowest, (seconds, name)), max(largest, (size, name))
            told[said if size else "a traceback"] += 1
            if seconds > MOST_SECONDS or not 0 < size <= MOST_MB:
                bad += 1
                print(f"{name}: {seconds:.1f} s, {size:.0f} MB, {said}")
    for said, times in told.most_common():
        print(f"{times:4} {said}")
    print(f"{count} files, {bad} badly")
    print(f"the slowest: {slowest[1]} {slowest[0]:.1f} s; the largest: {largest[1]} {largest[0]:.0f} MB")
    sys.exit(1 if bad else 0)


def _imported(path: Path) -> tuple[float, float, str]:
    """CPU seconds, MB at the most (0 where it ended badly), and what was told."""
    try:
        done = subprocess.run(
            [sys.executable, "-c", _IMPORT, path], capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    except subprocess.TimeoutExpired:
        return PATIENCE, 0.0, "it did not end"
    if done.returncode:
        return 0.0, 0.0, done.stderr
    seconds, size, said = done.stdout.strip().split(" ", 2)
    return float(seconds), float(size), said


if __name__ == "__main__":
    main()
