"""Text that others wrote: what is broken or hidden in it, and the fences around it."""
