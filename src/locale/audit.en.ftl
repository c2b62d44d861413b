## The audit

audit-nobody = nobody known
audit-who = key { $slot } ({ $kind ->
    [passphrase] passphrase
    [recovery] recovery key
    [person] second person
   *[unknown] unknown
}){ $named ->
    [yes] , { $user }
    [number] , account { $user }
   *[no] {""}
}
audit-began = the audit begins; changes up to { $change } come from the journal
audit-began-anew = the audit before was damaged and set aside; it begins anew after change { $change }
audit-began-after-loss = an audit before this one is gone as a whole; it begins anew after change { $change }
audit-unlocked = opened the vault
audit-unlocked-to-read = opened the vault to read
audit-refused = { $count ->
    [one] 1 wrong passphrase, { $first }
   *[other] { $count } wrong passphrases, { $first } to { $last }
}
audit-locked = locked the screen
audit-closed = closed the vault
audit-viewed = looked at { $of }
audit-changed = change { $change }: { $act }
audit-took-back = took back or did again change { $change } ({ $act })
audit-exported = { $what ->
    [calendar] exported a calendar with code names
    [calendar-with-names] exported a calendar with names
    [what-we-hold] printed all that is kept
   *[records] exported records, unsealed
}: { $of }
audit-backed-up = made a sealed copy, up to change { $change }
audit-restored = the records stand again at change { $change }
audit-keys = { $what ->
    [passphrase] changed the passphrase of key { $slot }
    [recovery] made a new recovery key, key { $slot }
    [person-added] let a second person in, key { $slot }
    [person-removed] let a second person out, key { $slot }
   *[rotated] sealed everything anew under a new key
}
audit-revealed = showed the A-number of { $of } for: { $purpose }
audit-mended = the damaged journal was written anew; { $any ->
    [yes] changes that could not be read: { $lost }
   *[no] every change could be read
}
audit-of-aside = [set aside]
audit-all-cases = all cases
audit-so-many-cases = { $count } cases
audit-whole = The audit is whole: { $count } entries.
audit-after-loss = An audit before this one is gone as a whole.
audit-after-loss-hint = Find out who removed it. What the present one has is whole: { $count } entries.
audit-aside = An earlier audit was damaged and stands aside: { $kept }.
audit-aside-hint = Its entries up to the damage are listed, marked. Keep it for whoever looks into it, then move it out of the vault’s folder.
store-audit-page = The audit is damaged at page { $page }: { $flaw }. What comes before it is whole; the records are not touched by it.
store-audit = The audit is damaged ({ $place }): { $flaw }. The records are not touched by it.
store-audit-page-hint = Keep a copy of the folder. At the next opening it is set aside, and a new audit begins that says so.
store-audit-hint = Keep a copy of the folder. At the next opening it is set aside, and a new audit begins that says so.
notice-refused = { $count ->
    [one] 1 wrong passphrase since { $since }.
   *[other] { $count } wrong passphrases since { $since }.
}
notice-audit-damaged = The audit was damaged ({ $place }) and is set aside as { $kept }; a new one begins.
notice-audit-gone = The audit is gone as a whole, though there was one; a new one begins that says so. Find out who removed it.
notice-audit-not-written = Not noted in the audit. { $why }
notice-away-not-noted = The copy is good, but the vault could not note that one left it; the reminder for the next will come too early. { $why }

sensitive-a-number = an A-number
sensitive-social-security = a social-security number
lint-typing = This looks like { $what }. It is better not kept in a text: texts are listed, searched and exported. The A-number has a place of its own: case a-number.
lint-refused = This looks like { $what }, which is better not kept in a text: texts are listed, searched and exported. Leave it out, or write the line behind “anyway”.
lint-confirm = This looks like { $what }, and texts are listed, searched and exported. Keep it all the same?
lint-import = { $file }, line { $line }: this looks like { $what }; it is better left out
help-anyway = Carry out a command although it has a number that is better not kept
arg-words = command

number-title = A-number of { $case }
number-seen = Hidden again after 20 seconds, or with any key. That it was shown is noted.
details-a-number = A-number
details-a-number-kept = kept apart since { $day }, by consent: { $consent }
refused-a-number = That is no A-number: it is A and 8 or 9 digits.
refused-a-number-in-line = An A-number is never part of a line. On the screen it is hidden while it is typed; outside: rumbo a-number { $case }
refused-no-a-number = No A-number is kept of { $case }.
refused-reveal-for-nothing = Say what the A-number is shown for: --for PURPOSE. It stands in the audit.
refused-reveal-in-line = A line shows no A-number. On the screen it is seen for some seconds; outside: rumbo reveal { $case } --for PURPOSE
act-kept-a-number = { $form ->
    [named] kept the A-number of { $what } apart, by consent
    [many] kept { $count } A-numbers apart, by consent
   *[plain] kept an A-number apart, by consent
}
act-removed-a-number = { $form ->
    [named] no longer keeps the A-number of { $what }
    [many] no longer keeps { $count } A-numbers
   *[plain] no longer keeps an A-number
}
help-case-a-number = Keep the A-number of a case apart, by recorded consent; it is listed and exported nowhere
help-case-remove-a-number = No longer keep the A-number of a case
help-case-reveal = Show the A-number of a case for some seconds; it is noted with what it was for
arg-number = A-number
arg-consent = consent
arg-for = needed for
arg-help-case-a-number-number = The number: A and 8 or 9 digits; it is hidden while it is typed
arg-help-case-a-number-consent = How the person consented, such as: verbal, 3 Nov 2026, interpreter present
arg-help-case-reveal-for = What it is needed for, such as: court hotline
cli-a-number = A-number (hidden):
cli-a-number-kept = Kept apart. It shows with: rumbo reveal { $case } --for PURPOSE
cli-a-number-removed = No longer kept. What was sealed of it stays unreadable without the case’s key in the journal, and in copies made before, until the case is erased.
