//! Every act by keys, then the plug is pulled: what was acknowledged on the screen is there again, and can be undone.

use crate::clinic::Clinic;
use crate::tty::Tty;

const BEGUN: &str = "clinic set --navigator Ana --on-call \"Lee Park\" --on-call-phone \"(555) 010-0111\"
case add R-001 --need asylum
deadline add R-001 --title \"Letter to court\" --due 2026-12-10 --consequence removal
deadline add R-001 --title \"Fee\" --due 2026-12-18 --consequence benefit --kind pay
deadline add R-001 --title \"Old notice\" --due 2026-12-20 --consequence benefit
deadline add R-001 --title \"Master hearing\" --at \"2026-11-19 09:00\" --zone America/New_York --consequence removal
partner add \"Harbor Legal Aid\" --kind legal-aid
";

/// Goes to the row of the queue that has these words, and to no other.
fn to(tty: &mut Tty, title: &str) {
    tty.keys("2");
    tty.keys(&format!("/ ctrl-u '{title}' enter"));
    tty.wait(title, |screen| {
        let text = screen.contents();
        text.lines().any(|line| line.contains("> ") && line.contains(title))
    });
}

/// Fills in the form of a key and saves it.
fn act(tty: &mut Tty, keys: &str, fields: &[(&str, &str)], said: &str) {
    tty.keys(keys);
    tty.see("ctrl-s save");
    for (label, value) in fields {
        tty.fill(label, value);
    }
    tty.keys("ctrl-s");
    tty.see(said);
}

#[test]
fn cases_deadlines_papers_and_events() {
    let clinic = Clinic::after(BEGUN);
    let mut tty = clinic.open(&[]);
    tty.see("Master hearing");
    act(&mut tty, "A", &[("code name", "R-014"), ("need", "asylum"), ("language", "Haitian")], "Added case R-014");
    act(&mut tty, "1 e", &[("representative", "Rafael Thornquist")], "Edited case R-014");
    act(&mut tty, "N", &[("what", "call the shelter"), ("day", "+2")], "Edited case R-014");
    act(&mut tty, "a", &[("rule", "bia-appeal-30"), ("counts from", "2026-11-02")], "Added Appeal to the Board");
    let plain = [("what", "Letter to the clinic"), ("due", "2026-12-01"), ("consequence", "administrative")];
    act(&mut tty, "a", &plain, "Added Letter to the clinic, R-014");
    let placed = [
        ("what", "Biometrics"),
        ("date and time", "2026-12-03 09:30"),
        ("time zone", "America/Tijuana"),
        ("place", "San Ysidro"),
        ("consequence", "benefit"),
    ];
    act(&mut tty, "a", &placed, "Added Biometrics, R-014");
    act(&mut tty, "n", &[("note", "Came with her sister.")], "Logged an event (note), R-014");
    let paper = [
        ("kind", "notice of hearing"),
        ("printed on", "2026-11-03"),
        ("hearing", "2027-01-25 09:00"),
        ("known how", "seen"),
    ];
    act(&mut tty, "i", &paper, "Logged a paper (Hearing notice), R-014");
    tty.kill_9();

    let queue = clinic.run(&["queue", "--json"]);
    for title in ["Appeal to the Board", "Letter to the clinic", "Biometrics", "Hearing"] {
        assert!(queue.contains(title), "{title}: {queue}");
    }
    assert!(clinic.run(&["cases"]).contains("Rafael Thornquist"));
    assert!(clinic.run(&["cases"]).contains("call the shelter"));
    let events = clinic.run(&["timeline", "R-014", "--json"]);
    assert!(
        events.contains("Came with her sister.") && events.contains("Hearing notice of Tue 3 Nov 2026"),
        "{events}"
    );

    let mut tty = clinic.open(&[]);
    tty.see("Biometrics");
    tty.keys("u");
    tty.see("Undid: logged a paper (Hearing notice), R-014");
    tty.keys("u");
    tty.see("Undid: logged an event (note), R-014");
    tty.keys("U");
    tty.see("Redid: logged an event (note), R-014");
    tty.kill_9();
    let events = clinic.run(&["timeline", "R-014", "--json"]);
    assert!(events.contains("Came with her sister.") && !events.contains("Hearing notice"), "{events}");
}

