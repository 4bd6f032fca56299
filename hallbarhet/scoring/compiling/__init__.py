"""From a checklist to a plan: the one part of scoring that sees the checklist's models. Imports nothing."""
