//! Debian and Ubuntu: which packages are missing, and installing them where that is allowed.

use std::collections::BTreeSet;

use crate::step::{Failure, go, output, printed, program};

/// Whether this is Debian, Ubuntu or one of their children.
pub(crate) fn is_here() -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    is_family(&release)
}

fn is_family(release: &str) -> bool {
    release
        .lines()
        .filter_map(|line| line.strip_prefix("ID=").or_else(|| line.strip_prefix("ID_LIKE=")))
        .flat_map(|names| names.trim_matches('"').split_whitespace())
        .any(|name| name == "debian" || name == "ubuntu")
}

/// Installs those of the packages that are not there yet.
pub(crate) fn install(packages: &[&str]) -> Result<(), Failure> {
    let mut query = program("dpkg-query");
    query.args(["-W", "-f", "${Package} ${db:Status-Status}\n"]).args(packages);
    let missing = missing(packages, &printed(&mut query));
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let Some(sudo) = rights() else {
        return Err(Failure(format!(
            "these packages are missing: {list}. Install them as administrator, then run this again:\n  \
             sudo apt-get install -y --no-install-recommends {list}"
        )));
    };
    println!("Installing the packages that are missing: {list}");
    go(apt(sudo).arg("update"))?;
    go(apt(sudo).args(["install", "-y", "--no-install-recommends"]).args(&missing))
}

/// `Some(true)`: by sudo, which asks no password; `Some(false)`: we are root.
fn rights() -> Option<bool> {
    if output(program("id").arg("-u"))?.trim() == "0" {
        return Some(false);
    }
    output(program("sudo").args(["-n", "true"])).map(|_| true)
}

fn apt(sudo: bool) -> std::process::Command {
    let mut command = if sudo { program("sudo") } else { program("env") };
    if sudo {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o=Dpkg::Use-Pty=0"]);
    command
}

/// The packages that the listing of dpkg-query does not show as installed.
fn missing<'a>(packages: &[&'a str], listing: &str) -> Vec<&'a str> {
    let there: BTreeSet<&str> = listing.lines().filter_map(|line| line.strip_suffix(" installed")).collect();
    packages.iter().copied().filter(|name| !there.contains(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_removed_package_is_missing() {
        let listing = "file installed\nxvfb config-files\n";
        assert_eq!(missing(&["file", "xvfb", "qpdf"], listing), ["xvfb", "qpdf"]);
    }

    #[test]
    fn children_of_debian_are_of_the_family() {
        for (release, family) in [
            ("PRETTY_NAME=\"Debian GNU/Linux 12\"\nID=debian\n", true),
            ("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n", true),
            ("ID=fedora\nVARIANT_ID=debian\n", false),
        ] {
            assert_eq!(is_family(release), family, "{release}");
        }
    }
}
