"""Characters and lines, before anybody asks what they say: mended, joined, compared, put back."""
