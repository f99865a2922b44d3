/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Members of a JSON object that an author wrote: json-glib's own getters complain aloud when a member is missing or of
 * another type; these answer quietly. All borrow; @object and @array may be %NULL. */
const char *ter_json_get_string (JsonObject *object, const char *member);                  /* nullable */
JsonObject *ter_json_get_object (JsonObject *object, const char *member);                  /* nullable */
JsonArray *ter_json_get_array (JsonObject *object, const char *member);                    /* nullable */
gboolean ter_json_get_number (JsonObject *object, const char *member, double *value);      /* @value is kept when there is none */
gboolean ter_json_get_boolean (JsonObject *object, const char *member, gboolean fallback); /* @fallback when there is none */

guint ter_json_array_length (JsonArray *array);                    /* 0 for %NULL */
const char *ter_json_array_string (JsonArray *array, guint index); /* nullable */
JsonObject *ter_json_array_object (JsonArray *array, guint index); /* nullable */

/* Never %NULL: the strings of a member that is an array; what is not a string is left out. */
GStrv ter_json_dup_strv (JsonObject *object, const char *member);

/* Nullable: what a node holds, if it is that. */
const char *ter_json_node_string (JsonNode *node);
JsonObject *ter_json_node_object (JsonNode *node); /* nullable */
JsonArray *ter_json_node_array (JsonNode *node);   /* nullable */
gboolean ter_json_node_is_number (JsonNode *node); /* whole or not */

G_END_DECLS
