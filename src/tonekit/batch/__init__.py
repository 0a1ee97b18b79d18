"""Many messages in a row: in order, over worker processes, from files and into files; each with its outcome."""
