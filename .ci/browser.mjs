// Reads built sites as a visitor would: serves a folder on localhost and follows the links
// from the home page of each variant, in headless Chromium.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';

const CHROMIUM = '/usr/bin/chromium';
// A closed network makes a browser that updates itself wait, and root has no sandbox.
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

// What 软件 and 网络 are in each variant.
const words = { 'zh-Hans': ['软件', '网络'], 'zh-Hant': ['軟件', '網絡'], 'zh-TW': ['軟體', '網路'], 'zh-HK': ['軟件', '網絡'] };
// Characters of the sample pages that no page of the other script has.
const foreign = (variant) => (variant === 'zh-Hans' ? /[軟網這裡說設檢運後關]/ : /[软网这说设检运后关]/);

// What sites name as their own address.
const home = 'https://example.org';

export async function startBrowser(modules) {
  const { chromium } = await import(pathToFileURL(join(modules, 'node_modules/playwright-core/index.mjs')));
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}

// Visits the variants of the site in a folder, { variant: the path of its home page }, the
// source's first, and gives what is wrong with them. Pages that match apart are built but
// linked from nowhere.
export async function visit(browser, name, folder, variants, apart = /^$/) {
  const server = createServer((request, response) => answer(folder, request, response));
  await new Promise((ready) => server.listen(0, 'localhost', ready));
  const site = { origin: `http://localhost:${server.address().port}`, folder, variants };
  const faults = [];
  const usual = new Set();
  for (const variant of Object.keys(variants)) {
    const pages = await crawl(browser, site, variant);
    faults.push(...(await judge(site, variant, pages, usual, apart)).map((fault) => `${variant}: ${fault}`));
    console.log(`${name}: ${variant}: ${count([...pages.values()])}`);
  }
  server.closeAllConnections();
  server.close();
  return faults;
}

function count(pages) {
  const links = pages.flatMap((p) => p.links);
  const images = pages.flatMap((p) => p.images);
  return `${pages.length} pages in the browser, ${links.length} links (${links.filter((l) => l.fragment).length} to headings), ${images.length} images`;
}

// Follows the links from a variant's home page, and gives its pages by their files.
async function crawl(browser, site, variant) {
  const context = await browser.newContext();
  await context.route((url) => url.origin !== site.origin, (route) => route.abort());
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  const pages = new Map();
  const met = new Set([site.variants[variant]]);
  for (const path of met) {
    errors.length = 0;
    const response = await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    const file = response.headers()['content-location'] ?? path;
    if (pages.has(file)) continue;
    const found = { path, status: response.status(), ...(await page.evaluate(look)), errors: [...errors] };
    found.links = found.links.map((link) => ({ ...link, ...leads(site, link.href) })).filter((link) => link.path);
    pages.set(file, found);
    for (const link of found.links) if (isPage(link.path) && variantOf(site, link.path) === variant) met.add(link.path);
  }
  await context.close();
  return pages;
}

// look runs in the page. Code is not text: it stays as it is.
async function look() {
  await Promise.all([...document.images].map((image) => {
    image.loading = 'eager';
    return image.decode().catch(() => {});
  }));
  const content = document.querySelector('main, [role=main]') ?? document.body;
  const found = {
    links: [...document.links].map((a) => ({ href: a.href, inContent: content.contains(a) })),
    images: [...document.images].map((image) => ({ source: image.src, width: image.naturalWidth })),
    ids: [...document.querySelectorAll('[id]')].map((e) => e.id).filter((id) => document.getElementById(id)),
  };
  for (const code of document.querySelectorAll('pre, code')) code.style.display = 'none';
  return { ...found, text: `${document.title}\n${document.body.innerText}` };
}

// Where a link leads in the site: a path, and the id of a heading.
function leads(site, href) {
  const url = new URL(href.replace(home, site.origin));
  return url.origin === site.origin ? { path: url.pathname, fragment: decodeURIComponent(url.hash.slice(1)) } : {};
}

const isPage = (path) => ['', '.html'].includes(extname(path));

// The variant of a path is the one whose home page is nearest above it.
function variantOf(site, path) {
  const above = Object.entries(site.variants).filter(([, home]) => path.startsWith(home));
  return above.sort(([, a], [, b]) => b.length - a.length)[0]?.[0];
}

// Gives what is wrong with the pages of a variant. What the source's pages have of errors
// is usual.
async function judge(site, variant, pages, usual, apart) {
  const faults = [];
  const isSource = variant === Object.keys(site.variants)[0];
  for (const [file, page] of pages) {
    const fault = (text) => faults.push(`${decodeURIComponent(page.path)}: ${text}`);
    if (page.status !== 200) {
      fault(`status ${page.status}`);
      continue;
    }
    for (const text of wrongWords(variant, page.text)) fault(text);
    for (const link of page.links) {
      const wrong = wrongLink(site, variant, pages, link);
      if (wrong) fault(`the link to ${decodeURIComponent(link.path)}#${link.fragment} ${wrong}`);
    }
    for (const image of page.images) if (image.width === 0) fault(`the image ${image.source} is not there`);
    for (const error of page.errors.map((e) => e.replaceAll(site.origin, ''))) {
      if (isSource) usual.add(error);
      else if (!usual.has(error)) fault(`error ${error}`);
    }
  }
  for (const path of built(site, variant)) {
    if (!pages.has(encodeURI(path)) && !apart.test(path)) faults.push(`${path}: no link leads there`);
  }
  return faults;
}

function wrongWords(variant, text) {
  const wrong = Object.values(words).flat().filter((w) => !words[variant].includes(w) && text.includes(w));
  const left = text.match(foreign(variant))?.[0];
  if (left) wrong.push(left);
  wrong.push(...(text.match(/\{#|<a /g) ?? [])); // ids on headings that were taken for text
  const has = words[variant].some((w) => text.includes(w));
  return [...new Set(wrong)].map((w) => `still ${w}`).concat(has ? [] : [`no ${words[variant].join(', ')}`]);
}

// Links in the text stay in the variant; those around it may lead to other variants.
function wrongLink(site, variant, pages, link) {
  const target = locate(site.folder, link.path);
  if (!target) return 'leads nowhere';
  if (variantOf(site, link.path) !== variant) return link.inContent && isPage(link.path) ? 'leads out of the variant' : '';
  const page = pages.get(encodeURI(target));
  return page && link.fragment && !page.ids.includes(link.fragment) ? 'finds no heading' : '';
}

// The pages of a variant that were built.
function built(site, variant) {
  const all = readdirSync(site.folder, { recursive: true }).map((file) => `/${file}`);
  return all.filter((file) => file.endsWith('.html') && variantOf(site, file) === variant);
}

// The file that a path shows, as a host of static files has it.
function locate(folder, path) {
  let file = join(folder, decodeURIComponent(path));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  return existsSync(file) ? `/${relative(folder, file)}` : undefined;
}

const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.json': 'application/json' };

function answer(folder, request, response) {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = locate(folder, pathname);
  if (!file) return response.writeHead(404).end('not here');
  if (file.endsWith('/index.html') && !/(\/|\.html)$/.test(pathname)) return response.writeHead(301, { location: `${pathname}/` }).end();
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-location': encodeURI(file) });
  response.end(readFileSync(join(folder, file)));
}
