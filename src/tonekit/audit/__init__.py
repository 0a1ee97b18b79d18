"""How customers write and where the pain is: figures over a pile of mails that nobody has labelled."""
