"""Detect offices of a place that act or give information: 经合肥市中级人民法院调解."""

from __future__ import annotations

from generator.patterns import late_regex

# If one of these follows a name, it is a place name: 沁县公安局, 日照警方.
DEPARTMENT = (
    r"(?:警方|公安(?!县)|交警|派出所|法院|[检檢](?:察院|方)|城管|消防|民政局|[卫衛]健|住建|市[监監]|文旅|水利局"
    r"|[气氣]象局|[税稅][务務]|疾控|人社局|[医醫]保局|[应應]急|[发發]改|[财財]政|交通局|商[务務]局|教[育体體]+局"
    r"|[环環]境局|融媒|[运運]管所)"
)

# 从…获悉: information from offices of the place.
_LEARNT = late_regex(r"[^，。；]{0,14}?(?:获悉|獲悉|了解到|得知|传来|傳來)")
_FROM = frozenset("从從由")
_BY = frozenset("经經由")
_OFFICE = late_regex(
    r"[市州盟县縣区區]?(?:人民政府|政府|人大|政[协協]|市民|居民|民(?=[^，。]{0,4}投票)|[\u4e00-\u9fff]{0,8}?(?:法院|[检檢][察验驗疫]院?|公安|警方|工[会會]|[妇婦][联聯]|[团團]委|[协協]会|疾控|海[关關]|仲裁|[医醫]院|[消气氣][防象]|[民]政|文旅|[文][广廣旅物]|[监監][管督]|住建|[应應]急|[环環][境保]|[农農][业業]|人社|[财財]政|[税稅][务務]|[纪紀]委))"
    r"[^，。；\n]{0,14}?(?:批准|批[复復]|同意|主持|[审審][理议議批判]|[检检檢][测測验驗查]|[协協][调調]|[认認]定|[查][验驗实實处處]|抢救|[调調]解|[调調]查|[鉴鑒]定|提起|立案|[侦偵]|投票|[评評][审審选選]|[确確][认認定]|核[准实實]|[裁]定|仲裁|[组組][织織]|[举舉]办|主[办辦]|[牵牽][头頭]|[负負][责責])"
)


def by_office(text: str, start: int, end: int) -> bool:
    """Whether an office of the place ``text[start:end]`` acts or gives the information."""
    before = text[start - 1 : start]
    if before in _FROM and _LEARNT.match(text, end):
        return True
    return before in _BY and _OFFICE.match(text, end) is not None
