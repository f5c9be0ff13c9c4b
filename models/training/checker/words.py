"""Nouns and adjectives that exclude each other, in families; see ``verbs`` for the form."""

# Names of things: the plural of each is made as well. A word is always swapped within its family.
NOUNS = """
steel {钢} | cement {水泥} | aluminium | copper {铜} | glass {玻璃} | paper {纸} | timber
coal {煤} | oil {油} | natural gas {天然气|燃气} | electricity {电} | uranium
gold {金} | silver {银} | copper {铜} | lithium {锂} | iron ore {铁矿}
chip, semiconductor {芯片|半导体} | battery {电池} | display panel | sensor | robot {机器人}
  | drone {无人机}
car, vehicle {车} | truck, lorry {卡车|货车} | bus {公交|巴士|客车} | motorcycle {摩托}
  | bicycle, bike {自行车|单车} | train {列车|火车} | tram
ship, vessel {船|轮|舰|艇} | plane, aircraft, airplane {飞机|航班} | train {列车|火车}
  | helicopter {直升机} | ferry {渡}
bridge {桥} | tunnel {隧} | dam {坝} | road {路} | canal {运河|渠} | viaduct
railway, railroad {铁路} | highway, expressway {公路} | waterway {航道|水道}
  | pipeline {管道|管线} | metro line, subway line {地铁}
airport {机场} | port {港} | railway station {车站|火车站} | bus station {车站}
  | border crossing {口岸}
station {站} | stop | depot
hospital {医院} | school {学校|小学|中学} | library {图书馆} | hotel {酒店|宾馆} | prison {监狱}
  | market {集市|菜市|农贸} | church {教堂} | clinic {诊所}
museum {博物馆} | library {图书馆} | theatre, theater {剧院|剧场} | stadium {体育场|体育馆}
  | gallery {美术馆|画廊} | cinema {影院} | park {公园}
university {大学} | college {学院} | high school {高中} | primary school {小学}
  | kindergarten {幼儿园} | vocational school {职业学校}
teacher {教师|老师} | student, pupil {学生|学员} | parent {家长|父母} | headteacher {校长}
professor {教授} | lecturer {讲师} | student
doctor, physician {医生|医师} | nurse {护士} | patient {患者|病人} | pharmacist | dentist {牙医}
worker {工|职工|员工} | farmer {农民|农户} | student {学生} | retiree {退休}
  | soldier {兵|军人|战士} | civil servant {公务员}
employee, staff member {员工|职工|雇员} | employer {雇主} | customer {顾客|客户}
  | shareholder {股东} | supplier {供应商}
engineer {工程师} | architect {建筑师} | technician {技术人员|技工} | designer {设计师}
  | scientist {科学家}
lawyer {律师} | judge {法官} | prosecutor {检察} | journalist, reporter {记者}
  | police officer {警}
driver {司机|驾驶} | passenger {乘客|旅客} | pedestrian {行人} | pilot {飞行员|机长} | conductor
tenant {租} | landlord {房东} | homeowner {业主}
buyer, purchaser {买|购} | seller, vendor {卖|售}
producer, manufacturer {生产|制造} | consumer {消费} | distributor {经销} | importer {进口商}
exporter {出口} | importer {进口}
borrower, debtor {借|债务} | lender, creditor {贷|债权}
winner {胜|冠军|赢|获} | loser {败|输}
champion {冠军} | runner-up {亚军} | finalist
victim {受害|遇难|被害} | suspect {嫌疑} | witness {证人|目击} | attacker
ally {盟} | enemy, rival, opponent {敌|对手}
friend {友} | enemy, stranger {敌}
supporter {支持} | opponent, critic {反对|批评}
host {主持|主办|东道} | guest {客|嘉宾}
father, dad {父|爸} | mother, mum {母|妈} | uncle {叔|伯|舅} | grandfather {爷|祖父|外公}
son {儿子|子} | daughter {女儿} | nephew | grandson {孙}
brother {兄|弟|哥} | sister {姐|妹} | cousin {表|堂}
husband {丈夫|老公} | wife {妻|太太} | colleague {同事} | neighbour
man {男} | woman {女} | child {孩|儿童} | teenager {青少年}
boy {男} | girl {女}
king {国王} | queen {女王|王后} | prince {王子}
import {进口} | export {出口}
supply {供} | demand {需}
revenue, turnover {收入|营收} | profit {利润|利} | cost {成本|费} | debt {债} | investment {投资}
  | tax {税}
income {收入} | expenditure, spending {支出} | savings {储蓄} | debt {债}
profit {利润|盈} | loss {亏|损}
surplus {顺差|盈余|剩} | deficit {逆差|赤字} | balance
asset {资产} | liability {负债}
loan {贷款} | deposit {存款} | grant {补助|拨款} | bond {债券} | mortgage {按揭|房贷}
share, stock {股} | bond {债} | futures contract
price {价} | wage {工资|薪} | rent {租金} | tax {税} | fee {费} | sales volume
subsidy {补贴} | tax {税} | fine, penalty {罚} | loan {贷} | tariff {关税}
bank {银行} | insurer {保险} | retailer {零售} | broker {券商}
company, firm, enterprise {公司|企业} | university {大学} | government agency {机构|部门}
  | household {户|家庭} | charity
growth {增长} | decline, contraction {下降|下滑|收缩}
increase, rise {增|升|涨|长} | decrease, fall, drop, decline {降|跌|减|落}
improvement {改善|提高} | deterioration {恶化}
expansion {扩} | contraction, reduction {缩|减}
strength {强|优势|力} | weakness {弱}
advantage {优势|利} | disadvantage {劣|弊}
success {成功} | failure {失败}
opportunity {机} | risk, threat {险|威胁} | challenge {挑战}
benefit {益|利|好处} | harm, drawback
cause, reason {因} | result, consequence {果}
question {问} | answer {答}
problem {问题} | solution {解|办法|方案}
victory, win {胜|赢} | defeat, loss {败|输}
beginning, start {始|初|开} | end {末|终|底|结}
arrival {到|抵} | departure {离|出发}
entrance {入} | exit {出}
birth {出生|生} | death {死|亡} | marriage {婚}
marriage {婚} | divorce {离婚} | engagement
death, fatality {死|亡} | injury {伤} | infection {感染}
war {战} | peace {和平}
conflict {冲突} | cooperation {合作}
summer {夏} | winter {冬} | spring {春} | autumn {秋}
morning {早|上午|晨} | afternoon {下午} | evening {晚|傍} | night {夜|晚}
flood, flooding {洪|涝|水灾} | drought {旱} | earthquake {地震} | fire {火} | landslide {滑坡}
  | typhoon {台风} | snowstorm {雪}
rain {雨} | snow {雪} | wind {风} | fog {雾} | hail {雹}
wind power {风电|风力} | solar power {光伏|太阳能} | hydropower {水电} | nuclear power {核电}
  | coal power {煤电|火电}
vaccine {疫苗} | drug, medicine {药} | test kit {试剂} | ventilator | mask {口罩}
virus {病毒} | bacterium | parasite
disease, illness {病} | accident {事故} | injury {伤}
cancer {癌} | diabetes {糖尿} | heart disease {心脏} | pneumonia {肺炎} | malaria {疟}
  | flu, influenza {流感}
heart {心} | liver {肝} | lung {肺} | kidney {肾} | brain {脑} | stomach {胃}
wheat {小麦|麦} | rice {米|稻} | corn, maize {玉米} | soybean {大豆|豆} | cotton {棉}
  | potato {薯|土豆} | barley
apple {苹果} | pear {梨} | orange {橙|桔|柑} | grape {葡萄} | peach {桃} | banana {香蕉}
pork {猪肉} | beef {牛肉} | chicken {鸡} | mutton {羊肉} | fish {鱼}
pig {猪} | cow {牛} | sheep {羊} | goat {羊} | horse {马} | chicken {鸡} | duck {鸭}
tea {茶} | coffee {咖啡} | wine {酒} | beer {啤} | milk {奶} | juice {果汁}
dog {狗|犬} | cat {猫} | bird {鸟} | monkey {猴} | tiger {虎}
tree {树} | flower {花} | crop {作物|庄稼} | grass {草}
river {河|江} | lake {湖} | sea {海} | mountain {山} | forest {林} | desert {沙} | island {岛}
  | canal
hill {山|丘} | valley {谷} | plain {平原}
wetland {湿地} | grassland {草原} | farmland {农田|耕地} | woodland {林地}
air {空气|大气} | water {水} | soil {土}
wall {墙} | roof {顶} | door {门} | window {窗} | floor {楼|地}
house, home {房|家|屋|住} | flat, apartment {公寓|套} | office {办公} | factory {厂} | shop {店}
  | villa
factory, plant {厂} | warehouse {仓} | laboratory {实验室} | office {办公} | mine {矿}
  | farm {农场}
food {食} | clothing {衣|服} | housing {住房} | medicine {药} | fuel {燃}
book {书} | film, movie {电影|影片} | song {歌} | painting {画} | play {剧} | newspaper {报}
film, movie {电影|影片} | documentary {纪录} | television series {电视剧}
  | concert {音乐会|演唱会}
football, soccer {足球} | basketball {篮球} | table tennis {乒乓} | badminton {羽毛球}
  | swimming {泳} | volleyball {排球}
letter {信} | email {邮件} | phone call {电话} | report {报告} | speech {讲话|演讲}
agreement, deal {协议|协定} | memorandum {备忘录} | dispute {争端|纠纷} | law {法}
  | proposal {提案|建议}
contract {合同} | letter of intent {意向} | order {订单}
law {法} | regulation {条例|规定|规章} | guideline {指南|指引|指导} | plan {计划|规划}
  | draft {草案|草}
meeting, conference {会} | visit {访} | exhibition {展} | ceremony {式} | contest {赛}
festival {节} | exhibition {展} | forum {论坛} | competition {赛} | funeral
project {项目|工程} | policy {政策} | pilot scheme {试点} | campaign {行动|运动} | study {研究}
agriculture {农} | industry {工业|产业} | tourism {旅游} | finance {金融} | fishery {渔}
  | forestry {林}
manufacturing {制造} | construction {建筑} | mining {采矿} | retail {零售} | logistics {物流}
exporting {出口} | importing {进口}
education {教育} | healthcare, health care {医疗|卫生} | housing {住房} | transport {交通|运输}
  | defence {国防}
science {科} | art {艺|美术} | religion {宗教} | literature {文学} | sport {体育}
physics {物理} | chemistry {化学} | biology {生物} | mathematics {数学} | history {历史}
parliament, congress {议会|国会} | court {法院} | cabinet {内阁} | army {军} | senate {参议院}
election {选举} | referendum {公投} | coup {政变} | trial {审}
democracy {民主} | dictatorship {独裁} | monarchy {君主}
majority {多数} | minority {少数}
optimism {乐观} | pessimism {悲观}
right {权} | duty, obligation {义务|责任}
freedom {自由} | security {安全} | equality {平等}
poverty {贫} | wealth {富} | unemployment {失业} | inequality {不平等}
inflation {通胀|通货膨胀} | deflation {通缩|紧缩} | unemployment {失业} | interest rates {利率}
employment {就业} | unemployment {失业}
boom {繁荣|热} | recession, slump {衰退}
import duty | export rebate
inflow {流入} | outflow {流出}
ministry {部} | bureau {局} | committee {委员会} | commission {委} | office {办}
theory {理论} | practice {实践}
quantity {数量|量} | quality {质}
speed {速} | weight {重} | height {高} | length {长} | width {宽} | depth {深} | area {面积}
temperature {温} | humidity {湿} | pressure {气压|血压|压强}
colour, color {色} | size {大小|规模} | shape {形}
"""

# As they stand, and with a capital.
ADJECTIVES = """
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
