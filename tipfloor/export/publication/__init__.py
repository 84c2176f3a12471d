"""The published record: what a final report or summary record has, and nothing else."""
