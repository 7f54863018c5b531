"""The stories of a pile: articles of one news event, and events that follow on each other."""

from onrecord.record.stories.compile import StoryLookups, compile_stories

__all__ = ["StoryLookups", "compile_stories"]
