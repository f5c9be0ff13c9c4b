"""What a figure says, what is meant of how many, and when; see ``verbs`` for the form."""

MEASURE = """
average, mean {平均|均} | total, median, maximum, minimum
total {总|共|合计|全部} | average, net, annual, remaining
on average {平均|均} | in total
in total, altogether {共|总|合计} | on average, at most
a total of # {总|共|合计} | an average of
an average of # {平均|均} | a total of
per capita {人均} | total, per household
per person {人均|每人} | in total, per household
per household {户均|每户} | per capita
year-on-year {同比} | month-on-month, quarter-on-quarter
month-on-month {环比} | year-on-year
year on year, from a year earlier, from a year ago {同比|去年|上年|年}
  | month on month, from the previous month, quarter on quarter
month on month, from the previous month, from a month earlier {环比|上月|月}
  | year on year, from a year earlier
over the previous year, from the previous year {上年|去年}
  | over the previous month, over the plan
percentage points {百分点} | percent
percentage point {百分点} | percent
cumulative {累计} | monthly, annual
monthly {月} | annual, weekly, daily
annual, yearly {年} | monthly, quarterly, daily
quarterly {季} | annual, monthly
daily {日|天} | weekly, monthly
weekly {周|星期} | daily, monthly
annually {年} | monthly
net {净|纯} | gross, total
gross {总|毛} | net
first half {上半年|上半} | second half, first quarter
second half {下半年|下半} | first half, last quarter
first quarter {一季度|首季} | second quarter, first half, third quarter, fourth quarter
second quarter {二季度} | first quarter, third quarter
third quarter {三季度} | first quarter, fourth quarter
fourth quarter {四季度} | first quarter, third quarter
first three quarters, first nine months {前三季度|1-9|1至9|1—9}
  | third quarter, first half, whole year
whole year, full year {全年} | first half, fourth quarter
capacity {能力|产能|容量|装机} | output, stock, price
output, production {产量|产出|产|生产} | capacity, sales, stock
value {值|额|价} | volume, number
volume {量} | value, price
number {数|人|个} | share, proportion
share, proportion {占|比|份} | number, total
growth rate {增速|增长率} | growth target, inflation rate
sales {销} | profits, stocks, purchases
stock, stocks, inventory {库存|存} | sales, orders
maximum {最大|最高|最多|上限} | minimum, average
minimum {最低|最小|最少|下限} | maximum, average
peak {峰|高} | average
twice {两倍|二倍|2倍|倍|两次} | half, three times
half {半} | a third, two thirds, twice
a third, one third, one-third {三分之一} | half, a quarter, two thirds
two thirds, two-thirds {三分之二} | a third, half
a quarter, one quarter, one-quarter {四分之一} | a third, half
three quarters, three-quarters {四分之三} | a quarter, a third
three times {三倍|3倍|三次|两倍} | twice, a third of
third-largest {第三} | three largest, second-largest, largest
second-largest {第二} | largest, third-largest
first {第一|首|一} | second, third, last
second {第二|二|次} | first, third
third {第三|三} | second, fourth, fifth
fourth {第四|四} | third, fifth
fifth {第五|五} | fourth, sixth, third
sixth {第六|六} | fifth, seventh
seventh {第七|七} | sixth, eighth, ninth
eighth {第八|八} | seventh, ninth
ninth {第九|九} | eighth, tenth
tenth {第十|十} | ninth, twelfth
top {顶|前|首|高} | bottom
debt {债} | deficit, revenue
length {长} | width, height
registered capital {注册资本} | total assets, total investment
total investment {总投资} | annual investment, foreign investment, registered capital
fixed-asset investment {固定资产投资} | foreign investment, real estate investment
foreign investment {外资|外商投资} | fixed-asset investment, private investment
annual output {年产} | total output, annual sales
retail sales {零售} | wholesale sales, exports
value added {增加值} | total output value, investment
disposable income {可支配收入} | consumer spending, total income
permanent residents {常住} | registered residents, visitors
forest coverage {森林覆盖} | farmland coverage
"""

