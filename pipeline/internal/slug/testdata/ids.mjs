// Derives the ids of headings by the packages in the folder that is the
// argument. Each line of the input is a page in JSON: a list of headings, each a
// text and an explicit id or null. Each line of the output holds the page's ids
// by github-slugger and by markdown-it-anchor.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const load = (path) => import(pathToFileURL(`${process.argv[2]}/${path}`));
const { default: GithubSlugger } = await load('github-slugger/index.js');
const { default: MarkdownIt } = await load('markdown-it/index.mjs');
const { default: anchor } = await load('markdown-it-anchor/dist/markdownItAnchor.mjs');
const { slugify } = await load('@mdit-vue/shared/dist/index.mjs');

const md = new MarkdownIt().use(anchor, { slugify });
const addIDs = md.core.ruler.getRules('').at(-1);
const { Token } = md.core.State.prototype;

// The tokens are made here rather than parsed, so that any text can be given.
function heading([text, id]) {
  const open = new Token('heading_open', 'h2', 1);
  if (id !== null) open.attrSet('id', id);
  const inline = new Token('inline', '', 0);
  inline.children = [Object.assign(new Token('text', '', 0), { content: text })];
  return [open, inline, new Token('heading_close', 'h2', -1)];
}

function vitepress(page) {
  const tokens = page.flatMap(heading);
  addIDs({ tokens });
  return tokens.filter((t) => t.type === 'heading_open').map((t) => t.attrGet('id'));
}

// github-slugger is not told of explicit ids: neither GitHub nor Docusaurus does.
function github(page) {
  const slugger = new GithubSlugger();
  return page.map(([text, id]) => id ?? slugger.slug(text));
}

for await (const line of createInterface({ input: process.stdin })) {
  const page = JSON.parse(line);
  process.stdout.write(JSON.stringify({ github: github(page), vitepress: vitepress(page) }) + '\n');
}
