/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-params.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"

typedef struct
{
  const char *name;
  const char *level; /* nullable: the territory's */
  JsonNode *value;   /* nullable */
} Param;

struct _TerFigureParams
{
  JsonObject *spec;  /* keeps what is borrowed from it */
  GArray *params;    /* of Param */
  int choice;        /* which of them has values to choose from; -1: none */
  GPtrArray *values; /* of JsonNode */
  JsonArray *labels; /* nullable: the author's, of the values */
  guint initial;
  gboolean range;
  char *field; /* nullable: the column that is compared with the choice */
};

#define PARAM(self, i) g_array_index ((self)->params, Param, i)

void
ter_figure_params_free (TerFigureParams *self)
{
  if (self == NULL)
    return;
  json_object_unref (self->spec);
  g_array_unref (self->params);
  g_ptr_array_unref (self->values);
  g_free (self->field);
  g_free (self);
}

/* ---- Reading ---- */

static gboolean
is_same (JsonNode *a, JsonNode *b)
{
  return a != NULL && b != NULL && json_node_equal (a, b);
}

/* Numbers from `min` to `max`, by `step` (1 as in HTML). */
static gboolean
read_range (TerFigureParams *self, JsonObject *bind)
{
  double from = 0, to = 0, step = 1;

  if (!ter_json_get_number (bind, "min", &from) || !ter_json_get_number (bind, "max", &to))
    return FALSE;
  ter_json_get_number (bind, "step", &step);
  if (!(step > 0) || !(from < to) || !((to - from) / step < TER_FIGURE_MOST_CHOICES))
    return FALSE;
  for (guint i = 0; from + i * step <= to + step * 1e-9; i++)
    {
      double value = from + i * step;
      JsonNode *node = json_node_new (JSON_NODE_VALUE);

      if (value == floor (value) && fabs (value) < 9e15)
        json_node_set_int (node, (gint64) value);
      else
        json_node_set_double (node, value);
      g_ptr_array_add (self->values, node);
    }
  self->range = TRUE;
  return TRUE;
}

static gboolean
read_options (TerFigureParams *self, JsonObject *bind)
{
  JsonArray *options = ter_json_get_array (bind, "options");

  for (guint i = 0; i < ter_json_array_length (options); i++)
    {
      JsonNode *node = json_array_get_element (options, i);

      if (ter_json_node_string (node) == NULL && !ter_json_node_is_number (node))
        return FALSE;
      g_ptr_array_add (self->values, json_node_copy (node));
    }
  self->labels = ter_json_get_array (bind, "labels");
  return self->values->len > 0 && self->values->len <= TER_FIGURE_MOST_CHOICES &&
         (self->labels == NULL || ter_json_array_length (self->labels) == self->values->len);
}

static char *
read_choice (TerFigureParams *self, JsonObject *bind, JsonNode *value)
{
  const char *input = ter_json_get_string (bind, "input");
  gboolean found;

  if (self->choice >= 0)
    return g_strdup (_ ("a second parameter to choose"));
  if (g_strcmp0 (input, "range") == 0)
    found = read_range (self, bind);
  else if (g_strcmp0 (input, "select") == 0 || g_strcmp0 (input, "radio") == 0)
    found = read_options (self, bind);
  else
    return g_strdup_printf (_ ("“%s”"), input != NULL ? input : "bind");
  if (!found)
    /* Translators: %d is a number of values. */
    return g_strdup_printf (_ ("a choice other than of 1 to %d numbers or texts"), TER_FIGURE_MOST_CHOICES);
  self->choice = (int) self->params->len;
  for (guint i = 0; i < self->values->len; i++)
    if (is_same (self->values->pdata[i], value))
      self->initial = i;
  return NULL;
}

static char *
read_param (TerFigureParams *self, JsonObject *object, JsonObject *levels)
{
  static const char *const refused[] = { "select", "expr", "views" };
  static const char *const known[] = { "region", "departement", "epci", "commune", NULL };
  JsonObject *bind = ter_json_get_object (object, "bind");
  Param param = { .name = ter_json_get_string (object, "name") };
  char *problem = NULL;

  if (param.name == NULL)
    return g_strdup_printf (_ ("“%s”"), "params");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (json_object_has_member (object, refused[i]))
      return g_strdup_printf (_ ("“%s”"), refused[i]);
  param.value = json_object_get_member (object, "value");
  param.level = ter_json_get_string (levels, param.name);
  if (param.level != NULL && !g_strv_contains (known, param.level))
    return g_strdup_printf (_ ("the level “%s”"), param.level);
  if (bind != NULL && param.level == NULL)
    problem = read_choice (self, bind, param.value);
  else if (ter_json_node_string (param.value) == NULL && !ter_json_node_is_number (param.value))
    problem = g_strdup_printf (_ ("the parameter “%s” without a value"), param.name);
  g_array_append_val (self->params, param);
  return problem;
}

