# Deadline rules: the plain name of each, what can lengthen or excuse it, and the arithmetic in words.
# Every name stands in core/rules under the same identity. Nothing here says what the law means for a person.

## Review of a decision

rule-bia-appeal-30 = Appeal to the Board (EOIR-26)
rule-bia-appeal-30-note = With the fee or the waiver request. Counts from the oral decision or the mailing of the written one, not from a later memorandum. Not for orders made in absentia. Late filing is excused only for diligence in extraordinary circumstances.
rule-bia-appeal-10-ifr2026 = Appeal to the Board, ten days
rule-bia-appeal-10-ifr2026-off = never in force; vacated on 8 March 2026 (Amica v. EOIR). The appeal time is 30 days.
rule-bia-appeal-10-ifr2026-note = Vacated by a federal court on 8 March 2026, the day before it was to begin. The appeal time is 30 days.
rule-bia-brief = Brief to the Board
rule-bia-brief-note = The briefing schedule prints the date. More time only in exceptional circumstances.
rule-fee-waiver-refile-15 = File again after a rejected fee waiver (Board)
rule-fee-waiver-refile-15-note = The appeal time stands still meanwhile.
rule-motion-to-reconsider-30 = Motion to reconsider
rule-motion-to-reconsider-30-note = Only one is allowed.
rule-motion-to-reopen-90 = Motion to reopen
rule-motion-to-reopen-90-note = Counts from the final order, not from the end of voluntary departure. Other times for changed country conditions, joint motions, VAWA and tolling.
rule-vawa-reopen-1y = Motion to reopen (VAWA)
rule-vawa-reopen-1y-note = Can be excused for extraordinary circumstances or extreme hardship to a child.
rule-in-absentia-rescind-180 = Motion to undo an order for a missed hearing
rule-in-absentia-rescind-180-note = For exceptional circumstances. Without notice, or in custody, at any time. Filing stays removal.
rule-petition-for-review-30 = Petition for review (court of appeals)
rule-petition-for-review-30-note = Filing alone does not stop removal.
rule-pfr-brief-40 = Brief to the court of appeals
rule-pfr-brief-40-note = More time for good cause.
rule-pfr-reply-14 = Reply brief to the court of appeals
rule-pfr-reply-14-note = More time for good cause.
rule-credible-fear-review = Ask for a judge's review of credible fear
rule-credible-fear-review-note = Asked for when the decision is served; silence counts as no. The agency aims at 24 hours and has seven days at most.
rule-reasonable-fear = Reasonable fear: interview and review
rule-reasonable-fear-note = The periods bind the agency. Review is asked for when the decision is served; silence counts as no.

## Immigration court

rule-asylum-one-year = Asylum application (I-589), one year
rule-asylum-one-year-note = Counts from the last arrival. Changed or extraordinary circumstances, filed within a reasonable time. Not for unaccompanied children. Withholding and CAT are not affected. Proof of mailing inside the year counts.
rule-voluntary-departure-post-60 = Leave under voluntary departure (after the hearing)
rule-voluntary-departure-post-60-note = The date in the order governs; sixty days are the most there can be. A motion or petition before the date ends the grant.
rule-voluntary-departure-pre-120 = Leave under voluntary departure (before the end of the hearing)
rule-voluntary-departure-pre-120-note = The date in the order governs; 120 days are the most there can be.
rule-vd-bond-5bd = Voluntary departure bond
rule-vd-bond-5bd-note = Said to be five business days; not verified.
rule-vd-bond-proof-30 = Proof of the voluntary departure bond to the Board
rule-vd-bond-proof-30-note = No extension is known.
rule-eoir33-5 = New address to the court (EOIR-33)
rule-eoir33-5-note = To the court and the Board, with a copy to DHS. Sources differ between five working days and five days. An address in care of somebody may be refused.
rule-ich-filing-30b = Evidence before the individual hearing
rule-ich-filing-30b-note = Official tables differ between 30 and 15 days; the judge's order governs. Rebuttal is exempt, and late evidence is often still accepted: ask the court or the representative.
rule-mch-filing-15b = Filing before the master hearing
rule-mch-filing-15b-note = Only where a ruling is wanted at the hearing; otherwise it may be filed in court.
rule-eoir-response-10 = Response to a motion or filing
rule-eoir-response-10-note = Counts from the court's receipt. Without a response it may be taken as unopposed. In detention the judge sets the date.
rule-eoir-detained = Filing in a detained case
rule-eoir-detained-note = The judge sets every date.
rule-aaf-eoir = Annual asylum fee (court)
rule-aaf-eoir-note = Owed once the judge orders it in writing; the order prints the date.

## Agency

