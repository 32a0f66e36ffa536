## Days, as they are written and read. The lists are in the order of the calendar; weeks begin on Monday.
months = January February March April May June July August September October November December
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
weekdays-short = Mon Tue Wed Thu Fri Sat Sun
date-short = { $day } { $month } { $year }
date-long = { $day } { $month }
date-hint = e.g. { $day }
date-unread = “{ $text }” is not a date. Write it like { $example }.
date-too-early = Choose { $day } or later.
date-too-late = Choose { $day } or earlier.
date-choose = Calendar for { $label }
date-previous-month = Previous month
date-next-month = Next month
