"""Macros and functions are called as Jinja calls them, however a template writes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.problem import DigestError
from generator.render.templates import Templates

MACROS = """{% macro m(a, b="-", c="<c>") %}[{{ a }} {{ b }} {{ c }}
{%- if caller is defined %} {{ caller("&") }}{% endif %}]{% endmacro %}
{% macro any() %}{{ varargs|join(",") }};{{ kwargs.items()|map("join", "=")|join }}{% endmacro %}
"""


def rendered(folder: Path, text: str, **values: object) -> str:
    """What a template of the site's own makes of ``values``."""
    (folder / "templates").mkdir()
    (folder / "templates/page.html").write_text(MACROS + text, "utf-8")
    return Templates(folder).render("page.html", dict(values)).decode().strip()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('{{ m("<b>") }}', "[&lt;b&gt; - &lt;c&gt;]"),
        ('{{ m(1, c=2) }}{{ m(*[3, 4, 6]) }}{{ m(**{"a": 5, "c": 7}) }}', "[1 - 2][3 4 6][5 - 7]"),
        ('{% call(x) m("a", c="c") %}({{ x }}){% endcall %}', "[a - c (&amp;)]"),
        ('{{ any(1, "<", class="x", for=2) }}', "1,&lt;;class=xfor=2"),
        ('{% autoescape false %}{{ m("<b>") }}{% endautoescape %}', "[&lt;b&gt; - &lt;c&gt;]"),
        ("{% for n in [[1, [2, 3]]] recursive %}{{ n[0] if n is iterable else n }}"
         "{{ loop(n[1]) if n is iterable }}{% endfor %}", "123"),
        ('{{ plus(1, 2) }}{{ "a-b".split("-")|join }}{{ (plus if yes else m)(3, 4) }}', "3ab7"),
        ("{% for n in [1, 2] %}{% set q = plus(n, 1) %}{{ q }}{% endfor %}", "23"),
    ],
)  # fmt: skip
def test_a_call_makes_what_jinja_makes_of_it(tmp_path: Path, text: str, made: str) -> None:
    assert rendered(tmp_path, text, plus=lambda a, b: a + b, yes=True) == made


def test_what_does_not_exist_cannot_be_called(tmp_path: Path) -> None:
    with pytest.raises(DigestError) as raised:
        rendered(tmp_path, "{{ nothing(1) }}")
    (problem,) = raised.value.problems
    assert (problem.path, problem.line) == ("templates/page.html", 4)
    assert "nothing" in problem.message
