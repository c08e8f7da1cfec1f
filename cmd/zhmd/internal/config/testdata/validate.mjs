// Checks documents against a schema, {schema, documents} on standard input, and writes
// an array with the faults of each. Its argument is the folder of the packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'x.js'));
const Ajv = require('ajv');
const { schema, documents } = JSON.parse(readFileSync(0, 'utf8'));
const valid = new Ajv({ allErrors: true }).compile(schema); // it fails if the schema is none
const faults = documents.map((d) => (valid(d) ? [] : valid.errors.map((e) => `${e.dataPath} ${e.message}`)));
process.stdout.write(JSON.stringify(faults));
