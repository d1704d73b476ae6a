"""Where warnings come from: fetching feeds and reading them. What becomes of warnings is no concern of theirs."""
