"""Workers on other machines, a Dask cluster: reached, and held to the version of this machine."""

from __future__ import annotations

import logging
import socket
import time
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ita_docs.batch.jobs import Job, Options, Outcome, OutcomeStatus
from ita_docs.batch.office import build
from ita_docs.extras import how_to_add
from ita_docs.outputs.files import code_version
from officefiles.problems import Kind, Place

if TYPE_CHECKING:
    from distributed import Client

TIMEOUT = 10
"""Seconds that the scheduler has to answer."""
UNSEEN = 30.0
"""Seconds that a shared folder has to show a worker what this machine sees in it."""

NOT_INSTALLED = "ยังไม่ได้ติดตั้งส่วนเสริมสำหรับทำงานหลายเครื่อง ติดตั้งด้วยคำสั่ง {command} แล้วสั่งใหม่"
NOT_REACHED = "ติดต่อเครื่องจัดงาน {address} ไม่ได้ ตรวจสอบที่อยู่ (เช่น tcp://10.0.0.5:8786) และตรวจสอบว่า dask scheduler ทำงานอยู่"
NO_WORKERS = "เครื่องจัดงาน {address} ยังไม่มีเครื่องทำงานต่ออยู่ เปิด dask worker อย่างน้อยหนึ่งเครื่องแล้วสั่งใหม่"
OTHER_VERSION = (
    "เครื่องทำงาน {names} ใช้โปรแกรมคนละรุ่นกับเครื่องที่สั่ง จึงไม่ให้สร้างเอกสาร"
    " ติดตั้งโปรแกรมรุ่นเดียวกันทุกเครื่อง เปิด dask worker ของเครื่องนั้นใหม่ แล้วสั่งอีกครั้ง"
)
NOT_SHARED = Kind(
    "cluster-not-shared",
    "เครื่องทำงาน {found} ไม่เห็นไฟล์ {file} ฉบับเดียวกับเครื่องที่สั่ง แม้รอแล้ว {seconds:.0f} วินาที",
    "ตรวจสอบว่าทุกเครื่องเปิดโฟลเดอร์ที่ใช้ร่วมกันได้ด้วยชื่อเดียวกัน แล้วสั่งใหม่",
    "โฟลเดอร์ที่ใช้ร่วมกันหลายเครื่องไม่แสดงไฟล์ หรือแสดงฉบับเก่า ที่เครื่องทำงานเครื่องหนึ่ง จึงไม่สร้างเอกสารจากไฟล์นั้น",
)


class ClusterError(Exception):
    """The cluster cannot be used. The text is a Thai sentence."""


class OtherVersionError(Exception):
    """Raised on a worker that is not of the version of the machine that gives out the work."""


def connect(address: str) -> Client:
    """A connection to the scheduler at ``address`` (``tcp://10.0.0.5:8786``), all of whose workers are of this
    version. Raises ``ClusterError``."""
    try:
        from distributed import Client
    except ImportError as fault:
        raise ClusterError(NOT_INSTALLED.format(command=how_to_add("cluster"))) from fault
    logging.getLogger("distributed").setLevel(logging.CRITICAL + 1)  # what happens is told in Thai
    try:
        with warnings.catch_warnings(action="ignore"):
            client = Client(address, timeout=TIMEOUT, set_as_default=False)
    except (OSError, ValueError) as fault:
        raise ClusterError(NOT_REACHED.format(address=address)) from fault
    try:
        client.wait_for_workers(1, timeout=TIMEOUT)  # one that died may be on its way back
    except TimeoutError as fault:
        client.close()
        raise ClusterError(NO_WORKERS.format(address=address)) from fault
    if others := of_other_versions(client):
        client.close()
        raise ClusterError(OTHER_VERSION.format(names=others))
    return client


def of_other_versions(client: Client) -> str:
    """The names of the workers that are not of this version, with the machine of each; one that has no such program, or
    one that cannot say which, is not. One that ends meanwhile is none."""
    said: Mapping[str, object] = client.run(version, on_error="return")
    known = client.scheduler_info(n_workers=-1)["workers"]
    gone = (OSError, TimeoutError)
    others = [worker for worker, found in said.items() if found != code_version() and not isinstance(found, gone)]
    return ", ".join(_name(worker, known.get(worker, {}).get("name", worker)) for worker in sorted(others))


def _name(worker: str, given: object) -> str:
    machine = worker.partition("://")[2]
    return machine if str(given) == worker else f"{given} ({machine})"


def version() -> str:
    """The version of the program that this process has, empty where it was replaced since the process began: what is
    loaded later would be another's."""
    begun = code_version()
    return begun if code_version.__wrapped__() == begun else ""


def build_as(wanted: str, size: int, job: Job, options: Options) -> Outcome:
    """On a worker: build an office, once the shared folder shows its workbook with the ``size`` that it has. Raises
    ``OtherVersionError`` where this is not the ``wanted`` version."""
    if code_version() != wanted:
        raise OtherVersionError(socket.gethostname())
    end = time.monotonic() + UNSEEN
    while not _shows(job.workbook, size):
        if time.monotonic() > end:
            told = NOT_SHARED.at(Place(), socket.gethostname(), file=job.workbook, seconds=UNSEEN)
            return Outcome(job, OutcomeStatus.BROKEN, (told,))
        time.sleep(0.2)
    return build(job, options)


def _shows(workbook: Path, size: int) -> bool:
    """True where the workbook is there in that size. Where it is not, its folder is listed, for what a folder of the
    network shows is kept a while."""
    if size_of(workbook) == size:
        return True
    with suppress(OSError):
        next(workbook.parent.iterdir(), None)
    return size_of(workbook) == size


def size_of(workbook: Path) -> int:
    """The bytes of a workbook; -1 where it cannot be asked, which then is told as it is on one machine."""
    try:
        return workbook.stat().st_size
    except OSError:
        return -1
