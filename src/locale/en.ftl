# Every sentence a person reads, in English. Sections as in es.ftl, in the same order.
# Wording: the patient is the one who acts; neutral; never advice on what the law means for a person.

## Days and months

weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
weekday-long-mon = Monday
weekday-long-tue = Tuesday
weekday-long-wed = Wednesday
weekday-long-thu = Thursday
weekday-long-fri = Friday
weekday-long-sat = Saturday
weekday-long-sun = Sunday
month-jan = Jan
month-feb = Feb
month-mar = Mar
month-apr = Apr
month-may = May
month-jun = Jun
month-jul = Jul
month-aug = Aug
month-sep = Sep
month-oct = Oct
month-nov = Nov
month-dec = Dec
month-long-jan = January
month-long-feb = February
month-long-mar = March
month-long-apr = April
month-long-may = May
month-long-jun = June
month-long-jul = July
month-long-aug = August
month-long-sep = September
month-long-oct = October
month-long-nov = November
month-long-dec = December
date-long = { $weekday } { $day } { $month } { $year }

## Groups of the queue

group-escalate = escalate
group-act_now = act now
group-coming = coming
group-later = later
group-waiting = waiting

## What missing a deadline costs

consequence-removal = removal
consequence-right = right
consequence-benefit = benefit
consequence-administrative = administrative

## Kinds of deadline

kind-appear = appear
kind-file = file
kind-renew = renew
kind-notify = notify
kind-supply = supply
kind-pay = pay
kind-travel = travel
kind-service = promise

## On whose word a date stands

basis-statute = statute
basis-regulation = regulation
basis-court-order = court order
basis-agency-notice = agency notice
basis-representative = the representative
basis-patient = the patient
basis-internal = the clinic

## How it reaches court or agency

medium-paper = on paper
medium-online = online
medium-in-person = in person

## Needs

need-asylum = asylum
need-documentation = documentation
need-green-card = green card
need-general-questions = general questions
need-citizenship = citizenship
need-family-reunification = family reunification
need-medical-deferred-action = medical deferred action
need-deportation-defense = deportation defense
need-other = other

## Interpreter

interpreter-not-asked = not asked yet
interpreter-no = not needed
interpreter-in-person = in person
interpreter-phone = by phone
interpreter-video = by video
interpreter-any = any way

## Kinds of step

step-kind-representative = representative
step-kind-forensic-evaluation = forensic evaluation
step-kind-letter = letter
step-kind-interpreter = interpreter
step-kind-records = records
step-kind-translation = translation
step-kind-declaration = declaration
step-kind-form = form
step-kind-payment = payment
step-kind-review = review
step-kind-file = file
step-kind-attend = attend
step-kind-other = other

## Kinds of event

event-contact-in = contact in
event-contact-out = contact out
event-visit = visit
event-partner-call = partner call
event-hearing = hearing
event-notice = notice
event-document = document
event-letter = letter
event-referral = referral
event-deadline = deadline
event-support = support
event-note = note

## Kinds of partner

partner-kind-legal-aid = legal aid
partner-kind-pro-bono = pro bono program
partner-kind-law-school-clinic = law school clinic
partner-kind-private-attorney = private attorney
partner-kind-recognized-org = recognized organization
partner-kind-medical-legal = medical-legal partnership
partner-kind-primary-care = primary care
partner-kind-mental-health = mental health
partner-kind-forensic-evaluator = forensic evaluator
partner-kind-student-clinic = student clinic
partner-kind-interpreter = interpreter service
partner-kind-translator = translator
partner-kind-shelter = shelter
partner-kind-public-health = public health
partner-kind-social-service = social service
partner-kind-consulate = consulate
partner-kind-court = court or agency
partner-kind-fund = fund
partner-kind-advocacy = advocacy
partner-kind-other = other

## Why a row stands where it does

reason-missed = declared missed { $day }
reason-past-date = past the computed date, ask today
reason-out-of-reach = { $days ->
    [one] the usual times no longer fit, by { $days } working day
   *[other] the usual times no longer fit, by { $days } working days
}
reason-start-today = start today
reason-start-today-step = { $step }: start today
reason-start-by = start by { $day }
reason-start-by-step = { $step }: start by { $day }
reason-ask-by = { $wait ->
    [one] ask by { $day }, usually { $wait } working day
   *[other] ask by { $day }, usually { $wait } working days
}
reason-ask-by-step = { $wait ->
    [one] { $step }: ask by { $day }, usually { $wait } working day
   *[other] { $step }: ask by { $day }, usually { $wait } working days
}
reason-waiting = { $step }: waiting until { $day }
reason-follow-up = { $step }: ask again, was to come by { $day }
reason-snoozed = reminder put off until { $day }
reason-no-date = no new date yet: ask { $day }
reason-opens = possible from { $day }

## Whom to call

call-representative = call { $name } { $phone }
call-on-call = call on-call { $name } { $phone }
call-nobody = nobody to call

## How sure a date is

certainty-verified = confirmed { $day }: { $source }
certainty-noticed = read on a notice
certainty-reported = told, paper not seen
certainty-computed = counted by rumbo
certainty-unknown = not confirmed yet

## States

state-open = open
state-done = done { $day }
state-missed = declared missed { $day } by { $by }
state-void = voided { $day }: { $reason }
step-open = open
step-waiting = asked { $since }, waiting until { $until }
step-done = done { $day }
request-answer-accepted = accepted
request-answer-declined = declined
request-answer-done = done
request-answer-withdrawn = withdrawn
request-draft = draft
request-consented = consent recorded, still to be sent
request-sent = sent { $day }
request-accepted = accepted { $day }
request-declined-plain = declined { $day }
request-declined = declined { $day }: { $reason }
request-done = done { $day }
request-withdrawn = withdrawn { $day }
case-open = open
case-closed = closed { $day }: { $reason }
representation-unknown = not asked yet
# What is typed, and shown back, where there is nobody.
representation-none = none
representation-nobody = nobody

