"""The parts of the panel in which one change is chosen (`ui.seam.panel`)."""
