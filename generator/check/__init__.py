"""Checking without publishing: what is wrong in the content and in the pages made of it."""
