## Batch
