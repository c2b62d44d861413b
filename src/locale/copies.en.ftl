# Backups: what is said of them, and the reminder.

copy-secret = Passphrase or recovery key of the backup:
copy-same-disk = It lies on the same disk as the vault. Keep one elsewhere too: another disk, or a stick in a locked drawer.
copy-inside = It lies in the vault’s own folder and is lost with it. Keep one elsewhere too: rumbo backup FOLDER.
copy-paper-opens = The recovery key opens it too.
copy-paper-does-not = A recovery key that opened the old vault does not open this one: rumbo recovery-key makes one.
copy-none = There is no backup in { $place } yet.
copy-none-hint = “rumbo backup” makes one; or name a file.
copy-drilled = { $place } restores whole: changes 1 to { $head } follow one another and add up to { $cases ->
    [one] one case
   *[other] { $cases } cases
  }, { $deadlines ->
    [one] one deadline
   *[other] { $deadlines } deadlines
  } and { $partners ->
    [one] one partner
   *[other] { $partners } partners
  }, just as listed in it. Last change: { $last }. It took { $seconds } s; nothing of it was kept.
copy-failed = No backup was made. { $why }
copy-never-away = No copy has left this machine yet: rumbo backup FOLDER, on another disk.
copy-long-away = No copy has left this machine for { $days } days: rumbo backup FOLDER, on another disk.
store-no-kit = No passphrase has opened this vault since there are backups of this kind, so nothing could open one.
store-no-kit-hint = Open the vault once with its passphrase.
store-kept-other-keys = { $place } is a copy of this vault under keys that it does not have any more: what it holds cannot be told. It was not replaced.
store-kept-other-keys-hint = Name another file, or move that one away yourself.
store-kept-old = { $place } is a copy from an earlier rumbo. It was not replaced.
store-kept-old-hint = Name another file; “rumbo restore” still reads the older one.
