"""What calls for a person: alerts, orders to a model, in the text and beside it."""
