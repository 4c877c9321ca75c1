"""Workers on other machines: a Dask cluster as just another executor, for when the offices outgrow one machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import Job, Options, Outcome
from ita_docs.batch.pool import run_on
from ita_docs.extras import how_to_add

if TYPE_CHECKING:
    from distributed import Client

TIMEOUT = 10
"""Seconds that the scheduler has to answer."""

NOT_INSTALLED = "ยังไม่ได้ติดตั้งส่วนเสริมสำหรับทำงานหลายเครื่อง ติดตั้งด้วยคำสั่ง {command} แล้วสั่งใหม่"
NOT_REACHED = "ติดต่อเครื่องจัดงาน {address} ไม่ได้ ตรวจสอบที่อยู่ (เช่น tcp://10.0.0.5:8786) และตรวจสอบว่า dask scheduler ทำงานอยู่"
NO_WORKERS = "เครื่องจัดงาน {address} ยังไม่มีเครื่องทำงานต่ออยู่ เปิด dask worker อย่างน้อยหนึ่งเครื่องแล้วสั่งใหม่"


class ClusterError(Exception):
    """The cluster cannot be used. The text is a Thai sentence."""


def connect(address: str) -> Client:
    """A connection to the scheduler at ``address`` (``tcp://10.0.0.5:8786``). Raises ``ClusterError``."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise ClusterError(NOT_INSTALLED.format(command=how_to_add("cluster"))) from fault
    try:
        client = Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ClusterError(NOT_REACHED.format(address=address)) from fault
    if not client.nthreads():
        client.close()
        raise ClusterError(NO_WORKERS.format(address=address))
    return client


def run_on_cluster(client: Client, jobs: Sequence[Job], options: Options) -> Iterator[Outcome]:
    """The outcome of building each job, in order, on the workers of ``client``, which see the same files under the
    same names. The connection is closed at the end."""
    with client:
        pool = client.get_executor(pure=False)  # what a job writes is its result: none may be taken from memory
        yield from run_on(pool, map(_absolute, jobs), _everywhere(options), sum(client.nthreads().values()))


def _absolute(job: Job) -> Job:
    """The job, whatever folder a worker was started in."""
    return Job(job.workbook.resolve(), job.folder.resolve())


def _everywhere(options: Options) -> Options:
    templates = {name: path.resolve() for name, path in options.templates.items()}
    return replace(
        options, templates=templates, frameworks=_resolved(options.frameworks), tracker=_resolved(options.tracker)
    )


def _resolved(path: Path | None) -> Path | None:
    return path.resolve() if path else None
