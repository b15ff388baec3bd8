"""From rows of figures to views: what the pages say, in the words of pages._words."""
