# Páginas: un registro completo, y el razonamiento detrás de un lugar en la cola.

## Un registro completo

details-needs = necesidad
details-status = estado
details-opened = abierto el
details-arrived = última llegada
details-next-action = próxima acción
details-representative = representación legal
details-phone = teléfono
details-before = representa ante
details-language = idioma
details-interpreter = intérprete
details-safe-contact = contacto seguro
details-hours = horario
details-message = mensaje
details-message-yes = se puede dejar
details-message-no = no dejar
details-name-to-use = nombre por el que preguntar
details-address = dirección
details-kept-apart = Esta dirección se guarda aparte de la del hogar: no copiarla ni compartirla.
details-household = hogar
details-members = también en él
details-household-notes = sobre él
details-referred-by = enviado por
details-screened = evaluado en la clínica
details-notes = notas
details-deadlines = plazos
details-ended = terminados
details-requests = solicitudes
details-case = caso
details-due = vence
details-sure = qué tan segura
details-consequence = si no se cumple
details-kind = tipo
details-medium = cómo se presenta
details-source = fuente
details-printed = fecha impresa
details-rule = regla
details-steps = pasos
details-snoozed = recordatorio
details-acted = gestión hecha
details-accompany = acompañar
details-accompany-yes = la persona navegadora acompaña
details-city = ciudad
details-phones = teléfonos
details-emails = correos
details-sites = sitios
details-addresses = direcciones
details-people = personas
details-languages = idiomas
details-services = servicios
details-serves = atiende
details-verified = comprobado
details-partner = colaborador
details-needed-by = se necesita para
details-consent = consentimiento
details-consent-given = { $who }, { $day }, { $how }: { $what }
details-consent-none = sin anotar: queda en borrador

## El razonamiento detrás de un lugar en la cola

why-date = La fecha
why-rule = regla
why-rule-from = cuenta desde
why-counted = cálculo
why-beside = nota
why-rule-gone = { $rule }, no está en esta tabla de reglas
why-act-on = La fecha con la que se trabaja
why-safe = fecha
why-safe-appointment = { $day }: el día de la cita
why-safe-last-day = { $courier ->
    [0] { $day }: el último día hábil hasta el { $last }
    [one] { $day }: el último día hábil hasta el { $last }, menos { $courier } día hábil para la mensajería
   *[other] { $day }: el último día hábil hasta el { $last }, menos { $courier } días hábiles para la mensajería
}
why-safe-opening = { $day }: el día a partir del cual es posible
why-safe-ask = { $day }: el día para preguntar la fecha que falta
why-days = Días hábiles
why-left = del { $from } a ese día
why-count = { $days ->
    [one] { $days } día hábil
   *[other] { $days } días hábiles
}
why-grace = para aprovechar una apertura
why-step-work = { $effort } de trabajo
why-step-wait = { $days ->
    [one] luego suele tardar { $days } día hábil
   *[other] luego suele tardar { $days } días hábiles
}
why-step-with-others = en espera hasta el { $day }
why-step-nothing = ya no se cuenta nada
why-steps = los pasos que faltan
why-spare = días enteros de margen
why-start-by = empezar a más tardar
why-place = El lugar en la cola
why-weight = { $consequence } pesa
why-root = × √(peso ÷ 100)
why-root-said = { $number } (lo grave cuenta más que en proporción)
why-hours = ÷ horas que faltan
why-hours-said = { $number } (un cuarto de hora como mínimo)
why-fade = × por los días de margen
why-fade-said = { $number } (son { $days }; la mitad a los 7.5, luego baja rápido)
why-late = × ya no alcanza
why-late-said = { $number } (la mitad mientras quepa con suerte, luego un centésimo)
why-lift = + debe empezar hoy
why-lift-said = { $number } (la deportación va antes que todo lo menos grave)
why-urgency = = urgencia
why-call = a quién llamar
