"""All that a kind may import: `sdk.content` (no Qt) for parsing, `sdk.ui` for its view model."""
