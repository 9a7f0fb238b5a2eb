"""Programs that others wrote, which read what we write. What a machine does not have is left out, and said so."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

JS = Path(__file__).parent / "js"

needs_node = pytest.mark.skipif(
    shutil.which("node") is None or not (JS / "node_modules").is_dir(),
    reason="the readers written in JavaScript are not installed: npm install --prefix tests/js --no-package-lock",
)


def node(program: str, given: str) -> Any:
    """What a program in tests/js makes of a text."""
    done = subprocess.run(
        ["node", program],
        cwd=JS,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)
