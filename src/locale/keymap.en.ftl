# What is wrong with a keymap file. Each sentence stands behind "file:line:column: error:".
keymap-error = error
keymap-warning = warning
keymap-syntax = this is not TOML: { $detail }
keymap-schema-missing = say which shape this file has: schema = 1
keymap-schema-newer = schema { $found } is newer than this program, which reads schema { $supported }
keymap-setting = "{ $name }" is not a setting, or holds the wrong kind of value; there are schema, name, extends and counts
keymap-unknown-base = there is no built-in keymap "{ $name }"
keymap-unknown-base-hint = there is no built-in keymap "{ $name }"; did you mean "{ $suggestion }"?
keymap-unknown-context = there is no context "{ $name }"
keymap-unknown-context-hint = there is no context "{ $name }"; did you mean "{ $suggestion }"?
keymap-not-a-line = "{ $keys }" must be bound to a command line in quotes
keymap-unknown-key = unknown key "{ $key }"; the modifiers are ctrl- alt- shift-, in that order
keymap-same-key = "{ $key }" arrives as "{ $real }" in most terminals; bind "{ $real }"
keymap-bound-twice = "{ $keys }" is bound before, at { $other }
keymap-unknown-command = unknown command "{ $line }"
keymap-unknown-command-hint = unknown command "{ $line }"; did you mean "{ $suggestion }"?
keymap-bad-command = "{ $line }" cannot run: { $detail }
keymap-eats-text = "{ $keys }" would swallow text typed in [{ $context }]; use ctrl-, alt- or a function key
keymap-hides-longer = "{ $keys }" hides "{ $hidden }" (from { $other }); set one of them to "nop"
keymap-hidden-by-shorter = "{ $keys }" can never be finished, because "{ $shorter }" (from { $other }) acts at once; set one of them to "nop"
keymap-digit-is-count = "{ $keys }" never runs, because digits are counts in this keymap; set it to "nop"
keymap-unreachable = no key in [{ $context }] runs "{ $line }" any more, and one must
keymap-needs-altgr = "{ $key }" needs AltGr or is a dead key on Spanish and Latin American keyboards
keymap-unsendable = most terminals do not send "{ $key }"
