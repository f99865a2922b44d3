// SPDX-FileCopyrightText: 2026 The Territoires authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The schemas of the format and territoires-pack give the same verdict on every pack of the corpus and on packs damaged at
// random, wherever a schema can judge; and every figure of a valid pack is a Vega-Lite specification.
//
// Usage: test-agreement.mjs TERRITOIRES-PACK SOURCE-DIR [MUTATIONS [SEED]]; modules come from $TER_NODE_MODULES.
import {execFileSync} from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';

const [program, source, mutations = '400', seedText = '1'] = process.argv.slice(2);
const modules = process.env.TER_NODE_MODULES;

if (!modules || !fs.existsSync(path.join(modules, 'ajv'))) {
  console.log('1..0 # SKIP no Node.js modules: see TER_NODE_MODULES');
  process.exit(0);
}
const require = createRequire(path.join(modules, 'x.js'));
const Ajv2020 = require('ajv/dist/2020.js').default;
const Ajv = require('ajv').default;

// What the text of a file says before any schema sees it: a parser that forgives more reads something else.
const BEFORE = new Set(['json-syntax', 'json-truncated', 'json-duplicate', 'json-nul', 'json-number', 'json-depth', 'json-size',
  'values-too-many', 'file-values-too-many', 'records-too-many', 'members-too-many', 'members-alike', 'positions-too-many',
  'file-encoding', 'file-too-large', 'file-missing', 'file-not-regular', 'manifest-missing', 'path-duplicate']);
// What a schema can judge, in the manifest, entries and vocabularies. All other codes need files, several objects at once,
// a table, a time zone, a CommonMark parser; or are warnings, which a schema does not know.
const JUDGED = new Set(['json-root', 'format-invalid', 'format-newer-major', 'version-invalid', 'language-invalid', 'license-invalid',
  'hash-invalid', 'key-invalid', 'mediatype-invalid', 'member-missing', 'member-type', 'member-empty', 'id-invalid', 'text-too-long',
  'line-too-long', 'text-control', 'text-combining', 'date-invalid', 'url-invalid', 'color-invalid', 'tag-invalid',
  'territory-invalid', 'path-invalid', 'time-invalid', 'link-target']);

let n = 0, failures = 0;
function ok(passed, name, detail) {
  n++;
  failures += passed ? 0 : 1;
  console.log(`${passed ? 'ok' : 'not ok'} ${n} - ${name}`);
  if (!passed)
    for (const line of String(detail).split('\n')) console.log(`# ${line}`);
}

const read = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));

const schemas = ['common', 'icons', 'figure', 'entries', 'vocabularies', 'datapackage'];
const ajv = new Ajv2020({allErrors: true, strict: true, strictTypes: false, strictRequired: false, strictTuples: false});
for (const name of schemas)
  ajv.addSchema(read(source, 'data/schema', `${name}.json`));
const judge = Object.fromEntries(['datapackage', 'entries', 'vocabularies'].map(name =>
  [name, ajv.getSchema(`https://territoires-en-actions.fr/schema/1/${name}.json`)]));
const pathPattern = new RegExp(read(source, 'data/schema/common.json').$defs.path.pattern, 'u');

function check(pack) {
  try {
    return JSON.parse(execFileSync(program, ['validate', '--json', '--language', 'en', pack], {encoding: 'utf8', maxBuffer: 1 << 28})).issues;
  } catch (error) {
    if (error.status === 1) return JSON.parse(error.stdout).issues;
    throw error;
  }
}

const isFile = file => fs.existsSync(file) && fs.lstatSync(file).isFile();

// What the schemas say: the files that they judged, and their errors.
function judgeBySchemas(pack) {
  const judged = ['datapackage.json'], errors = [];
  const manifest = read(pack, 'datapackage.json');
  const run = (name, file, data) => {
    if (!judge[name](data))
      errors.push(...judge[name].errors.map(error => `${file}${error.instancePath}: ${error.message}`));
  };
  run('datapackage', 'datapackage.json', manifest);
  if (!(Array.isArray(manifest?.format) && manifest.format[0] > 1))
    for (const resource of Array.isArray(manifest?.resources) ? manifest.resources : []) {
      const {role, path: file} = resource ?? {};
      if (!['entries', 'vocabularies'].includes(role) || typeof file !== 'string' || !pathPattern.test(file) || !isFile(path.join(pack, file)))
        continue;
      judged.push(file);
      run(role, file, read(pack, file));
    }
  return {judged, errors};
}

// Whether both agree; undefined when the text itself is already at fault.
function compare(pack) {
  const issues = check(pack);
  if (issues.some(issue => BEFORE.has(issue.code)))
    return undefined;
  const {judged, errors} = judgeBySchemas(pack);
  const told = issues.filter(issue => JUDGED.has(issue.code) && judged.includes(issue.file));
  if ((told.length > 0) === (errors.length > 0))
    return {agree: true, codes: told.map(issue => issue.code)};
  return {agree: false, detail: `territoires-pack: ${JSON.stringify(told.map(i => [i.code, i.file, i.pointer, i.sentence]))}\nschemas: ${errors.join('; ')}`};
}

// ---- Every pack of the corpus ----

const corpus = path.join(source, 'tests/corpus/packs');
const packsOf = folder => fs.readdirSync(folder).sort().map(name => path.join(folder, name)).filter(pack => fs.statSync(pack).isDirectory());
const valid = [...packsOf(path.join(corpus, 'valid')), ...packsOf(path.join(source, 'data/packs'))];
const seen = new Set();
for (const pack of [...valid, ...packsOf(path.join(corpus, 'invalid'))]) {
  const name = path.relative(source, pack);
  const result = compare(pack);
  if (result === undefined) {
    console.log(`# ${name}: its text is at fault, no schema sees it`);
    continue;
  }
  result.codes?.forEach(code => seen.add(code));
  ok(result.agree, `${name}: the schemas and territoires-pack agree`, result.detail);
}
for (const code of JUDGED)
  ok(seen.has(code), `some pack of the corpus has ${code}, which a schema judges`, 'none');

