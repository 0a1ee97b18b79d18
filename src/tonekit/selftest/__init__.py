"""Metamorphic checks: changes of a message that must not change what is read from it. They need no labels."""
