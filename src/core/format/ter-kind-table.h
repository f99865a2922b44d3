/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The kinds that an entry can have, a row each: TER_KIND (NAME, "id", what else TerKindRow has). The checker, the schemas, the index, the
 * search, the comparison of packs, the author's lint and the window read this one table. An id is never renamed. */

/* clang-format off */
TER_KIND (THEME, "theme",
  .title = NC_ ("kind", "Theme"),
  .plural = NC_ ("kind", "Themes"),
  .phrases = { N_ ("Theme added"), N_ ("Theme changed"), N_ ("Theme withdrawn") },
  .icon = "view-grid-symbolic",
  .rank = 0,
  .beside_goal = 6,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "documents", TER_VALUE_ENTRY, LIST,
        "ids of documents and kits, shown grouped by `documentType`; a kit without one comes last. Webinars, kits and examples that "
        "share with it a tag of the vocabulary `theme`, or are related, are shown after them" }),
  })
TER_KIND (DOCUMENT, "document",
  .title = NC_ ("kind", "Document"),
  .plural = NC_ ("kind", "Documents"),
  .phrases = { N_ ("Document added"), N_ ("Document changed"), N_ ("Document withdrawn") },
  .icon = "text-x-generic-symbolic",
  .rank = 3,
  .beside_goal = 5,
  .traits = TER_KIND_SOURCED | TER_KIND_DATED,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "documentType", TER_VALUE_CHOICE, REQUIRED, "its group in a theme", CHOICES ("reference", "method", "training") },
      { "author", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME }),
  })
TER_KIND (WEBINAR, "webinar",
  .title = NC_ ("kind", "Webinar"),
  .plural = NC_ ("kind", "Webinars"),
  .phrases = { N_ ("Webinar added"), N_ ("Webinar changed"), N_ ("Webinar withdrawn") },
  .icon = "camera-video-symbolic",
  .rank = 6,
  .beside_goal = 3,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_TAKES_PLACE,
  .shape = {
    .base = &ter_shape_entry,
    .rule = TER_RULE_WEBINAR,
    .schema = "{'if':{'required':['start'],'properties':{'start':{'type':'string','pattern':'T'}}},'then':{'required':['timezone']}}",
    .members = MEMBERS (
      { "start", TER_VALUE_LOCAL_TIME, REQUIRED, "local to `timezone`; a date when the hour is not known" },
      { "end", TER_VALUE_LOCAL_TIME },
      { "timezone", TER_VALUE_ZONE, 0, "required when `start` has an hour: `Europe/Paris`" },
      { "status", TER_VALUE_CHOICE, 0, "`confirmed` when it says nothing", CHOICES ("confirmed", "tentative", "cancelled") },
      { "speakers", TER_VALUE_OBJECT, LIST, NULL,
        INSIDE ({ "name", TER_VALUE_TEXT, REQUIRED | SEARCHED },
                { "role", TER_VALUE_TEXT, LOCALISED | SEARCHED },
                { "organisation", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME }) },
      { "agenda", TER_VALUE_OBJECT, LIST, NULL,
        INSIDE ({ "time", TER_VALUE_TIME, 0, "absent when it is not known" },
                { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
                { "summary", TER_VALUE_TEXT, LOCALISED | SEARCHED },
                { "speakers", TER_VALUE_TEXT, LIST | SEARCHED, "names of `speakers`" }) },
      { "registration", TER_VALUE_URL },
      { "replay", TER_VALUE_URL },
      { "resources", TER_VALUE_OBJECT, LIST, "at most one of `url`, `entry` and `path` each",
        .shape = &((const TerShape) {
          MEMBERS (
            { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
            { "role", TER_VALUE_CHOICE, 0, NULL, CHOICES ("resource", "event") },
            { "url", TER_VALUE_URL },
            { "entry", TER_VALUE_ENTRY },
            { "path", TER_VALUE_FILE },
            { "date", TER_VALUE_DATE }),
          .rule = TER_RULE_WEBINAR_RESOURCE,
          .schema = "{'not':{'anyOf':[{'required':['url','entry']},{'required':['url','path']},{'required':['entry','path']}]}}",
        }) }),
  })
TER_KIND (KIT, "kit",
  .title = NC_ ("kind", "Kit"),
  .plural = NC_ ("kind", "Kits"),
  .phrases = { N_ ("Kit added"), N_ ("Kit changed"), N_ ("Kit withdrawn") },
  .icon = "package-x-generic-symbolic",
  .rank = 5,
  .beside_goal = 2,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_LICENSED,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "documentType", TER_VALUE_CHOICE, 0, "its group in a theme", CHOICES ("reference", "method", "training") },
      { "author", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME },
      { "license", TER_VALUE_LICENSE },
      { "files", TER_VALUE_OBJECT, LIST, "empty when only a link exists",
        INSIDE ({ "path", TER_VALUE_FILE, REQUIRED },
                { "title", TER_VALUE_TEXT, LOCALISED | SEARCHED },
                { "description", TER_VALUE_TEXT, LOCALISED | SEARCHED }) }),
  })
