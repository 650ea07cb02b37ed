"""One module per panel of a page: what a reader may see goes in, frozen values come out."""
