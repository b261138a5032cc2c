"""Values: numbers known or estimated, money, magnitudes, periods, texts, stages."""
