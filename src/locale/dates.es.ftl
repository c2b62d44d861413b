# Fechas contadas sin un caso, la lista de reglas y las reglas propias de una clínica.

## Una cuenta

count-confirm = sin confirmar; confirmar con el representante
count-due = último día
count-safe = actuar a más tardar
count-opens-on = posible desde
count-latest = no después de (no es un día con el que trabajar)
count-no-day = no se calcula ningún último día
count-zero = { $day } es el día 0
count-zero-of = { $trigger }: { $day } es el día 0
count-steps = cuenta
count-warnings = hay que saber
count-if-missed = si se pierde
count-source = fuente
period-before = { $period } antes
date-no-day = «{ $day }» no es un día: escribirlo como 2026-11-02, hoy o +10, en un año del 0001 al 9999.
date-two-ways = «{ $day }» se lee distinto de un país a otro. Escriba año-mes-día, por ejemplo 2026-12-01.
date-out-of-range = { $day } no parece cierto: las reglas cuentan desde los años { $first } a { $last }.
date-off-the-calendar = La cuenta se sale de los años { $first } a { $last }.
date-bad-line = No es una línea que se pueda contar: { $why }.
rank-bad-line = No es una lista de asuntos: { $why }.
rank-twice = «{ $id }» está dos veces.
rank-no-id = { $id } no sirve de identificación; escriba un texto o un número.
rank-no-consequence = «{ $id }»: no existe la consecuencia «{ $what }». Existen removal, right, benefit y administrative.
rank-no-steps = «{ $id }»: las horas y los días de un paso nunca son menos de cero.
date-rules-hint = rumbo rules las muestra todas.

## La lista

rules-id = regla
rules-status = estado
rules-grade = grado
rules-name = nombre
rules-source = fuente
rule-status-in-force = en vigor
rule-status-not-yet = todavía no rige
rule-status-over = ya no rige
rule-status-printed = solo fecha impresa
rule-status-ask = preguntar
rule-status-review = revisar
rule-status-off = apagada

## Reglas propias de una clínica

rulebook-left-out = Las reglas de la clínica quedaron fuera: { $why }
rulebook-nothing-used = No se usa nada del archivo hasta que se corrija.
rulebook-syntax = No es TOML: { $detail }.
rulebook-no-schema = Falta la primera línea: schema = 1.
rulebook-newer = schema = { $found } es más nuevo que este programa: lee { $known }.
rulebook-unknown-table = No existe [[{ $name }]]: usar { $known }.
rulebook-unknown-field = { $table } no tiene el campo «{ $name }»: usar { $known }.
rulebook-missing = { $table } necesita { $field }: { $why }
rulebook-wrong-type = { $field } tiene que ser { $wanted }.
rulebook-unknown-value = { $field } = «{ $value }» no se conoce: usar { $known }.
rulebook-no-rule = No existe la regla «{ $id }» que se quiere cambiar: rumbo rules las muestra todas.
rulebook-rule-exists = Ya existe la regla «{ $id }»: cambiarla con [[change]], o elegir otro id.
rulebook-id = «{ $id }» no sirve de id: solo letras minúsculas, cifras y guiones.
rulebook-no-count = Una regla que cuenta «{ $counts }» necesita count y unit, como count = 30 y unit = "days".
rulebook-zero = count = 0 no cuenta nada: hay que escribir cuántos, en negativo para contar hacia atrás, o counts = "ask".
rulebook-ahead = reviewed = { $day } todavía no llega: hay que escribir el día en que se leyó.
rulebook-twice = «{ $id }» está dos veces en este archivo: dejar una.
rulebook-needed-id = el nombre que usan las órdenes
rulebook-needed-source = dónde se puede leer, con su fecha
rulebook-needed-reviewer = el abogado o representante acreditado que la leyó
rulebook-needed-reviewed = el día en que se leyó, como 2026-11-20
rulebook-needed-name = el nombre sencillo en los dos idiomas
rulebook-needed-trigger = el hecho desde el que cuenta
rulebook-needed-consequence = lo que se pierde si no se cumple
rulebook-needed-reason = por qué está apagada
rulebook-needed-date = el día del cierre, como 2026-12-24
rulebook-needed-class = closed si es seguro, uncertain si no
rulebook-needed-place = everywhere = true, una oficina, o una corte por su nombre
rulebook-wanted-text = texto entre comillas
rulebook-wanted-words = en los dos idiomas, como {"{"} en = "Letter", es = "Carta" {"}"}
rulebook-wanted-number = un número entero
rulebook-wanted-date = una fecha sin comillas, como 2026-11-20
rulebook-wanted-yes = true o false
rulebook-wanted-tables = escrito como [[{ $field }]]
rulebook-wanted-some-text = texto que no esté vacío

## Ciudades de las zonas horarias, cuando el nombre de la tabla no es el que se usa

zone-New_York = Nueva York
zone-Los_Angeles = Los Ángeles
zone-Mexico_City = Ciudad de México
zone-Panama = Panamá
zone-Bogota = Bogotá
