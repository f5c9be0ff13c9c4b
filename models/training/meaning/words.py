"""Nouns that exclude each other, in families; see ``verbs`` for the form."""

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
station {站} | depot {车辆段|仓}
hospital {医院} | school {学校|小学|中学} | library {图书馆} | hotel {酒店|宾馆} | prison {监狱}
  | market {集市|菜市|农贸} | church {教堂} | clinic {诊所}
museum {博物馆} | library {图书馆} | theatre, theater {剧院|剧场} | stadium {体育场|体育馆}
  | gallery {美术馆|画廊} | cinema {影院} | park {公园}
university {大学} | college {学院} | high school {高中} | primary school {小学}
  | kindergarten {幼儿园} | vocational school {职业学校}
official {官员|干部|领导} | entrepreneur {企业家} | volunteer {志愿者} | expert {专家}
  | resident {居民|市民|村民} | tourist, visitor {游客}
graduate {毕业生} | teacher {教师} | veteran {退役}
reservoir {水库} | lake {湖} | canal {渠} | power station {电站}
sewage, wastewater {污水|废水} | rubbish, household waste {垃圾} | drinking water {饮用水}
  | exhaust gas {废气}
fertiliser, fertilizer {肥} | pesticide {农药} | seed {种子} | feed {饲料}
hydrogen {氢} | ammonia {氨} | methanol {甲醇} | natural gas {天然气}
solar panel, solar module {光伏|组件} | wind turbine {风机} | transformer {变压器}
patent {专利} | trademark {商标} | licence {许可|执照}
headquarters {总部} | branch {分公司|分行|分支} | subsidiary {子公司}
  | research centre {研发中心|研究中心}
pension {养老金|退休金} | wage {工资|薪} | bonus {奖金}
toll {通行费} | fine {罚} | fare {票价|车费}
metro {地铁} | tram {有轨} | bus {公交}
canteen {食堂} | dormitory {宿舍} | library {图书馆} | classroom {教室}
village {村} | town {镇} | island {岛} | district {区}
fisherman {渔} | farmer {农} | miner {矿工} | herder {牧}
firefighter {消防} | police officer {警} | doctor {医} | soldier {兵}
chef, cook {厨} | waiter {服务员} | driver {司机}
weekday {工作日|平日} | weekend {周末} | holiday {假}
exhibitor {参展|展商} | visitor {观众|游客}
applicant {申请人|申请} | recipient {领取|受益}
plaintiff {原告} | defendant {被告} | witness {证人}
director {导演} | actor {演员} | screenwriter {编剧} | singer {歌手}
coach {教练} | player {球员|选手} | referee {裁判} | fan {球迷}
goalkeeper {门将|守门} | striker {前锋} | defender {后卫}
silkworm {蚕} | bee {蜂} | shrimp {虾} | crab {蟹} | oyster {牡蛎|蚝}
panda {熊猫} | tiger {虎} | elephant {象} | dolphin {海豚|豚} | crane {鹤}
mushroom {菇|菌} | tomato {番茄|西红柿} | pepper {椒} | garlic {蒜} | ginger {姜} | cabbage {白菜}
shoe {鞋} | hat {帽} | toy {玩具} | sock {袜} | shirt {衬衫}
phone, smartphone {手机} | laptop, computer {电脑} | camera {相机|摄像} | television {电视}
satellite {卫星} | rocket {火箭} | telescope {望远镜} | spacecraft {飞船|航天器}
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
contract {合同} | order {订单} | invoice {发票}
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
