# SPDX-License-Identifier: MIT
"""The published site as hosts serve it."""
import shutil

import documents
import links
from publishing import Nginx, PublishTest, files


class Served(PublishTest):
    def test_nginx_serves_the_published_site_at_the_root_and_under_a_path(self):
        root = self.folder / "root"
        for path, prefix in (("root", "/"), ("root/a/b", "/a/b/")):
            self.target(f"path: ../{path}")
            self.publish()
            with Nginx(self.folder, f"root {root}; absolute_redirect off; charset utf-8;") as port:
                crawl = links.Crawl(f"http://127.0.0.1:{port}{prefix}", documents.Site(self.folder / path)).run()
            self.assertEqual(crawl.problems, [])
            self.assertIn("briefings/2025-02-10-us-imports/index.html", crawl.reached)
            shutil.rmtree(root)
