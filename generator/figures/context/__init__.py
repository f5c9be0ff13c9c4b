"""What stands near a figure in either text: its clause, words known in both languages, rises and
falls."""
