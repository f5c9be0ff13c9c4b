"""Chinese figures and their English, value and unit."""

from __future__ import annotations

import pytest

from generator.figures import read


@pytest.mark.parametrize(
    ("text", "source", "english", "value", "unit"),
    [
        ("完成投资289.5亿元。", "289.5亿元", "28.95 billion yuan", "28950000000", "yuan"),
        ("总投资额1241亿元", "1241亿元", "124.1 billion yuan", "124100000000", "yuan"),
        ("规模1.2万亿元", "1.2万亿元", "1.2 trillion yuan", "1200000000000", "yuan"),
        ("奖励2万元至20万元", "2万元至20万元", "20,000 to 200,000 yuan", "20000-200000", "yuan"),
        ("奖励2至20万元", "2至20万元", "20,000 to 200,000 yuan", "20000-200000", "yuan"),
        ("共3亿5000万元", "3亿5000万元", "350 million yuan", "350000000", "yuan"),
        ("出口3亿美元", "3亿美元", "300 million US dollars", "300000000", "US dollars"),
        ("占地8800亩", "8800亩", "8,800 mu (587 hectares)", "8800", "mu"),
        ("占地３８亩", "３８亩", "38 mu (2.5 hectares)", "38", "mu"),
        ("厂房9万平方米", "9万平方米", "90,000 square metres", "90000", "m2"),
        ("产量300万吨", "300万吨", "3 million tonnes", "3000000", "t"),
        ("出席3000余名", "3000余名", "more than 3,000 people", "3000", "people"),
        ("出席3000余名代表", "3000余名", "more than 3,000", "3000", "items"),
        ("新签项目近20个", "近20个", "nearly 20", "20", "items"),
        ("走访200余家", "200余家", "more than 200", "200", "items"),
        ("资金10亿元以上", "10亿元以上", "at least 1 billion yuan", "1000000000", "yuan"),
        ("亿元以上项目", "亿元以上", "at least 100 million yuan", "100000000", "yuan"),
        ("超500亿元", "超500亿元", "more than 50 billion yuan", "50000000000", "yuan"),
        ("约4亿元", "约4亿元", "about 400 million yuan", "400000000", "yuan"),
        ("签约4个项目", "4个", "4", "4", "items"),
        ("外出不少于1次。", "不少于1次", "at least once", "1", "items"),
        ("培育5亿级产业", "5亿级", "500-million-yuan-level", "500000000", "yuan"),
        ("打造千亿级园区", "千亿级", "100-billion-yuan", "100000000000", "yuan"),
        ("这个百亿项目", "百亿", "10-billion-yuan", "10000000000", "yuan"),
        ("突破万亿", "万亿", "1 trillion", "1000000000000", ""),
        ("位居第三", "第三", "third", "3", ""),
        ("第一百零三次会议", "第一百零三次", "103rd", "103", ""),
        ("达到三成", "三成", "30%", "30", "%"),
        ("增速保持两位数。", "两位数", "double digits", "2", ""),
        ("連續兩位數增長", "兩位數", "double-digit", "2", ""),
        ("接近两位数", "两位数", "double digits", "2", ""),
        ("跌至个位数", "个位数", "single digits", "1", ""),
        ("高单位数增长", "单位数", "single-digit", "1", ""),
        ("年薪达六位数", "六位数", "six digits", "6", ""),
        ("11位数的号码", "11位数", "11-digit", "11", ""),
        ("2到3位数增长", "2到3位数", "double- to three-digit", "2-3", ""),
        ("聘请3位数控专家", "3位", "3", "3", "items"),
        ("增长百分之五", "百分之五", "5%", "5", "%"),
        ("增长百分之三点五", "百分之三点五", "3.5%", "3.5", "%"),
        ("占三分之一", "三分之一", "one-third", "1/3", ""),
        ("占80.6%", "80.6%", "80.6%", "80.6", "%"),
        ("提高11.7个百分点", "11.7个百分点", "11.7 percentage points", "11.7", "percentage points"),
        ("有五十多家", "五十多家", "more than 50", "50", "items"),
        ("一千二百三十五户", "一千二百三十五户", "1,235", "1235", "items"),
        ("两百多", "两百多", "more than 200", "200", ""),
        ("廿年", "廿年", "20 years", "20", "years"),
        ("一点七万多例", "一点七万多例", "more than 17,000", "17000", "items"),
        ("压缩至45个工作日以内", "45个工作日以内", "within 45 working days", "45", "working days"),
        ("历时三年", "三年", "three years", "3", "years"),
        ("用时一年半", "一年半", "one and a half years", "1.5", "years"),
        ("历时两个多月", "两个多月", "more than two months", "2", "months"),
        ("10时10分", "10时10分", "10:10", "10:10", "time"),
        ("下午3点半", "下午3点半", "3:30 p.m.", "15:30", "time"),
        ("2021年11月3日", "2021年11月3日", "3 November 2021", "2021-11-03", "date"),
        ("11月3日上午", "11月3日", "3 November", "--11-03", "date"),
        ("二〇二一年", "二〇二一年", "2021", "2021", "year"),
        ("1至8月", "1至8月", "January to August", "--01/--08", "month"),
        ("9、10月份", "9、10月份", "September and October", "--09/--10", "month"),
        ("上半年", "上半年", "the first half of the year", "H1", "half-year"),
        ("2024年上半年", "2024年上半年", "the first half of 2024", "2024-H1", "half-year"),
        ("前三季度", "前三季度", "the first three quarters", "Q1/Q3", "quarter"),
        ("前8个月", "前8个月", "the first eight months", "--01/--08", "month"),
        ("上世纪90年代", "上世纪90年代", "the 1990s", "1990s", "decade"),
        ("“十四五”规划", "“十四五”规划", "the 14th Five-Year Plan", "14", "five-year plan"),
        ("世界500强", "500强", "top 500", "500", ""),
        ("成立30周年", "30周年", "30th anniversary", "30", ""),
        ("“2+2”体系", "2+2", "2+2", "2+2", ""),
        ("“1852”体系", "1852", "1852", "1852", ""),
        ("G65包茂高速", "G65", "G65", "G65", ""),
        ("共有 30 万人", "30 万人", "300,000 people", "300000", "people"),
        ("總投資28億元", "28億元", "2.8 billion yuan", "2800000000", "yuan"),
        ("占地1701畝", "1701畝", "1,701 mu (113 hectares)", "1701", "mu"),
        ("近百家企业", "近百家", "nearly 100", "100", "items"),
        ("超10万+用户", "超10万+", "more than 100,000", "100000", ""),
        ("亩均300万元/亩", "300万元/亩", "3 million yuan per mu", "3000000", "yuan"),
        ("增长-3.5%。", "-3.5%", "-3.5%", "-3.5", "%"),
        ("高于4月的水平", "4月", "April", "--04", "month"),
        ("历时近三年", "近三年", "nearly three years", "3", "years"),
        ("近三年增长", "近三年", "the past three years", "3", "years"),
        ("第26届", "第26届", "26th", "26", ""),
        ("8号线开通", "8号", "No. 8", "8", ""),
        ("数百万元", "数百万元", "millions of yuan", "1000000-10000000", "yuan"),
        ("投资两个亿。", "两个亿", "200 million", "200000000", ""),
        ("投资1.5个亿建设", "1.5个亿", "150 million", "150000000", ""),
        ("税收三个亿元。", "三个亿元", "300 million yuan", "300000000", "yuan"),
        ("投入两个多亿元", "两个多亿元", "more than 200 million yuan", "200000000", "yuan"),
        ("投入十多个亿", "十多个亿", "more than 1 billion", "1000000000", ""),
        ("需要两三个亿", "两三个亿", "200 million to 300 million", "200000000-300000000", "items"),
        ("引进两个亿元项目", "两个", "two", "2", "items"),
        ("100多个亿元项目", "100多个", "more than 100", "100", "items"),
        ("3个亿级产业", "3个", "3", "3", "items"),
        ("气温零下5摄氏度", "零下5摄氏度", "-5 °C", "-5", "°C"),
        ("低至零下五度", "零下五度", "-5 °C", "-5", "°C"),
        ("零下10至5℃", "零下10至5℃", "-10 to -5 °C", "-10--5", "°C"),
        ("零下10至零下5℃", "零下10至零下5℃", "-10 to -5 °C", "-10--5", "°C"),
        ("零下5℃至3℃", "零下5℃至3℃", "-5 to 3 °C", "-5-3", "°C"),
        ("增速为负5%", "负5%", "-5%", "-5", "%"),
        ("减负5%", "5%", "5%", "5", "%"),
        ("占4至5成", "4至5成", "40% to 50%", "40-50", "%"),
        ("行走两公里半", "两公里半", "two and a half kilometres", "2.5", "km"),
        ("一两百家企业", "一两百家", "100 to 200", "100-200", "items"),
        ("历时一个多月", "一个多月", "more than one month", "1", "months"),
        ("装机250余万千瓦", "250余万千瓦", "more than 2.5 million kW", "2500000", "kW"),
        ("主变380万千伏安", "380万千伏安", "3.8 million kVA", "3800000", "kVA"),
        ("每斤三块五毛", "三块五毛", "3.5 yuan", "3.5", "yuan"),
        ("补贴5角钱", "5角钱", "0.5 yuan", "0.5", "yuan"),
        ("募资$1.5亿", "$1.5亿", "150 million US dollars", "150000000", "US dollars"),
        ("罚款20万卢布", "20万卢布", "200,000 roubles", "200000", "roubles"),
        ("发电10亿度", "10亿度", "1 billion kWh", "1000000000", "kWh"),
        ("新华社24日报道", "24日", "the 24th", "---24", "day"),
        ("用时02:22:36", "02:22:36", "02:22:36", "02:22:36", "time"),
        ("占百分之七八十", "百分之七八十", "70% to 80%", "70-80", "%"),
        ("上午约十时开幕", "上午约十时", "around 10 a.m.", "10:00", "time"),
        ("产量增长2倍", "2倍", "200%", "2", "times"),
        ("是去年的2倍", "2倍", "twice", "2", "times"),
        ("提高近一倍", "近一倍", "nearly 100%", "1", "times"),
        ("收入翻两番", "翻两番", "quadruple", "4", "times"),
        ("全场打八折", "打八折", "20% off", "80", "%"),
        ("步行20里", "20里", "20 li", "20", "li"),
        ("以3比1获胜", "3比1", "3-1", "3:1", ""),
        ("‘十四五’期间", "‘十四五’期间", "the 14th Five-Year Plan period", "14", "five-year plan"),
        ("数以万计的游客", "数以万计", "tens of thousands of", "10000-100000", ""),
    ],
)
def test_a_figure(text: str, source: str, english: str, value: str, unit: str) -> None:
    (figure,) = [f for f in read(text) if f.source == source]
    assert (figure.english, figure.value, figure.unit) == (english, value, unit)
    assert text[figure.start : figure.end] == source