## Acts. Three forms each: one with a title or name, many, and one without a title.

act-undid = Undid: { $act }
act-redid = Redid: { $act }
act-added-case = { $form ->
    [named] added case { $what }
    [many] added { $count } cases
   *[plain] added a case
}
act-edited-case = { $form ->
    [named] edited case { $what }
    [many] edited { $count } cases
   *[plain] edited a case
}
act-closed-case = { $form ->
    [named] closed case { $what }
    [many] closed { $count } cases
   *[plain] closed a case
}
act-reopened-case = { $form ->
    [named] reopened case { $what }
    [many] reopened { $count } cases
   *[plain] reopened a case
}
act-added-household = { $form ->
    [named] added household { $what }
    [many] added { $count } households
   *[plain] added a household
}
act-added-deadline = { $form ->
    [named] added { $what }
    [many] added { $count } deadlines
   *[plain] added a deadline
}
act-edited-deadline = { $form ->
    [named] edited { $what }
    [many] edited { $count } deadlines
   *[plain] edited a deadline
}
act-completed-deadline = { $form ->
    [named] completed { $what }
    [many] completed { $count } deadlines
   *[plain] completed a deadline
}
act-postponed-deadline = { $form ->
    [named] noted that { $what } was moved
    [many] noted that { $count } deadlines were moved
   *[plain] noted that a deadline was moved
}
act-snoozed-deadline = { $form ->
    [named] put off the reminder for { $what }
    [many] put off { $count } reminders
   *[plain] put off a reminder
}
act-voided-deadline = { $form ->
    [named] voided { $what }
    [many] voided { $count } deadlines
   *[plain] voided a deadline
}
act-declared-missed = { $form ->
    [named] declared { $what } missed
    [many] declared { $count } deadlines missed
   *[plain] declared a deadline missed
}
act-acted-on-deadline = { $form ->
    [named] noted who acted on { $what }
    [many] noted who acted on { $count } deadlines
   *[plain] noted who acted on a deadline
}
act-verified-deadline = { $form ->
    [named] confirmed the date of { $what }
    [many] confirmed { $count } dates
   *[plain] confirmed a date
}
act-raised-deadline = { $form ->
    [named] raised the consequence of { $what }
    [many] raised the consequence of { $count } deadlines
   *[plain] raised the consequence of a deadline
}
act-added-step = { $form ->
    [named] added step { $what }
    [many] added { $count } steps
   *[plain] added a step
}
act-edited-step = { $form ->
    [named] edited step { $what }
    [many] edited { $count } steps
   *[plain] edited a step
}
act-completed-step = { $form ->
    [named] completed step { $what }
    [many] completed { $count } steps
   *[plain] completed a step
}
act-waiting-step = { $form ->
    [named] asked for { $what }
    [many] asked for { $count } steps
   *[plain] asked for a step
}
act-removed-step = { $form ->
    [named] removed step { $what }
    [many] removed { $count } steps
   *[plain] removed a step
}
act-logged-event = { $form ->
    [named] logged an event ({ $what })
    [many] logged { $count } events
   *[plain] logged an event
}
act-logged-paper = { $form ->
    [named] logged a paper ({ $what })
    [many] logged { $count } papers
   *[plain] logged a paper
}
act-added-partner = { $form ->
    [named] added partner { $what }
    [many] added { $count } partners
   *[plain] added a partner
}
act-edited-partner = { $form ->
    [named] edited partner { $what }
    [many] edited { $count } partners
   *[plain] edited a partner
}
act-imported-partners = { $form ->
    [named] imported partner { $what }
    [many] imported { $count } partners
   *[plain] imported a partner
}
act-imported-cases = { $form ->
    [named] imported case { $what }
    [many] imported { $count } cases
   *[plain] imported a case
}
act-started-request = { $form ->
    [named] started a request to { $what }
    [many] started { $count } requests
   *[plain] started a request
}
act-recorded-consent = { $form ->
    [named] recorded consent to { $what }
    [many] recorded { $count } consents
   *[plain] recorded a consent
}
act-sent-request = { $form ->
    [named] marked as sent the request to { $what }
    [many] marked { $count } requests as sent
   *[plain] marked a request as sent
}
act-moved-request = { $form ->
    [named] noted what became of the request to { $what }
    [many] noted what became of { $count } requests
   *[plain] noted what became of a request
}
act-set-clinic = { $form ->
    [named] changed the clinic’s settings: { $what }
    [many] changed { $count } settings of the clinic
   *[plain] changed the clinic’s settings
}
act-filled-demo = { $form ->
    [named] filled in the invented caseload { $what }
    [many] filled in an invented caseload of { $count } cases
   *[plain] filled in an invented caseload
}

## Panes and their columns

caseload = Caseload
deadlines = Deadlines
partners = Partners
column-mark = { "" }
column-group = group
column-code = case
column-what = what
column-due = due
column-time = time
column-here = here
column-left = left
column-start-by = start by
column-why = why
column-name = name
column-need = need
column-next-due = next due
column-next-action = next action
column-representative = representative
column-language = language
column-partner = partner
column-kind = kind
column-city = city
column-languages = languages
column-phone = phone
column-services = services
column-when = when
column-event = event
due-from = from { $day }
due-unset = no date yet
due-day-full = { $day }, by the end of the day where it is filed
due-here = { $there } ({ $here } here)
case-no-next-action = no next action
strip-today = today
strip-ask = ask { $day }