rule-rfe-84-mail3 = Answer a request for evidence
rule-rfe-84-mail3-note = The printed date governs; 84 days, and three for mail, are the most there can be (30 for some forms). No extension.
rule-noid-30-mail3 = Answer a notice of intent
rule-noid-30-mail3-note = The printed date governs; 30 days, and three for mail, are the most there can be. No extension.
rule-i290b-30-mail3 = Appeal or motion to USCIS (I-290B)
rule-i290b-30-mail3-note = A late appeal may be treated as a motion.
rule-i290b-revocation-15-mail3 = Appeal of a revocation (I-290B)
rule-i290b-revocation-15-mail3-note = For the revocation of an approved petition; 18 days where the decision was mailed.
rule-eoir29-30 = Appeal of a denied family petition (EOIR-29)
rule-eoir29-30-note = To the Board, filed with USCIS. Days for mail could not be verified.
rule-n336-30 = Hearing on a denied citizenship application (N-336)
rule-n336-30-note = Counts from receipt of the denial. A late one may be treated as a motion. Days for mail could not be verified.
rule-ar11-10 = New address to USCIS (AR-11)
rule-ar11-10-note = No exception.
rule-aaf-uscis-30 = Annual asylum fee (USCIS)
rule-aaf-uscis-30-note = No waiver. Unpaid, the asylum application is rejected and the work permit ends.
rule-asylum-interview-noshow = Explain a missed asylum interview
rule-asylum-interview-noshow-note = Guidance differs between 15 and 45 days: not counted. Good cause is asked for.

## Status and cards

rule-asylum-ead-150 = First asylum work permit: can be asked for (I-765)
rule-asylum-ead-150-note = 150 days on the asylum clock; the earliest day. The hotline tells the clock.
rule-asylum-ead-180 = First asylum work permit: can be granted
rule-asylum-ead-180-note = 180 days on the asylum clock; the earliest day. The hotline tells the clock.
rule-n400-early-90 = Citizenship application (N-400): earliest day
rule-n400-early-90-note = Five years of residence less 90 days. Filed earlier, it is denied.
rule-n400-early-90-3y = Citizenship application (N-400), three-year track: earliest day
rule-n400-early-90-3y-note = Three years of residence less 90 days. Filed earlier, it is denied.
rule-n400-4y1d = Citizenship application (N-400) after a year away: earliest day
rule-n400-4y1d-note = Four years and a day from the return; no 90-day head start.
rule-n400-2y1d = Citizenship application (N-400) after a year away, three-year track: earliest day
rule-n400-2y1d-note = Two years and a day from the return; no 90-day head start.
rule-i751-90 = Remove conditions on residence (I-751)
rule-i751-90-note = Joint petition. Late for good cause. Waivers at any time. Military service overseas suspends it.
rule-i90-6mo = Renew the ten-year card (I-90): earliest day
rule-i90-6mo-note = The card expires, the status does not.
rule-ead-renew-180 = Renew the work permit
rule-ead-renew-180-note = Filed from 30 October 2025 on there is no automatic extension, except where a law or a TPS notice says so.
rule-daca-renew-150-120 = Renew DACA
rule-daca-renew-150-120-note = The agency asks for it 150 to 120 days before the end. Later, a gap is possible.
rule-tps-reregistration-60 = TPS re-registration
rule-tps-reregistration-60-note = The Federal Register notice prints the dates; sixty days are usual. Late for good cause.
rule-u-i918b-6mo = File the U petition with its certification
rule-u-i918b-6mo-note = The signature is good for six months; after that a new one is needed.

## From memory: nothing is counted

rule-bond-appeal-30 = Appeal a judge's bond decision
rule-bond-appeal-30-note = Said to be thirty days; not verified.
rule-first-hearing-10 = First hearing after the notice to appear
rule-first-hearing-10-note = Said to be at least ten days after service; not verified.
rule-appeal-stay-30 = Removal waits during the appeal time
rule-appeal-stay-30-note = Said to hold while the thirty days run; not verified.
rule-i730-2y = Petition for family of an asylee or refugee (I-730)
rule-i730-2y-note = Said to be two years after the grant; not verified.
rule-i485-1y = Residence for asylees and refugees (I-485): earliest day
rule-i485-1y-note = Said to be one year after the grant or the arrival; not verified.
rule-sij-i360-21 = Special immigrant juvenile petition (I-360)
rule-sij-i360-21-note = Said to be filed before the twenty-first birthday; not verified. States can end the court's power earlier.
rule-vawa-i360-2y = VAWA self-petition (I-360) after a divorce or death
rule-vawa-i360-2y-note = Said to be two years; not verified.
rule-cspa-1y = Keep a child's age by seeking residence (CSPA)
rule-cspa-1y-note = Said to be one year after a visa is available; not verified.

## What somebody has to look at

rule-review-court-notice = Notice to appear served
rule-review-court-notice-note = Court, charges, address and first hearing are to be read from the paper.
rule-review-hearing = Hearing notice, or a hearing moved
rule-review-hearing-note = A missed hearing can end in an order in absentia. Everything counted back from the old date moves.
rule-review-referral = Asylum case referred to the court
rule-review-referral-note = The case goes on before a judge, with other places and other days.
rule-review-dismissal = Motion to dismiss or to pretermit
rule-review-dismissal-note = Often made aloud, and to be answered the same day.
rule-review-detention = Detention
rule-review-detention-note = In detention the judge sets every date, and days count in hours.
rule-review-protection-ends = TPS or parole ends
rule-review-protection-ends-note = The Federal Register notice or the document prints the day.
rule-review-fourteen = A child turns fourteen
rule-review-fourteen-note = Registration is said to be due within thirty days; not verified.
rule-review-safe-address = Safe address of somebody protected under VAWA, T or U changed
rule-review-safe-address-note = Notices must not reach the old address or the other person's.

