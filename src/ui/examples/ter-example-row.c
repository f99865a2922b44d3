/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-example-row.h"

#include <adwaita.h>

#include "ter-tag.h"

struct _TerExampleRow
{
  GtkBox parent_instance;

  GtkLabel *places;
  GtkLabel *title;
  GtkLabel *summary;
  AdwWrapBox *goals;
};

G_DEFINE_FINAL_TYPE (TerExampleRow, ter_example_row, GTK_TYPE_BOX)

static GtkLabel *
add_label (TerExampleRow *self, const char *css_class, int lines)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode", GTK_NATURAL_WRAP_WORD,
                  "xalign", 0.0f, "lines", lines, "ellipsize", lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
ter_example_row_class_init (TerExampleRowClass *klass)
{
}

static void
ter_example_row_init (TerExampleRow *self)
{
  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "example-row");
  self->places = add_label (self, "ter-eyebrow", 0);
  self->title = add_label (self, "heading", 0);
  self->summary = add_label (self, "dimmed", 3);
  self->goals = ADW_WRAP_BOX (g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->goals), "example-goals");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->goals));
}

GtkWidget *
ter_example_row_new (void)
{
  return g_object_new (TER_TYPE_EXAMPLE_ROW, NULL);
}

/* The terms that have a colour of their own: the goals. */
static void
show_goals (TerExampleRow *self, TerEntry *example)
{
  const char *const *tags = ter_entry_get_tags (example);
  GtkWidget *child;
  gboolean any = FALSE;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->goals))) != NULL)
    adw_wrap_box_remove (self->goals, child);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const TerTerm *term = ter_pack_find_term (ter_entry_get_pack (example), tags[i]);

      if (term == NULL || term->color == NULL)
        continue;
      child = ter_tag_new (term->abbreviation != NULL ? term->abbreviation : term->title, term->color);
      gtk_widget_set_tooltip_text (child, term->title);
      adw_wrap_box_append (self->goals, child);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->goals), any);
}

void
ter_example_row_show (TerExampleRow *self, TerEntry *example, const char *places)
{
  g_return_if_fail (TER_IS_EXAMPLE_ROW (self) && TER_IS_ENTRY (example));

  gtk_label_set_text (self->places, places);
  gtk_widget_set_visible (GTK_WIDGET (self->places), *places != '\0');
  gtk_label_set_text (self->title, ter_entry_get_title (example));
  gtk_label_set_text (self->summary, ter_entry_get_summary (example));
  gtk_widget_set_visible (GTK_WIDGET (self->summary), *ter_entry_get_summary (example) != '\0');
  show_goals (self, example);
}
