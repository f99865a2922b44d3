// SPDX-FileCopyrightText: 2026 The Territoires authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What Vega-Lite and Vega make of the cases in tests/core/observatory/vega-marks.json is what the file says; test-figure-marks.c holds
// our own figures to the same words.
//
// Usage: test-vega.mjs SOURCE-DIR [--write]; modules come from $TER_NODE_MODULES.
import fs from 'node:fs';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

process.env.TZ = 'UTC';
const [source, option] = process.argv.slice(2);
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
const WIDTH = 400, HEIGHT = 300;

// A number as both sides write it.
function text(value) {
  const rounded = Math.round(value * 1e4) / 1e4;
  return String(rounded === 0 ? 0 : rounded);
}
const days = value => +value / 864e5;

function describeScale(scale) {
  const domain = scale.domain();
  if (scale.bandwidth)
    return `names ${domain.join(',')}`;
  const isTime = domain[0] instanceof Date, plain = isTime ? days : Number;
  return `${isTime ? 'time' : 'numbers'} ${domain.map(plain).map(text).join(' ')}, ticks ${scale.ticks(5).map(plain).map(text).join(' ')}`;
}

function* walk(node, facet) {
  for (const item of node.items ?? []) {
    const here = node.name === 'cell' || node.role === 'cell' ? item.datum : facet;
    if (node.role === 'mark' && node.marktype !== 'group')
      yield {item, node, facet: here, layer: +(/^layer_(\d+)/.exec(node.name ?? '')?.[1] ?? -1)};
    yield* walk(item, here);
  }
}

const fieldOf = channel => channel?.field;

// A line or a band across the chart: where its ends are along its axis.
function describeGuide(item, type, encoding) {
  if (encoding.x)
    return ['x', ...(type === 'rule' ? [item.x] : [item.x, item.x + item.width]).map(x => text(x / WIDTH))];
  return ['y', ...(type === 'rule' ? [item.y] : [item.y + item.height, item.y]).map(y => text(1 - y / HEIGHT))];
}

function describe(spec, rows) {
  const full = {...spec, width: WIDTH, height: HEIGHT, data: {values: rows}};
  const compiled = vegaLite.compile(full, {logger: {level() { return this; }, error() {}, warn() { return this; }, info() { return this; }, debug() { return this; }}}).spec;
  const view = new vega.View(vega.parse(compiled), {renderer: 'none'});
  view.run();
  const units = spec.layer ?? [spec];
  const scale = name => { try { return view.scale(name); } catch { return null; } };
  const lines = [];
  for (const axis of ['x', 'y'])
    if (scale(axis)) lines.push(`${axis}: ${describeScale(scale(axis))}`);
  if (scale('color'))
    lines.push(`color: ${scale('color').domain().map(v => typeof v === 'number' ? text(v) : v).join(',')}`);
  const place = (axis, pixel, value) => {
    const one = scale(axis);
    if (one.bandwidth) return String(one.domain().indexOf(value));
    return text(axis === 'x' ? pixel / WIDTH : 1 - pixel / HEIGHT);
  };
  const items = [];
  for (const {item, facet, layer} of walk(view.scenegraph().root, null)) {
    const unit = units[Math.max(layer, 0)], encoding = {...spec.encoding, ...unit.encoding}, type = unit.mark.type ?? unit.mark;
    if (type === 'rule' || encoding.y2 || encoding.x2) {
      const line = [type === 'rule' ? 'line' : 'band', ...describeGuide(item, type, encoding)].join(' ');
      // What does not depend on the rows is drawn once a row there, all in one place.
      if (!items.includes(line)) items.push(line);
      continue;
    }
    const datum = item.datum, series = encoding.color ? datum[fieldOf(encoding.color)] ?? '' : '';
    const panel = ['row', 'column'].map(name => encoding[name] && facet ? facet[encoding[name].field] : '').filter(Boolean).join(', ');
    // A tick is a thin rectangle about its place.
    const [atX, atY] = type === 'tick' ? [item.x + item.width / 2, item.y + item.height / 2] : [item.x, item.y];
    const x = encoding.x && place('x', atX, datum[fieldOf(encoding.x)]);
    const parts = [panel, type === 'rect' ? '' : series];
    if (type === 'arc')
      parts.push(...[item.startAngle, item.endAngle].sort((a, b) => a - b).map(angle => text(angle / 2 / Math.PI)));
    else if (type === 'rect')
      parts.push(x, place('y', item.y, datum[fieldOf(encoding.y)]), text(datum[encoding.color.aggregate ? `${encoding.color.aggregate}_${encoding.color.field}` : encoding.color.field]));
    else if (type === 'area')
      parts.push(x, ...(item.defined === false ? ['-'] : [place('y', Math.max(item.y, item.y2 ?? HEIGHT)), place('y', Math.min(item.y, item.y2 ?? HEIGHT))]));
    else if (type === 'bar')
      parts.push(String(datum[fieldOf(encoding.x)]), text(1 - (item.y + item.height) / HEIGHT), text(1 - item.y / HEIGHT));
    else {
      parts.push(x, item.defined === false ? '-' : place('y', atY, datum[fieldOf(encoding.y)]));
      if (encoding.size?.field) {
        const [least, most] = scale('size').range();
        parts.push(text((item.size - least) / (most - least)));
      }
    }
    items.push(parts.filter(part => part !== '').join(' '));
  }
  lines.push(...items.sort((a, b) => a < b ? -1 : a > b));
  view.finalize();
  return lines;
}

const file = path.join(source, 'tests/core/observatory/vega-marks.json');
const cases = JSON.parse(fs.readFileSync(file, 'utf8'));
let failures = 0;
console.log(`1..${cases.length}`);
cases.forEach((one, i) => {
  const got = describe(one.spec, one.rows);
  if (option === '--write') one.expected = got;
  const passed = JSON.stringify(got) === JSON.stringify(one.expected);
  failures += passed ? 0 : 1;
  console.log(`${passed ? 'ok' : 'not ok'} ${i + 1} - ${one.name}`);
  if (!passed) console.log(`# Vega: ${got.join(' | ')}\n# here: ${(one.expected ?? []).join(' | ')}`);
});
if (option === '--write') {
  const row = one => JSON.stringify(one);
  fs.writeFileSync(file, `[\n${cases.map(one => `{"name": ${row(one.name)},\n "rows": ${row(one.rows)},\n "spec": ${row(one.spec)},\n "expected": [\n${one.expected.map(line => `  ${row(line)}`).join(',\n')}]}`).join(',\n')}\n]\n`);
}
process.exit(failures ? 1 : 0);
