"""tonekit inside other programs: one module each, loaded when it is asked for."""
