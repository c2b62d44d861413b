# Today's line, the forecast, rows moved by hand, and what would change a place.

## Today's line

today-line = today reaches to here: { $hours }
hours-every-day = { $hours } a day
hours-one-day = { $hours } on { $day }
refused-day-hours = A day has at most 24 hours.
refused-hours-past = That day is over.

## Rows moved by hand

pin-up = pinned until { $day }: { $reason }
pin-down = pushed down until { $day }: { $reason }
why-pin = by hand
why-pin-by = { $what } ({ $by })
refused-pin-back = A row is moved until a day still to come.
refused-pin-leads = “{ $title }” leads the queue already.
refused-push-guarded = “{ $title }” is escalated, or removal with no time to spare: it stays in sight.
refused-not-pinned = “{ $title }” was not moved by hand.
act-pinned-deadline = { $form ->
    [named] pinned { $what }
    [many] pinned { $count } deadlines
   *[plain] pinned a deadline
}
act-pushed-deadline = { $form ->
    [named] pushed { $what } down
    [many] pushed { $count } deadlines down
   *[plain] pushed a deadline down
}
act-unpinned-deadline = { $form ->
    [named] put { $what } back in the order of urgency
    [many] put { $count } deadlines back in the order of urgency
   *[plain] put a deadline back in the order of urgency
}

## What would change the place

why-turns = What would change the place
turn-done = if { $step } is done
turn-asked = if { $step } is asked for today
turn-earlier = if the date were { $day }
turn-heavier = if missing it cost: { $consequence }
turn-then = place { $place } ({ $now } now), { $group }

## The forecast

page-forecast = Forecast
head-unmet = won’t fit
head-unmet-short = over
head-unmet-letter = F
forecast-title = With { $hours } a day, in the order of the queue
forecast-none = Apart from what is escalated, every date can be met with these hours.
forecast-count = { $count ->
    [one] 1 matter cannot be met
   *[other] { $count } matters cannot be met
}
forecast-from = not possible any more from { $day }
forecast-safe = { $consequence }, to act on by { $day }
forecast-weeks = The next 12 weeks
forecast-week = { $bar } { $load } of { $hours }
forecast-key = # a tenth of the week’s hours, ! a tenth beyond them, then the dates that week
forecast-help-ask = met if { $step } is asked for today and the rest comes before everything else
forecast-help-start = met if { $step } is begun today and comes before everything else
forecast-help-hand-over = met if somebody else takes its { $effort } of work
forecast-help-hours = met with { $hours } more a day until { $day }
forecast-help-extension = met with an extension to { $day }
forecast-help-later = met if the appointment were { $day } or later
forecast-help-nothing = nothing that was tried makes it fit: call the representative
forecast-simple = Worked through day by day: the hours set for each day, answers after the usual wait, the queue in today’s order, nothing new coming in. What is escalated already is not counted again.

## Commands

help-forecast = What cannot be met with these hours, and the next twelve weeks
help-clinic-hours = Hours for casework in a day: every day, or on one day alone
help-deadline-pin = Move a row up by hand, below what may not be hidden
help-deadline-push = Move a row to the end of the work by hand
help-deadline-unpin = Put a row back in the order of urgency
arg-hours = hours
arg-help-clinic-hours-hours = How many, such as 6 or 4.5
arg-help-clinic-hours-on = On this day alone
arg-help-deadline-pin-until = It is over on this day, by itself
arg-help-deadline-pin-reason = Why it is moved
arg-help-deadline-push-until = It is over on this day, by itself
arg-help-deadline-push-reason = Why it is moved
