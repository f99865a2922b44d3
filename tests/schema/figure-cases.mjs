// SPDX-FileCopyrightText: 2026 The Territoires authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Specifications of our own, one or more for each member that is drawn: test-figures.mjs holds what territoires-pack draws of them to what Vega draws.

const films = [
  {genre: 'A', film: 'a1', gross: 10, budget: 100, y: 1, code: '01'}, {genre: 'A', film: 'a2', gross: 50, budget: 5, y: 10, code: '02'},
  {genre: 'B', film: 'b1', gross: 7, budget: 70, y: 100, code: '03'}, {genre: 'B', film: 'b2', gross: 9, budget: 3, y: 1000, code: '04'},
  {genre: 'B', film: 'b3', gross: 1, budget: 40, y: 10000, code: '05'}, {genre: 'C', film: 'c1', gross: 2, budget: 4, y: 100000, code: '06'},
];
const spread = [0.5, 3, 7, 12, 12.5, 18, 22, 31, 34, 47].map((v, i) => ({v, w: i * 3 - 7, s: i % 2 ? 'p' : 'q'}));
const small = [0.0004, 0.0009, 0.0021, 0.0042].map((v, i) => ({v, s: 'abcd'[i]}));
const days = ['2019-02-03', '2019-02-20', '2019-11-05', '2020-02-10', '2020-06-30', '2022-06-01'].map((d, i) => ({d, v: [4, 6, 1, 9, 2, 5][i], s: i % 2 ? 'p' : 'q'}));
const gaps = [{s: 'a', v: 3, w: 1}, {s: 'b', v: null, w: 2}, {s: 'c', v: -2, w: null}, {s: null, v: 8, w: 4}];

const q = 'quantitative', n = 'nominal', o = 'ordinal', t = 'temporal';
const X = (field, more) => ({x: {field, ...more}}), Y = (field, more) => ({y: {field, ...more}});
const bar = (encoding, more) => ({mark: 'bar', encoding, ...more});
const cases = [];
const add = (name, rows, spec) => cases.push({name, rows, spec});

// Aggregates, along x and along y, with their titles.
for (const aggregate of ['sum', 'mean', 'average', 'median', 'min', 'max', 'q1', 'q3', 'stdevp', 'distinct', 'valid'])
  add(`the ${aggregate} of each genre`, films, bar({...Y('genre', {type: n}), ...X('gross', {aggregate, type: q})}));
add('the deviation of each genre', films.slice(0, 5), bar({...Y('genre', {type: n}), ...X('gross', {aggregate: 'stdev', type: q})}));
add('what is missing', gaps.slice(0, 3), bar({...X('s', {type: n}), ...Y('v', {aggregate: 'missing', type: q})}));
for (const aggregate of ['mean', 'median', 'min', 'max', 'count'])
  add(`${aggregate} upright`, films, bar({...X('genre'), y: {aggregate, ...(aggregate === 'count' ? {} : {field: 'budget'})}}));
for (const [op, field] of [['argmax', 'gross'], ['argmin', 'gross'], ['argmax', 'budget'], ['argmin', 'y']])
  add(`the budget at ${op} of ${field}`, films, bar({...X('budget', {aggregate: {[op]: field}, type: q}), ...Y('genre', {type: n})}));
add('an aggregate of missing values', gaps, bar({...X('s', {type: n, sort: ['a', 'b', 'c']}), ...Y('v', {aggregate: 'valid'})}));

// Sorting: by an operation, by a channel, by an array, by nothing.
for (const op of ['sum', 'mean', 'median', 'min', 'max', 'distinct'])
  for (const order of ['ascending', 'descending'])
    add(`names ${order} by ${op} of budget`, films, bar({...X('genre', {type: n, sort: {op, field: 'budget', order}}), y: {aggregate: 'count'}}));
