"""Leave out cities that news of the nation or of a province names for one case or for its goods.

最高检通报案件。其中，阜阳市颍州区人民检察院办理的一起…; 甘肃：…要让敦煌的游客走出敦煌. The city
is an instance, and the rest of the text is about all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.gazetteer.context import sentence_around
from generator.gazetteer.instances_english import is_english_ranking, without_english_instances
from generator.gazetteer.occurrences import Occurrence
from generator.gazetteer.shares import opens_with_whole
from generator.patterns import late_regex
from generator.provinces import PROVINCES

# Words of which one is in every name of such a body (for a fast check).
_NEEDED = ("最高", "部", "局", "委", "省", "高院", "厅", "国", "协会", "自治区", "总工会", "气象台")
_BODY = late_regex(
    r"\s*(?:[^，。！？：\n]{0,4}日，)?(?:最高(?:人民)?(?:法院|检察院|[法检])|国务院|国家[\u4e00-\u9fff]{1,10}?(?:局|委|署|办|部)"
    r"|(?:公安|教育|司法|民政|财政|商务|水利|卫健|人社|住建|文旅|工信|科技|自然资源|生态环境|交通运输|农业农村|应急管理"
    r"|人力资源和?社会保障|人力资源社会保障|住房和?城乡建设|住房城乡建设|文化和旅游|工业和信息化)部|国家发改委|中央(?:纪委|网信办|文明办)"
    r"|[\u4e00-\u9fff]{2,8}总[局队]|中国[\u4e00-\u9fff]{2,10}?协会|全国总工会|[三四五六七八九十]部[门委]|国家[\u4e00-\u9fff]{1,4}队|据?中央气象台|据?国家气候中心|国家海洋预报台"
    r"|(?:" + PROVINCES + r")?(?:省|自治区|壮族自治区|回族自治区|维吾尔自治区)"
    r"(?:高院|高级(?:人民)?法院|法院|检察院|消委会|消保委|[\u4e00-\u9fff]{1,8}?(?:厅|局|委员会)))"
)
# The words before an instance, in its sentence.
_BEFORE = late_regex(
    r"其中|第[一二三四五六七八九十\d]+[起例个件]|举例|例如|比如|包括|涉事|附有|(?<![唯第])一[起例家名个款种份]|之一|典型|案例|该[行公店]|曝光|点名"
)
# The words after it.
_AFTER = late_regex(
    r"[^，。；\n]{0,14}?(?:一[起例家名个处座款]|某|[两三四五六七八九十][起例家]|(?:办理|审理|查处|审结|侦办|受理|破获|主办|报送)的?)|[^，。；\n]{0,3}[分支]行"
    r"|市?举[行办]的[^，。；\n]{0,6}(?:世界杯|锦标赛|总决赛|世锦赛|亚锦赛|大奖赛)"
)
# 长沙降温12℃, in news of several regions.
_WEATHER = late_regex(r"[^，。；\n]{0,5}(?:降温|[气低高]温|℃|阵风|[大暴][雨雪]|积雪|雷暴)")
# 格尔木的枸杞，; 不能只有义乌热闹: goods and sights of a place, or a comparison.
_GOODS = late_regex(r"的[\u4e00-\u9fff]{1,3}(?:[、，。；]|不|也|都|[走出留卖要能]|(?:留|带)[到在])")
_COMPARED = late_regex(
    r"(?:不能|不[只光止]|只有|只知道|好比|希望|[要想]让|要学|要把|把)(?:有|是|靠|让|把)?\Z"
)
# 绥化、周口等产粮大市…; 上海、北京、浙江位列前三: some of those that do or have the same.
_LISTED = frozenset("、和")
_OF_SOME = late_regex(
    r"(?:[、和][\u4e00-\u9fff]{2,4}?){0,2}(?:等(?![两三四五六七八九十]?[市地]?(?:联合|携手|共建|签))|[位居]列?前|领先|此前|先行|较快|(?:试点|推广|首创)的)"
)
_PRACTICE = late_regex(r"(?:推广|借鉴|复制|学习)\Z")
# 宜宾纸业：筹划重大资产重组, and then 公司股票…
_AFFAIR = (
    r"(?:[：:拟获签换收终筹]|[前第]?[一二三四]季|上半年|半年|全年|年[报度]|股[东价]|控股|董事|发布)"
)
_NOTICE = late_regex(
    r"\s*(?:公司(?:[公股昨今披发称说预拟前实]|[\u4e00-\u9fff]{0,4}公告)|该[公行]|[^，。\n]{0,6}公告)"
)
_COMPANY = late_regex(
    r"(?!企业|公司|机场|地铁|港口|高新|经开|公交|水务|城投|市|海关)[\u4e00-\u9fff]{2}" + _AFFAIR
)
_OWN_NAME = late_regex(r"(?:(?!机场|港口|口岸|地铁)[\u4e00-\u9fff]{2})?" + _AFFAIR)
_PLAIN = frozenset({"bare", "known", "short"})
_GOES_ON = late_regex(r"当地|该[市县区]|全[市县区]|[市县区]里")
_REACH = 40


def without_instances(
    text: str, title_end: int, chosen: set[str], found: Sequence[Occurrence]
) -> set[str]:
    """The cities ``chosen`` without those that only one sentence names, as an instance.

    ``title_end`` is the end of the title. If that names a place, no city is left out.
    """
    if not title_end or not found:
        return chosen
    if found[0].part is not None and is_english_ranking(text, title_end, chosen):
        return set()
    if found[0].start < title_end:
        return chosen - set(found[0].cities) if _is_notice(text, title_end, found) else chosen
    if found[0].part is not None:
        return without_english_instances(text, title_end, chosen, found)
    of_body = _is_of_body(text, title_end)
    if not of_body and not opens_with_whole(text):
        return chosen
    return {city for city in chosen if not _is_instance(text, city, found, of_body=of_body)}


def _is_notice(text: str, title_end: int, found: Sequence[Occurrence]) -> bool:
    """Whether the text is a notice of a listed company, whose name begins with a place."""
    one = found[0]
    if text[: one.begin].strip() or one.finish != one.end or not _NOTICE.match(text, title_end):
        return False
    company = {"landmark": _OWN_NAME}.get(one.kind, _COMPANY if one.kind in _PLAIN else None)
    if company is None or company.match(text, one.end) is None:
        return False
    return all(other is one or other.cities != one.cities for other in found)


def _is_of_body(text: str, title_end: int) -> bool:
    opening = text[: title_end + _REACH]
    if not any(word in opening for word in _NEEDED):
        return False
    return bool(_BODY.match(text) or _BODY.match(text, title_end + 1))


def _is_instance(text: str, city: str, found: Sequence[Occurrence], *, of_body: bool) -> bool:
    """Whether all names of the city are in one sentence, with the words of an instance."""
    named = [one for one in found if city in one.cities]
    if not named:
        return False
    begin, end = sentence_around(text, named[0].begin)
    if named[-1].start >= end or _GOES_ON.search(text, end):
        return False
    if all(one.kind in _PLAIN for one in named) and any(
        _GOODS.match(text, one.finish)
        or _COMPARED.search(text, max(begin, one.begin - 5), one.begin)
        for one in named
    ):
        return True
    if all(one.kind in _PLAIN for one in named) and _is_of_some(text, named[0], found):
        return True
    return of_body and (
        _BEFORE.search(text, begin, named[0].begin) is not None
        or _AFTER.match(text, named[-1].finish) is not None
        or _WEATHER.match(text, named[-1].finish) is not None
    )


def _is_of_some(text: str, one: Occurrence, found: Sequence[Occurrence]) -> bool:
    """Whether the place is in a list of some that do the same, or its practice is spread."""
    if _PRACTICE.search(text, max(0, one.begin - 2), one.begin):
        return True
    beside = (
        text[one.begin - 1 : one.begin] in _LISTED or text[one.finish : one.finish + 1] in _LISTED
    )
    if not beside:
        return False
    last = one
    for other in found:
        if other.begin == last.finish + 1 and text[last.finish] in _LISTED:
            last = other
    return _OF_SOME.match(text, last.finish) is not None
