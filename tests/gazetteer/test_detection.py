"""Cities found in texts, and the subject told from mentions."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.gazetteer import Match, detect, load
from tests.gazetteer.labelled import articles, hard, measure, sentences


def _found(text: str, source_name: str = "") -> dict[str, bool]:
    return {match.name: match.subject for match in detect(text, source_name=source_name)}


def _one(text: str, name: str, source_name: str = "") -> Match:
    return next(m for m in detect(text, source_name=source_name) if m.name == name)


def test_precision_and_recall_on_the_labelled_sentences() -> None:
    labelled = sentences()
    result = measure(labelled)
    assert len(labelled) >= 120
    assert result.precision >= 0.97, result.wrong
    assert result.recall >= 0.97, result.wrong
    assert result.subject_precision >= 0.95, result.wrong
    assert result.subject_recall >= 0.95, result.wrong


def test_precision_and_recall_on_the_labelled_articles() -> None:
    labelled = articles()
    result = measure(labelled)
    assert len(labelled) >= 20
    assert result.precision >= 0.97, result.wrong
    assert result.recall >= 0.97, result.wrong
    assert result.subject_precision >= 0.95, result.wrong
    assert result.subject_recall >= 0.95, result.wrong


@pytest.mark.parametrize(
    ("half", "texts", "precision", "recall"),
    [
        ("dev", 4200, 0.96, 0.965),
        ("held-out", 50, 0.92, 0.92),
        ("stranger", 110, 0.95, 0.92),
        ("daily", 90, 0.92, 0.94),
        ("news_a", 30, 0.95, 0.95),
        ("news_b", 30, 0.93, 0.95),
        ("editor_a", 80, 0.98, 0.97),
        ("editor_b", 80, 0.87, 0.96),
        ("plain_a", 100, 0.98, 0.98),
        ("plain_b", 100, 0.92, 0.93),
        ("classes", 500, 0.90, 0.95),
        ("city_a", 50, 0.91, 0.93),
        ("city_b", 50, 0.85, 0.95),
        ("week_a", 57, 0.92, 0.92),
        ("week_b", 63, 0.87, 0.81),
        ("next-week_a", 23, 0.89, 0.95),
        ("next-week_b", 37, 0.87, 0.94),
        ("week-classes", 280, 0.94, 0.92),
    ],
)
def test_subjects_of_hard_texts(half: str, texts: int, precision: float, recall: float) -> None:
    labelled = hard(half)
    result = measure(labelled)
    assert len(labelled) >= texts
    assert result.subject_precision >= precision
    assert result.subject_recall >= recall


def test_a_dateline_tells_where_the_reporter_was_and_no_more() -> None:
    dateline = "新华社石家庄5月12日电（记者王民）"
    assert _found(f"{dateline}河北省将新建农村公路五千公里。") == {"石家庄": False}
    assert _found(f"{dateline}全市将新建公交专用道五条。") == {"石家庄": True}
    assert _found(f"{dateline}保定市将新建公交专用道五条。") == {"石家庄": False, "保定": True}


@pytest.mark.parametrize(
    "opening",
    ["广告产业园", "热线电话12345", "版权登记大厅", "编辑部", "声明发布后，", "扫码乘车功能"],
)
def test_a_paragraph_may_begin_like_a_line_beside_the_article(opening: str) -> None:
    body = f"{opening}昨日在宁波市启用，宁波市政府介绍，市民可直接前往。"
    for title in ("服务升级", "服务升级\n\n今年投诉增多。"):
        assert _found(f"{title}\n{body}") == {"宁波": True}
    label = opening.rstrip("，")
    assert _found(f"温州市服务升级\n{label[:2]}：宁波市政府网") == {"温州": True, "宁波": False}


def test_names_made_of_pieces_of_words_and_of_people() -> None:
    assert _found("中国网·美丽江苏讯 农民丰收节启动。") == {}
    assert _found("李宁波在会上要求抓好安全生产。") == {}
    assert _found("朝阳洒在麦田上。") == {}
    assert _found("宁波在会上介绍了经验。") == {"宁波": True}


def test_names_in_english() -> None:
    assert _found("Guang'an launched a park.") == {"广安": True}
    assert _found("The city of Guangan launched a park.") == {"广安": True}
    assert _found("Xi’an's metro grows.") == {"西安": True}
    assert _found("Wusheng County planted citrus.") == {"广安": True}
    assert _found("Yulin, Shaanxi Province, mines coal.") == {"榆林": True}
    assert _found("Chaoyang in Liaoning dug up a fossil.") == {"朝阳": True}
    assert _found("Officials of Enshi visited Hangzhou.") == {"恩施": True, "杭州": False}
    assert _found("The new Xiong'an library opened.") == {"保定": True}
    assert _found("Shaanxi and Shanxi told mines to check their sensors.") == {}
    assert _found("A Beijing-based engineer, Wang Changchun, came.") == {"北京": False}


def test_cities_that_act_together_are_all_what_the_news_is_of() -> None:
    assert _found("宝鸡与汉中两地的医院互认检查结果。") == {"宝鸡": True, "汉中": True}
    assert _found("南充市民卡可以在遂宁、广安坐公交了，三地按月结算。") == {
        "南充": True,
        "遂宁": True,
        "广安": True,
    }
    assert _found("工信部公布试点名单，宜昌、安庆入列。") == {"宜昌": True, "安庆": True}
    assert _found("工信部点名表扬十个城市，宜昌、安庆在列。") == {"宜昌": False, "安庆": False}
    assert _found("成渝两地法院共用一套立案系统。") == {"成都": True, "重庆": True}
    assert _found("合肥和安庆两市签约。") == {"合肥": True, "安庆": True}
    assert _found("安徽全省推广，合肥、芜湖两市先行。") == {"合肥": False, "芜湖": False}


def test_counties_by_their_short_names_where_a_text_opens_with_them() -> None:
    assert _found("柞水的菌棒厂投产，县里补贴用电。") == {"商洛": True}
    assert _found("互助的酒厂开放参观，县里修了路。") == {"海东": True}
    assert _found("互助养老走进社区。") == {}
    assert _found("湖南平江的酱干厂扩建。") == {"岳阳": True}
    assert _found("川东营山县的羊场满了圈。") == {"南充": True}
    assert _found("安平说，他明年再来。") == {}


def test_towns_tell_their_city_where_nothing_else_does() -> None:
    assert _found("钱粮湖镇的鱼塘清了淤，镇里补贴一半。") == {"岳阳": True}
    assert _found("簇桥街道的食堂开了张，汤料从杭州运来，卖到杭州去。")["成都"]
    assert _found("和平镇的老街修好了。") == {}
    assert _found("肇庆的师傅到濮院镇教徒弟。") == {"肇庆": False, "嘉兴": True}
    assert _found("他在两座小城镇之间来回跑。") == {}
    assert _found("要放宽城镇落户条件，建好平台城乡共用。") == {}


def test_districts_by_their_short_names_further_down_a_text() -> None:
    assert _found("三条船靠了岸。绩溪的茶农正好下山。") == {"宣城": True}
    assert _found("线索断了三天。灌云警方最后在网吧找到了他。") == {"连云港": True}
    assert _found("水阳江涨水，宣州公安上堤值守。") == {"宣城": True}
    assert _found("安吉·克雷格支持黑田东彦，没人会理她。") == {}
    assert _found("虎门销烟的故事讲了一遍又一遍。") == {}


def test_goods_that_open_a_text_about_those_who_make_them() -> None:
    assert _found("英德红茶得了奖，当地茶农打算扩种。") == {"清远": True}
    assert _found("英德红茶在超市里便宜了三成，消费者说不出好坏。") == {}
    assert _found("福州鱼丸股份发布年报，净利润翻番。").get("福州") is not True


def test_who_comes_to_a_place_and_whose_office_acts() -> None:
    assert _found("一名从赣州到遵义旅游的老师在山里迷了路。") == {"赣州": False, "遵义": True}
    assert _found("从赣州到遵义的列车上，一名老师丢了钱包。") == {"赣州": False, "遵义": False}
    assert _found("经锦州市仲裁委裁定，工厂补发工资。") == {"锦州": True}
    assert _found("从锦州火车站出来，几步路就到商圈。") == {"锦州": True}
    assert _found("省督查组近日进驻锦州，受理举报。") == {"锦州": True}
    assert _found("锦州代表团到盱眙学习种草。") == {"锦州": True, "淮安": False}
    assert _found("锦州的龙舟赛上，泗洪县队拿了第二。") == {"锦州": True, "宿迁": False}
    assert _found("快递经锦州运到了村里。") == {"锦州": False}
    assert _found("扬州的师傅在西宁开了连锁店。") == {"扬州": False, "西宁": True}
    assert _found("一辆途经运城的大客车起火。") == {"运城": True}
    assert _found("桂林航空一架客机在长水机场爆胎。") == {"昆明": True}
    assert _found("广州医生支援林芝，产妇不用下山。") == {"广州": False, "林芝": True}
    assert _found("比起三亚，陵水的海更静。") == {"三亚": False, "陵水": True}
    assert _found("货轮“鞍山号”在印度洋救起三人。") == {}
    assert _found("济南军区的老兵出版了回忆录。") == {}
    assert _found("大同街头的长椅刷了新漆。") == {"大同": True}


def test_what_the_text_goes_on_about_after_its_title() -> None:
    assert _found("砀山酥梨直供上海\n宿州市砀山县的冷库每天发车二十辆。") == {
        "宿州": True,
        "上海": False,
    }
    assert _found("西宁收入首超兰州\n西宁市统计局昨日公布了数据。") == {"西宁": True, "兰州": False}
    assert _found("华西医院专家赴西藏义诊\n他们在那曲市人民医院做了手术。") == {
        "那曲": True,
        "成都": False,
    }
    assert _found("江苏企业超过五万家\n苏州占了近三成，南京、无锡也在增长。") == {
        "苏州": False,
        "南京": False,
        "无锡": False,
    }
    assert _found("四城发布联票\n上海、苏州、嘉兴的景点一票通行。")["上海"] is False
    assert _found("三城发布联票\n上海、苏州、嘉兴的景点一票通行。")["上海"]
    assert _found("甘肃文旅推介会在成都举行。") == {"成都": False}
    assert _found("上海原油期货收高。") == {"上海": False}


def test_ships_works_and_firms_that_bear_a_name() -> None:
    assert _found("驱逐舰南昌舰靠港补给。") == {}
    assert _found("民谣《成都》在海外走红。") == {"成都": False}
    assert _found("《成都市养犬条例》下月施行。") == {"成都": True}
    assert _found("承德露露任命新总裁。") == {"承德": False}
    assert _found("自贡彩灯点亮都柏林的公园。") == {"自贡": False}
    assert _found("Lanzhou beef noodles are sold in Leeds.") == {}
    assert _found('The film "Nanjing" opened in Berlin.') == {"南京": False}


def test_where_goods_set_out_and_where_news_comes_from() -> None:
    assert _found("首趟中欧班列从合肥北站开出。") == {"合肥": True}
    assert _found("记者从合肥海关获悉，安徽省前十个月出口增长。") == {"合肥": False}
    assert _found("记者从合肥市医保局获悉，今年起门诊可以报销。") == {"合肥": True}


def test_at_points_to_the_words_in_the_text() -> None:
    text = "肇庆市高要区开工。\n高要的五金厂也来了，肇庆人很高兴。"
    match = _one(text, "肇庆")
    assert [text[start:end] for start, end, _ in match.at] == [words for *_, words in match.at]
    assert [words for *_, words in match.at] == ["肇庆市", "高要区", "高要", "肇庆"]
    assert match.through == ("441204",)
    assert 0 < match.score <= 1


def test_counties_and_zones_that_gave_a_city_are_listed() -> None:
    match = _one("华蓥市、武胜县和广安经开区都完成了任务。", "广安")
    places = [load().by_code(code) for code in match.through]
    assert [place.short for place in places if place] == ["华蓥", "武胜", "广安经济技术开发区"]


def test_words_for_the_own_city_need_a_source_that_has_one() -> None:
    text = "我市今年开工三十个项目，全市投资增长一成。"
    assert _found(text, "西江日报") == {"肇庆": True}
    assert _found(text, "广安日报") == {"广安": True}
    assert _found(text, "漯河日报社") == {"漯河": True}
    assert _found(text, "西江日報") == {"肇庆": True}
    assert _found("我县新开工三十个项目。", "武胜县融媒体中心") == {"广安": True}
    assert _found(text, "南方+") == {}
    assert _found(text, "海南日报") == {}
    assert _found(text) == {}
    assert _found("（广安日报全媒体记者 李明）\n" + text) == {"广安": True}


def test_a_county_name_shared_by_many_is_settled_by_the_text_or_not_at_all() -> None:
    assert _found("鼓楼区今天下雨。") == {}
    assert _found("江苏徐州的鼓楼区今天下雨。") == {"徐州": True}
    assert _found("南京鼓楼区今天下雨。") == {"南京": True}
    assert _found("福州今天放晴，开封则转阴。城关区、和平区无数据。") == {
        "福州": True,
        "开封": True,
    }
    text = "开封市先行一步。鼓楼区随后跟上。\n福州市明年试点。"
    assert _one(text, "开封").through == ("410204",)


def test_a_zone_of_two_cities_speaks_for_the_one_the_text_is_about() -> None:
    assert _found("川渝高竹新区又开工一条路。") == {"广安": True, "重庆": True}
    text = "广安市加快建设。广安的川渝高竹新区又开工一条路，广安经开区投产两家。"
    assert _found(text) == {"广安": True, "重庆": False}


def test_a_list_of_counties_left_by_spam_counts_for_nothing() -> None:
    spam = "主站: 凤城市| 东明县| 台州市| 景宁| 拜城县| 秦皇岛市| 樟树市| 丹阳市| 徐闻县| 乌恰县"
    assert _found(f"中山市火炬区的项目开工了。\n{spam}") == {"中山": True}
    column = "凤城市 东明县 台州市 景宁 拜城县 秦皇岛市 樟树市 丹阳市 徐闻县".replace(" ", "\n")
    assert _found(f"中山市火炬区的项目开工了。\n\n{column}\n") == {"中山": True}


def test_the_title_makes_a_subject() -> None:
    body = "百余家企业到场，签约三十个项目，金额两百亿元。广州的一家基金也来了。"
    with_title = {m.name: m.subject for m in detect(body, title="肇庆举行招商大会")}
    assert with_title == {"肇庆": True, "广州": False}


def test_names_in_traditional_script() -> None:
    assert _found("臺南市與高雄市今日簽約。") == {"台南": True, "高雄": True}
    assert _found("台南市今日簽約。") == {"台南": True}
    assert _found("煙台市和煙臺港。") == {"烟台": True}
    assert _found("村口新開張掖著一塊木牌，旁邊是一張長沙發。") == {}
    assert _found("陽光照在廣袤的大地，研究黃金華麗轉身的邏輯。") == {}
    assert _found("西安到延安的高鐵開始聯調聯試。") == {"西安": True, "延安": True}
    assert _found("中國氣象局授予麗水「中國氣候養生之鄉」稱號。") == {"丽水": True}
    assert [words for *_, words in _one("臺南市與煙臺港簽約。", "台南").at] == ["臺南市"]


def test_former_names_still_lead_to_their_city() -> None:
    assert _found("襄樊市的老照片。") == {"襄阳": True}
    assert _found("当年的伊克昭盟。") == {"鄂尔多斯": True}
    assert _found("渝北区的公园。") == {"重庆": True}


def test_no_text_no_cities() -> None:
    assert detect("") == []
    assert detect("\n \n") == []
    assert detect("Nothing to see here.") == []


@pytest.mark.parametrize(
    "text",
    [
        "相应城市要跟上",
        "适宜城市与适宜春播的地块",
        "实现跨越的新密码",
        "经济源泉与经济宁静",
        "复合肥料降价",
        "其中卫生间三处",
        "社会理论研究",
        "弘扬中华文化",
        "展开原料调查",
        "加固原有堤坝",
        "强大连接能力",
        "推广水稻新种",
        "从个旧厂房说起",
        "投资兴业的热土",
        "新兴平台经济",
        "孩子长大了",
        "双重庆祝活动",
        "制定西部开发规划",
        "搬迁安置工作",
        "非常熟悉的味道",
        "平安庆典",
        "形成都市农业带",
        "佛罗里达州与马里兰州",
        "太阳东方升",
        "犹太原教旨主义",
        "合作市场广阔",
        "白银市场波动",
        "解放区的天",
        "新城区与老城区同步建设",
        "港口区位优势",
        "南京路与北京西路路口",
        "延安高架和泰安门",
        "朝阳公园的湖",
        "苏州河与杭州湾",
        "和平鸽飞过鼓楼",
        "孫中山先生與中山路",
        "哈密瓜、和田玉和德州扒鸡",
        "各大城市陆续放开落户",
        "任县委书记三年",
        "张长沙发摆在书房",
        "外交部长沙某回答提问",
        "从长春新碱到长春碱",
        "变质大理岩",
        "第五大道的橱窗",
        "维护两国友谊关系",
        "喀什米尔羊毛与马祖卡舞曲",
        "路面不平度的测量",
        "鄂温克族与鄂伦春族的歌",
        "柏瑞安、阿莱西奥、安吉莉娜和乌苏娜",
        "国会议员保罗·瑞安提出预算",
        "德州州长与休斯敦的德州人",
        "二十年前海军的老兵",
        "工厂七十周年大庆",
        "巩固镇村成果，国内乡村更美",
        "三江源区的草地与世界上海岸线",
        "和平区域内与新城区域内",
    ],
)
def test_pieces_of_other_words_are_no_names(text: str) -> None:
    assert detect(text) == []


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("如皋市委常委会研究了岸线整治。", "南通"),
        ("如皋市民走上街头。", "南通"),
        ("桐乡市长到场致辞。", "嘉兴"),
        ("桐乡市场监管局查了三家店。", "嘉兴"),
        ("昌邑区域内新增三条公交。", ""),
        ("萧山区域医疗中心揭牌。", "杭州"),
        ("新野县委宣传部说，公园月底开放。", "南阳"),
        ("新野县长看了三个村。", "南阳"),
        ("叶县委常委会研究了秋种。", "平顶山"),
        ("淮安全市新增绿地三百亩。", "淮安"),
        ("六安全域旅游大会今天开幕。", "六安"),
        ("西安全力保障供水。", "西安"),
        ("中国香港今天放晴。", "香港"),
        ("北京人工智能产业园开园。", "北京"),
        ("北京现代农业展开幕。", "北京"),
        ("南阳光伏产业园投产。", "南阳"),
        ("南通道路改造开工。", "南通"),
        ("中山文化馆推出夜场。", "中山"),
        ("浙江·安吉的白茶上市。", "湖州"),
        ("呼伦贝尔·满洲里的口岸通关。", "呼伦贝尔"),
        ("南部县升钟湖的比赛开杆。", "南充"),
        ("岳池县乾丰镇修了桥。", "广安"),
        ("阿拉善左旗巴彦浩特镇的奶厂投产。", "阿拉善"),
        ("老陈回到响水，县里给他补贴。", "盐城"),
        ("从珠海横琴到桂山岛的航线恢复。", "珠海"),
        ("日前海口开了夜市。", "海口"),
        ("昨天镇江下了雨。", "镇江"),
        ("5月湖州的新茶下了山。", "湖州"),
        ("今年大庆的粮食丰收。", "大庆"),
        ("昆山海关放行首票货。", "苏州"),
        ("白山西站的广场铺好了。", "白山"),
        ("丽水电商产业园开园。", "丽水"),
        ("常州政府网站改了版。", "常州"),
        ("恩施市场监管局查了秤。", "恩施"),
        ("黄石公交换了新车。", "黄石"),
        ("大连体育中心开放。", "大连"),
        ("正安吉他产业园加班。", "遵义"),
        ("栾城和碧江一样修了路。", "石家庄 铜仁"),
        ("从江阴到宜兴的客车加了班。", "无锡"),
        ("福清政府网站改了版。", "福州"),
        ("花都开展巡查。", "广州"),
        ("丽水果园的枇杷熟了。", "丽水"),
        ("周末的山海关挂满了灯。", "秦皇岛"),
        ("启东至上海的班车加密。", "南通 上海"),
        ("绍兴酒店业迎来旺季。", "绍兴"),
        ("上海银行业协会换届。", "上海"),
        ("南平地处闽北。", "南平"),
    ],
)
def test_names_beside_which_another_word_might_begin(text: str, city: str) -> None:
    assert _found(text) == dict.fromkeys(city.split(), True)


ALPHABET = st.sampled_from(
    [
        "肇庆",
        "市",
        "广安",
        "鼓楼区",
        "中山",
        "路",
        "我市",
        "、",
        "与",
        "。",
        "\n",
        "新",
        "区",
        "县",
        "A",
    ]
)


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(ALPHABET, max_size=30), st.sampled_from(["", "西江日报", "南方+"]))
def test_whatever_the_text_the_matches_hold_together(pieces: list[str], source: str) -> None:
    text = "".join(pieces)
    matches = detect(text, source_name=source)
    assert len({match.code for match in matches}) == len(matches)
    for match in matches:
        place = load().by_code(match.code)
        assert place is not None
        assert place.is_city
        assert 0 < match.score <= 1
        assert list(match.at) == sorted(match.at)
        assert all(text[start:end] == words for start, end, words in match.at)
    assert detect(text, source_name=source) == matches


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "新华社成都3月12日电（记者李华）走进攀枝花市东区，成都先进材料研究院股份有限公司的"
            "车间里，工人正在调试设备。\n\n全市钒钛产业去年产值突破千亿元。攀枝花市经信局介绍，"
            "东区的企业今年增产。",
            "攀枝花",
        ),
        (
            "新华社昆明5月7日电 玉溪市红塔区的数据中心今天开工。昆明数码科技有限公司承建。"
            "\n\n全市今年建机柜三万个。",
            "玉溪",
        ),
        ("新华社杭州5月12日电 绍兴市的布市人来人往，绍兴的企业在接单。全市外贸增长一成。", "绍兴"),
        # Of the dateline's city, if the text tells of it too or of no other.
        ("新华社石家庄5月12日电 全市今年新建公园二十座。正定县的公园已经开放。", "石家庄"),
        ("新华社石家庄5月12日电 保定的客商说，石家庄的服务好。全市新建公园二十座。", "石家庄"),
        ("新华社石家庄5月12日电 街头新开了公园。全市新建二十座。保定市的游客也来了。", "石家庄"),
    ],
)
def test_a_whole_city_is_that_of_the_text_before_that_of_its_dateline(
    text: str, subject: str
) -> None:
    assert [match.name for match in detect(text) if match.subject] == [subject]
