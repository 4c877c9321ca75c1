"""Pieces of templates whose tags, loops and fields of Word stand to each other in many ways."""

from __future__ import annotations

from made_docx import p
from small_docx import style

LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="thaiNumbers"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
)
NUMBERED = style("Numbered", '<w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="500"/>')


def item(text: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph of a numbered list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


HEADED = (p("{%p for g in groups %}"), p("คณะ {{ g.name }}"))
INNER = (p("{%p for one in g.people %}"), item("{{ one }}"), p("{%p endfor %}"))
END = p("{%p endfor %}")


NOTE = '<w:footnote w:id="1"><w:p><w:r><w:t>หมายเหตุของ {{ name }}</w:t></w:r></w:p></w:footnote>'
REFERENCE = '<w:p><w:r><w:t>{{ g.name }}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'


ROWS = ("{%tr for g in groups %}", "{{ g.name }}", "{%tr endfor %}")


def controlled(content: str, more: str = "") -> str:
    """A content control."""
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def mark(kind: str) -> str:
    """A mark of a complex field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def run(text: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def within(*pieces: str) -> str:
    """A paragraph of runs and marks."""
    return f"<w:p>{''.join(pieces)}</w:p>"


BEGIN = f"{mark('begin')}<w:r><w:instrText> AUTHOR </w:instrText></w:r>{mark('separate')}"
IF, END_IF = p("{%p if name %}"), p("{%p endif %}")
SEPARATE, STOP = mark("separate"), mark("end")
FOR, ELSE = p("{%p for g in groups %}"), p("{%p else %}")
TORN = {
    "ends in a tag": within(BEGIN, run("{{ na"), STOP, run("me }}")),
    "begins in a tag": within(run("{{ na"), BEGIN, run("me }}"), STOP),
    "begins in the paragraph of a tag": within(BEGIN, run("{%p if name %}")) + within(STOP) + END_IF,
    "ends behind the block": IF + within(BEGIN, run("ก")) + END_IF + within(STOP),
    "ends in a loop": within(BEGIN) + FOR + within(STOP) + END,
    "ends in the other branch": IF + within(BEGIN) + ELSE + within(STOP) + END_IF,
    "separates in a block": within(mark("begin"), run("{% if name %}"), SEPARATE, run("{% endif %}"), STOP),
}
WHOLE = {
    "in a loop": FOR + within(BEGIN, run("{{ g.name }}"), STOP) + END,
    "round a loop": within(BEGIN) + FOR + p("{{ g.name }}") + END + within(STOP),
    "in the paragraph of a tag": within(BEGIN, STOP, run("{%p if name %}")) + p("ก") + END_IF,
    "in both branches": IF + within(BEGIN, STOP) + ELSE + within(BEGIN, STOP) + END_IF,
}


def field(code: str, result: str) -> str:
    """A paragraph with a field."""
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return f"<w:p>{mark('begin')}{instruction}{mark('separate')}{run(result)}{mark('end')}</w:p>"
