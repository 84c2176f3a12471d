"""What every face shows of a meeting: texts as lines of spans, each with its role, and no face."""
