# Reglas de plazos: el nombre sencillo de cada una, qué las alarga o las excusa, y la cuenta en palabras.
# Cada nombre está en core/rules con la misma identidad. Nada aquí dice lo que la ley significa para alguien.

## Revisión de una decisión

rule-bia-appeal-30 = Apelación ante la Junta (EOIR-26)
rule-bia-appeal-30-note = Con el pago o la solicitud de exención. Se cuenta desde la decisión oral o desde el envío de la escrita, no desde un memorando posterior. No vale para órdenes dictadas en ausencia. Fuera de plazo solo se excusa con diligencia en circunstancias extraordinarias.
rule-bia-appeal-10-ifr2026 = Apelación ante la Junta, diez días
rule-bia-appeal-10-ifr2026-off = nunca rigió; anulada el 8 de marzo de 2026 (Amica v. EOIR). El plazo de apelación es de 30 días.
rule-bia-appeal-10-ifr2026-note = Anulada por un tribunal federal el 8 de marzo de 2026, un día antes de empezar. El plazo de apelación es de 30 días.
rule-bia-brief = Escrito ante la Junta
rule-bia-brief-note = La fecha viene impresa en el calendario de escritos. Más tiempo solo en circunstancias excepcionales.
rule-fee-waiver-refile-15 = Presentar de nuevo tras rechazo de la exención de pago (Junta)
rule-fee-waiver-refile-15-note = Mientras tanto, el plazo de apelación queda suspendido.
rule-motion-to-reconsider-30 = Moción para reconsiderar
rule-motion-to-reconsider-30-note = Solo se permite una.
rule-motion-to-reopen-90 = Moción para reabrir
rule-motion-to-reopen-90-note = Se cuenta desde la orden final, no desde el fin de la salida voluntaria. Otros plazos por cambio de condiciones en el país, mociones conjuntas, VAWA y suspensión del plazo.
rule-vawa-reopen-1y = Moción para reabrir (VAWA)
rule-vawa-reopen-1y-note = Puede excusarse por circunstancias extraordinarias o sufrimiento extremo de un hijo.
rule-in-absentia-rescind-180 = Moción para anular la orden por audiencia perdida
rule-in-absentia-rescind-180-note = Por circunstancias excepcionales. Sin aviso, o bajo custodia, en cualquier momento. Presentarla suspende la deportación.
rule-petition-for-review-30 = Petición de revisión (corte de apelaciones)
rule-petition-for-review-30-note = Presentarla no detiene por sí sola la deportación.
rule-pfr-brief-40 = Escrito ante la corte de apelaciones
rule-pfr-brief-40-note = Más tiempo con causa justificada.
rule-pfr-reply-14 = Escrito de réplica ante la corte de apelaciones
rule-pfr-reply-14-note = Más tiempo con causa justificada.
rule-credible-fear-review = Pedir que un juez revise el miedo creíble
rule-credible-fear-review-note = Se pide al recibir la decisión; callar cuenta como no. La agencia procura 24 horas y tiene siete días como máximo.
rule-reasonable-fear = Miedo razonable: entrevista y revisión
rule-reasonable-fear-note = Los plazos obligan a la agencia. La revisión se pide al recibir la decisión; callar cuenta como no.

## Corte de inmigración

rule-asylum-one-year = Solicitud de asilo (I-589), un año
rule-asylum-one-year-note = Se cuenta desde la última llegada. Circunstancias cambiadas o extraordinarias, presentada en un tiempo razonable. No vale para menores no acompañados. No afecta la suspensión de expulsión ni la CAT. Cuenta la prueba de envío dentro del año.
rule-voluntary-departure-post-60 = Salir con salida voluntaria (tras la audiencia)
rule-voluntary-departure-post-60-note = Rige la fecha de la orden; sesenta días son el máximo. Una moción o petición antes de la fecha pone fin al permiso.
rule-voluntary-departure-pre-120 = Salir con salida voluntaria (antes del fin de la audiencia)
rule-voluntary-departure-pre-120-note = Rige la fecha de la orden; 120 días son el máximo.
rule-vd-bond-5bd = Fianza de salida voluntaria
rule-vd-bond-5bd-note = Se dice que son cinco días hábiles; sin verificar.
rule-vd-bond-proof-30 = Prueba de la fianza de salida voluntaria ante la Junta
rule-vd-bond-proof-30-note = No se conoce prórroga.
rule-eoir33-5 = Nueva dirección a la corte (EOIR-33)
rule-eoir33-5-note = A la corte y a la Junta, con copia al DHS. Las fuentes difieren entre cinco días hábiles y cinco días. Una dirección al cuidado de otra persona puede ser rechazada.
rule-ich-filing-30b = Pruebas antes de la audiencia individual
rule-ich-filing-30b-note = Las tablas oficiales difieren entre 30 y 15 días; rige la orden del juez. La refutación queda exenta, y muchas veces se aceptan pruebas tardías: preguntar a la corte o al representante.
rule-mch-filing-15b = Presentación antes de la audiencia preliminar
rule-mch-filing-15b-note = Solo si se quiere una decisión en la audiencia; si no, puede presentarse en la corte.
rule-eoir-response-10 = Respuesta a una moción o escrito
rule-eoir-response-10-note = Se cuenta desde que la corte lo recibe. Sin respuesta puede tomarse como no impugnado. En detención, la fecha la fija el juez.
rule-eoir-detained = Presentación en un caso con detención
rule-eoir-detained-note = El juez fija cada fecha.
rule-aaf-eoir = Cuota anual de asilo (corte)
rule-aaf-eoir-note = Se debe cuando el juez la ordena por escrito; la orden trae la fecha.

