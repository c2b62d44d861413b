# Dates counted without a case, the list of rules, and a clinic's own rules.

## A count

count-confirm = unconfirmed; confirm with the representative
count-due = last day
count-safe = act by
count-opens-on = possible from
count-latest = no later than (not a day to act on)
count-no-day = no last day is computed
count-zero = { $day } is day 0
count-zero-of = { $trigger }: { $day } is day 0
count-steps = count
count-warnings = to know
count-if-missed = if missed
count-source = source
period-before = { $period } before
date-no-day = “{ $day }” is no day: write it like 2026-11-02, today or +10, in a year from 0001 to 9999.
date-two-ways = “{ $day }” reads differently from country to country. Write year-month-day, such as 2026-12-01.
date-out-of-range = { $day } is not believed: rules count from the years { $first } to { $last }.
date-off-the-calendar = The count leaves the years { $first } to { $last }.
date-bad-line = Not a line to count: { $why }.
rank-bad-line = Not a caseload: { $why }.
rank-twice = “{ $id }” is there twice.
rank-no-id = { $id } is no id; write a text or a number.
rank-no-consequence = “{ $id }”: there is no consequence “{ $what }”. There are removal, right, benefit and administrative.
rank-no-steps = “{ $id }”: hours and days of a step are never below zero.
date-rules-hint = rumbo rules lists them all.

## The list

rules-id = rule
rules-status = status
rules-grade = grade
rules-name = name
rules-source = source
rule-status-in-force = in force
rule-status-not-yet = not yet in force
rule-status-over = no longer in force
rule-status-printed = printed date only
rule-status-ask = ask
rule-status-review = review
rule-status-off = off

## A clinic's own rules

rulebook-left-out = The clinic's rules were left out: { $why }
rulebook-nothing-used = Nothing of the file is used until it is corrected.
rulebook-syntax = Not TOML: { $detail }.
rulebook-no-schema = The first line is missing: schema = 1.
rulebook-newer = schema = { $found } is newer than this program: it reads { $known }.
rulebook-unknown-table = There is no [[{ $name }]]: use { $known }.
rulebook-unknown-field = { $table } has no field “{ $name }”: use { $known }.
rulebook-missing = { $table } needs { $field }: { $why }
rulebook-wrong-type = { $field } has to be { $wanted }.
rulebook-unknown-value = { $field } = “{ $value }” is unknown: use { $known }.
rulebook-no-rule = There is no rule “{ $id }” to change: rumbo rules lists them all.
rulebook-rule-exists = There is a rule “{ $id }” already: change it with [[change]], or choose another id.
rulebook-id = “{ $id }” is no id: small letters, digits and hyphens only.
rulebook-no-count = A rule that counts “{ $counts }” needs count and unit, such as count = 30 and unit = "days".
rulebook-zero = count = 0 counts nothing: write how many, negative to count back, or counts = "ask".
rulebook-ahead = reviewed = { $day } is still to come: write the day on which it was read.
rulebook-twice = “{ $id }” stands twice in this file: keep one.
rulebook-needed-id = the name that commands use
rulebook-needed-source = where it can be read, with its date
rulebook-needed-reviewer = the attorney or accredited representative who read it
rulebook-needed-reviewed = the day it was read, such as 2026-11-20
rulebook-needed-name = the plain name in both languages
rulebook-needed-trigger = the event it counts from
rulebook-needed-consequence = what is lost when it is missed
rulebook-needed-reason = why it is switched off
rulebook-needed-date = the day of the closure, such as 2026-12-24
rulebook-needed-class = closed if that is certain, uncertain if not
rulebook-needed-place = everywhere = true, an office, or a court by its name
rulebook-wanted-text = text in quotes
rulebook-wanted-words = in both languages, such as {"{"} en = "Letter", es = "Carta" {"}"}
rulebook-wanted-number = a whole number
rulebook-wanted-date = a date without quotes, such as 2026-11-20
rulebook-wanted-yes = true or false
rulebook-wanted-tables = written as [[{ $field }]]
rulebook-wanted-some-text = text that is not empty

## Cities that zones are named after, where the name in the table of zones is not the one in use

zone-New_York = New York
zone-Los_Angeles = Los Angeles
zone-Mexico_City = Mexico City
zone-Panama = Panama
zone-Bogota = Bogota
