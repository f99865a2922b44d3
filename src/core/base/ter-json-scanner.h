/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A strict look at JSON (RFC 8259) before json-glib builds anything: json-glib keeps no positions, accepts duplicate
 * members, cuts strings at U+0000, clamps big numbers and takes some forty times its input. One walk over the bytes finds
 * what is wrong and cuts the file into records, so that one record is built at a time. Memory is bounded by ter-limits.h. */
typedef struct _TerJsonScan TerJsonScan;

typedef enum
{
  TER_JSON_SYNTAX,    /* detail: the character that was not expected */
  TER_JSON_TRUNCATED, /* the text ends too early */
  TER_JSON_ENCODING,  /* not UTF-8, a byte order mark, half a surrogate pair */
  TER_JSON_DUPLICATE, /* detail: the member's name */
  TER_JSON_NUL,       /* U+0000 in a string */
  TER_JSON_NUMBER,    /* detail: the number, beyond ±2^53 */
  /* Beyond a limit. detail: which */
  TER_JSON_DEPTH,
  TER_JSON_SIZE, /* of a record */
  TER_JSON_RECORDS,
  TER_JSON_VALUES, /* of a record, or outside all of them */
  TER_JSON_FILE_VALUES,
  TER_JSON_POSITIONS, /* of outlines */
  TER_JSON_MEMBERS,   /* of an object */
  TER_JSON_ALIKE,     /* members of an object whose names collide */
} TerJsonFault;

typedef struct
{
  guint line;   /* from 1 */
  guint column; /* from 1, in characters */
} TerJsonPosition;

typedef struct
{
  TerJsonFault fault;
  char *pointer; /* JSON Pointer (RFC 6901) of the value, or of the object for a duplicate */
  char *detail;  /* nullable */
  TerJsonPosition position;
} TerJsonProblem;

/**
 * ter_json_scan_new:
 * @bytes: the file
 * @records: (nullable): which array is cut into records: "" for the root, a member's name for an array of the root object
 * @cancellable: (nullable): looked at within arrays and objects too; a walk that it ended is not readable, and has no problem for it
 *
 * Walks over @bytes once. Goes on after a duplicate, a number or a U+0000; stops at what makes the rest unreadable.
 */
TerJsonScan *ter_json_scan_new (GBytes *bytes, const char *records, GCancellable *cancellable);
/* The same for GeoJSON, cut into its features: what is an array of two or more plain numbers is a position, and counts as one
 * (TER_LIMIT_OUTLINE_POSITIONS), not as values. */
TerJsonScan *ter_json_scan_new_outlines (GBytes *bytes, GCancellable *cancellable);
void ter_json_scan_free (TerJsonScan *self);

GPtrArray *ter_json_scan_get_problems (TerJsonScan *self); /* (transfer none), of TerJsonProblem, in the order of the text */
guint ter_json_scan_get_n_more (TerJsonScan *self);        /* problems beyond the limit */
/* Whether the text can be built at all. A readable text may still have problems. */
gboolean ter_json_scan_is_readable (TerJsonScan *self);
/* The root's first character: '{', '[', '"', 't', 'f', 'n', '-' or a digit; '\0' when nothing was read. */
char ter_json_scan_get_root (TerJsonScan *self);
/* Whether the array of records is there. */
gboolean ter_json_scan_has_records (TerJsonScan *self);
guint ter_json_scan_get_n_records (TerJsonScan *self); /* 0 when it has none */
/* (transfer none): the text of a record, not terminated. */
const char *ter_json_scan_get_record_text (TerJsonScan *self, guint index, gsize *length);

/* (transfer full): json-glib's tree of one record, of one member of the root object, of all. %NULL with @error when there is no
 * such thing or it is not readable. ter_json_scan_build() of a text cut into records builds all of them: mind the memory. */
JsonNode *ter_json_scan_build_record (TerJsonScan *self, guint index, GError **error);
/* (transfer full) (nullable): a tree of one member of the root. */
JsonNode *ter_json_scan_build_member (TerJsonScan *self, const char *name, GError **error);
/* (transfer full) (nullable): a tree of the whole text. */
JsonNode *ter_json_scan_build (TerJsonScan *self, GError **error);

/**
 * ter_json_scan_locate:
 * @positions: (element-type utf8 TerJsonPosition): JSON Pointers and where to write their position
 *
 * Walks once more, and writes where the value of each pointer begins. A pointer that leads nowhere gets the position of
 * the nearest value around it.
 */
void ter_json_scan_locate (TerJsonScan *self, GHashTable *positions);

/* Appends "/" and @name to a JSON Pointer, with ~ and / escaped. */
void ter_json_pointer_append (GString *pointer, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerJsonScan, ter_json_scan_free)

G_END_DECLS
