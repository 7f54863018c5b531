"""From what lies on disk to pages: files, folders, standard input; see `open.open_source`."""
