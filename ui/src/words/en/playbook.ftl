## Playbook
green-from = Green from
amber-from = Amber from
rules = Rules
holidays = Holidays
holidays-of = Holidays of { $country }
holiday = Holiday
