# What rumbo says when it cannot do something, and what to do about it.

## A line that is no command

bad-quotes = A quote is opened and not closed.
bad-command = There is no command “{ $word }”. “:” lists every command.
bad-command-near = There is no command “{ $word }”; did you mean “{ $near }”?
bad-argument = There is no argument “{ $arg }” here.
bad-argument-near = There is no argument “{ $arg }” here; did you mean “{ $near }”?
bad-argument-loose = “{ $arg }” is one word too many; put several words in quotes.
bad-conflict = { $arg } and { $other } exclude each other: give one of them.
bad-incomplete = “{ $command }” needs { $missing }.
bad-twice = { $arg } can be given once.
bad-value-missing = { $arg } needs a value.
bad-other = That cannot be read: { $text }
expected-day = “{ $value }” is no day. Write it like 2026-12-01, or today, or +10 for ten days from today.
expected-time = “{ $value }” is no date and time. Write it like 2026-12-01 09:30.
expected-zone = “{ $value }” is no time zone. Write it like America/New_York or America/Tijuana.
expected-reference = “{ $value }” cannot be read here.
expected-number = “{ $value }” is no number that fits here.
expected-one-of = “{ $value }” is none of: { $codes }.

## A command that is not carried out

refused-already-ended = “{ $title }” has ended already: { $state }.
refused-arrival-ahead = { $day } is still to come; an arrival lies behind us.
refused-bad-code = “{ $code }” cannot be a code name: up to 24 letters, digits and dashes, no spaces.
refused-case-closed = { $case } is closed already.
refused-changed-since = { $id } was changed since: “{ $what }” cannot be taken back any more.
refused-clock = Write the time like 09:30.
refused-code-taken = There is a case { $code } already.
refused-date-and-no-date = Either a new date or no date, not both.
refused-deadline-of-other-case = That deadline belongs to another case.
refused-effort = The effort is written in hours, from 0 to 1000.
refused-event-ahead = That day is still to come.
refused-field-needed = This has to be filled in.
refused-form-incomplete = Something is still missing here.
refused-language = rumbo speaks en and es, not “{ $lang }”.
refused-no-case = There is no case “{ $code }”.
refused-no-case-near = There is no case “{ $code }”; did you mean { $near }?
refused-no-consent = { $id } stays a draft until consent to this partner is recorded.
refused-no-deadline = There is no deadline “{ $id }”.
refused-partner-name = A partner needs a name.
refused-no-partner = There is no partner “{ $name }”. Its number, such as P7, works too.
refused-no-partner-near = There is no partner “{ $name }”; did you mean { $near }?
refused-no-request = There is no open request “{ $id }”.
refused-no-rule = There is no rule “{ $rule }”.
refused-no-rule-near = There is no rule “{ $rule }”; did you mean { $near }?
refused-no-step = “{ $title }” has no such step left.
refused-no-such-time = { $time } does not exist in { $zone }: the clocks go forward over it.
refused-no-timeline = Open a timeline first.
refused-no-title = A deadline needs a title.
refused-not-draft = { $id } went out already.
refused-not-escalated = “{ $title }” is not escalated: there is nothing to answer for today.
refused-not-heavier = That is not heavier than it is now.
refused-nothing-selected = Nothing is selected.
refused-nothing-to-change = That changes nothing.
refused-nothing-to-redo = There is nothing to do again.
refused-nothing-to-undo = There is nothing to undo.
refused-one-at-a-time = One at a time, please: several are marked.
refused-partner-taken = There is a partner “{ $name }” already.
refused-place-without-time = A place and a zone belong to an appointment: give its time as well.
refused-received-before-printed = It cannot be received before it was printed.
refused-representative-name = Give the representative’s name as well.
refused-request-ended = { $id } has ended already: { $state }. Start a new one.
refused-rule-days = The rule “{ $rule }” cannot be counted from that day.
refused-rule-disabled = The rule “{ $rule }” is switched off: { $why }
refused-rule-ask = The rule “{ $rule }” counts no day: ask the representative, and give the day they or a paper name (--due, --printed).
refused-rule-review = “{ $rule }” has no date: it asks that somebody looks at what happened.
refused-rule-needs-printed = The rule “{ $rule }” only sets a maximum: the date printed by court or agency is needed (--printed).
refused-rule-without-trigger = A rule needs the day it counts from: --trigger.
refused-select-case = Select a case first.
refused-select-deadline = Select a deadline in the queue first.
refused-select-partner = Select a partner first.
refused-several-partners = Several partners are called “{ $name }”: use the number, such as P7.
refused-snooze-back = A reminder is put off until a day still to come.
refused-snooze-past-start = “{ $title }” cannot be put off past { $day }, the day to start by.
refused-still-draft = { $id } is still a draft: record consent and send it first.
refused-trigger-without-rule = A trigger belongs to a rule: give --rule as well.
refused-wait-back = A follow-up day lies ahead.
refused-zone-needed = Say where the clock is: --zone, such as America/New_York or America/Tijuana.
paste-nowhere = Nothing here takes text: the paste was left out.
form-discard = What was typed is not saved. Esc again leaves it.

