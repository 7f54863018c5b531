"""The bundled example story: fictional outlets, fictional events."""
