# What rumbo says when it cannot do something, and what to do about it.

## A line that is no command

bad-quotes = A quote is opened and not closed.
bad-command = There is no command “{ $word }”. “:” lists every command.
bad-command-near = There is no command “{ $word }”; did you mean “{ $near }”?
bad-argument = There is no argument “{ $arg }” here.
bad-argument-near = There is no argument “{ $arg }” here; did you mean “{ $near }”?
bad-argument-loose = “{ $arg }” is one word too many; put several words in quotes.
bad-conflict = { $arg } and { $other } exclude each other: give one of them.
bad-incomplete = “{ $command }” needs { $count ->
   *[other] { $missing }
}.
bad-twice = { $arg } can be given once.
bad-value-missing = { $arg } needs a value.
bad-other = That cannot be read: { $text }
expected-day = “{ $value }” is no day: write 2026-12-01, today, tomorrow or +10.
expected-day-order = “{ $value }” reads differently from country to country. Write year-month-day, such as 2026-12-01.
expected-time = “{ $value }” is no date and time. Write it like 2026-12-01 09:30.
expected-when = “{ $value }” is no time. Write it like 09:30, or with its day like 2026-12-01 09:30.
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
refused-weight-order = A graver consequence never weighs less than a lighter one. Change the other weight first.
refused-names-shown = Names are not hidden.
refused-blank-range = The screen goes blank after { $least } to { $most } seconds without a key, not after { $blank }. This cannot be switched off.
refused-lock-range = The screen is locked after { $least } to { $most } seconds without a key, not after { $lock }. This cannot be switched off.
refused-blank-past-lock = The screen would be locked after { $lock } seconds and go blank only after { $blank }. It goes blank first, or at the same moment.
refused-event-ahead = That day is still to come.
refused-field-needed = This has to be filled in.
refused-one-of = Fill in one of these: { $fields }.
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
refused-missed-ahead = “{ $title }” ({ $day }) is still to come. To declare it missed all the same, add --yes.
refused-missed-no-date = “{ $title }” has no date: note its date first, or what happened.
refused-missed-no-date-hearing = “{ $title }”: the hearing has no date: note its date or the order first.
refused-missed-opens = “{ $title }” has no last day: it only opens on its day. Note its last day first.
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
refused-wait-back = A follow-up day must lie ahead.
refused-two-days = The new day and the new time name two different days.
refused-time-without-day = Give the new day as well.
refused-zone-needed = Say where the clock is: --zone, such as America/New_York or America/Tijuana.
paste-nowhere = Nothing here takes text: the paste was left out.
request-started-next = It stays a draft; next comes the person's consent: request consent
request-consented-next = Once it has gone out: request send
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
store-exists-hint = Name another folder or file; only an older copy or export of the same vault is ever written over.
store-unsafe = { $place } is a link, or others may write to it.
store-unsafe-hint = Use a folder of your own that only you can write to (chmod 700).
store-wrong-passphrase = That is not the passphrase.
store-mistyped = That is almost the recovery key. Of its eight groups, these have a slip: { $groups }.
store-slots-full = Two other people can open this vault already; there is no room for a third.
store-slots-full-hint = “rumbo person list” names them; “rumbo person remove” takes one away.
store-slot-label = A person's label has 1 to 32 characters, in one line.
store-slot-taken = “{ $label }” can open this vault already.
store-slot-unknown = Nobody is called “{ $label }” here.
store-slot-unknown-hint = “rumbo person list” names who can open this vault.
store-slot-same = This is the passphrase of the vault itself. A second person needs one of their own, so that it can be told who opened the vault, and taken away.
store-slot-not-own = This takes the passphrase that the vault was made with; that was another one.
store-newer = The vault has format { $found }; this rumbo knows up to { $known }. Nothing was touched.
store-newer-hint = Use a newer rumbo.
store-no-header = Both copies of the header are gone. Nothing in the folder can be opened.
store-no-header-hint = Restore a backup into another folder: rumbo restore FILE --vault DIR.
store-no-header-newest = Restore the newest backup into another folder: rumbo restore { $newest } --vault DIR.
store-bad-header = Both copies of the header are damaged: { $flaw }. Nothing in the folder can be opened.
store-bad-header-hint = Restore a backup into another folder: rumbo restore FILE --vault DIR.
store-damaged = The vault is damaged: { $place }: { $flaw }. Nothing was changed.
store-damaged-change = The vault is damaged: { $place }, change { $change }: { $flaw }. Nothing was changed.
store-damaged-hint = Keep the folder as it is, and restore a backup into another one: rumbo restore FILE --vault DIR.
store-copy-damaged = This copy cannot be used: { $flaw }. Nothing was changed.
store-copy-damaged-hint = Use another copy, if there is one; a damaged one is never restored in part.
store-flaw = { $flaw ->
    [gone] a file is not there
    [short] it is shorter than it was
    [form] it is not of the form that rumbo writes
    [checksum] the checksum does not match
    [seal] the seal is broken
    [record] it holds what is no record
   *[behind] acknowledged changes are missing
 }
