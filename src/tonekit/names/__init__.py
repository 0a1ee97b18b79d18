"""What firms, departments and customers are called."""
