"""Known sites, papers and agencies: by domain, and by names that need no label."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from generator.patterns import late_regex

_HOST = late_regex(
    r"(?i)^(?:https?://)?(?:www\.)?((?:[a-z0-9-]{1,63}\.)+(?:com|cn|net|org|tw|hk|sg|gov))(?=[^\w.-]|$)"
)


def outlet_at(address: str) -> str:
    """Return the name of the site at a domain or address; empty if it is not known.

    A subdomain of a known domain is the same site, except below ``gov.cn``.
    """
    found = _HOST.match(address.strip())
    if found is None:
        return ""
    domains, _ = _known()
    labels = found[1].lower().split(".")
    for start in range(len(labels) - 1):
        domain = ".".join(labels[start:])
        if domain in domains:
            own = start == 0 or not domain.endswith("gov.cn")
            return domains[domain] if own else ""
    return ""


def is_known_outlet(name: str) -> bool:
    """Return whether a name, in Simplified, is that of a known site, paper or agency."""
    return name in _known()[1]


@cache
def _known() -> tuple[dict[str, str], frozenset[str]]:
    text = files("generator.clean").joinpath("data/outlets.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    domains = {domain: name for domain, name in rows if domain}
    return domains, frozenset(name for _, name in rows)
