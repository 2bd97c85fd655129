"""One module per feature, each thin: it reads the params, asks the state modules, and shapes the answer."""
