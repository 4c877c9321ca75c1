"""Many offices side by side: their figures, the tables over them, the sentences that sum them up, and the context of
the comparison's template. Pure, like the analysis of one office that it builds on."""
