# Lo que dice rumbo cuando no puede hacer algo, y qué hacer entonces.

## Una línea que no es una orden

bad-quotes = Hay comillas abiertas sin cerrar.
bad-command = No existe la orden «{ $word }». «:» muestra todas.
bad-command-near = No existe la orden «{ $word }»; ¿quizá «{ $near }»?
bad-argument = Aquí no existe el argumento «{ $arg }».
bad-argument-near = Aquí no existe el argumento «{ $arg }»; ¿quizá «{ $near }»?
bad-argument-loose = «{ $arg }» es una palabra de más; varias palabras van entre comillas.
bad-conflict = { $arg } y { $other } se excluyen: solo cabe uno de los dos.
bad-incomplete = A «{ $command }» { $count ->
    [one] le falta
   *[other] le faltan
} { $missing }.
bad-twice = { $arg } solo se da una vez.
bad-value-missing = A { $arg } le falta el valor.
bad-other = No se puede leer: { $text }
expected-day = «{ $value }» no es un día: escriba 2026-12-01, hoy, mañana o +10.
expected-day-order = «{ $value }» se lee distinto de un país a otro. Escriba año-mes-día, por ejemplo 2026-12-01.
expected-time = «{ $value }» no es fecha y hora. Se escribe como 2026-12-01 09:30.
expected-when = «{ $value }» no es una hora. Se escribe como 09:30, o con su día como 2026-12-01 09:30.
expected-zone = «{ $value }» no es una zona horaria. Se escribe como America/New_York o America/Tijuana.
expected-reference = «{ $value }» no se puede leer aquí.
expected-number = «{ $value }» no es un número que quepa aquí.
expected-one-of = «{ $value }» no es ninguno de: { $codes }.

## Una orden que no se cumple

