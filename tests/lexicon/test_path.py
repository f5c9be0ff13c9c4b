"""A few texts are cut without sentencepiece, to the same words."""

from __future__ import annotations

import importlib
import random

import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st

from generator.lexicon import cut
from generator.lexicon.path import Scored, best_path, frequency_of, model, scored


@pytest.fixture(scope="module")
def known() -> Scored:
    return scored()


@pytest.fixture(scope="module")
def peer(known: Scored) -> sentencepiece.SentencePieceProcessor:
    return sentencepiece.SentencePieceProcessor(model_proto=model(known))


def test_the_model_is_what_sentencepiece_itself_would_write(known: Scored) -> None:
    # Its classes are made when it is imported; no type checker sees them.
    read = importlib.import_module("sentencepiece.sentencepiece_model_pb2").ModelProto()
    read.ParseFromString(model(known))
    assert read.SerializeToString(deterministic=True) == model(known)
    assert [piece.piece for piece in read.pieces][1:] == list(known.words())


def test_every_word_is_known_with_its_score(
    known: Scored, peer: sentencepiece.SentencePieceProcessor
) -> None:
    words = list(known.scores())
    assert len(words) == peer.get_piece_size() - 1 > 100_000
    for number, (word, score) in enumerate(words, 1):
        assert (peer.id_to_piece(number), peer.get_score(number)) == (word, score)
    assert frequency_of("水库", known) > frequency_of("缫丝", known) > 0.0
    assert frequency_of("HTTP", known) == 0.0


@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_is_cut_alike(
    known: Scored, peer: sentencepiece.SentencePieceProcessor, text: str
) -> None:
    assert best_path(text, known) in (None, peer.encode(text, out_type=str))


@pytest.mark.parametrize("seed", range(6))
def test_any_row_of_words_is_cut_alike(
    known: Scored, peer: sentencepiece.SentencePieceProcessor, seed: int
) -> None:
    rng = random.Random(seed)
    words = rng.sample(list(known.words()), 500)
    pieces = [*words, *(word[:-1] for word in words), *(word[1:] for word in words)]
    for marks, count in (("，", 1000), ("的市，a 0\n", 400)):
        text = "".join(
            rng.choice((*rng.choices(pieces, k=8), rng.choice(marks))) for _ in range(count)
        )
        assert best_path(text, known) == peer.encode(text, out_type=str)


def test_a_text_that_sentencepiece_sums_in_another_way_is_left_to_it(known: Scored) -> None:
    assert best_path("HTTP" * 300, known) is None
    assert cut("HTTP" * 300) == ["HTTP" * 300]
