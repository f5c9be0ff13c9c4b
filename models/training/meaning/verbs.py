"""Verbs that exclude each other, in families; and the common verbs of news.

A line is a family: classes divided by ``|``, within a class words of like meaning. ``{…}`` after
a class: of what the Chinese has to contain one for a word of this class to be altered. All forms
are made from the one given. A line that is set in goes on with the one before.
"""

DIRECTION = """
rise, grow, climb, increase, go up {增|升|涨|长|高|多|扩|上|加}
  | fall, drop, decline, decrease, shrink, go down {降|跌|减|少|缩|下|低|落|萎|亏}
surge, soar, jump, rocket {增|升|涨|飙|激|暴|猛|大}
  | plunge, slump, tumble, plummet, collapse {降|跌|减|暴|骤|崩|锐|下|挫}
raise, boost, increase, lift {提|增|升|高|加|涨|扩}
  | lower, cut, reduce, slash {降|减|削|低|裁|缩|下}
expand, widen, enlarge {扩|拓|增|大|宽} | narrow, shrink, contract {缩|窄|收|减|萎}
widen | narrow
gain, win | lose {失|损|丢|跌|亏|输}
improve, strengthen {好|改善|提|复|升|优|强} | worsen, weaken {恶|差|弱|坏|劣}
strengthen, intensify, reinforce {强|加|巩|深} | weaken, relax, undermine {弱|松|削}
accelerate, speed up, quicken {快|加速|提速} | slow, decelerate {慢|放缓|减速|减缓}
rebound {反弹|回升} | slump
recover {复|回升} | deteriorate
appreciate {升值} | depreciate {贬值}
lengthen, extend, prolong {延|长} | shorten {缩短}
exceed, surpass, outstrip {超|破|过} | fall short of, lag behind {不足|低于|落后}
double {翻|倍} | halve, triple, quadruple
triple, quadruple, quintuple | double
upgrade {升} | downgrade {降}
add {增|加|添} | remove, cut {除|删|去}
outnumber {多|超} | equal
warm {暖|热} | cool {冷|凉|降温}
heat {热} | cool {冷|凉}
maximise, maximize {最大} | minimise, minimize {最小}
ease {缓|松|宽|减轻} | worsen, aggravate, tighten
ease, loosen, relax {松|宽} | tighten {紧|收|严}
strengthen | dilute
deepen {深} | weaken, stall
rank {位|名|排} | lag
heighten {加|提|高} | dampen
inflate {涨|胀} | deflate
ascend {升|登|上} | descend {降|下}
fill {填|满|补} | empty, drain
accumulate {累|积} | deplete
lead {领|率|带|先} | trail
mount, escalate {升|加剧|增} | subside, diminish, abate {减|消|降|退|弱}
"""

STAGE = """
begin, start, launch, commence {始|启|开|动|起|发} | complete, finish, conclude {完|成|竣|结束|毕}
begin, start, commence | end, finish, stop, conclude {结束|止|终|完|停|毕}
complete, finish | abandon, suspend, halt, delay, start, begin, resume, approve, plan
launch {启|发|推|开|上} | suspend, postpone, cancel, end, terminate, complete, propose
open {开|启用|通车|揭} | close, shut {关|闭|停}
build, construct {建|筑|造|修} | plan, design, demolish, repair, renovate, inspect, expand
demolish, dismantle {拆} | build, restore, renovate
renovate, refurbish, restore {修|改造|翻新|整} | demolish, build, rebuild
sign {签} | draft, discuss, negotiate, cancel, review
adopt, approve, pass, endorse {通过|批|采|准}
  | reject, propose, draft, review, discuss, postpone, consider
propose, suggest, recommend {议|建|提|荐} | adopt, approve, decide on, reject, oppose
reject {拒|否|婉} | accept, approve {受|准|同意}
refuse, decline {拒|婉} | agree, promise
publish, release, issue {发|布|公|出} | draft, withdraw, withhold, revise
draft {草|拟|起} | publish, adopt, issue
announce, unveil {宣|布|公|揭|发} | deny, cancel, postpone
cancel, abolish, scrap {取消|废|撤} | postpone, introduce, retain, extend, expand
postpone, delay {推迟|延|缓} | cancel, bring forward, speed up
introduce {引|推|出台|介} | abolish, withdraw, repeal
suspend, halt {停|中止|暂} | resume, continue, restart {恢复|继续|重启|复}
continue, maintain, retain, keep {继续|保|维|持|不断} | stop, cease, abandon, resume
deliver {交付|送|交} | order, cancel, return, receive
order {订|购|命} | deliver, return
implement, enforce, carry out {实施|执行|落实|开展} | suspend, draft, abolish, study
found, establish, set up {立|建|设|创} | dissolve, close down, plan, merge, dismantle
register {注册|登记} | cancel, deregister
test, trial {试|测|检} | launch, approve, mass-produce
expire {期满|到期|失效} | take effect, begin
install {装} | remove, repair, order
recruit, hire, employ {招|聘|雇} | dismiss, train, lay off {裁|辞|解雇|培}
appoint, elect {任|选} | dismiss, nominate, remove
nominate {提名|推荐} | elect, appoint
resign {辞} | retire, take office
arrest, detain {捕|拘|抓} | release, question, sentence, fine
sentence, convict {判|罪} | acquit, charge, arrest
investigate, probe {查|究} | punish, clear, prosecute
solve, resolve, settle {解|决} | discuss, cause, study, worsen
invent, develop {发明|研|开发} | import, copy, test, purchase
discover, find {发现|找} | lose, hide, overlook
acquire, buy, purchase {收购|购|买} | sell, rent, lease, donate {卖|售|租|捐|销}
merge {合并} | split, separate
promise, pledge, vow {诺|保证|誓} | refuse, fail, hesitate
agree {同意|约|议} | refuse, decline
attempt, try {试|图|企} | refuse
succeed {成功} | fail {失败|未能|没有}
achieve, reach, attain {实现|达|取得} | miss, set, abandon
meet, fulfil, fulfill {满足|达|完成|符合} | miss, ignore, exceed
"""

