/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-table-of-contents.h"

#include <glib/gi18n.h>

#include "ter-heading.h"

#define INDENT 14
#define MAX_DEPTH 3

struct _TerTableOfContents
{
  GtkBox parent_instance;

  GPtrArray *buttons; /* borrowed */
  int current;
};

G_DEFINE_FINAL_TYPE (TerTableOfContents, ter_table_of_contents, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clicked_cb (GtkButton *button, TerTableOfContents *self)
{
  guint index;

  if (g_ptr_array_find (self->buttons, button, &index))
    g_signal_emit (self, signals[CHOSEN], 0, index);
}

static GtkWidget *
new_button (TerTableOfContents *self, const char *text, int depth)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "max-width-chars", 30, "xalign", 0.0, NULL);
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_margin_start (label, INDENT * MIN (depth, MAX_DEPTH));
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_DEFAULT);
  return button;
}

static void
ter_table_of_contents_finalize (GObject *object)
{
  g_ptr_array_unref (TER_TABLE_OF_CONTENTS (object)->buttons);
  G_OBJECT_CLASS (ter_table_of_contents_parent_class)->finalize (object);
}

static void
ter_table_of_contents_class_init (TerTableOfContentsClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ter_table_of_contents_finalize;
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ter_table_of_contents_init (TerTableOfContents *self)
{
  self->buttons = g_ptr_array_new ();
  self->current = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "table-of-contents");
}

GtkWidget *
ter_table_of_contents_new (TerCommonmarkView *text)
{
  g_return_val_if_fail (TER_IS_COMMONMARK_VIEW (text), NULL);

  TerTableOfContents *self = g_object_new (TER_TYPE_TABLE_OF_CONTENTS, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *title = ter_heading_new (_ ("On This Page"), 4);

  gtk_widget_add_css_class (title, "title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("On This Page"), -1);
  gtk_box_append (GTK_BOX (self), title);
  for (guint i = 0; i < ter_commonmark_view_get_n_headings (text); i++)
    {
      int depth;
      const char *heading = ter_commonmark_view_get_heading (text, i, &depth);
      GtkWidget *button = new_button (self, heading, depth);

      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (self), button);
    }
  return GTK_WIDGET (self);
}

void
ter_table_of_contents_set_current (TerTableOfContents *self, int index)
{
  g_return_if_fail (TER_IS_TABLE_OF_CONTENTS (self));
  g_return_if_fail (index < (int) self->buttons->len);

  if (index == self->current)
    return;
  if (self->current >= 0)
    gtk_widget_remove_css_class (g_ptr_array_index (self->buttons, self->current), "current");
  if (index >= 0)
    gtk_widget_add_css_class (g_ptr_array_index (self->buttons, index), "current");
  self->current = index;
}
