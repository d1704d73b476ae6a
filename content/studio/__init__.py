"""The half of content that stays at the desk: probing, normalising, typesetting and signing."""
