# Todas las frases que lee una persona, en español. Mismas secciones y mismo orden que en.ftl.
# Redacción: la persona es quien actúa; tono neutro; nunca consejo sobre lo que la ley significa para alguien.

## Días y meses

weekday-mon = lun
weekday-tue = mar
weekday-wed = mié
weekday-thu = jue
weekday-fri = vie
weekday-sat = sáb
weekday-sun = dom
weekday-long-mon = lunes
weekday-long-tue = martes
weekday-long-wed = miércoles
weekday-long-thu = jueves
weekday-long-fri = viernes
weekday-long-sat = sábado
weekday-long-sun = domingo
month-jan = ene
month-feb = feb
month-mar = mar
month-apr = abr
month-may = may
month-jun = jun
month-jul = jul
month-aug = ago
month-sep = sep
month-oct = oct
month-nov = nov
month-dec = dic
month-long-jan = enero
month-long-feb = febrero
month-long-mar = marzo
month-long-apr = abril
month-long-may = mayo
month-long-jun = junio
month-long-jul = julio
month-long-aug = agosto
month-long-sep = septiembre
month-long-oct = octubre
month-long-nov = noviembre
month-long-dec = diciembre
date-long = { $weekday } { $day } de { $month } de { $year }

## Grupos de la cola

group-escalate = escalar
group-act_now = actuar ya
group-coming = próximo
group-later = luego
group-waiting = en espera

## Qué se pierde si no se cumple

consequence-removal = deportación
consequence-right = derecho
consequence-benefit = beneficio
consequence-administrative = administrativo

## Tipos de plazo

kind-appear = presentarse
kind-file = presentar
kind-renew = renovar
kind-notify = avisar
kind-supply = entregar
kind-pay = pagar
kind-travel = viajar
kind-service = compromiso

## En qué se apoya una fecha

basis-statute = ley
basis-regulation = reglamento
basis-court-order = orden de la corte
basis-agency-notice = aviso de la agencia
basis-representative = la representación legal
basis-patient = la persona
basis-internal = la clínica

## Cómo llega a la corte o a la agencia

medium-paper = en papel
medium-online = en línea
medium-in-person = en persona

## Necesidades

need-asylum = asilo
need-documentation = documentación
need-green-card = tarjeta de residencia
need-general-questions = preguntas generales
need-citizenship = ciudadanía
need-family-reunification = reunificación familiar
need-medical-deferred-action = acción diferida médica
need-deportation-defense = defensa contra la deportación
need-other = otra

## Intérprete

interpreter-not-asked = aún sin preguntar
interpreter-no = no hace falta
interpreter-in-person = en persona
interpreter-phone = por teléfono
interpreter-video = por video
interpreter-any = por cualquier medio

## Tipos de paso

step-kind-representative = representación legal
step-kind-forensic-evaluation = evaluación forense
step-kind-letter = carta
step-kind-interpreter = intérprete
step-kind-records = expediente médico o legal
step-kind-translation = traducción
step-kind-declaration = declaración
step-kind-form = formulario
step-kind-payment = pago
step-kind-review = revisión
step-kind-file = presentación
step-kind-attend = asistencia
step-kind-other = otro

## Tipos de evento

event-contact-in = contacto recibido
event-contact-out = contacto hecho
event-visit = visita
event-partner-call = llamada de colaborador
event-hearing = audiencia
event-notice = aviso
event-document = documento
event-letter = carta
event-referral = derivación
event-deadline = plazo
event-support = apoyo
event-note = nota

## Tipos de colaborador

partner-kind-legal-aid = ayuda legal
partner-kind-pro-bono = programa pro bono
partner-kind-law-school-clinic = clínica jurídica universitaria
partner-kind-private-attorney = bufete particular
partner-kind-recognized-org = organización reconocida
partner-kind-medical-legal = alianza médico-legal
partner-kind-primary-care = atención primaria
partner-kind-mental-health = salud mental
partner-kind-forensic-evaluator = evaluación forense
partner-kind-student-clinic = clínica estudiantil
partner-kind-interpreter = servicio de intérpretes
partner-kind-translator = traducción
partner-kind-shelter = albergue
partner-kind-public-health = salud pública
partner-kind-social-service = servicio social
partner-kind-consulate = consulado
partner-kind-court = corte o agencia
partner-kind-fund = fondo
partner-kind-advocacy = incidencia
partner-kind-other = otro

## Por qué una fila está donde está

