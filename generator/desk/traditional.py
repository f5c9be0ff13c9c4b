"""Sets Traditional forms of words, in an article's own Traditional text or in the glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from generator.articles.document import ArticleProcessor
from generator.content.article import read_article
from generator.content.glossary import simplified
from generator.fields.keys import node_at, root_of, with_key, written
from generator.problem import DigestError, Problem, Report


def glossary_with(text: str, word: str, forms: Mapping[str, str | Sequence[str]]) -> str:
    """The glossary ``text`` with ``forms`` (``en``, ``hant``, ``also``, ``note``) of ``word``. An
    empty form is removed; forms that are not given stay. Raises `DigestError`."""
    word = typed_key(text, word)
    try:
        for key, value in forms.items():
            if _held(text, word, key) == value:
                continue
            if isinstance(value, str):
                said = written(value) if value else ""
            else:
                said = f"[{', '.join(map(written, value))}]" if value else ""
            there = node_at(root_of(text), ("terms", word))
            if isinstance(there, yaml.MappingNode):
                text = with_key(text, ("terms", word, key), said or None)
            elif isinstance(there, yaml.ScalarNode) and there.value and key != "en":
                if said:
                    text = with_key(text, ("terms", word, key), said, "en")
            elif said:
                plain = said if key == "en" else f"{{{key}: {said}}}"
                text = with_key(text, ("terms", word), plain)
    except ValueError as error:
        raise DigestError(Problem("content/glossary.yaml", message=str(error))) from error
    return text


def _held(text: str, word: str, key: str) -> str | list[str]:
    """The present value of a form."""
    node = node_at(root_of(text), ("terms", word, key))
    if isinstance(node, yaml.SequenceNode):
        return [str(getattr(one, "value", "")) for one in node.value]
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def typed_key(text: str, word: str) -> str:
    """The key of ``word`` (Simplified) in the glossary ``text``, where it may be written in
    Traditional characters; ``word`` itself if there is none."""
    terms = node_at(root_of(text), ("terms",))
    pairs = terms.value if isinstance(terms, yaml.MappingNode) else []
    keys = [str(key.value).strip() for key, _ in pairs]
    return word if word in keys else next((k for k in keys if simplified(k)[0] == word), word)


def hant_with(
    chinese: str, path: str, sidecar: str, word: str, wanted: str, processor: ArticleProcessor
) -> str:
    """The Traditional text of an article (``sidecar``, or the converted Chinese if that is empty)
    with the converted form of ``word`` replaced by ``wanted``. Raises `DigestError` if it does not
    occur."""
    if not sidecar:
        report = Report()
        article = read_article(chinese, path, report)
        if article is None:
            raise DigestError(report.errors)
        convert = processor.hant.text
        title, body = convert(article.title), convert(article.body)
        sidecar = f"---\ntitle: {written(title)}\n---\n\n{body.rstrip()}\n"
    for form in dict.fromkeys((processor.hant.text(word), word)):
        if form in sidecar:
            return sidecar.replace(form, wanted)
    raise DigestError(Problem(path, field="hant", message=f"“{word}” is not in the text"))
