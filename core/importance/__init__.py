"""Which column helps: what it costs a network to have one column of its samples shuffled, and how it answers along
it."""
