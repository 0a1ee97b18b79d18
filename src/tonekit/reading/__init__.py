"""Reading a message: from text to an `Analysis`."""
