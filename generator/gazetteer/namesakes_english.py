"""Detect things with a city's name in English text: dishes, firms, ships, films."""

from __future__ import annotations

from generator.patterns import late_regex

_WARE = late_regex(
    r" (?:time|River\b|opera|[Hh]ot ?pot|beer|Brewery|Daily|Evening News|Morning Post|Road|Street"
    r"|Avenue|Bank\b|(?:Securities|Iron|Steel|Motors?|Automobile|Pharma\w*|Group|Holdings)\b"
    r"|rice wine|wine\b|embroidery|porcelain|silk\b|roast|ham\b|vinegar"
    r"|tea\b|liquor|Consensus|dialect|cuisine|Treaty"
    r"|(?:(?:[Bb]eef|[Rr]ice|[Ff]ried|[Rr]oast|[Hh]ot|[Dd]ry|[Ss]alted|[Cc]old|[Ss]nail|[Ss]picy"
    r"|[Ss]team(?:ed)?|[Ss]oup|[Hh]and-pulled|[Pp]ulled|[Pp]ressed|[Ss]moked|[Bb]raised|[Pp]ork"
    r"|[Cc]rab|[Ll]amb|[Dd]rum|[Ss]weet|[Pp]ickled|[Pp]an-fried|[Ss]tinky|[Hh]airy)[ -]){0,3}"
    r"(?:[Dd]uck|[Nn]oodles?|[Vv]ermicelli|[Rr]ice|[Cc]hicken|[Dd]umplings?|[Bb]uns?|[Ss]oup"
    r"|[Mm]eatballs?|[Tt]ofu|[Pp]ancakes?|[Ss]kewers?|[Bb]arbecue|[Cc]rabs?|[Ss]ausages?|[Bb]eef"
    r"|[Pp]ork|[Mm]elons?|[Rr]aisins?|[Cc]uisine|[Mm]ooncakes?))"
    r"(?! (?:makers?|producers?|factor|industry|exports?|festival|growers?|trade|sales|output"
    r"|mills?|weavers?|workshops?|firms?|companies|workers|plants?|factor(?:y|ies)|markets?|town))"
)
# A firm with the city's name, unless it is a public utility of the city.
_FIRM = late_regex(
    r"(?! (?:Metro|Rail Transit|Bus|Water|Airport|Port|Public|Urban|City|Municipal|Tourism|Gas"
    r"|Heating))(?: [A-Z][\w&'-]+){0,4}?"
    r" (?:Group|Co\b|Corp(?:oration)?\b|Inc\b|Ltd|Limited|Holdings?|Technolog(?:y|ies)|Pharma\w*"
    r"|Motors?\b|Auto(?:mobiles?|motive)?\b|Electric\b|Electronics|Garments?|Textiles?|Ceramics"
    r"|Chemicals?|Materials|Solar|Steel|Heavy|Machinery|Foods?\b|Dairy|Brewery|Airlines?"
    r"|Securities|Shipping|Shipbuilding|Semiconductors?|Robotics|Biologics|Biotech\w*"
    r"|Medical\b(?! University| College)|Optoelectronics|Batter(?:y|ies)|Lithium|Ty?i?res?\b"
    r"|Cement|Glass\b|Furniture|Toys?|Software|Telecom|Engineering\b(?! University| College)"
    r"|Suntech|Haier|Hisense|Gree\b|Midea|CRRC|BYD|Vanke|Tsingtao|Zijin|Lens\b|Hikvision)"
    r"(?!s? (?:Industr|Park|Zone|District|Fair|Expo|University|College|Institute))"
)
_SHIP = late_regex(
    r"\b(?:[Ww]arships?|[Dd]estroyers?|[Ff]rigates?|[Cc]ruisers?|[Ss]ubmarines?|[Cc]arriers?"
    r"|[Vv]essels?|[Ss]hips?|[Ff]err(?:y|ies)|[Tt]rawlers?|CNS|PLANS?|[Cc]orvettes?|[Ll]iners?)"
    r"(?:,)? (?:the )?[\"“'‘]?\Z"
)
_WORK = late_regex(
    r"\b(?:[Ff]ilms?|[Mm]ovies?|[Ss]ongs?|[Nn]ovels?|[Bb]ooks?|[Pp]lays?|[Ss]eries|[Dd]ramas?"
    r"|[Dd]ocumentar(?:y|ies)|[Mm]usicals?|[Bb]allets?|[Oo]peras?|[Ss]how|[Aa]lbum|[Pp]oem)"
    r"(?: called| titled| named)?,? [\"“'‘][^\"”’]{0,24}\Z"
)
_SOMEBODY = late_regex(
    r"(?: [a-z]+)? (?:merchant|trader|chef|athlete|swimmer|student|tourist|singer|painter"
    r"|businesswoman|runner|gymnast|artist|woman|man|couple|teenager|nurse|doctor|designer)\b"
)
_ARTICLES = ("A ", "An ", "a ", "an ")


def is_part_of_name(before: str, after: str) -> bool:
    """Whether a name between these words is a part of the name of a dish, paper, road or ship."""
    return _WARE.match(after) is not None or _SHIP.search(before) is not None


def named_for(before: str, after: str, *, full: bool) -> bool:
    """Whether a name between these words belongs to a work, a firm or somebody from the place.

    ``full`` says that it is a full name (Wusheng County).
    """
    if _WORK.search(before) or (not full and _FIRM.match(after)):
        return True
    return before.endswith(_ARTICLES) and _SOMEBODY.match(after) is not None
