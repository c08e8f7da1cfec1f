// Converts lines of JSON, each a configuration's name and a text, by opencc-js,
// whose folder is the argument, and writes the results as lines of JSON.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { Converter } = await import(pathToFileURL(process.argv[2] + '/dist/esm/full.js'));

// opencc-js names a configuration by where it leads from and to.
function locales(name) {
  const [from, to] = name.split('2');
  const phrases = name.endsWith('p') && !name.endsWith('jp');
  const simplified = phrases && to === 'sp';
  return {
    from: from === 's' ? 'cn' : simplified ? from + 'p' : from,
    to: to === 's' || simplified ? 'cn' : to,
  };
}

const converters = {};
for await (const line of createInterface({ input: process.stdin })) {
  const [name, text] = JSON.parse(line);
  converters[name] ??= Converter(locales(name));
  process.stdout.write(JSON.stringify(converters[name](text)) + '\n');
}
