## Contradictions
settle-open = Settle it
settle-reason = Why both figures may stand
settle = Settle
settled = Settled. It stays visible with the reason.
reopen = Reopen
