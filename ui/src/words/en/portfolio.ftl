## Portfolio
add-distributor = Add distributor
make-packs = Make packs
filter = Filter
filter-none = No distributor is in both filters. Choose All, or another country.
all-countries = { $count ->
    [one] { $count } country
   *[other] All { $count } countries
}
heat-caption = Attainment of each KPI by distributor, { $quarter }, in percent of target
score-change = change
legend = Percent of target; under each KPI, its weight
legend-green = met
legend-amber = just short
legend-red = well short
legend-provisional = not here yet
legend-none = does not apply
