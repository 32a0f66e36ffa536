//! Help: how each command is called, and what it does.

use desk::words;

use crate::args::NAMES;

/// The help of one command, or of all.
pub(crate) fn help(topic: Option<&str>) -> String {
    match topic {
        Some(name) => {
            let mut text = format!("entrepot-cli {}\n\n  {}\n", synopsis(name), say(&format!("cli-does-{name}")));
            let options = options(name);
            if !options.is_empty() {
                text.push('\n');
                text.push_str(&aligned(options));
            }
            text.push('\n');
            text.push_str(&aligned(&GLOBAL));
            text
        }
        None => {
            let commands: Vec<_> =
                NAMES.iter().copied().map(|name| (synopsis(name), format!("cli-does-{name}"))).collect();
            let mut text = format!("{}\n\n", say("cli-about"));
            for (synopsis, does) in commands {
                text.push_str(&format!("  {synopsis}\n      {}\n", say(&does)));
            }
            text.push('\n');
            text.push_str(&aligned(&GLOBAL));
            text.push_str(&format!("\n{}\n", say("cli-exit-codes")));
            text
        }
    }
}

const GLOBAL: [(&str, &str); 5] = [
    ("--data DIR", "cli-option-data"),
    ("--today DATE", "cli-option-today"),
    ("--json", "cli-option-json"),
    ("-h, --help", "cli-option-help"),
    ("-V, --version", "cli-option-version"),
];

fn synopsis(name: &str) -> &'static str {
    match name {
        "demo" => "demo DIR",
        "register" => "register FILE.csv",
        "inspect" => "inspect --register FILE.csv FILES...",
        "import" => "import FILES... [--received DATE]",
        "waiting" => "waiting",
        "batch" => "batch ID [--export FILE]",
        "profiles" => "profiles [forget ID]",
        "watch" => "watch [DIR | none]",
        "inbox" => "inbox",
        "compliance" => "compliance QUARTER",
        "scorecard" => "scorecard NAME QUARTER|MONTH",
        "assess" => "assess NAME QUARTER [--grant GRANT]",
        "decide" => "decide NAME QUARTER --as OUTCOME [--reason TEXT --until DATE] [--grant GRANT]",
        "plan" => {
            "plan NAME [--kpi KPI --action 'WHAT; OWNER; DATE' (three times) | --done N | --open N | --outcome OUTCOME]"
        }
        "launch" => "launch NAME [--item ITEM --state done|open | --count N | --to DATE --reason TEXT]",
        "targets" => "targets NAME | set NAME KPI AMOUNT --per SPAN --from DATE | import FILE [--grant GRANT]",
        "rates" => "rates [import FILE | rollup QUARTER]",
        "qbr" => "qbr NAME QUARTER [--held DATE]",
        "close" => "close QUARTER [NAME...] [--reason TEXT]",
        "pack" => "pack NAME... --quarter QUARTER --out DIR [--revision N]",
        "governance" => "governance NAME [--month MONTH] [WHAT FIELD=VALUE...]",
        "template" => "template NAME --kind KIND --period PERIOD --out DIR",
        "calendar" => "calendar --country CODE [--subdivision CODE] --month MONTH",
        "playbook" => "playbook show [--at DATE] | set KEY=VALUE... --from DATE",
        "journal" => "journal",
        _ => "undo ENTRY",
    }
}

fn options(name: &str) -> &'static [(&'static str, &'static str)] {
    match name {
        "inspect" => &[("--register FILE.csv", "cli-option-register")],
        "import" => &[("--received DATE", "cli-option-received")],
        "plan" => &[
            ("--kpi KPI", "cli-option-kpi"),
            ("--action TEXT", "cli-option-action"),
            ("--done N, --open N", "cli-option-action-done"),
            ("--outcome OUTCOME", "cli-option-outcome"),
            ("--note TEXT", "cli-option-note"),
        ],
        "launch" => &[
            ("--item ITEM", "cli-option-item"),
            ("--state STATE", "cli-option-state"),
            ("--count N", "cli-option-count"),
            ("--to DATE", "cli-option-to"),
            ("--reason TEXT", "cli-option-reason"),
        ],
        "targets" => &[
            ("--grant GRANT", "cli-option-target-grant"),
            ("--year YEAR", "cli-option-year"),
            ("--per SPAN", "cli-option-per"),
            ("--from DATE", "cli-option-from"),
            ("--curve SHARES", "cli-option-curve"),
            ("--reason TEXT", "cli-option-target-reason"),
            ("--agreed", "cli-option-agreed"),
            ("--distributor NAME", "cli-option-distributor"),
        ],
        "rates" => &[("--year YEAR", "cli-option-year"), ("--reporting CODE", "cli-option-reporting")],
        "assess" => &[("--grant GRANT", "cli-option-grant")],
        "decide" => &[
            ("--as OUTCOME", "cli-option-as"),
            ("--reason TEXT", "cli-option-decide-reason"),
            ("--until DATE", "cli-option-until"),
            ("--by NAME", "cli-option-by"),
            ("--grant GRANT", "cli-option-grant"),
        ],
        "qbr" => &[("--held DATE", "cli-option-held")],
        "close" => &[("--reason TEXT", "cli-option-close-reason")],
        "pack" => &[
            ("--quarter QUARTER", "cli-option-quarter"),
            ("--out DIR", "cli-option-out"),
            ("--revision N", "cli-option-revision"),
        ],
        "batch" => &[("--export FILE", "cli-option-export")],
        "governance" => &[
            ("--month MONTH", "cli-option-month"),
            ("band FIELD=VALUE...", "cli-governance-band"),
            ("promotion FIELD=VALUE...", "cli-governance-promotion"),
            ("result FIELD=VALUE...", "cli-governance-result"),
            ("request FIELD=VALUE...", "cli-governance-request"),
            ("approve FIELD=VALUE...", "cli-governance-approve"),
            ("refuse FIELD=VALUE...", "cli-governance-refuse"),
            ("tick item=ITEM [ticked=no]", "cli-governance-tick"),
        ],
        "template" => &[
            ("--kind KIND", "cli-option-kind"),
            ("--period PERIOD", "cli-option-period"),
            ("--out DIR", "cli-option-out"),
        ],
        "playbook" => &[("--at DATE", "cli-option-at"), ("--from DATE", "cli-option-version-from")],
        "calendar" => &[
            ("--country CODE", "cli-option-country"),
            ("--subdivision CODE", "cli-option-subdivision"),
            ("--month MONTH", "cli-option-month"),
        ],
        _ => &[],
    }
}

fn aligned(options: &[(&str, &str)]) -> String {
    let width = options.iter().map(|(option, _)| option.len()).max().unwrap_or(0);
    options.iter().map(|(option, key)| format!("  {option:width$}  {}\n", say(key))).collect()
}

fn say(key: &str) -> String {
    words().say(key, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_help_that_names_it() {
        let all = help(None);
        for name in NAMES.iter().copied() {
            assert!(all.contains(synopsis(name)), "{name}");
            assert!(help(Some(name)).starts_with(&format!("entrepot-cli {name}")), "{name}");
        }
    }
}
