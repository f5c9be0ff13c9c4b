"""Starts commands, each a process of its own, by forking from one that has imported what they need.

    python -m tests.launcher MODULE…

It imports the modules, and of those that have a ``warm_up()`` calls that. Then it reads requests
from standard input, one line of JSON each, and answers each with a line: the number of a process
that was started, or how one ended (negative: by this signal). When its input ends, so do all that
it started.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import traceback
from contextlib import suppress
from typing import Any, NoReturn


def main() -> None:
    """Answer requests to the end."""
    for name in sys.argv[1:]:
        warm_up = getattr(importlib.import_module(name), "warm_up", None)
        if warm_up is not None:
            warm_up()
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
    """Start the ``main`` of a module with these words; its output goes into ``out`` and ``err``."""
    process = os.fork()
    if not process:
        _be(**request)
    return process


def _be(module: str, words: list[str], out: str, err: str, environment: dict[str, str]) -> NoReturn:
    code = 1
    try:
        output = os.open(out, os.O_WRONLY | os.O_CREAT, 0o600)
        errors = output if out == err else os.open(err, os.O_WRONLY | os.O_CREAT, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for number, file in enumerate((nothing, output, errors)):
            os.dup2(file, number)
        # The streams of this process remember what their files were.
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", buffering=1, closefd=False)
        # As a shell does: a group of its own, to which a terminal's Ctrl-C goes.
        os.setpgid(0, 0)
        os.environ.update(environment)
        # Where the tests run in the background of a shell, processes ignore the key.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.argv = [module, *words]
        importlib.import_module(module).main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
