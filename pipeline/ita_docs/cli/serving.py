"""The command that serves the page: serve."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ita_docs.cli import show
from ita_docs.cli.frame import OPTIONS
from ita_docs.extras import how_to_add
from ita_docs.web.bounds import Bounds
from officefiles.lazy import lazy_import

if TYPE_CHECKING:
    from ita_docs.web import serve as web
else:  # may not be installed
    web = lazy_import("ita_docs.web.serve")

_MISSING = "ยังไม่ได้ติดตั้งส่วนของหน้าเว็บ ({name}) ติดตั้งด้วยคำสั่ง {command} แล้วสั่งใหม่"


@click.command(options_metavar=OPTIONS)
@click.option("--port", type=click.IntRange(0, 65_535), default=0, metavar="เลขพอร์ต", help="พอร์ต  [ค่าเริ่มต้น: พอร์ตที่ว่าง]")
@click.option("--no-browser", is_flag=True, help="ไม่เปิดเบราว์เซอร์ แสดงเฉพาะที่อยู่ของหน้าเว็บ")
@click.option("--host", default="", metavar="ที่อยู่", help="ให้บริการเครื่องอื่นด้วย เช่น 0.0.0.0 ต้องระบุ --behind-proxy ด้วย")
@click.option("--behind-proxy", is_flag=True, help="มีพร็อกซีที่ใช้ HTTPS อยู่หน้าโปรแกรมนี้แล้ว")
@click.option("--name", "names", multiple=True, metavar="ชื่อ", help="ชื่อที่ผู้ใช้เรียกหน้าเว็บนี้ เช่น ita.example.go.th (ระบุซ้ำได้)")
@click.option(
    "--max-jobs",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    metavar="จำนวน",
    help="จำนวนงานที่เก็บพร้อมกันได้",
)
@click.option(
    "--keep-minutes",
    type=click.IntRange(min=1),
    default=30,
    show_default=True,
    metavar="นาที",
    help="ลบไฟล์ของงานหลังจากไม่มีผู้ใช้นานเท่านี้",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    metavar="จำนวน",
    help="จำนวนกระบวนการที่ทำงานพร้อมกัน",
)
def serve(
    port: int,
    no_browser: bool,
    host: str,
    behind_proxy: bool,
    names: tuple[str, ...],
    max_jobs: int,
    keep_minutes: int,
    workers: int,
) -> None:
    """เปิดหน้าเว็บสำหรับทำงานทั้งหมดในเบราว์เซอร์ (เฉพาะเครื่องนี้ ถ้าไม่ระบุ --host)"""
    if host and not behind_proxy:
        raise click.UsageError("การให้บริการเครื่องอื่นต้องมีพร็อกซีที่ใช้ HTTPS อยู่ข้างหน้า ถ้ามีแล้วให้ระบุ --behind-proxy")
    try:
        if host:
            bounds = Bounds(local=False, jobs=max_jobs, keep=keep_minutes * 60.0, workers=workers)
            click.echo(f"ให้บริการที่ {host}:{port or 8000} (กด Ctrl-C เพื่อหยุด)")
            web.serve_many(host, port or 8000, bounds, frozenset(one.lower() for one in names))
        else:
            web.serve_local(port, browser=not no_browser, keep_folder=Path("outputs").absolute(), say=_say)
    except ModuleNotFoundError as fault:
        show.leave_broken(_MISSING.format(name=fault.name, command=how_to_add("web")))
    except OSError as fault:
        show.leave_broken(f"เปิดพอร์ตนี้ไม่ได้: {fault.strerror}")
    except KeyboardInterrupt:
        click.echo("หยุดแล้ว")


def _say(address: str) -> None:
    click.echo(f"หน้าเว็บอยู่ที่ {address}")
    click.echo("ปิดหน้าต่างนี้หรือกด Ctrl-C เพื่อหยุด โปรแกรมหยุดเองเมื่อไม่มีผู้ใช้ครึ่งชั่วโมง")
