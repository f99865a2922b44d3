/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Which members of a Vega-Lite specification are drawn: ter-vega-table.h. All is static: any thread. */

typedef enum
{
  TER_VEGA_DRAWN,
  TER_VEGA_ASIDE,   /* chosen here, for all figures alike */
  TER_VEGA_REFUSED, /* the figure is then a table */
} TerVegaState;

/* @path: (element-type utf8): member names and numbers of array elements, from the specification on; only for the call */
typedef void (*TerVegaFunc) (GPtrArray *path, TerVegaState state, gpointer user_data);

/**
 * ter_vega_find:
 * @object: a name of the table: "spec", "axis"
 * @child: (out) (optional) (nullable) (transfer full): the object that the member holds
 *
 * Returns: what becomes of @member; of one that the table does not name, what the object says of the rest
 */
TerVegaState ter_vega_find (const char *object, const char *member, char **child);

/* Calls @func for each member of @spec that is not drawn as written, in its order. What is null or false asks for nothing. */
void ter_vega_foreach (JsonObject *spec, TerVegaFunc func, gpointer user_data);

/* (transfer full): "encoding.x.axis.grid", "transform[0].calculate". */
char *ter_vega_dup_path (GPtrArray *path);

/* (transfer full) (nullable): the path of the first member that the figure is refused for. */
char *ter_vega_dup_refused (JsonObject *spec);

/* (transfer full): the table in Markdown, for docs/pack-format.md. */
char *ter_vega_dup_text (void);
/* (transfer full): the same for programs: [{"object", "state", "member", "child"}], a member "*" for the rest. */
JsonNode *ter_vega_to_json (void);

G_END_DECLS
