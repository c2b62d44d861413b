# La línea de hoy, la previsión, las filas movidas a mano y lo que cambiaría un lugar.

## La línea de hoy

today-line = hasta aquí alcanza el día de hoy: { $hours }
hours-every-day = { $hours } al día
hours-one-day = { $hours } el { $day }
refused-day-hours = Un día tiene como máximo 24 horas.
refused-hours-past = Ese día ya pasó.

## Filas movidas a mano

pin-up = fijado hasta el { $day }: { $reason }
pin-down = bajado hasta el { $day }: { $reason }
why-pin = a mano
why-pin-by = { $what } ({ $by })
refused-pin-back = Una fila se mueve hasta un día que aún no llega.
refused-pin-leads = «{ $title }» ya encabeza la cola.
refused-push-guarded = «{ $title }» está escalado, o es de deportación y no queda margen: sigue a la vista.
refused-not-pinned = «{ $title }» no se movió a mano.
act-pinned-deadline = { $form ->
    [named] fila fijada: { $what }
    [many] { $count } filas fijadas
   *[plain] fila fijada
}
act-pushed-deadline = { $form ->
    [named] fila bajada: { $what }
    [many] { $count } filas bajadas
   *[plain] fila bajada
}
act-unpinned-deadline = { $form ->
    [named] fila devuelta al orden de urgencia: { $what }
    [many] { $count } filas devueltas al orden de urgencia
   *[plain] fila devuelta al orden de urgencia
}

## Lo que cambiaría el lugar

why-turns = Lo que cambiaría el lugar
turn-done = si queda hecho: { $step }
turn-asked = si hoy se pide: { $step }
turn-earlier = si la fecha fuera el { $day }
turn-heavier = si no cumplirlo costara: { $consequence }
turn-then = lugar { $place } (ahora { $now }), { $group }

## La previsión

page-forecast = Previsión
head-unmet = no caben
head-unmet-short = no cab.
head-unmet-letter = F
forecast-title = Con { $hours } al día, en el orden de la cola
forecast-none = Aparte de lo escalado, con estas horas se puede cumplir toda fecha.
forecast-count = { $count ->
    [one] 1 asunto no se puede cumplir
   *[other] { $count } asuntos no se pueden cumplir
}
forecast-from = ya no es posible desde el { $day }
forecast-safe = { $consequence }, con fecha de trabajo { $day }
forecast-weeks = Las próximas 12 semanas
forecast-week = { $bar } { $load } de { $hours }
forecast-key = # una décima parte de las horas de la semana, ! una décima de más, luego las fechas de esa semana
forecast-help-ask = se cumple si hoy se pide { $step } y lo demás va antes que todo
forecast-help-start = se cumple si hoy se empieza { $step } y va antes que todo
forecast-help-hand-over = se cumple si otra persona toma su trabajo: { $effort }
forecast-help-hours = se cumple con { $hours } más al día hasta el { $day }
forecast-help-extension = se cumple con una prórroga hasta el { $day }
forecast-help-later = se cumple si la cita fuera el { $day } o después
forecast-help-nothing = nada de lo probado lo hace caber: llamar al representante
forecast-simple = Calculado día por día: las horas puestas para cada día, respuestas tras la espera habitual, la cola en el orden de hoy, sin nada nuevo. Lo ya escalado no se cuenta otra vez.

## Órdenes

help-forecast = Lo que no se puede cumplir con estas horas, y las próximas doce semanas
help-clinic-hours = Horas de trabajo de casos en un día: cada día, o un solo día
help-deadline-pin = Subir una fila a mano, por debajo de lo que no puede ocultarse
help-deadline-push = Bajar una fila a mano al final del trabajo
help-deadline-unpin = Devolver una fila al orden de urgencia
arg-hours = horas
arg-help-clinic-hours-hours = Cuántas, como 6 o 4.5
arg-help-clinic-hours-on = Solo este día
arg-help-deadline-pin-until = Termina este día, por sí solo
arg-help-deadline-pin-reason = Por qué se mueve
arg-help-deadline-push-until = Termina este día, por sí solo
arg-help-deadline-push-reason = Por qué se mueve
