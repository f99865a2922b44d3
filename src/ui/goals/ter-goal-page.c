/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-goal-page.h"

#include <glib/gi18n.h>

#include "ter-goal-tile.h"
#include "ter-heading.h"
#include "ter-json.h"
#include "ter-kind.h"
#include "ter-list.h"
#include "ter-provenance.h"
#include "ter-row.h"

/* Rows of a kind shown at first; the rest comes on demand. */
#define FIRST_ROWS 6

struct _TerGoalPage
{
  TerDetailPage parent_instance;

  GPtrArray *tagged; /* of TerEntry, what is tied to this goal */
};

G_DEFINE_FINAL_TYPE (TerGoalPage, ter_goal_page, TER_TYPE_DETAIL_PAGE)

/* The goal's own tag, in whatever vocabulary its pack keeps goals. */
static char *
dup_tag (TerEntry *goal)
{
  const char *const *tags = ter_entry_get_tags (goal);
  g_autofree char *number = g_strdup_printf (":%d", ter_goal_tile_get_number (goal));

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    if (g_str_has_suffix (tags[i], number))
      return g_strdup (tags[i]);
  return g_strconcat ("odd", number, NULL);
}

static gboolean
is_same (gconstpointer a, gconstpointer b)
{
  return g_str_equal (ter_entry_get_id (TER_ENTRY ((gpointer) a)), ter_entry_get_id (TER_ENTRY ((gpointer) b)));
}

static void
take_out (GPtrArray *from, TerEntry *entry)
{
  guint index;

  if (from != NULL && g_ptr_array_find_with_equal_func (from, entry, is_same, &index))
    g_ptr_array_remove_index (from, index);
}

/* What is tied to the goal is listed by kind: it need not be listed again below. */
static gboolean
ter_goal_page_prepare (TerDetailPage *page, TerReading *reading, GError **error)
{
  TerGoalPage *self = TER_GOAL_PAGE (page);
  TerEntry *goal = ter_detail_page_get_entry (page);
  TerLibrary *library = ter_context_get_library (ter_page_get_context (TER_PAGE (page)));
  g_autofree char *tag = dup_tag (goal);

  g_clear_pointer (&self->tagged, g_ptr_array_unref);
  self->tagged = ter_library_list_tagged (library, ter_entry_get_pack (goal), tag, error);
  if (self->tagged == NULL)
    return FALSE;
  take_out (self->tagged, goal);
  for (guint i = 0; i < self->tagged->len; i++)
    {
      take_out (reading->related, self->tagged->pdata[i]);
      take_out (reading->referring, self->tagged->pdata[i]);
    }
  return TRUE;
}

