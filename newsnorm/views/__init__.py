"""An article for those who look at it or pass it on: reports, tables, plain data, other people's shapes."""
