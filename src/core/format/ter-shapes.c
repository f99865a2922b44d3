/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-shape-words.h"

/* The manifest, vocabularies, and what all kinds of entries share: one table a part of docs/pack-format.md. */

/* clang-format off */

/* ---- Parts of several ---- */

#define LICENSES \
  INSIDE ({ "name", TER_VALUE_LICENSE, REQUIRED }, \
          { "title", TER_VALUE_TEXT, LOCALISED | PROPER_NAME }, \
          { "path", TER_VALUE_URL, 0, "where its text is" })

const TerShape ter_shape_source = {
  MEMBERS (
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED | PROPER_NAME },
    { "url", TER_VALUE_URL },
    { "date", TER_VALUE_DATE },
    { "note", TER_VALUE_TEXT, LOCALISED | SEARCHED }),
  .name = "source", .file = "common",
};

static const TerShape archive_shape = {
  MEMBERS (
    { "updated", TER_VALUE_DATE },
    { "notice", TER_VALUE_TEXT, LOCALISED | SEARCHED },
    { "replacedBy", TER_VALUE_ENTRY }),
  .name = "archive", .file = "common", .says = "Kept as an archive",
};

/* ---- The manifest ---- */

static const TerShape publisher_shape = {
  MEMBERS (
    { "key", TER_VALUE_KEY, REQUIRED, "the key that signs this pack" },
    { "successor", TER_VALUE_KEY, 0, "the key that will follow: packs that it signs are accepted without a question by who knows `key`" },
    { "revoked", TER_VALUE_KEY, LIST, "former keys of the same publisher that must not be trusted any more" }),
  .name = "publisher", .file = "datapackage", .says = "Who signs datapackage.json, in datapackage.json.sig",
};

static const TerShape territories_shape = {
  MEMBERS (
    { "vintage", TER_VALUE_DATE, 0, "what day they are of" },
    { "communes", TER_VALUE_TABLE },
    { "epci", TER_VALUE_TABLE },
    { "departements", TER_VALUE_TABLE },
    { "regions", TER_VALUE_TABLE }),
  .rule = TER_RULE_TERRITORIES,
};

static const TerShape section_shape = {
  MEMBERS (
    { "id", TER_VALUE_ID, REQUIRED },
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
    { "summary", TER_VALUE_TEXT, LOCALISED, "shown on top of the section's page" },
    { "icon", TER_VALUE_ICON, 0, "a name of the list in `data/schema/icons.json`; another one falls back to a plain folder" },
    { "view", TER_VALUE_VIEW, REQUIRED, "what shows the section; the entries of another view are listed" },
    { "show", TER_VALUE_OBJECT, REQUIRED, "entries by id first, in this order, then those of these kinds",
      INSIDE ({ "ids", TER_VALUE_ENTRY, LIST },
              { "kinds", TER_VALUE_KIND, LIST },
              { "sort", TER_VALUE_CHOICE, 0, "the order of the latter; `listed` when it says nothing",
                CHOICES ("listed", "title", "date", "-date") }) },
    { "filters", TER_VALUE_VOCABULARY, LIST, "in view `examples`: the filters offered" },
    { "notice", TER_VALUE_TEXT, LOCALISED, "said once, on top" },
    { "archive", TER_VALUE_OBJECT, 0, "the section is kept as an archive", .shape = &archive_shape },
    { "home", TER_VALUE_OBJECT, 0, "for view `home`",
      INSIDE ({ "webinars", TER_VALUE_SECTION, 0, "the section whose webinar is shown" },
              { "figures", TER_VALUE_FIGURE, LIST },
              { "begin", TER_VALUE_ENTRY, LIST, "where to begin" },
              { "sections", TER_VALUE_SECTION, LIST, "shown as ways in" }) }),
  .rule = TER_RULE_SECTION,
  .name = "section", .file = "datapackage",
};

