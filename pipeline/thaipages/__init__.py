"""Pages of Thai Word documents: layout, line breaking, page plan, catchwords, booklet and PDF."""
