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
