"""Names across articles: who and what is called by several names, and who shares one."""
