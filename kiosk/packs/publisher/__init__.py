"""The office's side: keys, and packs signed into a folder that kiosks read. Needs `cryptography`; kiosks never import it."""
