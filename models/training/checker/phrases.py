"""Fixed words and phrases that exclude each other, in families; see ``verbs`` for the form.

``#`` at the end of a phrase: only before a figure. It is no part of the text.
"""

DIRECTION = """
more {多|更|增|加|越|再} | less
less {少|更不|降|减|不那么|较小} | more
fewer {少|减} | more
up # {增|升|涨|长|高|多|扩|加} | down # {降|跌|减|少|缩|下|落}
upward, upwards {上|升|涨} | downward, downwards {下|降|跌}
higher {高|增|升|多} | lower {低|降|减|少|下}
highest {高} | lowest {低}
greater, bigger, larger {大|多|增} | smaller {小|少}
faster, quicker {快} | slower {慢|缓}
stronger {强} | weaker {弱}
better {好|优} | worse {差|坏|恶}
longer {长|久} | shorter {短}
older {老|大|年长} | younger {年轻|小}
cheaper {便宜|低|廉} | dearer, more expensive {贵}
easier {易|方便|便} | harder, more difficult {难}
wider, broader {宽|广} | narrower {窄}
closer {近|密} | further, more distant {远}
an increase of, a rise of {增|升|涨|长|加} | a decrease of, a drop of, a fall of, a decline of {降|跌|减|少|下}
an increase in, a rise in {增|升|涨|长|加} | a decrease in, a drop in, a fall in, a decline in {降|跌|减|少|下}
more and more {越来越|日益} | fewer and fewer, less and less
increasing, rising, growing {增|升|涨|长|日益|越} | decreasing, falling, declining, shrinking {降|减|下|跌|缩|衰}
increasingly {越来越|日益|愈} | decreasingly, less and less
on the rise {升|涨|增} | on the decline, in decline {降|减|衰}
"""

STAGE = """
under construction {在建|建设中|正在} | completed, in operation, being planned, being demolished
under way, underway, in progress {正在|进行|中} | completed, suspended, being planned
completed {完成|竣|完工} | planned, unfinished, ongoing
planned {计划|规划|拟} | completed, cancelled, unplanned
proposed {拟|提议|建议|提出} | approved, adopted, rejected, existing
approved {批准|通过|获批} | proposed, rejected, drafted
draft {草案|草} | final {最终}
trial operation {试运行|试运营|试生产} | full operation, regular operation, construction
trial production {试生产|试产} | mass production, full production
mass production {量产|批量} | trial production, development
pilot {试点|试} | nationwide, full-scale, final
put into operation, put into use, put into service {投用|投产|投运|投入|启用|运营} | taken out of service, put out to tender, put up for sale
came into operation, came into use, went into operation {投用|投产|投运|投入|启用} | went out of service, went out to tender
came into force, came into effect, took effect {生效|施行|实施} | expired, was published, was drafted
come into force, come into effect, take effect {生效|施行|实施} | expire, be published
is expected to, is due to, is scheduled to {预计|将|有望|计划|预期} | has failed to, has yet to, is unlikely to
are expected to, are due to, are scheduled to {预计|将|有望|计划|预期} | have failed to, have yet to, are unlikely to
was expected to {预计|预期|有望} | failed to
has begun to, has started to {开始|已} | has yet to, has ceased to
have begun to, have started to {开始|已} | have yet to, have ceased to
is ready to {准备|愿|可} | has refused to
is still {仍|还|尚|依然} | is no longer, was once
are still {仍|还|尚|依然} | are no longer, were once
has already {已} | has not yet, has almost
have already {已} | have not yet, have almost
will continue to {继续|仍将|还将} | will cease to, will begin to
plan to, intend to {计划|拟|打算|将} | have begun to, have refused to
plans to, intends to {计划|拟|打算|将} | has begun to, has refused to
soon {即将|很快|不久} | already, later
officially, formally {正式} | provisionally, temporarily
actual {实际} | planned, estimated, expected
estimated {估|预计} | actual, final
preliminary {初步} | final
former {前|原} | current, future
current, present {当前|目前|现|今|本} | former, previous, future
previous {前|上|以往|此前|先} | next, following, present
future {未来|将来} | past, present
past {过去|往} | future
"""