## What a rule counts from

trigger-decision = oral decision, or mailing of the written one
trigger-final-order = final order
trigger-order = order
trigger-briefing-schedule = briefing schedule
trigger-record = record available
trigger-opposing-brief = other side's brief served
trigger-appeal-filed = appeal filed
trigger-fee-rejected = fee waiver rejected
trigger-arrival = last arrival
trigger-voluntary-departure-granted = voluntary departure granted
trigger-move = move
trigger-hearing = hearing
trigger-filing-received = filing received by the court
trigger-asylum-received = asylum application received
trigger-notice = date on the notice
trigger-service = date of the decision
trigger-denial-received = denial received
trigger-residence-granted = residence granted
trigger-return = return
trigger-expiry = expiry
trigger-registration-start = registration begins
trigger-certification = certification signed
trigger-determination = determination
trigger-referral = referral
trigger-interview = interview
trigger-bond-decision = decision on bond
trigger-protection-granted = protection granted
trigger-birth = birth
trigger-marriage-ended = divorce or death of the spouse
trigger-visa-available = visa available
trigger-court-notice = notice to appear served
trigger-hearing-set = hearing set or moved
trigger-court-referral = referral to the court
trigger-dismissal-motion = motion to dismiss or to pretermit
trigger-detention = detention
trigger-protection-ends = end of TPS or parole
trigger-fourteenth = fourteenth birthday
trigger-safe-address-change = change of the safe address

## How well a rule's source was read

grade-read = clause read
grade-secondary = secondary source
grade-memory = not verified
grade-sources-differ = sources differ
rule-not-in-force = { $name } (not in force)
rule-of-clinic = { $name } (the clinic's rule)
rule-changed-by-clinic = { $name } (changed by the clinic)
rule-source-clinic = { $source } · the clinic's rule, read by { $reviewer } on { $day } · check with an attorney or accredited representative
rule-source = { $citation } · { $grade }, looked up { $day } · check with an attorney or accredited representative

## The arithmetic

period-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
period-business-days = { $count ->
    [one] { $count } working day
   *[other] { $count } working days
}
period-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
period-years = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
period-and = { $long } and { $short }
period-less = { $long } less { $short }
count-from = counts from { $day }
count-after = { $period } after { $from }: { $to }
count-before = { $period } before { $from }: { $to }
count-mail = { $days ->
    [one] and { $days } day for mail: { $to }
   *[other] and { $days } days for mail: { $to }
}
count-rolled = closed ({ $over }): runs to { $to }
count-rolled-back = closed ({ $over }): back to { $to }
count-cautious = earlier reading, { $period }: { $to }
count-other-reading = other reading, { $period }: { $to }, not the day to act on
count-opens = possible from { $on }
count-printed = printed: { $on }
closed-saturday = Saturday
closed-sunday = Sunday
closed-announced = closure the clinic entered
closed-in-doubt = may be closed
closed-observed = { $holiday }, observed
holiday-new-year = New Year's Day
holiday-martin-luther-king = Martin Luther King Day
holiday-washington = Washington's Birthday
holiday-memorial = Memorial Day
holiday-juneteenth = Juneteenth
holiday-independence = Independence Day
holiday-labor = Labor Day
holiday-columbus = Columbus Day
holiday-veterans = Veterans Day
holiday-thanksgiving = Thanksgiving
holiday-christmas = Christmas Day

## What has to be said with it

rule-warning-printed-date-needed = only the printed date counts: read it from the paper
rule-warning-ask = not counted: ask the representative or the court today
rule-warning-review = no day follows from it: somebody has to look at it
rule-warning-maybe-closed = { $on } may be a closed day ({ $doubt }): the date could then be { $other }, but nothing is moved
rule-warning-ran-over = runs over { $on }, closed by the clinic's entry: { $source }
rule-warning-beyond-known-years = the holidays of { $year } are not known for certain
doubt-order = Executive Order { $number }
doubt-inauguration = Inauguration Day around Washington
doubt-court = { $court }: { $source }
rule-warning-unverified = this rule is not verified: nothing is counted
rule-warning-sources-differ = sources differ: the earlier day is used
rule-warning-clock-may-stop = the clock may have stopped: ask the hotline
rule-warning-mail-days-not-added = days for mail could not be verified: none added
rule-warning-not-rolled = falls on a closed day ({ $over }), and no source moves it
rule-warning-out-of-force = the rule did not hold on that day
rule-warning-leap-day = counted from 29 February to the 28th, the earlier day
rule-warning-printed-differs = printed { $printed }, counted { $counted }: the earlier stands
