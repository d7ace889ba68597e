"""What changed between two texts of a lane, laid out for whoever has to judge it."""