POLARITY = """
with {有|带|着|用|配} | without {没|无|不|未|免}
without {没|无|不|未|免} | with
before {前} | after {后}
after {后} | before
at least # {至少|不少于|不低于|以上|起码} | at most, no more than
at least {至少|起码} | at most
at most, no more than, not more than, up to # {不超过|最多|至多|以下|以内|不高于|达} | at least, more than
no less than, not less than {不少于|不低于|以上} | no more than, less than
no later than {前|不迟于|之前} | no earlier than
more than #, over # {超|多|余|逾|以上|强} | less than, nearly, almost, exactly
less than #, fewer than # {不足|不到|少于|低于|以下|未满|不满|以内} | more than
nearly #, almost #, close to # {近|将近|接近|约} | more than, well over
about #, around #, approximately # {约|左右|大约|大概|上下} | more than, less than, exactly
more than {比|超|多|高|不止} | less than
less than {少|低|不} | more than
above {上|超|高} | below {下}
below {下|低} | above
within # {内} | after
within {内|里|中} | outside
inside {内|里} | outside {外}
outside {外} | inside
under the age of, below the age of {以下|未满|不满} | over the age of
not only {不仅|不但|不只|不光} | not
always {总|一直|始终|永远|一向|都} | never, rarely
never {从不|从未|从来|永不|没|不|绝} | always, sometimes, often
often, frequently {经常|常|往往|频} | rarely, seldom
rarely, seldom {很少|少|罕|难得} | often, usually
no longer {不再|不} | still
still {仍|还|依然|依旧} | no longer
already {已} | not yet
also {也|还|亦|同时} | only, no longer
nobody, no one {没有人|无人|没人} | everyone
everyone, everybody {大家|每个人|人人|所有人} | no one
nothing {没有|无|没} | everything
everything {一切|都} | nothing
agree with {同意|赞} | disagree with
in favour of, in favor of {支持|赞成|有利} | against, in opposition to
against {反|对|抗|打击|防} | in favour of, for
despite, in spite of {尽管|虽|不顾} | because of, thanks to
although, though {虽|尽管|但} | because, since
because of, due to, owing to {因|由于} | despite, in spite of, regardless of
because {因|由于} | although, even though
thanks to {由于|得益|多亏|受益|因|归功} | despite
therefore {因此|所以|因而} | nevertheless
however {但|然而|不过|却} | therefore
but {但|而|却|然|可} | because, so
unless {除非|不} | if
if {如|若|假|要是|果} | unless, even if
likely {可能|很可能|有望} | unlikely
unlikely {不可能|不太可能|不大} | likely
able to {能|可} | unable to
unable to {不能|无法|未能} | able to
willing to {愿} | unwilling to
subject to {须|受|按} | exempt from
free of {无|免|没} | full of
failed to {未能|没|未|失败|不} | managed to
managed to, succeeded in {成功|终于|设法|得以} | failed to
regardless of {无论|不论|不管|不分} | depending on
instead of, rather than {而不是|而非|代替|不} | as well as, because of
as well as {以及|和|及|还|也} | instead of, but not
in addition to {除|还|外} | instead of
except, except for {除} | including
including {包括|含|括|其中} | excluding, except
together with {与|和|一起|同|联合} | instead of, without
apart from {除} | including
like {像|如|一样} | unlike
unlike {不同|不像} | like
similar to {似|像|相同} | different from
different from {不同|异} | similar to
dependent on {依} | independent of
"""

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
year on year, from a year earlier, from a year ago {同比|去年|上年|年} | month on month, from the previous month, quarter on quarter
month on month, from the previous month, from a month earlier {环比|上月|月} | year on year, from a year earlier
over the previous year, from the previous year {上年|去年} | over the previous month, over the plan
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
first three quarters, first nine months {前三季度|1-9|1至9|1—9} | third quarter, first half, whole year
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
of which, of these {其中} | in addition to which
"""

WHO = """
he {他} | she {她}
she {她} | he {他}
his {他} | her
himself {他} | herself
herself {她} | himself
we {我们|咱|我国|我} | they, you
they {他们|它们|她们} | we, you
I {我} | he, she, we
you {你|您} | we, they
my {我} | your, his, her
our {我} | their, your
their {他们|它们|她们|其} | our, your
your {你|您} | my, our
us {我} | them, you
them {他们|它们|她们} | us
upstream {上游} | downstream {下游}
"""

# Also with a capital in mid-sentence, where they are parts of names and titles.
NAMED = """
vice mayor, deputy mayor {副市长} | mayor, party secretary, vice governor
mayor {市长} | governor, party secretary, deputy mayor, county head
party secretary {书记} | mayor, governor
governor {省长|州长|主席} | mayor, party secretary, vice governor, minister
vice governor {副省长} | governor, vice mayor, vice minister
prime minister {首相|总理} | president, foreign minister, king, deputy prime minister
premier {总理} | president, vice premier, foreign minister
vice premier {副总理} | premier, vice president
foreign minister {外长|外交部长|外相} | prime minister, finance minister, defense minister
finance minister {财长|财政部长} | foreign minister, prime minister, trade minister
defense minister, defence minister {防长|国防部长} | foreign minister, interior minister
vice minister {副部长} | minister, vice premier
minister {部长|大臣} | vice minister, ambassador, governor
vice president {副总统|副主席|副总裁|副校长} | president, chief executive
president {总统|主席|总裁|校长|院长|行长|会长} | vice president, prime minister, king
chairman, chairwoman {董事长|主席} | vice chairman, general manager, president
general manager {总经理} | chairman, deputy general manager
chief executive {首席执行官|行政长官|总裁} | chief financial officer, chairman
director, head {局长|主任|院长|处长|负责人|导演|厅长|署长} | deputy director
deputy director {副局长|副主任|副院长|副处长} | director
secretary-general, secretary general {秘书长} | president, deputy secretary-general
ambassador {大使} | foreign minister, consul
spokesman, spokeswoman, spokesperson {发言人} | minister, director, chairman
general secretary {总书记} | prime minister, deputy secretary
northern {北} | southern, eastern, western
southern {南} | northern, eastern, western
eastern {东} | western, northern
western {西} | eastern, southern
north {北} | south, east, west
south {南} | north, east, west
east {东} | west, north
west {西} | east, south
northeast {东北} | northwest, southeast
northwest {西北} | northeast, southwest
southeast {东南} | southwest, northeast
southwest {西南} | southeast, northwest
national {国|全国} | provincial, municipal, local
provincial {省} | municipal, national, county
municipal {市} | provincial, district, county
city {市|城} | province, county, district, town
province {省} | city, county, country
county {县} | city, district, town
district {区} | county, town, province
town, township {镇|乡} | city, county
village {村} | town, city, county
community {社区} | village, district
country, nation {国} | province, region, city
street {街|路} | village, park
university {大学} | college, school, hospital
college {学院} | university, school
school {学校|小学|中学} | university, hospital
hospital {医院} | university, school
institute {研究院|研究所|学院} | university, company, ministry
department {部门|局|厅|部|系} | committee, court
ministry {部} | commission, bureau
commission {委员会|委} | ministry, court
committee {委员会|委} | ministry, court
bureau {局} | commission, court
court {法院} | police, parliament
bank {银行} | company, insurer
Chinese {中国|我国|中方|国内|中文} | American, Japanese, Russian, foreign, Korean
American, US {美} | Chinese, British, Canadian, Japanese
Japanese {日} | Chinese, Korean, American
Russian {俄} | Ukrainian, American, Chinese, Polish
Ukrainian {乌克兰|乌方|乌} | Russian, Polish
British {英} | American, French, Irish
French {法} | German, Italian, British
German {德} | French, Austrian, Italian
Italian {意} | Spanish, Greek, French
Spanish {西班牙} | Italian, Portuguese
Indian {印度} | Pakistani, Chinese, Iranian
Iranian {伊朗} | Iraqi, Turkish
Israeli {以色列|以} | Palestinian, Syrian
Palestinian {巴勒斯坦|巴} | Israeli, Syrian
Turkish {土耳其} | Greek, Iranian
Greek {希腊} | Turkish, Italian
Korean {韩|朝} | Japanese, Chinese
Australian {澳} | Canadian, British
Canadian {加拿大} | Australian, American
African {非洲} | Asian, European
Asian {亚洲} | African, European
European {欧} | Asian, American, African
Muslim {穆斯林} | Christian, Jewish
Christian {基督} | Muslim, Jewish
Democrats {民主党} | Republicans
Republicans {共和党} | Democrats
Democratic {民主党} | Republican
Republican {共和党} | Democratic
"""

SCOPE = """
all {所有|全|都|一切|各|均} | some, most, many, few
some {一些|有些|部分|某} | all, no, most
most {大多|大部分|多数|最} | some, few, all
many, numerous {许多|很多|众多|不少|多} | few, all, no
few {很少|少数|寥|不多|少} | many, most
several, a number of {几|数|若干|多} | all, two, dozens of
every, each {每|各|个个} | not every, no, almost every
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
for the first time {首次|第一次|首度|初} | again, once again, for the last time, for the second time
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

