"""Traditional Chinese as a reader sees it, where plain OpenCC errs."""

from __future__ import annotations

import re

import pytest

from generator.gazetteer import load
from generator.script import Style, detect_script, place_forms, protecting, to_hans, to_hant
from tests.sites import TestSite


def hant(text: str) -> str:
    names = place_forms(load().protected_names(), Style())
    return to_hant(Style(), protecting(names, {}, ())).text(text)


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        ("佛山市里水镇", "佛山市里水鎮"),
        ("濮阳市台前县", "濮陽市台前縣"),
        ("广安市岳池县", "廣安市岳池縣"),
        ("马鞍山采石矶", "馬鞍山采石磯"),
        ("范先生", "范先生"),
        ("范冰介绍说", "范冰介紹說"),
        ("示范区范围", "示範區範圍"),
        ("余女士在里面", "余女士在裡面"),
        ("县委书记余晓军表示", "縣委書記余曉軍表示"),
        ("3000余名职工", "3000餘名職工"),
        ("于主任关于里程的说明", "于主任關於里程的說明"),
        ("局长于昨日表示", "局長於昨日表示"),
        ("市长钟敏说", "市長鍾敏說"),
        ("项目支持智能集群", "項目支持智能集群"),
        ("群众吃饭为了发展", "群眾吃飯為了發展"),
    ],
)
def test_names_and_mainland_terms_come_out_right(hans: str, expected: str) -> None:
    assert hant(hans) == expected


def test_hong_kong_has_its_own_forms(site: TestSite) -> None:
    site.article(
        "hk", title="两地用字", body="厂房里面有台湾设备。启德机场启用，启晴邨开启德语课。"
    )
    site.settings("hant_variant: hk\n")
    site.build()
    page = site.page("/zh-hant/articles/hk/")
    assert "廠房裏面有台灣設備" in page
    # Official names have 啟.
    assert "啟德機場啓用，啟晴邨開啓德語課" in page
    site.settings("hant_variant: tw\n")
    site.build()
    page = site.page("/zh-hant/articles/hk/")
    assert "廠房裡面有台灣設備" in page
    assert "啟德機場啟用，啟晴邨開啟德語課" in page


def test_only_readable_text_is_converted(site: TestSite) -> None:
    site.write("content/files/头发.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    body = (
        '头**发**在[头发页](https://a.org/头发 "头发")里，`头发`不变，'
        "![头发图](files/头发.svg)保留原词。\n\n```\n头发\n```"
    )
    site.write("content/glossary.yaml", "keep: [保留原词]\nterms: {}\n")
    site.article("hair", body=body)
    site.build()
    page = site.page("/zh-hant/articles/hair/")
    assert "頭<strong>髮</strong>在" in page
    assert re.search(r'<a href="https://a.org/[^"頭髮]*" title="頭髮"[^>]*>頭髮頁</a>', page)
    assert "<code>头发</code>" in page
    assert 'alt="頭髮圖"' in page
    assert "头发\n</code></pre>" in page
    assert "保留原词" in page


def test_the_glossary_gives_traditional_forms(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms:\n  签约: {hant: 簽約, en: signing}\n")
    site.article("terms", title="集中签约", body="集中签约三十个项目。")
    site.build()
    assert "集中簽約三十個項目" in site.page("/zh-hant/articles/terms/")


def test_topics_and_the_interface_are_converted_too(site: TestSite) -> None:
    site.build()
    page = site.page("/zh-hant/topics/new-energy/")
    assert "測試簡報" in page
    assert "跳到主要內容" in page
    assert "主題" in page


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("里面后来", "zh-Hans"),
        ("產業園區", "zh-Hant"),
        ("产业园区", "zh-Hans"),
        ("說", "zh-Hant"),
        ("衛生", "zh-Hant"),
        ("什么", "zh-Hans"),
        ("AI 5G", "zh-Hans"),
        ("一天", "zh-Hans"),
    ],
)
def test_scripts_are_told_apart(text: str, script: str) -> None:
    assert detect_script(text) == script