add('names by how many', films, bar({...X('genre', {type: n, sort: {op: 'count', order: 'descending'}}), y: {aggregate: 'count'}}));
add('names by how many, upwards', films, bar({...X('genre', {type: n, sort: {op: 'count'}}), y: {aggregate: 'count'}}));
add('names by a field alone', films, bar({...X('film', {type: n, sort: {field: 'budget'}}), ...Y('gross', {type: q})}));
add('names by a field that is not drawn', films, bar({...X('genre', {sort: {field: 'y', op: 'max', order: 'descending'}}), ...Y('gross', {aggregate: 'mean'})}));
for (const sort of ['y', '-y', {encoding: 'y'}, {encoding: 'y', order: 'descending'}, 'ascending', 'descending', null, ['B', 'C', 'A'], ['C']])
  add(`sort ${JSON.stringify(sort)}`, films, bar({...X('genre', {type: n, sort}), ...Y('gross', {aggregate: 'mean', type: q})}));
for (const sort of ['x', '-x'])
  add(`sort ${sort} along y`, films, bar({...Y('film', {type: n, sort}), ...X('gross', {type: q})}));
add('sort by what stands on another', films, bar({...X('genre', {sort: '-y'}), ...Y('gross', {type: q}), color: {field: 'film'}}));
add('colours by an operation', films, bar({...X('genre'), ...Y('gross', {type: q}), color: {field: 'film', sort: {field: 'budget', op: 'max', order: 'descending'}}}));
add('points between sorted names', films, {mark: 'point', encoding: {...X('genre', {type: n, sort: {op: 'max', field: 'gross'}}), ...Y('budget', {type: q})}});
add('cells between sorted names', films, {mark: 'rect', encoding: {...X('genre', {sort: '-color'}), ...Y('code', {sort: 'descending'}), color: {field: 'gross', type: q}}});

// What stands on what.
for (const sort of ['ascending', 'descending']) {
  add(`parts ${sort}`, films, bar({...X('genre'), ...Y('gross', {aggregate: 'sum'}), color: {field: 'film'}, order: {sort}}));
  add(`parts ${sort} along x`, films, bar({...Y('genre'), ...X('gross', {aggregate: 'sum'}), color: {field: 'film'}, order: {sort}}));
  add(`parts by a field, ${sort}`, films, bar({...X('genre'), ...Y('gross', {type: q}), color: {field: 'film'}, order: {field: 'budget', type: q, sort}}));
}
add('parts of 100 %', films, bar({...X('genre'), ...Y('gross', {type: q, stack: 'normalize'}), color: {field: 'film'}}));
add('parts of 100 %, downwards', films, bar({...X('genre'), ...Y('gross', {type: q, stack: 'normalize'}), color: {field: 'film'}, order: {sort: 'descending'}}));
add('side by side', films, bar({...X('genre'), ...Y('gross', {aggregate: 'sum'}), xOffset: {field: 'code'}}));

// Scales.
add('a logarithmic axis without a type', films, {mark: 'point', encoding: {...X('gross', {type: q}), ...Y('y', {scale: {type: 'log'}})}});
add('a logarithmic axis along x', films, {mark: 'point', encoding: {...X('y', {scale: {type: 'log'}}), ...Y('gross', {type: q})}});
add('a square root without a type', films, {mark: 'point', encoding: {...X('gross', {type: q}), ...Y('y', {scale: {type: 'sqrt'}})}});
add('a linear axis without a type', films, {mark: 'line', encoding: {...X('gross', {scale: {type: 'linear'}}), ...Y('budget', {scale: {type: 'linear'}})}});
add('a time axis without a type', days, {mark: 'line', encoding: {...X('d', {scale: {type: 'time'}}), ...Y('v', {type: q})}});
add('without zero', films, {mark: 'point', encoding: {...X('budget', {type: q, scale: {zero: false}}), ...Y('gross', {type: q, scale: {zero: false}})}});
add('without nice', films, {mark: 'point', encoding: {...X('budget', {type: q, scale: {nice: false}}), ...Y('gross', {type: q, scale: {nice: false}})}});
add('nice to so many', films, {mark: 'point', encoding: {...X('budget', {type: q, scale: {nice: 3}}), ...Y('gross', {type: q})}});
add('a domain of points', films, {mark: 'point', encoding: {...X('budget', {type: q, scale: {domain: [-50, 150]}}), ...Y('gross', {type: q, scale: {domain: [0, 60]}})}});
add('a domain of bars', films, bar({...Y('film'), ...X('gross', {type: q, scale: {domain: [0, 80]}})}));
add('a domain of names', films, bar({...X('genre', {scale: {domain: ['C', 'B', 'A']}}), ...Y('gross', {aggregate: 'sum'})}));
add('a domain of colours', films, bar({...X('genre'), ...Y('gross', {type: q}), color: {field: 'film', scale: {domain: ['c1', 'b3', 'b2', 'b1', 'a2', 'a1']}}}));
add('small numbers', small, bar({...X('s'), ...Y('v', {type: q})}));
for (const range of [[2.3, 8.6], [0, Math.PI], [-Math.PI / 2, Math.PI / 2], [1, 4]])
  add(`a ring from ${range[0].toFixed(2)} to ${range[1].toFixed(2)}`, films,
    {mark: 'arc', encoding: {theta: {field: 'gross', aggregate: 'sum', scale: {range}}, color: {field: 'genre'}}});
