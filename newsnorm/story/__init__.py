"""Where the story starts and ends, and under which title: what a line looks like, says, and has for neighbours."""
