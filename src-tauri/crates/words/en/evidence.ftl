## Evidence

evidence-title = { $what }, { $period }
evidence-answered = answered
evidence-received = Received { $day }
evidence-confirmed = Confirmed by { $who }, { $day }
evidence-answer = “{ $text }” was asked about and answered
evidence-before = R{ $revision }, was { $value }
how-score = { $total }. Each KPI earns its weight times its attainment.
how-coverage = { $known } of { $applicable } points of weight have data.
how-stated = As the report states it: { $kind }.
how-report = { $count ->
    [0] The report states no figures.
    [one] The report states one figure.
   *[other] The report states { $count } figures.
}
how-target = Agreed for { $quarter }.
how-target-month = What of the target agreed for { $quarter } falls into { $month }.
how-target-to-date = The part of the target for { $period } that its reports cover so far; the whole is { $whole }.
how-target-sum = The sum of the targets of its grants for { $period }: { $parts }.
how-target-all = No target was agreed: all of them are expected.
how-attainment = { $actual } against a target of { $target }.
how-missing = It is missing, and counts as nothing.
how-capped = No KPI counts for more than { $percent } %.
how-points = Weight { $weight } times { $percent } %.
how-total-weekly = { $count ->
    [one] As the one weekly update states it.
   *[other] The sum of { $count } weekly updates.
}
how-total-monthly = { $count ->
    [one] As the one monthly summary states it.
   *[other] The sum of { $count } monthly summaries.
}
how-latest = As the report of { $period } states it.
how-ratio = { $first }, as a share of { $second }.
how-cover = { $first } at the end, { $second } used.
how-growth = The average month against that of { $period }: { $base }.
how-accuracy = One, less the sum of what the forecasts were off, over what came.
how-on-time = { $done } of { $of } came by their due date.
how-held = { $done } of { $of } were held.
cli-demo =
    The sample: { $distributors } distributors, judged as of { $today }.
    Files   { $files }
    Data    { $data }
    Packs   { $folder } ({ $packs })
counted-weeks = { $count ->
    [one] week
   *[other] weeks
}
counted-months = { $count ->
    [one] month
   *[other] months
}
counted-held = held
