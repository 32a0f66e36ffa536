//! What a phrase of the dictionary can mean.

use playbook::measure::{BlockerCategory, RemarkKind, ReportKind};
use rust_decimal::Decimal;

/// One meaning of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Term {
    /// A number that a report states.
    Figure(Figure),
    /// A list of sentences.
    Remark(RemarkKind),
    /// What a column of a table says about its numbers.
    Role(Role),
    /// Who or when.
    Field(Field),
    /// A column of a raw list of sales.
    Column(Column),
    /// What stands under a heading: stages of opportunities, or a forecast.
    Heading(Heading),
    /// A total, a subtotal, an average.
    Row(Row),
    /// A report's own title.
    Title(ReportKind),
    /// Neither a report nor a list of sales: a price list.
    NoReport,
    /// A month's name, 1 to 12.
    Month(u32),
    /// A word before a week's number.
    Week,
    /// A word before a month's number.
    MonthWord,
    /// A word between a month and its year.
    YearWord,
    /// A word between two days.
    Until,
    /// `days`, behind 60 or 90.
    Days,
    /// Thousands, millions, lakhs.
    Scale(Decimal),
    /// `next`, `tới`: a number of days ahead.
    Ahead,
    /// What is counted: pieces, shops.
    Counted,
    /// A word that means a cell's number is about units, not money.
    Units,
    /// `%`
    Percent,
    /// Nothing happened: zero.
    Zero,
    /// Not reported.
    Absent,
    /// About, roughly.
    About,
    /// What a blocker is about.
    Category(BlockerCategory),
    /// Words that don't change a label's meaning.
    Filler,
    /// `in`, `unit:`, before the unit of a whole sheet.
    UnitOf,
    /// The legal form of a company.
    LegalForm,
    /// Something about last year, a plan, or returns: the phrase around it is no figure.
    Ignored,
}

/// A number that a report states, as sheets name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Figure {
    /// A measure by its own name.
    Measure(&'static str),
    /// Revenue net of returns: better than plain revenue.
    NetRevenue,
    /// Revenue before returns: worse than plain revenue.
    GrossRevenue,
    /// Returns: revenue before them isn't the month's.
    Returns,
    /// `Sales`: units or money, as its unit says.
    Sales,
    /// Units sold to the distributor: not what is asked for.
    SellIn,
    /// `Units`, under whatever heading.
    Units,
    /// New customers: leads in one house, buyers in the next.
    NewCustomers,
    /// `60 days`, under a forecast's heading.
    InDays(u32),
}

/// What a column says about its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Role {
    /// The period's own figure.
    Actual,
    /// What was agreed.
    Target,
    /// Actual against target, growth.
    Share,
    /// Last month, last year.
    Previous,
    /// The year to date.
    Cumulative,
    /// Comments.
    Note,
    /// A blocker's category.
    Category,
    /// The unit of the row.
    Unit,
    /// What the row is.
    Item,
    /// The row's number.
    Number,
    /// Who is responsible.
    Owner,
}

/// Who or when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Field {
    /// Who reports.
    Distributor,
    /// Which week or month.
    Period,
    /// The first day of the week, or any of its days.
    WeekOf,
    /// The last day of the week.
    WeekEnding,
    /// A day.
    Date,
    /// Which money.
    Currency,
    /// When it was written or printed: not the period.
    Written,
    /// To whom it is sent: not the distributor.
    Recipient,
}

/// A column of a raw list of sales.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Column {
    /// An invoice's number.
    Invoice,
    /// Who bought.
    Customer,
    /// What was sold.
    Product,
    /// How many.
    Quantity,
    /// The price of one.
    Price,
    /// What was taken off: money or a share, as its numbers prove.
    Discount,
    /// The share that was taken off.
    DiscountShare,
    /// The money that was taken off.
    DiscountAmount,
    /// The line's money.
    Amount,
}

/// What stands under a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Heading {
    /// Active opportunities by stage.
    Stages,
    /// A forecast.
    Forecast,
    /// Stock.
    Stock,
}

/// A row that sums others up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Row {
    /// The sum of all rows.
    Grand,
    /// A sum, of all rows or of some.
    Total,
    /// The sum of some rows.
    Subtotal,
    /// An average, a count, a growth: no data.
    Statistic,
}

