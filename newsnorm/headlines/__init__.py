"""Headlines: when two lines are the same one, and where the site's name begins behind it."""
