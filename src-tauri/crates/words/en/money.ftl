## Money

cli-does-rates = Shows the exchange rates of a year, takes them from a CSV or XLSX file, or sums up revenue at them. A rate is how much of the weaker currency one of the stronger buys: 16400 IDR for 1 USD.
cli-option-reporting = The currency of roll-ups, such as USD; kept until another is chosen.
cli-rates-none = No rate is needed: every distributor reports in the reporting currency.

entry-rates = { $count ->
    [one] 1 exchange rate
   *[other] { $count } exchange rates
}
entry-rates-file = Exchange rates of { $file }: { $count ->
    [one] 1 rate
   *[other] { $count } rates
}
entry-reporting-currency = Reporting currency: { $currency }
currency-choice = { $code } ({ $sign })
rate-plan = Plan
rate-actual = Actual
rate-pair = { $quote } for 1 { $base }
rates-no-reporting = Distributors report in several currencies: choose the one to report in.
rates-missing = { $count ->
    [one] 1 rate of { $year } is missing
   *[other] { $count } rates of { $year } are missing
}
rates-imported = { $count ->
    [one] 1 rate
   *[other] { $count } rates
} set.
error-not-a-rate-kind = “{ $text }” is no kind of rate.
error-not-a-rate-kind-hint = Choose plan or actual.
error-rate-same-currency = One currency needs no rate.
error-rate-turned-round = { $text } { $quote } for 1 { $base } looks the wrong way round.
error-rate-turned-round-hint = Write how many { $quote } 1 { $base } buys.
error-rate-not-positive = A rate of { $text } { $pair } is not above zero.
error-rates-header = { $file } has no row of headings with month, currency and plan or actual.
error-rates-header-hint = Let its first row be month,currency,plan,actual: how much of that currency one of the reporting currency buys, or one of the currency in a column “per”.
error-rates-no-reporting = { $file } does not say what its rates are for one of.
error-rates-no-reporting-hint = Choose the reporting currency, or add a column “per”.
rollup-title = Revenue of { $quarter } in { $currency }
rollup-none = Revenue of { $quarter }
rollup-incomplete = incomplete
rollup-at-plan = At plan rates
rollup-at-actual = At actual rates
rollup-rate = { $month }: { $value } { $pair }
rollup-missing-plan = No plan rate between { $from } and { $to } in { $month }
rollup-missing-actual = No actual rate between { $from } and { $to } in { $month }
rollup-who = { $count ->
    [one] 1 distributor
   *[other] { $count } distributors
}
rollup-note-compared = The percentage compares what was reported with the targets of those same months.
rollup-note-unreported = { $count ->
    [one] 1 of { $of ->
        [one] 1 monthly summary
       *[other] { $of } monthly summaries
    } is not in: its revenue is unknown, and left out.
   *[other] { $count } of { $of } monthly summaries are not in: their revenue is unknown, and left out.
}
rollup-note-no-target = { $count ->
    [one] 1 of { $of ->
        [one] 1 month
       *[other] { $of } months
    } has no target.
   *[other] { $count } of { $of } months have no target.
}
rollup-note-closed = { $count ->
    [one] { $quarter } is closed with one distributor of whom something changed since: its revenue is summed as it is now, and not as it was closed.
   *[other] { $quarter } is closed with { $count } distributors of whom something changed since: their revenue is summed as it is now, and not as it was closed.
}
