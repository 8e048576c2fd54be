"""Hear finished sound back by a speech recogniser, and find what it may say wrong."""
