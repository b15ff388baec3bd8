"""Commands for those who work on Countywise; nothing here is part of the product."""
