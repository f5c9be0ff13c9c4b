"""The input of the network, which has to be the same in training and in use."""

from __future__ import annotations

import pytest
import sentencepiece
from hypothesis import given
from hypothesis import strategies as st

from generator.meaning.tokens import Tokenizer, english_words, tidy_chinese
from models.training.corpus import tidy
from tests.meaning.stub import tokenizer_model


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The tokenizer of the program's own models."""
    return Tokenizer(tokenizer_model())


def test_english_is_encoded_word_by_word(tokenizer: Tokenizer) -> None:
    pieces = sentencepiece.SentencePieceProcessor(model_proto=tokenizer_model())
    tokens = tokenizer.tokens(" 产值 \n增长。", "Output  rose “sharply”.\nIt did . Again")
    said = ["Output", "rose", '"sharply".', "It", "did.", "Again"]
    chinese = pieces.encode("产值 增长。")
    words = [pieces.encode(word) for word in said]
    assert tokens.ids == [1, *chinese, 2, *(piece for word in words for piece in word), 2]
    assert [tokens.ids[first:last] for first, last in tokens.places] == words
    assert [pieces.id_to_piece(number) for number in (1, 2)] == ["<s>", "</s>"]
    # The second time from memory.
    assert tokenizer.tokens(" 产值 \n增长。", "Output  rose “sharply”.\nIt did . Again") == tokens
    assert tokenizer.tokens("", "") == ([1, 2, 2], [])


def test_words_keep_their_place_in_the_text() -> None:
    text = "It’s  ‘new’ ,\nhe said …"
    words = english_words(text)
    assert [word.text for word in words] == ["It's", "'new',", "he", "said..."]
    assert [text[word.start : word.end] for word in words] == ["It’s", "‘new’ ,", "he", "said …"]


@given(
    st.text(alphabet="a中é.,'’“”… \u3000\n\u200b\u0301`"), st.text(alphabet="中a \u3000\n\u200b。")
)
def test_texts_are_tidied_as_those_of_the_training(english: str, chinese: str) -> None:
    if english.split() and english.split()[0][0] in ".,…":
        english = f"a{english.strip()}"
    expected = tidy((chinese, english))
    assert " ".join(word.text for word in english_words(english)) == expected[1]
    assert tidy_chinese(chinese) == expected[0]
