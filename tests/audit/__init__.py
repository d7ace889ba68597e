"""What `make audit` measures: the demo newsroom served as in production, and looked at with a browser."""
