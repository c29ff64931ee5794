"""All that runs, as a pane with one row a job, and as a small badge for the tool bar."""

from ui.jobs.badge import JobsBadge
from ui.jobs.pane import JobsPane

__all__ = ["JobsBadge", "JobsPane"]
