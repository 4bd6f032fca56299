"""The documents that leave the house: HTML, Markdown and plain text of one assessment. Imports nothing."""