#[test]
fn steps_and_what_becomes_of_a_deadline() {
    let clinic = Clinic::after(BEGUN);
    let mut tty = clinic.open(&[]);
    tty.see("Master hearing");
    to(&mut tty, "Letter to court");
    act(&mut tty, "+", &[("what", "treatment letter"), ("kind", "letter")], "Added step treatment letter, R-001");
    act(&mut tty, "+", &[("what", "go along"), ("kind", "attend")], "Added step go along, R-001");
    act(&mut tty, "W", &[("until", "2026-11-30")], "Asked for treatment letter, R-001");
    tty.keys("C");
    tty.see("Completed step treatment letter, R-001");
    act(&mut tty, "V", &[("source", "court system")], "Confirmed the date of Letter to court, R-001");
    act(&mut tty, "p", &[("until", "2026-11-25")], "Put off the reminder for Letter to court, R-001");
    act(&mut tty, "P", &[("new day", "2026-12-15")], "Noted that Letter to court was moved, R-001");
    act(&mut tty, "e", &[("notes", "two copies")], "Edited Letter to court, R-001");
    tty.keys("esc");
    tty.see("Old notice");
    to(&mut tty, "Fee");
    tty.keys("c");
    tty.see("Completed Fee, R-001");
    to(&mut tty, "Old notice");
    tty.keys("delete");
    tty.fill("reason", "entered twice");
    tty.keys("ctrl-s");
    tty.see("off the queue?");
    tty.keys("enter");
    tty.see_no("off the queue?");
    assert!(clinic.run(&["queue"]).contains("Old notice"), "Enter says no");
    tty.keys("delete");
    tty.fill("reason", "entered twice");
    tty.keys("ctrl-s");
    tty.see("off the queue?");
    tty.keys("y");
    tty.see("Voided Old notice, R-001");
    to(&mut tty, "Master hearing");
    act(&mut tty, "x", &[("what", "called Lee Park")], "Noted who acted on Master hearing, R-001");
    tty.keys("M");
    tty.see("Declare “Master hearing (Thu 19 Nov), R-001” missed?");
    tty.keys("y");
    tty.see("Declared Master hearing missed, R-001");
    tty.kill_9();

    let queue = clinic.run(&["queue", "--json"]);
    assert!(!queue.contains("Fee") && !queue.contains("Old notice"), "{queue}");
    assert!(queue.contains("Letter to court") && queue.contains("2026-12-15"), "{queue}");
    let events = clinic.run(&["timeline", "R-001", "--json"]);
    for told in ["called Lee Park", "court system", "treatment letter", "entered twice"] {
        assert!(events.contains(told), "{told}: {events}");
    }
    let mut tty = clinic.open(&[]);
    tty.see("Master hearing");
    tty.keys("u");
    tty.see("Undid: declared Master hearing missed, R-001");
    tty.keys("u u");
    tty.see("Undid: voided Old notice, R-001");
}

#[test]
fn requests_stay_drafts_until_consent_is_recorded() {
    let clinic = Clinic::after(BEGUN);
    let mut tty = clinic.open(&[]);
    tty.see("Harbor Legal Aid");
    let partner = [("name", "Quay Evaluators"), ("kind", "forensic evaluator")];
    act(&mut tty, "3 a", &partner, "Added partner Quay Evaluators");
    tty.keys("enter");
    tty.see("Details");
    tty.keys("esc");
    tty.see_no("Details");
    let asked = [("case", "R-001"), ("what", "forensic evaluation")];
    act(&mut tty, "r", &asked, "Started a request to Quay Evaluators, R-001");
    tty.kill_9();

    let mut tty = clinic.open(&[]);
    tty.see("Quay Evaluators");
    tty.keys("1 t");
    tty.see("Timeline R-001");
    tty.keys("R");
    tty.see("stays a draft until consent to this partner is recorded");
    let consent = [("who", "Rosa"), ("may be shared", "name, phone"), ("how", "in writing")];
    act(&mut tty, "C", &consent, "Recorded consent to Quay Evaluators, R-001");
    tty.keys("R");
    tty.see("Marked as sent the request to Quay Evaluators, R-001");
    tty.kill_9();
    let events = clinic.run(&["timeline", "R-001", "--json"]);
    assert!(events.contains("Rosa") && events.contains("name, phone"), "{events}");
}

#[test]
fn several_rows_are_one_act_and_one_undo_after_a_restart() {
    let clinic = Clinic::after(BEGUN);
    let mut tty = clinic.open(&[]);
    tty.see("Master hearing");
    tty.keys("g g v G c");
    tty.see("Completed 4 deadlines");
    tty.kill_9();
    assert_eq!(clinic.run(&["queue", "--json"]), "");
    let mut tty = clinic.open(&[]);
    tty.see("R-001");
    tty.keys("u");
    tty.see("Undid: completed 4 deadlines");
    tty.kill_9();
    assert_eq!(clinic.run(&["queue", "--json"]).lines().count(), 4);
    let mut tty = clinic.open(&[]);
    tty.see("Master hearing");
    tty.keys("U");
    tty.see("Redid: completed 4 deadlines");
}