store-kept-other = { $place } is a copy of another vault. It was not replaced.
store-kept-other-hint = Name another file for the copy of this vault.
store-kept-ahead = { $place } is a copy of this vault up to change { $theirs } and holds what this vault, now at change { $ours }, does not. It was not replaced.
store-kept-ahead-hint = Name another file; “rumbo restore” on the older one, into a new folder, shows what it holds.
store-kept-broken = { $place } is a copy of this vault, but its seal is broken: what it holds cannot be told. It was not replaced.
store-kept-broken-hint = Name another file, or move that one away yourself.
store-not-saved = Not saved. { $why } Nothing more is written until the vault is opened again.
store-still-here = What you typed is still here.
store-not-closed = All that was acknowledged is saved. { $why } Only the quick copy is missing; the next opening takes longer.
store-moved = Another program moved, replaced or changed the vault’s folder while it was open.
store-moved-hint = What was said to be saved lies in the folder as it was then: look for where it is now. If it is gone, restore a backup: rumbo restore FILE --vault DIR.
store-read-only = This opening only reads.
store-too-large = Too large to save in one piece.
store-random = The system gives no random numbers: { $why }.
store-io = Could not { $verb ->
    [clear] clear
    [create] create
    [find] look at
    [list] list
    [lock] lock
    [open] open
    [protect] protect
    [read] read
    [remove] remove
    [replace] replace
    [sync] make durable
    [write] write
   *[use] use
 } { $place }: { $why }.
system-said = { $kind ->
    [not-found] there is nothing of that name
    [no-permission] the system does not permit it
    [full] the disk is full
    [quota] the disk quota is used up
    [too-large] the system does not permit files that large
    [read-only] the disk can only be read
    [no-folder] a part of the path is no folder
    [folder] it is a folder
    [exists] there is something of that name already
    [device] the disk reports a fault
   *[other] the system says “{ $text }”
 }