## Questions

confirm-void = Take “{ $what }” off the queue? It does not apply.
confirm-missed = Declare “{ $what }” missed?
confirm-several = { $count ->
    [one] 1 deadline
   *[other] { $count } deadlines
 }

## The vault

store-conflict = The vault moved on meanwhile. Nothing was saved; try again.
store-in-use = The vault is in use by process { $process }.
store-in-use-hint = Leave the other rumbo first; queue, cases, partners, timeline and the preview of an import work beside it.
store-missing = There is no vault at { $place }.
store-missing-hint = “rumbo init” makes one; “rumbo demo” shows an invented one.
store-exists = There is something at { $place } already.
store-exists-hint = Name another folder or file; nothing is ever written over.
store-unsafe = { $place } is a link, or others may write to it.
store-unsafe-hint = Use a folder of your own that only you can write to (chmod 700).
store-wrong-passphrase = That is not the passphrase.
store-newer = The vault has format { $found }; this rumbo knows up to { $known }. Nothing was touched.
store-newer-hint = Use a newer rumbo.
store-damaged = The vault is damaged: { $place }. Nothing was changed.
store-damaged-hint = Keep the folder as it is, and restore a backup into another one: rumbo restore FILE --vault DIR.
store-not-saved = Not saved: { $why }. What you typed is still here. Nothing more is written until the vault is opened again.
store-read-only = This opening only reads.
store-too-large = Too large to save in one piece.
store-random = The system gives no random numbers: { $why }.
store-io = { $doing }: { $why }.
notice-torn-tail = After change { $after } a write was cut short before it was acknowledged; its { $bytes } bytes are kept in { $kept }.
notice-tail-in-the-way = A write cut short after change { $after } could not be set aside ({ $why }): this opening only reads.
notice-checkpoint-skipped = The quick copy could not be used; the journal was read instead.
notice-state-rebuilt = The state could not be proven and was made again from the journal. Nothing is lost.
notice-state-failed = The state failed ({ $why }); timelines come from the journal until the next opening.
notice-header-repaired = One copy of the header was bad and was replaced by the other.

## Papers

paper-hearing-notice = Hearing notice
paper-decision = Decision
paper-order = Order
paper-request-for-evidence = Request for evidence
paper-notice-of-intent = Notice of intent
paper-receipt = Receipt notice
paper-appointment = Appointment notice
paper-fee-notice = Fee notice
paper-other = Paper
paper-due-hearing-notice = What the hearing notice asks for
paper-due-decision = The date on the decision
paper-due-order = What the order asks for
paper-due-request-for-evidence = Answer the request for evidence
paper-due-notice-of-intent = Answer the notice of intent
paper-due-receipt = The date on the receipt notice
paper-due-appointment = What the appointment notice asks for
paper-due-fee-notice = Pay what the fee notice asks for
paper-due-other = The date on the paper
paper-at-court = Hearing
paper-at-agency = Appointment
paper-of = { " " }of { $day }
paper-received = , received { $day }
paper-seen = , seen
paper-told = , told

## The command line

cli-again = Passphrase again:
cli-backed-up = Sealed copy of change { $head } in { $place }; it was read back and compared.
cli-cannot-read = Cannot read { $file }: { $why }.
cli-cannot-read-hint = Check its name and who may read it; of a folder, name the files in it.
cli-line-too-long = longer than { $most } characters; nothing of it was done. Bring long texts in with “rumbo import”.
cli-empty-passphrase = { $file } holds no passphrase.
cli-keymap-good = { $file }: good.
cli-keymap-left-out = { $count ->
    [one] A keymap file was left out
   *[other] A keymap file with { $count } problems was left out
 }: { $first }
cli-loose-passphrase = others can read { $file }: chmod 600 it.
cli-made = Made a vault at { $place }.
cli-new-passphrase = New passphrase:
cli-no-context = There is no context “{ $name }”: { $known }.
cli-no-home = No data folder is known here: name one with --vault DIR.
cli-no-terminal = The screen needs a terminal.
cli-no-terminal-hint = Without one: rumbo queue, cases, partners, timeline, import, do.
cli-nobody-to-ask = There is no terminal to ask for the passphrase.
cli-nobody-to-ask-hint = Name a file that holds it: --passphrase-file FILE.
cli-not-utf8 = { $file } is not UTF-8 text.
cli-only-on-screen = That works on the screen only.
cli-passphrase = Passphrase:
cli-restored = Made a vault at { $place } from the copy.
cli-short-passphrase = The passphrase needs at least { $least } characters; several words are good.
cli-takes = “{ $command }” takes { $missing }.
cli-test-kdf = TEST KEY: the key derivation of this vault is cheap and protects nothing. Not for real records.
cli-waiting-for = { $file } is a pipe: reading what is written to it, until it is closed (ctrl-c ends it).
cli-too-large = { $file } is larger than { $most } MiB.
create-too-short = At least { $count } characters; several words are good.
create-not-the-same = The two are not the same. Once more.
import-preview = Nothing is changed yet: --yes applies it, as one act that one undo takes back.