refused-already-ended = «{ $title }» ya terminó: { $state }.
refused-arrival-ahead = { $day } aún no llega; una llegada queda atrás.
refused-bad-code = «{ $code }» no sirve de nombre clave: hasta 24 letras, cifras y guiones, sin espacios.
refused-case-closed = { $case } ya está cerrado.
refused-changed-since = { $id } cambió después: ya no se puede deshacer «{ $what }».
refused-clock = La hora se escribe como 09:30.
refused-code-taken = Ya existe el caso { $code }.
refused-date-and-no-date = O una fecha nueva o ninguna; no las dos cosas.
refused-deadline-of-other-case = Ese plazo es de otro caso.
refused-effort = El trabajo se escribe en horas, de 0 a 1000.
refused-weight-order = Una consecuencia más grave nunca pesa menos que una más leve. Cambie primero el otro peso.
refused-names-shown = Los nombres no están ocultos.
refused-blank-range = La pantalla se tapa después de { $least } a { $most } segundos sin tocar una tecla, no después de { $blank }. Esto no se puede desactivar.
refused-lock-range = La pantalla se bloquea después de { $least } a { $most } segundos sin tocar una tecla, no después de { $lock }. Esto no se puede desactivar.
refused-blank-past-lock = La pantalla se bloquearía a los { $lock } segundos y se taparía solo a los { $blank }. Primero se tapa, o las dos cosas a la vez.
refused-event-ahead = Ese día aún no llega.
refused-field-needed = Hay que llenar este campo.
refused-one-of = Hay que llenar uno de estos: { $fields }.
refused-form-incomplete = Aquí todavía falta algo.
refused-language = rumbo habla en y es, no «{ $lang }».
refused-no-case = No existe el caso «{ $code }».
refused-no-case-near = No existe el caso «{ $code }»; ¿quizá { $near }?
refused-no-consent = { $id } sigue en borrador hasta que conste el consentimiento para este colaborador.
refused-no-deadline = No existe el plazo «{ $id }».
refused-partner-name = Un colaborador necesita nombre.
refused-no-partner = No existe el colaborador «{ $name }». También sirve su número, como P7.
refused-no-partner-near = No existe el colaborador «{ $name }»; ¿quizá { $near }?
refused-no-request = No hay una solicitud abierta «{ $id }».
refused-no-rule = No existe la regla «{ $rule }».
refused-no-rule-near = No existe la regla «{ $rule }»; ¿quizá { $near }?
refused-no-step = A «{ $title }» no le queda ese paso.
refused-no-such-time = { $time } no existe en { $zone }: los relojes se adelantan en esa hora.
refused-no-timeline = Primero hay que abrir una cronología.
refused-no-title = Un plazo necesita título.
refused-not-draft = { $id } ya se envió.
refused-not-escalated = «{ $title }» no está escalado: hoy no hay nada de que responder.
refused-missed-ahead = «{ $title }» ({ $day }) todavía no llega. Para declararlo incumplido de todos modos, agregue --yes.
refused-missed-no-date = «{ $title }» no tiene fecha: anote primero su fecha o lo que pasó.
refused-missed-no-date-hearing = «{ $title }»: la audiencia no tiene fecha: anote primero su fecha o la orden.
refused-missed-opens = «{ $title }» no tiene último día: ese día solo se abre. Anote primero su último día.
refused-not-heavier = Eso no pesa más que ahora.
refused-nothing-selected = No hay nada seleccionado.
refused-nothing-to-change = Eso no cambia nada.
refused-nothing-to-redo = No hay nada que rehacer.
refused-nothing-to-undo = No hay nada que deshacer.
refused-one-at-a-time = De uno en uno: hay varios marcados.
refused-partner-taken = Ya existe el colaborador «{ $name }».
refused-place-without-time = Lugar y zona son de una cita: hace falta también su hora.
refused-received-before-printed = No pudo recibirse antes de imprimirse.
refused-representative-name = Hace falta también el nombre de quien representa.
refused-request-ended = { $id } ya terminó: { $state }. Hace falta una nueva.
refused-rule-days = La regla «{ $rule }» no se puede contar desde ese día.
refused-rule-disabled = La regla «{ $rule }» está apagada: { $why }
refused-rule-ask = La regla «{ $rule }» no cuenta ningún día: preguntar al representante y dar el día que él o un papel indique (--due, --printed).
refused-rule-review = «{ $rule }» no tiene fecha: pide que alguien mire lo que pasó.
refused-rule-needs-printed = La regla «{ $rule }» solo fija un máximo: hace falta la fecha impresa por la corte o la agencia (--printed).
refused-rule-without-trigger = Una regla necesita el día desde el que cuenta: --trigger.
refused-select-case = Primero hay que seleccionar un caso.
refused-select-deadline = Primero hay que seleccionar un plazo en la cola.
refused-select-partner = Primero hay que seleccionar un colaborador.
refused-several-partners = Varios colaboradores se llaman «{ $name }»: hace falta el número, como P7.
refused-snooze-back = Un recordatorio se pospone a un día por venir.
refused-snooze-past-start = «{ $title }» no se puede posponer más allá del { $day }, el día para empezar.
refused-still-draft = { $id } sigue en borrador: primero el consentimiento y el envío.
refused-trigger-without-rule = Un día de inicio es de una regla: hace falta también --rule.
refused-wait-back = El día de seguimiento tiene que ser futuro.
refused-two-days = El día nuevo y la hora nueva nombran dos días distintos.
refused-time-without-day = Indique también el día nuevo.
refused-zone-needed = Falta decir la zona horaria: --zone, como America/New_York o America/Tijuana.
paste-nowhere = Aquí nada recibe texto: lo pegado no se usó.
request-started-next = Queda en borrador; lo que sigue es el consentimiento de la persona: request consent
request-consented-next = Cuando se envíe: request send
form-discard = Lo escrito no está guardado. Esc otra vez lo descarta.

## Preguntas

confirm-void = ¿Quitar «{ $what }» de la cola? No corresponde.
confirm-missed = ¿Declarar «{ $what }» incumplido?
confirm-several = { $count ->
    [one] 1 plazo
   *[other] { $count } plazos
 }

## La bóveda

