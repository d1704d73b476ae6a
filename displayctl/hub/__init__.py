"""The headless hub: storage, services and the HTTP interface."""