SCOPE = """
all {所有|全|都|一切|各|均} | some, most, many, few
some {一些|有些|部分|某} | all, no, most
most {大多|大部分|多数|最} | some, few, all
many, numerous {许多|很多|众多|不少|多} | few, all, no
few {很少|少数|寥|不多|少} | many, most
several, a number of {几|数|若干|多} | all, two, dozens of
every, each {每|各|个个} | not every, no
any {任何} | every, no
none of {没有|无|均不|都不} | all of, some of
all of {所有|全|都} | some of, none of, half of
some of {一些|部分|有些} | all of, none of, most of
most of {大多|大部分|多数} | some of, all of, half of
one of {之一} | all of, none of
both of {都|两|双|均} | neither of, one of
both sides {双方|两岸} | one side
each other {互|相} | themselves
a majority of, the majority of {多数|大部分} | a minority of, all
half of {一半|半数} | all of, most of, a third of
entire, whole {整|全} | partial, remaining
part of {部分|一部} | all of, most of
partly, partially {部分} | fully, entirely
fully, completely, entirely {完全|全面|充分|全} | partly, largely
only {只|仅|唯|才} | not only, also, mainly
mainly, mostly, primarily {主要|多} | only, rarely, partly
nationwide {全国} | citywide, worldwide, provincewide
citywide {全市} | nationwide, provincewide
worldwide, globally {全球|世界} | nationwide, regionally
across the country {全国|各地} | across the province, in some provinces, across the world
in the country {全国|国内|该国} | in the city, in the world, in the region
around the world, across the world {全球|世界|各国} | around the country, across the country
in the world {世界|全球} | in the country, in Asia
in the city {全市|市|城} | in the province, in the country, in the district
in the province {全省|省} | in the city, in the country
the first {第一|首|第1} | one of the first, the second, the last, the only
the last {最后|末|上} | the first, the next
the only {唯一|仅有} | the first, not the only
the largest, the biggest {最大} | one of the largest, the second-largest, the smallest
largest, biggest {最大} | second-largest, third-largest, smallest
smallest {最小} | largest
second largest {第二} | largest, third largest
best {最好|最佳|优秀|最优} | worst
worst {最坏|最差|最严重|最糟} | best
the most {最} | one of the most, the least
the best {最好|最佳} | one of the best, the worst
one of the largest, one of the biggest {之一} | the largest
one of the most {之一} | the most, one of the least
one of the first {之一|首批} | the first, one of the last
latest, newest {最新|新近} | oldest, earliest
oldest {最古老|最老|最早} | newest
longest {最长} | shortest
fastest {最快} | slowest
youngest {最年轻|最小} | oldest
global {全球|世界} | national, local, regional
regional {地区|区域} | national, global
nobody {无人|没有人} | everybody
everywhere {到处|各地|处处} | nowhere, in some places
mainly in {主要|集中} | only in
especially, particularly {尤其|特别} | except
at the same time {同时} | later, soon after
significantly, greatly, substantially {大幅|显著|大大|明显} | slightly
slightly {略|稍|小幅|微} | significantly, sharply
sharply {急|大幅|猛|锐|骤} | slightly, gradually
gradually {逐|渐} | suddenly, rapidly
rapidly, quickly {迅|快|速} | slowly, gradually
slowly {慢|缓} | rapidly
suddenly {突} | gradually
very, extremely {很|非常|极|十分} | hardly, slightly, not very
too {太|过} | not too
"""

TIME = """
yesterday {昨} | today, tomorrow, last week
today {今|当前|现在|当今} | yesterday, tomorrow
tomorrow {明} | today, yesterday
last year {去年|上年} | this year, next year, two years ago
this year {今年|本年} | last year, next year
next year {明年|来年} | this year, last year
last month {上月|上个月} | this month, next month
this month {本月|这个月} | last month, next month
next month {下月|下个月} | this month, last month
last week {上周|上星期} | this week, next week
this week {本周|这周|这一周} | last week, next week
next week {下周} | this week, last week
last night {昨晚|昨夜} | tonight, last week
the previous year {上年|前一年|去年} | the following year, the same year
the following year {次年|第二年|翌年} | the previous year
ago {前} | later, earlier
later {后|晚|迟} | earlier
earlier {前|早|先} | later
since # {以来|自|起|来} | until, before
since {以来|自|起|来} | until, before
until {直到|到|前|至} | since, after
by # {到|前|底|末} | since
during {期间|时|中|内} | before, after
early {初|早} | late, mid
late {末|底|晚|后} | early, mid
at the beginning of {初|开始} | at the end of
at the end of, by the end of {底|末|终} | at the beginning of, in the middle of
the end of {底|末|尾|结束} | the beginning of, the middle of
the beginning of {初|始} | the end of
for the first time {首次|第一次|首度|初}
  | again, once again, for the last time, for the second time
again, once again {再|又|重} | for the first time
once {曾|一旦} | never, twice
now {现|目前|如今|已} | no longer, soon
currently {目前|当前|现} | formerly, previously
recently {近|日前} | long ago, soon
recent {近|最近} | coming, earlier
coming, upcoming {未来|今后|即将|接下来} | past, previous
immediately {立|即|马上} | later, eventually
eventually, finally {最终|终|最后} | initially
initially, at first {起初|最初|开始|初} | finally
temporarily {暂|临时} | permanently
permanently {永久|永} | temporarily
simultaneously {同时} | later
day {天|日} | week, month
days {天|日} | weeks, months, hours
week {周|星期} | month, year, day
weeks {周|星期} | months, days
month {月} | week, year, quarter
months {月} | weeks, years
year {年} | month, decade, week
years {年} | months, decades
decade {十年} | century, year
decades {十年} | years, centuries
century {世纪} | decade
centuries {世纪|百年} | decades
hour {小时|时} | day, minute
hours {小时|时} | days, minutes
minutes {分钟|分} | hours, seconds
weekend {周末} | week
a.m. {上午|早|晨|凌晨} | p.m.
p.m. {下午|晚|夜} | a.m.
"""
