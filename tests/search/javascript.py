"""Runs the search script's functions in node, where it is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

ASSETS = Path(__file__).parents[2] / "templates/assets"
SCRIPTS = ("search.js", "search-figures.js", "search-index.js", "search-slips.js")


def run_core(expression: str, given: Any) -> Any:
    """The value of a JavaScript ``expression`` of ``core`` and ``given``."""
    source = "\n".join((ASSETS / name).read_text("utf-8") for name in SCRIPTS)
    call = f"(given) => {{ const module = {{}};\n{source}\nreturn {expression}; }}"
    node = shutil.which("node")
    if node:
        program = (
            f"const made = ({call})(JSON.parse(require('fs').readFileSync(0, 'utf8')));"
            "process.stdout.write(JSON.stringify(made));"
        )
        ran = subprocess.run(
            [node, "-e", program], input=json.dumps(given).encode(), capture_output=True, check=True
        )
        return json.loads(ran.stdout)
    pytest.skip("node is not installed: the script cannot be run (apt-get install nodejs)")
