"""The half of content that players share with the desk: assets, their store, bundles and trust."""
