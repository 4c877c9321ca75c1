"""Addresses of links that templates fill: what a value becomes in one, and which addresses may leave.

Browsers and servers read Arabic digits, so Thai digits of a value become those; whatever else an address cannot hold
is percent-encoded. Only addresses of the web and of mail are made: no file, no script.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote

from officefiles.thai import arabic_digits

NOWHERE = "#"
"""The address of a link to which no value gave one: the top of the document itself."""

_OPEN = r"(?:\{|%7[Bb])(?:\{|%7[Bb]|%25|%(?![0-9A-Fa-f]{2})|\#|%23)"
_CLOSE = r"(?:\}|%7[Dd]|%25|%|\#|%23)(?:\}|%7[Dd])"
_ENCODED_TAG = re.compile(f"{_OPEN}.*?{_CLOSE}", re.DOTALL)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_ALLOWED = ("http", "https", "mailto")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/:?#].*)?", re.DOTALL)
_MAIL = re.compile(r"[^\s/@:]+@[\w-]+(?:\.[\w-]+)+(?:\?.*)?")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
_KEPT_IN_PART = "/"
_KEPT_IN_WHOLE = "/:?#[]@!$&'()*+,;=%~"


class AddressError(ValueError):
    """An address that a document must not lead to. ``address`` is it, as a person would type it."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = unquote(address)


def decoded(address: str) -> str:
    """``address`` with its tags as they were typed: programs percent-encode them with all else."""
    return _ENCODED_TAG.sub(lambda tag: unquote(tag[0]), address)


def in_address(value: str) -> str:
    """A value as one part of an address: a year, a number, a word."""
    return quote(_plain(value), safe=_KEPT_IN_PART)


def at_the_start(value: str) -> str:
    """A value with which an address begins: most of an address, whose own marks stay."""
    return quote(_plain(value), safe=_KEPT_IN_WHOLE)


def _plain(value: str) -> str:
    """``value`` with Arabic digits, plain spaces, and without the signs that hold a line together."""
    return " ".join(arabic_digits(_UNSEEN.sub("", value)).split())


def checked(address: str) -> str:
    """The finished ``address``, as a link can have it: with its scheme, ``NOWHERE`` where it is empty. Raises
    ``AddressError`` for what is no address of the web or of mail."""
    address = "".join(address.splitlines()).strip()
    if not address:
        return NOWHERE
    if scheme := _SCHEME.match(address):
        if scheme[1].lower() in _ALLOWED:
            return address
        raise AddressError(address)
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _HOST.fullmatch(address):
        return f"http://{address}"
    raise AddressError(address)
