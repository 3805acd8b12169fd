"""Pure functions that turn one scraped page of news into a typed article."""
