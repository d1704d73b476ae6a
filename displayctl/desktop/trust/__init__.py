"""Windows about who may sign: the first start, keys at this desk, ceremonies, and what is checked at the site."""
