"""The interface's Traditional words are written as the articles around them."""

from __future__ import annotations

import pytest

from generator import words
from generator.config.choices import HantVariant
from generator.script import Style, to_hans, to_hant
from generator.script.hong_kong import in_forms_of_list
from tests.sites import TestSite

# Taiwan's noun (計畫), the two forms of a setting, and a place that keeps its character.
WRITTEN_OTHERWISE = {
    ("figure_planned", "計畫"),
    ("form_hant_tai", "或臺"),
    ("glossary_keep_hint", "「里"),
    # The marks themselves are meant.
    *(("choice_quotes_curly", pair) for pair in (" “", "“”", " ‘", "‘’")),
}


@pytest.mark.parametrize("variant", ["tw", "hk"])
def test_words_have_the_characters_that_articles_have(variant: HantVariant) -> None:
    style = Style(variant, vocabulary="tw" if variant == "tw" else "none", quotes="corner")
    back, convert = to_hans({}), to_hant(style, {})
    wrong = []
    for key, forms in {**words.all_words(), **words.desk_words()}.items():
        own = forms.get(variant) or forms.get("zh-Hant") or ()
        for typed in (own,) if isinstance(own, str) else dict(own).values():
            text = in_forms_of_list(typed) if variant == "hk" else typed
            made = convert.text(back.text(text))
            pairs = enumerate(zip(text, made, strict=True))
            found = {(key, text[at - 1 : at + 1]) for at, (one, other) in pairs if one != other}
            wrong += sorted(found - WRITTEN_OTHERWISE)
    assert wrong == []


@pytest.mark.parametrize(
    ("variant", "characters", "others"),
    [
        ("tw", "閱裡著說啟", "閲裏着説啓"),
        ("hk", "閲裏着説啓麪峯羣牀税脱户温", "閱裡著說啟麵峰群床稅脫戶溫"),
    ],
)
def test_a_variant_has_one_form_of_a_character(
    site: TestSite, variant: str, characters: str, others: str
) -> None:
    body = "他说这里的群众看着高峰，启动阅读床，税务、面条、户外、温度、摆脱、评说。"
    site.article("forms", title="用字", body=body)
    site.settings(f"hant_variant: {variant}\nauthor_pages: true\n")
    site.build()
    page = site.page("/zh-hant/articles/forms/")
    assert [char for char in characters if char not in page] == []
    for file in site.files():
        if file.startswith("zh-hant/") and file.endswith(".html"):
            page = site.page(f"/{file.removesuffix('index.html')}")
            assert [(file, char) for char in others if char in page] == []


def test_words_have_the_quotation_marks_of_the_text(site: TestSite) -> None:
    for variant, marks in (("tw", "「訂閱」"), ("hk", "“訂閲”")):
        site.settings(f"hant_variant: {variant}\n")
        site.build()
        assert marks in site.page("/zh-hant/feeds/")
