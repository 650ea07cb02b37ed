"""How what people type becomes the clean data of a charter's verbs."""
