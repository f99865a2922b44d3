/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Changes to a JSON text that leave everything else as its author wrote it: order, indentation, spaces, line ends. Values are
 * named by JSON Pointers (RFC 6901) of the text as it was; changes are gathered, then made at once by ter_json_edit_apply().
 * One thread at a time. */
typedef struct _TerJsonEdit TerJsonEdit;

/**
 * ter_json_edit_new:
 * @bytes: a JSON text
 *
 * Returns: (nullable): %NULL with @error (G_IO_ERROR_INVALID_DATA, with line and column) when the strict scanner finds anything
 *   wrong with it: what is not sound is not edited
 */
TerJsonEdit *ter_json_edit_new (GBytes *bytes, GError **error);
void ter_json_edit_free (TerJsonEdit *self);

/* The text as it was, as a tree. (transfer none) */
JsonNode *ter_json_edit_get_root (TerJsonEdit *self);
/* Whether the text has something at @pointer. */
gboolean ter_json_edit_has (TerJsonEdit *self, const char *pointer);
/* Whether any edit was made. */
gboolean ter_json_edit_is_changed (TerJsonEdit *self);

/* In all of these @pointer has to lead somewhere, and @json is one value as JSON text, on one line: see ter_json_edit_quote(). A
 * value is replaced at most once, and not together with one that it holds. */
void ter_json_edit_replace (TerJsonEdit *self, const char *pointer, const char *json);
/* The same with a tree, laid out as the text around it. */
void ter_json_edit_replace_node (TerJsonEdit *self, const char *pointer, JsonNode *value);
/* Gives a member another name; its value stays. */
void ter_json_edit_rename (TerJsonEdit *self, const char *pointer, const char *name);
/* Adds the member @name to the object at @pointer: behind its member @after when there is one, else at its end. */
void ter_json_edit_insert (TerJsonEdit *self, const char *pointer, const char *after, const char *name, JsonNode *value);
/* Adds @value at the end of the array at @pointer. */
void ter_json_edit_append (TerJsonEdit *self, const char *pointer, JsonNode *value);

/* (transfer full): the text with all changes made. */
GBytes *ter_json_edit_apply (TerJsonEdit *self);

/* (transfer full): @text as a JSON string, in UTF-8 with nothing escaped that need not be. */
char *ter_json_edit_quote (const char *text);
/* (transfer full): the text of the value at @pointer. */
char *ter_json_edit_dup_raw (TerJsonEdit *self, const char *pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerJsonEdit, ter_json_edit_free)

G_END_DECLS