store-conflict = La bóveda cambió entretanto. No se guardó nada; hay que intentarlo de nuevo.
store-in-use = El proceso { $process } está usando la bóveda.
store-in-use-hint = Primero hay que salir del otro rumbo; queue, cases, partners, timeline y la vista previa de una importación funcionan a la vez.
store-missing = No hay ninguna bóveda en { $place }.
store-missing-hint = «rumbo init» crea una; «rumbo demo» muestra una inventada.
store-exists = Ya hay algo en { $place }.
store-exists-hint = Hay que nombrar otra carpeta u otro archivo; solo se reemplaza una copia o exportación anterior de la misma bóveda.
store-unsafe = { $place } es un enlace, u otros pueden escribir en ella.
store-unsafe-hint = Hace falta una carpeta propia en la que solo usted pueda escribir (chmod 700).
store-wrong-passphrase = Esa no es la frase de paso.
store-mistyped = Es casi la clave de recuperación. De sus ocho grupos, estos tienen un error: { $groups }.
store-slots-full = Otras dos personas ya pueden abrir esta bóveda; no hay lugar para una tercera.
store-slots-full-hint = «rumbo person list» las nombra; «rumbo person remove» quita a una.
store-slot-label = La etiqueta de una persona tiene de 1 a 32 caracteres, en una sola línea.
store-slot-taken = «{ $label }» ya puede abrir esta bóveda.
store-slot-unknown = Nadie se llama «{ $label }» aquí.
store-slot-unknown-hint = «rumbo person list» nombra a quienes pueden abrir esta bóveda.
store-slot-same = Esta es la frase de paso de la propia bóveda. Una segunda persona necesita una suya, para que se sepa quién abrió la bóveda y se pueda quitar.
store-slot-not-own = Para esto hace falta la frase de paso propia de la bóveda; esa era otra.
store-newer = La bóveda tiene el formato { $found }; este rumbo conoce hasta el { $known }. No se tocó nada.
store-newer-hint = Hace falta un rumbo más nuevo.
store-no-header = Faltan las dos copias de la cabecera. Nada de la carpeta se puede abrir.
store-no-header-hint = Restaure una copia en otra carpeta: rumbo restore ARCHIVO --vault CARPETA.
store-no-header-newest = Restaure la copia más reciente en otra carpeta: rumbo restore { $newest } --vault CARPETA.
store-bad-header = Las dos copias de la cabecera están dañadas: { $flaw }. Nada de la carpeta se puede abrir.
store-bad-header-hint = Restaure una copia en otra carpeta: rumbo restore ARCHIVO --vault CARPETA.
store-damaged = La bóveda está dañada: { $place }: { $flaw }. No se cambió nada.
store-damaged-change = La bóveda está dañada: { $place }, cambio { $change }: { $flaw }. No se cambió nada.
store-damaged-hint = Deje la carpeta como está y restaure una copia en otra: rumbo restore ARCHIVO --vault CARPETA.
store-copy-damaged = Esta copia no sirve: { $flaw }. No se cambió nada.
store-copy-damaged-hint = Hace falta otra copia, si la hay; una dañada nunca se restaura a medias.
store-flaw = { $flaw ->
    [gone] falta un archivo
    [short] es más corto de lo que era
    [form] no tiene la forma que escribe rumbo
    [checksum] la suma de control no coincide
    [seal] el sello está roto
    [record] contiene algo que no es un registro
   *[behind] faltan cambios ya confirmados
 }
store-kept-other = { $place } es una copia de otra bóveda. No se reemplazó.
store-kept-other-hint = Hay que nombrar otro archivo para la copia de esta bóveda.
store-kept-ahead = { $place } es una copia de esta bóveda hasta el cambio { $theirs } y contiene algo que esta bóveda, ahora en el cambio { $ours }, no tiene. No se reemplazó.
store-kept-ahead-hint = Hay que nombrar otro archivo; «rumbo restore» de aquel, en una carpeta nueva, muestra lo que contiene.
store-kept-broken = { $place } es una copia de esta bóveda, pero su sello está roto: no se puede saber qué contiene. No se reemplazó.
store-kept-broken-hint = Hay que nombrar otro archivo, o apartar ese a mano.
store-not-saved = No se guardó. { $why } No se escribe nada más hasta abrir la bóveda de nuevo.
store-still-here = Lo escrito sigue aquí.
store-not-closed = Todo lo confirmado está guardado. { $why } Solo falta la copia rápida; la próxima apertura tarda más.
store-moved = Otro programa movió, reemplazó o cambió la carpeta de la bóveda mientras estaba abierta.
store-moved-hint = Lo que se dijo guardado está en la carpeta tal como era entonces: hay que buscar dónde está ahora. Si ya no existe, restaure una copia: rumbo restore ARCHIVO --vault CARPETA.
store-read-only = Esta apertura solo lee.
store-too-large = Demasiado grande para guardarlo de una vez.
store-random = El sistema no da números al azar: { $why }.
store-io = No se pudo { $verb ->
    [clear] limpiar
    [create] crear
    [find] consultar
    [list] listar
    [lock] bloquear
    [open] abrir
    [protect] proteger
    [read] leer
    [remove] quitar
    [replace] reemplazar
    [sync] asegurar en el disco
    [write] escribir
   *[use] usar
 } { $place }: { $why }.
system-said = { $kind ->
    [not-found] no hay nada con ese nombre
    [no-permission] el sistema no lo permite
    [full] el disco está lleno
    [quota] se agotó la cuota de disco
    [too-large] el sistema no permite archivos tan grandes
    [read-only] el disco es de solo lectura
    [no-folder] una parte de la ruta no es una carpeta
    [folder] es una carpeta
    [exists] ya hay algo con ese nombre
    [device] el disco informa de una falla
   *[other] el sistema dice «{ $text }»
 }
