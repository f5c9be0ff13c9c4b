"""Key figures of a text: what is taken, what it is said to be about, what is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.figures import read
from generator.statistics import Finding
from generator.statistics.bounds import bounded
from generator.statistics.counties import Parts
from generator.statistics.indicators import builtin, indicators
from generator.statistics.owners import Cities
from generator.statistics.reading import findings
from generator.statistics.signs import signed

ZHAOQING = Cities({"441200": ("肇庆", "肇庆市")}, 1)
TWO = Cities({"441200": ("肇庆", "肇庆市"), "442000": ("中山", "中山市")}, 2)
COMPARED = Cities({"441200": ("肇庆", "肇庆市"), "440300": ("深圳", "深圳市")}, 1)


def found(*paragraphs: str, cities: Cities = ZHAOQING, year: int = 2023) -> list[Finding]:
    blocks = [text if text.startswith("<") else f"<p>{text}</p>" for text in paragraphs]
    return list(findings(blocks, year, cities, builtin()))


def only(text: str, cities: Cities = ZHAOQING) -> Finding:
    (one,) = found(text, cities=cities)
    return one


@pytest.mark.parametrize(
    ("text", "amount", "about"),
    [
        ("项目总投资20亿元。", "2 billion yuan", "total investment"),
        ("总投资：约4亿元", "about 400 million yuan", "total investment"),
        ("全市固定资产投资达到39亿元。", "3.9 billion yuan", "fixed-asset investment"),
        ("今年前8个月，到位资金390.7亿元。", "39.07 billion yuan", "funds in place"),
        ("占地：313亩", "313 mu (21 hectares)", "site area"),
        ("全市有签约项目36个。", "36", "signed projects"),
        ("园区现有103户规上工业企业。", "103", "industrial companies above designated size"),
        ("总投资二十亿元。", "2 billion yuan", "total investment"),
        ("总投资两万六千元。", "26,000 yuan", "total investment"),
        ("总投资一亿二千万元。", "120 million yuan", "total investment"),
        ("总投资不足20亿元。", "less than 2 billion yuan", "total investment"),
        # A number in several parts is one number.
        ("总投资1万2034亿元。", "1.2034 trillion yuan", "total investment"),
        ("总投资1万亿2673亿元。", "1.2673 trillion yuan", "total investment"),
        ("总投资两万三千亿元。", "2.3 trillion yuan", "total investment"),
        ("总投资1兆2,034亿5,600万元。", "1.203456 trillion yuan", "total investment"),
        ("总投资一兆二千亿元。", "1.2 trillion yuan", "total investment"),
        ("总投资1.5兆元。", "1.5 trillion yuan", "total investment"),
        ("总投资1 万 2034 亿元。", "1.2034 trillion yuan", "total investment"),
    ],
)
def test_a_known_term_next_to_a_figure_is_what_it_is_about(
    text: str, amount: str, about: str
) -> None:
    one = only(text)
    assert (one.english, one.about) == (amount, about)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("蓝莓产量不到2万吨。", "不到2万吨|less than 20,000 tonnes"),
        ("蓝莓产量未达2万吨。", "未达2万吨|less than 20,000 tonnes"),
        ("失业率低于5%。", "低于5%|less than 5%"),
        ("失业率不高于5%。", "不高于5%|no more than 5%"),
        ("建成区面积不少于200亩。", "不少于200亩|at least 200 mu (13 hectares)"),
        ("投资不超过8亿元。", "不超过8亿元|no more than 800 million yuan"),
        ("奖励最高达8亿元。", "最高达8亿元|up to 800 million yuan"),
        ("投资上限为8亿元。", "上限为8亿元|no more than 800 million yuan"),
        ("投资不低于港币2亿元。", "不低于港币2亿元|at least 200 million Hong Kong dollars"),
        ("蓝莓产量2万吨多。", "2万吨多|more than 20,000 tonnes"),
        ("牡丹产业产值80多亿元。", "80多亿元|more than 8 billion yuan"),
        ("苹果产量不止10万吨。", "不止10万吨|more than 100,000 tonnes"),
        ("苹果产量突破10万吨。", "突破10万吨|more than 100,000 tonnes"),
        ("猪肉均价跌破10元。", "跌破10元|less than 10 yuan"),
        ("用地200亩不到。", "200亩不到|less than 200 mu (13 hectares)"),
        ("存款5000亿元上下。", "5000亿元上下|about 500 billion yuan"),
    ],
)
def test_the_bound_beside_an_amount_is_a_part_of_it(text: str, told: str) -> None:
    one = only(text)
    assert (f"{one.source}|{one.english}", one.exact) == (told, False)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("地区生产总值1 286.9亿元。", "1 286.9亿元|128690000000"),
        ("居民人均可支配收入13\u2009842元。", "13\u2009842元|13842"),
        ("进出口总额2\u00a0013.4亿元。", "2\u00a0013.4亿元|201340000000"),
        ("旅客吞吐量1\u202f286\u202f500人次。", "1\u202f286\u202f500人次|1286500"),
        ("税收收入超1 000亿元。", "超1 000亿元|100000000000"),
        ("利润为-1 286万元。", "-1 286万元|-12860000"),
        ("企业3 286家。", "3 286家|3286"),
        ("2024年 100亿元税收收入。", "100亿元|10000000000"),
        ("<table><tr><td>指标</td><td>金额（亿元）</td></tr>"
         "<tr><td>出口额</td><td>2 013.4</td></tr></table>", "2 013.4亿元|201340000000"),
    ],
)  # fmt: skip
def test_thousands_may_be_apart(text: str, told: str) -> None:
    one = only(text)
    assert f"{one.source}|{one.value}" == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # The words only look like a bound, or belong to something else.
        ("价格高出20%。", "20%"),
        ("拿不到3亿元。", "3亿元"),
        ("港口开行5万吨多式联运列车。", "5万吨"),
        ("地区生产总值345亿元，首次突破300亿元。", "345亿元"),
        # A condition, a class of things.
        ("奖励投资不低于5亿元的企业。", ""),
        ("港口有2个5万吨级泊位。", ""),
        ("建设60万千瓦等级机组。", ""),
        ("打造500亿元级产业园、1000亿元量级集群。", ""),
    ],
)
def test_what_is_no_bound_or_no_amount_is_not_told_as_one(text: str, told: str) -> None:
    assert "|".join(one.source for one in found(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市新增规上企业53户。", "新增规上企业|new companies above designated size"),
        ("全市新培育高新技术企业85家。", "新增高新技术企业|new high-tech companies"),
        ("全市新增85家高新技术企业。", "新增高新技术企业|new high-tech companies"),
        ("全市新增专精特新企业85家。", "新增企业|new companies"),
        ("全市高新技术企业85家。", "高新技术企业|high-tech companies"),
        ("全市专精特新企业85家。", "企业|companies"),
    ],
)  # fmt: skip
def test_what_was_added_is_named_so(text: str, told: str) -> None:
    one = only(text)
    assert f"{one.term}|{one.about}" == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("全市新建充电站46个。", "46个 新增充电站 new charging stations"),
        ("全市新建商品房1200套。", "1200套 商品房 homes for sale"),
        ("全市建成46个公共充电站。", "46个 充电站 charging stations"),
        ("公交线路12条，停车位3600个。", "12条 公交线路 bus routes|3600个 停车位 parking spaces"),
        ("全市有纯电动公交车260辆。", "260辆 公交车 buses"),
        ("全市拥有三级医院14家。", "14家 三级医院 tertiary hospitals"),
        ("机场运送旅客21.6万人次。", "21.6万人次 旅客 passengers"),
        ("景区接待游客8万人次。", "8万人次 游客 visitors"),
        ("全年累计接待游客8万人次，单日最高1.2万人次。", "8万人次 游客 visitors"),
        # Of one day only.
        ("景区单日最高接待游客1.2万人次。", "1.2万人次  "),
        ("高峰日旅客发送量1.2万人次。", "1.2万人次  "),
        ("地铁单日客流创新高，达97.8万人次。", ""),
        ("5月2日，全市接待游客1.2万人次。", "1.2万人次  "),
        ("5月1日至5日，全市接待游客8万人次。", "8万人次 游客 visitors"),
        ("全市续建重点项目38个。", "38个 重点项目 key projects"),
        # By what counts it, though its name is not known.
        ("全市新建跨河通道3座。", "3座  "),
        # One, in words, or no thing of the city's.
        ("全市建成1座博物馆。", ""),
        ("全市开通两条公交线路。", ""),
        ("这是3座城市的故事。", ""),
        ("会议列出12条建议、5张清单、3个方面。", ""),
        ("书记走访了2家企业，考察3座水厂。", ""),
        ("消防队出动3辆消防车、21名消防员。", ""),
        ("12家医院参加了比赛，300名学生观看。", ""),
        ("平均每个社区有充电桩26个。", ""),
        ("全国有充电站46万个。", ""),
        ("市里列出100件大事，分布在产业园区。", ""),
        ("46名女工合股办起了合作社。", ""),
        ("全市关停矿井21座，有的改成了车间。", "21座  "),
        ("中心连接了8个省份的高校。", ""),
        ("全市59家民办园停办或转为托育机构。", ""),
        ("检查组深入23家企业。", ""),
        ("日均车流8.7万辆次。", ""),
    ],
)
def test_counts_of_things_that_a_city_has_are_key_figures(text: str, told: str) -> None:
    assert "|".join(f"{one.source} {one.term} {one.about}" for one in found(text)) == told


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("全市家电产业实现规上工业产值128亿元。", ""),
        ("新能源产业完成固定资产投资96亿元。", ""),
        ("民营企业完成出口总额12亿元。", ""),
        ("全市规上工业企业实现规上工业产值128亿元。", "output of industry above designated size"),
        ("全市实现规上工业产值128亿元。", "output of industry above designated size"),
    ],
)
def test_what_an_industry_achieved_is_not_the_citys(text: str, about: str) -> None:
    assert only(text).about == about


@pytest.mark.parametrize(
    ("above", "rows", "told"),
    [
        (
            "单位：亿元",
            (
                "序号|项目|投资 总投资|投资 年度计划投资|建设年限",
                "1|储酒库三期|36.80|5.5|2026-2029",
            ),
            "36.80亿元 总投资|5.5亿元 计划投资 planned",
        ),
        (
            "（单位：亿元、%）",
            ("指标|2022年|增速", "工业投资|58|-6.1"),
            "58亿元 工业投资|6.1% 工业投资",
        ),
        ("表1 各县收入（万元）", ("县|税收收入|位次", "高要|4270|5"), "4270万元 税收收入"),
        ("", ("指标（单位：亿元）|2022年", "税收收入|310", "城镇化率|66.1"), "310亿元 税收收入"),
        (
            "",
            ("指标|单位|2022年|增长", "税收收入|亿元|310|3.9", "粮食产量|万吨|238|1.2"),
            "310亿元 税收收入|3.9% 税收收入|238万吨 粮食产量|1.2% 粮食产量",
        ),
        ("单位：亿元", ("单位|总投资", "甲公司|12"), "12亿元 总投资"),
        ("单位：亿元", ("项目|总投资|占地面积|成立时间", "甲|3|300|1955"), "3亿元 总投资"),
        # A total that a sentence has told is told by that sentence.
        (
            "本批项目共3个，总投资36亿元，年度计划投资7亿元。单位：亿元",
            ("项目|总投资", "甲|24", "乙|12", "合计|36"),
            "3个 项目|36亿元 总投资|7亿元 计划投资 planned|24亿元 总投资|12亿元 总投资",
        ),
        # No line with a unit, or one with two amounts.
        ("责任单位：市发改委", ("项目|总投资", "甲|3"), ""),
        ("单位：亿元、万吨", ("项目|总投资|产量", "甲|3|4"), ""),
    ],
)
def test_a_line_above_a_table_its_corner_or_a_column_gives_the_unit(
    above: str, rows: tuple[str, ...], told: str
) -> None:
    kept = found(*filter(None, [above]), table(*rows))
    shown = (f"{one.source} {one.term}{' planned' * one.planned}" for one in kept)
    assert "|".join(shown) == told


@pytest.mark.parametrize(
    "text",
    [
        # The words before the term change what it means.
        "汽车产业2022年产值50亿元。",
        "高端装备投资增长12%。",
        # Two things with two figures.
        "两只基金的总投资分别为50亿元。",
        # A share, and a rate of something else.
        "标准地占工业用地50%。",
        # Of the province, not of the city.
        "全省固定资产投资500亿元。",
        # An earlier clause speaks of plans; whether this figure is one cannot be told.
        "今年力争引进一批企业，总投资80亿元。",
        "办理提速96.6%。",
    ],
)
def test_where_it_is_not_certain_nothing_is_said(text: str) -> None:
    assert [one.about for one in found(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        # Thresholds are no quantities of the city.
        "产值超10亿元的企业正在培育。",
        "引进投资1亿元以上项目。",
        # Counts without a known noun, ordinals, dates, ranges, signs.
        "共有十二个字。",
        "这是第3个项目。",
        "10月9日开工。",
        "奖励2万元到20万元不等。",
        "尼龙66个样品",
        # A digit was lost.
        "园区实现营业收入6\ufffd8亿元，增长6.\ufffd%，利润8\ufffd亿元，用地8亩\ufffd。",
        "园区实现营业收入6?8亿元。",
        # An amount that cannot be read as a whole.
        "营业收入1兆元又500亿元。",
        "营业收入1亿元零500万元。",
        "营业收入2013 842元，利润28 6亿元，税收20 13 842元。",
        "税收收入见图1 286亿元。",
        # A price for each, and its growth.
        "商品房销售均价每平方米7862元，下降2.1%。",
        "门票每张328元，上涨5%。",
        "<table><tr><td>指标</td><td>金额（亿元）</td></tr>"
        "<tr><td>税收收入</td><td>6\ufffd8</td></tr><tr><td>利润</td><td>6\ufffd8亿元</td></tr></table>",
    ],
)
def test_what_is_no_key_figure_is_left_out(text: str) -> None:
    assert found(text) == []


def test_growth_is_told_from_amounts() -> None:
    amount, growth = found("肇庆市地区生产总值345.88亿元，比上年同期增长11.7%。")
    assert (amount.about, amount.shape) == ("gross domestic product", "amount")
    assert (growth.about, growth.shape) == ("gross domestic product", "growth")
    assert only("全市工业投资下降3%。").shape == "fall"
    assert only("全市工业投资降至3亿元。").about == ""


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("肇庆市地区生产总值345亿元，按不变价格计算，同比增长6.3%。", "345:6.3"),
        ("肇庆市地区生产总值345亿元（按可比价计算），比上年增长6.3%。", "345:6.3"),
        ("人均收入4万元，扣除价格因素，实际增长5.2%。", "4:5.2"),
        ("地区生产总值345亿元，首次突破300亿元，同比增长6.3%。", "345:6.3"),
        ("地区生产总值345亿元，总量居全省第五，同比增长6.3%。", "345:6.3"),
        ("管道产值75亿元，同比下降6.9%，利润3亿元，增长8%。", "75:-6.9 3:8"),
        ("原煤产量120万吨，比上年减少3.1%。", "120:-3.1"),
        ("出口总额3000亿元，较去年同期成长9.8%。", "3000:9.8"),
        # Of a city and of a county.
        ("肇庆市工业投资26亿元，增长7%。四会市工业投资6亿元，增长7%。", "26:7 6:7"),
        # Another measure, or either's.
        ("工业投资26亿元，环比增长7%。", "26: 7"),
        ("工业投资26亿元，名义增长7%。", "26: 7"),
        ("工业投资26亿元，占比增长7%。", "26: 7"),
        ("不良贷款26亿元，占比下降为7%。", "26: 7"),
        ("进口26亿元、出口30亿元，同比增长7%。", "26: 30: 7"),
        ("工业投资26亿元，预计增长7%。", "26: 7"),
        ("工业投资26亿元，年均增长7%。", "26: 7"),
        ("工业投资26亿元，较2021年的22亿元增长7%。", "26: 22: 7"),
        ("前4个月工业投资26亿元，增长7%。", "26:7"),
        ("工业投资26亿元，较上年增加5亿元。", "26: 5:"),
        ("工业投资26亿元（增长7%），税收收入5亿元（下降2%）。", "26:7 5:-2"),
        ("工业投资26亿元、同比增长7%。", "26:7"),
        # Not separated where there are many.
        (
            "。".join(f"肇庆市税收收入{n}亿元，增长{n}.5%" for n in range(11, 21)) + "。",
            " ".join(f"{n}:{n}.5" for n in range(11, 19)),
        ),
    ],
)
def test_a_growth_belongs_to_the_amount_before_it(text: str, changes: str) -> None:
    kept = found(text)
    told = {one.grows: signed(one) for one in kept if one.grows >= 0}
    shown = []
    for one in kept:
        if one.grows < 0:
            number = re.sub("[^0-9.]", "", one.source)
            shown.append(number if one.kind == "percent" else f"{number}:{told.get(one.at, '')}")
    assert " ".join(shown) == changes


def test_targets_are_marked() -> None:
    assert only("肇庆市力争固定资产投资达到100亿元。").planned
    assert not only("肇庆市固定资产投资达到100亿元。").planned
    # 主要 and 将近 are no plans.
    assert not only("主要项目总投资将近100亿元。").planned
    for target in ("力争完成年度计划的90%。", "今年增长目标为6%。", "全年目标6%。"):
        assert only(target).planned
    # A share of a plan is a result.
    for result in ("完成年度计划的78.4%。", "占全年目标任务的八成", "超额完成年度计划5%。"):
        assert not any(one.planned for one in found(result)), result


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # A forecast holds for the clauses after it.
        ("旅游厅预计，这个雪季接待游客6000万人次，旅游收入700亿元。", "plan plan"),
        ("旅游厅预计，全区接待游客收入700亿元。", "plan"),
        ("预计今年产值20亿元，税收2亿元，利润1亿元。", "plan plan plan"),
        ("市里力争全年税收达到50亿元，出口额达到30亿元。", "plan plan"),
        ("今年的目标是：税收50亿元，出口额30亿元。", "plan plan"),
        ("该厂有望实现产值3亿元，利税4000万元。", "plan plan"),
        ("机构预测，明年销售额将为8亿元。", "plan"),
        ("公司准备投资6.5亿元。", "plan"),
        ("公司打算投资6.5亿元。", "plan"),
        ("公司计划投资6.5亿元。", "plan"),
        ("企业有意投资3亿元。", "plan"),
        # Another verb of reporting ends it, and so does what describes a project.
        ("此前预计税收40亿元，实际完成50亿元。", "plan fact"),
        ("旅游厅预计人气更旺，目前旅游收入已达700亿元。", "fact"),
        ("预计明年增长，去年税收为50亿元。", "fact"),
        ("预计年底投产，总投资20亿元。", "fact"),
        ("项目总投资20亿元，预计年产值30亿元。", "fact plan"),
        # Planned by its name; what follows in the clause is not.
        ("计划总投资480亿元的36个重点项目开工。", "plan fact"),
        ("项目拟投资40亿元，占地300亩。", "plan fact"),
        ("规划产能120万吨，现有产能10万吨。", "plan fact"),
        ("项目原定投资22亿元，实际投资18亿元。", "plan fact"),
        ("意向投资50亿元，协议投资30亿元。", "plan fact"),
        ("公司承诺投资13亿元，五年内年营收达到40亿元。", "plan plan"),
        # What a target is compared with is reported.
        ("到2030年，产值达到500亿元，较2022年的186亿元增长近1.7倍。", "plan fact"),
        ("到2030年，产值达到500亿元，比2022年的186亿元翻一番多。", "plan fact"),
        ("到2030年，占比由2022年12%提高到20%，是2022年的两倍。", "fact plan"),
        ("预计明年产值65亿元，是去年的30亿元的两倍。", "plan fact"),
        ("到2030年，产值比2028年的186亿元翻一番。", "plan"),
        ("预计产值比2022年增长60%，比2022年的目标30亿元高。", "plan plan"),
        # By a year to come, a document, the words after it.
        ("到2030年，产业产值将达1万亿元，能耗降低15%。", "plan plan"),
        ("规划提出，到2028年，累计投资50亿元。", "plan"),
        ("到2021年，产值达到100亿元，利润20亿元。", "fact fact"),
        ("政府工作报告提出，今年规上工业增加值增长8%，能耗下降2.5%。", "plan plan"),
        ("报告指出，前5个月固定资产投资39亿元。", "fact"),
        ("未来三年，计划投资380亿元，岸电使用率达到90%。", "plan plan"),
        ("全市向500亿元目标迈进。", "plan"),
        ("市里要求各部门压减经费10%以上。", "plan"),
        ("到“十五五”末，森林覆盖率达到45%，煤炭消费下降20%。", "plan plan"),
        ("“十四五”期间，全市累计投资30亿元。", "fact"),
        ("项目建成后，年产值20亿元，税收1亿元。", "plan plan"),
        ("达产后年产电池10万吨，产值可达2亿元。", "plan plan"),
        ("产业园投产后，税收增长5%。", "fact"),
        ("资助最高可达2000万元。", "fact"),
        ("目标任务已完成78%，年度目标完成率80%。", "fact fact"),
        ("按要求完成投资3亿元。", "fact"),
        ("一个班次要出铜板320吨。", "fact"),
        ("全市实现500亿元目标。", "fact"),
        # No plans.
        ("贷款2030年到期，余额12亿元。", "fact"),
        ("公司将利润的3%用于研发。", "fact"),
        ("完成年度计划投资30亿元。", "fact"),
        ("去年完成投资59亿元，为年度计划的104.2%。", "fact fact"),
        ("统计显示，旅游收入700亿元。", "fact"),
        ("提前完成目标，税收50亿元。", "fact"),
        ("企业做好准备，实现产值3亿元。", "fact"),
        ("准备金率下调，贷款余额50亿元。", "fact"),
        ("按照计划完成投资30亿元。", "fact"),
        ("公司已投资6.5亿元。", "fact"),
    ],
)
def test_a_forecast_is_no_result(text: str, told: str) -> None:
    assert " ".join("plan" if one.planned else "fact" for one in found(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## 2024年工作安排/完成投资980亿元。", "plan"),
        ("## 二、2024年重点任务/### （一）工业/完成投资980亿元，去年完成140亿元。", "plan fact"),
        ("## 主要预期目标/固定资产投资增长8%。/## 2023年工作回顾/税收收入98亿元。", "plan fact"),
        (
            "2024年，市里将重点抓好以下工作：/（一）做强工业。投资160亿元。/税收收入98亿元。",
            "plan fact",
        ),
        (
            "一、2023年工作回顾/税收收入98亿元。/二、2024年工作打算/固定资产投资980亿元。",
            "fact plan",
        ),
        ("下一步，着力做好五个方面工作：/- 投资160亿元。/一是消费90亿元。", "plan plan"),
        ("今年主要预期目标是：生产总值增长6%；投资增长8%；税收98亿元。", "plan plan plan"),
        ("# 2024年肇庆市政府工作安排/完成投资980亿元。", "plan"),
        # What is over, also if it is an estimate.
        ("## 2023年工作回顾/过去一年，预计地区生产总值2320亿元；税收收入134亿元。", "2023 2023"),
        ("## 2023年工作回顾/预计全年地区生产总值2320亿元。", "fact"),
        ("2023年，预计地区生产总值2320亿元。", "2023"),
        ("2023年，预计到2025年税收收入98亿元。", "plan"),
        ("去年，预计今年税收收入98亿元。", "plan"),
        # The part is not about what is to be, or its figure is of what was reached.
        ("## 2024年重点任务完成情况/完成投资980亿元。", "fact"),
        ("## 2023年工作安排/完成投资980亿元。", "fact"),
        ("## 主要指标/完成投资980亿元。", "fact"),
        ("## 重点工作/完成投资980亿元。", "fact"),
        ("## 2024年工作安排/目前已完成投资120亿元。", "fact"),
        ("## 2024年工作安排/税收收入98亿元，为预算的103.1%，增长8.4%。", "fact fact fact"),
        ("## 2024年工作安排/比2022年增长5%，投资120亿元。", "plan plan"),
    ],
)
def test_what_is_to_be_and_what_was_is_told_by_the_part_of_the_article(
    text: str, told: str
) -> None:
    lines = text.split("/")
    headline = lines.pop(0)[2:] if text.startswith("# ") else "肇庆"
    blocks = []
    for line in lines:
        name = {"##": "h2", "###": "h3", "-": "li"}.get(line.split(" ")[0], "")
        said = line.split(" ", 1)[1] if name else line
        block = f"<{name or 'p'}>{said}</{name or 'p'}>"
        blocks.append(f"<ul>{block}</ul>" if name == "li" else block)
    kept = findings(blocks, 2024, ZHAOQING, builtin(), month=1, headline=headline)
    wanted = told.split()
    years = [str(one.year) if not one.planned else "plan" for one in kept]
    kinds = ["plan" if one.planned else "fact" for one in kept]
    assert (years if any(one.isdigit() for one in wanted) else kinds) == wanted


def test_the_time_is_told_only_where_the_sentence_tells_it() -> None:
    def when(text: str) -> tuple[int, str]:
        one = only(text)
        return one.year, one.months + one.span + one.dates

    assert when("肇庆市2022年固定资产投资39亿元。") == (2022, "01/12")
    assert when("今年前三季度，全市固定资产投资39亿元。") == (2023, "01/09")
    assert when("去年1至8月全市固定资产投资39亿元。") == (2022, "01/08")
    assert when("全市固定资产投资39亿元。") == (0, "")
    # A year that is still going on is not the whole year.
    assert when("肇庆市2023年固定资产投资39亿元。") == (2023, "")
    assert when("自2021年以来全市固定资产投资39亿元。") == (2023, "since2021")
    # Months before another time are not the first of the year.
    assert when("今年前3个月全市固定资产投资39亿元。") == (2023, "01/03")
    assert when("今年提前3个月完成固定资产投资39亿元。") == (0, "")
    assert when("今年此前三个月，全市固定资产投资39亿元。") == (0, "")
    assert when("今年前一个月全市固定资产投资39亿元。") == (0, "")
    # When and where the news was told is no period, and 自 and 从 are not always "since".
    for told in (
        "记者10月27日从市统计局获悉，今年前三季度，",
        "10月27日，市统计局公布，今年前三季度，",
        "2023年10月27日，市统计局发布消息，今年前三季度，",
        "据市统计局10月27日消息，今年1—9月，",
        "从行业看，今年前三季度，",
        "湘西自治州今年前三季度",
    ):
        assert when(f"{told}肇庆市固定资产投资39亿元。") == (2023, "01/09"), told
    assert when("记者1月20日从市统计局获悉，2022年，全市固定资产投资39亿元。") == (2022, "01/12")
    assert when("从去年1月起，全市固定资产投资39亿元。") == (2023, "since2022-01")


@pytest.mark.parametrize(
    ("paragraphs", "headline", "told"),
    [
        # Over a semicolon, a full stop and a paragraph; a growth too.
        ("2022年肇庆市地区生产总值2700亿元；税收收入50亿元。", "", "2022 2022"),
        ("2022年肇庆市地区生产总值2700亿元。工业投资增长9%。", "", "2022 2022"),
        ("2022年肇庆市地区生产总值2700亿元。/全市工业投资39亿元。", "", "2022 2022"),
        ("上半年，肇庆市地区生产总值2700亿元；水泥产值5亿元。", "", "2023.01/06 2023.01/06"),
        ("2022年，肇庆市经济平稳。全年工业投资39亿元。", "", "2022"),
        ("2022年，肇庆市经济平稳。其中，锂电项目投资39亿元。", "", "2022"),
        ("2022年，肇庆市经济平稳。水泥产值39亿元。大厂用地30亩。", "", "2022 0"),
        ("2022年，肇庆市经济平稳。/水泥产值39亿元。", "", "0"),
        ("全年肇庆市税收收入55亿元。/全市工业投资39亿元。", "肇庆2022年统计公报", "2022 2022"),
        ("2022年焦炭产量9万吨。2021年产量8万吨。原煤产量7万吨。", "", "2022 2021 0"),
        ("2021年水泥产量9万吨。2022年产量8万吨。原煤产量7万吨。", "", "2021 2022 2022"),
        ("2010年税收收入1亿元。全市税收收入55亿元。", "", "2010 0"),
        ("2010年，老王来肇庆。/全市税收收入55亿元。", "", "0"),
        ("2030年，产值将达90亿元。/全市税收收入55亿元。", "", "2030 0"),
        # 年末 is of the year told before, and tells no other; what is made has no end of a year.
        ("2022年，肇庆市经济平稳。年末常住人口413万人。税收收入55亿元。", "", "2022end 2022"),
        ("年末常住人口413万人。全年税收收入55亿元。", "肇庆2022年统计公报", "2022end 2022"),
        (
            "2022年末贷款余额90亿元。存款余额99亿元，增长5%。",
            "",
            "2022end 2022end 2022end",
        ),
        ("2022年末贷款余额90亿元。税收收入55亿元，增长5%。", "", "2022end 0 0"),
        # A month without a year, and months until now, hold on too; an event does not.
        ("10月份，税收收入55亿元。其中，工业投资39亿元。", "", "2023.10/10 2023.10/10"),
        ("10月份，税收收入55亿元。/工业投资39亿元。", "", "2023.10/10 2023.10/10"),
        ("9月，大厂签订的5亿元订单开工。", "", "2023"),
        ("前8个月，税收收入55亿元。工业投资39亿元。", "", "2023.01/08 2023.01/08"),
        ("10月，大厂投产。税收收入55亿元。", "", "0"),
        ("10月9日，大厂签约。税收收入55亿元。", "", "0"),
        ("前8个月，营收5亿元，增9%；收入累计完成58亿元。", "", "2023.01/08 2023.01/08 2023.01/08"),
        ("2022年，大厂签约。3月，产值5亿元。税收收入55亿元。", "", "0 0"),
        # Only the headline, or a heading, says it.
        ("全市一般公共预算收入55亿元。", "肇庆2022年财政收入增长", "2022"),
        ("<h2>2021年</h2>/工业投资30亿元。/<h2>2022年</h2>/工业投资39亿元。", "", "2021 2022"),
        # What is measured need not be known.
        ("轴承产业2022年产值220亿元。", "", "2022"),
        ("汽车产量2021年180万吨，2022年165万吨。", "", "2021 2022"),
        ("去年，大厂营收57亿元，利润3亿元。", "", "2022 2022"),
        ("2022年产值220亿元，比2019年增长8%。", "", "2022 2022"),
        ("2022年产值220亿元，较2021年的200亿元增长10%。", "", "2022 0 2022"),
        ("2022年产值220亿元，同比增长10%，利润3亿元。", "", "2022 2022 2022"),
        # A base of comparison is no time.
        ("工业投资39亿元，比去年增长8%。", "", "0 0"),
        ("产值是去年的2倍，达到39亿元。", "", "0"),
        # Nor is what the same months of another year were, which have these months.
        (
            "前三季度，工业投资增9%，去年同期增5%；税收收入55亿元。",
            "",
            "2023.01/09 2022.01/09 2023.01/09",
        ),
        (
            "前三季度，工业投资增9%，上年同期增5%。全市税收收入55亿元。",
            "",
            "2023.01/09 2022.01/09 2023.01/09",
        ),
        (
            "前三季度，工业投资增9%，2022年同期增5%；税收收入55亿元。",
            "",
            "2023.01/09 2022.01/09 2023.01/09",
        ),
        (
            "前三季度，工业投资增9%（去年同期增5%），税收收入55亿元。",
            "",
            "2023.01/09 2022.01/09 2023.01/09",
        ),
        ("今年1—10月，工业投资增9%，去年同期下降2%。", "", "2023.01/10 2022.01/10"),
        ("2022年工业投资增9%，上年同期增5%，税收收入55亿元。", "", "2022 2021 0"),
        (
            "10月，工业投资增9%。去年同期，工业投资增8%。全市税收收入55亿元。",
            "",
            "2023.10/10 2022.10/10 0",
        ),
        ("前三季度税收收入5亿元，好于去年同期；全市工业投资7亿元。", "", "2023.01/09 2023.01/09"),
        ("2022年工业投资增9%，比前三季度加快0.5个百分点；税收收入55亿元。", "", "2022 2022"),
        ("全市税收收入55亿元，降幅较前三季度收窄2%；工业投资39亿元。", "", "0 0 0"),
        (
            "上半年工业投资增7%，较一季度回升1.2个百分点，税收收入55亿元。",
            "",
            "2023.01/06 2023.01/06",
        ),
        (
            "前三季度工业投资由上半年下降2%转为增长3%，税收收入55亿元。",
            "",
            "2023 2023.01/09 2023.01/09",
        ),
        ("1—10月工业投资增9%，去年全年增8%；税收收入55亿元。", "", "2023.01/10 2022 0"),
        ("2022年前三季度税收收入增6%。其中，一季度增7%。", "", "2022.01/09 2022.01/03"),
        # What means the article's year states it; a month without a year is the last before it.
        ("今年以来，税收收入55亿元。", "", "2023since2023-01"),
        ("2023年以来，税收收入55亿元。", "", "2023since2023-01"),
        ("年初至今，税收收入55亿元。", "", "2023since2023-01"),
        ("今年第三季度，税收收入55亿元。", "", "2023.07/09"),
        ("今年首季，税收收入55亿元。", "", "2023.01/03"),
        ("2022年首三季，税收收入55亿元；首季工业投资39亿元。", "", "2022.01/09 2023.01/03"),
        ("首8个月税收收入55亿元。", "", "2023.01/08"),
        ("2022年第3季，税收收入55亿元。", "", "2022.07/09"),
        ("第二季税收收入55亿元，比首季多8亿元。", "", "2023.04/06 2023.04/06"),
        ("大厂四季生产，税收收入55亿元。", "", "0"),
        ("10月份，税收收入55亿元；工业投资39亿元。", "", "2023.10/10 2023.10/10"),
        ("截至10月底，税收收入55亿元。", "", "2023.10/10end"),
        ("本月，税收收入55亿元。", "", "2023.11/11"),
        # In a bulletin it is the month of that.
        ("本月，税收收入55亿元。", "肇庆10月税收", "2023.10/10"),
        ("本月税收收入55亿元。上月，工业投资39亿元。", "1—10月肇庆运行", "2023.10/10 2023.09/09"),
        ("上月，税收收入55亿元。", "1—10月肇庆运行", "0"),
        ("上月，税收收入55亿元。", "", "2023.10/10"),
        ("本季度，税收收入55亿元。", "三季度运行情况", "2023.07/09"),
        ("10月末，存款余额55亿元。本月，税收收入55亿元。", "", "2023.10/10end 0"),
        ("11月20日消息，本月，税收收入55亿元。", "", "2023.11/11"),
        ("今年，截至目前，税收收入55亿元。", "", "2023now2023-11"),
        ("一季度税收收入增5%，上半年增6%。", "", "2023.01/03 2023.01/06"),
        ("今年1—10月税收收入55亿元，10月份工业投资3亿元。", "", "2023.01/10 2023.10/10"),
        ("2022年以来，税收收入55亿元。", "", "2023since2022"),
        ("目前，税收收入55亿元。", "", "2023now2023-11"),
        # Not certain.
        ("去年，大厂签约。3月，税收收入55亿元。", "", "0"),
        ("2021年，大厂签约。/3月，税收收入55亿元。", "", "0"),
        ("每年3月，税收收入55亿元。", "", "0"),
        ("2022年前三季度税收收入增6%。其中一季度、二季度分别增7%、5%。", "", "2022.01/09 0 0"),
        ("12月，税收收入55亿元。", "", "0"),
        ("明年上半年，税收收入55亿元。", "", "0"),
        ("客流恢复到2019年的116%。", "", "0"),
        ("覆盖率由2010年的54%提高到70%。", "", "2010 0"),
        ("工业投资同比去年增长8%。", "", "0"),
        ("大厂2021年亏损3亿元，次年盈利1亿元。", "", "2021 0"),
        ("《规划（2021—2025年）》印发，总投资3亿元。", "", "0"),
        # Not certain, or of another time.
        ("2022年肇庆市地区生产总值2700亿元。目前，工业投资39亿元。", "", "2022 2023now2023-11"),
        ("2022年肇庆市地区生产总值2700亿元。大厂占地30亩。", "", "2022 0"),
        ("2022年肇庆市地区生产总值2700亿元。全市累计税收收入90亿元。", "", "2022 0"),
        ("2022年肇庆市地区生产总值2700亿元。力争工业投资增长6%。", "", "2022 0"),
        ("2021年税收收入40亿元，2022年税收收入50亿元。/工业投资39亿元。", "", "2021 2022 0"),
        ("2022年出口12亿元；五年前，产值只有1亿元。", "", "2022 0"),
        ("2022年出口12亿元，十年前产值只有1亿元。", "", "2022 0"),
        ("公司成立于2010年，产值5亿元。", "", "0"),
        ("大厂2019年6月26日投产，产能1万吨。", "", "0"),
        ("2018年，老王回乡办厂，如今产值5亿元。", "", "0"),
    ],
)
def test_a_time_told_before_holds_on(paragraphs: str, headline: str, told: str) -> None:
    blocks = [
        t if t[0] == "<" else f"<p>{t}</p>" for t in paragraphs.replace("</", "<@").split("/")
    ]
    blocks = [block.replace("<@", "</") for block in blocks]
    kept = findings(blocks, 2023, ZHAOQING, builtin(), month=11, headline=headline)
    times = [
        f"{one.year}.{one.months}".removesuffix(".01/12").rstrip(".") + one.span + one.dates
        for one in kept
    ]
    assert " ".join(times) == told


def test_the_years_of_a_table_hold_for_figures_without_a_known_name() -> None:
    across = table("指标|2021年|2022年", "电池产值（亿元）|239.5|898.2", "城镇化率（%）|61.2|62.9")
    down = table("年份|交易额（亿元）|增速", "2021|239.5|8.1%", "2022|898.2|9.2%")
    assert [one.year for one in found(across)] == [2021, 2022, 2021, 2022]
    assert [one.year for one in found(down)] == [2021, 2021, 2022, 2022]


def test_a_figure_is_the_citys_only_where_that_is_certain() -> None:
    text = "肇庆市固定资产投资39亿元。"
    assert (only(text).city, only(text).subject) == ("441200", True)
    assert only(text, TWO).city == "441200"
    assert only("总投资39亿元。", TWO).city == ""
    assert only("深圳企业来此办厂，总投资39亿元。", COMPARED).city == ""
    nested = ZHAOQING._replace(nested=True)
    assert not only("全市固定资产投资39亿元。", nested).subject
    assert not only("高要区固定资产投资39亿元。").subject


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("全国快递量下降3.5%，肇庆快递量增长5%。", "- own"),
        ("全国快递量下降3.5%，业务收入增长2%。", "- -"),
        ("今年前5个月，全省快递量下降3.5%。", "-"),
        ("国际油价下跌4%，我国进口增长5%。", "- -"),
        ("全球锂价下跌20%，当地企业减产10%。", "- own"),
        ("肇庆产量增长5%，全国下降2%。", "own -"),
        ("据统计，广东省快递量增长6%，肇庆市增长5%。", "- own"),
        # The wider area is only spoken of.
        ("据统计，广东省肇庆市快递量增长5%。", "own"),
        ("肇庆瓷砖产量占全国的12%，销往全国，产值30亿元。", "own own"),
        ("全省首个项目落户肇庆，投资30亿元。", "own"),
        ("肇庆税收增长5%，高于全省平均水平2%。", "own own"),
        ("受国际油价影响，油品销量下降4%。", "own"),
        ("面向全国招商，投资30亿元。", "own"),
        ("中国石油投资30亿元，世界500强企业投资20亿元。", "own own"),
    ],
)
def test_a_figure_of_a_wider_area_is_not_the_citys(text: str, whose: str) -> None:
    assert " ".join("own" if one.city else "-" for one in found(text)) == whose


def test_a_tables_row_is_headed_by_its_first_cell() -> None:
    table = (
        "<table><thead><tr><th>指标</th><th>数字</th></tr></thead><tbody>"
        "<tr><td>税收收入</td><td>2.63亿元</td></tr><tr><td>注</td><td>约40天</td></tr>"
        "</tbody></table>"
    )
    one = only(table)
    assert (one.english, one.about, one.block) == ("263 million yuan", "tax revenue", 1)


def test_a_figure_said_twice_is_shown_once_and_eight_are_enough() -> None:
    assert [one.block for one in found("总投资20亿元。", "总投资20亿元。")] == [1]
    many = found(*(f"总投资{n}亿元。" for n in range(1, 20)))
    assert [one.english for one in many] == [f"{n}00 million yuan" for n in range(1, 9)]
    # Four counts of things come besides.
    counted = found(
        *(f"总投资{n}亿元。" for n in range(1, 20)), *(f"医院{n}家。" for n in range(11, 20))
    )
    assert [one.value for one in counted if one.kind == "count"] == ["11", "12", "13", "14"]
    assert len(counted) == 12
    # An amount with its growth says more than a percentage by itself.
    rates = [f"甲项指标占{n}%，升{n}.5%。" for n in range(11, 20)]
    kept = found(*rates, "产业链产值128亿元，同比增长11.3%。")
    assert [one.value for one in kept if one.kind == "money"] == ["12800000000"]


def table(*rows: str) -> str:
    """A table of ``a|b|c`` rows, the first of them its head."""
    made = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows
    )
    return f"<table>{made}</table>"


def test_every_figure_of_the_headline_and_of_tables_is_kept() -> None:
    body = [f"<p>总投资{n}亿元。</p>" for n in range(1, 20)]
    body.append(table("阶段|项目数", *(f"第{n}批|{n}个" for n in range(21, 36))))
    body.append("<p>审批从932天减到190天，奖励2万元到20万元不等，共12家在列。</p>")
    title = "审批由932天减到190天 奖励2万元至20万元 12家受益 全年总投资77亿元"
    kept = findings(body, 2023, ZHAOQING, builtin(), month=5, headline=title)
    assert {one.english for one in kept if one.headline} == {
        "932 days", "190 days", "20,000 to 200,000 yuan", "12", "7.7 billion yuan",
    }  # fmt: skip
    assert {one.value for one in kept if one.row >= 0} == {str(n) for n in range(21, 36)}
    # What only the headline says has no paragraph.
    assert [one.block for one in kept if one.value == "7700000000"] == [0]
    assert len({(one.value, one.unit) for one in kept}) == len(kept)


def test_a_table_is_read_by_the_heads_of_its_rows_and_columns() -> None:
    growth = table(
        "1至8月|金额|增幅", "全市工业投资|210.6亿元|同比增长33.9%", "技改投资|137.6亿元|同比增长22%"
    )
    told = findings([growth], 2023, ZHAOQING, builtin(), month=10)
    assert [(one.about, one.shape, one.year, one.months, one.subject) for one in told] == [
        ("industrial investment", "amount", 2023, "01/08", True),
        ("industrial investment", "growth", 2023, "01/08", True),
        ("investment in technical upgrading", "amount", 2023, "01/08", True),
        ("investment in technical upgrading", "growth", 2023, "01/08", True),
    ]
    years = table("年份|税收收入（亿元）|出口总额（亿元）", "2021|12.5|30", "2022|13|31")
    told = findings([years], 2023, ZHAOQING, builtin())
    assert [(one.about, one.english, one.year, one.months) for one in told] == [
        ("tax revenue", "1.25 billion yuan", 2021, "01/12"),
        ("total exports", "3 billion yuan", 2021, "01/12"),
        ("tax revenue", "1.3 billion yuan", 2022, "01/12"),
        ("total exports", "3.1 billion yuan", 2022, "01/12"),
    ]
    months = table("指标|9月|2022年12月|1-9月", "出口总额（亿元）|82.05|70|700")
    told = findings([months], 2023, ZHAOQING, builtin(), month=10)
    assert [(one.year, one.months) for one in told] == [
        (2023, "09/09"), (2022, "12/12"), (2023, "01/09"),
    ]  # fmt: skip
    by_month = table("月份|出口总额（亿元）", "12月|82.05", "1月|70", "前两月累计|152")
    told = findings([by_month], 2023, ZHAOQING, builtin(), month=2)
    assert [(one.year, one.months) for one in told] == [(2022, "12/12"), (2023, "01/01"), (0, "")]
    plans = findings(
        [table("类别|全年目标|截至9月初", "熟地|8800亩|1701亩")], 2023, ZHAOQING, builtin()
    )
    assert [one.planned for one in plans] == [True, False]
    cities = findings([table("指标|肇庆|中山", "税收收入|5亿元|6亿元")], 2023, TWO, builtin())
    assert [(one.city, one.subject) for one in cities] == [("441200", True), ("442000", True)]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("指标|三季度|前三季度/税收收入|86亿元|268亿元", "2023.07/09 2023.01/09"),
        ("指标|2022年末|10月末/常住人口|412万人|413万人", "2022end 2023.10/10end"),
        (
            "指标|截至10月底|“十三五”期间/税收收入|86亿元|268亿元",
            "2023.10/10end 2020years2016/2020",
        ),
        ("季度|税收收入（亿元）/一季度|86/二季度|268", "2023.01/03 2023.04/06"),
        ("时间|税收收入（亿元）/截至10月15日|86/12月|9", "2023day2023-10-15 2022.12/12"),
    ],
)
def test_heads_of_tables_tell_all_kinds_of_times(rows: str, told: str) -> None:
    kept = findings([table(*rows.split("/"))], 2023, ZHAOQING, builtin(), month=11)
    times = [
        f"{one.year}.{one.months}".removesuffix(".01/12").rstrip(".") + one.span + one.dates
        for one in kept
    ]
    assert " ".join(times) == told


def test_falls_keep_their_sign() -> None:
    cells = [
        "6.1", "-1.4", "－2.3", "−3.1", "–4.2", "+5.5", "▼2.7", "0.6↓", "下降3.3", "-0.8%",
        "下降1.9%", "—",
    ]  # fmt: skip
    rows = (f"第{place}区|{cell}" for place, cell in enumerate(cells))
    assert [one.english for one in found(table("县区|增速（%）", *rows))] == [
        "6.1%", "-1.4%", "-2.3%", "-3.1%", "-4.2%", "5.5%", "-2.7%", "-0.6%", "-3.3%", "-0.8%",
        "-1.9%",
    ]  # fmt: skip
    fall, gain, told = found(
        table("指标|增速（±%）", "工业投资|-1.4", "民间投资|2.4", "进出口总额|下降5.1")
    )
    assert [(one.value, one.shape) for one in (fall, gain, told)] == [
        ("1.4", "fall"), ("2.4", "growth"), ("5.1", "fall"),
    ]  # fmt: skip
    fall = only("全市工业投资同比增长-1.4%。")
    assert (fall.english, fall.about, fall.shape) == ("1.4%", "industrial investment", "fall")
    assert only("全市利润总额为-3.2亿元。").value == "-320000000"
    # A hyphen or a range is no sign.
    assert only("总投资-5亿元。").value == "500000000"
    assert found("增长1%-5%。") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("年用气量下降3.5%。", "-3.5%"),
        ("库存较年初减少200吨，价格跌12%。", "-200 tonnes|-12%"),
        ("产量比去年少3%，降幅达5%。", "-3%|-5%"),
        ("压减一般性支出5%，减少碳排放12万吨。", "-5%|-120,000 tonnes"),
        ("销量、价格分别下降3.5%、2.1%。", "-3.5%|-2.1%"),
        ("蔬菜产量下降0%。", "0%"),
        ("出现3.5%的降幅，增速为负4%。", "-3.5%|-4%"),
        ("降幅由5%收窄至3.5%。", "-5%|-3.5%"),
        ("公司净亏损3.8亿元。", "-380 million yuan"),
        # -10% is less than -9%.
        ("产量下降超10%。", "down more than 10%"),
        ("企业成本降低约3亿元，性能衰减不到2%。", "down about 300 million yuan|down less than 2%"),
        ("公司净亏损约3.8亿元。", "a loss of about 380 million yuan"),
        # Two figures with one number.
        ("产量下降3.5%，价格上涨3.5%。", "-3.5%|3.5%"),
        # A level, a smaller fall, a saving, a damage, another word.
        ("产量降至3%，不良率由2%下降到0.6%。", "3%|2%|0.6%"),
        ("降幅收窄3.5%。", "3.5%"),
        ("减税降费2亿元，节约成本3亿元。", "200 million yuan|300 million yuan"),
        ("受灾损失4亿元。", "400 million yuan"),
        ("销量不降反升3.5%，价格止跌回升4%。", "3.5%|4%"),
        ("至少3%的企业停产，首付比例最低15%。", "at least 3%|15%"),
        ("绿电占比不得低于80%，降水量增加3%。", "at least 80%|3%"),
        ("销量下降3.5%，8亿元投资到位。", "-3.5%|800 million yuan"),
        # Denied.
        ("销量未下降3%。", ""),
    ],
)  # fmt: skip
def test_a_fall_of_something_unknown_has_its_sign(text: str, told: str) -> None:
    assert "|".join(one.english for one in found(text)) == told


def test_the_bound_of_a_figure_of_the_headline_is_a_part_of_it() -> None:
    for title, body, told in (
        ("蓝莓产量未达2万吨", "今年歉收。", ["less than 20,000 tonnes"]),
        ("蓝莓产量不止2万吨", "今年蓝莓产量不止2万吨。", ["more than 20,000 tonnes"]),
        ("蓝莓产量2万吨多", "产量突破2万吨。", ["more than 20,000 tonnes"]),
        ("港口建成5万吨级泊位", "项目竣工。", []),
    ):
        kept = findings([f"<p>{body}</p>"], 2023, ZHAOQING, builtin(), month=5, headline=title)
        assert [one.english for one in kept] == told, title


def test_a_fall_of_the_headline_has_its_sign_and_is_told_once() -> None:
    for title, body, told in (
        ("用气量下降3.5%", "今年用气量下降3.5%。", ["-3.5%"]),
        ("用气量跌3.5%", "今年用气量变少。", ["-3.5%"]),
        ("人口减少6.1万人", "人口减少6.1万人。", ["-61,000 people"]),
        ("工期缩短40天", "项目竣工。", ["-40 days"]),
        ("税收下降3.5%", "全市税收收入下降3.5%。", ["3.5%"]),
    ):
        kept = findings([f"<p>{body}</p>"], 2023, ZHAOQING, builtin(), month=5, headline=title)
        assert [one.english for one in kept] == told, title


@pytest.mark.parametrize(
    ("text", "month", "years"),
    [
        ("近三年肇庆固定资产投资分别增长13%、12%和7%。", 10, [2020, 2021, 2022]),
        ("2019年至2021年全市固定资产投资依次为30亿元、31亿元、32亿元。", 10, [2019, 2020, 2021]),
        ("2020年、2022年全市固定资产投资分别增长3%、4%。", 10, [2020, 2022]),
        # In December the third year may be this one or the last; four figures are of four years.
        ("近三年肇庆固定资产投资分别增长13%、12%和7%。", 12, [0, 0, 0]),
        ("近三年肇庆固定资产投资分别增长13%、12%、11%和7%。", 10, [0, 0, 0, 0]),
    ],
)
def test_figures_of_several_years_in_turn(text: str, month: int, years: list[int]) -> None:
    told = findings([f"<p>{text}</p>"], 2023, ZHAOQING, builtin(), month=month)
    assert [one.year for one in told] == years
    assert all(one.subject and one.inferred == ("近三年" in text) for one in told if one.year)


def test_months_without_a_year_are_of_the_articles_if_they_were_over() -> None:
    text = "<p>前8个月全市固定资产投资39亿元。</p>"
    for month, year in ((9, 2023), (8, 2023), (3, 0), (0, 0)):
        (one,) = findings([text], 2023, ZHAOQING, builtin(), month=month)
        assert one.year == year
    listed = ["<h2>上半年的账</h2>", "<ul><li>到位资金390.7亿元。</li></ul>"]
    (one,) = findings(listed, 2023, ZHAOQING, builtin(), month=9)
    assert (one.year, one.months) == (2023, "01/06")


def test_the_glossary_gives_its_own_english() -> None:
    known = indicators(
        [("总投资", "overall investment"), ("绿色用地", "green land"), ("园区", "park")]
    )
    assert known["总投资"].english == "overall investment"
    assert known["绿色用地"].of == "area"
    assert "园区" not in known
    # A count needs its plural, which a glossary does not give.
    assert indicators([("重点项目", "key project")])["重点项目"].english == "key projects"


def test_every_indicator_is_whole() -> None:
    for term, one in builtin().items():
        assert one.english
        assert one.of in (
            "money area sold length mass energy containers people visits goods count".split()
        )
        assert one.english[0].islower() or one.of == "count", term


@settings(max_examples=120, derandomize=True, deadline=None)
@given(
    st.sampled_from(["总投资", "今年前8个月完成投资", "占地", "全市签约项目", "工业产值达到", ""]),
    st.sampled_from(["", "约", "近", "超过", "突破"]),
    st.one_of(st.integers(1, 99999).map(str), st.floats(0.1, 999).map(lambda n: f"{n:.2f}")),
    st.sampled_from(["亿元", "万元", "亩", "万平方米", "%", "个", "家", "万亿元", "公里", "美元"]),
    st.sampled_from(["", "以上", "左右", "的项目", "，增长3%", "；"]),
)
def test_a_figure_by_itself_is_what_it_is_in_its_sentence(
    before: str, leaning: str, number: str, unit: str, after: str
) -> None:
    sentence = f"{before}{leaning}{number}{unit}{after}。"
    figures = [bounded(sentence, figure) for figure in read(sentence)]
    whole = {(figure.english, figure.value, figure.unit) for figure in figures}
    for one in found(sentence):
        assert (one.english, one.value, one.unit) in whole


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("一般公共预算收入158.62亿元，为预算的103.1%，增长8.4%。", "growth 8.4%"),
        ("税收收入158.62亿元，完成调整预算的97.2%，比上年下降5.7%。", "fall 5.7%"),
        ("税收收入158.62亿元，占年度计划的97.2%，同比增长5.7%。", "growth 5.7%"),
        # The growth may be that of the share.
        ("税收收入158.62亿元，占比60%，增长3%。", ""),
        ("出口额86亿元，占进出口总额的60%，增长3%。", ""),
    ],
)
def test_the_share_of_a_budget_may_stand_before_the_growth(text: str, told: str) -> None:
    grown = [f"{one.shape} {one.source}" for one in found(text) if one.shape != "amount"]
    assert " ".join(grown) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("公司上半年实现营业收入41.27亿元。", ""),
        ("肇庆市的昊源化工净利润3.1亿元。", ""),
        ("格林美股份有限公司净利润3.1亿元。", ""),
        ("该公司去年出口额3亿元。", ""),
        ("一家企业投产，该企业去年营业收入3亿元。", ""),
        ("肇庆市规上工业企业实现营业收入412.7亿元。", "营业收入"),
        ("肇庆市实现营业收入412.7亿元。", "营业收入"),
        ("肇庆高新区实现营业收入412.7亿元。", "营业收入"),
        ("肇庆市出口额412.7亿元。", "出口额"),
    ],
)
def test_what_a_firm_earned_is_not_the_citys(text: str, told: str) -> None:
    assert only(text).term == told


def test_the_place_of_a_project_is_told_by_its_column() -> None:
    parts = Parts(
        {"1": ("江山市", "江山"), "2": ("龙游县", "龙游"), "3": ("常山县", "常山")},
        {"1": "330800", "2": "330800", "3": "330800"},
    )
    cities = Cities({"330800": ("衢州", "衢州市")}, 1, parts=parts)
    rows = (
        "项目|建设地点|总投资（亿元）", "产业园|江山市|12.5", "高铁龙游段工程|常山县|8.6",
        "公路|江山市、常山县|4.7", "公园|智造新城|2.2", "龙游县水库||1.9",
    )  # fmt: skip
    kept = findings([table(*rows)], 2024, cities, builtin())
    assert [f"{one.source} {one.place}".strip() for one in kept] == [
        "12.5亿元 1", "8.6亿元 3", "4.7亿元", "2.2亿元", "1.9亿元 2",
    ]  # fmt: skip
