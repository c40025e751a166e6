"""The optimizers' update rules for one number at a time, in plain Python: fast enough to redraw a race while a value is
dragged.

Each is proved equal to the torch.optim object of the same settings (tests/core/test_race_rules.py), and can tell what
it has just done.
"""
