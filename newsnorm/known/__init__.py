"""What the caller knows of a page beforehand, and where the page agrees with it."""
