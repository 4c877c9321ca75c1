"""The whole work on one web page, for staff without a terminal: on their own machine, or on a server for many."""
