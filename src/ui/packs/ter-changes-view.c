/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-changes-view.h"

#include <glib/gi18n.h>

#include "ter-heading.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-pack-diff.h"
#include "ter-row.h"

#define MAX_ROWS 100

/* The changes of one type, until their row is opened. */
typedef struct
{
  GPtrArray *changes; /* NULL once the rows are made */
  TerChangeType type;
} Group;

static void
group_free (gpointer data, GClosure *closure)
{
  Group *group = data;

  g_clear_pointer (&group->changes, g_ptr_array_unref);
  g_free (group);
}

static const char *
get_kind_title (const char *kind)
{
  static const struct
  {
    const char *kind;
    const char *title;
  } others[] = {
    { "section", N_ ("Section") },
    { "table", N_ ("Table") },
    { "outline", N_ ("Map outline") },
    { "file", N_ ("File") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_strcmp0 (others[i].kind, kind) == 0)
      return _ (others[i].title);

  return ter_kind_get_title (kind);
}

static GtkWidget *
change_row_new (const TerChange *change)
{
  g_autofree char *subtitle = NULL;

  if (change->detail != NULL)
    subtitle = g_strdup_printf ("%s · %s", get_kind_title (change->kind), change->detail);
  else
    subtitle = g_strdup (get_kind_title (change->kind));

  return ter_row_new (change->title != NULL && *change->title != '\0' ? change->title : change->id, subtitle);
}

static guint
count (GPtrArray *changes, TerChangeType type)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((const TerChange *) g_ptr_array_index (changes, i))->type == type;

  return n;
}

/* The rows are made when they are first wanted: an update may change thousands of entries. */
static void
expanded_cb (AdwExpanderRow *row, GParamSpec *pspec, Group *group)
{
  guint n = 0;

  if (group->changes == NULL || !adw_expander_row_get_expanded (row))
    return;
  for (guint i = 0; i < group->changes->len; i++)
    {
      const TerChange *change = g_ptr_array_index (group->changes, i);

      if (change->type == group->type && n++ < MAX_ROWS)
        adw_expander_row_add_row (row, change_row_new (change));
    }
  if (n > MAX_ROWS)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("And %u more", "And %u more", n - MAX_ROWS), n - MAX_ROWS);

      adw_expander_row_add_row (row, ter_row_new (text, NULL));
    }
  g_clear_pointer (&group->changes, g_ptr_array_unref);
}

static GtkWidget *
group_row_new (GPtrArray *changes, TerChangeType type, guint n)
{
  Group *group = g_new0 (Group, 1);
  /* Translators: the heading of a list of changes, and how many they are: "Added (3)". */
  g_autofree char *title = g_strdup_printf (_ ("%s (%u)"), ter_change_type_get_title (type), n);
  GtkWidget *row = ter_row_new_expander (title, NULL);

  group->changes = g_ptr_array_ref (changes);
  group->type = type;
  g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), group, group_free, G_CONNECT_DEFAULT);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), type == TER_CHANGED_MOVED || type == TER_CHANGED_CANCELLED);

  return row;
}

GtkWidget *
ter_changes_view_new (GPtrArray *changes, const char *heading)
{
  /* As ter_pack_diff() gives them: what is moved first, it may concern somebody's diary. */
  static const TerChangeType order[] = {
    TER_CHANGED_MOVED, TER_CHANGED_CANCELLED, TER_CHANGED_ADDED, TER_CHANGED_CHANGED, TER_CHANGED_WITHDRAWN,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (changes != NULL, NULL);

  summary = ter_pack_diff_dup_summary (changes);
  if (heading != NULL)
    gtk_box_append (GTK_BOX (box), ter_heading_new (heading, 3));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (summary, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint n = count (changes, order[i]);

      if (n == 0)
        continue;
      if (list == NULL)
        {
          list = ter_list_new (NULL);
          gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (list)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                          _ ("Changes"), -1);
          gtk_box_append (GTK_BOX (box), list);
        }
      ter_list_append (list, group_row_new (changes, order[i], n));
    }

  return box;
}
