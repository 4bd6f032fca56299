"""What a checklist is and how files become one."""
