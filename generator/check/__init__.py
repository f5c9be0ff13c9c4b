"""Checking a site without publishing it: its content, and the pages made from it."""
