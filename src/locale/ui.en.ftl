# What the screen says around the records.

## Head, status and lists

head-demo = DEMO
head-test-key = TEST KEY, not for real records
head-test-key-short = TEST KEY
head-test-key-letter = TEST
head-blur = NAMES HIDDEN
head-blur-letter = HIDDEN
peek-name = { $case }: { $name }
peek-names = { $case }: { $name } · name to ask for: { $called }
peek-called = { $case }: no name · name to ask for: { $called }
peek-none = { $case }: no name is kept
head-escalate-short = esc
head-act_now-short = now
head-coming-short = next
head-later-short = later
head-waiting-short = wait
head-escalate-letter = E
head-act_now-letter = A
head-coming-letter = C
head-later-letter = L
head-waiting-letter = W
head-legend = the counts of the first line
head-escalate-means = escalate: missed or out of reach, call today
head-act_now-means = act now
head-coming-means = coming
head-later-means = later
head-waiting-means = waiting for others, or put off
head-nobody-means = escalated, and nobody to call is known
head-unmet-means = forecast: what will not fit into the hours there are
head-blind-spots-means = blind spots: what is missing rather than late
head-nobody = nobody to call
head-nobody-short = no call
head-nobody-letter = !
status-saving = saving…
status-filter = filter:
list-empty = nothing here yet
list-empty-first = nothing here yet: { $key } opens the first case
list-no-match = nothing matches
list-of = { $shown } of { $all }
list-marked = { $count } marked
list-below = { $count } more below
pane-by-due = by due date
pending-title = { $keys } …
screen-too-small = rumbo needs a screen of { $width } × { $height } at least; this one is { $now-width } × { $now-height }.

## Pickers, pages and questions

picker-find = Find a case, a deadline or a partner
picker-palette = Every command
page-help = Keys
page-help-replaced = { $label } (was: { $before })
page-why = Why it stands where it does
page-details = Details
page-below = { $count ->
    [one] { $count } more line below
   *[other] { $count } more lines below
}
confirm-title = Are you sure?
confirm-default = Nothing happens unless you say yes.

## Timeline

timeline-title = Timeline { $code }
timeline-newest = newest first
timeline-oldest = oldest first
timeline-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
timeline-only = only { $kinds }
timeline-interpreter = { $language }, interpreter { $how }
timeline-representative = representative: { $name }
timeline-next = next: { $what } · { $owner } · { $day }
timeline-contact = safe contact: { $how }
timeline-reading = reading…
timeline-empty = nothing logged yet
contact-message-yes = a message may be left
contact-message-no = leave no message

## Forms

form-required = * must be filled
form-date = A day: 2026-12-01, today, or +10 for ten days from today.
form-time = Local date and time: 2026-12-01 09:30.
form-number = A number.
form-choice = Space or the first letters choose:
form-toggle = Space turns it.
form-known-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
form-proposed = Typing replaces it.
form-known = The right arrow takes the first of these:
form-many = Several are separated by “;”.
form-choose = choose

## Before the vault is open

locked-title = Unlock the vault
locked-explanation = { $place }
locked-passphrase = Passphrase
locked-demo = An invented vault; its passphrase is { $passphrase }.
locked-again = The same again
locked-busy = deriving the key…
locked-closing = Locking…
locked-wiped = No key came for a while, so what was typed is gone. Type the passphrase again.
locked-draft-lost = What was being typed before the lock could not be brought back. What was saved is all there.
blank-explanation = Nobody pressed a key for a while. Any key shows the screen again.
create-title = A new vault
create-explanation = rumbo keeps its records sealed in { $place }. Choose a passphrase of several words. It is kept nowhere. A recovery key for your paper comes next: without one of the two nobody can open the vault.
create-short = Choose a passphrase of several words; it is kept nowhere. A recovery key for your paper comes next.

## Choices that no other list names.

choice-yes = yes
choice-no = no
pane-caseload = caseload
pane-deadlines = deadlines
pane-partners = partners
pane-timeline = timeline
to-removal = removal
to-right = right
to-benefit = benefit
to-administrative = administrative
known-seen = seen
known-told = told
request-state-accepted = accepted
request-state-declined = declined
request-state-done = done
request-state-withdrawn = withdrawn
paper-kind-hearing-notice = notice of hearing
paper-kind-decision = decision
paper-kind-order = order
paper-kind-request-for-evidence = request for evidence
paper-kind-notice-of-intent = notice of intent
paper-kind-receipt = receipt
paper-kind-appointment = appointment
paper-kind-fee-notice = fee notice
paper-kind-other = other

## Where keys hold, and lines that a command's own help does not tell apart

context-global = everywhere
context-list = in every list
context-caseload = caseload
context-deadlines = deadlines
context-partners = partners
context-timeline = timeline
context-form = forms
context-picker = finder and palette
context-filter = filter line
context-confirm = questions
context-help = pages
context-locked = before the vault is open
help-pane-focus-caseload = Go to the caseload
help-pane-focus-deadlines = Go to the deadlines
help-pane-focus-partners = Go to the partners
help-pane-focus-timeline = Go to the timeline
help-move-1 = Down
help-move--1 = Up
help-move-first = First row
help-move-last = Last row
help-move-page = A page down
help-move--page = A page up
help-move-halfpage = Half a page down
help-move--halfpage = Half a page up

## A word for the line of hints

hint-find = find
hint-help = help
hint-filter = filter
hint-timeline-open = timeline
hint-deadline-add = add deadline
hint-event-log = note
hint-case-next = next action
hint-case-edit = edit
hint-why = why
hint-deadline-done = done
hint-deadline-snooze = snooze
hint-step-add = step
hint-deadline-acted = acted
hint-request-start = request
hint-partner-add = add
hint-partner-edit = edit
hint-timeline-filter = kinds
hint-timeline-flip = turn round
hint-timeline-jump = go to day
hint-form-save = save
hint-form-next = next
hint-cancel = cancel
hint-close = close
hint-move-page = more
hint-picker-accept = take
hint-filter-accept = keep
hint-confirm-yes = yes
hint-confirm-no = no
hint-unlock = open
hint-quit = leave
hint-palette = commands
hint-undo = undo
hint-mark-toggle = mark
hint-case-add = new case
hint-paper-log = paper

## Keys as they are shown. Keymap files keep the names on the left in every language.

key-space = space
key-backspace = backspace
key-delete = delete
key-insert = insert
key-home = home
key-end = end
key-pageup = pageup
key-pagedown = pagedown
key-up = up
key-down = down
key-left = left
key-right = right
key-shift = shift
