"""Maps and plots, worked out in numbers: where each mark and each label goes."""