@pytest.mark.parametrize(
    "text",
    [
        "三个一批", "五个一", "一带一路", "一企一策", "一个", "一些", "一方面", "统一", "一流",
        "四川三亚九江", "三门峡市", "两会", "十分重要", "千方百计", "周三", "党的二十大", "百姓",
        "www.a1.cn", "两个一百年", "五位一体", "“十一”黄金周", "五家渠市", "万元户",
        "一公里半径", "负一层", "负责",
    ],
)  # fmt: skip
def test_no_figure(text: str) -> None:
    assert read(text) == []


def test_figures_of_a_sentence_in_order() -> None:
    text = "今年1至8月，全市65个项目完成投资289.5亿元，占年度投资的80.6%，从145分钟到40分钟。"
    assert [f.source for f in read(text)] == [
        "1至8月", "65个", "289.5亿元", "80.6%", "145分钟", "40分钟",
    ]  # fmt: skip


def test_weak_figures_are_those_english_may_leave_out() -> None:
    optional = {f.source: f.optional for f in read("两个县的8个项目位居全省第一，完成45个。")}
    assert optional == {"两个": True, "8个": False, "第一": True, "45个": False}


def test_what_is_not_understood_is_marked() -> None:
    (figure,) = read("共计3万4亿5。")
    assert (figure.kind, figure.source, figure.value, figure.english) == (
        "unread",
        "3万4亿5",
        "",
        "",
    )
