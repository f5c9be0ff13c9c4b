"""The map of cities and the bar charts: where each thing stands in the drawing."""
