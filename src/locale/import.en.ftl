# What an import would do, and why a row, a card or a file is not taken in.

import-applied = applied: { import-summary }
import-applied-hint = rumbo do with the line “undo”, or u on the screen, takes it back as one act.
import-nothing-applied = nothing to apply: { import-summary }
import-summary = { $new } new, { $changed } changed, { $same } same, { $refused } refused
import-together = { $rows } rows and cards are { $records } records: those that speak of one are taken together.
import-word-new = new
import-word-changed = changed
import-word-refused = refused
import-refused = { $file }, line { $line }: { $reason }

import-empty = { $file } is empty.
import-not-text = { $file }, line { $line }: a zero byte, so this is no text file. Save it as CSV in UTF-8 (a workbook: “save as”), and import that.
import-no-key-column = { $file }: no column says { $fields }. Its columns: { $columns }. Tell which with --map FIELD=COLUMN; without titles, columns are #1, #2 and so on.
import-unknown-field = There is no field { $field }. Fields: { $known }.
import-unknown-column = No file has a column { $column }. Columns: { $known }.

unread-no-name = no name
unread-no-code = no code name
unread-bad-code = “{ $found }” cannot be a code name: up to 24 letters, digits and dashes, no spaces. Give the case one, such as R-014, and put a real name in the column “name”
unread-no-need = a new case needs to say what the person came for; codes: { $codes }
unread-unknown-need = { $found } is not a need; codes: { $codes }
unread-bad-date = { $column }: { $found } is not a date; write it as 2026-03-14
unread-ambiguous-date = { $column }: { $found } could be two dates; write it as 2026-03-14
unread-too-many-fields = { $found } values for { $columns } columns; a comma or a quote is probably not quoted
unread-unclosed-quote = a quote is opened and never closed; close it before the comma, or take it away
unread-too-long = { $column }: too long
unread-unclosed-card = a card without its end
unread-outside-card = lines outside any card
