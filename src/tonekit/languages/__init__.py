"""Language packs: data, and the code that reads and checks it."""
