## All that is kept of a person, in words for that person

held-title = What is kept about { $case }
held-intro = This is everything that this clinic’s program keeps about you. You can ask for a correction, for a copy, or that it be erased.
held-person = About you
held-code = name used here
held-representative-phone = phone of the representative
held-consequence = at stake
held-open = open
held-closed = closed on { $day }: { $reason }
held-next-action = { $what }; by { $owner }, until { $day }
held-household = { $label }; { $others ->
    [0] nobody else is in it
    [one] one other person is in it
   *[other] { $others } other people are in it
}
held-a-number = kept since { $day }, sealed apart from everything else, with your consent: { $consent }. It is shown only when it is needed, and each time that is noted.
held-no-a-number = not kept
held-yes = yes
held-no = no
held-deadline = Date: { $title } ({ $id })
held-from = possible from { $day }
held-unset = no date; to be asked on { $day }
held-rule = { $rule }, from { $trigger }; by mail: { $mailed }; filed online: { $online }; counted: { $computed }, before weekends and holidays: { $raw }
held-verified = confirmed on { $day }: { $source }
held-done = done on { $day }
held-missed = declared missed on { $day }{ $named ->
    [yes] {" "}by { $words }
   *[no] {""}
}
held-void = no longer applies since { $day }: { $words }
held-waiting = asked for on { $since }, expected by { $until }
held-step = { $title } ({ $kind }): { $state }; work { $effort }, usual wait { $wait ->
    [one] 1 working day
   *[other] { $wait } working days
}{ $asked ->
    [yes] ; with { $partner }
   *[no] {""}
}
held-acted = { $what }{ $named ->
    [yes] ; { $by }
   *[no] {""}
}, { $day }
held-moved = moved in the list
held-moved-how = { $way ->
    [up] up
   *[down] down
} until { $until }{ $named ->
    [yes] , by { $by }
   *[no] {""}
}: { $reason }
held-request = Asked of others: { $what } ({ $id })
held-draft = not sent
held-sent = sent on { $day }
held-accepted = accepted on { $day }
held-declined = declined on { $day }: { $reason }
held-answered = done on { $day }
held-withdrawn = withdrawn on { $day }
held-day = day
held-known = known from
held-seen = the paper was seen
held-told = somebody told of it
held-mailed = came by mail
held-noted-on = noted on
held-reviewed = looked at
held-reviewed-by = by { $by } on { $day }
held-events = What was noted, oldest first
held-keeping = How it is kept
held-how-long = how long
held-period = { $years ->
    [one] 1 year
   *[other] { $years } years
} after the case is closed; then the clinic looks at whether it still has to be kept. Nothing is erased by itself.
held-no-period = the clinic has set no period; nothing is erased by itself
held-copies = copies
held-no-copies = none are noted
held-backup = sealed copy of everything, made on { $day }
held-backups = sealed copies of everything, made on { $count } days from { $first } to { $last }
held-calendar = calendar file, written on { $day }
held-exported = file that is not sealed, written on { $day }
held-printed = this list, made on { $day }
held-seen-by = who looks at it
held-audit = it is noted each time, without your name; the clinic can say when
held-erasing = erasing
held-how-to-erase = The clinic can erase it for good if you ask and nothing requires that it be kept. Its own key is then destroyed, and with it everything listed here, in all files of the program.
held-copies-end = copies after that
held-how-copies-end = Copies made before still have it, sealed, until they are replaced or deleted. Files that are not sealed, and what partners were told, stay with whoever has them.
