"""The translation desk: which pages wait for which language, who does it, until when; and the exchange of files."""
