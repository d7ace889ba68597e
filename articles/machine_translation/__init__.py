"""The plug for machine translation: off by default, one provider at a time, and nothing of a page goes out unasked."""
