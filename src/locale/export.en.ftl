# What is written for other programs. The titles of a calendar show on a locked phone: no law, no need, no consequence.

agenda-due = { $who }: { $what } due
agenda-appointment = { $who }: { $what }
agenda-start-by = { $who }: start by this day, { $what }
agenda-opens = { $who }: possible from this day, { $what }
agenda-ask = { $who }: ask for the new date, { $what }
agenda-over = { $who }: removed from this calendar
agenda-over-nobody = removed from this calendar
agenda-unconfirmed = { $text }, unconfirmed
agenda-word-appear = appointment
agenda-word-file = papers
agenda-word-renew = renewal
agenda-word-notify = message
agenda-word-supply = document
agenda-word-pay = payment
agenda-word-travel = trip
agenda-word-service = task

export-not-sealed = This file is not sealed: whoever gets it can read code names and dates, and so can every calendar that takes it in.
export-not-sealed-names = This file is not sealed, and it names people: whoever gets it can read names, titles, places and dates, and so can every calendar that takes it in.
export-written = { $count ->
    [one] One date
   *[other] { $count } dates
  } written to { $place }, and { $over } that a calendar may drop.
export-names-are-plain = A calendar cannot be sealed, and with --names it names people.
export-plain-hint = Where that is wanted: --plaintext --confirm plaintext.
export-no-word = Nothing was written: what is not sealed needs the word “{ $word }”.
export-type-word = Whoever gets this file can read all of it. Type { $word } to write it unsealed:
export-sealed-to-terminal = A sealed export is not for a screen.
export-sealed-to-terminal-hint = Name a file.
export-left-sealed = Sealed export in { $place }; what opens it with your passphrase and age lies beside it.
export-left-plain = Unsealed export in { $place }: whoever gets it can read all of it. Remove it when it has served.
