"""Reports for people and spreadsheets: one HTML file with plots, CSV cells that run nothing, files written whole."""
