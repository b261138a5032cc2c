"""What counts: which promises are one, which are parts, what is withdrawn, and what is left of each.

`Promises` is what every answer asks. How `totals(ledger)` runs:

1. `promises.Promises.counting` parts the ledger: most commitments count by themselves, others hang together.
2. Of these, `components.connected` gathers what hangs together, and `tellings.promises_of` sorts it into promises.
3. `withdrawals.withdrawal` says what was taken back of each; `counting.AtStage` which of them count at the stage.
4. `sizes.Sizes` says what each comes to (`remaining` what is left of a record; `bought` what is bought with money).
5. `_sums.adding` adds each under its key, and `_sums.summing.Conversion` turns the sums into one currency.
"""
