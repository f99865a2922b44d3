/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "cli-pack.h"
#include "cli-report.h"
#include "ter-figure-variants.h"
#include "ter-figure-report.h"
#include "ter-json.h"
#include "ter-language.h"
#include "ter-limits.h"
#include "ter-pack-reader.h"

static gboolean as_json;
static char *language;
static int choice = -1;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the titles: fr or en"), N_ ("LANGUAGE") },
  { "choice", 'c', 0, G_OPTION_ARG_INT, &choice, N_ ("With the N-th value of what the reader may choose, from 1"), N_ ("N") },
  { NULL }
};

/* ---- The figure ---- */

typedef struct
{
  TerPack *pack;
  const char *id;
  TerEntry *dashboard; /* nullable */
} Search;

static gboolean
find_dashboard_cb (JsonObject *entry, gpointer user_data, GError **error)
{
  Search *search = user_data;

  if (search->dashboard == NULL && g_strcmp0 (ter_json_get_string (entry, "id"), search->id) == 0)
    search->dashboard = ter_entry_new (search->pack, entry);
  return TRUE;
}

/* (transfer full) (nullable): a file that the manifest names. @resource: (out) */
static GBytes *
load (TerPack *pack, const char *name, gsize limit, JsonObject **resource, GError **error)
{
  *resource = name != NULL ? ter_pack_find_resource (pack, name) : NULL;
  if (*resource == NULL || ter_json_get_string (*resource, "path") == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("The pack has no table or outline “%s”."),
                   name != NULL ? name : "?");
      return NULL;
    }
  return ter_pack_files_load (ter_pack_get_files (pack), ter_json_get_string (*resource, "path"), limit, NULL, error);
}

static const char *
no_territory_cb (const char *level, gpointer user_data)
{
  return NULL;
}

static gboolean
read_outline (TerPack *pack, TerFigure *figure, GError **error)
{
  JsonObject *resource;
  g_autoptr (GBytes) bytes = load (pack, ter_figure_get_outline (figure), TER_LIMIT_TABLE_BYTES, &resource, error);
  g_autoptr (TerOutline) outline = bytes != NULL ? ter_outline_new_from_bytes (bytes, error) : NULL;

  if (outline != NULL)
    ter_figure_set_outline (figure, outline);
  return outline != NULL;
}

/* (transfer full) (nullable) */
static TerFigure *
make_figure (TerPack *pack, JsonObject *spec, GError **error)
{
  JsonObject *resource;
  g_autoptr (GBytes) bytes = load (pack, ter_figure_spec_get_table (spec), TER_LIMIT_TABLE_BYTES, &resource, error);
  g_autoptr (TerTable) table =
    bytes != NULL ? ter_table_new_from_bytes (bytes, resource, ter_pack_get_language (pack), error) : NULL;
  g_autoptr (TerFigureVariants) variants = NULL;
  g_autoptr (TerFigure) figure = NULL;

  if (table == NULL)
    return NULL;
  variants = ter_figure_variants_new (spec, table, no_territory_cb, NULL);
  if (choice >= 0 && (choice == 0 || (guint) choice > variants->figures->len))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("There are %u values to choose from."),
                   variants->figures->len);
      return NULL;
    }
  figure = g_object_ref (choice > 0 ? variants->figures->pdata[choice - 1] : ter_figure_variants_get_initial (variants));
  if (ter_figure_get_mark (figure) == TER_MARK_MAP && !read_outline (pack, figure, error))
    return NULL;
  return g_steal_pointer (&figure);
}

/* Whether all could be read. @id: (nullable): one figure of the dashboard, or all; @found: (element-type TerFigure); @ids: theirs */
static gboolean
find_figures (TerEntry *dashboard, const char *id, GPtrArray *found, GPtrArray *ids, GError **error)
{
  JsonArray *groups = ter_json_get_array (ter_entry_get_object (dashboard), "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          JsonObject *figure = ter_json_array_object (figures, j);
          const char *own = ter_json_get_string (figure, "id");
          TerFigure *made;

          if (own == NULL || (id != NULL && strcmp (own, id) != 0))
            continue;
          made = make_figure (ter_entry_get_pack (dashboard), ter_json_get_object (figure, "spec"), error);
          if (made == NULL)
            return FALSE;
          g_ptr_array_add (found, made);
          g_ptr_array_add (ids, g_strdup (own));
        }
    }
  return TRUE;
}