reason-missed = declarado incumplido el { $day }
reason-past-date = pasó la fecha calculada, preguntar hoy
reason-out-of-reach = { $days ->
    [one] los tiempos habituales ya no alcanzan, falta { $days } día hábil
   *[other] los tiempos habituales ya no alcanzan, faltan { $days } días hábiles
}
reason-start-today = empezar hoy
reason-start-today-step = { $step }: empezar hoy
reason-start-by = empezar a más tardar el { $day }
reason-start-by-step = { $step }: empezar a más tardar el { $day }
reason-ask-by = { $wait ->
    [one] pedir a más tardar el { $day }, suele tardar { $wait } día hábil
   *[other] pedir a más tardar el { $day }, suele tardar { $wait } días hábiles
}
reason-ask-by-step = { $wait ->
    [one] { $step }: pedir a más tardar el { $day }, suele tardar { $wait } día hábil
   *[other] { $step }: pedir a más tardar el { $day }, suele tardar { $wait } días hábiles
}
reason-waiting = { $step }: en espera hasta el { $day }
reason-follow-up = { $step }: volver a preguntar, se esperaba para el { $day }
reason-snoozed = recordatorio pospuesto hasta el { $day }
reason-no-date = aún sin fecha nueva: preguntar el { $day }
reason-opens = posible a partir del { $day }

## A quién llamar

call-representative = llamar a { $name } { $phone }
call-on-call = llamar a la guardia legal, { $name } { $phone }
call-nobody = nadie a quien llamar

## Qué tan segura es una fecha

certainty-verified = confirmada el { $day }: { $source }
certainty-noticed = leída en un aviso
certainty-reported = contada, papel no visto
certainty-computed = calculada por rumbo
certainty-unknown = aún sin confirmar

## Estados

state-open = abierto
state-done = cumplido el { $day }
state-missed = declarado incumplido el { $day } por { $by }
state-void = anulado el { $day }: { $reason }
step-open = abierto
step-waiting = pedido el { $since }, en espera hasta el { $until }
step-done = hecho el { $day }
request-answer-accepted = aceptada
request-answer-declined = rechazada
request-answer-done = hecha
request-answer-withdrawn = retirada
request-draft = borrador
request-consented = con consentimiento, falta enviarla
request-sent = enviada el { $day }
request-accepted = aceptada el { $day }
request-declined-plain = rechazada el { $day }
request-declined = rechazada el { $day }: { $reason }
request-done = terminada el { $day }
request-withdrawn = retirada el { $day }
case-open = abierto
case-closed = cerrado el { $day }: { $reason }
representation-unknown = aún sin preguntar
# Lo que se escribe, y se muestra de nuevo, cuando no hay nadie.
representation-none = ninguno
representation-nobody = nadie

## Acciones. Tres formas: una con título o nombre, varias, y una sin título.

