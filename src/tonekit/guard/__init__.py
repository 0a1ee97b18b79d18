"""What may go out, what a person must see first, and what is wrong with a draft."""
