# Copias de respaldo: lo que se dice de ellas, y el recordatorio.

copy-secret = Frase de paso o clave de recuperación de la copia:
copy-same-disk = Está en el mismo disco que la bóveda. Conviene otra en otro lugar: otro disco, o una memoria en un cajón con llave.
copy-inside = Está en la carpeta de la bóveda y se pierde con ella. Conviene otra en otro lugar: rumbo backup CARPETA.
copy-paper-opens = La clave de recuperación también la abre.
copy-paper-does-not = Una clave de recuperación que abría la bóveda anterior no abre esta: rumbo recovery-key hace una.
copy-none = Todavía no hay ninguna copia en { $place }.
copy-none-hint = «rumbo backup» hace una; o hay que nombrar un archivo.
copy-drilled = { $place } se restaura entera: los cambios 1 a { $head } se siguen sin huecos y suman { $cases ->
    [one] un caso
   *[other] { $cases } casos
  }, { $deadlines ->
    [one] un plazo
   *[other] { $deadlines } plazos
  } y { $partners ->
    [one] un colaborador
   *[other] { $partners } colaboradores
  }, tal como se listan en ella. Último cambio: { $last }. Tardó { $seconds } s; no se guardó nada de ello.
copy-failed = No se hizo ninguna copia. { $why }
copy-never-away = Ninguna copia ha salido todavía de esta máquina: rumbo backup CARPETA, en otro disco.
copy-long-away = Ninguna copia ha salido de esta máquina desde hace { $days } días: rumbo backup CARPETA, en otro disco.
store-no-kit = Ninguna frase de paso ha abierto esta bóveda desde que hay copias de este tipo, así que nada podría abrir una.
store-no-kit-hint = Hay que abrir la bóveda una vez con su frase de paso.
store-kept-other-keys = { $place } es una copia de esta bóveda con claves que ya no tiene: no se puede saber qué contiene. No se reemplazó.
store-kept-other-keys-hint = Hay que nombrar otro archivo, o mover aquel a otro lugar.
store-kept-old = { $place } es una copia de un rumbo anterior. No se reemplazó.
store-kept-old-hint = Hay que nombrar otro archivo; «rumbo restore» todavía lee el anterior.
