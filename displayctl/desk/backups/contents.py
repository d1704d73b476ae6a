"""What a backup holds of the hub's folder, and what stays out of it.

Keys stay out, unless they are sealed (`keys_box`); so does what can be made anew.
"""

from __future__ import annotations

DATABASE = "hub.sqlite"
FOLDERS = ("repository",)
STORES = ("media", "incidents", "requests")
"""Folders of files by digest, as `content.delivery.store.AssetStore` keeps them."""
SECRETS = ("online.pem", "online-next.pem", "token.secret", "tls")
SIDECARS = (f"{DATABASE}-wal", f"{DATABASE}-shm", "emergencies.pending", "audit.head")
"""What belongs to the database of this moment, and must not meet another one."""
MADE_ANEW = ("backups", "workshop", "lock", "ballast", "restoring", "replaced", "restoring.json", "restored.json")
