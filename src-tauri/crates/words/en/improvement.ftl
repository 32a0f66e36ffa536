## Improvement
