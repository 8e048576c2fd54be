"""A guide and its narration go in; files that people read and hear come out, one file a format."""
