"""How good a package is: ``python -m models.training.evaluate PACKAGE PAIRS.tsv``.

First the model alone, each Chinese sentence as it is; then the program's stage, with figures and
terms masked, checked, and tried again where a check finds something. Needs sacrebleu.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import sacrebleu

from generator.content.glossary import load_glossary
from generator.english.argos import ArgosEngine
from generator.english.cache import SegmentCache
from generator.english.install import install_file
from generator.english.mask_policy import MaskPolicy
from generator.english.packages import Package, installed
from generator.english.segments import Translation, translate
from generator.english.translator import site_terms
from generator.figures import verify
from generator.gazetteer import load as load_gazetteer
from generator.problem import Report
from generator.terms import Terms, verify_terms
from models.training.corpus import read_pairs

ROOT = Path(__file__).resolve().parents[2]


def scores(said: Sequence[str], wanted: Sequence[str]) -> str:
    """BLEU and chrF, with their signatures."""
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    told = [metric.corpus_score(list(said), [list(wanted)]) for metric in (bleu, chrf)]
    return (
        f"BLEU {told[0].score:.1f}  chrF {told[1].score:.1f}  "
        f"[{bleu.get_signature()}] [{chrf.get_signature()}]"
    )


def kept(sources: Sequence[str], said: Sequence[str], terms: Terms) -> str:
    """How many sentences have all their figures right, and how many all their terms."""
    figures = terms_right = with_terms = 0
    for source, english in zip(sources, said, strict=True):
        spans = [(found.start, found.end) for found in terms.find(source)]
        figures += not verify(source, english, spans)
        with_terms += bool(spans)
        terms_right += bool(spans) and not verify_terms(source, english, terms)
    share = terms_right / max(1, with_terms)
    return (
        f"figures right in {figures / len(sources):.1%} of sentences, terms right in {share:.1%} "
        f"of the {with_terms} that have any"
    )


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _stage(
    engine: ArgosEngine, sources: Sequence[str], terms: Terms, folder: Path
) -> list[Translation]:
    cache = SegmentCache(folder / "cache.db")
    try:
        return list(translate(sources, policy=MaskPolicy(terms), engine=engine, cache=cache))
    finally:
        cache.close()


def _package(file: Path, folder: Path) -> Package:
    if file.is_dir():
        folder = file
    else:
        install_file(file, into=folder)
    return next(package for package in installed([folder])[0] if package.translates)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--beam", type=int, nargs="+", default=[4])
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--most", type=int, default=0, help="of the pairs, evenly")
    parser.add_argument("--show", type=int, default=0, help="print so many of the stage's")
    parser.add_argument("--no-stage", action="store_true")
    options = parser.parse_args()
    pairs = list(read_pairs(options.pairs))
    if options.most:
        pairs = pairs[:: max(1, len(pairs) // options.most)][: options.most]
    sources, wanted = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    terms = site_terms(load_glossary(ROOT, Report()), load_gazetteer())
    with tempfile.TemporaryDirectory() as name:
        package = _package(options.package, Path(name))
        print(f"{package}, {len(pairs)} pairs of {options.pairs.name}")
        before = _memory()
        for beam in options.beam:
            engine = ArgosEngine(package, beam=beam, threads=options.threads)
            engine.translate(sources[:1])
            began, processor = time.perf_counter(), time.process_time()
            drafts = [draft.text for draft in engine.translate(sources)]
            took, used = time.perf_counter() - began, time.process_time() - processor
            print(f"model alone, beam {beam}: {scores(drafts, wanted)}")
            print(
                f"  {kept(sources, drafts, terms)}; {took:.1f} s ({used:.1f} s of the processor), "
                f"{_memory():.0f} MB ({_memory() - before:.0f} of them for the model)",
                flush=True,
            )
        if options.no_stage:
            return
        engine = ArgosEngine(package, beam=options.beam[-1], threads=options.threads)
        began, processor = time.perf_counter(), time.process_time()
        told = _stage(engine, sources, terms, Path(name))
        took, used = time.perf_counter() - began, time.process_time() - processor
        english = [one.english for one in told]
        flagged = sum(bool(one.flags) for one in told)
        print(f"the stage, beam {options.beam[-1]}: {scores(english, wanted)}")
        print(
            f"  {kept(sources, english, terms)}; flagged {flagged / len(told):.1%}; {took:.1f} s "
            f"({used:.1f} s of the processor), {_memory():.0f} MB"
        )
        for one, reference in list(zip(told, wanted, strict=True))[: options.show]:
            print(f"\n{one.source}\n  {one.english}\n  {reference}\n  {'; '.join(one.flags)}")


if __name__ == "__main__":
    main()
