"""Look after a guide's cache of sound: what it holds, what is damaged, and how it is carried."""
