"""Facts: questions with a yes or no about this machine or this source. They only read."""
