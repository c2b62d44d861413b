# What an import would do, and why a row, a card or a file is not taken in.

import-applied = aplicado: { import-summary }
import-applied-hint = Se deshace de una vez: rumbo do con la línea «undo», o la tecla u en la pantalla.
import-nothing-applied = nada que aplicar: { import-summary }
import-summary = { $new } { $new ->
    [one] nuevo
   *[other] nuevos
}, { $changed } { $changed ->
    [one] cambiado
   *[other] cambiados
}, { $same } { $same ->
    [one] igual
   *[other] iguales
}, { $refused } { $refused ->
    [one] rechazado
   *[other] rechazados
}
import-together = { $rows } filas y tarjetas son { $records } registros: las que hablan de uno mismo se juntan.
import-word-new = nuevo
import-word-changed = cambiado
import-word-refused = rechazado
import-refused = { $file }, línea { $line }: { $reason }

import-empty = { $file } está vacío.
import-not-text = { $file }, línea { $line }: un byte nulo, así que no es un archivo de texto. Hay que guardarlo como CSV en UTF-8 (un libro de cálculo: «guardar como») e importar ese.
import-no-key-column = { $file }: ninguna columna indica { $fields }. Sus columnas: { $columns }. Dígalo con --map CAMPO=COLUMNA; sin títulos, las columnas son #1, #2, etc.
import-unknown-field = No existe el campo { $field }. Campos: { $known }.
import-unknown-column = Ningún archivo tiene la columna { $column }. Columnas: { $known }.

unread-no-name = falta el nombre
unread-no-code = falta el nombre clave
unread-bad-code = «{ $found }» no sirve de nombre clave: hasta 24 letras, cifras y guiones, sin espacios. Hay que dar al caso uno, como R-014, y poner el nombre verdadero en la columna «nombre»
unread-no-need = un caso nuevo debe decir a qué vino la persona; códigos: { $codes }
unread-unknown-need = { $found } no es una necesidad; códigos: { $codes }
unread-bad-date = { $column }: { $found } no es una fecha; escríbala como 2026-03-14
unread-ambiguous-date = { $column }: { $found } puede ser dos fechas; escríbala como 2026-03-14
unread-too-many-fields = { $found } valores para { $columns } columnas; quizá falten comillas alrededor de una coma
unread-unclosed-quote = unas comillas se abren y no se cierran; hay que cerrarlas antes de la coma, o quitarlas
unread-too-long = { $column }: demasiado largo
unread-unclosed-card = una tarjeta sin final
unread-outside-card = líneas fuera de toda tarjeta
