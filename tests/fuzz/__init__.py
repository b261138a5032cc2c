"""Fuzzing: hostile inputs by the million against the laws of everything that reads foreign text.

`laws` says what must hold of any input, `mutations` makes inputs, `seeds` is what they are made of; `__main__` runs
them for as long as you like, with hypothesis or under the guidance of coverage:

    PYTHONPATH=tests python -m fuzz --target ledger --minutes 10
"""