static const TerShape field_shape = {
  MEMBERS (
    { "name", TER_VALUE_TEXT, REQUIRED, "the column's, in the file" },
    { "type", TER_VALUE_CHOICE, 0, "`string` when it says nothing; in JSON, numbers when all its values are",
      CHOICES ("string", "integer", "number", "boolean", "date", "year", "yearmonth") },
    { "title", TER_VALUE_TEXT, LOCALISED },
    { "description", TER_VALUE_TEXT, LOCALISED },
    { "unit", TER_VALUE_TEXT, LOCALISED | PROPER_NAME },
    { "vintage", TER_VALUE_DATE, 0, "what day its values describe; the table's, when it says nothing" },
    { "base", TER_VALUE_TEXT, LOCALISED, "what is counted, of what: who was asked, what a share is a share of" },
    { "source", TER_VALUE_TEXT, LOCALISED | PROPER_NAME, "where its values come from, when it is not the table's `sources`" },
    { "aggregation", TER_VALUE_CHOICE, 0,
      "how the values of several territories make that of all of them: from communes to EPCI, département, région, country. "
      "`none`, and when it says nothing: not at all, as for a median or a rank",
      CHOICES ("sum", "mean", "none") },
    { "weight", TER_VALUE_TEXT, 0, "required for `mean`: the name of the field of what each value weighs, such as the population or "
      "the area a share was computed on" }),
  .name = "field", .file = "datapackage", .says = "A column of a table",
  .schema = "{'if':{'required':['aggregation'],'properties':{'aggregation':{'const':'mean'}}},'then':{'required':['weight']}}",
};

static const TerShape schema_shape = {
  MEMBERS ({ "fields", TER_VALUE_OBJECT, REQUIRED | FILLED, .shape = &field_shape }),
  .rule = TER_RULE_TABLE_SCHEMA,
  .schema = "{'properties':{'missingValues':{'type':'array'},"
            "'primaryKey':{'anyOf':[{'type':'string'},{'type':'array','items':{'type':'string'}}]}}}",
};

#define WHEN_ROLE(role, rules) "{'if':{'required':['role'],'properties':{'role':{'const':'" role "'}}},'then':{" rules "}}"
#define MEDIATYPES(types) "'properties':{'mediatype':{'enum':[" types "]}}"

