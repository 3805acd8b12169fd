"""The command line's own rooms, one file a subcommand; only `newsnorm.__main__` opens them."""