notice-torn-tail = Tras el cambio { $after } se cortó una escritura antes de confirmarse; sus { $bytes } bytes quedan en { $kept }.
notice-unknown-tail = Tras el cambio { $after } hay un cambio incompleto; no se puede saber si llegó a confirmarse. Sus { $bytes } bytes quedan en { $kept }.
notice-unwitnessed = Falta el registro del último cambio guardado, o no es auténtico. La bóveda está entera hasta el cambio { $last }; no se puede saber si hubo otros después. Hay que compararla con la última copia.
notice-tail-in-the-way = Una escritura cortada tras el cambio { $after } no se pudo apartar: esta apertura solo lee. { $why }
notice-checkpoint-skipped = La copia rápida no sirvió; se leyó el diario.
notice-state-rebuilt = El estado no se pudo probar y se hizo de nuevo desde el diario. No se perdió nada.
notice-state-failed = El estado falló; las cronologías salen del diario hasta la próxima apertura. { $why }
notice-header-repaired = Una copia de la cabecera estaba mal y se reemplazó por la otra.
opened-last-change = Último cambio: { $change }, { $at }.

## Papeles

paper-hearing-notice = Aviso de audiencia
paper-decision = Decisión
paper-order = Orden
paper-request-for-evidence = Solicitud de pruebas
paper-notice-of-intent = Aviso de intención
paper-receipt = Aviso de recibo
paper-appointment = Aviso de cita
paper-fee-notice = Aviso de tarifa
paper-other = Papel
paper-due-hearing-notice = Lo que pide el aviso de audiencia
paper-due-decision = La fecha de la decisión
paper-due-order = Lo que pide la orden
paper-due-request-for-evidence = Responder a la solicitud de pruebas
paper-due-notice-of-intent = Responder al aviso de intención
paper-due-receipt = La fecha del aviso de recibo
paper-due-appointment = Lo que pide el aviso de cita
paper-due-fee-notice = Pagar lo que pide el aviso de tarifa
paper-due-other = La fecha del papel
paper-at-court = Audiencia
paper-at-agency = Cita
paper-of = { " " }de { $day }
paper-received = , recibido { $day }
paper-seen = , visto
paper-told = , contado

## La línea de órdenes

cli-again = Otra vez la frase de paso:
cli-backed-up = Copia sellada del cambio { $head } en { $place }; se leyó de nuevo y se comparó.
cli-cannot-read = No se puede leer { $file }: { $why }.
cli-cannot-read-hint = Hay que revisar el nombre y quién puede leerlo; de una carpeta, nombrar los archivos que contiene.
cli-line-too-long = más de { $most } caracteres; no se hizo nada de ella. Los textos largos entran con «rumbo import».
cli-empty-passphrase = { $file } no contiene ninguna frase de paso.
cli-keymap-good = { $file }: bien.
cli-keymap-left-out = { $count ->
    [one] Se dejó fuera un archivo de teclas
   *[other] Se dejó fuera un archivo de teclas con { $count } problemas
 }: { $first }
