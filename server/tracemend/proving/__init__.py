"""What needs the whole product: examples through readers and index, names that entries use, and proofs."""
