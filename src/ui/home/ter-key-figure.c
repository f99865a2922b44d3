/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-key-figure.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-number.h"
#include "ter-widgets.h"

static JsonObject *
find_figure (TerEntry   *dashboard,
             const char *id)
{
  JsonArray *groups = ter_json_get_array (ter_entry_get_object (dashboard), "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonObject *group = ter_json_array_object (groups, i);
      JsonArray *figures = group ? ter_json_get_array (group, "figures") : NULL;

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          JsonObject *figure = ter_json_array_object (figures, j);

          if (figure != NULL && g_strcmp0 (ter_json_get_string (figure, "id"), id) == 0)
            return figure;
        }
    }

  return NULL;
}

static const char *
get_mark (JsonObject *spec)
{
  JsonObject *mark = ter_json_get_object (spec, "mark");

  return mark ? ter_json_get_string (mark, "type") : ter_json_get_string (spec, "mark");
}

static gboolean
row_passes (TerTable   *table,
            guint       row,
            JsonObject *filter)
{
  JsonNode *wanted = json_object_get_member (filter, "equal");
  const char *field = ter_json_get_string (filter, "field");
  guint column;

  if (wanted == NULL || field == NULL || !ter_table_find_column (table, field, &column))
    return FALSE;
  if (ter_json_node_is_number (wanted))
    return ter_table_get_number (table, row, column) == json_node_get_double (wanted);

  return g_strcmp0 (ter_table_get_text (table, row, column), ter_json_node_string (wanted)) == 0;
}

/* The only row that passes all "equal" filters; anything else is not one number, and is left to the dashboard. */
static gboolean
find_row (TerTable   *table,
          JsonObject *spec,
          guint      *found)
{
  JsonArray *transforms = ter_json_get_array (spec, "transform");
  guint n_found = 0;

  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      gboolean passes = TRUE;

      for (guint i = 0; i < ter_json_array_length (transforms) && passes; i++)
        {
          JsonObject *transform = ter_json_array_object (transforms, i);
          JsonObject *filter = transform ? ter_json_get_object (transform, "filter") : NULL;

          passes = filter != NULL && row_passes (table, row, filter);
        }
      if (passes)
        {
          *found = row;
          n_found++;
        }
    }

  return n_found == 1;
}

/* (transfer full) (nullable): "81 %" for a figure whose mark is a text. */
static char *
dup_value (TerContext *context,
           TerPack    *pack,
           JsonObject *figure)
{
  JsonObject *spec = ter_json_get_object (figure, "spec");
  JsonObject *data = spec ? ter_json_get_object (spec, "data") : NULL;
  JsonObject *encoding = spec ? ter_json_get_object (spec, "encoding") : NULL;
  JsonObject *text = encoding ? ter_json_get_object (encoding, "text") : NULL;
  const char *name = data ? ter_json_get_string (data, "name") : NULL;
  const char *field = text ? ter_json_get_string (text, "field") : NULL;
  g_autoptr (TerTable) table = NULL;
  guint column, row;
  double value;

  if (name == NULL || field == NULL || g_strcmp0 (get_mark (spec), "text") != 0)
    return NULL;
  table = ter_library_dup_table (ter_context_get_library (context), pack, name, NULL);
  if (table == NULL || !ter_table_find_column (table, field, &column) || !find_row (table, spec, &row))
    return NULL;
  value = ter_table_get_number (table, row, column);
  if (isnan (value))
    return NULL;

  return ter_number_format_unit (value, 1, ter_table_get_column_unit (table, column));
}

/* "OpinionWay, May 2020": who says so, and when. */
static char *
describe_origin (TerEntry   *dashboard,
                 JsonObject *figure)
{
  const char *institute = ter_entry_get_text (dashboard, figure, "institute");
  JsonObject *source = ter_json_array_object (ter_json_get_array (figure, "sources"), 0);
  const char *who = institute ? institute : (source ? ter_entry_get_text (dashboard, source, "title") : NULL);
  const char *date = ter_json_get_string (figure, "date");
  g_autofree char *when = NULL;
  TerDate parsed;

  if (date != NULL && ter_date_parse (date, &parsed))
    when = ter_date_format (&parsed, TER_DATE_MEDIUM);
  if (who != NULL && when != NULL)
    return g_strdup_printf ("%s, %s", who, when);

  return who ? g_strdup (who) : g_steal_pointer (&when);
}

static void
append_line (GtkWidget  *box,
             const char *text,
             const char *css_class,
             int         lines)
{
  GtkWidget *label;

  if (text == NULL)
    return;
  label = g_object_new (GTK_TYPE_LABEL,
                        "label", text,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "xalign", 0.0f,
                        "lines", lines,
                        "ellipsize", lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE,
                        NULL);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

GtkWidget *
ter_key_figure_new (TerContext *context,
                    TerPack    *pack,
                    const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 2);
  g_autoptr (TerEntry) dashboard = NULL;
  g_autofree char *value = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *name = NULL;
  JsonObject *figure = NULL;
  GtkWidget *card, *box;
  const char *title;

  if (g_strv_length (parts) == 2)
    dashboard = ter_library_dup_entry (ter_context_get_library (context), ter_pack_get_id (pack), parts[0], NULL);
  if (dashboard != NULL)
    figure = find_figure (dashboard, parts[1]);
  title = figure ? ter_entry_get_text (dashboard, figure, "title") : NULL;
  if (title == NULL)
    return NULL;

  value = dup_value (context, pack, figure);
  origin = describe_origin (dashboard, figure);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  append_line (box, value, "ter-key-value", 0);
  append_line (box, title, value ? "ter-key-title" : "heading", 0);
  if (value == NULL)
    append_line (box, ter_entry_get_text (dashboard, figure, "description"), "ter-card-summary", 4);
  append_line (box, origin, "ter-key-origin", 0);

  name = value ? g_strdup_printf ("%s, %s", value, title) : g_strdup (title);
  card = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ter-card");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (card), ter_entry_target (dashboard));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), TER_ACTION_OPEN_ENTRY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (origin != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, origin, -1);

  return card;
}
