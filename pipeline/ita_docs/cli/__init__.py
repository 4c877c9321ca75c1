"""The command line: parses, calls, prints. The only package that prints or exits, and the only one that asks the clock.

Exit codes: 0 well; 1 problems in the data; 2 wrong usage; 3 broken set-up (template, framework, folder, a file that
could not be written, an output that could not be printed); 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ita_docs import __version__, stopping
from ita_docs.cli import frame, streams
from officefiles.lazy import lazy_import

if TYPE_CHECKING:
    from ita_docs.cli import show
    from ita_docs.framework import records
else:
    show, records = lazy_import("ita_docs.cli.show"), lazy_import("ita_docs.framework.records")

COMMANDS = {
    "import": ("importing", "สร้างแบบกรอกของปีก่อนจากเอกสารเดิม (Word, PDF, Excel)"),
    "new": ("packs", "สร้างแบบกรอกเปล่า หรือแบบกรอกที่ยกข้อมูลมาจากปีก่อน"),
    "check": ("packs", "ตรวจแบบกรอกโดยไม่สร้างเอกสาร"),
    "build": ("packs", "สร้างเอกสารทั้งชุดจากแบบกรอก"),
    "preview": ("packs", "สร้างภาพของทุกหน้าและภาพรวมหนึ่งแผ่น"),
    "serve": ("serving", "เปิดหน้าเว็บสำหรับทำงานทั้งหมดในเบราว์เซอร์"),
    "compare": ("comparing", "เปรียบเทียบผลการประเมินของหลายหน่วยงาน"),
    "fields": ("templates", "แสดงชื่อข้อมูลที่ใช้ในแม่แบบได้"),
    "lint": ("templates", "ตรวจแม่แบบ Word และ Excel"),
    "templates": ("templates", "จัดการชุดแม่แบบของหน่วยงาน"),
    "trace": ("templates", "แสดงว่าข้อความในเอกสารมาจากช่องใดของแบบกรอก"),
}
"""Each command, the module that has it, and what the list of commands says of it. A module is loaded, with all that it
imports, when its command is asked for."""

frame.speak_thai()


class _Program(click.Group):
    """Ends with the code of a stop where Ctrl-C comes, for click itself would end with that of problems in the data;
    and with that of a broken set-up where a file of rules or words is not whole."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        function = f"{name}_" if iskeyword(name) else name
        command: click.Command = getattr(import_module(f"{__name__}.{COMMANDS[name][0]}"), function)
        stopping.answer()
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(frame.SENTENCES["Commands"]):
            formatter.write_dl([(name, COMMANDS[name][1]) for name in self.list_commands(ctx)])

    def main(self, *args: Any, **more: Any) -> Any:
        try:
            return super().main(*args, **more)
        except KeyboardInterrupt:
            _stop()

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            _stop()
        except records.FrameworkError as fault:
            show.leave_broken(str(fault))


def _stop() -> NoReturn:
    click.echo(frame.SENTENCES["Aborted!"], err=True)
    sys.exit(frame.STOPPED)


@click.group(
    cls=_Program,
    options_metavar=frame.OPTIONS,
    subcommand_metavar=frame.COMMAND,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, "--version", prog_name="ita-docs", help="แสดงรุ่นของโปรแกรม")
def main() -> None:
    """สร้างชุดเอกสารมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ จากแบบกรอก Excel ของหน่วยงาน"""


def run() -> None:
    """The program: ``main``, which nothing stops that is wrong with its output."""
    made = streams.make_forgiving()
    try:
        main()
    except SystemExit as end:
        stopping.answered()
        sys.exit(streams.exit_code(end.code, made))  # type: ignore[arg-type]
