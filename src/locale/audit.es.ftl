## El registro de auditoría

audit-nobody = no se sabe quién
audit-who = llave { $slot } ({ $kind ->
    [passphrase] frase de paso
    [recovery] llave de recuperación
    [person] segunda persona
   *[unknown] desconocida
}){ $named ->
    [yes] , { $user }
    [number] , cuenta { $user }
   *[no] {""}
}
audit-began = empieza el registro de auditoría; los cambios hasta el { $change } vienen del diario
audit-began-anew = el registro anterior estaba dañado y se apartó; empieza de nuevo después del cambio { $change }
audit-began-after-loss = el registro anterior falta por completo; empieza de nuevo después del cambio { $change }
audit-unlocked = abrió la bóveda
audit-unlocked-to-read = abrió la bóveda para leer
audit-refused = { $count ->
    [one] 1 frase de paso incorrecta, { $first }
   *[other] { $count } frases de paso incorrectas, { $first } a { $last }
}
audit-locked = bloqueó la pantalla
audit-closed = cerró la bóveda
audit-viewed = miró { $of }
audit-changed = cambio { $change }: { $act }
audit-took-back = deshizo o rehízo el cambio { $change } ({ $act })
audit-exported = { $what ->
    [calendar] exportó un calendario con nombres clave
    [calendar-with-names] exportó un calendario con nombres
    [what-we-hold] imprimió todo lo que se conserva
   *[records] exportó registros sin sellar
}: { $of }
audit-backed-up = hizo una copia sellada, hasta el cambio { $change }
audit-restored = los registros están de nuevo en el cambio { $change }
audit-keys = { $what ->
    [passphrase] cambió la frase de paso de la llave { $slot }
    [recovery] hizo una llave de recuperación nueva, llave { $slot }
    [person-added] dio acceso a una segunda persona, llave { $slot }
    [person-removed] quitó el acceso a una segunda persona, llave { $slot }
   *[rotated] selló todo de nuevo con otra llave
}
audit-revealed = mostró el número A de { $of } para: { $purpose }
audit-mended = el diario dañado se escribió de nuevo; { $any ->
    [yes] cambios que no se pudieron leer: { $lost }
   *[no] se pudieron leer todos los cambios
}
audit-of-aside = [apartado]
audit-all-cases = todos los casos
audit-so-many-cases = { $count } casos
audit-whole = El registro de auditoría está completo: { $count } entradas.
audit-after-loss = El registro de auditoría anterior a este falta por completo.
audit-after-loss-hint = Averigüe quién lo quitó. Lo que tiene el actual está completo: { $count } entradas.
audit-aside = Un registro de auditoría anterior estaba dañado y está apartado: { $kept }.
audit-aside-hint = Sus entradas hasta el daño aparecen en la lista, marcadas. Consérvelo para quien lo investigue, y después sáquelo de la carpeta de la bóveda.
store-audit-page = El registro de auditoría está dañado en la página { $page }: { $flaw }. Lo anterior está completo; los casos no se ven afectados.
store-audit = El registro de auditoría está dañado ({ $place }): { $flaw }. Los casos no se ven afectados.
store-audit-page-hint = Guarde una copia de la carpeta. Al abrir la bóveda de nuevo se aparta, y empieza otro registro que lo dice.
store-audit-hint = Guarde una copia de la carpeta. Al abrir la bóveda de nuevo se aparta, y empieza otro registro que lo dice.
notice-refused = { $count ->
    [one] 1 frase de paso incorrecta desde el { $since }.
   *[other] { $count } frases de paso incorrectas desde el { $since }.
}
notice-audit-damaged = El registro de auditoría estaba dañado ({ $place }) y se apartó como { $kept }; empieza otro.
notice-audit-gone = El registro de auditoría falta por completo, aunque existía; empieza otro que lo dice. Averigüe quién lo quitó.
notice-audit-not-written = No se anotó en el registro de auditoría. { $why }
notice-away-not-noted = La copia está bien, pero la bóveda no pudo anotar que una salió de ella; el próximo recordatorio llegará antes de tiempo. { $why }

sensitive-a-number = un número A
sensitive-social-security = un número de seguro social
lint-typing = Esto parece { $what }. Es mejor no guardarlo en un texto: los textos se listan, se buscan y se exportan. El número A tiene su propio lugar: case a-number.
lint-refused = Esto parece { $what }, y es mejor no guardarlo en un texto: los textos se listan, se buscan y se exportan. Quítelo, o escriba la línea después de “anyway”.
lint-confirm = Esto parece { $what }, y los textos se listan, se buscan y se exportan. ¿Guardarlo de todos modos?
lint-import = { $file }, línea { $line }: esto parece { $what }; es mejor quitarlo
help-anyway = Ejecutar una orden aunque tenga un número que es mejor no guardar
arg-words = orden

number-title = Número A de { $case }
number-seen = Se oculta después de 20 segundos, o con cualquier tecla. Queda anotado que se mostró.
details-a-number = número A
details-a-number-kept = guardado aparte desde el { $day }, con consentimiento: { $consent }
refused-a-number = Eso no es un número A: es A y 8 o 9 dígitos.
refused-a-number-in-line = Un número A nunca es parte de una línea. En la pantalla se oculta al escribirlo; fuera de ella: rumbo a-number { $case }
refused-no-a-number = No se guarda ningún número A de { $case }.
refused-reveal-for-nothing = Diga para qué se muestra el número A: --for MOTIVO. Queda en el registro de auditoría.
refused-reveal-in-line = Una línea no muestra ningún número A. En la pantalla se ve unos segundos; fuera de ella: rumbo reveal { $case } --for MOTIVO
act-kept-a-number = { $form ->
    [named] número A guardado aparte, con consentimiento: { $what }
    [many] { $count } números A guardados aparte, con consentimiento
   *[plain] un número A guardado aparte, con consentimiento
}
act-removed-a-number = { $form ->
    [named] ya no se guarda el número A: { $what }
    [many] ya no se guardan { $count } números A
   *[plain] ya no se guarda un número A
}
help-case-a-number = Guardar aparte el número A de un caso, con consentimiento registrado; no se lista ni se exporta
help-case-remove-a-number = Dejar de guardar el número A de un caso
help-case-reveal = Mostrar unos segundos el número A de un caso; se anota para qué fue
arg-number = número A
arg-consent = consentimiento
arg-for = para qué
arg-help-case-a-number-number = El número: A y 8 o 9 dígitos; se oculta al escribirlo
arg-help-case-a-number-consent = Cómo consintió la persona, por ejemplo: verbal, 3 nov 2026, con intérprete
arg-help-case-reveal-for = Para qué se necesita, por ejemplo: línea del tribunal
cli-a-number = Número A (oculto):
cli-a-number-kept = Guardado aparte. Se muestra con: rumbo reveal { $case } --for MOTIVO
cli-a-number-removed = Ya no se guarda. Lo que se selló de él queda en el diario, ilegible sin la llave del caso, y en las copias hechas antes, hasta que se borre el caso.