add('a ring', films, {mark: {type: 'arc', innerRadius: 20}, encoding: {theta: {field: 'gross', aggregate: 'sum'}, color: {field: 'genre'}}});
add('a ring downwards', films, {mark: 'arc', encoding: {theta: {field: 'gross', type: q}, color: {field: 'film'}, order: {field: 'budget', sort: 'descending'}}});

// Axes.
const ticked = axis => ({...X('gross', {type: q, axis}), ...Y('budget', {type: q})});
for (const format of ['f', '%', 's', '~s', 'r'])
  add(`ticks as ${format}, with the precision of their steps`, films, {mark: 'point', encoding: ticked({format, values: [0, 10, 20, 30, 40, 50]})});
for (const format of ['d', ',d', '.1f', '.3f', '.2~f', ',.2f', '.0%', '.1%', '+.1f', '.3r', '.2s', '.4'])
  add(`ticks as ${format}`, films, {mark: 'point', encoding: ticked({format, values: [0, 5.25, 12.5, 30, 48]})});
add('large ticks in thousands', films, {mark: 'point', encoding: {...X('y', {type: q, axis: {format: '~s', values: [0, 20000, 40000, 60000, 80000, 100000]}}), ...Y('gross', {type: q})}});
add('ticks below zero', spread, {mark: 'point', encoding: {...X('w', {type: q, axis: {format: '.1f', values: [-5, 0, 5]}}), ...Y('v', {type: q})}});
for (const labelExpr of ["datum.value + ' %'", "datum.label + ' km'", "'n° ' + datum.value", "datum.value > 20 ? 'high' : 'low'", "datum.value == 0 ? 'none' : datum.label",
  "format(datum.value, '.1f') + '!'", "format(datum.value / 100, '.0%')", "upper('k' + datum.label)", "lower('KM') + ' ' + datum.label", "round(datum.value / 7)", "floor(datum.value / 7) + '-' + ceil(datum.value / 7)",
  "abs(-datum.value)", "(datum.value + 5) * 2 % 7", "!datum.value ? '-' : datum.value", "datum.value >= 10 && datum.value <= 40 ? 'in' : 'out'", "datum.value < 10 || datum.value === 50 ? 'end' : 'mid'",
  "datum['value'] !== 10 ? datum.label : 'ten'", "isValid(datum.value) ? datum.label : 'x'"])
  add(`labels ${labelExpr}`, films, {mark: 'point', encoding: ticked({labelExpr, values: [0, 10, 20, 30, 50]})});