impl Figure {
    /// Whether it names that measure by its own name.
    pub(crate) fn is_named(self, key: &str) -> bool {
        !matches!(self, Self::Measure(own) if own != key)
    }
}

impl Term {
    /// The meaning of a dictionary key such as `measure revenue` or `scale 1000000`.
    pub(crate) fn of(key: &'static str) -> Option<Self> {
        let (group, name) = key.split_once(' ').unwrap_or((key, ""));
        match group {
            "measure" => figure(name).map(Self::Figure),
            "remark" => RemarkKind::from_key(name).map(Self::Remark),
            "category" => BlockerCategory::from_key(name).map(Self::Category),
            "title" => ReportKind::from_key(name).map(Self::Title),
            "column" => column(name).map(Self::Column),
            "role" => role(name).map(Self::Role),
            "field" => field(name).map(Self::Field),
            "row" => row(name).map(Self::Row),
            "heading" => heading(name).map(Self::Heading),
            "month" => name.parse().ok().filter(|month| (1..=12).contains(month)).map(Self::Month),
            "scale" => name.parse().ok().map(Self::Scale),
            "word" => word(name),
            _ => None,
        }
    }
}

fn figure(name: &'static str) -> Option<Figure> {
    Some(match name {
        "revenue.net" => Figure::NetRevenue,
        "revenue.gross" => Figure::GrossRevenue,
        "returns" => Figure::Returns,
        "sales" => Figure::Sales,
        "sell_in" => Figure::SellIn,
        "units" => Figure::Units,
        "new_customers" => Figure::NewCustomers,
        "60" => Figure::InDays(60),
        "90" => Figure::InDays(90),
        key => Figure::Measure(playbook::measure::measure(key).map(|_| key)?),
    })
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "actual" => Role::Actual,
        "target" => Role::Target,
        "share" => Role::Share,
        "previous" => Role::Previous,
        "cumulative" => Role::Cumulative,
        "note" => Role::Note,
        "category" => Role::Category,
        "unit" => Role::Unit,
        "item" => Role::Item,
        "number" => Role::Number,
        "owner" => Role::Owner,
        _ => return None,
    })
}

fn field(name: &str) -> Option<Field> {
    Some(match name {
        "distributor" => Field::Distributor,
        "period" => Field::Period,
        "week_of" => Field::WeekOf,
        "week_ending" => Field::WeekEnding,
        "date" => Field::Date,
        "currency" => Field::Currency,
        "written" => Field::Written,
        "recipient" => Field::Recipient,
        _ => return None,
    })
}

fn column(name: &str) -> Option<Column> {
    Some(match name {
        "invoice" => Column::Invoice,
        "customer" => Column::Customer,
        "product" => Column::Product,
        "quantity" => Column::Quantity,
        "price" => Column::Price,
        "discount" => Column::Discount,
        "discount_share" => Column::DiscountShare,
        "discount_amount" => Column::DiscountAmount,
        "amount" => Column::Amount,
        _ => return None,
    })
}

fn row(name: &str) -> Option<Row> {
    Some(match name {
        "grand" => Row::Grand,
        "total" => Row::Total,
        "subtotal" => Row::Subtotal,
        "statistic" => Row::Statistic,
        _ => return None,
    })
}

fn heading(name: &str) -> Option<Heading> {
    Some(match name {
        "stages" => Heading::Stages,
        "forecast" => Heading::Forecast,
        "stock" => Heading::Stock,
        _ => return None,
    })
}

fn word(name: &str) -> Option<Term> {
    Some(match name {
        "week" => Term::Week,
        "month" => Term::MonthWord,
        "year" => Term::YearWord,
        "until" => Term::Until,
        "days" => Term::Days,
        "ahead" => Term::Ahead,
        "counted" => Term::Counted,
        "units" => Term::Units,
        "percent" => Term::Percent,
        "zero" => Term::Zero,
        "absent" => Term::Absent,
        "about" => Term::About,
        "filler" => Term::Filler,
        "unit_of" => Term::UnitOf,
        "legal_form" => Term::LegalForm,
        "no_report" => Term::NoReport,
        "ignored" => Term::Ignored,
        _ => return None,
    })
}
