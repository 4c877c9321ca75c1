"""How an extra that is missing is had, on this machine: the way in which the software itself was installed."""

from __future__ import annotations

import sys
from pathlib import Path

_WITH_PIPX, _WITH_UV = "pipx_metadata.json", "uv-receipt.toml"
"""What these programs leave in the environment of a command that they installed."""


def how_to_add(extra: str) -> str:
    """The command that adds ``extra``, in a console of any system. uv forgets extras of before, and is given all."""
    there = Path(sys.prefix)
    if (there / _WITH_PIPX).is_file():
        return f'pipx inject ita-docs "ita-docs[{extra}]"'
    if (there / _WITH_UV).is_file():
        return 'uv tool install "ita-docs[cluster,web]"'
    return f'pip install "ita-docs[{extra}]"'