/* ---- Where they stand ---- */

static int
find_param (TerFigureParams *self, const char *name)
{
  for (guint i = 0; i < self->params->len; i++)
    if (strcmp (PARAM (self, i).name, name) == 0)
      return (int) i;
  return -1;
}

/* The parameter that a node stands for: {"expr": NAME}. %FALSE when it is another expression. */
static gboolean
read_expression (TerFigureParams *self, JsonNode *node, int *param)
{
  JsonObject *object = ter_json_node_object (node);
  g_autofree char *name = NULL;

  *param = -1;
  if (object == NULL || !json_object_has_member (object, "expr"))
    return TRUE;
  name = g_strdup (ter_json_get_string (object, "expr"));
  if (name != NULL)
    *param = find_param (self, g_strstrip (name));
  return *param >= 0;
}

/* Checks the expressions in a filter, and finds the column that the choice is compared with. */
static char *
check_node (TerFigureParams *self, JsonNode *node)
{
  JsonObject *object = ter_json_node_object (node);
  JsonArray *array = ter_json_node_array (node);
  g_autoptr (GList) members = NULL;
  char *problem = NULL;
  int param;

  if (!read_expression (self, node, &param))
    return g_strdup_printf (_ ("the expression “%s”"), ter_json_get_string (object, "expr") ?: "?");
  for (guint i = 0; i < ter_json_array_length (array) && problem == NULL; i++)
    problem = check_node (self, json_array_get_element (array, i));
  members = object != NULL && param < 0 ? json_object_get_members (object) : NULL;
  for (GList *l = members; l != NULL && problem == NULL; l = l->next)
    {
      JsonNode *member = json_object_get_member (object, l->data);

      problem = check_node (self, member);
      if (problem == NULL && read_expression (self, member, &param) && param >= 0 && param == self->choice && self->field == NULL)
        self->field = g_strdup (ter_json_get_string (object, "field"));
    }
  return problem;
}

TerFigureParams *
ter_figure_params_new (JsonObject *spec, char **problem)
{
  JsonArray *params = ter_json_get_array (spec, "params");
  JsonObject *levels = ter_json_get_object (ter_json_get_object (ter_json_get_object (spec, "usermeta"), "territoires"), "params");
  JsonArray *steps = ter_json_get_array (spec, "transform");
  g_autoptr (TerFigureParams) self = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  *problem = NULL;
  if (params == NULL)
    return NULL;
  self = g_new0 (TerFigureParams, 1);
  self->spec = json_object_ref (spec);
  self->params = g_array_new (FALSE, FALSE, sizeof (Param));
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->choice = -1;
  for (guint i = 0; i < ter_json_array_length (params) && *problem == NULL; i++)
    *problem = read_param (self, ter_json_array_object (params, i), levels);
  for (guint i = 0; i < ter_json_array_length (steps) && *problem == NULL; i++)
    *problem = check_node (self, json_array_get_element (steps, i));
  return *problem == NULL ? g_steal_pointer (&self) : NULL;
}

/* ---- The choice ---- */

guint
ter_figure_params_get_n_choices (TerFigureParams *self)
{
  return self != NULL ? self->values->len : 0;
}

guint
ter_figure_params_get_initial (TerFigureParams *self)
{
  return self != NULL ? self->initial : 0;
}

gboolean
ter_figure_params_is_range (TerFigureParams *self)
{
  return self != NULL && self->range;
}

double
ter_figure_params_get_number (TerFigureParams *self, guint choice)
{
  g_return_val_if_fail (self != NULL && choice < self->values->len, NAN);
  return ter_json_node_is_number (self->values->pdata[choice]) ? json_node_get_double (self->values->pdata[choice]) : NAN;
}

char *
ter_figure_params_dup_title (TerFigureParams *self, TerTable *table)
{
  guint column;

  g_return_val_if_fail (self != NULL && TER_IS_TABLE (table) && self->choice >= 0, NULL);

  if (self->field != NULL && ter_table_find_column (table, self->field, &column))
    return g_strdup (ter_table_get_column_title (table, column));
  return g_strdup (PARAM (self, self->choice).name);
}

/* The table has its texts in the reader's language. */
static const char *
find_label (TerFigureParams *self, const char *text, TerTable *table)
{
  guint column;

  if (self->field == NULL || !ter_table_find_column (table, self->field, &column))
    return text;
  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    if (g_strcmp0 (ter_table_get_text (table, row, column), text) == 0)
      return ter_table_get_label (table, row, column);
  return text;
}

