/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include "ter-issue.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/* A pack's identity, sections and vocabularies: what its manifest says. Immutable once made, so that any thread may read it. */
#define TER_TYPE_PACK (ter_pack_get_type ())
G_DECLARE_FINAL_TYPE (TerPack, ter_pack, TER, PACK, GObject)

typedef struct
{
  const char *id;
  const char *title;
  const char *summary; /* nullable */
  const char *icon;    /* nullable */
  const char *view;
  const char *notice; /* nullable */
  JsonObject *object; /* the whole section, for what only one view reads */
} TerSection;

typedef struct
{
  const char *vocabulary;
  const char *id;
  const char *title;
  const char *abbreviation; /* nullable */
  const char *description;  /* nullable */
  const char *color;        /* nullable, "#RRGGBB" */
} TerTerm;

/**
 * ter_pack_new:
 * @files: the pack's files
 * @manifest: the root of datapackage.json
 * @vocabularies: (nullable): array of vocabularies
 * @language: the language to show, as a BCP 47 tag
 */
TerPack *ter_pack_new (TerPackFiles *files, JsonObject *manifest, JsonArray *vocabularies, const char *language);
/* A pack that cannot be used: only its files, a name for it and its issues (array of TerIssue). */
TerPack *ter_pack_new_broken (TerPackFiles *files, const char *name, GListModel *issues);

gboolean ter_pack_is_broken (TerPack *self);               /* whether it cannot be used: then only its issues can be shown */
GListModel *ter_pack_get_issues (TerPack *self);           /* of TerIssue */
TerPackFiles *ter_pack_get_files (TerPack *self);          /* (transfer none) */
const char *ter_pack_get_id (TerPack *self);               /* the manifest's "name" */
const char *ter_pack_get_title (TerPack *self);            /* its id when there is none */
const char *ter_pack_get_version (TerPack *self);          /* "" when there is none */
const char *ter_pack_get_description (TerPack *self);      /* CommonMark */
const char *ter_pack_get_publisher (TerPack *self);        /* nullable */
const char *ter_pack_get_language (TerPack *self);         /* the one shown */
const char *ter_pack_get_default_language (TerPack *self); /* the first of its list */
JsonObject *ter_pack_get_manifest (TerPack *self);         /* (transfer none): an empty object when it is broken */
JsonArray *ter_pack_get_vocabularies (TerPack *self);      /* nullable */

guint ter_pack_get_n_sections (TerPack *self);                                     /* those with an id */
const TerSection *ter_pack_get_section (TerPack *self, guint index);               /* in the manifest's order */
const TerSection *ter_pack_find_section (TerPack *self, const char *id);           /* nullable */
const TerTerm *ter_pack_find_term (TerPack *self, const char *tag);                /* "VOCABULARY:TERM"; nullable */
const char *ter_pack_get_vocabulary_title (TerPack *self, const char *vocabulary); /* nullable */
GPtrArray *ter_pack_list_terms (TerPack *self, const char *vocabulary);            /* (transfer container), of const TerTerm */
JsonObject *ter_pack_find_resource (TerPack *self, const char *path_or_name);      /* nullable */
/* (transfer full) (nullable): the file at @path of the pack; %NULL unless the manifest lists it. */
GFile *ter_pack_dup_file (TerPack *self, const char *path);

G_END_DECLS
