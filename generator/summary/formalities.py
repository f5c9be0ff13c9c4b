"""Sentences that documents begin with and that say nothing of their subject."""

from __future__ import annotations

from generator.patterns import late_regex

# 本公司董事会及全体董事保证本公告内容不存在任何虚假记载…; the notice of Hong Kong's exchange;
# 现印发给你们，请认真贯彻执行; （此件公开发布）; ●投资金额：…
_FORMAL = late_regex(
    r"^(?:本?公司|本行|本集团|本集團|[^，。]{2,20}公司).{0,40}(?:保证|保證|承诺|承諾).{0,60}"
    r"(?:虚假记载|虛假記載|误导性陈述|誤導性陳述|重大遗漏|重大遺漏)"
    r"|^香港(?:交易及結算所|交易及结算所).{0,40}(?:概不負責|概不负责)"
    r"|^[^。]{0,120}(?:现|現|兹|茲)(?:予以?|将其|將其)?(?:印发|印發|转发|轉發|下发|下發)(?:给|給|予)(?:你们|你們|各单位|各單位)"
    r"[^。]{0,30}(?:执行|執行|落实|落實|实施|實施|遵照|贯彻|貫徹|办理|辦理)[^。]{0,10}。?$"
    r"|^[（(](?:此件.{2,10}|(?:19|20)\d\d[^（）()]{0,14}|[^（）()]{4,60}(?:通过|通過|批准|决定|決定|[审審][议議]))[)）]$|^[●■◆▪•○]\s*[^：:。]{2,14}[：:]"
)


# 决定免去：, 现将名单公示如下：; 记者了解到： needs no other sentence.
_LEAD_IN = late_regex(
    r"^[^。！？!?；;：:]{0,30}(?:任命|免去|任免|免职|免職|提名|接受|同意|[当當]选|[当當]選|[选選][举舉]|[补補][选選]|撤[销銷]"
    r"|[辞辭]去|[辞辭][职職]|[处處]分|表彰|授予|决定|決定|批准|公示|名[单單]|如下|下列|以下)[^。！？!?；;：:]{0,8}[：:]$"
)


def is_lead_in(paragraph: str) -> bool:
    """Return whether a paragraph or heading is only the beginning of what follows, which would say
    the contrary or nothing without it."""
    return _LEAD_IN.search(paragraph.strip()) is not None


def is_formal(sentence: str) -> bool:
    """Return whether a sentence is such a formality."""
    return _FORMAL.search(sentence) is not None