add('labels of bars', films, bar({...X('gross', {type: q, axis: {labelExpr: "datum.value + ' %'", format: '.0%', values: [0, 25, 50]}}), ...Y('film')}));
add('format of bars', films, bar({...X('film'), ...Y('gross', {type: q, axis: {format: '.2f', values: [0, 20, 40]}})}));
for (const format of ['%Y', '%m/%Y', '%B %Y', '%b %y', '%-d %b', '%d.%m.%Y', '%e/%-m'])
  add(`days as ${format}`, days, {mark: 'line', encoding: {...X('d', {type: t, axis: {format, values: [{year: 2020}, {year: 2021, month: 4}, {year: 2022, month: 3, date: 9}]}}), ...Y('v', {type: q})}});
add('titles of axes', films, {mark: 'point', encoding: {...X('gross', {type: q, axis: {title: 'Takings'}}), ...Y('budget', {type: q, title: 'Cost'})}});

// Steps.
const counted = (bin, more) => bar({...X('v', {bin, ...more}), y: {aggregate: 'count'}});
for (const bin of [true, {}, {step: 10}, {step: 7}, {maxbins: 3}, {maxbins: 20}, {maxbins: 5, nice: false}, {step: 10, anchor: 5}, {base: 2}, {minstep: 20}, {divide: [4, 2]}, {steps: [1, 4, 9, 16]}])
  add(`bins ${JSON.stringify(bin)}`, spread, counted(bin));
add('bins of small numbers', small, counted(true));
add('bins that are names', spread, counted({step: 10}, {type: o}));
add('bins on one another', spread, bar({...X('v', {bin: {step: 10}}), y: {aggregate: 'count'}, color: {field: 's'}}));
add('bins along y', spread, bar({...Y('v', {bin: true}), x: {aggregate: 'sum', field: 'w'}}));
add('the mean in each bin', spread, bar({...X('v', {bin: {step: 25}}), y: {aggregate: 'mean', field: 'v'}}));
for (const timeUnit of ['year', 'month', 'yearmonth']) {
  add(`bars by ${timeUnit}`, days, bar({...X('d', {timeUnit}), y: {aggregate: 'sum', field: 'v'}}));
  add(`names by ${timeUnit}`, days, bar({...X('d', {timeUnit, type: o}), y: {aggregate: 'count'}}));
  add(`a line by ${timeUnit}`, days, {mark: 'line', encoding: {...X('d', {timeUnit}), y: {aggregate: 'mean', field: 'v'}}});
}
add('parts by year', days, bar({...X('d', {timeUnit: 'year', type: o}), y: {aggregate: 'sum', field: 'v'}, color: {field: 's'}}));

// Filters.
for (const filter of ['datum.gross > 7', 'datum.gross >= 7 && datum.budget < 50', "datum.genre == 'B' || datum.genre === 'C'", "datum.genre != 'B'", '!(datum.gross < 5)', "datum['film'] !== 'a1'",
  'datum.gross * 2 > datum.budget', 'datum.gross + datum.budget > 55 && true', 'datum.y % 100 == 0', 'datum.gross - 5 <= 4', "datum.code > '03'", 'datum.gross / datum.budget > 1 ? true : false', 'abs(datum.gross - 9) < 3'])
  add(`rows where ${filter}`, films, bar({...X('film'), ...Y('gross', {type: q})}, {transform: [{filter}]}));
for (const filter of ['datum.v < 5', 'datum.v != null', 'isValid(datum.v)', 'datum.v == null', 'datum.w'])
  add(`rows with gaps where ${filter}`, gaps, {mark: 'point', encoding: {...X('s', {type: n, sort: null}), ...Y('w', {type: q})}, transform: [{filter}, {filter: {field: 'w', valid: true}}]});
add('predicates and expressions', films, bar({...X('film'), ...Y('gross', {type: q})}, {transform: [{filter: {or: ['datum.gross > 9', {field: 'genre', equal: 'C'}]}}]}));
add('a filter, then an aggregate', films, bar({...X('genre'), ...Y('m', {type: q, title: 'Half of them'})}, {transform: [{filter: 'datum.gross > 1'}, {aggregate: [{op: 'median', field: 'budget', as: 'm'}], groupby: ['genre']}]}));

export default cases;