MODALITY = """
must, shall {必须|须|应|要} | may, can, need not
should, ought to {应|该|要} | may, need not, can
has to, needs to {必须|须|需|要|得} | is free to, does not have to, refuses to
have to, need to {必须|须|需|要|得} | are free to, do not have to, refuse to
may, might {可能|或|也许|可以|会|可} | must, will, cannot
can {能|可以|可|会} | cannot, must
could {可能|能|可以|会} | will, could not, had to
would {会|将|愿} | would not, had to, need not
will {将|会} | may, might, must
cannot {不能|无法|不可|不会|难} | can, need not
certainly, definitely {肯定|一定|必|当然} | possibly, hardly
probably {可能|大概|也许} | certainly
perhaps, maybe {也许|可能|或许} | certainly
possibly {可能|或} | certainly
reportedly, allegedly {据|称|涉嫌} | demonstrably
is required to {必须|需|要求|须} | is allowed to, is advised to
are required to {必须|需|要求|须} | are allowed to, are advised to
is allowed to {可|允许|准} | is required to, is forbidden to
are allowed to {可|允许|准} | are required to, are forbidden to
are encouraged to {鼓励} | are required to, are forbidden to
suspected {涉嫌|疑} | convicted, confirmed
confirmed {确诊|证实|确认} | suspected
alleged {涉嫌|所谓|据称} | proven
accused of {指控|指责|涉嫌|控} | convicted of, cleared of
charged with {控|起诉|涉嫌} | acquitted of, convicted of
convicted of {判|罪} | accused of, acquitted of
in theory {理论上} | in practice
voluntarily {自愿} | under compulsion
by force {武力|强} | by agreement
hopes to, hope to {希望|期望|盼} | refuses to, fears to
wants to, wishes to {想|要|希望|愿} | refuses to, is afraid to
tried to, attempted to, sought to {试图|企图|努力|力图} | refused to, managed to
trying to {试图|努力|企图} | refusing to
has the right to {有权} | has the duty to
have the right to {有权} | have the duty to
"""

