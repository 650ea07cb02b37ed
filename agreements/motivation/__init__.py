"""Shared motivation: what people say of working together, without anybody knowing who said it."""
