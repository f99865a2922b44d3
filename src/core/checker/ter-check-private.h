/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "ter-issue.h"
#include "ter-json-scanner.h"
#include "ter-pack-files.h"
#include "ter-shape.h"
#include "ter-value.h"

G_BEGIN_DECLS

/* What the checker's files share. One check is one TerCheck, made and dropped by ter_pack_checker_check(): a first look collects what
 * a pack holds (files, ids, terms, codes), a second one checks every value against it. Only identifiers stay in memory. */

/* A table as its schema describes it. */
typedef struct
{
  GHashTable *fields; /* set of names */
  GHashTable *codes;  /* nullable: set of the values of its column "code", for a table of territories */
} TerCheckTable;

typedef struct
{
  TerPackFiles *pack_files;
  GCancellable *cancellable;
  GPtrArray *issues; /* of TerIssue */
  guint n_more;      /* issues beyond the limit */

  const char *file; /* the file being checked; "" for the pack */
  GString *pointer; /* where in it */
  guint base_line;  /* when not 0: what to add to a text's own lines */

  JsonObject *manifest;     /* nullable */
  GHashTable *languages;    /* set */
  GHashTable *files;        /* path → guint64 size: regular files on the disk */
  GHashTable *others;       /* set of paths: links, pipes, devices */
  GHashTable *resources;    /* path → JsonObject */
  GHashTable *tables;       /* name → TerCheckTable */
  GHashTable *drawn_tables; /* name → TerTable: those that figures were tried on */
  guint64 n_tried;          /* cells and rows that figures were tried on */
  GHashTable *outlines;     /* set of names */
  GHashTable *sections;     /* set of ids */
  GHashTable *entries;      /* set of ids */
  GHashTable *kinds;        /* set of the kinds that entries have */
  GHashTable *figures;      /* set of "DASHBOARD/FIGURE" */
  GHashTable *vocabularies; /* set of ids */
  GHashTable *terms;        /* set of "VOCABULARY:TERM" */
  /* Something could not be read: who is not there may be in it, and is not told missing. */
  gboolean entries_unknown;
  gboolean terms_unknown;
  gboolean resources_unknown;
} TerCheck;

/* ter-pack-checker.c: for who looks at a pack in another way, too (the author's lint) */
TerCheck *ter_check_new (TerPackFiles *files, GCancellable *cancellable);
void ter_check_free (TerCheck *check);
/* Reads the manifest, tells what is wrong with its JSON unless @quiet. %NULL: nothing else can be looked at. (transfer full); @root
 * owns check->manifest, which the caller clears before it. */
TerJsonScan *ter_check_open (TerCheck *check, gboolean quiet, JsonNode **root);
GListModel *ter_check_report (TerCheck *check); /* (transfer full), of TerIssue, in order */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerCheck, ter_check_free)

/* ter-check.c: the report and the place */
void ter_check_add (TerCheck *check, TerIssueCode code, ...) G_GNUC_NULL_TERMINATED; /* at the pointer */
void ter_check_add_at (TerCheck *check, TerIssueCode code, guint line, guint column, ...) G_GNUC_NULL_TERMINATED;
void ter_check_begin (TerCheck *check, const char *file);
void ter_check_end (TerCheck *check, TerJsonScan *scan); /* @scan: nullable: finds lines and columns */
gsize ter_check_enter (TerCheck *check, const char *member);
gsize ter_check_enter_index (TerCheck *check, guint index);
void ter_check_leave (TerCheck *check, gsize mark);
gboolean ter_check_is_cancelled (TerCheck *check);
/* (transfer full) (nullable): a JSON file of the pack, with its faults told unless @quiet; %NULL when nothing can be built of it. */
TerJsonScan *ter_check_scan (TerCheck *check, const char *path, gsize limit, const char *records, gboolean quiet);
/* The same for outlines. */
TerJsonScan *ter_check_scan_outlines (TerCheck *check, const char *path);
/* (transfer full) (nullable): the bytes of a file, or an issue (unless @quiet). */
GBytes *ter_check_load (TerCheck *check, const char *path, gsize limit, gboolean quiet);
/* The role, if the resource has one; never %NULL. */
const char *ter_check_role (JsonObject *resource);
/* Whether a resource's path is one that this pack may have and a regular file stands there. */
gboolean ter_check_has_file (TerCheck *check, JsonObject *resource);

/* ter-check-shape.c: objects against a table of their members */
void ter_check_object (TerCheck *check, JsonObject *object, const TerShape *shape);
/* An object that stands in an array or at the root: its type first. @expected: a key of ter-issue-words.h. */
void ter_check_object_node (TerCheck *check, JsonNode *node, const TerShape *shape, const char *name);

/* ter-check-value.c */
void ter_check_value (TerCheck *check, const char *name, JsonNode *node, const TerMember *member);
void ter_check_not_type (TerCheck *check, const char *name, const char *expected);

/* ter-check-text.c */
void ter_check_plain (TerCheck *check, const char *name, const char *text);
void ter_check_commonmark (TerCheck *check, const char *name, const char *text);
void ter_check_text_file (TerCheck *check, const char *path);
void ter_check_reference (TerCheck *check, TerValueType type, const char *text);

/* The rest: a subject a file */
gboolean ter_check_walk (TerCheck *check);
void ter_check_files (TerCheck *check);
void ter_check_collect (TerCheck *check);
void ter_check_resource (TerCheck *check, JsonObject *resource); /* hook of the resource's shape */
void ter_check_section (TerCheck *check, JsonObject *section);
void ter_check_table_schema (TerCheck *check, JsonObject *schema);
void ter_check_territories (TerCheck *check, JsonObject *territories);
void ter_check_webinar (TerCheck *check, JsonObject *webinar);
void ter_check_dashboard (TerCheck *check, JsonObject *dashboard);
void ter_check_link (TerCheck *check, JsonObject *link);
void ter_check_webinar_resource (TerCheck *check, JsonObject *resource);
void ter_check_picture (TerCheck *check, JsonObject *picture);
void ter_check_terms (TerCheck *check, JsonObject *vocabulary);
void ter_check_spec (TerCheck *check, JsonObject *spec);
/* What is not drawn of a specification that is sound, by who draws: its members, its marks, and its table's rows. */
void ter_check_drawing (TerCheck *check, JsonObject *spec);
void ter_check_manifest (TerCheck *check);
void ter_check_collect_records (TerCheck *check, const char *path, gboolean vocabularies);
void ter_check_entries_file (TerCheck *check, const char *path);
void ter_check_vocabularies_file (TerCheck *check, const char *path);
void ter_check_table_file (TerCheck *check, JsonObject *resource);
void ter_check_outline_file (TerCheck *check, const char *path);
void ter_check_picture_file (TerCheck *check, const char *path);
TerCheckTable *ter_check_table_new (JsonObject *resource);
void ter_check_table_free (gpointer table);

G_END_DECLS