char *
ter_figure_params_dup_label (TerFigureParams *self, guint choice, TerTable *table)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && TER_IS_TABLE (table) && choice < self->values->len, NULL);

  if (ter_json_array_string (self->labels, choice) != NULL)
    return g_strdup (ter_json_array_string (self->labels, choice));
  node = self->values->pdata[choice];
  if (ter_json_node_string (node) != NULL)
    return g_strdup (find_label (self, json_node_get_string (node), table));
  /* Years mostly: they are not written in groups of three. */
  return g_strdup_printf ("%.10g", json_node_get_double (node));
}

/* ---- The territory ---- */

static const Param *
find_territory (TerFigureParams *self)
{
  for (guint i = 0; self != NULL && i < self->params->len; i++)
    if (PARAM (self, i).level != NULL)
      return &PARAM (self, i);
  return NULL;
}

const char *
ter_figure_params_get_level (TerFigureParams *self)
{
  const Param *param = find_territory (self);

  return param != NULL ? param->level : NULL;
}

const char *
ter_figure_params_get_example (TerFigureParams *self)
{
  const Param *param = find_territory (self);

  return param != NULL ? ter_json_node_string (param->value) : NULL;
}

gboolean
ter_figure_params_has_territory (TerFigureParams *self, TerFigureCodeFunc code_of, gpointer user_data)
{
  if (find_territory (self) == NULL || code_of == NULL)
    return FALSE;
  for (guint i = 0; i < self->params->len; i++)
    if (PARAM (self, i).level != NULL && code_of (PARAM (self, i).level, user_data) == NULL)
      return FALSE;
  return TRUE;
}

/* ---- Their values in their places ---- */

typedef struct
{
  TerFigureParams *self;
  GPtrArray *values; /* of JsonNode: of each parameter */
} Substitution;

static JsonNode *
substitute (Substitution *with, JsonNode *node)
{
  JsonNode *copy;
  int param;

  if (read_expression (with->self, node, &param) && param >= 0)
    return json_node_copy (with->values->pdata[param]);
  if (ter_json_node_object (node) != NULL)
    {
      JsonObject *object = json_object_new ();
      g_autoptr (GList) members = json_object_get_members (ter_json_node_object (node));

      for (GList *l = members; l != NULL; l = l->next)
        json_object_set_member (object, l->data, substitute (with, json_object_get_member (ter_json_node_object (node), l->data)));
      copy = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (copy, object);
      return copy;
    }
  if (ter_json_node_array (node) != NULL)
    {
      JsonArray *array = json_array_new ();

      for (guint i = 0; i < ter_json_array_length (ter_json_node_array (node)); i++)
        json_array_add_element (array, substitute (with, json_array_get_element (ter_json_node_array (node), i)));
      copy = json_node_new (JSON_NODE_ARRAY);
      json_node_take_array (copy, array);
      return copy;
    }
  return json_node_copy (node);
}

/* @object without @member, if it has it; the other members are shared. */
static JsonObject *
copy_without (JsonObject *object, const char *member)
{
  JsonObject *copy = json_object_new ();
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    if (g_strcmp0 (l->data, member) != 0)
      json_object_set_member (copy, l->data, json_node_copy (json_object_get_member (object, l->data)));
  return copy;
}

static GPtrArray *
find_values (TerFigureParams *self, guint choice, TerFigureCodeFunc code_of, gpointer user_data)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  gboolean mine = ter_figure_params_has_territory (self, code_of, user_data);

  for (guint i = 0; i < self->params->len; i++)
    {
      const Param *param = &PARAM (self, i);

      if ((int) i == self->choice)
        g_ptr_array_add (values, json_node_copy (self->values->pdata[MIN (choice, self->values->len - 1)]));
      else if (param->level != NULL && mine)
        g_ptr_array_add (values, json_node_init_string (json_node_alloc (), code_of (param->level, user_data)));
      else
        g_ptr_array_add (values, json_node_copy (param->value));
    }
  return values;
}

JsonObject *
ter_figure_params_apply (TerFigureParams *self, JsonObject *spec, guint choice, TerFigureCodeFunc code_of, gpointer user_data)
{
  g_autoptr (GPtrArray) values = NULL;
  JsonObject *applied;

  g_return_val_if_fail (self != NULL && spec != NULL, NULL);

  values = find_values (self, choice, code_of, user_data);
  applied = copy_without (spec, "params");
  if (ter_json_get_array (spec, "transform") != NULL)
    json_object_set_member (applied, "transform",
                            substitute (&(Substitution) { self, values }, json_object_get_member (spec, "transform")));
  return applied;
}

/* ---- Side by side ---- */

/* A step that keeps the rows of the choice, and does nothing else: {"filter": {"field": …, "equal": {"expr": …}}}. */
static gboolean
is_choosing (TerFigureParams *self, JsonObject *step)
{
  JsonObject *filter = ter_json_get_object (step, "filter");
  int param;

  return filter != NULL && json_object_get_size (filter) == 2 && json_object_has_member (filter, "field") &&
         json_object_has_member (filter, "equal") && read_expression (self, json_object_get_member (filter, "equal"), &param) &&
         param == self->choice;
}

