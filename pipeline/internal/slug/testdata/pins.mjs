// Renders Markdown by markdown-it with the plugins that VitePress gives ids to
// headings by. Input and output are lines of JSON strings. The argument is the
// folder of the packages.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const load = (path) => import(pathToFileURL(`${process.argv[2]}/${path}`));
const { default: MarkdownIt } = await load('markdown-it/index.mjs');
const { default: attrs } = await load('markdown-it-attrs/index.js');
const { default: anchor } = await load('markdown-it-anchor/dist/markdownItAnchor.mjs');

const md = new MarkdownIt({ html: true, linkify: true }).use(attrs).use(anchor, { tabIndex: false });
for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(md.render(JSON.parse(line))) + '\n');
}