/* @place: "DASHBOARD/FIGURE", or "DASHBOARD" */
static gboolean
find_place (TerPackFiles *files, const char *place, GPtrArray *found, GPtrArray *ids, GError **error)
{
  g_autoptr (TerPack) pack = ter_pack_reader_read (files, language != NULL ? language : ter_language_get_tag (), NULL, error);
  g_auto (GStrv) names = g_strsplit (place, "/", 2);
  Search search = { pack, names[0], NULL };
  g_autoptr (TerEntry) dashboard = NULL;

  if (pack == NULL || names[0] == NULL || !ter_pack_reader_read_entries (pack, find_dashboard_cb, &search, NULL, error))
    return FALSE;
  dashboard = search.dashboard;
  if (dashboard != NULL && !find_figures (dashboard, names[1], found, ids, error))
    return FALSE;
  if (found->len == 0)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("There is no figure “%s” in this pack."), place);
  return found->len > 0;
}

/* ---- Text ---- */

static void
print_line (const char *label, const char *value)
{
  g_autofree char *shown = cli_dup_shown (value);

  g_print (_ ("%s: %s\n"), label, shown);
}

static void
print_axis (const char *name, JsonObject *axis)
{
  g_auto (GStrv) names = ter_json_dup_strv (axis, "names");
  JsonArray *domain = ter_json_get_array (axis, "domain");
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;

  if (axis == NULL)
    return;
  label = g_strdup_printf ("%s (%s)", name, ter_json_get_string (axis, "kind"));
  if (domain != NULL)
    value = g_strdup_printf (_ ("%s, from %.12g to %.12g"), ter_json_get_string (axis, "title") ?: "",
                             json_array_get_double_element (domain, 0), json_array_get_double_element (domain, 1));
  else
    {
      g_autofree char *list = g_strjoinv (", ", names);

      value = g_strdup_printf (_ ("%s, %s"), ter_json_get_string (axis, "title") ?: "", list);
    }
  print_line (label, value);
}

static void
print_each (JsonArray *items, const char *member)
{
  for (guint i = 0; i < ter_json_array_length (items); i++)
    {
      JsonObject *item = ter_json_array_object (items, i);
      g_autofree char *shown = cli_dup_shown (ter_json_get_string (item, "text"));
      g_autofree char *name = cli_dup_shown (member != NULL ? ter_json_get_string (item, member) : "");

      if (member != NULL)
        g_print (_ ("  %s: %s\n"), name, shown);
      else
        g_print ("  %s\n", shown);
    }
}

static void
print_text (JsonObject *report)
{
  JsonObject *axes = ter_json_get_object (report, "axes");
  g_auto (GStrv) series = ter_json_dup_strv (report, "series");

  print_line (_ ("Mark"), ter_json_get_string (report, "mark"));
  if (ter_json_get_string (report, "problem") != NULL)
    print_line (_ ("Shown as a table because of"), ter_json_get_string (report, "problem"));
  print_line (_ ("Sentence"), ter_json_get_string (report, "summary"));
  print_axis ("x", ter_json_get_object (axes, "x"));
  print_axis ("y", ter_json_get_object (axes, "y"));
  if (series != NULL && *series != NULL)
    {
      g_autofree char *list = g_strjoinv (", ", series);

      print_line (_ ("Series"), list);
    }
  print_each (ter_json_get_array (report, "data"), NULL);
  print_each (ter_json_get_array (report, "territories"), "name");
}

/* One figure is its report; those of a dashboard are told by their ids. */
static void
print_reports (GPtrArray *figures, GPtrArray *ids, gboolean all)
{
  g_autoptr (JsonObject) reports = json_object_new ();
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr (JsonNode) report = ter_figure_report_new (figures->pdata[i]);

      if (as_json && all)
        json_object_set_member (reports, ids->pdata[i], g_steal_pointer (&report));
      else if (as_json)
        cli_print_json (report);
      else
        {
          print_line (_ ("Figure"), ids->pdata[i]);
          print_text (json_node_get_object (report));
        }
    }
  json_node_set_object (root, reports);
  if (as_json && all)
    cli_print_json (root);
}

CliStatus
cli_figure (int argc, char **argv)
{
  g_autoptr (CliPack) pack = NULL;
  g_autoptr (GPtrArray) figures = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  CliStatus status = CLI_SOUND;

  if (!cli_parse (&argc, &argv, entries, "figure", _ ("PACK DASHBOARD[/FIGURE]"),
                  _ ("Prints what a figure gives to who paints it: values, order, domains and words, or why it is a table.\n"
                     "Exits with 0, 1 when one is a table, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 3)
    {
      cli_complain (_ ("“figure” wants a folder or a .tpack, and DASHBOARD/FIGURE."));
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;
  pack = cli_pack_open (argv[1], &error);
  if (pack != NULL && pack->files == NULL)
    {
      cli_complain (_ ("The archive is not sound: “territoires-pack validate” says why."));
      return CLI_FAILED;
    }
  if (pack == NULL || !find_place (pack->files, argv[2], figures, ids, &error))
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  print_reports (figures, ids, strchr (argv[2], '/') == NULL);
  for (guint i = 0; i < figures->len; i++)
    if (ter_figure_get_problem (figures->pdata[i]) != NULL)
      status = CLI_PROBLEM;
  return status;
}
