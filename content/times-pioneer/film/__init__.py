"""Makes the films and sound programmes of this pack from their scripts: speech, captions, moving posters."""
