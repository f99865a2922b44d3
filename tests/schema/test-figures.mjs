// SPDX-FileCopyrightText: 2026 The Territoires authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// First: every member that Vega-Lite's own JSON Schema lets stand in a unit or a layer is drawn, set aside or refused by our table, and what is not drawn is
// named with its path by validate. Then: what `territoires-pack figure --json` prints of figure-cases.mjs is what Vega makes of it: values, domains, order.
//
// Usage: test-figures.mjs TERRITOIRES-PACK; modules come from $TER_NODE_MODULES.
import {execFileSync, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import cases from './figure-cases.mjs';

process.env.TZ = 'UTC';
const [program] = process.argv.slice(2);
const modules = process.env.TER_NODE_MODULES;
const has = name => modules && fs.existsSync(path.join(modules, name));

if (!has('vega') || !has('vega-lite')) {
  console.log('1..0 # SKIP no Node.js modules: see TER_NODE_MODULES');
  process.exit(0);
}
async function load(name) {
  const about = JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8'));
  const entry = about.exports?.['.']?.default ?? about.exports?.default ?? about.module ?? about.main;
  return import(pathToFileURL(path.join(modules, name, entry)));
}
const vega = await load('vega'), vegaLite = await load('vega-lite');
const schema = JSON.parse(fs.readFileSync(path.join(modules, 'vega-lite/build/vega-lite-schema.json'), 'utf8'));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'figures-'));
process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}));
const english = {...process.env, LANGUAGE: 'en', LC_ALL: 'C.UTF-8'};
let count = 0, failures = 0;
function ok(passed, name, why) {
  console.log(`${passed ? 'ok' : 'not ok'} ${++count} - ${name}`);
  if (!passed) console.log(String(why).split('\n').map(line => `# ${line}`).join('\n'));
  failures += passed ? 0 : 1;
}

// ---- A pack of figures, each with its table ----

function typeOf(rows, name) {
  const values = rows.map(row => row[name]).filter(value => value !== null);
  return values.every(value => typeof value === 'number') ? 'number' : values.every(value => /^\d{4}-\d\d-\d\d$/.test(value)) ? 'date' : 'string';
}

function writePack(name, figures) {
  const place = path.join(folder, name), tables = new Map();
  fs.mkdirSync(place);
  const shown = figures.map(({rows, spec}, i) => {
    if (!tables.has(rows)) tables.set(rows, `t${tables.size}`);
    return {id: `f${i}`, title: 'T', spec: {data: {name: tables.get(rows)}, ...spec}};
  });
  fs.writeFileSync(path.join(place, 'entries.json'), JSON.stringify([{id: 'd', kind: 'dashboard', title: 'D', groups: [{figures: shown}]}]));
  const resources = [...tables].map(([rows, table]) => {
    fs.writeFileSync(path.join(place, `${table}.json`), JSON.stringify(rows));
    return {name: table, path: `${table}.json`, role: 'table', mediatype: 'application/json',
      schema: {fields: Object.keys(rows[0]).map(field => ({name: field, type: typeOf(rows, field)}))}};
  });
  resources.push({name: 'e', path: 'entries.json', role: 'entries', mediatype: 'application/json'});
  fs.writeFileSync(path.join(place, 'datapackage.json'), JSON.stringify({format: [1, 0], name, version: '1.0.0', title: 'T', languages: ['en'], created: '2026-01-01',
    sections: [{id: 's', title: 'S', view: 'observatory', show: {kinds: ['dashboard']}}], resources}));
  return place;
}

// ---- The walk of the schema ----

const table = new Map(), rest = new Map();
for (const row of JSON.parse(execFileSync(program, ['schema', '--figures'], {encoding: 'utf8', env: english})))
  if (row.member === '*') rest.set(row.object, row.state);
  else table.set(`${row.object}.${row.member}`, row);

