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
store-keyring-hint = Deje la carpeta como está y restaure la copia más nueva en otra; cada copia tiene su propio llavero: rumbo restore FILE --vault DIR.
notice-keyring-repaired = Una copia del llavero estaba mal y se reemplazó por la otra.
notice-erase-unfinished = Se borró un caso, pero todavía no se pudo destruir lo que permite leerlo. { $why } Se intenta de nuevo al abrir la bóveda.
