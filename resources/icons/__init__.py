"""Icons of the editor as SVG: line icons by the Lucide project, our own application icon, marks of controls."""
