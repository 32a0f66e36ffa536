## Cadence
