"""Take templates over from other tools, and hand them on: what cannot be carried over is said, never dropped."""
