"""Where it happened: a printed path to a file, the line found again, the statement around it."""
