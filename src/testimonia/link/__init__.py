"""Claims of many documents to events, situations, quotations, copies and origins."""
