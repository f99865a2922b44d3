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
  .beside_goal = 6)
TER_KIND (DOCUMENT, "document",
  .title = NC_ ("kind", "Document"),
  .plural = NC_ ("kind", "Documents"),
  .phrases = { N_ ("Document added"), N_ ("Document changed"), N_ ("Document withdrawn") },
  .icon = "text-x-generic-symbolic",
  .rank = 3,
  .beside_goal = 5,
  .traits = TER_KIND_SOURCED | TER_KIND_DATED)
TER_KIND (WEBINAR, "webinar",
  .title = NC_ ("kind", "Webinar"),
  .plural = NC_ ("kind", "Webinars"),
  .phrases = { N_ ("Webinar added"), N_ ("Webinar changed"), N_ ("Webinar withdrawn") },
  .icon = "camera-video-symbolic",
  .rank = 6,
  .beside_goal = 3,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_TAKES_PLACE)
TER_KIND (KIT, "kit",
  .title = NC_ ("kind", "Kit"),
  .plural = NC_ ("kind", "Kits"),
  .phrases = { N_ ("Kit added"), N_ ("Kit changed"), N_ ("Kit withdrawn") },
  .icon = "package-x-generic-symbolic",
  .rank = 5,
  .beside_goal = 2,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_LICENSED)
TER_KIND (EXAMPLE, "example",
  .title = NC_ ("kind", "Example"),
  .plural = NC_ ("kind", "Examples"),
  .phrases = { N_ ("Example added"), N_ ("Example changed"), N_ ("Example withdrawn") },
  .icon = "starred-symbolic",
  .rank = 7,
  .beside_goal = 1,
  .traits = TER_KIND_NEAR_THEME | TER_KIND_SOURCED | TER_KIND_DATED)
TER_KIND (PAGE, "page",
  .title = NC_ ("kind", "Page"),
  .plural = NC_ ("kind", "Pages"),
  .phrases = { N_ ("Page added"), N_ ("Page changed"), N_ ("Page withdrawn") },
  .icon = "x-office-document-symbolic",
  .rank = 1,
  .beside_goal = 7)
TER_KIND (DASHBOARD, "dashboard",
  .title = NC_ ("kind", "Dashboard"),
  .plural = NC_ ("kind", "Dashboards"),
  .phrases = { N_ ("Dashboard added"), N_ ("Dashboard changed"), N_ ("Dashboard withdrawn") },
  .icon = "x-office-spreadsheet-symbolic",
  .rank = 4,
  .beside_goal = 4,
  .traits = TER_KIND_HOLDS_FIGURES)
TER_KIND (ORGANISATION, "organisation",
  .title = NC_ ("kind", "Organisation"),
  .plural = NC_ ("kind", "Organisations"),
  .phrases = { N_ ("Organisation added"), N_ ("Organisation changed"), N_ ("Organisation withdrawn") },
  .icon = "system-users-symbolic",
  .rank = 8,
  .beside_goal = 8)
TER_KIND (GOAL, "goal",
  .title = NC_ ("kind", "Goal"),
  .plural = NC_ ("kind", "Goals"),
  .phrases = { N_ ("Goal added"), N_ ("Goal changed"), N_ ("Goal withdrawn") },
  .icon = "emblem-ok-symbolic",
  .rank = 2,
  .traits = TER_KIND_SOURCED)
/* clang-format on */
