"""Templates tried out: the tests of contracts, and the texts of hostile customers."""
