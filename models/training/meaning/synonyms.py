"""Words of like meaning: a line is a group, in which each may stand for each."""

VERBS = """
rise > climb, go up
fall > drop, decline
drop > fall
reduce > cut
lift > raise
construct > build
begin, start
complete > finish
set up, establish
buy, purchase
sign, conclude
announce, make public
publish, release
assist, help
allow, permit
ban, prohibit
exceed, surpass
launch, start
carry out, conduct
demolish, tear down
attempt, try
choose, select
reveal, disclose
close, shut
happen, occur
enhance, improve
strengthen, reinforce
stop, halt
cancel, call off
postpone, put off, delay
recruit, hire
show, demonstrate
stress, emphasise, emphasize
discuss, talk about
solve, resolve
guarantee, ensure
invest in, put money into
return, go back
accelerate, speed up
examine, study
safeguard, protect
look for, seek
take part in, participate in
deal with, handle
hurt, harm
rescue > save
investigate, look into
"""

NOUNS = """
company, firm
programme, program
citizen, resident
railway, railroad
highway, motorway
film, movie
automobile > car
shop, store
doctor, physician
hospital, medical centre
teacher, schoolteacher
illness, disease
schoolchild > pupil
agreement, accord
lorry, truck
plane, aircraft
centre, center
theatre, theater
neighbour, neighbor
kilometre, kilometer
metre, meter
tonne, ton
vessel > ship
inhabitant, resident
reporter, journalist
employee, staff member
specialist, expert
mistake, error
outcome > result
chance, opportunity
"""

FIXED = """
said, stated, noted
says, states, notes
about, around, approximately, roughly, some
more than, over
nearly, almost
close to > nearly, almost
less than, under
at least, no less than, not less than
at most, no more than, not more than
year on year, from a year earlier, from a year ago
year on year > compared with the same period last year
month on month, month-on-month, from the previous month, from a month earlier
is set to, is due to
are set to, are due to
plans to, intends to
plan to, intend to
planned to, intended to
large, big
huge, enormous
difficult, hard
quick, rapid > fast
many, numerous, a large number of
several, a number of
begin with, start with
in order to, so as to > to
because of, owing to, due to, as a result of
because > as
however, nevertheless, nonetheless
therefore, thus, hence
although, though, even though
in addition, moreover, furthermore, besides
for example, for instance
such as > like
especially, particularly, in particular
mainly, mostly, chiefly, primarily
almost all, nearly all
currently, at present, at the moment > now
currently, at present
recently, lately
in recent years, over the past few years
in the future, in future
at the same time, meanwhile
every year, each year, annually
every day, each day, daily
across the country, nationwide, throughout the country
across the city, citywide, throughout the city
around the world, worldwide, throughout the world
with regard to, regarding, concerning
to date, until now > so far
once again, again, once more
first of all, firstly
quickly, rapidly, swiftly
significantly, considerably, substantially
sharply, steeply
gradually, step by step, little by little
extremely > very
entire > whole
together with, along with
in favour of, in favor of
labour, labor
colour, color
harbour, harbor
favour, favor
defence, defense
licence, license
behaviour, behavior
programme, program
organisation, organization
organised, organized
organise, organize
modernisation, modernization
urbanisation, urbanization
industrialisation, industrialization
globalisation, globalization
digitalisation, digitalization
recognise, recognize
recognised, recognized
realise, realize
realised, realized
optimise, optimize
optimised, optimized
emphasised, emphasized
utilisation, utilization
travelled, traveled
travelling, traveling
cancelled, canceled
fulfil, fulfill
ageing, aging
whilst, while
towards, toward
among, amongst
amid, amidst
the first half of the year, the first six months of the year
the first half of this year, the first six months of this year
by the end of, before the end of
aged, at the age of
annual, yearly
per capita, per person, per head
half a year, six months
a decade, ten years
two years, 24 months
25 percent of > a quarter of
50 percent of > half of
buyers, purchasers
ill, sick
wealthy, rich
elderly > old
correct, right
wrong, incorrect
illegal, unlawful
dangerous, unsafe
cheap, inexpensive
expensive, costly
compulsory, mandatory, obligatory
temporary, provisional
overseas > foreign
online, on the internet
sufficient > enough
entirely, completely, fully
partly, partially
often, frequently
usually, normally, generally
rarely, seldom
perhaps, maybe
probably, very likely
have to, has to > must
should, ought to
is able to, are able to > can
healthcare, health care
email, e-mail
cooperation, co-operation
coordination, co-ordination
policymakers, policy makers
ecommerce, e-commerce
under construction, being built
under way, underway, in progress
took effect, came into force, came into effect
takes effect, comes into force, comes into effect
put into operation, put into service, brought into operation
came into operation, went into operation
at the end of, towards the end of
a great deal of > a lot of
lots of, a lot of
"""
