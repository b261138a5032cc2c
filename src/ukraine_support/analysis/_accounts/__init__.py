"""What claims come to: the accounts of what became of a promise, and where they contradict each other.

How `fulfilment(ledger, id)` runs:

1. `answers.Answers` answers a question after those about the parts of the promise, each once.
2. `statements.ClaimsByPromise` gathers the claims that bear on it, also those about other records of the promise.
3. `accounts.accounts_of` makes one account of what each party said, by `party_totals` where it speaks of periods.
4. `contradictions.Comparison` says which accounts later ones overtake, and which contradict each other.
5. `evaluation.worked_out` puts the `fulfilment.Fulfilment` together: what stands, what is left, what is disputed.
"""