cli-loose-passphrase = otros pueden leer { $file }: chmod 600.
cli-made = Bóveda creada en { $place }.
cli-new-passphrase = Frase de paso nueva:
cli-no-context = No existe el contexto «{ $name }»: { $known }.
cli-no-home = Aquí no se conoce ninguna carpeta de datos: hay que nombrar una con --vault CARPETA.
cli-not-locked = No se pudo bloquear la pantalla en su lugar, así que rumbo se cerró: { $why }
cli-not-locked-hint = Lo guardado está completo; lo que se estaba escribiendo, no.
cli-nothing-to-resume = En este proceso no se bloqueó ningún rumbo; --resume no es para escribirlo.
plain-swap = El espacio de intercambio de esta computadora no parece cifrado: lo que está en la pantalla puede llegar al disco sin sellar.
cli-no-terminal = La pantalla necesita una terminal.
cli-no-terminal-hint = Sin ella: rumbo queue, cases, partners, timeline, import, do.
cli-dumb-terminal = Esta terminal no puede mostrar la pantalla: { $term ->
    [none] TERM no está definida.
   *[other] TERM es «{ $term }».
}
cli-dumb-terminal-hint = Sin la pantalla: rumbo queue, cases, partners, timeline, import, do. Si la terminal sí puede dibujarla, indíquelo: TERM=xterm-256color rumbo
cli-nobody-to-ask = No hay terminal donde pedir la frase de paso.
cli-nobody-to-ask-hint = Hay que nombrar un archivo que la contenga: --passphrase-file ARCHIVO.
cli-not-utf8 = { $file } no es texto UTF-8.
cli-only-on-screen = Eso solo funciona en la pantalla.
none-deadlines = No hay ningún plazo abierto.
none-cases = Todavía no hay ningún caso.
none-partners = Todavía no hay ningún colaborador.
none-match = Ningún colaborador coincide.
none-blindspots = No falta nada.
none-retention = Ningún caso cerrado ha pasado el plazo de la clínica.
none-events = Todavía no hay nada anotado de este caso.
none-keys = «{ $keys }» no hace nada en ningún lugar.
cli-passphrase = Frase de paso:
cli-restored = Bóveda creada en { $place } a partir de la copia.
cli-takes = «{ $command }» acepta { $missing }.
cli-test-kdf = CLAVE DE PRUEBA: la derivación de clave de esta bóveda es barata y no protege nada. No es para datos reales.
cli-waiting-for = { $file } es una tubería: se lee lo que se escriba en ella, hasta que se cierre (ctrl-c lo termina).
cli-too-large = { $file } pasa de { $most } MiB.
create-not-the-same = Las dos no son iguales. Otra vez.
cli-present-passphrase = Frase de paso actual o clave de recuperación:
weak-short = Al menos { $count } caracteres; varias palabras van bien.
weak-recovery = Eso parece una clave de recuperación; como frase de paso, mejor otra cosa.
weak-guessable = Es fácil de adivinar: { $pattern ->
    [common] en gran parte es una frase que usa mucha gente
    [keyboard] en gran parte son teclas que están juntas
    [repeat] en gran parte es lo mismo una y otra vez
    [sequence] en gran parte son letras o cifras seguidas
    [date] en gran parte es una fecha o un año
    [word] en gran parte es una sola palabra
    [name] en gran parte es un nombre
   *[other] muy poco en ella es inesperado
  }.
weak-hint = Cuatro o cinco palabras que no tengan nada que ver entre sí son bastante largas y fáciles de recordar.
recovery-explained = Esta es la clave de recuperación. Abre la bóveda cuando se olvida la frase de paso, y también puede abrirla quien tenga la clave. Hay que escribirla en papel; solo se muestra ahora. Conviene guardarla lejos de esta computadora.
recovery-title = La clave de recuperación
recovery-from-paper = Escriba la clave de recuperación desde el papel. Las mayúsculas y los guiones no importan. Esc la muestra otra vez.
recovery-go-on = Enter cuando esté escrita.
recovery-written = Enter cuando esté escrita:
recovery-type-back = Escríbala de nuevo desde el papel (solo Enter la muestra otra vez):
recovery-another = Esa no es la clave de recuperación que se acaba de mostrar.
recovery-left = La clave de recuperación no se escribió de nuevo. No se cambió nada.
recovery-nowhere = No hay terminal donde mostrar la clave de recuperación.
recovery-nowhere-hint = Hay que nombrar un archivo nuevo para ella: --recovery-file ARCHIVO. Después, llévese ese archivo lejos de esta computadora.
recovery-in-file = La clave de recuperación está en { $file }. Llévela lejos de esta computadora; quien la tenga puede abrir la bóveda.
recovery-on-paper = La clave de recuperación está en su papel. Quien la tenga puede abrir la bóveda.
keys-passphrase-changed = La frase de paso cambió.
keys-recovery-changed = La clave de recuperación anterior ya no abre esta bóveda.
keys-rotated = Todo en la bóveda quedó sellado de nuevo con otra clave.
keys-dropped = { $label } ya no puede abrir la bóveda; «rumbo person add» le da acceso otra vez.
keys-older-copies = Las copias hechas hasta ahora se siguen abriendo como entonces.
keys-one-copy = una de las dos copias de la cabecera no se pudo escribir; se escribirá la próxima vez que se abra.
keys-person-added = { $label } ya puede abrir la bóveda con su propia frase de paso.
keys-person-removed = { $label } ya no puede abrir la bóveda.
keys-holder = { $kind ->
    [passphrase] frase de paso
    [recovery] clave de recuperación
   *[person] persona: { $label }
  }{ $used ->
    [yes] , usada ahora
   *[no] {""}
  }
import-preview = Todavía no cambia nada: --yes lo aplica, como un solo acto que se deshace de una vez.
