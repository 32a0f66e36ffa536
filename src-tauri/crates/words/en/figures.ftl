## Units

unit-percent = %
unit-points = points
unit-units = units
unit-count = {""}
unit-weeks = weeks
unit-months = months
unit-held = held
unit-days = days

## Status

status-green = Green
status-amber = Amber
status-red = Red
status-provisional = Provisional
status-not-applicable = Does not apply
status-no-target = No target
status-met = Met
status-not-met = Not met

state-on-time = On time
state-late = Late
state-corrected = Corrected
state-missing = Missing
state-not-yet-due = Not yet due
state-held = Held
late-days = { $days ->
    [one] Late, { $days } day
   *[other] Late, { $days } days
}

standing-launch = Launch
standing-conditional = Conditional
standing-scale = Scale
standing-lapsed = Lapsed

## Figures

band = { $low } to { $high }
absent-held = not held yet
absent-due = due
absent-missing = missing
kpi-unit-pipeline = open
