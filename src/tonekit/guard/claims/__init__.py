"""What a text claims: dates, times, amounts, numbers, references, links."""
