"""What the hall sees: pages and an interface over HTTP, fed by the record and by nothing else."""
