"""Building on a cluster in a process of its own: the same files as at home, and a sentence where there is none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
from click.testing import CliRunner

from ita_docs.batch import Options, build, cluster_run, find_jobs
from ita_docs.batch import cluster as clusters
from ita_docs.batch.jobs import Job, Outcome, OutcomeStatus
from ita_docs.cli import main, packs
from ita_docs.outputs import manifest
from ita_docs.outputs.files import code_version
from ita_docs.places import template_files
from ita_docs.report import LEFT_THAI

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
    process.communicate(timeout=300)


def ita_docs(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ita_docs", *words]
    return subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.soak
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


# What becomes of a run, on a cluster that is made up

OFFICES = tuple(Job(Path(f"{name}.xlsx"), Path("out") / name) for name in "abc")
OTHER = "tcp://10.0.0.9:4000"


class WorkerKilledError(Exception):
    """What a job ends with whose workers died."""


class MadeUpClient:
    """A cluster whose jobs end as ``ends`` says of each time that one is given out: with an outcome, with a fault, or
    never (``None``)."""

    def __init__(self, ends: Mapping[str, Sequence[object]], **there: object) -> None:
        self.ends = {name: list(each) for name, each in ends.items()}
        self.status = there.get("status", "running")
        self.workers = there.get("workers", {"tcp://10.0.0.5:4000": 1})
        self.versions: dict[str, object] = {"tcp://10.0.0.5:4000": code_version()}
        self.scheduler = SimpleNamespace(ncores=None)
        self.closed = False

    def nthreads(self) -> dict[str, int]:
        return {"tcp://10.0.0.5:4000": 1}

    def sync(self, _: object, callback_timeout: float) -> object:
        assert callback_timeout
        return self.workers

    def run(self, _: object, on_error: str) -> dict[str, object]:
        assert on_error == "return"
        return self.versions

    def scheduler_info(self, n_workers: int) -> dict[str, object]:
        assert n_workers == -1
        return {"workers": {OTHER: {"name": "ห้องธุรการ"}}}

    def submit(self, _: object, version: str, size: int, job: Job, _options: Options, *, pure: bool) -> MadeUpFuture:
        assert (version, size, pure) == (code_version(), -1, False)
        assert job.workbook.is_absolute()
        return MadeUpFuture(self.ends[job.workbook.stem].pop(0))

    def wait_for_workers(self, count: int, timeout: float) -> None:
        assert (count, timeout) == (1, clusters.TIMEOUT)
        if not self.workers:
            raise TimeoutError

    def close(self, timeout: float = 1) -> None:
        assert timeout
        self.closed = True


@dataclass
class MadeUpFuture:
    end: object

    def add_done_callback(self, told: Callable[[MadeUpFuture], None]) -> None:
        if self.end is not None:
            told(self)

    def result(self, timeout: float) -> object:
        assert timeout
        if isinstance(self.end, Exception):
            raise self.end
        return self.end

    def release(self) -> None:
        pass


def built(name: str) -> Outcome:
    return Outcome(Job(Path(f"{name}.xlsx"), Path("out") / name), OutcomeStatus.BUILT)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_run, "_LOOK", 0.001)
    monkeypatch.setattr(cluster_run, "PATIENCE", 0.01)


def follow(client: MadeUpClient) -> tuple[list[Outcome], str]:
    run = cluster_run.ClusterRun(client, OFFICES, Options())
    outcomes = list(run)
    assert client.closed
    return outcomes, run.fault


@pytest.mark.parametrize(
    ("workers", "older", "told"),
    [
        ({}, "", clusters.NO_WORKERS.format(address="tcp://x:1")),
        ({OTHER: 1}, "older", clusters.OTHER_VERSION.format(names="ห้องธุรการ (10.0.0.9:4000)")),
    ],
)
def test_a_cluster_that_cannot_be_used_is_told_before_anything_is_given_out(
    workers: dict[str, int], older: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    distributed = pytest.importorskip("distributed")
    client = MadeUpClient({}, workers=workers)
    client.versions |= {OTHER: older} if older else {}
    monkeypatch.setattr(distributed, "Client", lambda *_, **__: client)
    with pytest.raises(clusters.ClusterError) as raised:
        clusters.connect("tcp://x:1")
    assert (str(raised.value), client.closed) == (told, True)


@pytest.mark.usefixtures("at_once")
def test_jobs_of_workers_that_died_are_given_out_anew() -> None:
    ends = {"a": [WorkerKilledError(), CancelledError(), built("a")], "b": [built("b")], "c": [built("c")]}
    assert follow(MadeUpClient(ends)) == ([built("a"), built("b"), built("c")], "")


@pytest.mark.usefixtures("at_once")
def test_a_job_whose_workers_always_die_is_told_and_the_others_are_done() -> None:
    client = MadeUpClient({"a": [WorkerKilledError("x")] * 3, "b": [built("b")], "c": [built("c")]})
    outcomes, fault = follow(client)
    assert client.ends["a"] == []  # it was given out three times
    assert [one.status for one in outcomes] == [OutcomeStatus.BROKEN, OutcomeStatus.BUILT, OutcomeStatus.BUILT]
    assert (outcomes[0].problems[0].found, fault) == ("WorkerKilledError: x", "")


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("there", "told"),
    [({"workers": {}}, cluster_run.ALL_DEAD), ({"status": "closed"}, cluster_run.NO_SCHEDULER)],
    ids=["workers", "scheduler"],
)
def test_a_run_ends_where_nobody_is_there_any_more_and_tells_what_was_done(there: dict[str, object], told: str) -> None:
    client = MadeUpClient({"a": [None], "b": [built("b")], "c": [None]}, **there)
    assert follow(client) == ([built("b")], told)


@pytest.mark.usefixtures("at_once")
def test_a_run_ends_where_a_worker_of_another_version_joined() -> None:
    client = MadeUpClient({"a": [built("a")], "b": [clusters.OtherVersionError("pc9")], "c": [None]})
    client.versions[OTHER] = "older"
    names = "ห้องธุรการ (10.0.0.9:4000)"
    assert follow(client) == ([built("a")], clusters.OTHER_VERSION.format(names=names))


def test_workers_of_another_version_are_named_and_those_that_ended_are_none() -> None:
    client = MadeUpClient({})
    client.versions |= {"tcp://10.0.0.6:1": ModuleNotFoundError("ita_docs"), "tcp://10.0.0.7:1": OSError("gone")}
    assert clusters.of_other_versions(client) == "10.0.0.6:1"
    client.versions |= {OTHER: ""}
    assert clusters.of_other_versions(client) == "10.0.0.6:1, ห้องธุรการ (10.0.0.9:4000)"


def test_a_program_that_was_replaced_under_its_worker_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    assert clusters.version() == code_version()
    monkeypatch.setattr(code_version, "__wrapped__", lambda: "newer", raising=False)
    assert clusters.version() == ""


def test_a_worker_builds_for_no_other_version() -> None:
    with pytest.raises(clusters.OtherVersionError):
        clusters.build_as("older", 0, OFFICES[0], Options())


def test_a_slow_shared_folder_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job(tmp_path / "a.xlsx", tmp_path / "out")
    shown: list[bytes] = [b"old", b"as it is now"]
    monkeypatch.setattr(clusters.time, "sleep", lambda _: job.workbook.write_bytes(shown.pop(0)))
    monkeypatch.setattr(clusters, "build", lambda *_: built("a"))
    assert clusters.build_as(code_version(), len(b"as it is now"), job, Options()) == built("a")
    assert not shown


def test_a_folder_that_never_shows_the_workbook_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "UNSEEN", 0)
    job = Job(tmp_path / "a.xlsx", tmp_path / "out")
    outcome = clusters.build_as(code_version(), 9, job, Options())
    assert (outcome.status, outcome.problems[0].kind) == (OutcomeStatus.BROKEN, clusters.NOT_SHARED.id)


@pytest.mark.usefixtures("at_once")
@pytest.mark.soak
def test_a_cluster_that_died_leaves_whole_json_and_a_report_of_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "inputs").mkdir()
    for name in "abc":
        (tmp_path / "inputs" / f"{name}.xlsx").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cluster_run, "size_of", lambda _: -1)
    of_b = replace(built("b"), job=Job(tmp_path / "inputs" / "b.xlsx", tmp_path / "outputs" / "b"))
    client = MadeUpClient({"a": [None], "b": [of_b], "c": [None]}, workers={})
    monkeypatch.setattr(packs, "connect", lambda _: client)
    done = CliRunner().invoke(main, ["build", "--cluster", "tcp://x:1", "--json"], catch_exceptions=False)
    said = json.loads(done.stdout)
    assert (done.exit_code, said["fault"], said["left"]) == (3, cluster_run.ALL_DEAD, 2)
    assert [Path(one["workbook"]).name for one in said["workbooks"]] == ["b.xlsx"]
    assert [Path(one).name for one in said["not_done"]] == ["a.xlsx", "c.xlsx"]
    assert done.stderr == f"{cluster_run.ALL_DEAD} เสร็จแล้ว 1 ไฟล์ เหลือ 2 ไฟล์ สั่งซ้ำเพื่อทำต่อ\n"
    sheet = openpyxl.load_workbook(tmp_path / "outputs" / "report.xlsx")["ไฟล์"]
    rows = [row[:2] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert rows == [("b.xlsx", "สร้างเอกสารแล้ว"), ("a.xlsx", LEFT_THAI), ("c.xlsx", LEFT_THAI)]
