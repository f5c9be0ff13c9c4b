"""What is near a figure in either text: its clause, words with a known translation, rises and
falls.
"""