act-undid = Deshecho: { $act }
act-redid = Rehecho: { $act }
act-added-case = { $form ->
    [named] caso { $what } agregado
    [many] { $count } casos agregados
   *[plain] caso agregado
}
act-edited-case = { $form ->
    [named] caso { $what } editado
    [many] { $count } casos editados
   *[plain] caso editado
}
act-closed-case = { $form ->
    [named] caso { $what } cerrado
    [many] { $count } casos cerrados
   *[plain] caso cerrado
}
act-reopened-case = { $form ->
    [named] caso { $what } reabierto
    [many] { $count } casos reabiertos
   *[plain] caso reabierto
}
act-added-household = { $form ->
    [named] hogar { $what } agregado
    [many] { $count } hogares agregados
   *[plain] hogar agregado
}
act-added-deadline = { $form ->
    [named] plazo agregado: { $what }
    [many] { $count } plazos agregados
   *[plain] plazo agregado
}
act-edited-deadline = { $form ->
    [named] plazo editado: { $what }
    [many] { $count } plazos editados
   *[plain] plazo editado
}
act-completed-deadline = { $form ->
    [named] plazo cumplido: { $what }
    [many] { $count } plazos cumplidos
   *[plain] plazo cumplido
}
act-postponed-deadline = { $form ->
    [named] cambio de fecha anotado: { $what }
    [many] cambio de fecha anotado en { $count } plazos
   *[plain] cambio de fecha anotado
}
act-snoozed-deadline = { $form ->
    [named] recordatorio pospuesto: { $what }
    [many] { $count } recordatorios pospuestos
   *[plain] recordatorio pospuesto
}
act-voided-deadline = { $form ->
    [named] plazo anulado: { $what }
    [many] { $count } plazos anulados
   *[plain] plazo anulado
}
act-declared-missed = { $form ->
    [named] plazo declarado incumplido: { $what }
    [many] { $count } plazos declarados incumplidos
   *[plain] plazo declarado incumplido
}
act-acted-on-deadline = { $form ->
    [named] gestión hecha anotada: { $what }
    [many] gestión hecha anotada en { $count } plazos
   *[plain] gestión hecha anotada
}
act-verified-deadline = { $form ->
    [named] fecha confirmada: { $what }
    [many] { $count } fechas confirmadas
   *[plain] fecha confirmada
}
act-raised-deadline = { $form ->
    [named] consecuencia agravada: { $what }
    [many] consecuencia agravada en { $count } plazos
   *[plain] consecuencia agravada
}
act-added-step = { $form ->
    [named] paso agregado: { $what }
    [many] { $count } pasos agregados
   *[plain] paso agregado
}
act-edited-step = { $form ->
    [named] paso editado: { $what }
    [many] { $count } pasos editados
   *[plain] paso editado
}
act-completed-step = { $form ->
    [named] paso hecho: { $what }
    [many] { $count } pasos hechos
   *[plain] paso hecho
}
act-waiting-step = { $form ->
    [named] paso pedido: { $what }
    [many] { $count } pasos pedidos
   *[plain] paso pedido
}
act-removed-step = { $form ->
    [named] paso quitado: { $what }
    [many] { $count } pasos quitados
   *[plain] paso quitado
}
act-logged-event = { $form ->
    [named] evento anotado: { $what }
    [many] { $count } eventos anotados
   *[plain] evento anotado
}
act-logged-paper = { $form ->
    [named] papel anotado: { $what }
    [many] { $count } papeles anotados
   *[plain] papel anotado
}
act-added-partner = { $form ->
    [named] colaborador agregado: { $what }
    [many] { $count } colaboradores agregados
   *[plain] colaborador agregado
}
act-edited-partner = { $form ->
    [named] colaborador editado: { $what }
    [many] { $count } colaboradores editados
   *[plain] colaborador editado
}
act-imported-partners = { $form ->
    [named] colaborador importado: { $what }
    [many] { $count } colaboradores importados
   *[plain] colaborador importado
}
act-imported-cases = { $form ->
    [named] caso importado: { $what }
    [many] { $count } casos importados
   *[plain] caso importado
}
act-started-request = { $form ->
    [named] solicitud iniciada a { $what }
    [many] { $count } solicitudes iniciadas
   *[plain] solicitud iniciada
}
act-recorded-consent = { $form ->
    [named] consentimiento anotado: { $what }
    [many] { $count } consentimientos anotados
   *[plain] consentimiento anotado
}
act-sent-request = { $form ->
    [named] solicitud marcada como enviada a { $what }
    [many] { $count } solicitudes marcadas como enviadas
   *[plain] solicitud marcada como enviada
}
act-moved-request = { $form ->
    [named] resultado anotado de la solicitud a { $what }
    [many] resultado anotado de { $count } solicitudes
   *[plain] resultado anotado de una solicitud
}
act-set-clinic = { $form ->
    [named] ajuste de la clínica cambiado: { $what }
    [many] { $count } ajustes de la clínica cambiados
   *[plain] ajustes de la clínica cambiados
}
act-filled-demo = { $form ->
    [named] carga de casos inventados: { $what }
    [many] { $count } casos inventados cargados
   *[plain] casos inventados cargados
}

## Paneles y sus columnas

caseload = Casos
deadlines = Plazos
partners = Colaboradores
column-mark = { "" }
column-group = grupo
column-code = caso
column-what = qué
column-due = vence
column-time = hora
column-here = aquí
column-left = días
column-start-by = empezar
column-why = por qué
column-name = nombre
column-need = necesidad
column-next-due = próximo plazo
column-next-action = próxima acción
column-representative = representación
column-language = idioma
column-partner = colaborador
column-kind = tipo
column-city = ciudad
column-languages = idiomas
column-phone = teléfono
column-services = servicios
column-when = cuándo
column-event = evento
due-from = desde { $day }
due-unset = sin fecha
due-day-full = { $day }, hasta el fin del día en el lugar de presentación
due-here = { $there } (aquí { $here })
case-no-next-action = sin próxima acción
strip-today = hoy
strip-ask = preguntar { $day }
