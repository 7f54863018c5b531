"""The record: the views, made from articles, findings, links and decisions."""
