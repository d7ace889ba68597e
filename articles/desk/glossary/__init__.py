"""The glossary in the admin, and which pages use a wording."""
