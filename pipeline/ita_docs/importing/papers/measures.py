"""The table of measures: the inverse of the document that ``build`` makes, in other offices' shapes too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ita_docs.framework.load import Framework
from ita_docs.importing.blocks import Block, OldFile, OldParagraph, OldTable
from ita_docs.importing.documents import ReadCell, ReadDocument, ReadRow
from ita_docs.importing.joining import join_lines
from ita_docs.importing.papers.fixed import says_words
from ita_docs.importing.papers.frequency import is_frequency, parted, within
from ita_docs.importing.papers.indicators import is_whole_name, named
from ita_docs.importing.papers.items import BULLET, NUMBER, ListItem, lines, running
from ita_docs.importing.papers.leads import STEPS, is_topic
from ita_docs.importing.papers.measure_rows import LISTS, GrownMeasure, MeasureRows, without_goes_on
from ita_docs.importing.papers.parts import Paper, text_of
from ita_docs.importing.papers.responsible import responsible, with_names_apart
from ita_docs.importing.papers.said import NUMBER_OF_NAME, analysis_cells, of_title, scored_name
from ita_docs.importing.papers.score_tables import questions_in
from ita_docs.importing.papers.shapes import (
    with_cells_of_pages,
    with_heads_above,
    with_indicators,
    with_numbers,
    with_second_head,
)
from ita_docs.importing.papers.tables import HeadedTable, read_tables, with_one_column
from ita_docs.importing.papers.ticks import with_periods
from ita_docs.importing.papers.words import OldPapers, plain, squashed

KIND = "measures"
_NEEDED = (
    frozenset(("indicator", "number")),
    frozenset(("actions",)),
    frozenset(("follow_ups", "responsible", "period")),
)
_RUNNING = ("steps", "reporting", "remarks")
_OF_ANALYSIS = ("analysis", "score", "previous")
_SHORT = ("period", "budget")
_HEAD = "ตัวชี้วัด"
_OF_SEVERAL = "แถวนี้อาจเป็นของตัวชี้วัดมากกว่าหนึ่งตัว"
_NO_NUMBER = "ไม่พบเลขที่หรือชื่อตัวชี้วัดที่รู้จัก"
_MISSPELT = "ชื่อตัวชี้วัดสะกดไม่ตรงกับเกณฑ์ของปี"
_FREQUENCY_WITHIN = "ความถี่อยู่ในข้อความของการกำกับติดตาม"
_FREQUENCY_APART = "ความถี่ท้ายข้อความอาจเป็นอีกรายการหนึ่ง"
_NO_FREQUENCY = "ไม่พบถ้อยคำบอกความถี่ที่รู้จัก"


def measures_tables(part: Paper, framework: Framework) -> list[HeadedTable]:
    """The tables of measures in a part of a file."""
    heads = OldPapers.load().measures
    part = _headed(with_heads_above(with_cells_of_pages(part), framework, heads, _NEEDED), framework)
    years = {str(framework.year): "score", str(framework.year - 1): "previous"}
    return read_tables(with_indicators(part, framework, heads, _NEEDED).tables, heads, _NEEDED, years)


def _headed(part: Paper, framework: Framework) -> Paper:
    """The paper with its tables of measures under the heads that are known: one of periods for columns of quarters, and
    that of the indicators over the column that has them where none has it."""
    heads, blocks = OldPapers.load().measures, list[Block]()
    known = {squashed(word): name for name, words in heads.items() for word in words}
    for one in part.blocks:
        if isinstance(one, OldTable):
            typed, one = one, with_one_column(with_periods(one), known, "analysis")
            one = with_one_column(one, known, "period") if with_periods(typed) == typed else one
            one = with_second_head(one, known, "actions", heads["steps"][0], STEPS)
            if (found := read_tables([one], heads, _NEEDED[1:])) and "indicator" not in found[0].titles:
                count = len(one.rows) - len(found[0].rows)
                if "number" not in found[0].titles:
                    one = _with_head(one, count, lambda text: _names_indicator(text, framework))
                one = _with_head(one, count, lambda text: is_topic(text, framework))
                one = with_numbers(one, count, framework) if "number" not in found[0].titles else one
        blocks.append(one)
    return replace(part, blocks=tuple(blocks))


def _names_indicator(text: str, framework: Framework) -> bool:
    return is_whole_name(text, framework) or scored_name(text, framework) is not None


def _with_head(table: OldTable, count: int, names: Callable[[str], bool]) -> OldTable:
    """The table with the head of indicators over the first column of which most cells name one, or a topic, as
    ``names`` tells; as it is where none does, or where it has that head."""
    head = table.rows[count - 1] if count else ()
    if any(cell.text == _HEAD for cell in head):
        return table
    below = [row for row in table.rows[count:] if len(row) == len(head)]
    for at, cell in enumerate(head):
        said = [row[at].text for row in below if row[at].text.strip()]
        if said and cell.paragraphs and sum(map(names, said)) * 2 > len(said):
            first, *rest = cell.paragraphs
            silent = [replace(one, text="", number="") for one in rest]
            own = replace(cell, paragraphs=(replace(first, text=_HEAD, number=""), *silent))
            row = (*head[:at], own, *head[at + 1 :])
            return replace(table, rows=(*table.rows[: count - 1], row, *table.rows[count:]))
    return table


def find_measures(part: Paper, file: OldFile, framework: Framework) -> ReadDocument | None:
    """What the tables of measures of a part of the file tell; ``None`` where it has none. Beside the measures that is
    the scores and texts of the analysis that stand in them."""
    tables = measures_tables(part, framework)
    if not tables:
        return None
    elsewhere = text_of(file)
    grown = MeasureRows(framework, elsewhere)
    grown.read(tables)
    if not part.kind and not _names_any(grown.found, tables):
        return None
    found = list(_each_once(grown.found)) if grown.by_topic else grown.found
    apart = 2 * sum(map(_ends_apart, found)) > sum(not one.frequency_on_lines or _ends_apart(one) for one in found)
    rows = [_row(one, elsewhere, apart) for one in found]
    told = ((one.indicator, [one.paragraphs.get(name, ()) for name in _OF_ANALYSIS]) for one in found)
    beside = ((indicator, [[], [score], []]) for indicator, score in grown.scored)
    scores, texts = analysis_cells(chain(told, beside), framework, elsewhere)
    general, titled = of_title(part, int(part.kind == "analysis"))
    used = (grown.used | titled) - {place for one in found if _says_more(one, framework) for place in one.at}
    used -= {each.origin for one in found if one.indicator is None for each in _of_analysis(one)}
    return ReadDocument(
        KIND,
        general,
        {"measures": rows, "scores": scores, "questions": _questions(grown, elsewhere), "overrides": texts},
        frozenset(used),
    )


def _names_any(found: Sequence[GrownMeasure], tables: Sequence[HeadedTable]) -> bool:
    """True where measures are of indicators, or of topics: a paper without a title may count something else."""
    counted = any(_HEAD in table.titles.get("number", "") for table in tables)
    return counted or any(one.typed and (one.indicator is None or one.indicator.name) for one in found)


def _of_analysis(one: GrownMeasure) -> Iterator[OldParagraph]:
    """What is said of the score of its indicator, which nothing takes where that is not known."""
    yield from (each for name in _OF_ANALYSIS for each in one.paragraphs.get(name, ()))


def _questions(grown: MeasureRows, elsewhere: str) -> list[ReadRow]:
    """The questions that rows ask, or that the texts of the analysis name with their scores, each once."""
    texts = (one.paragraphs.get("analysis", ()) for one in grown.found)
    said = (
        row
        for paragraphs in texts
        for row in questions_in(
            plain(running(paragraphs, elsewhere)), tuple(one.origin for one in paragraphs), grown.framework
        )
    )
    return list({row["code"].text: row for row in (*said, *grown.questions)}.values())


def _says_more(one: GrownMeasure, framework: Framework) -> bool:
    """True where the cell of the indicator says more than its name."""
    text = " ".join(one.typed.split())
    found = named(text, framework)
    more = found is not None and bool(found.name) and says_words(without_goes_on(text[found.rest :]))
    return more and scored_name(text, framework) is None


def _each_once(found: Sequence[GrownMeasure]) -> Iterator[GrownMeasure]:
    """The measures in the order of their indicators, which a document by topic has in another, each once."""
    seen = set[tuple[object, ...]]()
    for one in sorted(found, key=lambda one: one.number):
        own = (item.text for name in LISTS for item in one.items.get(name, ()))
        others = ((name, squashed("".join(each.text for each in said))) for name, said in one.paragraphs.items())
        key = (one.number, *own, *((name, text) for name, text in others if text and name not in _OF_ANALYSIS))
        if key not in seen:
            seen.add(key)
            yield one


def _ends_apart(one: GrownMeasure) -> bool:
    """True for a measure whose frequency is an item of its own behind its follow-ups."""
    return any(is_frequency(item.text) for item in one.items.get("follow_ups", ())[-1:])


def _row(one: GrownMeasure, elsewhere: str, apart: bool) -> ReadRow:
    """The cells of one measure; ``apart`` where most have their frequency as an item of its own."""
    cells: dict[str, ReadCell] = {}
    if one.indicator is None:
        cells["indicator"] = ReadCell("", one.at, _NO_NUMBER)
        if says_words(one.typed):
            cells["indicator_name"] = ReadCell(" ".join(one.typed.split()), one.at, _NO_NUMBER)
    else:
        doubt = "" if one.indicator.sure else NUMBER_OF_NAME
        cells["indicator"] = ReadCell(str(one.indicator.number), one.at, doubt)
        name = without_goes_on(one.indicator.name)
        if name:
            cells["indicator_name"] = ReadCell(name, one.at, doubt if one.indicator.spelled else _MISSPELT)
    follow_ups, frequency = _frequency(one, elsewhere, apart)
    for name, found in (("actions", one.items.get("actions", [])), ("follow_ups", follow_ups)):
        if found:
            places = tuple(dict.fromkeys(place for item in found for place in item.places))
            cells[name] = ReadCell("\n".join(item.text for item in found), places)
    within_last = frequency and apart and follow_ups and follow_ups[-1].text.endswith(frequency.text)
    if within_last or (frequency and follow_ups and frequency.doubt == _FREQUENCY_APART):
        cells["follow_ups"] = replace(cells["follow_ups"], doubt=_FREQUENCY_APART)
    if frequency:
        cells["frequency"] = frequency
    for name in _RUNNING + _SHORT + ("responsible",):
        paragraphs = one.paragraphs.get(name)
        if paragraphs and (text := _text(name, paragraphs, elsewhere)) not in ("", "-", "–"):
            cells[name] = ReadCell(text, tuple(paragraph.origin for paragraph in paragraphs))
    told = ((name, cells[name], why) for name, why in one.doubts.items() if name in cells)
    cells |= {name: replace(cell, doubt=cell.doubt or why) for name, cell, why in told}
    if one.is_of_several:
        cells = {name: replace(cell, doubt=cell.doubt or _OF_SEVERAL) for name, cell in cells.items()}
    return cells


def _text(name: str, paragraphs: Sequence[OldParagraph], elsewhere: str) -> str:
    if name == "responsible":
        made = list(lines(with_names_apart(one, elsewhere) for one in paragraphs))
        found = [(one.text, one.new and (at == 0 or made[at - 1].ended)) for at, one in enumerate(made)]
        return responsible(found, elsewhere)
    if name in _SHORT:
        return running(paragraphs, elsewhere)
    text, ended = "", True
    for one in paragraphs:
        own = one.text if one.number in ("", "-", "–", "•") else one.printed
        goes_on = not ended and not (one.number or BULLET.match(own) or NUMBER.match(plain(own)))
        text = join_lines((text, own), elsewhere) if goes_on or not text else f"{text}\n{own}"
        ended = one.ended
    return text


def _frequency(one: GrownMeasure, elsewhere: str, apart: bool) -> tuple[list[ListItem], ReadCell | None]:
    """The follow-ups without the frequency, and that: of a column of its own, of the last item, or of its end."""
    found = list(one.items.get("follow_ups", ()))
    if own := one.paragraphs.get("frequency"):
        return found, ReadCell(running(own, elsewhere), tuple(paragraph.origin for paragraph in own))
    if not found:
        return found, None
    last = found[-1]
    if is_frequency(last.text):
        return found[:-1], ReadCell(last.text, last.places)
    if apart and (frequency := one.frequency_on_lines):
        text = last.text.removesuffix(frequency).rstrip()
        return [*found[:-1], replace(last, text=text)], ReadCell(frequency, last.places)
    text, frequency = parted(last.text)
    if frequency:
        doubt = _FREQUENCY_APART if apart and not last.marked else ""
        return [*found[:-1], replace(last, text=text)], ReadCell(frequency, last.places, doubt)
    if len(found) > 1 and len(last.text) < 40 and not within(last.text):
        return found[:-1], ReadCell(last.text, last.places, _NO_FREQUENCY)
    inside = next(filter(None, (within(item.text) for item in reversed(found))), "")
    ends = any(item.text.endswith(inside) for item in found)
    return found, ReadCell(inside, last.places, "" if ends else _FREQUENCY_WITHIN) if inside else None
