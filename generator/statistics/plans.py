"""Whether a figure is planned or expected, not reached, by the words of its sentence."""

from __future__ import annotations

from generator.patterns import late_regex

_PLAN = late_regex(
    r"力争|目标(?!企业|客户)|(?<![按依]照)(?<!按)计划(?!总投资|投资|单列)|预计|争取|(?:^|(?<![主重需首概只想高])(?<![每一][天日月年班])(?<!班次))要(?![求素点闻])"
    r"|(?<!跌价)(?<!减值)(?<!坏账)准备(?!金|[好就工]|充)|打算|(?:公司|集团|企业|双方|还|未来)计划投资|预测|预估|谋划|有意|可望|或将|不久将|有能力"
    r"|将(?!近|[^，。；]{1,10}[的由从](?=约?[0-9]))|拟(?!合|上市)|确保|有望|预期|达产后|达效后|建成后|投产后|(?:扩建|改建|改造)?完[成工]后(?=年?(?:产值|产能|营收|可))|后可|可(?:年产|实现|新增|创[造汇]|带动|形成)|(?<![高多大日小时])可达"
    r"|(?<![按合足到据])要求(?=[^，。；]{0,12}(?:压|降|减|完成|达|不低|不少|投|增|控制))"
)
# A share of a plan is a result: 完成年度计划的78.4%, 高于全年目标0.5%.
_WHICH_PLAN = (
    r"(?:年度|全年|当年|本年|年初|序时|既定|总体|预期|[省市县]定|[一二三四]季度|[上下]半年|年)*"
    r"(?:投资|建设|进度)*(?:计划|目标|预算)(?:总?任务数?|总?投资额?|值|数|指标|进度|总额|安排)*"
)
_OF_PLAN = late_regex(
    rf"(?:(?:完成|占|超额?(?:完成|出|过)?|[高快低慢好优]于)了?{_WHICH_PLAN}|{_WHICH_PLAN}的)的?"
    r"(?:约|近|超过?|逾|比例[为达]?|\s)*(?=[0-9.]+\s?(?:[%％]|个百分点)|百分之|[一二三四五六七八九]成)"
    # 目标任务已完成78%
    rf"|{_WHICH_PLAN}(?:已|共|累计|实际|现已|均|超额|提前)*(?:完成率?|达成率?|实现)了?(?:为|达到?|约|近|超过?)?"
    r"(?=[0-9.]+\s?[%％])"
)
# A plan or target that was met, before what was done: 超额完成年度计划，投资达171亿元.
_MET = late_regex(
    rf"(?:超额?|提前|圆满|如期|顺利|全面)*(?:完成|实现|达成|超出|超过)了?(?:年初|[省市县]里?)?(?:下达的|确定的|定下的)?{_WHICH_PLAN}(?:任务)?(?=[，；])"
)
# After these the whole sentence is about what will be.
_FORECAST = late_regex(
    r"预计|预期|预测|预估|力争|争取|有望|可望|打算|(?<!做好)(?<!充分)(?<!跌价)(?<!减值)(?<!坏账)准备(?!金|[好就工]|充)"
    r"|(?<![完达]成)目标(?!企业|客户|完成)|确保|(?<![按依]照)(?<!按)计划(?!总投资|投资|单列|经济)"
    r"|(?:全部|完全|全面)(?:建成|投产|投用)后|达[产效]后|项目建成后|(?<![年月日已])(?:建成|投产|投用)后(?=每?年?[可将能])"
)
# Words of a later clause that reports again, and clauses that describe the project itself.
_REPORTED = late_regex(
    r"[，；：](?:[^，]*?)(?:已|目前|当前|如今|现为|截至|去年|上年|实际|累计|现有|共有|拥有|建有|据|显示|表示|指出|称|介绍|说|通报|公布|透露|此前|前[一二三四五六七八九十0-9]+个?月"
    r"|1[至—-]|上半年|达到了|完成了|实现了|[0-9]年[^，]*为)"
    # 提出了建设产区的目标，拿出3000万元补贴
    r"|[，；：](?:先后|连续|陆续|当年|市里|县里|当地|政府|每年|专门|又|还|并)*(?:拿出|拨付|拨出|出资|划拨|筹措|筹集|发放|兑现|落实)了?(?![^，。；]{0,12}(?:计划|目标))"
)
# More characters than `_BY_NAME` can match.
_NEAR = 40
_REPORTED_BY_NOW = late_regex(
    r"[，；：][^，]*?(?:已|目前|当前|如今|现为|截至|去年|上年|今年|实际|现有|共有|拥有|建有|此前|前[一二三四五六七八九十0-9]+个?月|上半年)"
)
_OF_PROJECT = late_regex(
    r"(?<!累计)(?<!完成)(?<!实现)(?<!固定资产)(?<!工业)(?<!民间)(?<!制造业)(?<!技改)(?<!开发)投资(?!达|突破|超)|占地|面积|用地|注册资本|[资本]金|规划"
)
_CLAUSE_END = late_regex(r"[，：、]")
# The thing right before the figure is planned by its name: 计划总投资480亿元, 规划产能120万吨. What
# follows in the clause is not: 计划总投资480亿元的32个项目开工.
_BY_NAME = late_regex(
    r"(?<!完成)(?<!完成了)(?<!完成年度)(?<!占)(?<!到位)"
    r"(?:(?:计划|规划|拟|预计|意向|承诺|许诺|原定|原拟|拟定|约定|预期|目标|远期)(?:年度|项目|固定资产|新增|追加|累计|再)?总?(?:投资|金额)(?:总?额|规模|强度|金额)?"
    r"|(?:规划|拟建|拟新[建增]|计划新[建增]|意向|远期)[^，。；、的]{0,4}(?:产能|能力|面积|用地|装机|规模|容量|库容|床位|学位|里程|总长|全长|占地))"
    r"(?:总计|共计|约|为|达到?|共|近|超过?|逾|高达|\s|：){0,3}(?:人民币)?\Z"
)
# What a budget or a list sets: 安排145.2亿元, 预算数为75亿元, 预算调整为65亿元, 年度投资580亿元.
_SET = late_regex(
    r"(?:预算(?:安排|草案|总?数|总?额|总投资|金额)*(?:为|是|约|达到?|由|从|：|\s){0,3}"
    r"|预算[^，。；0-9]{0,8}(?:[0-9.]+[万亿]*元)?(?:调整|调增|调减|增加|减少|提高)[为至到]"
    r"|(?<!完成)(?<!完成了)(?<!实现)年度(?:计划)?投资(?:额|规模)?(?:为|约|共|达|：|\s){0,2})\Z"
)
_ARRANGED = late_regex(r"安排(?!在|工作|部署|人员|就业)[^，。；：0-9]{0,14}\Z")
_ARRANGED_ALREADY = late_regex(
    r"已|累计|先后|去年|上年|共安排|截至|以来|前[一二三四五六七八九十0-9]+个?月|[上下]半年|(?P<year>20[0-9]{2})年"
)
# Words of headlines: 上看1兆元, 拼3000亿元, 剑指2500亿元.
_AIM = late_regex(
    r"(?:上看|剑指|瞄准|锚定|冲刺|冲击|挑战|迈向|力拼|力拚|直指|奔向|[拚拼]|冲(?=\Z|[至约])|向(?=[^，。；]{0,3}\Z))"
    r"(?:年|全年|约|至|突破|迈进|\s){0,2}\Z"
)
# A document or a meeting that says what is to be; a span of years that are to come.
_TO_BE = late_regex(
    r"(?:报告|规划|方案|意见|纲要|草案|会议|行动计划|通知|部署|目标)[^，。；]{0,6}(?:提出|要求|明确|部署)[^，。；]{0,4}[，：]"
    r"|(?:预算|规划|计划|报告)草案|(?:承诺|许诺)[^，。；]{0,8}(?:投资|出资|追加|新增|引进|投入)"
    r"|未来[一二两三四五六七八九十0-9]+年(?!来)|今后[一二两三四五六七八九十0-9]+年|(?<![昆文])明年(?![见会])"
)
_TO_YEAR = late_regex(r"(?:\A|[，；：]|(?<![期年月日起])到)(?P<year>20[0-9]{2})年(?![以之]前)")
# Five-year plans by their last years.
_TO_PLAN = late_regex(r"“?十(?P<plan>[三四五六])五”?(?:规划)?(?:期?末|期间|时期|，)")
_PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
_TARGET_AFTER = late_regex(
    r"\A(?:以上|左右)?的?(?:投资|产值|税收|收入|销售|产能|年度|全年|预期)?(?:目标|大关目标)(?![企客])"
)
_REACHED = late_regex(
    r"(?:完成|实现|达成|达到|突破|超额|提前|圆满)[^，。；]{0,8}\Z|[落升降回涨增达][到至]\Z"
)
# What a target is compared with is reported: 达到500亿元，较2025年的186亿元增长1.7倍. A multiple of
# it (是2024年的两倍) is not.
_BASE = late_regex(
    r"(?:(?P<more>[较比从由]|相较于?|相对于?|对比)|[是为在]|相当于|基于)"
    r"(?:(?P<year>(?:19|20)[0-9]{2})年|去年|上年|前年|目前|现在|当前|现有|上一?年度)"
    r"(?:全年|同期|年?[底末初]|[一二三四]季度|[上下]半年|前[一二三四五六七八九十0-9]+个?(?:月|季度)|时|[0-9]{1,2}月[份底末]?)?"
    r"(?:的|(?(more)|(?!)))(?:(?!计划|目标|预[计期算])[^，。；：、增升降跌减提高低多少翻长至到节省快超]){0,10}\Z"
)
_TIMES = ("倍", "番", "成")


