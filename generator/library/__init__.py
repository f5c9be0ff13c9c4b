"""The published articles as plain data, and their groups by month, city, topic and more."""