static const TerShape resource_shape = {
  MEMBERS (
    { "name", TER_VALUE_ID, REQUIRED, "unique" },
    { "path", TER_VALUE_PATH, REQUIRED },
    { "role", TER_VALUE_CHOICE, REQUIRED, NULL,
      CHOICES ("entries", "vocabularies", "text", "table", "outline", "attachment", "picture") },
    { "mediatype", TER_VALUE_MEDIATYPE, REQUIRED,
      "`application/json` for entries and vocabularies, `text/markdown` for texts, `text/csv` or `application/json` for tables, "
      "`application/geo+json` (or `application/json`) for outlines, `image/png`, `image/jpeg`, `image/webp` or `image/svg+xml` for "
      "pictures" },
    { "bytes", TER_VALUE_WHOLE, REQUIRED, "the file's size" },
    { "hash", TER_VALUE_HASH, REQUIRED },
    { "title", TER_VALUE_TEXT, LOCALISED },
    { "licenses", TER_VALUE_OBJECT, LIST, NULL, LICENSES },
    { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
    { "schema", TER_VALUE_OBJECT, 0, "required for `table`: a Table Schema, with `missingValues` and `primaryKey`", .shape = &schema_shape },
    { "vintage", TER_VALUE_DATE, 0, "for `table`: what day the data describe" },
    { "level", TER_VALUE_CHOICE, 0,
      "required for `outline`: whose outlines. A `table` with a `level` and a column `code` tells of these territories: its columns "
      "with an `aggregation` stand in their portraits",
      CHOICES ("country", "region", "departement", "epci", "commune") }),
  .rule = TER_RULE_RESOURCE,
  .name = "resource", .file = "datapackage",
  .schema = "{'allOf':["
            WHEN_ROLE ("entries", MEDIATYPES ("'application/json'")) ","
            WHEN_ROLE ("vocabularies", MEDIATYPES ("'application/json'")) ","
            WHEN_ROLE ("text", MEDIATYPES ("'text/markdown'")) ","
            WHEN_ROLE ("table", MEDIATYPES ("'text/csv','application/json'") ",'required':['schema']") ","
            WHEN_ROLE ("outline", MEDIATYPES ("'application/geo+json','application/json'") ",'required':['level']") ","
            WHEN_ROLE ("picture", MEDIATYPES ("'image/png','image/jpeg','image/webp','image/svg+xml'")) "]}",
};

const TerShape ter_shape_manifest = {
  MEMBERS (
    { "$schema", TER_VALUE_URL, 0, "`https://territoires-en-actions.fr/schema/1/datapackage.json`" },
    { "format", TER_VALUE_FORMAT, REQUIRED,
      "major and minor version of this format. A higher major is refused; a higher minor is read" },
    { "name", TER_VALUE_ID, REQUIRED, "the pack's id" },
    { "version", TER_VALUE_VERSION, REQUIRED, "semantic versioning" },
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
    { "description", TER_VALUE_COMMONMARK, REQUIRED | LOCALISED },
    { "languages", TER_VALUE_LANGUAGE, REQUIRED | FILLED, "the first is the default" },
    { "created", TER_VALUE_DATE_TIME, REQUIRED },
    { "validUntil", TER_VALUE_DATE, 0,
      "until when the content is meant to be used; it stays readable. Later, a word says so; nothing is locked" },
    { "homepage", TER_VALUE_URL },
    { "licenses", TER_VALUE_OBJECT, REQUIRED | FILLED, "SPDX names", LICENSES },
    { "contributors", TER_VALUE_OBJECT, LIST, "the one whose roles hold `publisher` is shown as publisher",
      INSIDE ({ "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | PROPER_NAME },
              { "roles", TER_VALUE_TEXT, LIST },
              { "path", TER_VALUE_URL }) },
    { "publisher", TER_VALUE_OBJECT, 0, "who signs the pack", .shape = &publisher_shape },
    { "keywords", TER_VALUE_TEXT, LIST },
    { "territories", TER_VALUE_OBJECT, 0,
      "the names of the tables that list the territories. Each has a column `code` and one of names (`name`, `nom`, `title` or "
      "`libelle`); territories of entries are checked against it. `departement`, `region` and `epci` (codes) say what holds a "
      "territory, `population` how many live there, `postal_codes` or `codes_postaux` (parted by spaces) help to find it",
      .shape = &territories_shape },
    { "sections", TER_VALUE_OBJECT, REQUIRED | FILLED, .shape = &section_shape },
    { "resources", TER_VALUE_OBJECT, REQUIRED | FILLED, "all files but this one and its signature", .shape = &resource_shape }),
  .name = "manifest",
};

/* ---- Vocabularies ---- */

const TerShape ter_shape_vocabulary = {
  MEMBERS (
    { "id", TER_VALUE_ID, REQUIRED },
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
    { "description", TER_VALUE_TEXT, LOCALISED },
    { "terms", TER_VALUE_OBJECT, REQUIRED | LIST, NULL,
      INSIDE ({ "id", TER_VALUE_ID, REQUIRED, "unique in its vocabulary" },
              { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED },
              { "abbreviation", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME },
              { "description", TER_VALUE_TEXT, LOCALISED },
              { "color", TER_VALUE_COLOR },
              { "note", TER_VALUE_TEXT, LOCALISED }) }),
  .rule = TER_RULE_TERMS,
  .name = "vocabulary",
};

/* ---- What all kinds of entries share; what is a kind's own stands in ter-kind-table.h ---- */

static const TerShape link_shape = {
  MEMBERS (
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
    { "url", TER_VALUE_URL, 0, "one of `url`, `entry` and `section`: where it leads" },
    { "entry", TER_VALUE_ENTRY },
    { "section", TER_VALUE_SECTION }),
  .rule = TER_RULE_LINK,
  .schema = "{'oneOf':[{'required':['url']},{'required':['entry']},{'required':['section']}]}",
};

static const TerShape picture_shape = {
  MEMBERS (
    { "path", TER_VALUE_PICTURE_FILE, REQUIRED },
    { "alt", TER_VALUE_TEXT, LOCALISED | SEARCHED, "what one sees" },
    { "credit", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME }),
  .rule = TER_RULE_PICTURE,
};

const TerShape ter_shape_entry = {
  MEMBERS (
    { "id", TER_VALUE_ID, REQUIRED, "unique in the whole pack" },
    { "kind", TER_VALUE_KIND, REQUIRED, "other kinds are shown with title, summary and text" },
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
    { "summary", TER_VALUE_TEXT, LOCALISED | SEARCHED },
    { "body", TER_VALUE_COMMONMARK, LOCALISED | SEARCHED },
    { "bodyPath", TER_VALUE_TEXT_FILE, LOCALISED, "in place of `body`: the path of a file with the role `text`" },
    { "date", TER_VALUE_DATE, 0, "of the thing itself" },
    { "updated", TER_VALUE_DATE, 0, "of this entry" },
    { "tags", TER_VALUE_TAG, LIST },
    { "territories", TER_VALUE_TERRITORY, LIST },
    { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
    { "confidence", TER_VALUE_CONFIDENCE },
    { "notice", TER_VALUE_TEXT, LOCALISED | SEARCHED, "a caution shown on top (`titre à confirmer`)" },
    { "archive", TER_VALUE_OBJECT, 0, "the entry is kept as an archive", .shape = &archive_shape },
    { "picture", TER_VALUE_OBJECT, .shape = &picture_shape },
    { "links", TER_VALUE_OBJECT, LIST, .shape = &link_shape },
    { "related", TER_VALUE_ENTRY, LIST },
    { "figures", TER_VALUE_FIGURE, LIST, "shown below the text" }),
  .name = "entry", .file = "entries",
};

/* ---- Figures ---- */

/* What is drawn is told by docs/pack-format.md, and checked by the checker alone. */
static const TerShape spec_shape = {
  MEMBERS (
    { "data", TER_VALUE_OBJECT, REQUIRED, "the table that is drawn", INSIDE ({ "name", TER_VALUE_FIGURE_TABLE, REQUIRED }) }),
  .rule = TER_RULE_SPEC,
  .name = "spec", .file = "figure",
  .says = "A Vega-Lite specification. Drawn are the marks bar, line, area, point, circle, tick, rule, arc, rect, text and geoshape, with "
          "row and column, and layers of rules and bands across one of them; docs/pack-format.md tells their channels. Anything else is "
          "shown as its table",
  .schema =
    "{'properties':{"
    "'transform':{'type':'array','items':{'type':'object'}},"
    "'usermeta':{'type':'object','properties':{'territoires':{'type':'object','properties':{"
    "'classes':{'description':'jenks: a map’s values in natural breaks, which Vega-Lite lacks'},"
    "'params':{'description':'PARAMETER: LEVEL. The parameter takes the code of the reader’s own territory of that level "
    "(region, departement, epci, commune)'}}}}},"
    "'encoding':{'type':'object','additionalProperties':{'type':['object','array','null']}},"
    "'params':{'type':'array','description':'What a reader chooses: at most one parameter with a bind (range, select, radio); "
    "usermeta.territoires.params tells those that take the code of the reader’s territory'}},"
    "'if':{'anyOf':[{'required':['layer']},{'required':['concat']},{'required':['hconcat']},{'required':['vconcat']},"
    "{'required':['repeat']},{'required':['facet']},{'required':['spec']}]},"
    "'else':{'required':['mark'],'properties':{'mark':{'anyOf':[{'type':'string'},"
    "{'type':'object','required':['type'],'properties':{'type':{'type':'string'}}}]}}}}",
};

const TerShape ter_shape_figure = {
  MEMBERS (
    { "id", TER_VALUE_ID, REQUIRED, "unique in its dashboard" },
    { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
    { "description", TER_VALUE_TEXT, LOCALISED | SEARCHED, "the author's alternative text: what one sees" },
    { "question", TER_VALUE_TEXT, LOCALISED | SEARCHED, "of a survey" },
    { "base", TER_VALUE_OBJECT, 0, "who was asked",
      INSIDE ({ "size", TER_VALUE_WHOLE, 0, "absent when it is not known" },
              { "description", TER_VALUE_TEXT, LOCALISED | SEARCHED }) },
    { "institute", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME },
    { "date", TER_VALUE_DATE },
    { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
    { "confidence", TER_VALUE_CONFIDENCE },
    { "note", TER_VALUE_TEXT, LOCALISED | SEARCHED },
    { "spec", TER_VALUE_OBJECT, REQUIRED, "a Vega-Lite specification; `data` is `{\"name\": TABLE}`", .shape = &spec_shape },
    { "previous", TER_VALUE_OBJECT, 0,
      "of a key figure (the mark `text`): the same number at an earlier date; the change is computed, in points for per cent",
      INSIDE ({ "date", TER_VALUE_DATE, REQUIRED },
              { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
              { "spec", TER_VALUE_OBJECT, REQUIRED, .shape = &spec_shape }) },
    { "reference", TER_VALUE_OBJECT, 0, "of a key figure: what it is held against, such as France",
      INSIDE ({ "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
              { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
              { "spec", TER_VALUE_OBJECT, REQUIRED, .shape = &spec_shape }) }),
  .name = "figure",
  .says = "A title, what one sees, who was asked, and a Vega-Lite specification over a table of the pack",
};
/* clang-format on */
