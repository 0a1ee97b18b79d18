"""What single words, their stems and pairs of them say."""
