"""Starts schedulers, workers and commands, each a process of its own, by forking from one that
has imported what they need.

It reads requests from standard input, one line of JSON each, and answers each with a line: the
number of a process that was started, or how one ended (negative: by this signal). When its input
ends, so do all that it started.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any, NoReturn

_IMPORTED = (
    "ctranslate2",
    "argostranslate.tokenizer",
    "distributed.cli.dask_scheduler",
    "distributed.cli.dask_worker",
    "generator.clean.pages",
    "generator.cluster.session",
    "generator.cluster.translation",
    "generator.cluster.workshop",
    "generator.english.argos",
    "generator.cli.translating",
)


def main() -> None:
    """Answer requests to the end."""
    for name in _IMPORTED:
        importlib.import_module(name)
    running: set[int] = set()
    for line in sys.stdin:
        request = json.loads(line)
        if "wait" in request:
            running.discard(request["wait"])
            _, status = os.waitpid(request["wait"], 0)
            answer = os.waitstatus_to_exitcode(status)
        else:
            answer = _start(request)
            running.add(answer)
        print(answer, flush=True)
    for process in running:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)


def _start(request: dict[str, Any]) -> int:
    """Start the ``main`` of a module with these words; its output goes into ``log``."""
    process = os.fork()
    if not process:
        _be(**request)
    return process


def _be(module: str, words: list[str], log: str, environment: dict[str, str]) -> NoReturn:
    code = 1
    try:
        output = os.open(log, os.O_WRONLY | os.O_CREAT, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, file in enumerate((nothing, output, output)):
            os.dup2(file, number)
        # As a shell does: a group of its own, to which a terminal's Ctrl-C goes.
        os.setpgid(0, 0)
        os.environ.update(environment)
        # Where the tests run in the background of a shell, processes ignore the key.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = [module, *words]
        importlib.import_module(module).main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    finally:
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
