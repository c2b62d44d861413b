## A damaged vault: what is said, verified and repaired

act-mended = { $form ->
    [many] stood in for a lost change, { $count } records
   *[plain] stood in for a lost change
}
head-only-reads = DAMAGED, READ ONLY
head-only-reads-letter = READ ONLY
refused-only-reads = The vault is damaged and only reads: nothing can be saved. Leave, and run “rumbo repair”.
store-only-reads = The vault is damaged and only reads: nothing was saved.
store-only-reads-hint = “rumbo verify” says what is wrong; “rumbo repair” writes anew all that is proven and deletes nothing.
hurt-short = The vault is damaged ({ $place }) and only reads. { $unread ->
    [0] Every change can be read.
    [one] One change cannot be read.
   *[other] { $unread } changes cannot be read.
} Leave, and run “rumbo verify”.
hurt-only-reads = It is open to read only. All that is proven is shown; listings and exports work, and nothing is saved.
hurt-nothing-lacking = No change is missing: every one up to { $last } can still be read.
hurt-mixed = Files of two copies of this vault that went separate ways are mixed here, as a program that syncs folders can do. What is shown is what the journal has; changes of the other copy may be missing. Look for the other copy, or for the newest backup, before anything else.
hurt-last-read = The last change that can be read is { $seq }, { $at }.
hurt-change = Change { $first }
hurt-changes = Changes { $first } to { $last }
hurt-between = made between { $after } and { $before }
hurt-after = made after { $after }
hurt-before = made before { $before }
hurt-some-time = made at a time that cannot be told
hurt-gap-kept = { $which }, { $when }, cannot be read; what { $count ->
    [one] it came to
   *[other] they came to
} is kept and shown.
hurt-gap-untold = { $which }, { $when }, cannot be read; cases, deadlines, steps and requests are kept as they stood afterwards, but what { $count ->
    [one] it wrote
   *[other] they wrote
} in timelines, notes among it, is lost.
hurt-gap-lost = { $which }, { $when }, cannot be read, and nothing here tells what { $count ->
    [one] it came to
   *[other] they came to
}.
hurt-cases = These cases were touched by what cannot be read: { $cases }.
hurt-cases-unknown = Which cases they touched cannot be told from the vault.
hurt-numbers = The A-numbers of these cases cannot be opened any more: { $cases }. Ask for them again.
hurt-copy = { $shown ->
    [one] One change that the journal no longer proves is shown
   *[other] { $shown } changes that the journal no longer proves are shown
} from the newest good backup in this folder, which goes up to change { $seq }: { $place }.
hurt-copy-command = To look at it before you repair, restore it beside this vault: { $command }
hurt-todo = Run “rumbo repair”: it keeps a copy of the damaged files and writes anew all that is proven.
hurt-todo-lost = Look first for a backup elsewhere that holds the lost changes: restore the newest one into another folder and compare its last change (rumbo restore FILE --vault DIR). If it holds no more than this, run “rumbo repair”: it keeps a copy of the damaged files and writes anew all that is proven.
verify-clean = Clean: { $changes } changes, { $bytes } bytes read, all of it proven.
verify-not-clean = Not clean: { $count ->
    [one] one finding
   *[other] { $count } findings
} up to change { $changes }. Nothing was changed.
verify-finding = { $what ->
    [damaged] damaged
    [copy] one of two copies is bad
    [quick] cannot be trusted
    [backup] a backup is bad
    [ahead] a backup holds changes that the journal does not have
    [older-key] a backup of before the keys were changed
    [unwitnessed] the record of the last change is missing or not genuine
    [loose] others may use it (mode { $number })
    [foreign] belongs to another user
    [strange] neither a file nor a folder
    [mended] changes that were lost before a repair, { $number } of them; it put a placeholder for each
    [torn] a write cut short, { $number } bytes
    [unproven] in use, or not closed in order
    [aside] set aside earlier
    [audit-gone] an audit that there was is gone as a whole
    [audit-begun] an audit before this one is gone as a whole
   *[leftover] left by a program that was killed
}: { $place }{ $since ->
    [yes] , change { $change }
   *[no] {""}
}{ $flawed ->
    [yes] : { $flaw }
   *[no] {""}
}
verify-todo = { $what ->
    [damaged] Run “rumbo repair”, or restore the newest backup into another folder.
    [copy] Nothing is lost. Opening the vault, or “rumbo repair”, writes the copy again.
    [quick] Nothing is lost. Opening the vault, or “rumbo repair”, makes it again from the journal.
    [backup] The vault itself lost nothing by it. Make a new one with “rumbo backup”, and delete this one then.
    [ahead] Keep it. Restore it into another folder, and compare: rumbo restore FILE --vault DIR.
    [older-key] Nothing to do; it opens with what opened the vault then.
    [unwitnessed] Compare the last change with the latest backup. Opening the vault, or “rumbo repair”, writes the record again.
    [loose] “rumbo repair” gives it to its owner alone.
    [foreign] Find out who put it there; give it back with chown.
    [strange] Find out what it is; rumbo never follows it.
    [mended] Nothing to do, unless a backup elsewhere has them; the damaged files are in the folder “damaged”.
    [torn] Nothing acknowledged is lost; the next opening sets it aside.
    [unproven] Nothing to do; it is made again when it is needed.
    [aside] Nothing to do; delete it when nobody wants to look into it any more.
    [audit-gone] Find out who removed it; a backup has none. The next opening begins a new one that says so.
    [audit-begun] Find out who removed it; a backup has none.
   *[leftover] Nothing to do; the next opening removes it.
}
repair-good = The vault is good: { $changes } changes, all of it proven.
repair-not-good = The vault is not good yet:
repair-aside = The damaged files are kept in { $place }. Erasing a case does not reach them: delete that folder once a good backup is made.
repair-tightened = Files that others could use are the owner’s alone now.
repair-ask = Type { $word } to write the vault anew from what is proven:
repair-word = repair
repair-not-asked = The vault is damaged, and nobody said to write it anew. Nothing was changed.
repair-not-asked-hint = Say so with --yes, or at a terminal.
locked-rebuilding = making the vault ready: { $done } of { $all }
