"""Builds the site in the variant that VARIANT names, from the pages that have it in
their names, as the plugin mkdocs-static-i18n does."""

import os
import re

from mkdocs.structure.files import Files


def on_files(files, config):
    ending = f".{os.environ.get('VARIANT')}.md"
    kept = [f for f in files if not re.search(r"\.zh-\w+\.md$", f.src_uri)]
    for f in kept:
        version = re.sub(r"\.md$", ending, f.abs_src_path)
        if os.path.exists(version):
            f.abs_src_path = version
    return Files(kept)