def plan_of(before: str, after: str, source: str, year: int) -> bool | None:
    """Whether the figure ``source`` between ``before`` and ``after`` is a target in an article of
    ``year``. None if only an earlier clause is about plans, which leaves it uncertain."""
    clause = _CLAUSE_END.split(before.rstrip("：:"))[-1]
    base = None if source.endswith(_TIMES) else _BASE.search(clause[-_NEAR:])
    if base and int(base["year"] or 0) < year:
        return False
    found = planned(clause + source, before + source)
    if found or _BY_NAME.search(before[-_NEAR:]) or _is_set(before, year):
        return True
    if _TARGET_AFTER.match(after) and not _REACHED.search(clause):
        return True
    sentence = _MET.sub("", _OF_PLAN.sub("", before + source)).removesuffix(source)
    return True if is_forecast(clause, sentence, year) else found


def _is_set(before: str, year: int) -> bool:
    """Whether a budget, a list or a headline sets the figure after ``before``."""
    near = before[-_NEAR:]
    if _SET.search(near) or _AIM.search(near):
        return True
    if not _ARRANGED.search(near):
        return False
    told = _ARRANGED_ALREADY.finditer(before)
    return not any(one["year"] is None or int(one["year"]) < year for one in told)


def is_planned_head(head: str) -> bool:
    """Whether the figures below the ``head`` of a column are targets: 年度计划投资."""
    return bool(planned(head, head) or _BY_NAME.search(head[-_NEAR:]))


