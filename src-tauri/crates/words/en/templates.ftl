## Templates
## What stands on the report forms that distributors fill in.

template-distributor = Distributor
template-distributor-hint = As registered
template-period-weekly = Week
template-period-weekly-hint = ISO week: 2026-W45 is 2 to 8 November 2026
template-period-monthly = Month
template-period-monthly-hint = Year and month: 2026-10 is October 2026
template-currency = Currency
template-currency-hint = ISO code, for all amounts below
template-numbers = Numbers
template-own = Further numbers
template-hint-count = Whole number; leave empty if not known
template-hint-units = In units, returns deducted
template-hint-money = Full amount, not in thousands or millions
template-hint-percent = In percent
template-error-title = Numbers only
template-error = Type the number alone, without a unit or a remark. Leave the cell empty if it is not known.
template-category = Category
template-remark = { $number }.
