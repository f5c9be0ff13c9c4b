"""Adjectives that exclude each other, in families; see ``verbs`` for the form."""

ADJECTIVES = """
organic {有机} | conventional, artificial
fresh {鲜} | frozen {冻} | dried {干}
indoor {室内} | outdoor {室外|户外|露天}
outdoor {室外|户外|露天} | indoor
underground {地下} | elevated {高架} | underwater {水下}
manned {载人|有人} | unmanned {无人}
unmanned, driverless {无人} | manned, remote-controlled
inner {内} | outer {外}
front {前} | rear, back {后}
vocational {职业|技工} | primary, academic
blue {蓝} | green {绿} | red {红} | yellow {黄} | black {黑} | white {白}
wholesale {批发} | retail {零售}
elected {当选|选} | appointed, retired
retired {退休|离休} | serving, former
imported {进口} | exported, domestic
rising {上升|上涨|涨} | falling
disabled {残疾|残障} | elderly, homeless
unemployed, jobless {失业|无业} | employed, retired
injured, wounded {伤} | killed, missing, rescued
missing {失联|失踪} | injured, rescued
unpaid {欠|拖欠|未付} | overdue, paid
vacant {空置|闲置|空} | occupied, rented
idle {闲置|空闲} | busy, rented
waste {废} | raw
recycled {再生|回收} | imported
young {年轻|青} | old, elderly {老|年长} | middle-aged {中年}
new {新} | old {旧|老} | existing {现有|存量}
large, big, huge {大|巨} | small, tiny {小|微} | medium-sized
long {长} | short {短}
high {高} | low {低}
cheap, inexpensive {便宜|廉|低价} | expensive, costly {贵|昂}
strict, tough, stringent {严} | loose, lenient, lax {宽|松}
strong {强} | weak {弱}
rich, wealthy {富} | poor {穷|贫|差}
fast, rapid, quick {快|速|迅} | slow, gradual {慢|缓|渐}
good {好|良|优} | bad, poor {坏|差|不良|恶}
easy, simple {易|简} | difficult, hard {难}
safe {安全} | dangerous, unsafe {危|险}
hot, warm {热|暖|温} | cold, cool {冷|寒|凉}
wet, rainy {湿|雨} | dry {干|旱} | snowy
deep {深} | shallow {浅}
heavy {重|大|沉} | light {轻|小}
thick {厚} | thin {薄}
wide, broad {宽|广} | narrow {窄}
early {早|初} | late {晚|末|迟}
modern {现代} | traditional, ancient {传统|古} | outdated
right, correct {对|正确} | wrong, incorrect {错|误}
true {真} | false {假}
positive {积极|正|阳} | negative {消极|负|阴}
optimistic {乐观} | pessimistic {悲观}
happy, glad {高兴|快乐|幸福} | sad, unhappy {悲|伤心|难过} | angry {怒|愤}
healthy {健康} | ill, sick {病|患}
alive {活|生} | dead {死|亡}
full {满|全} | empty {空} | half-full
clean {清|洁|净} | dirty, polluted {脏|污}
peaceful {和平} | violent {暴}
legal, lawful {合法|依法|法律} | illegal, unlawful {非法|违法}
formal, official {正式|官方} | informal, unofficial {非正式|非官方}
public {公} | private {私|民营}
state-owned, state-run {国有|国营} | private, privately owned {私|民营} | foreign-owned {外资}
domestic {国内|内} | foreign, overseas {外|海外|境外}
foreign {外} | domestic, local {国内|本地}
international {国际} | domestic, national {国内|全国} | regional {区域|地区}
local {当地|地方|本地} | foreign, central, outside {外|中央}
central {中央|中部} | local {地方}
urban {城} | rural {乡|农村} | suburban {郊}
coastal {沿海} | inland {内陆}
upstream {上游} | downstream {下游}
inbound, incoming {入境|进} | outbound, outgoing {出境|出}
northeastern {东北} | southwestern {西南} | northwestern {西北} | southeastern {东南}
left {左} | right {右}
male {男} | female {女}
married {婚} | single, divorced {单身|离婚}
permanent {永久|常|长期} | temporary, provisional {临时|暂}
voluntary {自愿|志愿} | mandatory, compulsory, obligatory {强制|必须|义务}
mandatory, compulsory {强制|义务} | voluntary, optional {自愿|可选}
free {免费} | paid {收费|付}
skilled {技} | unskilled
military {军} | civilian {民|平民}
political {政治} | economic {经济} | cultural {文化} | military {军} | social {社会}
economic {经济} | environmental {环境|环保|生态} | financial {金融|财政}
  | technological {技术|科技}
agricultural {农} | industrial {工} | commercial {商} | residential {住宅|居民}
medical {医} | educational {教} | legal {法}
nuclear {核} | chemical {化} | biological {生物}
electric {电} | diesel {柴油} | petrol {汽油} | hydrogen {氢}
wind {风} | solar {光|太阳} | nuclear {核} | hydroelectric {水电}
physical {身体|实体|物理} | mental {心理|精神} | virtual {虚拟}
online {线上|网|在线} | offline {线下}
digital {数字} | paper | analogue
direct {直接} | indirect {间接}
active {积极|活跃|主动} | passive, inactive {消极|被动}
short-term {短期} | long-term {长期} | medium-term {中期}
large-scale {大型|大规模} | small-scale {小型|小规模}
high-speed {高速|高铁} | conventional
high-quality {高质量|优质} | low-quality, low-cost
high-end {高端} | low-end, mid-range {低端}
developed {发达} | developing {发展中} | emerging {新兴}
liberal {自由} | conservative {保守}
primary {第一|初级|小学|主要} | secondary {第二|中学|次} | tertiary {第三}
preliminary, initial {初} | final {最终|终|决}
internal {内} | external {外}
similar, same {同|似|一样} | different {不同|异} | opposite {相反}
common {共同|常见} | rare {罕|稀}
important, significant {重要|重大|显著} | unimportant, minor, insignificant {次要|轻微}
major {大|主要|重} | minor {小|次}
sufficient, enough, adequate {足|够} | insufficient, inadequate {不足|不够}
stable, steady {稳|定} | unstable, volatile {不稳|动荡|波动}
possible {可能} | impossible, certain {不可能}
necessary {必要|需} | unnecessary {不必要}
popular {受欢迎|流行|热} | unpopular {不受欢迎}
transparent, open {透明|公开} | opaque, secret {不透明|秘密}
secret {秘密|密} | public, open
innocent {无辜|清白} | guilty {罪}
successful {成功} | unsuccessful {失败}
visible {可见|明显} | invisible, hidden {看不见|隐}
bilateral {双边} | multilateral {多边} | unilateral {单边}
renewable {可再生} | non-renewable
edible | toxic
"""
