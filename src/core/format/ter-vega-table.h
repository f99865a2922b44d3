/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The members of Vega-Lite that a figure may have: TER_VEGA (object, state, "members"). "axis:axis" is followed into the object "axis",
 * in an array into each of its elements. What an object has beside stands in TER_VEGA_REST (object, state).
 *
 * DRAWN: as written; what a mark or a value makes of it, the mark says. ASIDE: how it looks, or what only a mouse finds: chosen here, for
 * all figures alike, and named. REFUSED: the figure would be another one: it is a table, and the member is named. */

TER_VEGA ("spec", DRAWN,
          "$schema name description usermeta data:data mark:mark encoding:encoding transform:transform params:param layer:unit")
TER_VEGA ("spec", DRAWN, "projection:projection")
TER_VEGA ("spec", ASIDE, "title width height view background padding autosize config bounds align center spacing")
TER_VEGA ("unit", DRAWN, "name description data:data mark:mark encoding:encoding transform:transform")
TER_VEGA ("unit", ASIDE, "title width height view projection")
TER_VEGA ("data", DRAWN, "name")
TER_VEGA ("data", ASIDE, "format")
TER_VEGA ("projection", DRAWN, "type")
TER_VEGA_REST ("projection", ASIDE)

TER_VEGA ("mark", DRAWN, "type point:look line:look interpolate innerRadius")
TER_VEGA ("mark", REFUSED,
          "x y x2 y2 xOffset yOffset x2Offset y2Offset theta theta2 thetaOffset theta2Offset radius radius2 radiusOffset "
          "radius2Offset text order width height aspect url smooth time")
TER_VEGA_REST ("mark", ASIDE)
TER_VEGA_REST ("look", ASIDE)

TER_VEGA ("encoding", DRAWN,
          "x:position y:position x2:end y2:end xOffset:offset yOffset:offset color:color text:text order:order "
          "tooltip:told shape:series theta:theta size:size detail:series row:facet column:facet")
TER_VEGA ("encoding", DRAWN,
          "opacity:value fillOpacity:value strokeOpacity:value strokeWidth:value strokeDash:value stroke:value fill:value")
TER_VEGA ("encoding", ASIDE, "description key href url")
TER_VEGA ("value", ASIDE, "value")

TER_VEGA ("position", DRAWN,
          "field type aggregate:aggregate bin:bin timeUnit title datum:day axis:axis scale:axis-scale sort:sort stack")
TER_VEGA ("end", DRAWN, "field type aggregate:aggregate title datum:day")
TER_VEGA ("offset", DRAWN, "field type title sort:sort scale:name-scale")
TER_VEGA ("color", DRAWN, "field type aggregate:aggregate timeUnit title legend:legend scale:color-scale sort:sort value datum")
TER_VEGA ("series", DRAWN, "field type title legend:legend scale:name-scale sort:sort")
TER_VEGA ("series", ASIDE, "value")
TER_VEGA ("facet", DRAWN, "field type timeUnit title header:header sort:sort")
TER_VEGA ("facet", ASIDE, "align center spacing")
TER_VEGA ("theta", DRAWN, "field type aggregate:aggregate title scale:theta-scale stack")
TER_VEGA ("size", DRAWN, "field type aggregate:aggregate title legend:legend scale:size-scale")
TER_VEGA ("size", ASIDE, "value")
TER_VEGA ("text", DRAWN, "field type aggregate:aggregate title format formatType")
TER_VEGA ("told", DRAWN, "field type title format formatType")
TER_VEGA ("order", DRAWN, "field type sort")

TER_VEGA ("aggregate", DRAWN, "argmax argmin")
TER_VEGA ("bin", DRAWN, "maxbins step steps nice base divide minstep anchor")
TER_VEGA ("day", DRAWN, "year month date")
TER_VEGA ("sort", DRAWN, "field op order encoding")

TER_VEGA ("axis", DRAWN, "title values:day format formatType labelExpr")
TER_VEGA_REST ("axis", ASIDE)
TER_VEGA ("legend", DRAWN, "title")
TER_VEGA_REST ("legend", ASIDE)
TER_VEGA ("header", DRAWN, "title")
TER_VEGA_REST ("header", ASIDE)

TER_VEGA ("axis-scale", DRAWN, "type domain:day nice zero")
TER_VEGA ("axis-scale", ASIDE, "align clamp interpolate padding paddingInner paddingOuter rangeMax rangeMin round")
TER_VEGA ("name-scale", DRAWN, "type domain")
TER_VEGA ("name-scale", ASIDE, "align clamp interpolate padding paddingInner paddingOuter range rangeMax rangeMin round scheme")
TER_VEGA ("color-scale", DRAWN, "type domain domainMid range scheme:scheme")
TER_VEGA ("color-scale", ASIDE, "align clamp interpolate nice padding paddingInner paddingOuter rangeMax rangeMin round zero")
TER_VEGA ("theta-scale", DRAWN, "type range")
TER_VEGA ("theta-scale", ASIDE, "clamp interpolate nice round zero padding")
TER_VEGA ("size-scale", DRAWN, "type")
TER_VEGA ("size-scale", ASIDE, "align clamp interpolate nice padding paddingInner paddingOuter range rangeMax rangeMin round zero")
TER_VEGA ("scheme", DRAWN, "count name")
TER_VEGA ("scheme", ASIDE, "extent")

TER_VEGA ("transform", DRAWN, "filter:predicate aggregate:operation groupby lookup from:from as")
TER_VEGA ("operation", DRAWN, "op field as")
TER_VEGA ("from", DRAWN, "data:data key fields")
TER_VEGA ("predicate", DRAWN,
          "and:predicate or:predicate not:predicate field equal:expression oneOf range lt:expression lte:expression "
          "gt:expression gte:expression valid:expression")
TER_VEGA ("expression", DRAWN, "expr")
TER_VEGA ("param", DRAWN, "name value bind:bind")
TER_VEGA ("param", ASIDE, "react")
TER_VEGA ("bind", DRAWN, "input min max step options labels")
TER_VEGA ("bind", ASIDE, "name element debounce autocomplete placeholder event")
