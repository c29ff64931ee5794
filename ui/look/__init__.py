"""How the program looks: colours, icons, style sheet, and small things that are painted everywhere."""
