"""Events to agreements, disputes and silences; actors to framings."""
