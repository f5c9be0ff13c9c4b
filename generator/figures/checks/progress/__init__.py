"""Plans and results, and the stage that something has reached."""
