"""Figures that English tells by others that it has: the share of a partner as "the rest", a former
rank by the places gained, the stores that are left by those that were shut. Each module has one
sort of reasoning; `told_matches` of ``ways.py`` asks all of them.
"""
