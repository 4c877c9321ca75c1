"""The core properties of a document: what a file manager shows as its title, subject and author."""

from __future__ import annotations

import re

CORE = "docProps/core.xml"

_FILLED = {"dc:title": "title", "dc:subject": "subject", "dc:creator": "author"}
_OF_THE_TEMPLATE_ALONE = (
    "dcterms:created",
    "dcterms:modified",
    "cp:lastModifiedBy",
    "cp:lastPrinted",
    "cp:revision",
)
_END = "</cp:coreProperties>"


def source(core: bytes) -> str:
    """The Jinja source of a core-properties part, without the XML declaration: title, subject and author from the
    context's ``document``.

    What is true only of the template file (who saved it last and when, how often) is dropped and not replaced by the
    time of the run: equal input gives equal bytes.
    """
    text = re.sub(r"^<\?xml[^>]*\?>\s*", "", core.decode("utf-8-sig"))
    for name in (*_OF_THE_TEMPLATE_ALONE, *_FILLED):
        text = re.sub(rf"<{name}\b[^>]*?(/>|>.*?</{name}>)", "", text, flags=re.DOTALL)
    text = re.sub(r"<cp:coreProperties([^>]*)/>", rf"<cp:coreProperties\1>{_END}", text)
    filled = "".join(f"<{name}>{{{{ document.{key}|e }}}}</{name}>" for name, key in _FILLED.items())
    return text.replace(_END, f"{{% if document is defined %}}{filled}{{% endif %}}{_END}")
