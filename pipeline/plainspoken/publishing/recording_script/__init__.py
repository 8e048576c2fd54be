"""What somebody reads from who records a guide: its sentences, numbered, on a page to print."""
