## Governance
