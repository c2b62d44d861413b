## Una bóveda dañada: qué se dice, se verifica y se repara

act-mended = { $form ->
    [many] en lugar de un cambio perdido, { $count } registros
   *[plain] en lugar de un cambio perdido
}
head-only-reads = DAÑADA, SOLO LECTURA
head-only-reads-letter = SOLO LECTURA
refused-only-reads = La bóveda está dañada y solo se lee: no se puede guardar nada. Salga y ejecute «rumbo repair».
store-only-reads = La bóveda está dañada y solo se lee: no se guardó nada.
store-only-reads-hint = «rumbo verify» dice qué está mal; «rumbo repair» escribe de nuevo todo lo comprobado y no borra nada.
hurt-short = La bóveda está dañada ({ $place }) y solo se lee. { $unread ->
    [0] Todos los cambios se pueden leer.
    [one] Un cambio no se puede leer.
   *[other] { $unread } cambios no se pueden leer.
} Salga y ejecute «rumbo verify».
hurt-only-reads = Está abierta solo para leer. Se muestra todo lo comprobado; los listados y las exportaciones funcionan, y no se guarda nada.
hurt-nothing-lacking = No falta ningún cambio: todos hasta el { $last } todavía se pueden leer.
hurt-mixed = Aquí se mezclaron archivos de dos copias de esta bóveda que siguieron caminos distintos, como puede hacerlo un programa que sincroniza carpetas. Se muestra lo que tiene el diario; pueden faltar cambios de la otra copia. Antes que nada, busque la otra copia o el respaldo más reciente.
hurt-last-read = El último cambio que se puede leer es el { $seq }, { $at }.
hurt-change = El cambio { $first }
hurt-changes = Los cambios { $first } a { $last }
hurt-between = entre { $after } y { $before }
hurt-after = de fecha posterior a { $after }
hurt-before = de fecha anterior a { $before }
hurt-some-time = de un momento que no se puede saber
hurt-gap-kept = { $which }, { $when }: { $count ->
    [one] no se puede leer
   *[other] no se pueden leer
}; su resultado se conserva y se muestra.
hurt-gap-untold = { $which }, { $when }: { $count ->
    [one] no se puede leer
   *[other] no se pueden leer
}; los casos, plazos, pasos y solicitudes se conservan como quedaron después, pero se perdió lo que se escribió en las cronologías, también las notas.
hurt-gap-lost = { $which }, { $when }: { $count ->
    [one] no se puede leer
   *[other] no se pueden leer
}, y nada aquí dice cuál fue su resultado.
hurt-cases = Lo que no se puede leer tocó estos casos: { $cases }.
hurt-cases-unknown = La bóveda no permite saber qué casos tocaron.
hurt-numbers = Los números A de estos casos ya no se pueden abrir: { $cases }. Pídalos de nuevo.
hurt-copy = { $shown ->
    [one] Un cambio que el diario ya no comprueba se muestra
   *[other] { $shown } cambios que el diario ya no comprueba se muestran
} desde el respaldo bueno más reciente de esta carpeta, que llega hasta el cambio { $seq }: { $place }.
hurt-copy-command = Para revisarlo antes de reparar, restáurelo junto a esta bóveda: { $command }
hurt-todo = Ejecute «rumbo repair»: conserva una copia de los archivos dañados y escribe de nuevo todo lo comprobado.
hurt-todo-lost = Busque primero en otra parte un respaldo que tenga los cambios perdidos: restaure el más reciente en otra carpeta y compare su último cambio (rumbo restore ARCHIVO --vault CARPETA). Si no tiene más que esto, ejecute «rumbo repair»: conserva una copia de los archivos dañados y escribe de nuevo todo lo comprobado.
verify-clean = Sin problemas: { $changes } cambios, { $bytes } bytes leídos, todo comprobado.
verify-not-clean = Con problemas: { $count ->
    [one] un hallazgo
   *[other] { $count } hallazgos
} hasta el cambio { $changes }. No se cambió nada.
verify-finding = { $what ->
    [damaged] dañado
    [copy] una de las dos copias está mal
    [quick] no es de fiar
    [backup] un respaldo está mal
    [ahead] un respaldo tiene cambios que el diario no tiene
    [older-key] un respaldo anterior al cambio de llaves
    [unwitnessed] el registro del último cambio falta o no es auténtico
    [loose] otros pueden usarlo (modo { $number })
    [foreign] es de otro usuario
    [strange] no es archivo ni carpeta
    [mended] cambios que se perdieron antes de una reparación, { $number } en total; en su lugar quedó una marca por cada uno
    [torn] una escritura interrumpida, { $number } bytes
    [unproven] en uso, o no se cerró en orden
    [aside] apartado antes
    [audit-gone] falta por completo un registro de auditoría que existía
    [audit-begun] falta por completo el registro de auditoría anterior
   *[leftover] lo dejó un programa interrumpido
}: { $place }{ $since ->
    [yes] , cambio { $change }
   *[no] {""}
}{ $flawed ->
    [yes] : { $flaw }
   *[no] {""}
}
verify-todo = { $what ->
    [damaged] Ejecute «rumbo repair», o restaure el respaldo más reciente en otra carpeta.
    [copy] No se perdió nada. Al abrir la bóveda, o con «rumbo repair», la copia se escribe de nuevo.
    [quick] No se perdió nada. Al abrir la bóveda, o con «rumbo repair», se hace de nuevo a partir del diario.
    [backup] La bóveda misma no perdió nada por eso. Haga otro con «rumbo backup» y elimine este después.
    [ahead] Consérvelo. Restáurelo en otra carpeta y compare: rumbo restore ARCHIVO --vault CARPETA.
    [older-key] No hay nada que hacer; se abre con lo que abría la bóveda en ese entonces.
    [unwitnessed] Compare el último cambio con el respaldo más reciente. Al abrir la bóveda, o con «rumbo repair», el registro se escribe de nuevo.
    [loose] «rumbo repair» lo deja solo para quien es su dueño.
    [foreign] Averigüe quién lo puso ahí; devuélvalo con chown.
    [strange] Averigüe qué es; rumbo nunca lo sigue.
    [mended] No hay nada que hacer, salvo que un respaldo de otro lugar los tenga; los archivos dañados están en la carpeta «damaged».
    [torn] No se perdió nada confirmado; se aparta al abrir la próxima vez.
    [unproven] No hay nada que hacer; se hace de nuevo cuando se necesita.
    [aside] No hay nada que hacer; bórrelo cuando ya nadie quiera revisarlo.
    [audit-gone] Averigüe quién lo quitó; un respaldo no lo tiene. Al abrir la próxima vez empieza otro que lo dice.
    [audit-begun] Averigüe quién lo quitó; un respaldo no lo tiene.
   *[leftover] No hay nada que hacer; se quita al abrir la próxima vez.
}
repair-good = La bóveda está bien: { $changes } cambios, todo comprobado.
repair-not-good = La bóveda todavía no está bien:
repair-aside = Los archivos dañados se conservan en { $place }. Borrar un caso no los alcanza: elimine esa carpeta cuando haya un respaldo bueno.
repair-tightened = Los archivos que otros podían usar ahora son solo de su dueño.
repair-ask = Escriba { $word } para escribir la bóveda de nuevo con lo comprobado:
repair-word = reparar
repair-not-asked = La bóveda está dañada y nadie dijo que se escriba de nuevo. No se cambió nada.
repair-not-asked-hint = Dígalo con --yes, o en una terminal.
locked-rebuilding = preparando la bóveda: { $done } de { $all }
