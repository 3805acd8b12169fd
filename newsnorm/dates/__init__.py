"""Days that a page prints: the words they are made of, how they are read, and which mark they become."""
