"""A demonstration state: a seeded generator of records that belong to no real child."""
