"""The pages that the hub serves to agencies: plain HTML, for asking for airtime and reading the answer."""