function membersOf(node, found = new Map(), seen = new Set()) {
  if (!node) return found;
  if (node.$ref) {
    const name = decodeURIComponent(node.$ref.replace('#/definitions/', ''));
    if (seen.has(name)) return found;
    seen.add(name);
    return membersOf(schema.definitions[name], found, seen);
  }
  for (const one of [...node.anyOf ?? [], ...node.allOf ?? [], ...node.items ? [node.items] : []]) membersOf(one, found, seen);
  for (const [name, value] of Object.entries(node.properties ?? {})) found.set(name, [...found.get(name) ?? [], value]);
  return found;
}

// Each of our objects and the nodes of the schema that may stand there; what is refused or set aside is not followed.
const found = [], visited = new Map();
function walk(object, node, where) {
  const key = `${object}`;
  const names = visited.get(key) ?? visited.set(key, new Set()).get(key);
  for (const [name, nodes] of membersOf(node)) {
    if (names.has(name)) continue;
    names.add(name);
    const row = table.get(`${object}.${name}`), state = row?.state ?? rest.get(object) ?? 'refused';
    found.push({where: [...where, name], state, listed: !!row});
    if (state === 'drawn' && row.child) walk(row.child, {anyOf: nodes}, [...where, name]);
  }
}
walk('spec', {$ref: '#/definitions/TopLevelUnitSpec'}, []);
walk('spec', {$ref: '#/definitions/TopLevelLayerSpec'}, []);
walk('unit', {anyOf: [{$ref: '#/definitions/LayerSpec'}, {$ref: '#/definitions/UnitSpec'}]}, ['layer']);
ok(found.length > 300, `the schema was walked: ${found.length} members`, found.length);
{
  const known = new Set([...visited].flatMap(([object, names]) => [...names].map(name => `${object}.${name}`)));
  const strangers = [...table.keys()].filter(key => !known.has(key) && visited.has(key.split('.')[0]));
  ok(strangers.length === 0, 'every member of our table is one of Vega-Lite', strangers.join(' '));
}

// What is not drawn stands in a figure of its own, which is sound but for it.
const rows = [{s: 'a', v: 3, w: 1}, {s: 'b', v: 5, w: 2}], q = 'quantitative';
function place(where) {
  const spec = {mark: {type: 'bar'}, encoding: {x: {field: 's', type: 'nominal'}, y: {field: 'v', type: q}}}, arrays = new Set(['transform', 'params', 'layer']);
  let at = spec;
  const pointer = [];
  where.forEach((step, i) => {
    const last = i === where.length - 1;
    pointer.push(step);
    if (last) at[step] = {odd: 1};
    else if (arrays.has(step) && i === 0) {
      at[step] = [{}];
      pointer.push('0');
      at = at[step][0];
    } else at = at[step] = typeof at[step] === 'object' && !Array.isArray(at[step]) ? at[step] : {};
  });
  return {rows, spec, pointer: `/0/groups/0/figures/N/spec/${pointer.join('/')}`};
}
{
  const undrawn = found.filter(({state, where}) => state !== 'drawn' && where[0] !== 'data'), figures = undrawn.map(({where}) => place(where)), missing = [];
  for (let from = 0; from < figures.length; from += 100) {
    const some = figures.slice(from, from + 100), pack = writePack(`walk-${from}`, some);
    const report = JSON.parse(spawnSync(program, ['validate', '--json', pack], {encoding: 'utf8', env: english, maxBuffer: 1 << 26}).stdout);
    const told = new Set(report.issues.filter(({code}) => code === 'figure-unsupported' || code === 'figure-aside').map(issue => issue.pointer));
    some.forEach(({pointer}, i) => { if (!told.has(pointer.replace('N', i))) missing.push(undrawn[from + i].where.join('.')); });
  }
  ok(undrawn.length > 150 && missing.length === 0, `what is not drawn is named with its path: ${undrawn.length} members`, missing.join(' '));
}

// ---- Beside Vega ----

const WIDTH = 400, HEIGHT = 300;
const text = value => value === null || Number.isNaN(value) ? '-' : String(Math.round(value * 1e4) / 1e4 || 0);
const toDays = value => +value / 864e5;
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const channelsOf = spec => spec.encoding;

