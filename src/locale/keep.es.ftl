## Lo que se conserva, se retiene y se borra para siempre

act-held-case = { $form ->
    [named] retención legal puesta: { $what }
    [many] { $count } retenciones legales puestas
   *[plain] retención legal puesta
}
act-released-case = { $form ->
    [named] retención legal levantada: { $what }
    [many] { $count } retenciones legales levantadas
   *[plain] retención legal levantada
}
act-set-retention = { $form ->
   *[plain] se fijó cuánto tiempo se conservan los casos cerrados
}
act-erased-case = { $form ->
    [named] un caso borrado para siempre
    [many] { $count } casos borrados para siempre
   *[plain] un caso borrado para siempre
}

store-erased = Este caso se borró para siempre; no se puede guardar nada en él.
store-not-erased = El caso ya no está en los registros, pero todavía no está borrado para siempre. { $why } No se escribe nada más hasta abrir la bóveda de nuevo.
store-not-erased-hint = Abra la bóveda otra vez: entonces se hace lo que falta.
store-keyring = El llavero, que tiene la llave de cada caso, no está o está dañado en sus dos copias: { $flaw }. Sin él no se puede leer ningún caso. No se cambió nada.
store-keyring-hint = Deje la carpeta como está y restaure la copia más nueva en otra; cada copia tiene su propio llavero: rumbo restore ARCHIVO --vault CARPETA.
notice-keyring-repaired = Una copia del llavero estaba mal y se reemplazó por la otra.
notice-erase-unfinished = Se borró un caso, pero todavía no se pudo destruir lo que permite leerlo. { $why } Se intenta de nuevo al abrir la bóveda.

refused-held = { $case } está bajo retención legal de { $by } ({ $reason }) y no se puede borrar. Primero hay que levantarla: case release { $case }.
refused-not-held = { $case } no está bajo retención legal.
refused-erase-confirm = Escriba el nombre clave tal como está, { $case }, para borrar el caso.
refused-undo-erased = Un caso borrado no se puede recuperar, y antes de él no queda nada que deshacer.
refused-undo-past-erased = Un caso borrado no se puede recuperar. Antes de él está: { $act }. Para deshacer eso: undo --past-erased
confirm-undo-past-erased = Un caso borrado no se puede recuperar. ¿Deshacer lo que se hizo antes: { $act }?
refused-undo-number = Un número A que ya no se guarda no se recupera, y antes no queda nada que deshacer.
refused-undo-past-number = Un número A que ya no se guarda no se recupera. Antes está: { $act }. Para deshacer eso: undo --past-erased
confirm-undo-past-number = Un número A que ya no se guarda no se recupera. ¿Deshacer lo que se hizo antes: { $act }?
details-hold = retención legal
details-held = desde { $since }, por { $by }: { $reason }
details-kept = se conserva
details-past = pasado el plazo de la clínica desde el { $since }; para revisar
retention-unset = La clínica no ha fijado un plazo para los casos cerrados: rumbo do - con clinic keep-closed AÑOS fija uno.
retention-line = cerrado el { $closed }, pasado el plazo desde el { $since }{ $held ->
    [yes] , bajo retención legal
   *[no] {""}
}
help-case-hold = Poner un caso bajo retención legal: no se puede borrar hasta que se levante
help-case-release = Levantar la retención legal de un caso
help-case-erase = Borrar un caso para siempre, con todo lo que se conserva de él
help-clinic-keep-closed = Cuánto tiempo se conservan los casos cerrados antes de listarlos para revisar
arg-confirm = nombre clave
arg-years = años
arg-past-erased = antes de un caso borrado
arg-help-case-hold-reason = Por qué hay que conservarlo
arg-help-case-hold-by = Quién lo pidió
arg-help-case-release-reason = Por qué se levanta
arg-help-case-erase-confirm = Su nombre clave otra vez. No se puede deshacer; las copias y exportaciones hechas antes todavía tienen el caso
arg-help-clinic-keep-closed-years = Años después del cierre; 0 si no hay plazo
arg-help-undo-past-erased = También lo que se hizo antes de borrar un caso; el caso sigue borrado
notice-migrated = Ahora cada caso tiene su propia llave, para poder borrarlo para siempre. Todos los cambios están como estaban.
notice-not-migrated = La bóveda está como estaba: no se pudo sellar de nuevo, así que todavía no se puede borrar ningún caso para siempre. { $why } Se intenta de nuevo al abrirla.
erased-remains = Lo que queda: las copias y exportaciones hechas hasta ahora lo tienen hasta que se borren, y bloques viejos de un disco flash pueden tenerlo, sellado.
