"""Why a message was read as it was, for people to read."""