def test_traditional_sources_lose_zhu_in_verbs() -> None:
    assert to_hans({}).text("看著、沿著、圍繞著，名著") == "看着、沿着、围绕着，名著"
    assert to_hans({}).text("裝飾著白色，李四等編著，") == "装饰着白色，李四等编著，"


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        ("于永杰、于秀梅、钟晓阳和涂建国获奖", "于永傑、于秀梅、鍾曉陽和涂建國獲獎"),
        ("近日，于文明表示", "近日，于文明表示"),
        ("“有信心。”于长水说", "“有信心。”于長水說"),
        ("农夫山泉董事长钟睒睒、创始人游朝阳", "農夫山泉董事長鍾睒睒、創始人游朝陽"),
        ("余佳运、余秀华与郁可唯", "余佳運、余秀華與郁可唯"),
        ("朴智星、范志毅、姜昆", "朴智星、范志毅、姜昆"),
        ("周润发用润发乳", "周潤發用潤髮乳"),
        ("王征说，全军出征", "王征說，全軍出征"),
        ("沈丹萍乘沈丹高铁来沈演出", "沈丹萍乘瀋丹高鐵來瀋演出"),
        ("钟响了，钟声传开；于2024年，于此", "鐘響了，鐘聲傳開；於2024年，於此"),
        ("于某涉嫌受贿，于某地被捕", "于某涉嫌受賄，於某地被捕"),
        ("记者采访了于先生，从于女士处获悉", "記者採訪了于先生，從于女士處獲悉"),
        ("得益于先生的帮助，献身于教授的事业", "得益於先生的幫助，獻身於教授的事業"),
        ("民警将于某抓获，两人于某酒吧见面", "民警將于某抓獲，兩人於某酒吧見面"),
        ("这位于先生家住三楼，他位于小姐楼", "這位于先生家住三樓，他位於小姐樓"),
        ("在于女士家中发现，关键在于老师", "在于女士家中發現，關鍵在於老師"),
        ("仪式将于市长致辞后开始，将于市长送医后", "儀式將於市長致辭後開始，將于市長送醫後"),
        (
            "会议将于主席团会议后召开，走访了于教授团队",
            "會議將於主席團會議後召開，走訪了于教授團隊",
        ),
        ("记者对于总进行了专访，对于总的情况", "記者對于總進行了專訪，對於總的情況"),
        ("小于老师任教，年龄小于老师", "小于老師任教，年齡小於老師"),
        ("杭州於潜镇与于潜中学，於崇文院士", "杭州於潛鎮與於潛中學，於崇文院士"),
        ("当地还辟出一条路，后辟为校舍，官方辟谣", "當地還闢出一條路，後闢為校舍，官方闢謠"),
        ("溥仪复辟，香囊辟邪，论述精辟，辟支佛塔", "溥儀復辟，香囊辟邪，論述精闢，辟支佛塔"),
    ],
)
def test_names_without_a_title_are_told_from_words(hans: str, expected: str) -> None:
    assert hant(hans) == expected


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        ("信息检索与公共交通信息", "資訊檢索與公共交通資訊"),
        ("网络平台、U盘、存储系统", "網路平台、隨身碟、儲存系統"),
        ("供水五亿立方米", "供水五億立方公尺"),
        ("兼容并蓄，程序正义", "兼容並蓄，程序正義"),
        ("工业和信息化部", "工業和信息化部"),
        ("物体的质量为5千克，产品质量为优", "物體的質量為5公斤，產品品質為優"),
        ("行星质量是地球的3倍，质量提升3%", "行星質量是地球的3倍，品質提升3%"),
        ("零件质量轻，论文质量与数量并重", "零件質量輕，論文品質與數量並重"),
        ("水库的渠道长3公里，融资渠道拓宽", "水庫的渠道長3公里，融資管道拓寬"),
        ("清理渠道淤泥，正规渠道购买", "清理渠道淤泥，正規管道購買"),
        ("水管接口老化，数据接口开放", "水管接口老化，數據介面開放"),
        ("电子计算机，硅片，服务器端", "電子計算機，矽晶圓，伺服器端"),
        ("位于激光路8号，激光路线图", "位於激光路8號，雷射路線圖"),
        ("数码路与软件大道交叉口的软件公司", "數碼路與軟件大道交叉口的軟體公司"),
        (
            "南方大学软件与微电子学院，软件与微电子产业",
            "南方大學軟件與微電子學院，軟體與微電子產業",
        ),
        ("国家质量监督检验检疫总局加强质量监督", "國家質量監督檢驗檢疫總局加強品質監督"),
        ("幸福小区物业，这个小区，老旧小区", "幸福小區物業，這個社區，老舊社區"),
        ("员工写代码，行政区划代码", "員工寫程式，行政區劃代碼"),
        ("手机设置，设置专项资金", "手機設定，設置專項資金"),
        ("弹出窗口，服务窗口，下拉菜单，餐厅菜单", "彈出視窗，服務窗口，下拉選單，餐廳菜單"),
    ],
)
def test_taiwans_words_in_compounds(hans: str, expected: str) -> None:
    assert to_hant(Style(variant="tw", vocabulary="tw"), {}).text(hans) == expected


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        (
            "大桥全长2480米，主跨长三千米，塔高二百一十米",
            "大橋全長2480公尺，主跨長三千公尺，塔高二百一十公尺",
        ),
        (
            "桥面8米高，30余米宽，十几米深，数百米外",
            "橋面8公尺高，30餘公尺寬，十幾公尺深，數百公尺外",
        ),
        ("5千米，一万千米，每千米，3.5万千米", "5公里，一萬公里，每公里，3.5萬公里"),
        ("三万五千米，2万5千米，几千米", "三萬五千公尺，2萬5千公尺，幾千公尺"),
        ("3万平方米，50平米，2亿立方米，5厘米", "3萬平方公尺，50平方公尺，2億立方公尺，5公分"),
        ("长度（米）、元/米、12米/秒", "長度（公尺）、元/公尺、12公尺/秒"),
        ("5克，每100克，3千克，三万五千克", "5公克，每100公克，3公斤，三萬五千公克"),
        ("2升水，每升8元，200海里，12寸晶圆", "2公升水，每公升8元，200海浬，12吋晶圓"),
        # The same characters in other words.
        ("小米15，5米其林餐厅，五十米粉店，玉米", "小米15，5米其林餐廳，五十米粉店，玉米"),
        ("百米飞人，万米深潜，一米阳光，画家几米", "百米飛人，萬米深潛，一米陽光，畫家幾米"),
        ("10克拉，5克朗，杰克10岁，坦克", "10克拉，5克朗，傑克10歲，坦克"),
        ("由5升至3，降2升3，每升1级，一寸光阴", "由5升至3，降2升3，每升1級，一寸光陰"),
        ("海里的鱼，8毫米，5吨，3亩，2公顷", "海裡的魚，8毫米，5噸，3畝，2公頃"),
        ("据新华社报道，记者报导", "據新華社報導，記者報導"),
        ("《8米之外》，21世纪经济报道", "《8米之外》，21世紀經濟報道"),
    ],
)
def test_units_and_reports_are_written_as_in_taiwan(hans: str, expected: str) -> None:
    assert to_hant(Style(variant="tw", vocabulary="tw"), {}).text(hans) == expected
    # Without Taiwan's words, only characters change.
    assert len(to_hant(Style(variant="tw"), {}).text(hans)) == len(hans)


def test_surnames_beside_their_sign() -> None:
    assert hant("钟姓老人，百姓余粮，姓于的人") == "鍾姓老人，百姓餘糧，姓于的人"
