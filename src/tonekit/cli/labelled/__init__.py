"""The commands for labelled messages: `label`, `evaluate`, `calibrate`."""