function nameOf(value, channel) {
  if (channel.timeUnit && value !== null && value !== undefined) {
    const date = new Date(value), month = months[date.getMonth()];
    return channel.timeUnit === 'year' ? String(date.getFullYear()) : channel.timeUnit === 'month' ? month : `${month} ${date.getFullYear()}`;
  }
  return value === null || value === undefined ? 'Not stated' : String(value);
}
const isSteps = channel => (channel.bin || channel.timeUnit) && channel.type !== 'ordinal';
const fieldIn = (datum, channel) => channel.bin ? Object.entries(datum).find(([key]) => key.startsWith('bin_') && key.endsWith(channel.field))?.[1]
  : datum[channel.timeUnit ? `${channel.timeUnit}_${channel.field}` : channel.field];

function* marksOf(node) {
  for (const item of node.items ?? []) {
    if (node.role === 'mark' && node.marktype !== 'group') yield item;
    yield* marksOf(item);
  }
}
function labelsOf(root, axis) {
  const labels = [];
  const visit = node => {
    for (const item of node.items ?? []) {
      if (node.role === 'axis-label' && item.text !== '' && item.opacity !== 0) labels.push(item);
      visit(item);
    }
  };
  visit(root);
  return labels.filter(item => item.mark.group.orient === (axis === 'x' ? 'bottom' : 'left')).map(item => String(item.text));
}

const quiet = {level() { return this; }, error() { return this; }, warn() { return this; }, info() { return this; }, debug() { return this; }};
function describeVega({rows, spec}) {
  const compiled = vegaLite.compile({...spec, width: WIDTH, height: HEIGHT, data: {values: rows}, config: {axis: {labelOverlap: false}}}, {logger: quiet}).spec;
  const view = new vega.View(vega.parse(compiled), {renderer: 'none'}).run();
  const encoding = channelsOf(spec), type = spec.mark.type ?? spec.mark, lines = [];
  const scale = name => { try { return view.scale(name); } catch { return null; } };
  for (const axis of ['x', 'y']) {
    const channel = encoding[axis], one = channel && scale(axis);
    if (!one) continue;
    const domain = one.domain(), isTime = domain[0] instanceof Date;
    if (type === 'bar' && isSteps(channel)) lines.push(`${axis} steps`);
    else if (one.bandwidth) lines.push(`${axis} names ${domain.map(value => channel.bin ? value.replace?.('–', '–') ?? value : nameOf(value, channel)).filter(() => !channel.bin).join(',')}`);
    else lines.push(`${axis} ${isTime ? 'time' : 'numbers'} ${domain.map(isTime ? toDays : Number).map(text).join(' ')}`);
    const title = compiled.axes?.find(it => it.scale === axis && it.title !== undefined)?.title;
    if (!isSteps(channel) && !channel.timeUnit && !channel.bin) lines.push(`${axis} title ${title ?? ''}`);
    if (channel.axis?.values) lines.push(`${axis} ticks ${labelsOf(view.scenegraph().root, axis).join('|')}`);
  }
  if (scale('color') && type !== 'rect') lines.push(`colour ${scale('color').domain().join(',')}`);
  const items = [];
  for (const item of marksOf(view.scenegraph().root)) {
    const datum = item.datum, series = encoding.color && type !== 'rect' ? datum[encoding.color.field] ?? '' : '';
    const place = (axis, pixel) => {
      const one = scale(axis);
      return one.bandwidth ? String(one.domain().findIndex(value => String(value) === String(datum[encoding[axis].field]))) : text(axis === 'x' ? pixel / WIDTH : 1 - pixel / HEIGHT);
    };
    if (type === 'arc') items.push(`${series} ${[item.startAngle, item.endAngle].sort((a, b) => a - b).map(text).join(' ')}`);
    else if (type === 'bar') {
      const upright = encoding.y.type === 'quantitative' && !encoding.y.bin || (encoding.y.aggregate && !encoding.y.bin), along = upright ? encoding.x : encoding.y;
      const ends = upright ? [1 - (item.y + item.height) / HEIGHT, 1 - item.y / HEIGHT] : [item.x / WIDTH, (item.x + item.width) / WIDTH];
      const value = fieldIn(datum, along);
      items.push([series, along.bin ? (along.type === 'ordinal' ? '' : text(value)) : nameOf(value, along), ...ends.map(text)].filter(part => part !== '').join(' '));
    } else if (type === 'rect') items.push([place('x'), place('y'), text(datum[encoding.color.field])].join(' '));
    else {
      const line = item.mark?.marktype === 'line' || type === 'line' || type === 'area';
      items.push([series, place('x', item.x), line && item.defined === false ? '-' : place('y', item.y)].filter(part => part !== '').join(' '));
    }
  }
  view.finalize();
  return [...lines, ...items.sort()];
}