## Agencia

rule-rfe-84-mail3 = Responder a una solicitud de pruebas
rule-rfe-84-mail3-note = Rige la fecha impresa; 84 días, y tres por correo, son el máximo (30 para algunos formularios). Sin prórroga.
rule-noid-30-mail3 = Responder a un aviso de intención
rule-noid-30-mail3-note = Rige la fecha impresa; 30 días, y tres por correo, son el máximo. Sin prórroga.
rule-i290b-30-mail3 = Apelación o moción ante USCIS (I-290B)
rule-i290b-30-mail3-note = Una apelación tardía puede tratarse como moción.
rule-i290b-revocation-15-mail3 = Apelación de una revocación (I-290B)
rule-i290b-revocation-15-mail3-note = Para la revocación de una petición aprobada; 18 días si la decisión llegó por correo.
rule-eoir29-30 = Apelación de una petición familiar denegada (EOIR-29)
rule-eoir29-30-note = Ante la Junta, presentada en USCIS. Los días por correo no se pudieron verificar.
rule-n336-30 = Audiencia sobre una ciudadanía denegada (N-336)
rule-n336-30-note = Se cuenta desde que se recibe la denegación. Una tardía puede tratarse como moción. Los días por correo no se pudieron verificar.
rule-ar11-10 = Nueva dirección a USCIS (AR-11)
rule-ar11-10-note = Sin excepción.
rule-aaf-uscis-30 = Cuota anual de asilo (USCIS)
rule-aaf-uscis-30-note = Sin exención. Si no se paga, se rechaza la solicitud de asilo y termina el permiso de trabajo.
rule-asylum-interview-noshow = Explicar una entrevista de asilo perdida
rule-asylum-interview-noshow-note = Las guías difieren entre 15 y 45 días: no se cuenta. Se pide causa justificada.

## Estatus y tarjetas

rule-asylum-ead-150 = Primer permiso de trabajo por asilo: se puede pedir (I-765)
rule-asylum-ead-150-note = 150 días en el reloj de asilo; el primer día posible. La línea telefónica dice el reloj.
rule-asylum-ead-180 = Primer permiso de trabajo por asilo: se puede otorgar
rule-asylum-ead-180-note = 180 días en el reloj de asilo; el primer día posible. La línea telefónica dice el reloj.
rule-n400-early-90 = Solicitud de ciudadanía (N-400): primer día posible
rule-n400-early-90-note = Cinco años de residencia menos 90 días. Presentada antes, se deniega.
rule-n400-early-90-3y = Solicitud de ciudadanía (N-400), vía de tres años: primer día posible
rule-n400-early-90-3y-note = Tres años de residencia menos 90 días. Presentada antes, se deniega.
rule-n400-4y1d = Solicitud de ciudadanía (N-400) tras un año fuera: primer día posible
rule-n400-4y1d-note = Cuatro años y un día desde el regreso; sin los 90 días de adelanto.
rule-n400-2y1d = Solicitud de ciudadanía (N-400) tras un año fuera, vía de tres años: primer día posible
rule-n400-2y1d-note = Dos años y un día desde el regreso; sin los 90 días de adelanto.
rule-i751-90 = Quitar las condiciones de la residencia (I-751)
rule-i751-90-note = Petición conjunta. Tardía con causa justificada. Exenciones en cualquier momento. El servicio militar en el extranjero la suspende.
rule-i90-6mo = Renovar la tarjeta de diez años (I-90): primer día posible
rule-i90-6mo-note = Vence la tarjeta, no el estatus.
rule-ead-renew-180 = Renovar el permiso de trabajo
rule-ead-renew-180-note = Presentada desde el 30 de octubre de 2025 no hay extensión automática, salvo que lo diga una ley o un aviso de TPS.
rule-daca-renew-150-120 = Renovar DACA
rule-daca-renew-150-120-note = La agencia la pide entre 150 y 120 días antes del fin. Más tarde puede quedar un hueco.
rule-tps-reregistration-60 = Reinscripción en TPS
rule-tps-reregistration-60-note = El aviso del Registro Federal trae las fechas; lo usual son sesenta días. Tardía con causa justificada.
rule-u-i918b-6mo = Presentar la petición U con su certificación
rule-u-i918b-6mo-note = La firma vale seis meses; después hace falta otra.

