"""What may go out, and what a person must see first."""
