"""Whether a clause says that a stage was reached, or only planned, put off, denied or undone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.patterns import late_regex

# Words before a stage in its clause that say that it is not reached, or not known to be.
_PLANNED = (
    r"预计|预期|预定|有望|可望|力争|争取|确保|计划(?!总?投资|单列)|规划(?!馆|院|区|建设?面积|用地|总?投资)|(?<![模虚])拟|将(?!军|近)"
    r"|准备|筹备|筹划|谋划|打算|酝酿|考虑|商讨|商谈|洽谈|推动|推进|促进|加快|尽快|尽早|早日|目标|瞄准|冲刺|(?<![新方])希望|意向|有意"
    r"|年内|年底前|月底前|明年|后年|来年|下个?月|下周|不久[后将]|届时|日后|待定|(?<![招接期])待|等待|等候|只等"
    r"|要(?=[^，]{0,6}$)|可以|可(?=[^，]{0,1}$)|(?<![产功节智性动效潜])能(?=够)|(?:才|方|就|便|都|后|不|即|只|仍)[能可]"
    r"|临近|接近|即将|濒临|快要|尚[需差待]|还[需要差]|仅差|只差|离(?=[^，]{0,6}还)|距(?=[^，]{0,8}$)"
    r"|^如(?![期约愿今下])|如果|一旦|倘若|假如|只要|除非|若(?!干)|万一|能否|可否|是否|何时|会不会|或将|或(?=[^，]{0,2}$)|可能"
    r"|要求|敦促|督促|责令|建议|呼吁|请求|申请|同意|允许|许可|核准|获批(?![^，]*[并后、])|批准(?![^，]*[并后、])|获准(?![^，]*[并后、])"
)
_DENIED = (
    r"未(?!来)|没有|没能|没(?=[开动签竣建投])|不再|不会|不能|不得|不予|不准|不许|不应|不宜|不具备|不可|不想|不愿|不同意"
    r"|并非|并不|并没|从不|从没|无法|无力|无望|无缘|无权|难以|难于|迟迟|拒绝|拒不|放弃|回绝|否认|禁止|阻止|反对|叫停|制止"
    r"|暂缓|暂停|暂不|缓[建期]|推迟|推后|延期|延后|延迟|延缓|延宕|延误|拖延|耽误|取消|终止|中止|停止|搁置|撤销|撤回|解除|废止|中断"
    r"|流标|流产|告吹|避免|错过|失去|(?:网|据|误|谣|盛|风)传|传言|传闻|谣言|谎[称报]|虚报|虚构|假冒|冒充|误[称报以]"
    r"|原定|原拟|原本|原计划|原应|本应|本该|本来|本拟|应于|定于|定在|订于"
)
_NOT_YET = late_regex(f"{_PLANNED}|{_DENIED}")
# Words right after a stage that say the same: 开工在即, 开工仪式取消, 签约协议作废.
_UNDONE = (
    r"取消|推迟|推后|延期|延后|延迟|延宕|延误|暂缓|暂停|中止|终止|停止|叫停|搁置|搁浅|流产|流标|告吹|作废|失效|无效|落空|失败"
    r"|未果|未成|泡汤|撤销|撤回|解除|解约|毁约|废止|破裂|无望|无期|遥遥无期|受阻|遇阻|存疑|不实|不属实|停工|停建|缓建|烂尾|停产"
    r"|下马|夭折|违约|反悔|退出|退地"
)
_PENDING = late_regex(
    r"在即|在望|倒计时|指日可待|(?:的)?(?:手续|申请|审批|报告|许可证?|条件|方案|准备|筹备|日期|无望|倒计时)"
    rf"|未[^，。]{{0,2}}[批许能]|[^，。]{{0,12}}?(?:{_UNDONE})"
)
# A later clause that takes it back: 项目签约，后又解约; 原定今年竣工，现推迟.
_TAKEN_BACK = late_regex(
    r"^(?!其中|曾|此前|一度|虽)(?:但|却|但是|然而|不过|可是)?[^，]{0,10}?(?<![不未无避免没有])"
    r"(?:被|遭|已|又|再|再次|现|现已|后|随后|后来|日前|目前|因[^，]{1,10}|一再|无限期|正式|宣布|突然|双方|予以|则|均|全部|此后|最终|并)?"
    rf"(?:{_UNDONE}|否认|辟谣|澄清|系谣言|是谣言|并非事实)"
    r"(?:了|至[^，]{1,10}|到[^，]{1,10}|合作|协议|合同|签约|该?项目|投资|建设|施工|中|状态|处理|[一二两三四五六七八九十0-9数]+[天年月个]+)?(?:。|；|！|$)"
)
_KEPT = late_regex(rf"(?:(?<!不得)不|未|没有|避免|防止|无)[^，]{{0,3}}(?:{_UNDONE})")
# 推迟半年后竣工 and 推迟至去年5月开工: it was put off, and then reached. Without a day, 今年5月 may
# be only planned.
_OVERCOME = late_regex(
    r"(?:推迟|推后|延期|延迟|延误|停工|暂停|中断|搁置|受阻)[^，至到]{0,6}[月年天周次]后"
    r"|(?:推迟|推后|延期|延迟|延后|拖延?|延宕|顺延)(?:至|到)(?:了)?"
    r"(?:[去前]年(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?|(?:(?:19|20)\d\d|今)年[0-9]{1,2}月[0-9]{1,2}日|昨[日天]"
    r"|(?:(?:(?:19|20)\d\d|今)年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?(?=才|方|终|最终|得以|(?<=年[0-9]月)正式|(?<=年[0-9][0-9]月)正式))"
    r"(?:才|方才?|终于|最终|得以|正式|全面|启动|顺利)*$"
)
# A small part of a project: 停车场启用, 临江段通车.
_OF_A_PART = late_regex(
    r"(?:停车[场楼位库]|食堂|宿舍楼?|展厅|售楼[处部]|样板[间房]|公众号|网站|小程序|充电桩|标识|大门|围挡"
    r"|配套[^，。]{0,6}?(?:道路|公路|学校|管网|电网|工程|设施)|便道|辅道|匝道|[老旧原]厂[房区]?"
    r"|[^，。的]{0,6}[^，。的全阶路手时地]段|(?:[0-9A-Z一二三四五六七八九十]+(?:号|#)?|首)(?:航站楼|楼|栋|幢|跑道|厂房)|(?<![\u4e00-\u9fff])[东西南北中A-Z]区|[一二三四五]阶段(?:工程)?)"
    r"(?:昨日|今日|同日|已|日前|近日|正式|也|先行|率先|[今去]年|于|[0-9]+年底?|[0-9]+月底?|[0-9]+日)*\Z"
)
_RESUMED = late_regex(r"复工|重启|恢复|重新|再度开工|续建")


def is_reached(clause: str, start: int, end: int, name: str) -> bool:
    """Whether ``clause[start:end]``, the word of a stage, says that the entity reached it.

    ``name`` is the name by which the clause names the entity; its own words say nothing, and what
    stands in front of it as its description (计划投资30亿元的) says nothing of the stage.
    """
    before = said_before(clause, start, name)
    if _OF_A_PART.search(before) or _NOT_YET.search(_OVERCOME.sub("", before)):
        return False
    pending = _PENDING.match(clause, end)
    return pending is None or bool(_RESUMED.search(clause, end))


def said_before(clause: str, start: int, name: str) -> str:
    """What ``clause`` says before the word at ``start``, without ``name`` and its description."""
    before = clause[:start]
    at = before.rfind(name) if name else -1
    if at < 0:
        return before
    described = before[:at].rstrip("“”「」《》").endswith("的")
    return before[at + len(name) :] if described else before[:at] + before[at + len(name) :]


def is_taken_back(later: Sequence[str]) -> bool:
    """Whether one of the ``later`` clauses says that what the sentence reported was undone, and
    none says that it was taken up again."""
    undone = any(_TAKEN_BACK.search(clause) and not _KEPT.search(clause) for clause in later)
    return undone and not any(map(_RESUMED.search, later))
