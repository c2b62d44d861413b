# Lo que se escribe para otros programas. Los títulos de un calendario se ven en un teléfono bloqueado: nada de leyes,
# necesidades ni consecuencias.

agenda-due = { $who }: último día, { $what }
agenda-appointment = { $who }: { $what }
agenda-start-by = { $who }: empezar a más tardar este día, { $what }
agenda-opens = { $who }: posible desde este día, { $what }
agenda-ask = { $who }: preguntar la nueva fecha, { $what }
agenda-over = { $who }: retirado de este calendario
agenda-over-nobody = retirado de este calendario
agenda-unconfirmed = { $text }, sin confirmar
agenda-word-appear = cita
agenda-word-file = papeles
agenda-word-renew = renovación
agenda-word-notify = aviso
agenda-word-supply = documento
agenda-word-pay = pago
agenda-word-travel = viaje
agenda-word-service = tarea

export-not-sealed = Este archivo no está sellado: quien lo tenga puede leer los códigos y las fechas, y también cada calendario que lo reciba.
export-not-sealed-names = Este archivo no está sellado y nombra a personas: quien lo tenga puede leer nombres, títulos, lugares y fechas, y también cada calendario que lo reciba.
export-written = { $count ->
    [one] Una fecha escrita
   *[other] { $count } fechas escritas
  } en { $place }, y { $over } que un calendario puede quitar.
export-names-are-plain = Un calendario no se puede sellar, y con --names nombra a personas.
export-plain-hint = Si se quiere así: --plaintext --confirm plaintext.
export-no-word = No se escribió nada: lo que no va sellado necesita la palabra «{ $word }».
export-type-word = Quien tenga este archivo puede leerlo entero. Escriba { $word } para guardarlo sin sello:
export-sealed-to-terminal = Una exportación sellada no es para una pantalla.
export-sealed-to-terminal-hint = Hay que nombrar un archivo.
export-left-sealed = Exportación sellada en { $place }; lo que la abre con su frase de paso y age está a su lado.
export-left-plain = Exportación sin sello en { $place }: quien la tenga puede leerla entera. Conviene borrarla cuando haya servido.
