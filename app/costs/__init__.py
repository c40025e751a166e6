"""What a network costs: the sheet on which it is counted, and timed by whatever can make an update here."""
