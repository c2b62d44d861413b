# Lo que falla en un archivo de teclas. Cada frase va detrás de «archivo:línea:columna: error:».
keymap-error = error
keymap-warning = aviso
keymap-syntax = esto no es TOML: { $detail }
keymap-schema-missing = indique qué forma tiene este archivo: schema = 1
keymap-schema-newer = el esquema { $found } es más nuevo que este programa, que lee el esquema { $supported }
keymap-setting = «{ $name }» no es un ajuste, o su valor no es del tipo debido; existen schema, name, extends y counts
keymap-unknown-base = no hay ningún mapa de teclas incluido «{ $name }»
keymap-unknown-base-hint = no hay ningún mapa de teclas incluido «{ $name }»; ¿quiso decir «{ $suggestion }»?
keymap-unknown-context = no existe el contexto «{ $name }»
keymap-unknown-context-hint = no existe el contexto «{ $name }»; ¿quiso decir «{ $suggestion }»?
keymap-not-a-line = «{ $keys }» debe llevar una línea de orden entre comillas
keymap-unknown-key = tecla desconocida «{ $key }»; los modificadores son ctrl- alt- shift-, en ese orden
keymap-same-key = «{ $key }» llega como «{ $real }» en casi todas las terminales; asigne «{ $real }»
keymap-bound-twice = «{ $keys }» ya está asignada, en { $other }
keymap-unknown-command = orden desconocida «{ $line }»
keymap-unknown-command-hint = orden desconocida «{ $line }»; ¿quiso decir «{ $suggestion }»?
keymap-bad-command = «{ $line }» no se puede ejecutar: { $detail }
keymap-eats-text = «{ $keys }» se tragaría el texto escrito en [{ $context }]; use ctrl-, alt- o una tecla de función
keymap-hides-longer = «{ $keys }» oculta «{ $hidden }» (de { $other }); ponga una de las dos en "nop"
keymap-hidden-by-shorter = «{ $keys }» no se puede terminar nunca, porque «{ $shorter }» (de { $other }) actúa enseguida; ponga una de las dos en "nop"
keymap-digit-is-count = «{ $keys }» nunca se ejecuta, porque en este mapa las cifras son repeticiones; póngala en "nop"
keymap-unreachable = ninguna tecla de [{ $context }] ejecuta ya «{ $line }», y hace falta una
keymap-needs-altgr = «{ $key }» requiere AltGr o es tecla muerta en los teclados español y latinoamericano
keymap-unsendable = casi ninguna terminal envía «{ $key }»
