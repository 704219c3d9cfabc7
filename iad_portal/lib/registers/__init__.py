"""Lists of records: filters, facets, pages, feeds, and open data."""
