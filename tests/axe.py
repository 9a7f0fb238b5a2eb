"""Faults of pages that axe-core finds, by the rules of WCAG 2.2 A and AA; run in the browser of a test."""

import json
from pathlib import Path

from tests.chromium import Tab

AXE = Path(__file__).parent / "js" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIND_FAULTS = (
    f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})"
    ".then(found => JSON.stringify(found.violations.map(each => [each.id, each.nodes.map(node => node.html)])))"
)

WINDOWS = ((390, 800, False), (1366, 800, True))
"""Width, height, and whether it is day."""


async def check_with_axe(tab: Tab, name: str, windows: tuple[tuple[int, int, bool], ...] = WINDOWS) -> None:
    """Fail where the page has a fault in one of some windows."""
    await tab.run(AXE.read_text(encoding="utf-8") + ";0")
    for width, height, is_day in windows:
        await tab.look(width, height, is_day=is_day)
        assert json.loads(await tab.run(FIND_FAULTS)) == [], (name, width)
