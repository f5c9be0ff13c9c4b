"""What people write around an article in an e-mail, and the older e-mail below it, is removed."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from generator.clean.importer import Imported, import_page
from generator.clean.sources import read_page

TITLE = "克什克腾旗百万千瓦风电基地首批机组并网"
TEXTS = (
    "9月10日，克什克腾旗百万千瓦风电基地首批36台风机并网发电，合计22.5万千瓦，总投资61.8亿元，2023年开工。",
    "截至8月底，赤峰市新能源并网装机达到1118万千瓦，占电力总装机的58.9%，比上年末提高4.2个百分点。",
)


def sent(above: str, below: str) -> Imported:
    mail = EmailMessage()
    mail["From"], mail["To"] = "龚小琳 <g@example.cn>", "e@example.org"
    mail["Subject"], mail["Date"] = "风电稿", "Thu, 12 Sep 2024 09:15:00 +0800"
    mail.set_content("\n\n".join((above, TITLE, *TEXTS, below)))
    return import_page(read_page("a.eml", mail.as_bytes()))


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", "在 2024-09-11 17:02，徐某 写道：\n> 小琳，有没有风电的消息？\n> 1118要核。"),
        ("", "徐某 <x@example.org> 于2024年9月11日周三 17:02写道：\n\n> 有没有消息？"),
        ("", "On Wed, Sep 11, 2024 at 5:02 PM Xu <x@example.org> wrote:\n> 有没有消息？"),
        ("", "-----原始邮件-----\n发件人：徐某\n发送时间：2024年9月11日\n主题：约稿\n\n有消息吗？"),
        ("", "---- 回复的原邮件 ----\n| 发件人 | 徐某 |\n| 日期 | 2024年09月11日 |\n好的，收到。"),
        ("", "发件人: 徐某\n发送时间: 2024年9月11日 17:02\n收件人: 李四\n主题: 约稿\n\n有消息吗？"),
        ("老徐你好：\n\n下面这篇请你看看能不能放进本周的摘要，我已经核过一遍数字。", "谢谢！"),
        ("小李，这篇能不能用在明天的版面？", "收到请回复，谢谢！\n陈晓明\n13800000000"),
        (
            "王老师您好：\n附上稿件一篇，请帮忙看看。",
            "龚小琳\n赤峰市发改委综合科\n电话：0476-1234567",
        ),
        ("", "如有问题打我手机。\n谢谢！\n\n龚小琳"),
    ],
)
def test_notes_and_older_mail_are_removed(above: str, below: str) -> None:
    article = sent(above, below)
    assert (article.title, article.date) == (TITLE, "2024-09-12")
    assert article.body.split("\n\n") == [*TEXTS]


@pytest.mark.parametrize(
    "below",
    [
        "他在2024年的报告中写道：\n\n风电是草原的新名片，也是全市转型的希望。",
        "他在2024年9月11日的信中写道：\n\n风电是草原的新名片。",
        "市民王女士说，有问题打我手机的干部多了，办事方便了。",
        "请市民看看家门口的变化，这是今年最大的民生工程。",
        "请广大市民核对本人信息。",
        "赤峰市发展和改革委员会\n\n2024年9月11日",
    ],
)
def test_what_an_article_says_stays(below: str) -> None:
    assert sent("", below).body.split("\n\n") == [*TEXTS, *below.split("\n\n")]
