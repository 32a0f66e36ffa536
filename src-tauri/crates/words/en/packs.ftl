## Packs
## What is not ready, and what the desk fills a pack with.

packs-none = There are no distributors yet.
packs-all-ready = { $count ->
    [one] The pack is ready.
   *[other] All { $count } are ready.
}
# Of one distributor it is said what is lacking, not how many there are.
packs-lead = { $total ->
    [one] Not ready yet: { $why }.
   *[other] { $ready ->
        [0] None of { $total } is ready
        [one] 1 of { $total } is ready
       *[other] { $ready } of { $total } are ready
    }: { $why }.
}
packs-lead-not-come = { $total ->
    [one] reports are missing
   *[other] { $count ->
        [one] 1 has reports missing
       *[other] { $count } have reports missing
    }
}
packs-lead-no-targets = { $total ->
    [one] KPIs have no target
   *[other] { $count ->
        [one] 1 has KPIs without a target
       *[other] { $count } have KPIs without a target
    }
}
packs-lead-provisional = { $total ->
    [one] the score is provisional
   *[other] { $count ->
        [one] 1 has a provisional score
       *[other] { $count } have a provisional score
    }
}
packs-running = The quarter is not over: { $why }.
packs-running-alone = The quarter is not over.
packs-lead-foreign = { $total ->
    [one] reports are in another currency
   *[other] { $count ->
        [one] 1 reports in another currency
       *[other] { $count } report in another currency
    }
}
packs-lead-contradicted = { $total ->
    [one] figures contradict each other
   *[other] { $count ->
        [one] 1 has figures that contradict each other
       *[other] { $count } have figures that contradict each other
    }
}
packs-lead-nothing = { $total ->
    [one] nothing is on file
   *[other] { $count ->
        [one] 1 has nothing on file
       *[other] { $count } have nothing on file
    }
}
preflight-not-come = { $what } { $count ->
    [one] has not come
   *[other] have not come
}
preflight-not-come-hint = Today has the message that asks for it. The pack says that it is missing.
preflight-weeks = Weeks { $weeks }
preflight-summaries = Summaries of { $months }
list-and = { $list } and { $last }
preflight-no-targets = { $count ->
    [one] 1 KPI has no target
   *[other] { $count } KPIs have no target
}
preflight-provisional = Scorecard is provisional: coverage { $percent } %
preflight-running = The quarter is not over
preflight-foreign = { $count ->
    [one] 1 report is in another currency and left out
   *[other] { $count } reports are in another currency and left out
}
preflight-contradicted = { $count ->
    [one] 1 pair of figures contradicts each other
   *[other] { $count } pairs of figures contradict each other
}
preflight-nothing = Nothing is on file for this quarter
pack-file = { $name }, { $quarter }
pack-file-revision = { $name }, R{ $revision }
pack-file-numbered = { $name }, { $quarter } ({ $number })
pack-holds-decision = Decision
pack-holds-scorecard = Scorecard and trends
pack-holds-compliance = Reporting compliance
pack-holds-remarks = What the reports say
pack-holds-governance = Pricing and promotions
pack-holds-evidence = Evidence
pack-holds-agenda = QBR agenda
pack-title = { $name }, { $quarter }
pack-running = Distributor Management Pack, { $quarter }, revision R{ $revision }
pack-running-draft = Distributor Management Pack, { $quarter }, draft
pack-cover = { $place }, reports in { $currency }
pack-cover-since = { $place }, reports in { $currency }, distributor since { $since }
pack-foot = Data as of { $day }. Confidential to { $company } and { $name }.
pack-foot-alone = Data as of { $day }. Confidential to { $name }.
pack-issuer = Entrepot
pack-exclusivity = Exclusivity, { $grant }
pack-headline-before = Not started
pack-headline-launch = Launch, { $note }: not judged yet
pack-headline-renew = Renew: all { $of } conditions met
pack-headline-conditional = Conditional: { $met } of { $of } conditions met{ $open ->
    [0] {""}
   *[other] , { $open } open
}
pack-headline-lapse = Lapse: { $met } of { $of } conditions met{ $open ->
    [0] {""}
   *[other] , { $open } open
}
pack-headline-scale = Scale: all { $of } conditions met
pack-headline-defer = Launch goes on: { $met } of { $of } conditions met
pack-headline-decided = { $decided }
pack-headline-override = { $decided }, against the rule
pack-decided-by = Decided by { $author }, { $day }
pack-reason = “{ $reason }”
pack-headline-open = Still open: { $met } of { $of } conditions met
pack-proposal-renew = Renew
pack-proposal-conditional = Conditional
pack-proposal-lapse = Lapse
pack-proposal-scale = Scale
pack-proposal-defer = Extend the launch
pack-proposal-open = Nothing yet
pack-proposal-launch-not-scored = Launch, not exclusive
pack-not-met = Not met: { $conditions }.
pack-still-open = Still open: { $conditions }.
pack-because-renew = Every gate is met, every report has come and coverage suffices.
pack-because-conditional = A condition is not met.
pack-because-lapse = A condition is not met.
pack-because-scale = Every gate is met, every report has come and coverage suffices.
pack-because-defer = A condition of the launch is not met.
pack-because-open = The quarter is not over.
pack-because-launch-not-scored = Exclusivity is judged from the first quarter that ends after the launch.
pack-decide-by = By { $day }
pack-decide-gate = Day-{ $day } gate, by { $by }
pack-decide-with = With { $quarter }, by { $day }
pack-score-note = { $note } ({ $before })
pack-note-provisional = provisional; { $note }
pack-score-provisional = Provisional score
pack-score-label = { $label }, { $note }
pack-coverage-note = coverage; { $note }
pack-moves-none = No earlier quarter has a score to compare with.
pack-moved-nothing = Nothing moved against the quarter before.
pack-sign = For { $who }: name, date, signature
pack-sign-supplier = For the supplier: name, date, signature
pack-scorecard = Scorecard, { $quarter }
pack-total = Score: { $total }
pack-legend-green = { $green } and above
pack-legend-amber = { $amber } to under { $green }
pack-legend-red = below { $amber }
pack-legend-provisional = provisional.
pack-of-target = % of target
pack-funnel = From lead to order
funnel-leads = Leads
funnel-quotes = Quotes
funnel-purchase_orders = Orders
pack-contradiction = { $what }: both cannot be true.
pack-compliance-kicker = Weekly updates, monthly summaries, reviews
pack-compliance = Reporting compliance, { $quarter }
pack-weekly = Weekly updates, due on the Monday after the week
pack-monthly = Monthly summaries, due by the 5th business day
pack-figure-weekly = Weekly updates on time
pack-figure-monthly = Monthly summaries on time
pack-figure-reviews = Monthly reviews held
pack-figure-corrections = Corrections after import
pack-of = of { $of }
pack-nothing-due = nothing was due yet
pack-gate-met = { $share } %, gate { $gate } %, met
pack-gate-not-met = { $share } %, gate { $gate } %, not met
pack-gate-open = { $share } %, gate { $gate } %, open
pack-not-received = not received
pack-moved = { $days }: due on { $due }.
pack-holiday = { $day } is { $name }
pack-holiday-estimated = { $day } is { $name } (estimated)
pack-corrected = { $period }: { $measure } was corrected on { $day } from { $before } to { $after }.
pack-correction-keeps = A correction keeps the date on which the first revision came.
pack-not-stated = nothing
pack-not-held = not held
pack-not-held-state = Not held
pack-qbr = QBR, { $quarter }
pack-said-kicker = In the words of the reports
pack-said-headline = What the reports say, { $quarter }
pack-source = { $file }, { $cell }
pack-evidence-kicker = Every number behind the scorecard, and the cell it came from
pack-evidence-headline = Evidence, { $quarter }
pack-report-first = { $period }
pack-report-revision = { $period }, R{ $revision }
pack-received-on = received { $day }
pack-confirmed-by = confirmed by { $who }, { $day }
cli-not-made = { $name }: { $message } { $hint }
moved-other = Scored only once
moved-rest = All others
