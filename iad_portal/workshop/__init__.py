"""For those who build the portal: sample content, measurements, all components on one page. Not in the image."""
