// Checks logs, a JSON array of texts on standard input, against the schema of
// SARIF 2.1.0, and writes an array with the faults of each. Its argument is the
// folder of the packages.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.argv[2], 'x.js'));
const Ajv = require('ajv');
const ajv = new Ajv({ schemaId: 'auto', allErrors: true, format: 'full', unknownFormats: [] });
ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'));
const valid = ajv.compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const faults = JSON.parse(readFileSync(0, 'utf8')).map((log) =>
  valid(JSON.parse(log)) ? [] : valid.errors.map((e) => `${e.dataPath} ${e.message}`));
process.stdout.write(JSON.stringify(faults));
