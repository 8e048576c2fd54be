"""A feed that apps for podcasts subscribe to: RSS 2.0 (rssboard.org) with the names of Apple's and
the Podcasting 2.0 namespaces, an item for each section. `feed.xml` names the sound files beside it
by the address that `[feed]` in guide.toml gives; `feed/` has its picture and transcripts.
"""
