//! Whether memory may reach a disk unsealed: Linux tells where it swaps to.

use crate::store::folders;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// How many layers of block devices are looked through: a volume on a group on a cipher is three.
const LAYERS: u32 = 8;

/// Whether something is swapped to that is neither compressed memory nor, as far as can be told, encrypted. `false` where
/// the system does not say.
pub fn is_plain() -> bool {
    fs::read_to_string("/proc/swaps").is_ok_and(|swaps| has_plain(&swaps, is_sealed))
}

/// Reads `/proc/swaps`: below a line of titles, one line for each device or file, its path first.
fn has_plain(swaps: &str, is_sealed: impl Fn(&str) -> bool) -> bool {
    let places = swaps.lines().skip(1).filter_map(|line| line.split_whitespace().next());
    places.into_iter().any(|place| !is_sealed(place))
}

/// A device, or the device that a file lies on. What cannot be found out counts as plain.
fn is_sealed(place: &str) -> bool {
    let Ok(found) = fs::metadata(place) else { return false };
    let device = if found.rdev() == 0 { found.dev() } else { found.rdev() };
    let (major, minor) = (rustix::fs::major(device), rustix::fs::minor(device));
    let link = format!("/sys/dev/block/{major}:{minor}");
    fs::canonicalize(link).is_ok_and(|block| is_sealed_block(&block, LAYERS))
}

/// A block device by its folder in `/sys`: in memory, a cipher's, or built only of such.
fn is_sealed_block(block: &Path, layers: u32) -> bool {
    let name = block.file_name().unwrap_or_default().to_string_lossy();
    if name.starts_with("zram") || name.starts_with("ram") {
        return true;
    }
    if fs::read_to_string(block.join("dm/uuid")).is_ok_and(|uuid| uuid.starts_with("CRYPT-")) {
        return true;
    }
    let Ok(below) = folders::list(&block.join("slaves")) else { return false };
    let below: Vec<_> = below.iter().filter_map(|block| fs::canonicalize(block).ok()).collect();
    layers > 0 && !below.is_empty() && below.iter().all(|block| is_sealed_block(block, layers - 1))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
mod tests {
    use super::*;

    const TITLES: &str = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

    #[test]
    fn only_what_is_swapped_to_in_plain_counts() {
        let sealed = |place: &str| place != "/dev/sda2";
        let swaps = |lines: &str| format!("{TITLES}{lines}");
        assert!(!has_plain("", sealed));
        assert!(!has_plain(TITLES, sealed));
        assert!(!has_plain(&swaps("/dev/zram0 partition 8388604 0 100\n"), sealed));
        assert!(has_plain(&swaps("/dev/zram0 partition 8388604 0 100\n/dev/sda2 partition 999 0 -2\n"), sealed));
    }

    #[test]
    fn a_volume_is_as_sealed_as_what_it_is_built_of() {
        let sys = tempfile::tempdir().unwrap();
        let device = |name: &str, uuid: Option<&str>, below: &[&str]| {
            let block = sys.path().join(name);
            fs::create_dir_all(block.join("slaves")).unwrap();
            if let Some(uuid) = uuid {
                fs::create_dir_all(block.join("dm")).unwrap();
                fs::write(block.join("dm/uuid"), uuid).unwrap();
            }
            for one in below {
                std::os::unix::fs::symlink(sys.path().join(one), block.join("slaves").join(one)).unwrap();
            }
            block
        };
        device("sda2", None, &[]);
        device("dm-0", Some("CRYPT-LUKS2-00"), &["sda2"]);
        let on_cipher = device("dm-1", Some("LVM-00"), &["dm-0"]);
        let across = device("dm-2", Some("LVM-01"), &["dm-0", "sda2"]);
        let round = device("dm-3", Some("LVM-02"), &["dm-3"]);
        let sealed = |block: &Path| is_sealed_block(&fs::canonicalize(block).unwrap(), LAYERS);
        assert!(sealed(&on_cipher) && sealed(&device("zram0", None, &[])));
        assert!(!sealed(&across) && !sealed(&sys.path().join("sda2")) && !sealed(&round));
    }
}
