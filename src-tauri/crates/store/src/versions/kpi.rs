//! The KPIs of a version.

use playbook::kpi::{Base, Better, Group, Kpi, KpiKey, OwnWords, ReviewKind, Shape, Terms, Thresholds, defaults};
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::{Quantity, Rate};
use playbook::rules::Playbook;
use rusqlite::{Connection, Row, params};

use super::VersionId;
use crate::StoreError;
use crate::rows::{all, keyed, maybe, parsed, run, unreadable};
use crate::target::{columns, goal};

const KPIS: &str = "
    SELECT position, key, title, meaning, part_of, shape, choice, better, weight, gate, green, amber, grace, goal, value,
           baseline, low, high, margin
    FROM playbook_kpi WHERE version = ?1 ORDER BY position";

const TERMS: &str = "
    SELECT side, measure FROM playbook_term WHERE version = ?1 AND kpi = ?2 ORDER BY side, place";

const ADD: &str = "
    INSERT INTO playbook_kpi (version, position, key, title, meaning, part_of, shape, choice, better, weight, gate, green,
                              amber, grace, goal, value, baseline, low, high, margin)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)";

const ADD_TERM: &str = "INSERT INTO playbook_term (version, kpi, side, place, measure) VALUES (?1, ?2, ?3, ?4, ?5)";

/// Adds a KPI and what it sums.
pub(super) fn add(db: &Connection, version: VersionId, position: i64, kpi: &Kpi) -> Result<(), StoreError> {
    let (title, meaning) = kpi.own.as_ref().map(|own| (&own.title, &own.meaning)).unzip();
    let (name, numbers) = kpi.default_goal.map(columns).unzip();
    let [value, baseline, low, high, margin] = numbers.unwrap_or_default();
    let gate = kpi.gate.as_ref().map(exact).transpose()?;
    let row = params![
        version,
        position,
        kpi.key.as_str(),
        title,
        meaning,
        kpi.group.key(),
        kpi.shape.key(),
        choice(&kpi.shape),
        kpi.better.key(),
        kpi.weight,
        gate,
        exact(&kpi.thresholds.green)?,
        exact(&kpi.thresholds.amber)?,
        kpi.grace,
        name,
        value,
        baseline,
        low,
        high,
        margin
    ];
    run(db, ADD, row)?;
    for (side, terms) in (0_i64..).zip(kpi.shape.terms()) {
        for (place, measure) in (0_i64..).zip(terms.measures()) {
            run(db, ADD_TERM, params![version, position, side, place, measure.as_str()])?;
        }
    }
    Ok(())
}

/// The KPIs of a version. What stands beside one that ships is the program's, not the version's.
pub(super) fn of(db: &Connection, version: VersionId, playbook: &Playbook) -> Result<Vec<Kpi>, StoreError> {
    let shipped = defaults();
    let read = |row: &Row<'_>| kpi(db, version, playbook, &shipped, row);
    all(db, KPIS, [version], read)
}

fn kpi(
    db: &Connection,
    version: VersionId,
    playbook: &Playbook,
    shipped: &[Kpi],
    row: &Row<'_>,
) -> Result<Kpi, StoreError> {
    let key = KpiKey::new(&row.get::<_, String>("key")?);
    let own = row.get::<_, Option<String>>("title")?.zip(row.get::<_, Option<String>>("meaning")?);
    let beside = shipped.iter().find(|known| known.key == key).map(|known| known.beside.clone());
    let sums = sums(db, version, row.get("position")?, playbook)?;
    let default_goal = row.get::<_, Option<String>>("goal")?.map(|_| goal(row)).transpose()?;
    Ok(Kpi {
        key,
        own: own.map(|(title, meaning)| OwnWords { title, meaning }),
        group: keyed(row, "part_of", Group::from_key)?,
        shape: shape(row, sums)?,
        better: keyed(row, "better", Better::from_key)?,
        weight: row.get("weight")?,
        gate: maybe::<Quantity>(row, "gate")?.map(Rate::from),
        thresholds: Thresholds {
            green: parsed::<Quantity>(row, "green")?.into(),
            amber: parsed::<Quantity>(row, "amber")?.into(),
        },
        grace: row.get("grace")?,
        default_goal,
        beside: beside.unwrap_or_default(),
    })
}

/// The sums of a KPI, in their order.
fn sums(db: &Connection, version: VersionId, position: i64, playbook: &Playbook) -> Result<Vec<Terms>, StoreError> {
    let found: Vec<(u8, String)> =
        all(db, TERMS, params![version, position], |row| Ok((row.get("side")?, row.get("measure")?)))?;
    let mut sums: Vec<Vec<MeasureKey>> = Vec::new();
    for (side, measure) in found {
        let side = usize::from(side);
        sums.resize(sums.len().max(side + 1), Vec::new());
        if let Some(sum) = sums.get_mut(side) {
            sum.push(MeasureKey::new(&measure));
        }
    }
    Ok(sums.into_iter().map(|sum| Terms::of(sum, |key| playbook.measure(key))).collect())
}

/// What a shape is chosen with, beside its sums.
fn choice(shape: &Shape) -> Option<String> {
    match shape {
        Shape::Growth { over, .. } => Some(over.key().to_owned()),
        Shape::Accuracy { months, .. } => Some(months.to_string()),
        Shape::OnTime(kind) => Some(kind.key().to_owned()),
        Shape::Held(kind) => Some(kind.key().to_owned()),
        Shape::Total(_) | Shape::Latest(_) | Shape::Ratio { .. } | Shape::Cover { .. } => None,
    }
}

fn shape(row: &Row<'_>, sums: Vec<Terms>) -> Result<Shape, StoreError> {
    let name: String = row.get("shape")?;
    let mut sums = sums.into_iter();
    let mut sum = || sums.next().ok_or_else(|| unreadable("shape", &name));
    Ok(match name.as_str() {
        "total" => Shape::Total(sum()?),
        "latest" => Shape::Latest(sum()?),
        "ratio" => Shape::Ratio { part: sum()?, whole: sum()? },
        "growth" => Shape::Growth { of: sum()?, over: keyed(row, "choice", Base::from_key)? },
        "cover" => Shape::Cover { stock: sum()?, usage: sum()? },
        "accuracy" => Shape::Accuracy { forecast: sum()?, actual: sum()?, months: parsed(row, "choice")? },
        "on-time" => Shape::OnTime(keyed(row, "choice", ReportKind::from_key)?),
        "held" => Shape::Held(keyed(row, "choice", ReviewKind::from_key)?),
        _ => return Err(unreadable("shape", &name)),
    })
}

/// A rate as the decimal that is exactly it.
fn exact(rate: &Rate) -> Result<String, StoreError> {
    rate.quantity().map(|decimal| decimal.to_string()).ok_or_else(|| unreadable("rate", &format!("{rate:?}")))
}
