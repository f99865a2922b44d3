/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-commonmark-table-view.h"

#include "ter-commonmark-label.h"
#include "ter-sideways.h"

/* In characters. A column is as narrow as its longest word, within the first two, and wraps beyond the last. */
#define MINIMUM_WIDTH 4
#define LONGEST_WORD 22
#define NATURAL_WIDTH 36

typedef struct
{
  guint text, word;
} Longest;

static void
measure_cell (const TerBlock *cell, Longest *longest)
{
  guint text = 0, word = 0;

  for (guint i = 0; i < cell->runs->len; i++)
    for (const char *c = ((TerRun *) g_ptr_array_index (cell->runs, i))->text; *c != '\0'; c = g_utf8_next_char (c))
      {
        text++;
        word = g_unichar_isspace (g_utf8_get_char (c)) ? 0 : word + 1;
        longest->word = MAX (longest->word, word);
      }
  longest->text = MAX (longest->text, text);
}

static Longest
measure_column (const TerBlock *table, guint column)
{
  Longest longest = { 0, 0 };

  for (guint i = 0; i < table->children->len; i++)
    {
      const TerBlock *row = g_ptr_array_index (table->children, i);

      measure_cell (g_ptr_array_index (row->children, column), &longest);
    }
  return longest;
}

static GtkWidget *
new_cell (TerPack *pack, const TerBlock *cell, gboolean is_heading, const Longest *longest)
{
  static const double alignments[] = { [TER_ALIGN_START] = 0.0, [TER_ALIGN_CENTER] = 0.5, [TER_ALIGN_END] = 1.0 };
  static const GtkJustification justifications[] = {
    [TER_ALIGN_START] = GTK_JUSTIFY_LEFT,
    [TER_ALIGN_CENTER] = GTK_JUSTIFY_CENTER,
    [TER_ALIGN_END] = GTK_JUSTIFY_RIGHT,
  };
  /* GTK 4.18 gives "column header" to assistive tools as a filler, which they pass over: a heading is a cell too. */
  GtkWidget *label = ter_commonmark_label_new (pack, cell->runs, GTK_ACCESSIBLE_ROLE_CELL);

  g_object_set (label, "xalign", alignments[cell->align], "yalign", is_heading ? 1.0 : 0.0, "justify", justifications[cell->align],
                "width-chars", (int) CLAMP (longest->word, MINIMUM_WIDTH, LONGEST_WORD), "max-width-chars",
                (int) CLAMP (longest->text, LONGEST_WORD, NATURAL_WIDTH), "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (label, "cell");
  if (is_heading)
    gtk_widget_add_css_class (label, "heading");
  return label;
}

static void
attach_row (GtkGrid *grid, TerPack *pack, const TerBlock *row, guint index, const Longest *longest)
{
  for (guint i = 0; i < row->children->len; i++)
    {
      GtkWidget *cell = new_cell (pack, g_ptr_array_index (row->children, i), index == 0, &longest[i]);

      gtk_accessible_update_relation (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_RELATION_ROW_INDEX, (int) index + 1,
                                      GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) i + 1, -1);
      if (index > 0)
        gtk_widget_add_css_class (cell, "ruled");
      gtk_grid_attach (grid, cell, (int) i, (int) index, 1, 1);
    }
}

GtkWidget *
ter_commonmark_table_view_new (TerPack *pack, const TerBlock *table)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);
  const TerBlock *head = g_ptr_array_index (table->children, 0);
  g_autofree Longest *longest = g_new0 (Longest, head->children->len);
  g_autofree char *name = ter_block_dup_plain (head);

  for (guint i = 0; i < head->children->len; i++)
    longest[i] = measure_column (table, i);
  for (guint i = 0; i < table->children->len; i++)
    attach_row (GTK_GRID (grid), pack, g_ptr_array_index (table->children, i), i, longest);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_RELATION_ROW_COUNT, (int) table->children->len,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, (int) head->children->len, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (grid, "text-table");

  GtkWidget *sideways = ter_sideways_new (grid);

  gtk_widget_set_overflow (sideways, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (sideways, "text-table-frame");
  return sideways;
}
