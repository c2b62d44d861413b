## Lo que pasó y lo que se desprende de ello

happened-decision-stated = Decisión del juez
happened-notice-mailed = Aviso de una agencia
happened-order-entered = Orden dictada
happened-arrival = Llegada
happened-notice-received = Aviso recibido
happened-address-changed = Cambio de domicilio
happened-card-expiry = Vence una tarjeta
happened-hearing-set = Audiencia fijada
happened-filing-received = Escrito de la otra parte
happened-referred = Remisión a la corte
happened-detained = Detención
happened-notice-to-appear = Notificación de comparecencia
happened-motion-to-dismiss = Moción de desestimación
happened-asylum-filed = Solicitud de asilo recibida
happened-appeal-filed = Apelación presentada
happened-residence-granted = Residencia otorgada
happened-child-fourteen = Un menor cumple catorce años
happened-mail-returned = Correo devuelto
happened-proceedings-ended = El proceso terminó
happened-no-card = No tiene tarjeta que venza
happened-seen = papel visto
happened-told = de palabra, papel no visto
happened-by-mail = por correo
offer-all = Tomar los { $count } que se pueden contar; lo que no corresponda se anula con su motivo
offer-no-day = falta la fecha
offer-ask = preguntar hoy
offer-question = Preguntar al representante: { $rule }
act-logged-happening = { $form ->
    [named] { $what }: registro
    [many] { $count } hechos registrados
   *[plain] hecho registrado
}
act-moved-happening = { $form ->
    [named] nuevo día de { $what }
    [many] nuevo día de { $count } hechos
   *[plain] nuevo día de un hecho
}
act-reviewed-happening = { $form ->
    [named] anotado quién revisó { $what }
    [many] anotado quién revisó { $count } hechos
   *[plain] anotado quién lo revisó
}
act-took-deadlines = { $form ->
    [named] plazo agregado: { $what }
    [many] { $count } plazos agregados que se desprenden
   *[plain] plazo agregado que se desprende
}
act-set-practice = { $form ->
    [named] ajuste del modo de trabajo: { $what }
    [many] { $count } ajustes del modo de trabajo
   *[plain] modo de trabajo ajustado
}
confirm-move = ¿{ $what } el { $day }? Con ello se moverían: { $list }
confirm-move-hearing = ¿Mover { $what }? Con ello se movería lo que se cuenta hacia atrás desde la audiencia: { $list }
picker-offers = Lo que puede seguirse; confirme con el representante qué corresponde
picker-playbook = Lo que sigue abierto; solo un representante puede decir qué sirve
picker-blind-spots = Puntos ciegos: lo que falta, no lo que se atrasó
refused-no-happening = No hay ningún hecho «{ $id }». Los hechos se llaman T1, T2, …
refused-no-offers = De { $id } no se desprende nada más.
refused-not-offered = «{ $rule }» no se desprende de { $id }, o ya se tomó.
refused-no-day-yet = Todavía no se sabe el día de { $id }. Dígalo primero: happened move { $id } --to DÍA
head-blind-spots = puntos ciegos
head-blind-spots-short = ciegos
head-blind-spots-letter = C

## Puntos ciegos

missing-nobody-to-call = { $title } está escalado y no hay a quién llamar
missing-review = { $what } ({ $day }): nadie lo ha revisado
missing-review-no-day = { $what }: nadie lo ha revisado
missing-appeal = { $what } ({ $day }): nada se ha decidido sobre una apelación
missing-appeal-no-day = { $what }: día desconocido, nada se ha decidido sobre una apelación
missing-next-hearing = en proceso ante la corte y no se sabe de ninguna audiencia próxima
missing-unverified = { $title } { $day }: confirmada por última vez { $last }, por confirmar desde { $since }
missing-unverified-never = { $title } { $day }: nunca confirmada
missing-asylum-date = llegó { $day } y la fecha de asilo no está resuelta
missing-fourteen = un menor cumple catorce años { $day }: pregunte al representante por el registro
missing-card = no se sabe si una tarjeta vence ni cuándo
closes-whom = decir quién ayuda
closes-review = revisado
closes-offers = qué procede
closes-paper = registrar aviso
closes-verify = confirmar
closes-add = agregar
closes-log = decir
closes-next = próxima acción
missing-next-action = sin próxima acción

## Después de una fecha incumplida

playbook-call-representative = Primero llame a { $name } { $phone }
playbook-call-on-call = Primero llame al contacto legal de guardia, { $name } { $phone }
playbook-call-nobody = Primero busque a quién llamar: no hay representante ni contacto de guardia
playbook-log = registrar la llamada
playbook-take = agregarlo
playbook-next = ponerlo como próxima acción
playbook-window = hasta { $day }: { $rule }, contado desde { $trigger }
playbook-no-notice = cualquier día: pregunte si la persona recibió el aviso de la audiencia y cómo
playbook-in-custody = cualquier día: pregunte si la persona estaba detenida ese día
playbook-tolling = pregunte si un plazo puede suspenderse y guarde todo papel que muestre por qué
playbook-late-filing = pregunte si todavía puede aceptarse fuera de plazo, con el motivo
playbook-file-again = pregunte si puede presentarse de nuevo
playbook-new-appointment = pida una cita nueva
playbook-good-cause = pregunte si hubo causa justificada y reúna lo que la muestre

## Plantillas

template-lawyer-asked = Preguntar si un abogado ya habló de esto
template-find-representative = Buscar representante
template-book-interpreter = Apartar intérprete
template-plan-the-day = Planear el día: quién acompaña, cómo llegar, trabajo y escuela
template-fill-in = Preparar los papeles con la persona
template-have-read = Que lo lea el representante
template-send-in = Enviarlo y guardar el comprobante
template-ask-for-letter = Pedirlo
template-hand-over = Entregarlo y anotar quién lo tiene
template-pay = Pagar y guardar el recibo

## Details

details-happened = lo que pasó
details-reviewed = revisado por { $by }

## Campos de sus órdenes

arg-step-kind = clase de paso
arg-happening = hecho
arg-rules = reglas
arg-help-happened-log-what = Qué pasó
arg-help-happened-log-on = El día desde el que se cuenta: de la decisión, impreso en el aviso, de la audiencia
arg-help-happened-log-mailed = Llegó por correo
arg-help-happened-log-note = Otra cosa que convenga saber
arg-help-happened-take-rules = Reglas como bia-appeal-30
arg-help-happened-move-to = El día correcto
arg-help-happened-review-by = Quién lo revisó
arg-help-clinic-lead-time-step-kind = La clase de paso
arg-help-clinic-lead-time-wait = Días hábiles hasta la respuesta
arg-help-clinic-weight-consequence = Lo que se pierde
arg-help-clinic-weight-weight = Su peso, un número entero; nunca menor que el de una consecuencia más leve
steps-usual = los pasos de costumbre
offer-steps = Agregar los pasos de costumbre: intérprete, el día mismo
details-check-by = por confirmar de nuevo antes del
confirm-close = Sigue abierto en { $case }: { $list }. Lo abierto queda en la lista. ¿Cerrar el caso?
confirm-missed-ahead = El día todavía no llega. ¿Declarar incumplido «{ $what }»?
offer-past = { $day }, ya pasó
offer-act-by = actuar antes del { $day }
