"""What a newsroom does with its pages besides writing them: review, schedule, withdraw, correct, tell each other."""
