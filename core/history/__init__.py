"""What a run is and was: states, snapshots, the journal, the trajectory."""