## De memoria: no se cuenta nada

rule-bond-appeal-30 = Apelar la decisión del juez sobre la fianza
rule-bond-appeal-30-note = Se dice que son treinta días; sin verificar.
rule-first-hearing-10 = Primera audiencia tras la notificación de comparecencia
rule-first-hearing-10-note = Se dice que al menos diez días después de la entrega; sin verificar.
rule-appeal-stay-30 = La deportación espera durante el plazo de apelación
rule-appeal-stay-30-note = Se dice que rige mientras corren los treinta días; sin verificar.
rule-i730-2y = Petición para la familia de un asilado o refugiado (I-730)
rule-i730-2y-note = Se dice que son dos años desde la concesión; sin verificar.
rule-i485-1y = Residencia para asilados y refugiados (I-485): primer día posible
rule-i485-1y-note = Se dice que un año después de la concesión o de la llegada; sin verificar.
rule-sij-i360-21 = Petición de joven inmigrante especial (I-360)
rule-sij-i360-21-note = Se dice que antes de cumplir veintiún años; sin verificar. En algunos estados la corte pierde antes su facultad.
rule-vawa-i360-2y = Autopetición VAWA (I-360) tras divorcio o muerte
rule-vawa-i360-2y-note = Se dice que son dos años; sin verificar.
rule-cspa-1y = Conservar la edad de un hijo buscando la residencia (CSPA)
rule-cspa-1y-note = Se dice que un año desde que hay visa disponible; sin verificar.

## Lo que alguien tiene que mirar

rule-review-court-notice = Notificación de comparecencia entregada
rule-review-court-notice-note = Corte, cargos, dirección y primera audiencia se leen en el papel.
rule-review-hearing = Aviso de audiencia, o audiencia cambiada
rule-review-hearing-note = Una audiencia perdida puede acabar en una orden en ausencia. Todo lo contado hacia atrás desde la fecha anterior se mueve.
rule-review-referral = Caso de asilo remitido a la corte
rule-review-referral-note = El caso sigue ante un juez, con otros lugares y otros días.
rule-review-dismissal = Moción para desestimar o dar por terminado sin audiencia
rule-review-dismissal-note = A menudo se hace en voz alta y se contesta el mismo día.
rule-review-detention = Detención
rule-review-detention-note = En detención el juez fija cada fecha, y los días cuentan por horas.
rule-review-protection-ends = Termina el TPS o el permiso humanitario
rule-review-protection-ends-note = El aviso del Registro Federal o el documento trae el día.
rule-review-fourteen = Un hijo cumple catorce años
rule-review-fourteen-note = Se dice que hay que registrarlo en treinta días; sin verificar.
rule-review-safe-address = Cambió la dirección segura de alguien protegido por VAWA, T o U
rule-review-safe-address-note = Ningún aviso debe llegar a la dirección anterior ni a la de la otra persona.

## Desde qué cuenta una regla

