"""What the tags of the look stand on: icons, tones of states, lines of an error summary."""
