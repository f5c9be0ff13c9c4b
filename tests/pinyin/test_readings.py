"""Characters of several readings are read as their surroundings ask."""

from __future__ import annotations

from functools import cache

import pytest

from generator.gazetteer import load
from generator.pinyin.contexts import told_by_context
from generator.pinyin.readings import Reader
from tests.pinyin.labelled import DATA, labelled


@cache
def reader() -> Reader:
    return Reader(load())


def read(text: str) -> str:
    return " ".join(" ".join(syllables) for _, syllables in reader().words(text) if syllables)


@pytest.mark.parametrize(
    ("half", "share"), [("dev", 0.99), ("held-out", 0.98), ("held-out-verbs", 0.92)]
)
def test_readings_of_labelled_texts(half: str, share: float) -> None:
    texts = labelled(half)
    every = sum(len(text.places) for text in texts)
    right = sum(text.right(reader()) for text in texts)
    assert every >= 150
    assert right >= share * every


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("长沙市长会见客商", "cháng shā shì zhǎng huì jiàn kè shāng"),
        ("全市长期坚持", "quán shì cháng qī jiān chí"),
        ("华为为企业提供服务", "huá wéi wèi qǐ yè tí gōng fú wù"),
        ("按时还款还有奖", "àn shí huán kuǎn hái yǒu jiǎng"),
        ("记者任丽说", "jì zhě rén lì shuō"),
        ("任务由任县承担", "rèn wù yóu rén xiàn chéng dān"),
        ("大城县与大城市", "dài chéng xiàn yǔ dà chéng shì"),
        ("愤怒地离开举办地", "fèn nù de lí kāi jǔ bàn dì"),
        ("节目的主要目的", "jié mù de zhǔ yào mù dì"),
        ("一个不是第一", "yī gè bù shì dì yī"),
        ("该行去年盈利，该行为违规", "gāi háng qù nián yíng lì gāi xíng wéi wéi guī"),
        ("只借不还者，天还没亮", "zhǐ jiè bù huán zhě tiān hái méi liàng"),
        ("每年长三毫米，路长三公里", "měi nián zhǎng sān háo mǐ lù cháng sān gōng lǐ"),
        ("将钢坯轧成薄板，被车轧伤", "jiāng gāng pī zhá chéng báo bǎn bèi chē yà shāng"),
        ("油漆干得快，他干得快", "yóu qī gān de kuài tā gàn de kuài"),
        ("嘴唇发干，一干就是十年", "zuǐ chún fā gān yī gàn jiù shì shí nián"),
        ("一只好表，只好离开", "yī zhī hǎo biǎo zhǐ hǎo lí kāi"),
        ("这儿的女儿", "zhè er de nǚ ér"),
        ("成都军区与乌干达", "chéng dū jūn qū yǔ wū gān dá"),
        ("缅甸男子用电子框架", "miǎn diàn nán zǐ yòng diàn zǐ kuàng jià"),
        ("曾局长、姓单的和任老师", "zēng jú zhǎng xìng shàn de hé rén lǎo shī"),
        ("曾任局长的陪审员先生", "céng rèn jú zhǎng de péi shěn yuán xiān sheng"),
        ("比前年少亏了，他年少时", "bǐ qián nián shǎo kuī le tā nián shào shí"),
        ("前年少年宫开放", "qián nián shào nián gōng kāi fàng"),
        ("中标的单位与标的物", "zhòng biāo de dān wèi yǔ biāo dì wù"),
        ("比前年长了两公里", "bǐ qián nián cháng le liǎng gōng lǐ"),
        ("朋友的消息是什么意思", "péng you de xiāo xi shì shén me yì si"),
    ],
)
def test_words_and_people_tell_the_reading(text: str, expected: str) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("before", ["", "据", "在这次关于发展", "与此同时，有关部门在研究之后认为"])
def test_what_lies_farther_away_changes_nothing(before: str) -> None:
    assert read(f"{before}这块地长六百米，薄得很").endswith("cháng liù bǎi mǐ báo de hěn")
    assert read(f"{before}原帖下方显示").endswith("yuán tiě xià fāng xiǎn shì")


def test_every_rule_has_a_character_and_a_reading() -> None:
    assert len(told_by_context()) > 100
    assert all(len(character) == 1 for character in told_by_context())


def test_words_of_the_dictionary_are_read_as_it_says() -> None:
    wrong = []
    for line in (DATA / "words.txt").read_text(encoding="utf-8").splitlines()[1:]:
        character, wanted, *words = line.split()
        for word in words:
            said: dict[int, str] = {}
            for start, syllables in reader().words(f"他说{word}，"):
                said.update(enumerate(syllables, start - 2))
            here = {said.get(at) for at, one in enumerate(word) if one == character}
            wrong += [word] if here != {wanted} else []
    assert wrong == []
