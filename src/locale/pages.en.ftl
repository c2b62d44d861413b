# Pages: one record in full, and the reasoning behind a place in the queue.

## One record in full

details-needs = need
details-status = status
details-opened = opened
details-arrived = last arrival
details-next-action = next action
details-representative = representative
details-phone = phone
details-before = before
details-language = language
details-interpreter = interpreter
details-safe-contact = safe contact
details-hours = hours
details-message = message
details-message-yes = may be left
details-message-no = not to be left
details-name-to-use = name to ask for
details-address = address
details-kept-apart = This address is kept apart from the household’s: do not copy it or pass it on.
details-household = household
details-members = also in it
details-household-notes = about it
details-referred-by = referred by
details-screened = screened
details-notes = notes
details-deadlines = deadlines
details-ended = ended
details-requests = requests
details-case = case
details-due = due
details-sure = how sure
details-consequence = if missed
details-kind = kind
details-medium = how it goes in
details-source = source
details-printed = printed date
details-rule = rule
details-steps = steps
details-snoozed = reminder
details-acted = acted on
details-accompany = going along
details-accompany-yes = the navigator goes along
details-city = city
details-phones = phones
details-emails = e-mails
details-sites = sites
details-addresses = addresses
details-people = people
details-languages = languages
details-services = services
details-serves = serves
details-verified = checked
details-partner = partner
details-needed-by = needed by
details-consent = consent
details-consent-given = { $who } on { $day }, { $how }: { $what }
details-consent-none = not recorded: stays a draft

## The reasoning behind a place in the queue

why-date = The date
why-rule = rule
why-rule-from = counts from
why-counted = counted
why-beside = note
why-rule-gone = { $rule }, not in this table of rules
why-act-on = The date to act on
why-safe = date
why-safe-appointment = { $day }: the day of the appointment
why-safe-last-day = { $courier ->
    [0] { $day }: the last business day on or before { $last }
    [one] { $day }: the last business day on or before { $last }, less { $courier } business day for the courier
   *[other] { $day }: the last business day on or before { $last }, less { $courier } business days for the courier
}
why-safe-opening = { $day }: the day from which it may be done
why-safe-ask = { $day }: the day to ask for the missing date
why-days = Working days
why-left = from { $from } to then
why-count = { $days ->
    [one] { $days } working day
   *[other] { $days } working days
}
why-grace = to use an opening
why-step-work = { $effort } of work
why-step-wait = { $days ->
    [one] then usually { $days } working day
   *[other] then usually { $days } working days
}
why-step-with-others = with others until { $day }
why-step-nothing = nothing more is counted
why-steps = the steps left
why-spare = whole days to spare
why-start-by = start by
why-place = The place in the queue
why-weight = { $consequence } weighs
why-root = × √(weight ÷ 100)
why-root-said = { $number } (what is grave counts for more than its share)
why-hours = ÷ hours of work left
why-hours-said = { $number } (a quarter hour at least)
why-fade = × for the days to spare
why-fade-said = { $number } ({ $days } of them; half at 7.5, then falling fast)
why-late = × out of reach
why-late-said = { $number } (half while luck may do, then a hundredth)
why-lift = + has to start today
why-lift-said = { $number } (removal goes before everything lighter)
why-urgency = = urgency
why-call = whom to call