TER_KIND (EXAMPLE, "example",
  .title = NC_ ("kind", "Example"),
  .plural = NC_ ("kind", "Examples"),
  .phrases = { N_ ("Example added"), N_ ("Example changed"), N_ ("Example withdrawn") },
  .icon = "starred-symbolic",
  .rank = 7,
  .beside_goal = 1,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_SOURCED | TER_KIND_DATED,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "place", TER_VALUE_TEXT, LOCALISED | SEARCHED | PROPER_NAME },
      { "actors", TER_VALUE_TEXT, LIST | LOCALISED | SEARCHED | PROPER_NAME },
      { "keyFigures", TER_VALUE_OBJECT, LIST, NULL,
        INSIDE ({ "label", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
                { "value", TER_VALUE_SCALAR, REQUIRED },
                { "unit", TER_VALUE_TEXT, LOCALISED | PROPER_NAME }) }),
  })
TER_KIND (PAGE, "page",
  .title = NC_ ("kind", "Page"),
  .plural = NC_ ("kind", "Pages"),
  .phrases = { N_ ("Page added"), N_ ("Page changed"), N_ ("Page withdrawn") },
  .icon = "x-office-document-symbolic",
  .rank = 1,
  .beside_goal = 7,
  .shape = { .base = &ter_shape_entry })
TER_KIND (DASHBOARD, "dashboard",
  .title = NC_ ("kind", "Dashboard"),
  .plural = NC_ ("kind", "Dashboards"),
  .phrases = { N_ ("Dashboard added"), N_ ("Dashboard changed"), N_ ("Dashboard withdrawn") },
  .icon = "x-office-spreadsheet-symbolic",
  .rank = 4,
  .beside_goal = 4,
  .traits = TER_KIND_HOLDS_FIGURES,
  .shape = {
    .base = &ter_shape_entry,
    .rule = TER_RULE_DASHBOARD,
    .members = MEMBERS (
      { "groups", TER_VALUE_OBJECT, REQUIRED | LIST, NULL,
        INSIDE ({ "title", TER_VALUE_TEXT, LOCALISED | SEARCHED },
                { "summary", TER_VALUE_TEXT, LOCALISED | SEARCHED },
                { "figures", TER_VALUE_OBJECT, REQUIRED | LIST, .shape = &ter_shape_figure }) }),
  })
TER_KIND (ORGANISATION, "organisation",
  .title = NC_ ("kind", "Organisation"),
  .plural = NC_ ("kind", "Organisations"),
  .phrases = { N_ ("Organisation added"), N_ ("Organisation changed"), N_ ("Organisation withdrawn") },
  .icon = "system-users-symbolic",
  .rank = 8,
  .beside_goal = 8,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "role", TER_VALUE_TEXT, LOCALISED | SEARCHED },
      { "url", TER_VALUE_URL }),
  })
TER_KIND (GOAL, "goal",
  .title = NC_ ("kind", "Goal"),
  .plural = NC_ ("kind", "Goals"),
  .phrases = { N_ ("Goal added"), N_ ("Goal changed"), N_ ("Goal withdrawn") },
  .icon = "emblem-ok-symbolic",
  .rank = 2,
  .traits = TER_KIND_SOURCED,
  .shape = {
    .base = &ter_shape_entry,
    .members = MEMBERS (
      { "number", TER_VALUE_WHOLE },
      { "color", TER_VALUE_COLOR },
      { "targets", TER_VALUE_OBJECT, LIST, NULL,
        INSIDE ({ "id", TER_VALUE_ID, REQUIRED },
                { "code", TER_VALUE_TEXT },
                { "group", TER_VALUE_TEXT, LOCALISED },
                { "title", TER_VALUE_TEXT, REQUIRED | LOCALISED | SEARCHED },
                { "sources", TER_VALUE_OBJECT, LIST, .shape = &ter_shape_source },
                { "confidence", TER_VALUE_CONFIDENCE },
                { "note", TER_VALUE_TEXT, LOCALISED | SEARCHED }) }),
  })
/* clang-format on */