function describeOurs({spec}, report) {
  if (report.problem) return [`a table: ${report.problem}`];
  const encoding = channelsOf(spec), type = report.mark, lines = [], domains = {};
  for (const axis of ['x', 'y']) {
    const one = report.axes[axis], channel = encoding[axis];
    if (!one) continue;
    domains[axis] = one;
    if (type === 'bar' && isSteps(channel)) lines.push(`${axis} steps`);
    else if (one.kind === 'names') lines.push(`${axis} names ${channel.bin ? '' : one.names.join(',')}`);
    else lines.push(`${axis} ${one.kind === 'time' ? 'time' : 'numbers'} ${one.domain.map(text).join(' ')}`);
    if (!isSteps(channel) && !channel.timeUnit && !channel.bin) lines.push(`${axis} title ${one.title}`);
    if (channel.axis?.values) lines.push(`${axis} ticks ${one.ticks.map(tick => tick.text).join('|')}`);
  }
  if (encoding.color && type !== 'rect') lines.push(`colour ${(report.series ?? []).join(',')}`);
  const part = (axis, value) => {
    const {kind, domain} = domains[axis], curve = {log: Math.log10, sqrt: x => Math.sign(x) * Math.sqrt(Math.abs(x))}[kind] ?? (x => x);
    if (kind === 'names' || value === null) return value === null ? '-' : String(value);
    return text((curve(value) - curve(domain[0])) / (curve(domain[1]) - curve(domain[0])));
  };
  const items = report.data.map(datum => {
    const series = encoding.color && type !== 'rect' ? report.series?.[datum.series] ?? '' : '';
    if (type === 'arc') {
      const [from, to] = encoding.theta.scale?.range ?? [0, 2 * Math.PI];
      return `${series} ${[datum.start, datum.end].map(end => text(from + end * (to - from))).join(' ')}`;
    }
    if (type === 'bar') {
      const value = report.axes.x.domain ? 'x' : 'y', along = value === 'x' ? 'y' : 'x', {domain} = report.axes[value], channel = encoding[along];
      const name = report.axes[along].names[datum.category], ends = [datum.start, datum.end].sort((a, b) => a - b).map(end => text((end - domain[0]) / (domain[1] - domain[0])));
      return [series, channel.bin ? (channel.type === 'ordinal' ? '' : text(Number(name.split(' – ')[0].replaceAll(',', '').replace('−', '-')))) : name, ...ends].filter(it => it !== '').join(' ');
    }
    if (type === 'rect') return [part('x', datum.x), part('y', datum.y), text(datum.value)].join(' ');
    return [series, part('x', datum.x), part('y', datum.y)].filter(it => it !== '').join(' ');
  });
  return [...lines, ...items.sort()];
}

{
  ok(cases.length >= 120, `there are ${cases.length} specifications`, cases.length);
  const pack = writePack('cases', cases);
  const reports = JSON.parse(spawnSync(program, ['figure', '--json', pack, 'd'], {encoding: 'utf8', env: english, maxBuffer: 1 << 28}).stdout);
  cases.forEach((one, i) => {
    const ours = describeOurs(one, reports[`f${i}`]), theirs = describeVega(one);
    ok(JSON.stringify(ours) === JSON.stringify(theirs), one.name, `Vega: ${theirs.join(' | ')}\nours: ${ours.join(' | ')}`);
  });
}
console.log(`1..${count}`);
process.exit(failures ? 1 : 0);