static GtkWidget *
ter_goal_page_wrap_head (TerDetailPage *page, GtkWidget *head)
{
  TerEntry *goal = ter_detail_page_get_entry (page);
  GtkWidget *box;

  if (ter_goal_tile_get_number (goal) == 0)
    return head;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_append (GTK_BOX (box), ter_goal_tile_new_square (goal));
  gtk_widget_set_hexpand (head, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  return box;
}

/* A target: its code, its text, and below, smaller, where it comes from. */
static GtkWidget *
target_new (TerEntry *goal, JsonObject *target)
{
  const char *title = ter_entry_get_text (goal, target, "title");
  const char *note = ter_entry_get_text (goal, target, "note");
  const char *code = ter_json_get_string (target, "code");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *name = g_strjoin (" ", code != NULL ? code : "", title != NULL ? title : "", NULL);

  if (code != NULL)
    {
      /* A few characters, but nobody says that they are: a long one must not push the page out of the window. */
      GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", code, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                       "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "max-width-chars", 16, NULL);

      gtk_widget_add_css_class (label, "goal-target-code");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_box_append (GTK_BOX (text), ter_heading_new_text (title, NULL));
  if (note != NULL)
    gtk_box_append (GTK_BOX (text), ter_heading_new_text (note, "dimmed"));
  gtk_box_append (GTK_BOX (text), ter_provenance_new_for_object (goal, target));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (box, "goal-target");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* Targets in the pack's order; a new list where the group changes. */
static void
add_targets (GtkBox *content, TerEntry *goal)
{
  JsonArray *targets = ter_json_get_array (ter_entry_get_object (goal), "targets");
  guint n_targets = ter_json_array_length (targets);
  const char *group = NULL;
  GtkWidget *box = NULL;
  GtkWidget *list = NULL;

  for (guint i = 0; i < n_targets; i++)
    {
      JsonObject *target = ter_json_array_object (targets, i);
      const char *its_group = target != NULL ? ter_entry_get_text (goal, target, "group") : NULL;

      if (target == NULL)
        continue;
      if (box == NULL)
        {
          g_autofree char *heading = g_strdup_printf (ngettext ("%u Target", "%u Targets", n_targets), n_targets);

          box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
          gtk_box_append (GTK_BOX (box), ter_heading_new (heading, 2));
          gtk_box_append (content, box);
        }
      if (list == NULL || g_strcmp0 (group, its_group) != 0)
        {
          list = ter_list_new (its_group);
          gtk_box_append (GTK_BOX (box), list);
          group = its_group;
        }
      ter_list_append (list, target_new (goal, target));
    }
}

static void
show_all_cb (GtkWidget *button, gpointer user_data)
{
  GtkWidget *list = user_data;
  gboolean focused = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      if (gtk_widget_get_visible (row))
        continue;
      gtk_widget_set_visible (row, TRUE);
      /* The keyboard goes on where the list was cut. */
      if (!focused)
        focused = gtk_widget_grab_focus (row);
    }
  gtk_widget_set_visible (button, FALSE);
}

static GtkWidget *
kind_list_new (const char *kind, GPtrArray *entries)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *heading = g_strdup_printf ("%s (%u)", ter_kind_get_plural (kind), entries->len);
  GtkWidget *list = ter_list_new (heading);
  gboolean cut = entries->len > FIRST_ROWS + 2;

  for (guint i = 0; i < entries->len; i++)
    {
      GtkWidget *row = ter_row_new_for_entry (entries->pdata[i], NULL);

      gtk_widget_set_visible (row, !cut || i < FIRST_ROWS);
      ter_list_append (list, row);
    }
  gtk_box_append (GTK_BOX (box), list);
  if (cut)
    {
      g_autofree char *label =
        g_strdup_printf (_ ("Show the %u Others: %s"), entries->len - FIRST_ROWS, ter_kind_get_plural (kind));
      GtkWidget *button = gtk_button_new_with_label (label);

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (show_all_cb), gtk_widget_get_last_child (list));
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

/* Kinds in the order that serves: what others did, then what one can use. */
static void
add_tagged (GtkBox *content, GPtrArray *tagged)
{
  const char *kind;

  for (guint place = 1; (kind = ter_kind_get_beside_goal (place)) != NULL; place++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new ();

      for (guint i = 0; i < tagged->len; i++)
        if (g_strcmp0 (ter_entry_get_kind (tagged->pdata[i]), kind) == 0)
          g_ptr_array_add (entries, tagged->pdata[i]);
      if (entries->len > 0)
        gtk_box_append (content, kind_list_new (kind, entries));
    }
}

static void
ter_goal_page_add_after (TerDetailPage *page, GtkBox *content)
{
  add_targets (content, ter_detail_page_get_entry (page));
  add_tagged (content, TER_GOAL_PAGE (page)->tagged);
}

static void
ter_goal_page_dispose (GObject *object)
{
  g_clear_pointer (&TER_GOAL_PAGE (object)->tagged, g_ptr_array_unref);

  G_OBJECT_CLASS (ter_goal_page_parent_class)->dispose (object);
}

static void
ter_goal_page_class_init (TerGoalPageClass *klass)
{
  TerDetailPageClass *detail_class = TER_DETAIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_goal_page_dispose;
  detail_class->prepare = ter_goal_page_prepare;
  detail_class->wrap_head = ter_goal_page_wrap_head;
  detail_class->add_after = ter_goal_page_add_after;
}

static void
ter_goal_page_init (TerGoalPage *self)
{
}

TerPage *
ter_goal_page_new (TerContext *context, TerEntry *entry)
{
  return ter_detail_page_new (TER_TYPE_GOAL_PAGE, context, entry);
}
