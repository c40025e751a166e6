"""Studies that several processes or computers work on, and searches: what Optuna does, it does here."""
