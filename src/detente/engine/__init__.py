"""The loop over many articles: read, code in several processes, store."""
