"""Guests: what joins newsnorm with other packages. Nothing in newsnorm imports from here."""