// ---- Packs damaged at random ----

let seed = Number(seedText) >>> 0;
function random(limit) { // mulberry32
  seed = (seed + 0x6d2b79f5) >>> 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}
const pick = list => list[random(list.length)];
const ODD = [null, true, 0, -1, 1.5, 2, '', ' ', 'a', 'é', 'a\nb', 'A'.repeat(501), '2020-02-30', '2020-13', '0000', 'https://', 'http://a b', 'page', 'dashboard',
  'webinar', 'document', 'table', 'outline', '2020-05-28T13:00', '2020-05-28', '#12345g', 'x:y', 'region:8', [], {}, [1], [null], [''], [{}], {a: 1}, 'e\u0301'.repeat(9),
  'e' + '\u0301'.repeat(9), '\u0085', '\u2028', '\t', 'content/entries.json\n', '../x', 'a/b/c/d/e'];

function places(value, list = []) {
  if (value && typeof value === 'object')
    for (const key of Object.keys(value)) {
      list.push([value, key]);
      places(value[key], list);
    }
  return list;
}

function damage(document) {
  const all = places(document);
  if (all.length === 0) return;
  const [holder, key] = pick(all);
  switch (random(5)) {
    case 0: if (Array.isArray(holder)) holder.splice(Number(key), 1); else delete holder[key]; break;
    case 1: holder[key] = structuredClone(pick(ODD)); break;
    case 2: holder[key] = structuredClone(pick(all)[0]); break;
    case 3: { const [other, name] = pick(all); holder[key] = structuredClone(other[name]); break; }
    case 4: if (!Array.isArray(holder)) holder[pick(['title', 'kind', 'date', 'url', 'start', 'tags', 'role', 'title@en', 'links', 'spec', 'mark', 'layer', 'params', 'previous', 'reference'])] = structuredClone(pick(ODD)); break;
  }
}

function relist(pack, manifest) {
  for (const resource of Array.isArray(manifest?.resources) ? manifest.resources : []) {
    const file = typeof resource?.path === 'string' && pathPattern.test(resource.path) ? path.join(pack, resource.path) : null;
    if (file && isFile(file) && 'bytes' in resource && 'hash' in resource) {
      const bytes = fs.readFileSync(file);
      resource.bytes = bytes.length;
      resource.hash = `sha256:${crypto.createHash('sha256').update(bytes).digest('hex')}`;
    }
  }
}

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'agreement-'));
const seeds = [path.join(corpus, 'valid/minimal'), ...['valid/solar-system', 'invalid/webinar-order', 'invalid/figure-unsupported', 'invalid/tag-unknown',
  'invalid/picture-alt', 'invalid/territory-unknown', 'invalid/link-target-webinar', 'invalid/color-invalid'].map(name => path.join(corpus, name))].filter(fs.existsSync);
let disagreements = 0, judgedCount = 0, refused = 0;
for (let i = 0; i < Number(mutations) && disagreements < 5; i++) {
  const pack = path.join(work, String(i));
  fs.cpSync(pick(seeds), pack, {recursive: true});
  const manifest = read(pack, 'datapackage.json');
  const files = manifest.resources.filter(r => ['entries', 'vocabularies'].includes(r.role)).map(r => r.path);
  const target = random(3) === 0 ? null : pick(files);
  if (target) {
    const document = read(pack, target);
    for (let k = random(3); k >= 0; k--) damage(document);
    fs.writeFileSync(path.join(pack, target), JSON.stringify(document, null, 1));
    relist(pack, manifest);
  } else
    for (let k = random(3); k >= 0; k--) damage(manifest);
  fs.writeFileSync(path.join(pack, 'datapackage.json'), JSON.stringify(manifest, null, 1));
  const result = compare(pack);
  if (result) {
    judgedCount++;
    refused += result.agree && result.codes.length > 0 ? 1 : 0;
  }
  if (result && !result.agree) {
    disagreements++;
    console.log(`# damaged pack ${i}: ${result.detail.replaceAll('\n', '\n# ')}`);
  }
  fs.rmSync(pack, {recursive: true});
}
fs.rmSync(work, {recursive: true});
ok(disagreements === 0, `${mutations} damaged packs (seed ${seedText}): ${judgedCount} judged by both, ${refused} of them refused`, `${disagreements} disagreements`);

// ---- Every figure is Vega-Lite ----

const vegaLite = new Ajv({strict: false, allErrors: false, logger: false, validateFormats: false});
const isVegaLite = vegaLite.compile(read(modules, 'vega-lite/build/vega-lite-schema.json'));
for (const pack of valid) {
  const bad = [];
  let count = 0;
  for (const resource of read(pack, 'datapackage.json').resources.filter(r => r.role === 'entries'))
    for (const entry of read(pack, resource.path))
      for (const figure of (entry.groups ?? []).flatMap(group => group.figures)) {
        count++;
        for (const spec of [figure.spec, figure.previous?.spec, figure.reference?.spec])
          if (spec && !isVegaLite(spec)) bad.push(`${entry.id}/${figure.id}: ${vegaLite.errorsText(isVegaLite.errors.slice(0, 3))}`);
      }
  ok(bad.length === 0, `${path.relative(source, pack)}: its ${count} figures are Vega-Lite`, bad.join('\n'));
}
console.log(`1..${n}`);
process.exit(failures ? 1 : 0);
