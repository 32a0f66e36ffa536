## Exclusivity
