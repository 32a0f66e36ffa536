//! How numbers, money and days are shown: exact until the last digit, the same in the window, on paper and in the
//! terminal.

mod date;
mod money;
mod number;

pub use date::{
    day, day_of_week, day_short, day_with_year, long_day, moment, month, month_short, month_span, period, period_short,
    quarter, span, week,
};
pub use money::{Currency, Scale};
pub use number::{exact, figure, percent, signed, whole};
