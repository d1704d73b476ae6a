"""libVLC in processes of its own, writing frames into shared memory."""