GENERAL = """
support, back, endorse {支持|赞|拥} | oppose, criticise, reject {反对|批|抵}
allow, permit {允|许|准|让} | forbid, ban, prohibit {禁|不得|不准|不许}
encourage {鼓励} | discourage, force, require, forbid, order
require, oblige {要求|必须|需} | allow, encourage, advise
force, compel {迫|强} | persuade, ask, help
promote, advance {促|推|进} | hinder, obstruct, delay {阻|碍}
protect, safeguard {护|保} | damage, endanger, destroy, exploit {损|害|毁|破}
destroy {毁|破|灭} | protect, repair, preserve
accept {接受} | refuse, reject
arrive, come {到|来|抵} | leave, depart {离|走|去|出发}
enter, join {进|入|加入} | leave, quit {离|退|出}
attend {出席|参加|上} | boycott, miss, host, organise
host, hold {举|办|主} | attend, cancel, postpone
win {赢|胜|获|夺|得} | lose {输|败|负}
defeat, beat {击|败|胜} | lose to, draw with
attack {攻|击|袭} | defend, withdraw from
confirm {确|证} | deny, question, doubt
deny {否认|拒} | confirm, admit
admit, acknowledge {承认|认} | deny, doubt
praise, hail, welcome {赞|称|扬|欢迎} | criticise, criticize, condemn {批|责|谴}
criticise, criticize, condemn, blame {批|责|谴|怪|抨} | praise, welcome, defend
borrow {借} | lend, repay
lend {贷|借} | borrow, repay
import {进口} | export {出口}
export {出口} | import {进口}
buy, purchase {买|购} | sell {卖|售|销}
sell {卖|售|销} | buy, purchase
produce, manufacture, make {产|造|制} | consume, import, sell, buy, store
consume {消费|耗} | produce, save, supply
supply, provide {供|提供} | receive, demand, buy, consume
receive {收|接|获|得} | send, provide, reject {送|提供|发}
send {送|发|寄|派} | receive, return
earn {赚|挣|收入} | spend, lose, owe
spend {花|支出|耗|费} | earn, save, invest
save {省|节|存|救} | spend, waste, lose
waste {浪费} | save
invest {投} | spend, borrow, withdraw
donate {捐} | lend, sell, receive
employ {雇|聘|就业|用} | dismiss, train
train, teach, educate {培|训|教} | examine, hire, recruit
learn, study {学|习|研} | teach, practise
kill {死|杀|亡|丧} | injure, save, rescue {伤|救}
injure, wound {伤} | kill {死|杀|亡}
die {死|亡|逝|去世|丧} | survive, recover, suffer
survive {幸存|存活|生还} | die, perish
rescue {救} | kill, capture, trap
cure, heal {愈|治} | infect, diagnose
prevent, avoid {防|避|免|阻} | cause, detect, treat
cause {导致|造成|引|致} | prevent
treat {治|疗} | diagnose, prevent
plant, sow {种|植|播} | harvest, cut down
harvest {收} | plant, sow
raise, breed {养} | slaughter, catch
load {装} | unload
board {登|上} | leave
remember {记} | forget
forget {忘} | remember
trust, believe {信} | doubt, distrust
doubt {疑} | believe, confirm
love, like {爱|喜} | hate, dislike
hate {恨|讨厌} | love
laugh, smile {笑} | cry, weep
cry, weep {哭|泣} | laugh, smile
hope {希望|盼} | fear
fear, worry {担|怕|忧|惧} | hope, expect
thank {谢} | blame
push {推} | pull
pull {拉|拖} | push
unite {团结|联|统一} | divide, split
separate, divide {分} | unite, combine
combine, integrate {合|融} | separate
include, cover, contain {包|含|括|盖|涵} | exclude
exclude {排除|不包|除外} | include
centralise, centralize, concentrate {集} | decentralise, disperse
simplify {简} | complicate
digitise, digitize {数字} | print
open up {开放} | close off
conceal, hide {隐|瞒|藏|掩} | reveal, disclose
reveal, disclose, expose {露|揭|示|公布} | conceal, hide
emit, discharge {排|放} | absorb, capture
absorb {吸} | release, emit
pollute {污} | clean, protect
clean {清|洁} | pollute
reward {奖} | punish, fine
punish {罚|惩|处} | reward, pardon
subsidise, subsidize {补贴|资助} | tax
tax {税} | subsidise, exempt
exempt {免} | charge, tax
ask {问|请|求} | answer, tell
answer, reply {答|复|回} | ask
follow {随|跟|遵|循} | precede, ignore
obey, observe, comply with {守|遵|服} | violate, ignore
violate, breach, break {违|犯|侵} | observe, respect
respect, honour, honor {尊|敬} | insult, ignore
invite {邀|请} | refuse, expel
elect {选} | appoint
inherit {继承} | give up
preserve, conserve {保|存|护} | destroy, neglect
visit {访|参观|看|游} | leave, invite
live {住|居|生活|活} | work, study
work {工作} | live, study, rest
drive {开车|驾|驶} | ride, walk
lock {锁} | unlock
hire {雇|聘|租} | fire
occupy {占} | vacate, leave
stay, remain {留|保持|仍|停} | leave, change
change {变|改} | remain, stay
agree with {同意|赞} | disagree with
speak, talk {说|讲|谈} | listen
write {写} | read, hear
read {读|看} | write, hear
watch, see {看|见|观} | hear, ignore
hear, listen {听} | see, read
wake {醒} | sleep
sleep {睡} | wake
eat {吃|食} | drink, cook, sell
drink {喝|饮} | eat
"""

