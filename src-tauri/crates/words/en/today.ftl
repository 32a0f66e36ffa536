## Today
## The answer first and in words; the message that asks for a report.

today-subtitle = { $week } · { $quarter }, day { $day } of { $days }
today-late = { $count ->
    [one] { $number } report is late
   *[other] { $number } reports are late
}
today-late-rest = .
today-decisions = { $count ->
    [one] { $number } decision
   *[other] { $number } decisions
}
today-decisions-rest = { $count ->
    [one] {" "}is due by { $day }.
   *[other] {" "}are due, the first by { $day }.
}
today-decisions-undated = { $count ->
    [one] {" "}waits for you.
   *[other] {" "}wait for you.
}
today-contradictions = { $count ->
    [one] { $number } pair of figures contradicts each other
   *[other] { $number } pairs of figures contradict each other
}
today-contradictions-rest = .
today-waiting = { $count ->
    [one] { $number } file waits
   *[other] { $number } files wait
}
today-waiting-rest = {" "}for you.
today-nothing = Every report that was due has come.
number-1 = One
number-2 = Two
number-3 = Three
number-4 = Four
number-5 = Five
number-6 = Six
number-7 = Seven
number-8 = Eight
number-9 = Nine
number-10 = Ten
number-11 = Eleven
number-12 = Twelve
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
distributors = { $count ->
    [one] { $count } distributor
   *[other] { $count } distributors
}
late-scores-zero = scores 0
late-summary = { $month } summary
next-due = { $what } is due from { $whom }
chase-week = the weekly update for week { $week } ({ $days })
chase-month = the monthly summary for { $month }
chase-late = Dear { $whom }, { $what } was due on { $due } and has not come yet. Please send it by { $until }; after that day it counts as missing and scores 0.
chase-missing = Dear { $whom }, { $what } was due on { $due } and has not come. It counts as missing and scores 0 until it is here. Please send it as soon as you can.
chase-signed = { $message } Regards, { $manager }

contradiction-quotes-above-leads = { $period }: { $figure } quotes, but only { $against } leads
contradiction-orders-above-quotes = { $period }: { $figure } purchase orders, but only { $against } quotes
contradiction-on-time-above-due = { $period }: { $figure } orders on time, but only { $against } were due
contradiction-accepted-above-inspected = { $period }: { $figure } units accepted, but only { $against } inspected
contradiction-far-above-history = { $period }: { $measure } of { $figure }, ten times the usual { $against } or more
contradiction-far-below-history = { $period }: { $measure } of { $figure }, a tenth of the usual { $against } or less
