"""The office's own pages, and all that joins the four apps: search, feeds, sitemap, open data, caching."""
