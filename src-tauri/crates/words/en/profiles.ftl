## Layouts that are remembered

profile-learnt = Learnt from { $file }, { $when }, { $who }
as-settled = as you settled on { $day }
header-at = “{ $header }” in { $column }
field-distributor = Distributor
field-kind = Kind of report
field-period = Period
field-currency = Currency
rule-same = “{ $text }” is { $value }
rule-thousands = “{ $text }” holds thousands
rule-decimals = “{ $text }” holds decimals
rule-nth = reading { $at } of { $of }, as with “{ $text }”
rule-day-first = the day stands first, as in “{ $text }”
rule-month-first = the month stands first, as in “{ $text }”
rule-cell = what stands in { $place }
rule-cell-beside = what stands in { $place }, beside “{ $beside }”
rule-leave-out = left out
answered = { $title }: { $value }
answered-left-out = left out
answered-layout = The layout that changed is read rightly
question-layout = The layout has changed since you settled it on { $day }: { $what }. Are the values below read rightly?
question-hint-layout = Check the marked cells. What was settled for the earlier layout is not used.
layout-as-read = They are read rightly
layout-moved = column { $from } moved to { $to } (“{ $header }”)
layout-new = a new “{ $header }” stands in { $at }
layout-new-before = a new “{ $header }” stands in { $at }, before “{ $before }”
layout-gone = “{ $header }” is gone from { $from }
layout-renamed = “{ $from }” in { $at } is now “{ $to }”
layout-more = and { $count ->
    [one] 1 more change
   *[other] { $count } more changes
}
entry-layout-forgotten = Layout of { $name } forgotten: { $file }
entry-layout-trusted = Layout of { $name } trusted: { $file }
entry-layout-not-trusted = Layout of { $name } no longer trusted: { $file }
entry-layout-settled = Layout of { $name } settled otherwise: { $file }
entry-layout-asks = Layout of { $name } asks again: { $file }
error-not-a-rule = “{ $text }” is no way to settle it.
error-not-a-rule-hint = Choose one of those that are offered, or have it asked again.
