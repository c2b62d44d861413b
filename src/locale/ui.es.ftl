# Lo que la pantalla dice alrededor de los registros.

## Head, status and lists

head-demo = DEMO
head-test-key = CLAVE DE PRUEBA, no para datos reales
head-test-key-short = PRUEBA
head-test-key-letter = PRUEBA
head-blur = NOMBRES OCULTOS
head-blur-letter = OCULTO
peek-name = { $case }: { $name }
peek-names = { $case }: { $name } · nombre por el que preguntar: { $called }
peek-called = { $case }: sin nombre · nombre por el que preguntar: { $called }
peek-none = { $case }: no se guarda ningún nombre
head-escalate-short = esc.
head-act_now-short = ya
head-coming-short = próx.
head-later-short = luego
head-waiting-short = esp.
head-escalate-letter = E
head-act_now-letter = A
head-coming-letter = P
head-later-letter = L
head-waiting-letter = S
head-legend = las cifras de la primera línea
head-escalate-means = escalar: incumplido o fuera de alcance, llamar hoy
head-act_now-means = actuar ya
head-coming-means = próximo
head-later-means = luego
head-waiting-means = en espera de otros, o pospuesto
head-nobody-means = escalado, y no se sabe a quién llamar
head-unmet-means = previsión: lo que no cabe en las horas que hay
head-blind-spots-means = puntos ciegos: lo que falta, no lo que se atrasó
head-nobody = nadie a quien llamar
head-nobody-short = sin contacto
head-nobody-letter = !
status-saving = guardando…
status-filter = filtro:
list-empty = todavía no hay nada
list-empty-first = todavía no hay nada: { $key } abre el primer caso
list-no-match = nada coincide
list-of = { $shown } de { $all }
list-marked = { $count ->
    [one] { $count } marcada
   *[other] { $count } marcadas
}
list-below = { $count } más abajo
pane-by-due = por fecha límite
pending-title = { $keys } …
screen-too-small = rumbo necesita una pantalla de al menos { $width } × { $height }; esta mide { $now-width } × { $now-height }.

## Pickers, pages and questions

picker-find = Buscar un caso, un plazo o un colaborador
picker-palette = Todas las órdenes
page-help = Teclas
page-help-replaced = { $label } (antes: { $before })
page-why = Por qué está donde está
page-details = Detalles
page-below = { $count ->
    [one] { $count } línea más abajo
   *[other] { $count } líneas más abajo
}
confirm-title = ¿Confirma?
confirm-default = No pasa nada mientras no responda que sí.

## Timeline

timeline-title = Cronología { $code }
timeline-newest = lo más reciente primero
timeline-oldest = lo más antiguo primero
timeline-count = { $count ->
    [one] { $count } evento
   *[other] { $count } eventos
}
timeline-only = solo { $kinds }
timeline-interpreter = { $language }, intérprete { $how }
timeline-representative = representante: { $name }
timeline-next = próximo: { $what } · { $owner } · { $day }
timeline-contact = contacto seguro: { $how }
timeline-reading = leyendo…
timeline-empty = todavía no hay nada anotado
contact-message-yes = se puede dejar mensaje
contact-message-no = no dejar mensaje

## Forms

form-required = * es obligatorio
form-date = Un día: 2026-12-01, hoy, o +10 para dentro de diez días.
form-time = Fecha y hora locales: 2026-12-01 09:30.
form-number = Un número.
form-choice = Se elige con la barra espaciadora o escribiendo las primeras letras:
form-toggle = Se cambia con la barra espaciadora.
form-known-more = { $count ->
    [one] y 1 más
   *[other] y { $count } más
}
form-proposed = Lo que se escriba lo reemplaza.
form-known = La flecha derecha toma el primero de estos:
form-many = Si son varios, se separan con «;».
form-choose = elegir

## Before the vault is open

