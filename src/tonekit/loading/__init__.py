"""Loading: late, once, in one place for all who need it, without garbage collection, and again when files change."""
