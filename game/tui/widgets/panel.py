"""The side panel: journey, exits, visible things, the latest facts."""

from textual.content import Content
from textual.strip import Strip

from game.app.view import Job, View, choose_arrow, list_one_exit_a_room
from game.prose.lead_lines import EMPTY_MARK, FULL_MARK, NO_JOB, describe_next_shortly, draw_slots, draw_trust
from game.prose.lines import capitalise, count_noun, format_journey, format_tag, number_room
from game.prose.screen_labels import MORE_IN_ROOM
from game.tui.widgets.styled_text import make_clickable
from game.tui.widgets.view_block import ViewBlock

MAX_SIGHTS = 12


class Panel(ViewBlock):
    """What a wide screen shows beside the log."""

    def make_strips(self, width: int, height: int) -> list[Strip]:
        """The terminal lines; where not all of them fit, the last one says so."""
        strips = super().make_strips(width, height)
        if len(strips) <= height:
            return strips
        more = make_clickable(MORE_IN_ROOM, "look").stylize("$gold")
        sign = Strip(more.truncate(width).render_segments(self.visual_style))
        return [*strips[: max(0, height - 1)], sign.adjust_cell_length(width, self.rich_style)]

    def make_view_rows(self, view: View, width: int) -> list[Content]:
        """The sections, top to bottom."""
        sections = [
            *(self._make_job(view.job, width) if view.job is not None else []),
            *([Content(""), *self._make_journey(view)] if view.tour.minutes else []),
            *self._make_exits(view, width),
            *self._make_sights(view),
            *self._make_facts(view, width),
        ]
        return sections[1:]  # each begins with an empty row, and the first needs none

    def _make_job(self, job: Job, width: int) -> list[Content]:
        rows = [Content(""), _make_head("JOB")]
        progress = job.progress
        if progress is None:
            rows += Content(NO_JOB).wrap(max(8, width))
        else:
            rows += make_clickable(progress.lead.asks, "job").wrap(max(8, width))
            for slot, is_filled in zip(progress.lead.slots, progress.filled, strict=True):
                mark = (f"{FULL_MARK} ", "$gold") if is_filled else (f"{EMPTY_MARK} ", "$muted")
                rows.append(Content.assemble(mark, (slot.name, "$foreground" if is_filled else "$muted")))
            rows += Content.styled(describe_next_shortly(progress), "$khaki").wrap(max(8, width))
        if job.others:
            rows += [Content(""), _make_head("OPEN QUESTIONS")]
        for other in job.others:
            asked = make_clickable(other.lead.asks, f"job {other.number}")
            rows += Content.assemble(asked, " ", (draw_slots(other), "$muted")).wrap(max(8, width))
        return [*rows, *_make_page(job)]

    def _make_journey(self, view: View) -> list[Content]:
        return [
            _make_head("JOURNEY"),
            Content.assemble(
                (view.tour.origin, "$foreground"), (" ━▸ ", "$line"), (view.tour.destination, "$foreground")
            ),
            Content.styled(format_journey(view.minutes, view.tour.minutes), "$muted"),
        ]

    def _make_exits(self, view: View, width: int) -> list[Content]:
        rows = [Content(""), _make_head("EXITS")]
        for way in list_one_exit_a_room(view.exits):
            name = number_room(way.room)
            mark = "visited" if way.is_visited else ""
            row = Content.assemble((f"{choose_arrow(way)} ", "$gold"), make_clickable(name, way.direction))
            gap = width - row.cell_length - len(mark)
            # If a name fills the row, the mark is left out.
            rows.append(row if gap < 1 else Content.assemble(row, " " * gap, (mark, "$khaki")))
        return rows

    def _make_sights(self, view: View) -> list[Content]:
        rows = [Content(""), _make_head("YOU SEE")]
        for sight in view.sights[:MAX_SIGHTS]:
            mark = ("✓ ", "$success") if sight.is_examined else ("· ", "$muted")
            rows.append(Content.assemble(mark, make_clickable(sight.name, f"examine {sight.name}")))
        return rows

    def _make_facts(self, view: View, width: int) -> list[Content]:
        count = Content.assemble(("NOTEBOOK", "bold $khaki"), (f"  ✦ {view.noted}", "bold $fact"))
        if view.job is None:
            count += Content.styled(f"/{view.facts}", "$muted")
        rows = [Content(""), count]
        for fact in view.recent:
            rows += _hang_fact(capitalise(fact.claim), format_tag(fact), width)
            if fact.id in view.differing:
                rows.append(Content.styled("  ≠ sources differ", "$gold"))
        return rows


def _make_page(job: Job) -> list[Content]:
    """What there is for the page: headlines, lines of the report, trust, and where the next wire comes."""
    counts = f"{count_noun(job.closed, 'headline')}, {job.lines} of {count_noun(job.limit, 'line')}"
    # A closed question is lit: a mark for each, so that the player sees the page grow.
    lit = (f"{FULL_MARK * job.closed} " if job.closed else "", "$gold")
    rows = [Content(""), _make_head("PAGE"), Content.assemble(lit, (counts, "$foreground"))]
    if job.trust is not None:
        rows.append(Content.assemble(("Trust ", "$muted"), (draw_trust(job.trust), "$gold")))
    if job.next_wire is not None:
        rows.append(Content.styled(f"Next wire: {number_room(job.next_wire)}", "$muted"))
    return rows


def _make_head(text: str) -> Content:
    return Content.styled(text, "bold $khaki")


def _hang_fact(text: str, source: str, width: int) -> list[Content]:
    """A fact with a star, its lines indented, its source at the end."""
    content = Content.assemble((text, "$foreground"), " ", (source, "$muted"))
    lines = content.wrap(max(8, width - 2))
    return [Content.assemble(("✦ " if first == 0 else "  ", "$fact"), line) for first, line in enumerate(lines)]