def planned(clause: str, sentence: str) -> bool | None:
    """Whether a figure is a target, by the words before it in its clause and sentence.

    None if only an earlier clause is about plans, which leaves it uncertain. Both texts end with
    the figure.
    """
    if "计划" in sentence or "目标" in sentence or "预算" in sentence:
        clause, sentence = _OF_PLAN.sub("", clause), _MET.sub("", _OF_PLAN.sub("", sentence))
    if _PLAN.search(clause):
        return True
    return None if _PLAN.search(sentence) else False


def is_forecast(clause: str, sentence: str, year: int) -> bool:
    """Whether a forecast of an earlier clause still holds for a figure after ``sentence``, whose
    last clause is ``clause``: 旅游厅预计，接待游客6000万人次，收入700亿元; 到2030年，产值达7亿元.

    A verb of reporting ends it, and so does a clause that describes a project. ``year`` is the
    article's.
    """
    if _OF_PROJECT.search(clause):
        return False
    ends = [one.end() for one in _TO_YEAR.finditer(sentence) if int(one["year"]) > year]
    ends += [
        one.end()
        for one in _TO_PLAN.finditer(sentence)
        if _PLANS[one["plan"]] > year + 1 and "累计" not in sentence[one.end() :]
    ]
    if ends and not _REPORTED_BY_NOW.search(sentence, max(ends)):
        return True
    forecasts = [*_FORECAST.finditer(sentence), *_TO_BE.finditer(sentence)]
    if not forecasts:
        return False
    return not _REPORTED.search(sentence, max(one.end() for one in forecasts))