static guint
count_uses (TerFigureParams *self, JsonNode *node)
{
  JsonObject *object = ter_json_node_object (node);
  JsonArray *array = ter_json_node_array (node);
  g_autoptr (GList) members = object != NULL ? json_object_get_members (object) : NULL;
  guint n = 0;
  int param;

  if (read_expression (self, node, &param) && param >= 0)
    return param == self->choice;
  for (guint i = 0; i < ter_json_array_length (array); i++)
    n += count_uses (self, json_array_get_element (array, i));
  for (GList *l = members; l != NULL; l = l->next)
    n += count_uses (self, json_object_get_member (object, l->data));
  return n;
}

/* The rows of all choices in place of those of one. */
static JsonObject *
make_step_of_all (TerFigureParams *self)
{
  JsonObject *step = json_object_new (), *filter = json_object_new ();
  JsonArray *all = json_array_new ();

  for (guint i = 0; i < self->values->len; i++)
    json_array_add_element (all, json_node_copy (self->values->pdata[i]));
  json_object_set_string_member (filter, "field", self->field);
  json_object_set_array_member (filter, "oneOf", all);
  json_object_set_object_member (step, "filter", filter);
  return step;
}

static JsonObject *
make_field (const char *field)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "field", field);
  json_object_set_string_member (object, "type", "ordinal");
  return object;
}

/* Panels for the choices, or a column of a map's table. %NULL: the mark has neither, or panels already. */
static JsonObject *
make_encoding (TerFigureParams *self, JsonObject *spec)
{
  static const char *const in_panels[] = { "bar", "line", "area", "point", "circle", NULL };
  JsonObject *encoding = ter_json_get_object (spec, "encoding"), *made;
  const char *mark = ter_json_get_string (spec, "mark") ?: ter_json_get_string (ter_json_get_object (spec, "mark"), "type");
  JsonArray *columns;

  if (encoding == NULL || mark == NULL || json_object_has_member (encoding, "row") || json_object_has_member (encoding, "column"))
    return NULL;
  made = copy_without (encoding, NULL);
  if (g_strv_contains (in_panels, mark))
    json_object_set_object_member (made, "column", make_field (self->field));
  else if (strcmp (mark, "geoshape") == 0)
    {
      columns = json_array_new ();
      json_array_add_object_element (columns, make_field (self->field));
      for (guint i = 0; i < ter_json_array_length (ter_json_get_array (encoding, "tooltip")); i++)
        json_array_add_element (columns, json_node_copy (json_array_get_element (ter_json_get_array (encoding, "tooltip"), i)));
      json_object_set_array_member (made, "tooltip", columns);
    }
  else
    g_clear_pointer (&made, json_object_unref);
  return made;
}

/* Whether the choice keeps rows, once, and nothing adds up what choices keep apart. */
static gboolean
keeps_choices_apart (TerFigureParams *self, JsonObject *spec)
{
  JsonArray *steps = ter_json_get_array (spec, "transform");
  gboolean chooses = FALSE;

  if (steps == NULL || count_uses (self, json_object_get_member (spec, "transform")) != 1)
    return FALSE;
  for (guint i = 0; i < ter_json_array_length (steps); i++)
    {
      if (ter_json_get_array (ter_json_array_object (steps, i), "aggregate") != NULL)
        return FALSE;
      chooses = chooses || is_choosing (self, ter_json_array_object (steps, i));
    }
  return chooses;
}

JsonObject *
ter_figure_params_dup_whole (TerFigureParams *self, JsonObject *spec, TerFigureCodeFunc code_of, gpointer user_data)
{
  JsonArray *steps = ter_json_get_array (spec, "transform"), *kept;
  g_autoptr (JsonObject) encoding = NULL;
  JsonObject *whole;

  if (self == NULL || self->values->len < 2 || self->field == NULL || !keeps_choices_apart (self, spec))
    return NULL;
  encoding = make_encoding (self, spec);
  if (encoding == NULL)
    return NULL;
  whole = ter_figure_params_apply (self, spec, 0, code_of, user_data);
  kept = json_array_new ();
  for (guint i = 0; i < ter_json_array_length (steps); i++)
    if (is_choosing (self, ter_json_array_object (steps, i)))
      json_array_add_object_element (kept, make_step_of_all (self));
    else
      json_array_add_element (kept, json_node_copy (json_array_get_element (ter_json_get_array (whole, "transform"), i)));
  json_object_set_array_member (whole, "transform", kept);
  json_object_set_object_member (whole, "encoding", g_steal_pointer (&encoding));
  return whole;
}
