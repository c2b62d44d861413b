## Todo lo que se guarda de una persona, en palabras para esa persona

held-title = Lo que se guarda de { $case }
held-intro = Esto es todo lo que el programa de esta clínica guarda sobre usted. Puede pedir que se corrija, una copia, o que se borre.
held-person = Sobre usted
held-code = nombre que se usa aquí
held-representative-phone = teléfono de quien le representa
held-consequence = lo que está en juego
held-open = abierto
held-closed = cerrado el { $day }: { $reason }
held-next-action = { $what }; a cargo de { $owner }, hasta el { $day }
held-household = { $label }; { $others ->
    [0] nadie más está en él
    [one] otra persona está en él
   *[other] otras { $others } personas están en él
}
held-a-number = se guarda desde el { $day }, sellado aparte de todo lo demás, con su consentimiento: { $consent }. Se muestra solo cuando hace falta, y cada vez queda anotado.
held-no-a-number = no se guarda
held-yes = sí
held-no = no
held-deadline = Fecha: { $title } ({ $id })
held-from = posible desde el { $day }
held-unset = sin fecha; se preguntará el { $day }
held-rule = { $rule }, desde el { $trigger }; por correo: { $mailed }; presentado en línea: { $online }; contado: { $computed }, antes de fines de semana y feriados: { $raw }
held-verified = confirmado el { $day }: { $source }
held-done = hecho el { $day }
held-missed = declarado incumplido el { $day }{ $named ->
    [yes] {" "}por { $words }
   *[no] {""}
}
held-void = ya no aplica desde el { $day }: { $words }
held-waiting = pedido el { $since }, se espera para el { $until }
held-step = { $title } ({ $kind }): { $state }; trabajo { $effort }, espera usual { $wait ->
    [one] 1 día hábil
   *[other] { $wait } días hábiles
}{ $asked ->
    [yes] ; con { $partner }
   *[no] {""}
}
held-acted = { $what }{ $named ->
    [yes] ; { $by }
   *[no] {""}
}, { $day }
held-moved = movido en la lista
held-moved-how = { $way ->
    [up] hacia arriba
   *[down] hacia abajo
} hasta el { $until }{ $named ->
    [yes] , por { $by }
   *[no] {""}
}: { $reason }
held-request = Pedido a otros: { $what } ({ $id })
held-draft = no enviado
held-sent = enviado el { $day }
held-accepted = aceptado el { $day }
held-declined = rechazado el { $day }: { $reason }
held-answered = hecho el { $day }
held-withdrawn = retirado el { $day }
held-day = día
held-known = se sabe porque
held-seen = se vio el papel
held-told = alguien lo contó
held-mailed = llegó por correo
held-noted-on = anotado el
held-reviewed = revisado
held-reviewed-by = por { $by } el { $day }
held-events = Lo que se anotó, primero lo más antiguo
held-keeping = Cómo se guarda
held-how-long = cuánto tiempo
held-period = { $years ->
    [one] 1 año
   *[other] { $years } años
} después de cerrar el caso; entonces la clínica revisa si todavía hay que guardarlo. Nada se borra solo.
held-no-period = la clínica no ha fijado un plazo; nada se borra solo
held-copies = copias
held-no-copies = no hay ninguna anotada
held-backup = copia sellada de todo, hecha el { $day }
held-backups = copias selladas de todo, hechas en { $count } días, del { $first } al { $last }
held-calendar = archivo de calendario, escrito el { $day }
held-exported = archivo sin sellar, escrito el { $day }
held-printed = esta lista, hecha el { $day }
held-seen-by = quién lo mira
held-audit = queda anotado cada vez, sin su nombre; la clínica puede decir cuándo
held-erasing = borrar
held-how-to-erase = La clínica puede borrarlo para siempre si usted lo pide y nada obliga a conservarlo. Entonces se destruye su propia llave, y con ella todo lo que está en esta lista, en todos los archivos del programa.
held-copies-end = copias después de eso
held-how-copies-end = Las copias hechas antes todavía lo tienen, sellado, hasta que se reemplacen o se eliminen. Los archivos sin sellar, y lo que se dijo a otras organizaciones, quedan con quien los tenga.
