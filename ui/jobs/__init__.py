"""All that runs, as a pane with one row a job, and as a small badge for the tool bar."""