MEASURE = """
account for {占} | increase by, fall by, exceed
total {共|总|计} | exceed, average
average {平均|均} | total
reach, hit {达|突破|至|到} | approach, near
"""

COMMON = """
accept achieve acquire act adapt add address adjust admit adopt advance affect agree aim allow
announce appear apply appoint approach approve argue arrange arrest arrive ask assess assign assist
attack attend attract avoid award back ban base become begin believe benefit block boost borrow
break bring broadcast build buy call cancel carry catch cause celebrate challenge change charge
choose claim clean clear close collect combine come comment commit compare compete complete concern
conclude conduct confirm connect consider consist construct consume contain continue contribute
control convert cooperate cover create criticize criticise cut deal debate decide declare decline
decrease defeat defend define delay deliver demand demolish demonstrate deny depend deploy describe
design destroy detain determine develop die direct discover discuss display distribute double draw
drive drop earn educate elect eliminate emerge employ enable encourage end enforce enhance enjoy
ensure enter equip establish estimate evaluate examine exceed exchange expand expect experience
explain explore export express extend face facilitate fail fall favor feature feel fight file fill
finance find finish fly focus follow force form formulate foster found fulfill gain gather generate
get give go grant grow guarantee guide handle happen head hear help hit hold host identify ignore
implement import impose improve include increase indicate inform inject innovate inspect install
integrate intensify introduce invest investigate invite involve issue join judge keep kill know
lack land last launch lay lead learn leave lend let lift limit list live locate look lose lower
maintain make manage manufacture mark measure meet merge monitor move need negotiate note obtain
occupy occur offer open operate oppose optimize order organize organise outline overcome own
participate pass pay perform permit plan plant play pledge point postpone practice praise predict
prepare present preserve press prevent process produce prohibit promise promote propose protect
prove provide publish purchase pursue push put raise reach read realize receive recognize recommend
record recover recruit reduce refer reflect reform refuse register regulate reject relate release
rely remain remove renovate repair repeat replace reply report represent request require rescue
resolve respond restore restrict result resume retain return reveal review rise run save say see
seek sell send serve set settle share show sign solve speak speed spend stand start state stay
step stop streamline strengthen study submit succeed suffer suggest supply support suspend take
talk target teach tell test thank think threaten train transfer transform travel treat try turn
undergo understand undertake unveil update upgrade use visit vote vow wait warn watch welcome win
withdraw witness work worry write
"""
