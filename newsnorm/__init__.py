"""Normalize news text: one scraped page in, one clean typed article out, and nothing lost."""