trigger-decision = decisión oral, o envío de la escrita
trigger-final-order = orden final
trigger-order = orden
trigger-briefing-schedule = calendario de escritos
trigger-record = expediente disponible
trigger-opposing-brief = entrega del escrito de la otra parte
trigger-appeal-filed = apelación presentada
trigger-fee-rejected = exención de pago rechazada
trigger-arrival = última llegada
trigger-voluntary-departure-granted = salida voluntaria otorgada
trigger-move = mudanza
trigger-hearing = audiencia
trigger-filing-received = escrito recibido por la corte
trigger-asylum-received = solicitud de asilo recibida
trigger-notice = fecha del aviso
trigger-service = fecha de la decisión
trigger-denial-received = denegación recibida
trigger-residence-granted = residencia otorgada
trigger-return = regreso
trigger-expiry = vencimiento
trigger-registration-start = comienza la inscripción
trigger-certification = certificación firmada
trigger-determination = determinación
trigger-referral = remisión
trigger-interview = entrevista
trigger-bond-decision = decisión sobre la fianza
trigger-protection-granted = protección concedida
trigger-birth = nacimiento
trigger-marriage-ended = divorcio o muerte del cónyuge
trigger-visa-available = visa disponible
trigger-court-notice = notificación de comparecencia entregada
trigger-hearing-set = audiencia fijada o cambiada
trigger-court-referral = remisión a la corte
trigger-dismissal-motion = moción para desestimar o dar por terminado
trigger-detention = detención
trigger-protection-ends = fin del TPS o del permiso humanitario
trigger-fourteenth = cumple catorce años
trigger-safe-address-change = cambio de la dirección segura

## Cómo se leyó la fuente de una regla

grade-read = cláusula leída
grade-secondary = fuente secundaria
grade-memory = sin verificar
grade-sources-differ = las fuentes difieren
rule-not-in-force = { $name } (sin vigencia)
rule-of-clinic = { $name } (regla de la clínica)
rule-changed-by-clinic = { $name } (cambiada por la clínica)
rule-source-clinic = { $source } · regla de la clínica, leída por { $reviewer } el { $day } · confirmar con un abogado o representante acreditado
rule-source = { $citation } · { $grade }, consultada { $day } · confirmar con un abogado o representante acreditado

## La cuenta

period-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
period-business-days = { $count ->
    [one] { $count } día hábil
   *[other] { $count } días hábiles
}
period-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
period-years = { $count ->
    [one] { $count } año
   *[other] { $count } años
}
period-and = { $long } y { $short }
period-less = { $long } menos { $short }
count-from = cuenta desde { $day }
count-after = { $period } después de { $from }: { $to }
count-before = { $period } antes de { $from }: { $to }
count-mail = { $days ->
    [one] más { $days } día por correo: { $to }
   *[other] más { $days } días por correo: { $to }
}
count-rolled = cerrado ({ $over }): corre hasta { $to }
count-rolled-back = cerrado ({ $over }): atrás hasta { $to }
count-cautious = lectura más temprana, { $period }: { $to }
count-other-reading = otra lectura, { $period }: { $to }, no es el día con el que se trabaja
count-opens = posible desde { $on }
count-printed = fecha impresa: { $on }
closed-saturday = sábado
closed-sunday = domingo
closed-announced = cierre anotado por la clínica
closed-in-doubt = puede estar cerrado
closed-observed = { $holiday }, día de descanso
holiday-new-year = Año Nuevo
holiday-martin-luther-king = Día de Martin Luther King
holiday-washington = Natalicio de Washington
holiday-memorial = Día de los Caídos
holiday-juneteenth = Juneteenth
holiday-independence = Día de la Independencia
holiday-labor = Día del Trabajo
holiday-columbus = Día de Colón
holiday-veterans = Día de los Veteranos
holiday-thanksgiving = Acción de Gracias
holiday-christmas = Navidad

## Lo que hay que decir con ella

rule-warning-printed-date-needed = solo vale la fecha impresa: leerla en el papel
rule-warning-ask = no se cuenta: preguntar hoy al representante o a la corte
rule-warning-review = de ahí no sale ningún día: alguien tiene que mirarlo
rule-warning-maybe-closed = { $on } puede ser día cerrado ({ $doubt }): la fecha podría ser entonces { $other }, pero no se mueve nada
rule-warning-ran-over = pasa por { $on }, cerrado según anotó la clínica: { $source }
rule-warning-beyond-known-years = los feriados de { $year } no se conocen con certeza
doubt-order = Orden Ejecutiva { $number }
doubt-inauguration = toma de posesión presidencial en torno a Washington
doubt-court = { $court }: { $source }
rule-warning-unverified = esta regla no está verificada: no se cuenta nada
rule-warning-sources-differ = las fuentes difieren: se usa el día más temprano
rule-warning-clock-may-stop = el reloj puede haberse detenido: preguntar en la línea telefónica
rule-warning-mail-days-not-added = los días por correo no se pudieron verificar: no se sumó ninguno
rule-warning-not-rolled = cae en día cerrado ({ $over }) y ninguna fuente lo mueve
rule-warning-out-of-force = la regla no regía ese día
rule-warning-leap-day = del 29 de febrero se contó hasta el 28, el día más temprano
rule-warning-printed-differs = impresa { $printed }, contada { $counted }: vale la más temprana
