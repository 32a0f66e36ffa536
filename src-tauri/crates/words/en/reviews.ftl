## Reviews
