"""The command line: parses, calls, prints. The only package that prints or exits, and the only one that asks the clock.

Exit codes: 0 well; 1 problems in the data; 2 wrong usage; 3 broken set-up (template, framework, folder);
130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from typing import Any

import click

from ita_docs import __version__
from ita_docs.cli import frame
from ita_docs.cli.comparing import compare
from ita_docs.cli.packs import build, check, new, preview
from ita_docs.cli.show import STOPPED, leave_broken
from ita_docs.cli.templates import fields, lint, templates, trace
from ita_docs.framework.records import FrameworkError

frame.speak_thai()


class _Program(click.Group):
    """Ends with the code of a stop where Ctrl-C comes, for click itself would end with that of problems in the data;
    and with that of a broken set-up where a file of rules or words is not whole."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(frame.SENTENCES["Aborted!"], err=True)
            sys.exit(STOPPED)
        except FrameworkError as fault:
            leave_broken(str(fault))


@click.group(
    cls=_Program,
    options_metavar=frame.OPTIONS,
    subcommand_metavar=frame.COMMAND,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, "--version", prog_name="ita-docs", help="แสดงรุ่นของโปรแกรม")
def main() -> None:
    """สร้างชุดเอกสารมาตรการส่งเสริมคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ จากแบบกรอก Excel ของหน่วยงาน"""


for command in (new, check, build, preview, compare, fields, lint, templates, trace):
    main.add_command(command)


def run() -> None:
    """The program: ``main``, where a letter that the output cannot hold becomes a question mark and stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    main()
