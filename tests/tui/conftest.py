"""A terminal that is the same wherever the tests run, and a pilot that does not depend on how busy the machine is."""

import asyncio

import pytest

from tests.tui.steady import SteadyPilot


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that shows every colour."""
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def steady_pilot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every app under test is driven by our pilot, also where a plug-in starts it."""
    monkeypatch.setattr("textual.pilot.Pilot", SteadyPilot)

    # Textual's guess at idleness sleeps 40 ms for each key; with a pilot that asks, it would only cost time.
    async def do_not_guess(min_sleep: float = 0, max_sleep: float = 0) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr("textual.app.wait_for_idle", do_not_guess)
    monkeypatch.setattr("textual.pilot.wait_for_idle", do_not_guess)