# Words that only look like one of the above.
IDIOMS = """
as long as; as soon as; as far as; so far; at last; last but not least; because of course; such as;
according to; in order to; of course; set up; make up; made up; carry out; look forward; no matter;
no wonder; no doubt; more or less; rather than; up to date; up-to-date; in the long run; long before;
more importantly; most importantly; first of all; in the first place; above all; all over; after all;
at all; all right; would rather; had better; ever since; in general; in particular; in short; for short;
for example; for instance; by far; so long as; once and for all; each and every; well-known; far from;
to date; day by day; year by year; step by step; one another; more of the same; for now; from now on; grew up; grow up; growing up; grown up; northern ireland; northern territory; kansas city; salt lake city; mexico city; new york city; vatican city; north macedonia; north pole; south pole; as a result; as a whole; right to; have to do; and so on; the other day;
White House; Black Sea; South China Sea; Red Cross; New York; New Zealand; New Delhi; New Year;
Communist Party; Middle East; Wall Street; Silk Road; Long March; Great Wall; West Lake; Yellow River;
United Nations; European Union; Red Sea; Hong Kong; Old Town; used to; may day; march on; in part;
take part in; took part in; taking part in; for good; in light of; in the light of; light industry;
human rights; right now; right away; left over; over the past; over the last; second hand; a second
"""
