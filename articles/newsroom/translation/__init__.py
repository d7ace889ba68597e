"""The work on translations: who, what is open, suggestions, files for translators' tools."""
