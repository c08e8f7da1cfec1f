// Reads documents with remark-mdx, from the packages in the folder that is the
// argument. Each line of the input is a document as a string in JSON. Each line
// of the output holds an error, or the document's shape, which has all of its
// tree but the prose, and its prose: the text and the attributes that are shown.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const load = (path) => import(pathToFileURL(`${process.argv[2]}/${path}`));
const { unified } = await load('unified/index.js');
const { default: remarkParse } = await load('remark-parse/index.js');
const { default: remarkMdx } = await load('remark-mdx/index.js');
const parser = unified().use(remarkParse).use(remarkMdx);

const codeElements = new Set('code pre kbd samp var script style textarea svg math'.split(' '));
const proseAttributes = new Set(
  ('alt title aria-label placeholder label description caption text subtitle summary heading tagline tooltip ' +
    'aria-description').split(' '),
);

const attribute = (node, name) => node.attributes?.find((a) => a.name === name)?.value;

function untranslated(node) {
  const lang = attribute(node, 'lang');
  return codeElements.has(node.name?.toLowerCase()) || attribute(node, 'translate') === 'no' ||
    `${attribute(node, 'className')}`.split(' ').includes('notranslate') || lang && !/^zh\b/.test(lang);
}

function shapeOf(node, prose, verbatim) {
  const shape = { type: node.type };
  const put = (key, value) => (verbatim ? (shape[key] = value) : (prose.push(value), (shape[key] = typeof value)));
  for (const key of ['depth', 'ordered', 'start', 'spread', 'lang', 'meta', 'url', 'identifier', 'name', 'checked']) {
    if (node[key] !== undefined) shape[key] = node[key];
  }
  verbatim ||= untranslated(node);
  for (const key of ['title', 'alt']) {
    if (node[key]) put(key, node[key]);
  }
  if (node.type === 'text') put('value', node.value);
  else if (node.value !== undefined) shape.value = node.value;
  shape.attributes = node.attributes?.map((a) => {
    if (typeof a.value === 'string' && proseAttributes.has(a.name) && !verbatim) {
      prose.push(a.value);
      return a.name;
    }
    return [a.type, a.name, a.value?.value ?? a.value];
  });
  shape.children = node.children?.map((child) => shapeOf(child, prose, verbatim));
  return shape;
}

for await (const line of createInterface({ input: process.stdin })) {
  const prose = [];
  let result;
  try {
    result = { shape: JSON.stringify(shapeOf(parser.parse(JSON.parse(line)), prose, false)), prose };
  } catch (e) {
    result = { error: `${e.place?.start?.line ?? e.line}:${e.place?.start?.column ?? e.column}: ${e.reason ?? e.stack}` };
  }
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
