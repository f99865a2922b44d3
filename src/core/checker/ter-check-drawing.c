/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-figure-layer.h"
#include "ter-figure-params.h"
#include "ter-figure-spec-private.h"
#include "ter-figure-variants.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-vega.h"

/* What the window would say of a figure, said by its own code: the members of Vega-Lite that are not drawn, then what its specification asks of a mark,
 * then what the rows of its table do not allow. */

/* Cells of tables, and rows for each figure: more take longer than somebody waits who opens a pack. */
#define MOST_TRIED 6000000u
/* What is asked of a row takes longer the more there is of it. */
#define BYTES_A_PASS 400u

/* ---- Members ---- */

typedef struct
{
  TerCheck *check;
  TerVegaState wanted;
  guint n_found;
} Members;

static gsize
enter (TerCheck *check, GPtrArray *path)
{
  gsize mark = check->pointer->len;

  for (guint i = 0; i < path->len; i++)
    ter_check_enter (check, path->pdata[i]);
  return mark;
}

static void
tell_member_cb (GPtrArray *path, TerVegaState state, gpointer user_data)
{
  Members *members = user_data;
  g_autofree char *member = NULL;
  gsize mark;

  if (state != members->wanted)
    return;
  members->n_found++;
  member = ter_vega_dup_path (path);
  mark = enter (members->check, path);
  if (state == TER_VEGA_REFUSED)
    ter_check_add (members->check, TER_ISSUE_FIGURE_UNSUPPORTED, "what", member, NULL);
  else
    ter_check_add (members->check, TER_ISSUE_FIGURE_ASIDE, "what", member, NULL);
  ter_check_leave (members->check, mark);
}

static gboolean
tell_members (TerCheck *check, JsonObject *spec, TerVegaState state)
{
  Members members = { check, state, 0 };

  ter_vega_foreach (spec, tell_member_cb, &members);
  return members.n_found > 0;
}

/* ---- The specification ---- */

static gboolean
tell_problem (TerCheck *check, TerIssueCode code, const char *problem)
{
  if (problem != NULL)
    ter_check_add (check, code, "what", problem, NULL);
  return problem != NULL;
}

static gboolean
check_unit (TerCheck *check, JsonObject *spec)
{
  TerFigureSpec parsed;
  g_autofree char *problem = ter_figure_spec_parse (&parsed, spec);

  return tell_problem (check, TER_ISSUE_FIGURE_UNSUPPORTED, problem);
}

static gboolean
check_units (TerCheck *check, JsonObject *spec)
{
  guint ground;
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) units = ter_figure_layer_split (spec, &ground, &problem);
  gsize mark = ter_check_enter (check, "layer");
  gboolean told = tell_problem (check, TER_ISSUE_FIGURE_LAYERS, problem);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      gsize inner = ter_check_enter_index (check, i);

      told |= check_unit (check, units->pdata[i]);
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);
  return told;
}

/* ---- The rows ---- */

static JsonObject *
find_resource (TerCheck *check, const char *name)
{
  JsonArray *resources = ter_json_get_array (check->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (g_strcmp0 (ter_json_get_string (ter_json_array_object (resources, i), "name"), name) == 0)
      return ter_json_array_object (resources, i);
  return NULL;
}

/* (nullable): a table that is not what its schema says is told elsewhere. */
static TerTable *
get_table (TerCheck *check, const char *name)
{
  JsonObject *resource = name != NULL ? find_resource (check, name) : NULL;
  TerTable *table = name != NULL ? g_hash_table_lookup (check->drawn_tables, name) : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (table != NULL || resource == NULL || !ter_check_has_file (check, resource))
    return table;
  bytes = ter_check_load (check, ter_json_get_string (resource, "path"), TER_LIMIT_TABLE_BYTES, TRUE);
  table = bytes != NULL ? ter_table_new_from_bytes (bytes, resource, NULL, NULL) : NULL;
  if (table == NULL)
    return NULL;
  check->n_tried += (guint64) ter_table_get_n_rows (table) * ter_table_get_n_columns (table);
  g_hash_table_insert (check->drawn_tables, g_strdup (name), table);
  return table;
}

static const char *
no_territory_cb (const char *level, gpointer user_data)
{
  return NULL;
}

/* Rows, as often as they are gone through: for each choice of the reader's, each layer, and all that is asked of them on the way. */
static guint64
get_cost (JsonObject *spec, TerTable *table)
{
  g_autofree char *problem = NULL;
  g_autoptr (TerFigureParams) params = ter_figure_params_new (spec, &problem);
  guint64 n_layers = MAX (ter_json_array_length (ter_json_get_array (spec, "layer")), 1);
  guint64 n_choices = MAX (ter_figure_params_get_n_choices (params), 1) + 1;
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), spec);
  g_autofree char *text = json_to_string (node, FALSE);

  return ter_table_get_n_rows (table) * n_layers * n_choices * (1 + strlen (text) / BYTES_A_PASS);
}

/* Each choice of the reader's is a figure. */
static void
check_rows (TerCheck *check, JsonObject *spec)
{
  TerTable *table = NULL;
  g_autoptr (TerFigureVariants) variants = NULL;
  const char *problem = NULL;
  guint64 cost;

  if (check->n_tried <= MOST_TRIED)
    table = get_table (check, ter_figure_spec_get_table (spec));
  cost = table != NULL ? get_cost (spec, table) : 0;
  if (check->n_tried > MOST_TRIED || cost > MOST_TRIED - check->n_tried)
    {
      ter_check_add (check, TER_ISSUE_FIGURE_UNTRIED, NULL);
      return;
    }
  if (table == NULL)
    return;
  variants = ter_figure_variants_new (spec, table, no_territory_cb, NULL);
  check->n_tried += cost;
  for (guint i = 0; i < variants->figures->len && problem == NULL; i++)
    problem = ter_figure_get_problem (variants->figures->pdata[i]);
  tell_problem (check, TER_ISSUE_FIGURE_DATA, problem);
}

void
ter_check_drawing (TerCheck *check, JsonObject *spec)
{
  gboolean told = tell_members (check, spec, TER_VEGA_REFUSED);

  if (!told)
    told = json_object_has_member (spec, "layer") ? check_units (check, spec) : check_unit (check, spec);
  if (!told)
    check_rows (check, spec);
  tell_members (check, spec, TER_VEGA_ASIDE);
}
