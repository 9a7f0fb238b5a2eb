"""The files that are made of a class's marks. The command line writes them, and the browser sends the same bytes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct

from game.classroom.analysis import Analysis, analyse
from game.classroom.class_record import ClassRecord, load_class
from game.classroom.integrity import Judged
from game.classroom.judgements import count_judgements
from game.classroom.paper_comparison import compare_papers
from game.exports.class_tables import render_gradebook, render_long_csv, render_wide_csv
from game.exports.item_tables import render_items_csv, render_items_json
from game.exports.report_page import MIN_GROUP_SIZE, ReportContent, SmallGroupError, render_report_page
from game.prose.report_labels import render_small_group
from game.quiz.bank import Bank

Column = Literal["username", "email", "idnumber"]
"""By which kind of name a gradebook knows a person."""

TABLE_ENCODING = "utf-8-sig"
"""Without a byte order mark, spreadsheets do not recognise UTF-8."""


class SeveralPapersError(ValueError):
    """The attempts are of several papers, which cannot be told of together."""

    def __init__(self, codes: Sequence[str]) -> None:
        super().__init__(codes)
        self.codes = codes


class ClassFiles(Struct, frozen=True, kw_only=True):
    """A class with what its files are made of."""

    folder: Path
    bank: Bank
    record: ClassRecord
    """The exams, marked from the teacher's own questions."""
    judged: Sequence[Judged] = ()
    """What the files of an exam say; empty where it is no file."""

    def analyse(self) -> Analysis:
        """The class at its one paper.

        Raises:
            SeveralPapersError: It has taken several.
            ValueError: Nothing was handed in.
        """
        self.require_one_paper()
        return analyse(self.record.rows, self.bank.world)

    def require_one_paper(self) -> None:
        """Refuse a class that has taken several papers.

        Raises:
            SeveralPapersError: It has.
        """
        codes = sorted({row.code for row in self.record.rows})
        if len(codes) > 1:
            raise SeveralPapersError(codes)

    def gather_report(self, *, with_small: bool) -> ReportContent:
        """What the report is made from."""
        world = self.bank.world
        gaps = {summary.candidate: summary.gaps for summary in self.record.counted if summary.gaps}
        tours = load_class(self.folder, world.tour.id, "", ("checkpoint",))
        return ReportContent(self.analyse(), world, gaps, count_judgements(tours.rows), self.judged, with_small)

    def make_report(self, *, with_small: bool) -> bytes:
        """The report as a page.

        Raises:
            SmallGroupError: Fewer than five, and small groups are not wanted.
        """
        return render_report_page(self.gather_report(with_small=with_small)).encode()

    def make_gradebook(self, column: Column) -> bytes:
        """The table for the grade import of Moodle."""
        analysis = self.analyse()
        title = f"{self.bank.world.tour.title} {analysis.code}".strip()
        return render_gradebook(analysis, title, self.record.enrolled, column).encode(TABLE_ENCODING)

    def make_wide_table(self) -> bytes:
        """One row for each candidate."""
        return render_wide_csv(self.analyse()).encode(TABLE_ENCODING)

    def make_long_table(self) -> bytes:
        """One row for each answer, of several papers as well."""
        return render_long_csv(self.record.rows, self.bank.world).encode(TABLE_ENCODING)

    def make_statistics(self, kind: str, *, with_small: bool) -> bytes:
        """The figures of each item, as ``.csv`` or ``.json``. Several papers are compared.

        Raises:
            SmallGroupError: Fewer than five, and small groups are not wanted.
        """
        world, analysis = self.bank.world, analyse(self.record.rows, self.bank.world)
        if len(analysis.candidates) < MIN_GROUP_SIZE and not with_small:
            raise SmallGroupError(render_small_group(len(analysis.candidates), MIN_GROUP_SIZE))
        least = 1 if with_small else MIN_GROUP_SIZE
        papers = compare_papers(self.record.rows)
        if kind == ".csv":
            return render_items_csv(analysis, world, papers, least).encode(TABLE_ENCODING)
        return render_items_json(analysis, world, papers, least).encode()
