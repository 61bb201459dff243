"""The tests, and what they share: `builders`, fixtures, programs of their own (run from ROOT)."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
