"""Issuing and amending corrections, and the texts that readers were shown before."""
