"""Jobs: one of a kind at a time, with progress, output, an end that is told, and a way to stop."""

from __future__ import annotations

import threading

from generator.desk.events import Events
from generator.desk.jobs import Jobs, Reporter
from generator.problem import DigestError, Problem

WAIT = 120


def test_a_job_tells_how_far_it_is_and_what_it_gave() -> None:
    jobs, go = Jobs(Events()), threading.Event()

    def work(report: Reporter) -> dict[str, int]:
        report("pages", 3, 10)
        report.line("half way")
        go.wait(WAIT)
        return {"made": 10}

    job = jobs.start("build", work)
    assert jobs.start("build", work) is job, "the same job, not a second one"
    other = jobs.start("translate", lambda report: None)
    assert other is not job
    assert other.ended.wait(WAIT)
    assert jobs.running("build") is job
    go.set()
    assert job.ended.wait(WAIT)
    told = job.as_dict()
    assert (told["state"], told["stage"], told["done"], told["total"]) == ("done", "pages", 3, 10)
    assert (told["lines"], told["outcome"]) == (["half way"], {"made": 10})
    assert jobs.running("build") is None
    assert jobs.get(job.ident) is job


def test_a_job_that_fails_says_why() -> None:
    def wrong(report: Reporter) -> None:
        raise DigestError(Problem("site.yaml", 3, "title", "is missing"))

    def broken(report: Reporter) -> None:
        raise KeyError("x")

    for work, said in ((wrong, "site.yaml:3: title: is missing"), (broken, "KeyError")):
        job = Jobs(Events()).start("build", work)
        assert job.ended.wait(WAIT)
        assert job.state == "failed"
        assert said in str(job.problems[0])


def test_a_job_can_be_stopped() -> None:
    jobs, begun = Jobs(Events()), threading.Event()

    def work(report: Reporter) -> None:
        begun.set()
        while not report.stopped.wait(WAIT):
            raise AssertionError("was not stopped")
        report("pages", 1, 2)

    job = jobs.start("build", work)
    begun.wait(WAIT)
    jobs.stop(job.ident)
    assert job.ended.wait(WAIT)
    assert (job.state, job.done) == ("cancelled", 0)


def test_old_jobs_are_forgotten() -> None:
    jobs = Jobs(Events())
    first = jobs.start("build", lambda report: None)
    assert first.ended.wait(WAIT)
    for _ in range(60):
        assert jobs.start("build", lambda report: None).ended.wait(WAIT)
    assert jobs.get(first.ident) is None
