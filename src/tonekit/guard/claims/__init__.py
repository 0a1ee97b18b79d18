"""What a draft claims: figures, amounts, numbers, references, and which of them promise anything."""
