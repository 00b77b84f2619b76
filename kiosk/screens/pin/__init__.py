"""The number pad behind which the administrator's pages lie."""