locked-title = Abrir la bóveda
locked-explanation = { $place }
locked-passphrase = Frase de paso
locked-demo = Una bóveda inventada; su frase de paso es { $passphrase }.
locked-again = Otra vez la misma
locked-busy = derivando la clave…
locked-closing = Bloqueando…
locked-wiped = Hace rato que nadie toca una tecla: lo escrito se borró. Escriba la frase otra vez.
locked-draft-lost = No se pudo recuperar lo que se escribía antes del bloqueo. Lo guardado está completo.
blank-explanation = Hace rato que nadie toca una tecla. Cualquier tecla muestra otra vez la pantalla.
create-title = Una bóveda nueva
create-explanation = rumbo guarda sus registros sellados en { $place }. Elija una frase de varias palabras. No se guarda en ningún sitio. Después viene una clave de recuperación para anotar en papel: sin una de las dos nadie puede abrir la bóveda.
create-short = Elija una frase de varias palabras; no se guarda en ningún sitio. Después viene una clave de recuperación para anotar en papel.

## Choices that no other list names.

choice-yes = sí
choice-no = no
pane-caseload = casos
pane-deadlines = plazos
pane-partners = colaboradores
pane-timeline = cronología
to-removal = deportación
to-right = derecho
to-benefit = beneficio
to-administrative = administrativo
known-seen = visto
known-told = contado
request-state-accepted = aceptada
request-state-declined = rechazada
request-state-done = hecha
request-state-withdrawn = retirada
paper-kind-hearing-notice = aviso de audiencia
paper-kind-decision = decisión
paper-kind-order = orden
paper-kind-request-for-evidence = solicitud de pruebas
paper-kind-notice-of-intent = aviso de intención
paper-kind-receipt = recibo
paper-kind-appointment = cita
paper-kind-fee-notice = aviso de pago
paper-kind-other = otro

## Where keys hold, and lines that a command's own help does not tell apart

context-global = en todas partes
context-list = en todas las listas
context-caseload = casos
context-deadlines = plazos
context-partners = colaboradores
context-timeline = cronología
context-form = formularios
context-picker = buscador y paleta
context-filter = línea de filtro
context-confirm = preguntas
context-help = páginas
context-locked = antes de abrir la bóveda
help-pane-focus-caseload = Ir a los casos
help-pane-focus-deadlines = Ir a los plazos
help-pane-focus-partners = Ir a los colaboradores
help-pane-focus-timeline = Ir a la cronología
help-move-1 = Abajo
help-move--1 = Arriba
help-move-first = Primera fila
help-move-last = Última fila
help-move-page = Una página abajo
help-move--page = Una página arriba
help-move-halfpage = Media página abajo
help-move--halfpage = Media página arriba

## Una palabra para la línea de ayuda

hint-find = buscar
hint-help = ayuda
hint-filter = filtrar
hint-timeline-open = cronología
hint-deadline-add = agregar plazo
hint-event-log = nota
hint-case-next = qué sigue
hint-case-edit = editar
hint-why = por qué
hint-deadline-done = cumplido
hint-deadline-snooze = posponer
hint-step-add = paso
hint-deadline-acted = gestión hecha
hint-request-start = solicitud
hint-partner-add = agregar
hint-partner-edit = editar
hint-timeline-filter = clases
hint-timeline-flip = invertir
hint-timeline-jump = ir al día
hint-form-save = guardar
hint-form-next = siguiente
hint-cancel = cancelar
hint-close = cerrar
hint-move-page = más
hint-picker-accept = elegir
hint-filter-accept = conservar
hint-confirm-yes = sí
hint-confirm-no = no
hint-unlock = abrir
hint-quit = salir
hint-palette = órdenes
hint-undo = deshacer
hint-mark-toggle = marcar
hint-case-add = caso nuevo
hint-paper-log = papel

## Las teclas como se muestran. Los archivos de teclas conservan los nombres de la izquierda en todos los idiomas.

key-space = espacio
key-backspace = retroceso
key-delete = supr
key-insert = insert
key-home = inicio
key-end = fin
key-pageup = re pág
key-pagedown = av pág
key-up = arriba
key-down = abajo
key-left = izquierda
key-right = derecha
key-shift = mayús
