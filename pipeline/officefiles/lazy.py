"""Modules that take long to load and are not always needed: imported when something of them is first asked for."""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as ``typing`` has it, which takes long to load itself
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class _LazyModule:
    """Stands for a module. Its names are asked of the module itself each time, so that what is put there counts."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        return getattr(import_module(self._name), attribute)


def lazy_import(name: str) -> Any:
    """The module ``name``, not loaded yet. Beside it stands the same import under ``TYPE_CHECKING``, for the types.

    What Python has for this, ``importlib.util.LazyLoader``, puts the module into ``sys.modules`` before it is loaded,
    where others find it half made, and lets two threads load it at once (before 3.11.9).
    """
    return _LazyModule(name)


def lazy_names(package: str, **modules: tuple[str, ...]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package whose names stand in ``modules`` of it, each loaded with its first name."""
    homes = {name: f"{package}.{module}" for module, names in modules.items() for name in names}

    def named(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(homes[name]), name)

    return named
