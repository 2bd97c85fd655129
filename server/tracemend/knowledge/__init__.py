"""Entries: the model, packs, loading, and the rules that an entry alone can break."""
