"""How a decision is taken: by consensus or by a vote with its majority."""