notice-torn-tail = After change { $after } a write was cut short before it was acknowledged; its { $bytes } bytes are kept in { $kept }.
notice-unknown-tail = After change { $after } stands a change that is not whole; whether it was acknowledged cannot be told. Its { $bytes } bytes are kept in { $kept }.
notice-unwitnessed = The record of the change saved last is missing or not genuine. The vault is whole up to change { $last }; whether there were later ones cannot be told. Compare with the latest backup.
notice-tail-in-the-way = A write cut short after change { $after } could not be set aside: this opening only reads. { $why }
notice-checkpoint-skipped = The quick copy could not be used; the journal was read instead.
notice-state-rebuilt = The state could not be proven and was made again from the journal. Nothing is lost.
notice-state-failed = The state failed; timelines come from the journal until the next opening. { $why }
notice-header-repaired = One copy of the header was bad and was replaced by the other.
opened-last-change = Last change: { $change }, { $at }.

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
cli-not-locked = The screen could not be locked in its place, so rumbo has closed: { $why }
cli-not-locked-hint = What was saved is all there; what was being typed is not.
cli-nothing-to-resume = No rumbo was locked in this process; --resume is not for typing.
plain-swap = This computer's swap space does not look encrypted: what is on the screen may reach the disk unsealed.
cli-no-terminal = The screen needs a terminal.
cli-no-terminal-hint = Without one: rumbo queue, cases, partners, timeline, import, do.
cli-dumb-terminal = This terminal cannot show the screen: { $term ->
    [none] TERM is not set.
   *[other] TERM is “{ $term }”.
}
cli-dumb-terminal-hint = Without the screen: rumbo queue, cases, partners, timeline, import, do. If it can draw one after all, say so: TERM=xterm-256color rumbo
cli-nobody-to-ask = There is no terminal to ask for the passphrase.
cli-nobody-to-ask-hint = Name a file that holds it: --passphrase-file FILE.
cli-not-utf8 = { $file } is not UTF-8 text.
cli-only-on-screen = That works on the screen only.
none-deadlines = No deadline is open.
none-cases = There is no case yet.
none-partners = There is no partner yet.
none-match = No partner matches.
none-blindspots = Nothing is missing.
none-retention = No closed case is past the clinic’s period.
none-events = Nothing is noted of this case yet.
none-keys = “{ $keys }” does nothing anywhere.
cli-passphrase = Passphrase:
cli-restored = Made a vault at { $place } from the copy.
cli-takes = “{ $command }” takes { $missing }.
cli-test-kdf = TEST KEY: the key derivation of this vault is cheap and protects nothing. Not for real records.
cli-waiting-for = { $file } is a pipe: reading what is written to it, until it is closed (ctrl-c ends it).
cli-too-large = { $file } is larger than { $most } MiB.
create-not-the-same = The two are not the same. Once more.
cli-present-passphrase = Present passphrase or recovery key:
weak-short = At least { $count } characters; several words are good.
weak-recovery = That reads like a recovery key; as a passphrase take something else.
weak-guessable = That is easy to guess: { $pattern ->
    [common] much of it is a passphrase that many people use
    [keyboard] much of it is keys that lie side by side
    [repeat] much of it is the same again and again
    [sequence] much of it is letters or digits in a row
    [date] much of it is a date or a year
    [word] much of it is one word
    [name] much of it is a name
   *[other] too little of it is unexpected
  }.
weak-hint = Four or five words that have nothing to do with each other are long enough and easy to keep in mind.
recovery-explained = This is the recovery key. It opens the vault when the passphrase is forgotten, and whoever has it can open it too. Write it on paper; it is shown only now. Keep it away from this computer.
recovery-title = The recovery key
recovery-from-paper = Type the recovery key from the paper. Capitals and dashes do not matter. Esc shows it again.
recovery-go-on = Enter when it is written down.
recovery-written = Enter when it is written down:
recovery-type-back = Type it back from the paper (Enter alone shows it again):
recovery-another = That is not the recovery key just shown.
recovery-left = The recovery key was not typed back. Nothing was changed.
recovery-nowhere = There is no terminal to show the recovery key.
recovery-nowhere-hint = Name a new file for it: --recovery-file FILE. Move that file away from this computer afterwards.
recovery-in-file = The recovery key is in { $file }. Move it away from this computer; whoever has it can open the vault.
recovery-on-paper = The recovery key is on your paper. Whoever has it can open the vault.
keys-passphrase-changed = The passphrase is changed.
keys-recovery-changed = The old recovery key no longer opens this vault.
keys-rotated = Everything in the vault is sealed anew under a new key.
keys-dropped = { $label } can no longer open the vault; “rumbo person add” lets them in again.
keys-older-copies = Backups and other copies made until now still open as they did then.
keys-one-copy = one of the two copies of the header could not be written; the next opening writes it.
keys-person-added = { $label } can now open the vault with their own passphrase.
keys-person-removed = { $label } can no longer open the vault.
keys-holder = { $kind ->
    [passphrase] passphrase
    [recovery] recovery key
   *[person] person: { $label }
  }{ $used ->
    [yes] , used just now
   *[no] {""}
  }
import-preview = Nothing is changed yet: --yes applies it, as one act that one undo takes back.
