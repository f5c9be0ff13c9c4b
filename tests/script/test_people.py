"""Names of people in the Traditional edition: a name is not converted as a word."""

from __future__ import annotations

import pytest

from generator.gazetteer import load
from generator.script import Converter, Style, place_forms, protecting, to_hans, to_hant
from tests.sites import TestSite

PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"


def converter() -> Converter:
    names = place_forms(load().protected_names(), Style())
    return to_hant(Style(), protecting(names, {}, ()))


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        ("余晖、钟鸣", "余暉、鍾鳴"),
        ("后勇 干志平 种方 于是", "后勇 干志平 种方 于是"),
        ("记者 余　庆 通讯员 李　明", "記者 余　慶 通訊員 李　明"),
        ("叶里 姜里 何里 万里", "葉里 姜里 何里 萬里"),
        ("新华社记者钟声 摄", "新華社記者鍾聲 攝"),
        ("周一鸣/谷雨/沈阳/朱红", "周一鳴/谷雨/沈陽/朱紅"),
        ("朴正浩、赵朴初、冲国强", "朴正浩、趙樸初、沖國強"),
        ("责编：余杭生 审核：钟离春 校对：淳于珊", "責編：余杭生 審核：鍾離春 校對：淳于珊"),
        ("江余庆、李学范、陈干城", "江餘慶、李學範、陳干城"),
        # No people.
        ("余杭区融媒体中心 供图", "餘杭區融媒體中心 供圖"),
        ("余姚日报、后勤保障部", "餘姚日報、後勤保障部"),
        ("本报综合", "本報綜合"),
        ("John Zhong 编译", "John Zhong 編譯"),
    ],
)
def test_a_field_of_names(hans: str, expected: str) -> None:
    assert converter().names(hans) == expected


@pytest.mark.parametrize(
    ("hans", "expected"),
    [
        ("（记者余庆 通讯员钟鸣）日前开工。", "（記者余慶 通訊員鍾鳴）日前開工。"),
        ("本报记者 后勇 报道", "本報記者 后勇 報道"),
        ("市长余晖表示，项目在余杭。", "市長余暉表示，項目在餘杭。"),
        ("责任编辑：余音　责任校对：姜里", "責任編輯：余音　責任校對：姜里"),
        ("图为码头。余光 摄", "圖為碼頭。余光 攝"),
        ("记者种方近日走访种子公司。", "記者种方近日走訪種子公司。"),
        ("校长沈阳称沈阳有雪。", "校長沈陽稱瀋陽有雪。"),
        ("书记钟声、市长后勇出席。", "書記鍾聲、市長后勇出席。"),
        ("局长余江一行到余江区调研。", "局長余江一行到餘江區調研。"),
        ("董事长沈阳在沈阳表示，投资沈阳。", "董事長沈陽在瀋陽表示，投資瀋陽。"),
        ("新华社发（余晖 摄）", "新華社發（余暉 攝）"),
        ("文｜余庆 图｜后勇", "文｜余慶 圖｜后勇"),
        ("何里教授与余晖云先生，里程教授。", "何里教授與余暉雲先生，里程教授。"),
        (
            "钟鸣先生、沈云松教授、于洋洋老师、后勇先生",
            "鍾鳴先生、沈雲松教授、于洋洋老師、后勇先生",
        ),
        # After more occupations, whatever follows.
        ("考生钟雨松、巡护员钟小军、环卫工钟福来", "考生鍾雨松、巡護員鍾小軍、環衛工鍾福來"),
        ("企业家余建平捐款，护工余桂兰扶起老人", "企業家余建平捐款，護工余桂蘭扶起老人"),
        ("妻子姜采云把股份转给表弟姜发根", "妻子姜采雲把股份轉給表弟姜發根"),
        ("创始人余万里和股东余万里，记者余里报道", "創始人余萬里和股東余萬里，記者余里報道"),
        ("丈夫于大勇不同意，他姓丑，姓名：余里", "丈夫于大勇不同意，他姓丑，姓名：余里"),
        ("被告人干某、钟某，干某到案，干警官说", "被告人干某、鍾某，干某到案，干警官說"),
        ("刘发根笑了，八里庄、同里古镇", "劉發根笑了，八里莊、同里古鎮"),
        ("村支书于文广说，厂长于得水说", "村支書于文廣說，廠長于得水說"),
        (
            "司机于会后表示，记者于现场说，专家于文中指出",
            "司機於會後表示，記者於現場說，專家於文中指出",
        ),
        ("学徒松开绳子，保安后退，会计干脆辞职", "學徒鬆開繩子，保安後退，會計乾脆辭職"),
        ("老人余生无多，工人余热利用，摊主余货", "老人餘生無多，工人餘熱利用，攤主餘貨"),
        ("市民钟爱骑行，护士余光瞥见钟表店", "市民鍾愛騎行，護士餘光瞥見鐘錶店"),
        ("演员于芝加哥登台，司机于深夜到达", "演員於芝加哥登台，司機於深夜到達"),
        ("发根受损，头发根部，黄发根部", "髮根受損，頭髮根部，黃髮根部"),
        # Words before a surname and a title.
        ("于是王女士投诉。由于张先生住院，", "於是王女士投訴。由於張先生住院，"),
        ("位于张先生家、周末王女士、周五林教授", "位於張先生家、週末王女士、週五林教授"),
        ("松开李先生，后面王先生、姜汤王女士", "鬆開李先生，後面王先生、薑湯王女士"),
        ("范围王教授、沈阳王教授，干净张同志", "範圍王教授、瀋陽王教授，乾淨張同志"),
        ("采访王教授时，征得张女士同意，", "採訪王教授時，徵得張女士同意，"),
        (
            "后王女士报警，后林女士离开。10分钟后王教授到",
            "後王女士報警，後林女士離開。10分鐘後王教授到",
        ),
        ("于李先生而言，余款孙女士已付清", "於李先生而言，餘款孫女士已付清"),
        ("对于陈先生、于是于先生说", "對於陳先生、於是于先生說"),
        # Words, also after an office.
        ("（关系图）（沈阳报道）记者占领，", "（關係圖）（瀋陽報道）記者佔領，"),
        ("（后视图）（后台截图）（余姚市地图）", "（後視圖）（後台截圖）（餘姚市地圖）"),
        ("员工关系经理在时间范围内介绍。", "員工關係經理在時間範圍內介紹。"),
        ("记者周末走访，医生周一坐诊。", "記者週末走訪，醫生週一坐診。"),
        ("经理干脆压价，老板冲着客户发火。", "經理乾脆壓價，老闆衝著客戶發火。"),
        ("演员后台候场，工人后天返岗。", "演員後台候場，工人後天返崗。"),
        ("余晖洒在江面，钟声敲响。", "餘暉灑在江面，鐘聲敲響。"),
        ("记者从余庆县获悉，结余增加。", "記者從餘慶縣獲悉，結餘增加。"),
        ("记者于是赶到，后来离开。", "記者於是趕到，後來離開。"),
        ("老人余生都在船上，妻子后正在回家。", "老人餘生都在船上，妻子後正在回家。"),
        ("嫌疑人于周四被捕。", "嫌疑人於週四被捕。"),
        ("代表沈阳出战，代表干劲十足。", "代表瀋陽出戰，代表幹勁十足。"),
        ("记者采访种植户，征得同意。", "記者採訪種植戶，徵得同意。"),
    ],
)
def test_names_in_running_text(hans: str, expected: str) -> None:
    assert converter().text(hans) == expected


