## What happened, and what follows from it

happened-decision-stated = Judge's decision
happened-notice-mailed = Notice of an agency
happened-order-entered = Order entered
happened-arrival = Arrival
happened-notice-received = Notice received
happened-address-changed = Change of address
happened-card-expiry = Card expires
happened-hearing-set = Hearing set
happened-filing-received = Filing of the other side
happened-referred = Referral to the court
happened-detained = Detention
happened-notice-to-appear = Notice to appear
happened-motion-to-dismiss = Motion to dismiss
happened-asylum-filed = Asylum application received
happened-appeal-filed = Appeal filed
happened-residence-granted = Residence granted
happened-child-fourteen = A child turns fourteen
happened-mail-returned = Mail came back
happened-proceedings-ended = Proceedings are over
happened-no-card = Has no card that expires
happened-seen = paper seen
happened-told = told, paper not seen
happened-by-mail = by mail
offer-all = Take all { $count } that can be counted; what does not apply can be voided with its reason
offer-no-day = date needed
offer-ask = ask today
offer-question = Ask the representative: { $rule }
act-logged-happening = { $form ->
    [named] logged { $what }
    [many] logged { $count } things that happened
   *[plain] logged what happened
}
act-moved-happening = { $form ->
    [named] moved the day of { $what }
    [many] moved the days of { $count } happenings
   *[plain] moved the day of what happened
}
act-reviewed-happening = { $form ->
    [named] noted who looked at { $what }
    [many] noted who looked at { $count } happenings
   *[plain] noted who looked at it
}
act-took-deadlines = { $form ->
    [named] added { $what }
    [many] added { $count } deadlines that follow
   *[plain] added a deadline that follows
}
act-set-practice = { $form ->
    [named] set { $what }
    [many] set { $count } ways of working
   *[plain] set how the clinic works
}
confirm-move = { $what } on { $day }? With it would move: { $list }
confirm-move-hearing = Move { $what }? With it would move what is counted back from the hearing: { $list }
picker-offers = What may follow; confirm with the representative what applies
picker-playbook = What is open now; only a representative can say what helps
picker-blind-spots = Blind spots: what is missing rather than late
refused-no-happening = Nothing called “{ $id }” has happened. What happened is named T1, T2, …
refused-no-offers = Nothing further follows from { $id }.
refused-not-offered = “{ $rule }” does not follow from { $id }, or it was taken already.
refused-no-day-yet = The day of { $id } is not known yet. Say it first: happened move { $id } --to DAY
head-blind-spots = blind spots
head-blind-spots-short = blind
head-blind-spots-letter = B

## Blind spots

missing-nobody-to-call = { $title } is escalated and there is nobody to call
missing-review = { $what } ({ $day }): nobody has looked at it
missing-review-no-day = { $what }: nobody has looked at it
missing-appeal = { $what } ({ $day }): nothing is settled about an appeal
missing-appeal-no-day = { $what }: day unknown, nothing is settled about an appeal
missing-next-hearing = in proceedings, and no hearing ahead is known
missing-unverified = { $title } { $day }: last confirmed { $last }, to be confirmed again since { $since }
missing-unverified-never = { $title } { $day }: never confirmed
missing-asylum-date = arrived { $day }, and the asylum date is not settled
missing-fourteen = a child turns fourteen on { $day }: ask the representative about registration
missing-card = whether a card expires, and when, is not known
closes-whom = say who helps
closes-review = looked at
closes-offers = what follows
closes-paper = log the notice
closes-verify = confirm
closes-add = add
closes-log = say
closes-next = next action
missing-next-action = no next action

## After a missed date

playbook-call-representative = First call { $name } { $phone }
playbook-call-on-call = First call the legal contact on call, { $name } { $phone }
playbook-call-nobody = First find a representative to call: no representative and no on-call contact is known
playbook-log = log the call
playbook-take = add it
playbook-next = make it the next action
playbook-window = until { $day }: { $rule }, counted from { $trigger }
playbook-no-notice = on any day: ask whether notice of the hearing was received, and how
playbook-in-custody = on any day: ask whether the person was in custody on that day
playbook-tolling = ask whether a time limit can be tolled, and keep every paper that shows why
playbook-late-filing = ask whether a late filing can still be taken, with the reason
playbook-file-again = ask whether it can be filed again
playbook-new-appointment = ask for a new appointment
playbook-good-cause = ask whether there was good cause, and gather what shows it

## Templates

template-lawyer-asked = Ask whether a lawyer has discussed it
template-find-representative = Find a representative
template-book-interpreter = Book the interpreter
template-plan-the-day = Plan the day: who goes along, the way there, work and school
template-fill-in = Prepare the papers with the person
template-have-read = Have the representative read it
template-send-in = Send it in and keep the proof
template-ask-for-letter = Ask for it
template-hand-over = Hand it over and note who has it
template-pay = Pay and keep the receipt

## Details

details-happened = what happened
details-reviewed = looked at by { $by }

## Fields of its commands

arg-step-kind = kind of step
arg-happening = what happened
arg-rules = rules
arg-help-happened-log-what = What happened
arg-help-happened-log-on = The day that is counted from: of the decision, printed on the notice, of the hearing
arg-help-happened-log-mailed = It came by mail
arg-help-happened-log-note = Anything else worth knowing of it
arg-help-happened-take-rules = Rules such as bia-appeal-30
arg-help-happened-move-to = The right day
arg-help-happened-review-by = Who looked at it
arg-help-clinic-lead-time-step-kind = The kind of step
arg-help-clinic-lead-time-wait = Working days until an answer
arg-help-clinic-weight-consequence = What is lost
arg-help-clinic-weight-weight = Its weight, a whole number; never lighter than that of a smaller consequence
steps-usual = the usual steps
offer-steps = Add the usual steps: interpreter, the day itself
details-check-by = to be confirmed again by
confirm-close = Still open in { $case }: { $list }. What is open stays in the queue. Close the case?
confirm-missed-ahead = The day is still to come. Declare “{ $what }” missed?
offer-past = { $day }, past
offer-act-by = act by { $day }
