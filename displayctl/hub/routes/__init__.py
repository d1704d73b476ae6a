"""The hub's routes, a module for each resource: they read the wish, ask a service, and word the answer."""
