/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-check-private.h"
#include "ter-date.h"
#include "ter-known-codes.h"

G_BEGIN_DECLS

/* What the rules share: the checker's own way of telling where something stands, and what a first look has collected. */
typedef struct
{
  TerCheck *check;
  TerDate today;
  const char *language;    /* nullable: the default one */
  GPtrArray *further;      /* of const char *: the other languages */
  GHashTable *shown;       /* set of ids: sections name them, or another entry leads there */
  GHashTable *shown_kinds; /* set: kinds that a section shows whole */
  GHashTable *theme_tags;  /* set: tags of themes, which show who shares them */
  GHashTable *used;        /* set of paths and of names of tables and outlines that entries use */
  GHashTable *titles;      /* set of "KIND\nTITLE" in small letters */
  GHashTable *resources;   /* name → JsonObject: the tables */
  TerKnownCodes *codes;    /* of the pack's own territories */
} TerLint;

/* One rule file each. The check stands at the entry (or in the manifest) whose object it gets. */
void ter_lint_collect_manifest (TerLint *lint);
void ter_lint_collect_entry (TerLint *lint, JsonObject *entry);
void ter_lint_reach (TerLint *lint, JsonObject *entry);
void ter_lint_files (TerLint *lint);
void ter_lint_provenance (TerLint *lint, JsonObject *entry);
void ter_lint_figures (TerLint *lint, JsonObject *dashboard);
void ter_lint_colors (TerLint *lint, JsonObject *object, const TerShape *shape);
void ter_lint_words (TerLint *lint, JsonObject *entry);
void ter_lint_translations (TerLint *lint, JsonObject *object, const TerShape *shape);
void ter_lint_collect_codes (TerLint *lint);
void ter_lint_table_codes (TerLint *lint, JsonObject *resource);
void ter_lint_outlines (TerLint *lint, JsonObject *resource);
void ter_lint_territories (TerLint *lint, JsonObject *entry);

/* Calls @func for each figure of a dashboard, the check standing at it. */
typedef void (*TerLintFigureFunc) (TerLint *lint, JsonObject *figure);
void ter_lint_foreach_figure (TerLint *lint, JsonObject *dashboard, TerLintFigureFunc func);

G_END_DECLS
