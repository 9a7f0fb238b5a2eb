"""Lines as elements: what keeps its columns stands row by row, and nothing in a text becomes an element."""

from game.prose.lines import Line
from game.web.pages.line_elements import render_lines


def test_a_drawing_keeps_its_rows() -> None:
    rows = [Line(" .-. ", "ticket"), Line("\t<b>", "ticket"), Line("a\nb", "ticket")]
    assert render_lines(rows) == '<pre class="ticket"> .-. \n        &lt;b&gt;\na&lt;U+000A&gt;b</pre>'


def test_lines_of_one_list_stand_in_one_list() -> None:
    shown = render_lines([Line("<i>", "option"), Line("b", "option"), Line("c")])
    assert shown.count("<ul") == 1
    assert shown.count("<li>") == 2
    assert "<i>" not in shown
