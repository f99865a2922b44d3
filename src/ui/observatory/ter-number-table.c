/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-number-table.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-figure-loader.h"
#include "ter-figure-table.h"
#include "ter-json.h"

struct _TerNumberTable
{
  JsonArray *rows;
};

/* The columns, in order; titles as the reader sees them. */
static const struct
{
  const char *name, *title;
} columns[] = {
  { "figure", N_ ("Figure") }, { "value", N_ ("Value") },         { "date", N_ ("Date") },
  { "base", N_ ("Base") },     { "institute", N_ ("Institute") }, { "source", N_ ("Source") },
};

TerNumberTable *
ter_number_table_new (void)
{
  TerNumberTable *self = g_new0 (TerNumberTable, 1);

  self->rows = json_array_new ();
  return self;
}

void
ter_number_table_free (TerNumberTable *self)
{
  json_array_unref (self->rows);
  g_free (self);
}

static void
set (JsonObject *row, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (row, name, text);
}

static char *
dup_date (JsonObject *object)
{
  const char *text = ter_json_get_string (object, "date");
  TerDate date;

  return text != NULL && ter_date_parse (text, &date) ? ter_date_format (&date, TER_DATE_MEDIUM) : NULL;
}

void
ter_number_table_add (TerNumberTable *self, TerEntry *dashboard, JsonObject *object, TerFigure *figure)
{
  JsonObject *row = json_object_new ();
  JsonObject *source = ter_json_array_object (ter_json_get_array (object, "sources"), 0);
  g_autofree char *value = ter_figure_dup_text (figure);
  g_autofree char *date = dup_date (object);
  g_autofree char *base = ter_figure_loader_dup_base (dashboard, object);

  set (row, "figure", ter_entry_get_text (dashboard, object, "title"));
  set (row, "value", value);
  set (row, "date", date);
  set (row, "base", base);
  set (row, "institute", ter_entry_get_text (dashboard, object, "institute"));
  set (row, "source", source != NULL ? ter_entry_get_text (dashboard, source, "title") : NULL);
  json_array_add_object_element (self->rows, row);
}

static JsonObject *
make_resource (TerNumberTable *self)
{
  JsonObject *resource = json_object_new (), *schema = json_object_new ();
  JsonArray *fields = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      JsonObject *field = json_object_new ();

      json_object_set_string_member (field, "name", columns[i].name);
      json_object_set_string_member (field, "title", _ (columns[i].title));
      json_object_set_string_member (field, "type", "string");
      json_array_add_object_element (fields, field);
    }
  json_object_set_array_member (schema, "fields", fields);
  json_object_set_string_member (resource, "mediatype", "application/json");
  json_object_set_object_member (resource, "schema", schema);
  return resource;
}

/* The same table as any other: rows in JSON, read with a schema. */
static TerFigure *
make_figure (TerNumberTable *self)
{
  g_autoptr (JsonObject) resource = make_resource (self);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_ARRAY);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerTable) table = NULL;
  char *text;

  json_node_set_array (node, self->rows);
  text = json_to_string (node, FALSE);
  bytes = g_bytes_new_take (text, strlen (text));
  table = ter_table_new_from_bytes (bytes, resource, NULL, NULL);
  return table != NULL ? ter_figure_new (NULL, table) : NULL;
}

/* A closed GtkExpander passes Tab to a list in it that is not on screen, where it stays: the table is there only while it is open. */
static void
expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer figure)
{
  gtk_expander_set_child (expander,
                          gtk_expander_get_expanded (expander) ? ter_figure_table_new (figure, _ ("Numbers as a table")) : NULL);
}

GtkWidget *
ter_number_table_new_expander (TerNumberTable *self)
{
  GtkWidget *expander, *label;
  g_autoptr (TerFigure) figure = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  figure = make_figure (self);
  expander = gtk_expander_new (NULL);
  label = gtk_label_new (_ ("The same as a table"));
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  if (figure != NULL)
    g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (expanded_cb), g_object_ref (figure),
                           (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return expander;
}
