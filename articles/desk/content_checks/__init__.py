"""What the checks of a text say: beside a preview, before a publish and after it."""
