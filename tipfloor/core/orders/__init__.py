"""Points of order, rulings and appeals."""
