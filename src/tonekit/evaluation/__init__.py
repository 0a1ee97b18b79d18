"""How well messages are read: labelled messages, scores, and weights fitted on labels."""
