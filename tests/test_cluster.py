"""Building on a cluster in a process of its own: the same files as at home, and a sentence where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from ita_docs.batch import Options, build, find_jobs
from ita_docs.batch import cluster as clusters
from ita_docs.batch.jobs import OutcomeStatus
from ita_docs.cli import main
from ita_docs.outputs import manifest
from ita_docs.places import template_files

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "inputs" / "taling_chan_2566.xlsx"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), "PYTHONUTF8": "1"}
CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    one = {"n_workers": 1, "threads_per_worker": 1}
    with LocalCluster(processes=False, protocol="tcp", dashboard_address=None, **one) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with its worker, which start in a folder of their own."""
    pytest.importorskip("distributed")
    script = tmp_path_factory.mktemp("cluster") / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        cwd=script.parent,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.communicate(timeout=30)


def ita_docs(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ita_docs", *words]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)


def test_a_cluster_makes_the_files_that_are_made_at_home(address: str, tmp_path: Path) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "inputs")
    shutil.copy(SAMPLE, tmp_path / "inputs" / "another.xlsx")
    done = ita_docs(tmp_path, "build", "--cluster", address, "--only", "order", "--only", "title")
    assert (done.returncode, done.stderr) == (0, "")
    (job,), _ = find_jobs([SAMPLE], tmp_path / "home")
    assert build(job, Options(template_files(), frozenset({"order", "title"}))).status is OutcomeStatus.BUILT
    for office in ("another", SAMPLE.stem):
        for name in ("order.docx", "title.docx"):
            made = tmp_path / "outputs" / office / name
            assert made.read_bytes() == (job.folder / name).read_bytes()
        assert manifest.read(tmp_path / "outputs" / office).inputs
    again = ita_docs(tmp_path, "build", "--cluster", address, "--only", "order", "--only", "title", "--json")
    assert again.stdout.count(f'"status": "{OutcomeStatus.UNCHANGED}"') == 2


def test_a_scheduler_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "TIMEOUT", 0.2)
    nobody = "tcp://127.0.0.1:9"
    with pytest.raises(clusters.ClusterError) as raised:
        clusters.connect(nobody)
    assert str(raised.value) == clusters.NOT_REACHED.format(address=nobody)


def test_a_missing_extra_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(SAMPLE.parent, tmp_path / "inputs")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = CliRunner().invoke(main, ["build", "--cluster", "tcp://127.0.0.1:9"], catch_exceptions=False)
    assert (done.exit_code, done.stderr.strip()) == (
        3,
        clusters.NOT_INSTALLED.format(command='pip install "ita-docs[cluster]"'),
    )
    assert not (tmp_path / "outputs").exists()
