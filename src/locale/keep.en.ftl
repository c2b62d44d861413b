## What is kept, held, and erased for good

act-held-case = { $form ->
    [named] put { $what } under a legal hold
    [many] put { $count } cases under a legal hold
   *[plain] put a case under a legal hold
}
act-released-case = { $form ->
    [named] lifted the legal hold on { $what }
    [many] lifted { $count } legal holds
   *[plain] lifted a legal hold
}
act-set-retention = { $form ->
   *[plain] said how long closed cases are kept
}
act-erased-case = { $form ->
    [named] erased a case for good
    [many] erased { $count } cases for good
   *[plain] erased a case for good
}

store-erased = This case was erased for good; nothing can be saved in it.
store-not-erased = The case is out of the records, but it is not yet erased for good. { $why } Nothing more is written until the vault is opened again.
store-not-erased-hint = Open the vault again: the rest is done then.
store-keyring = The keyring, which has the key of each case, is gone or damaged in both copies: { $flaw }. Without it no case can be read. Nothing was changed.
store-keyring-hint = Keep the folder as it is, and restore the newest backup into another one; every backup has a keyring of its own: rumbo restore FILE --vault DIR.
notice-keyring-repaired = One copy of the keyring was bad and was replaced by the other.
notice-erase-unfinished = A case was erased, but what keeps it readable could not be destroyed yet. { $why } The next opening tries again.

refused-held = { $case } is under a legal hold by { $by } ({ $reason }) and cannot be erased. Lift the hold first: case release { $case }.
refused-not-held = { $case } is under no legal hold.
refused-erase-confirm = Type the code name just as it is, { $case }, to erase the case.
refused-undo-erased = An erased case cannot be brought back, and nothing before it is left to undo.
refused-undo-past-erased = An erased case cannot be brought back. Before it stands: { $act }. To take that back: undo --past-erased
confirm-undo-past-erased = An erased case cannot be brought back. Take back what was done before it: { $act }?
refused-undo-number = An A-number that is kept no longer is not brought back, and nothing before it is left to undo.
refused-undo-past-number = An A-number that is kept no longer is not brought back. Before it stands: { $act }. To take that back: undo --past-erased
confirm-undo-past-number = An A-number that is kept no longer is not brought back. Take back what was done before it: { $act }?
details-hold = legal hold
details-held = since { $since }, by { $by }: { $reason }
details-kept = kept
details-past = past the clinic’s period since { $since }; for review
retention-unset = The clinic has set no period for closed cases: rumbo do - with clinic keep-closed YEARS sets one.
retention-line = closed { $closed }, past the period since { $since }{ $held ->
    [yes] , under a legal hold
   *[no] {""}
}
help-case-hold = Put a case under a legal hold: it cannot be erased until the hold is lifted
help-case-release = Lift the legal hold on a case
help-case-erase = Erase a case for good, with everything that is kept of it
help-clinic-keep-closed = How long closed cases are kept before they are listed for review
arg-confirm = code name
arg-years = years
arg-past-erased = past an erased case
arg-help-case-hold-reason = Why it must be kept
arg-help-case-hold-by = Who asked for it
arg-help-case-release-reason = Why it is lifted
arg-help-case-erase-confirm = Its code name once more. It cannot be taken back; copies and exports made before still have the case
arg-help-clinic-keep-closed-years = Years after the closing; 0 for no period
arg-help-undo-past-erased = Also what was done before a case was erased; the case stays erased
notice-migrated = Every case has a key of its own now, so that it can be erased for good. All changes are as they were.
notice-not-migrated = The vault is as it was: it could not be sealed anew, so no case can be erased for good yet. { $why } The next opening tries again.
erased-remains = What remains: copies and exports made until now have it until they are deleted, and old blocks of a flash disk may, sealed.
