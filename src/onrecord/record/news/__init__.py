"""News: what each article adds to everything published before it, and what it only repeats."""

from onrecord.record.news.compile_news import compile_news, news_of
from onrecord.record.news.pile import NewsPile
from onrecord.record.news.views import NewsViews

__all__ = ["NewsPile", "NewsViews", "compile_news", "news_of"]
