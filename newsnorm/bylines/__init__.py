"""Who wrote it: bylines taken apart, and whether a name is a reporter's."""
