"""Who it is, and what they may or must; see ``verbs`` for the form."""

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