@pytest.mark.parametrize(
    ("hant", "hans"),
    [
        ("記者 鍾鳴、余慶", "记者 钟鸣、余庆"),
        ("李澤鉅、游錫堃、林祐賢", "李泽钜、游锡堃、林祐贤"),
        ("林乾、王著、於幼華", "林乾、王著、於幼华"),
    ],
)
def test_a_field_of_names_from_traditional(hant: str, hans: str) -> None:
    assert to_hans({}).names(hant) == hans


@pytest.mark.parametrize(
    ("hant", "hans"),
    [
        ("董事長李澤鉅指出，鉅額投資。", "董事长李泽钜指出，巨额投资。"),
        ("林乾教授說，烘乾機與乾隆無關。", "林乾教授说，烘干机与乾隆无关。"),
        ("攝影：張昇、陳喆", "摄影：张昇、陈喆"),
    ],
)
def test_names_in_traditional_text(hant: str, hans: str) -> None:
    assert to_hans({}).text(hant) == hans


def test_people_are_named_alike_wherever_an_article_names_them(site: TestSite) -> None:
    site.write("content/files/a.svg", PICTURE)
    site.settings("author_pages: true\n")
    site.write(
        "content/articles/named.md",
        "---\ntitle: 市长余晖谈新项目\ndate: 2023-10-10\n"
        "source: {name: 西江日报, author: 余　庆 钟鸣}\n"
        "credits: [审核：后勇]\n"
        "image: {file: files/a.svg, alt: 江边, caption: 钟声响起。何里 摄, credit: 余杭生 摄}\n"
        "---\n\n市长余晖表示，夕阳的余晖很美。余晖说，干部要多走访。\n\n"
        "作家余秋穗的新书出版。\n\n他说余秋穗没到场。\n",
    )
    site.build()
    page = site.page("/zh-hant/articles/named/")
    for name in ("余慶", "鍾鳴", "審核：后勇", "何里 攝", "余杭生 攝", "市長余暉"):
        assert name in page
    assert "夕陽的餘暉很美。余暉說，幹部要多走訪。" in page
    assert "作家余秋穗的新書" in page
    assert "他說余秋穗沒到場" in page
    assert "鐘聲響起" in page
    for edition, name in (("zh-hans", "余庆"), ("zh-hant", "余慶")):
        assert name in site.page(f"/{edition}/authors/")


def test_the_glossary_decides_how_somebody_writes_the_name(site: TestSite) -> None:
    site.write("content/glossary.yaml", "terms:\n  余庆: {hant: 餘慶, en: Yu Qing}\n")
    site.write(
        "content/articles/named.md",
        "---\ntitle: 新项目\ndate: 2023-10-10\nsource: {name: 西江日报, author: 余庆}\n"
        "---\n\n（记者余庆）今天开工。\n",
    )
    site.build()
    page = site.page("/zh-hant/articles/named/")
    assert "（記者餘慶）" in page
    assert "余慶" not in page


def test_an_author_of_a_traditional_article_is_named_as_written(site: TestSite) -> None:
    site.settings("author_pages: true\n")
    site.write(
        "content/articles/written.md",
        "---\ntitle: 鄉鎮發展與縣域產業\ndate: 2023-10-10\n"
        "source: {name: 聯合報, author: 於幼華、游錫堃}\n---\n\n鄉鎮的產業發展，終於開始動工。\n",
    )
    site.build()
    for edition, names in (("zh-hans", "於幼华 游锡堃"), ("zh-hant", "於幼華 游錫堃")):
        page = site.page(f"/{edition}/articles/written/")
        assert [name for name in names.split() if name not in page] == []
