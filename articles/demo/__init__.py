"""The demonstration newsroom as plain data: explainers, news and taxonomy in Japanese and English; it knows no models."""
