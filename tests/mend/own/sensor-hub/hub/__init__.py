"""Collects the readings of the sensors in the house."""
