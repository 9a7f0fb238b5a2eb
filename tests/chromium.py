"""A real browser for tests: Chromium without a window, told what to do through its protocol for developers."""

import asyncio
import json
import re
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
"""None where there is no such browser."""

SECONDS = 30.0


class Tab:
    """One tab of the browser."""

    def __init__(self, socket: "aiohttp.ClientWebSocketResponse") -> None:
        self._socket = socket
        self._number = 0
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._loaded = asyncio.Event()
        self.complaints: list[str] = []
        """What the browser has written to its console."""
        self.asked: list[str] = []
        """Every address that it has asked for."""
        self._reading = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for message in self._socket:
            found = json.loads(message.data)
            params = found.get("params", {})
            if "id" in found:
                self._waiting.pop(found["id"]).set_result(found)
            elif found["method"] in ("Runtime.consoleAPICalled", "Log.entryAdded", "Runtime.exceptionThrown"):
                self.complaints.append(json.dumps(params))
            elif found["method"] == "Network.requestWillBeSent":
                self.asked.append(params["request"]["url"])
            elif found["method"] == "Page.loadEventFired":
                self._loaded.set()

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        found = await self._ask(method, **params)
        assert "error" not in found, found
        result: dict[str, Any] = found["result"]
        return result

    async def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._number += 1
        waiting = self._waiting[self._number] = asyncio.get_running_loop().create_future()
        await self._socket.send_json({"id": self._number, "method": method, "params": params})
        return await asyncio.wait_for(waiting, SECONDS)

    async def look(self, width: int, height: int, *, is_day: bool = False, has_script: bool = True) -> None:
        """Choose the window, the colours, and whether scripts run."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        scheme = {"name": "prefers-color-scheme", "value": "light" if is_day else "dark"}
        await self.call("Emulation.setDeviceMetricsOverride", **metrics)
        await self.call("Emulation.setEmulatedMedia", features=[scheme])
        await self.call("Emulation.setScriptExecutionDisabled", value=not has_script)

    async def go(self, url: str) -> None:
        self._loaded.clear()
        await self.call("Page.navigate", url=url)
        await asyncio.wait_for(self._loaded.wait(), SECONDS)

    async def run(self, script: str) -> Any:
        """What an expression gives."""
        found = await self.call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    async def wait_for(self, condition: str) -> None:
        """Wait until an expression is true."""
        async with asyncio.timeout(SECONDS):
            while not await self._holds(condition):
                await asyncio.sleep(0.02)

    async def _holds(self, condition: str) -> bool:
        # Between two pages there is none to ask, and the browser answers with an error.
        found = await self._ask("Runtime.evaluate", expression=f"Boolean({condition})", returnByValue=True)
        return found.get("result", {}).get("result", {}).get("value") is True

    async def leave_by(self, script: str) -> None:
        """Do what brings another page: the answer may get lost with the page that gave it."""
        await self._ask("Runtime.evaluate", expression=script)

    async def press(self, key: str) -> None:
        """Press a key: Enter, Tab, or what writes itself."""
        code = {"Enter": 13, "Tab": 9}.get(key, 0)
        text = "\r" if key == "Enter" else ""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, text=text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code)

    async def write(self, text: str) -> None:
        await self.call("Input.insertText", text=text)

    async def close(self) -> None:
        self._reading.cancel()
        await self._socket.close()


@asynccontextmanager
async def open_tab(profile: Path) -> AsyncIterator[Tab]:
    """A tab of a browser of its own, whose files are in that folder."""
    assert PROGRAM is not None
    options = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--remote-debugging-port=0",
    )
    command = (PROGRAM, *options, f"--user-data-dir={profile}", "about:blank")
    program = await asyncio.create_subprocess_exec(*command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        assert program.stderr is not None
        base = await asyncio.wait_for(_find_base(program.stderr), SECONDS)
        async with aiohttp.ClientSession() as session:
            async with session.put(f"http://{base}/json/new?about:blank") as made:
                address = (await made.json())["webSocketDebuggerUrl"]
            tab = Tab(await session.ws_connect(address, max_msg_size=0))
            for part in ("Page", "Runtime", "Log", "Network"):
                await tab.call(f"{part}.enable")
            yield tab
            await tab.close()
    finally:
        program.kill()
        await program.communicate()


async def _find_base(stream: asyncio.StreamReader) -> str:
    async for line in stream:
        if found := re.search(rb"ws://([^/]+)/", line):
            return found[1].decode()
    raise AssertionError("the browser has ended")
