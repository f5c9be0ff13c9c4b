"""Forms of English verbs and nouns, for changed words that have to fit where the old ones stood."""

from __future__ import annotations

BASE, THIRD, PAST, PERFECT, GERUND = range(5)

_IRREGULAR = """
arise arose arisen; awake awoke awoken; be was been; bear bore borne; beat beat beaten;
become became become; begin began begun; bend bent bent; bet bet bet; bind bound bound;
bleed bled bled; blow blew blown; break broke broken; breed bred bred; bring brought brought;
broadcast broadcast broadcast; build built built; burst burst burst; buy bought bought;
catch caught caught; choose chose chosen; cling clung clung; come came come; cost cost cost;
creep crept crept; cut cut cut; deal dealt dealt; dig dug dug; do did done; draw drew drawn;
drink drank drunk; drive drove driven; eat ate eaten; fall fell fallen; feed fed fed;
feel felt felt; fight fought fought; find found found; flee fled fled; fly flew flown;
forbid forbade forbidden; forecast forecast forecast; forget forgot forgotten;
forgive forgave forgiven; freeze froze frozen; get got got; give gave given; go went gone;
grow grew grown; hang hung hung; have had had; hear heard heard; hide hid hidden; hit hit hit;
hold held held; hurt hurt hurt; keep kept kept; know knew known; lay laid laid; lead led led;
leave left left; lend lent lent; let let let; lie lay lain; lose lost lost; make made made;
mean meant meant; meet met met; mistake mistook mistaken; outgrow outgrew outgrown;
outsell outsold outsold; overcome overcame overcome; oversee oversaw overseen;
overtake overtook overtaken; overthrow overthrew overthrown; pay paid paid; put put put;
quit quit quit; read read read; rebuild rebuilt rebuilt; repay repaid repaid;
reset reset reset; ride rode ridden; ring rang rung; rise rose risen; run ran run;
say said said; see saw seen; seek sought sought; sell sold sold; send sent sent; set set set;
shake shook shaken; shed shed shed; shine shone shone; shoot shot shot; show showed shown;
shrink shrank shrunk; shut shut shut; sing sang sung; sink sank sunk; sit sat sat;
sleep slept slept; speak spoke spoken; spend spent spent; split split split;
spread spread spread; spring sprang sprung; stand stood stood; steal stole stolen;
stick stuck stuck; strike struck struck; strive strove striven; swear swore sworn;
sweep swept swept; swim swam swum; take took taken; teach taught taught; tear tore torn;
tell told told; think thought thought; throw threw thrown; undergo underwent undergone;
understand understood understood; undertake undertook undertaken; uphold upheld upheld;
wear wore worn; win won won; withdraw withdrew withdrawn; withstand withstood withstood;
write wrote written
"""
IRREGULAR: dict[str, tuple[str, str]] = {
    base: (past, perfect) for base, past, perfect in (row.split() for row in _IRREGULAR.split(";"))
}
_DOUBLED = frozenset(
    "stop plan drop ban ship rob slip permit admit commit refer occur prefer transfer shut set cut"
    " put run win begin get hit let sit dig swim bet quit split forget step grab trim cap slim top"
    " tip log equip submit omit forbid regret rebut bar blur chat chop control compel expel dip"
    " fit outrun overrun hop jam kidnap knit map nab net nod pin plug pop rid rip scan scrap skid"
    " slam snap spin spot stem strip tap trap travel wrap zip upset fuel cancel label model signal"
    " unplug worship shed".split()
)
_PLURALS = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet",
    "mouse": "mice", "tooth": "teeth", "wife": "wives", "life": "lives", "half": "halves",
    "thief": "thieves", "knife": "knives", "leaf": "leaves", "wolf": "wolves", "shelf": "shelves",
    "fish": "fish", "sheep": "sheep", "aircraft": "aircraft", "deer": "deer", "series": "series",
    "species": "species", "crisis": "crises", "basis": "bases", "analysis": "analyses",
    "businessman": "businessmen", "businesswoman": "businesswomen", "fisherman": "fishermen",
    "spokesman": "spokesmen", "spokeswoman": "spokeswomen", "chairman": "chairmen",
    "policeman": "policemen", "policewoman": "policewomen", "fireman": "firemen",
    "grandchild": "grandchildren",
    "schoolchild": "schoolchildren", "potato": "potatoes", "tomato": "tomatoes", "hero": "heroes",
    "yuan": "yuan", "headquarters": "headquarters", "staff": "staff", "means": "means",
}  # fmt: skip


def third(base: str) -> str:
    """The verb's form after he, she or it."""
    if base in ("have", "be"):
        return {"have": "has", "be": "is"}[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def gerund(base: str) -> str:
    """The verb's form in -ing."""
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + (base[-1] if base in _DOUBLED else "") + "ing"


def past(base: str) -> str:
    """The verb's past tense."""
    if base in IRREGULAR:
        return IRREGULAR[base][0]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ied"
    return base + (base[-1] if base in _DOUBLED else "") + "ed"


def perfect(base: str) -> str:
    """The verb's past participle."""
    return IRREGULAR[base][1] if base in IRREGULAR else past(base)


def verb(phrase: str) -> tuple[str, str, str, str, str]:
    """All forms of a verb, of which further words may follow: by BASE, THIRD, PAST …"""
    head, space, rest = phrase.partition(" ")
    forms = (head, third(head), past(head), perfect(head), gerund(head))
    first, second, third_, fourth, fifth = (form + space + rest for form in forms)
    return first, second, third_, fourth, fifth


def plural(phrase: str) -> str:
    """The plural of a noun, before which further words may stand."""
    before, space, noun = phrase.rpartition(" ")
    if noun in _PLURALS:
        many = _PLURALS[noun]
    elif noun.endswith("y") and noun[-2:-1] not in "aeiou":
        many = noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "z", "ch", "sh")):
        many = noun + "es"
    else:
        many = noun + "s"
    return before + space + many
