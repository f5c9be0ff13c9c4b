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
an increase of, a rise of {增|升|涨|长|加}
  | a decrease of, a drop of, a fall of, a decline of {降|跌|减|少|下}
an increase in, a rise in {增|升|涨|长|加}
  | a decrease in, a drop in, a fall in, a decline in {降|跌|减|少|下}
more and more {越来越|日益} | fewer and fewer, less and less
increasing, rising, growing {增|升|涨|长|日益|越}
  | decreasing, falling, declining, shrinking {降|减|下|跌|缩|衰}
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
put into operation, put into use, put into service {投用|投产|投运|投入|启用|运营}
  | taken out of service, put out to tender, put up for sale
came into operation, came into use, went into operation {投用|投产|投运|投入|启用}
  | went out of service, went out to tender
came into force, came into effect, took effect {生效|施行|实施}
  | expired, was published, was drafted
come into force, come into effect, take effect {生效|施行|实施} | expire, be published
is expected to, is due to, is scheduled to {预计|将|有望|计划|预期}
  | has failed to, has yet to, is unlikely to
are expected to, are due to, are scheduled to {预计|将|有望|计划|预期}
  | have failed to, have yet to, are unlikely to
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
at most, no more than, not more than, up to # {不超过|最多|至多|以下|以内|不高于|达}
  | at least, more than
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

# Words that only look like one of the above, or of the other tables.
IDIOMS = """
local time; long ago; follow through;
a half; half an hour; half a year; half a million; half a century; power cut; add up; cut off;
as long as; as soon as; as far as; so far; at last; last but not least; because of course; such
as; according to; in order to; of course; set up; make up; made up; carry out; look forward; no
matter; no wonder; no doubt; more or less; rather than; up to date; up-to-date; in the long run;
long before; more importantly; most importantly; first of all; in the first place; above all;
all over; after all; at all; all right; would rather; had better; ever since; in general; in
particular; in short; for short; for example; for instance; by far; so long as; once and for
all; each and every; well-known; far from; to date; day by day; year by year; step by step; one
another; more of the same; for now; from now on; grew up; grow up; growing up; grown up;
northern ireland; northern territory; kansas city; salt lake city; mexico city; new york city;
vatican city; north macedonia; north pole; south pole; as a result; as a whole; right to; have
to do; and so on; the other day; White House; Black Sea; South China Sea; Red Cross; New York;
New Zealand; New Delhi; New Year; Communist Party; Middle East; Wall Street; Silk Road; Long
March; Great Wall; West Lake; Yellow River; United Nations; European Union; Red Sea; Hong Kong;
Old Town; used to; may day; march on; in part; take part in; took part in; taking part in; for
good; in light of; in the light of; light industry; human rights; right now; right away; left
over; over the past; over the last; second hand; a second
"""
