"""The example story in every form: one module a family of forms."""
