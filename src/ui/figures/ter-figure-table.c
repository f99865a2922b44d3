/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-table.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-line.h"

#define MOST_HEIGHT 480
#define MOST_SPOKEN 140

/* A row's number in the figure. Rows are made as they come into view. */
#define TER_TYPE_FIGURE_ROW (ter_figure_row_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureRow, ter_figure_row, TER, FIGURE_ROW, GObject)

struct _TerFigureRow
{
  GObject parent_instance;
  guint row;
};

G_DEFINE_FINAL_TYPE (TerFigureRow, ter_figure_row, G_TYPE_OBJECT)

static void
ter_figure_row_class_init (TerFigureRowClass *klass)
{
}

static void
ter_figure_row_init (TerFigureRow *self)
{
}

typedef struct
{
  TerFigure *figure;
  guint column;
} Cell;

static Cell *
cell_new (TerFigure *figure, guint column)
{
  Cell *cell = g_new0 (Cell, 1);

  cell->figure = g_object_ref (figure);
  cell->column = column;
  return cell;
}

static void
cell_free (gpointer data)
{
  g_object_unref (((Cell *) data)->figure);
  g_free (data);
}

static void
cell_closure_free (gpointer data, GClosure *closure)
{
  cell_free (data);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Cell *cell = user_data;
  guint first = ((TerFigureRow *) a)->row, second = ((TerFigureRow *) b)->row;
  double x = ter_figure_get_cell_number (cell->figure, first, cell->column);
  double y = ter_figure_get_cell_number (cell->figure, second, cell->column);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  if (!isnan (x) || !isnan (y))
    return isnan (x) || isnan (y) ? isnan (x) - isnan (y) : (x > y) - (x < y);
  text = ter_figure_dup_cell_text (cell->figure, first, cell->column);
  other = ter_figure_dup_cell_text (cell->figure, second, cell->column);
  return g_utf8_collate (text, other);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, Cell *cell)
{
  gboolean number = ter_figure_is_column_number (cell->figure, cell->column);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "xalign", number ? 1.0f : 0.0f, "wrap", !number, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "width-chars", number ? 6 : 12, "max-width-chars", number ? -1 : 40, NULL);

  if (number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_column_view_cell_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkColumnViewCell *item, Cell *cell)
{
  TerFigureRow *row = gtk_column_view_cell_get_item (item);
  g_autofree char *text = ter_figure_dup_cell_text (cell->figure, row->row, cell->column);

  gtk_label_set_text (GTK_LABEL (gtk_column_view_cell_get_child (item)), text);
}

static void
append_column (GtkColumnView *view, TerFigure *figure, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, cell_new (figure, index), cell_free));
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), cell_new (figure, index), cell_closure_free, 0);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_cb), cell_new (figure, index), cell_closure_free, 0);
  column = gtk_column_view_column_new (ter_figure_get_column_title (figure, index), factory);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_expand (column, !ter_figure_is_column_number (figure, index));
  gtk_column_view_append_column (view, column);
}

static GListModel *
list_rows (TerFigure *figure)
{
  GListStore *rows = g_list_store_new (TER_TYPE_FIGURE_ROW);
  guint n = ter_figure_get_n_rows (figure);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      TerFigureRow *row = g_object_new (TER_TYPE_FIGURE_ROW, NULL);

      row->row = i;
      g_ptr_array_add (all, row);
    }
  g_list_store_splice (rows, 0, 0, all->pdata, n);
  return G_LIST_MODEL (rows);
}

/* (transfer full): "Rennes, Population: 230,890": a screen reader knows no heads of a row that has the focus as a whole. */
static char *
describe_row (TerFigure *figure, guint row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ter_figure_get_n_columns (figure); i++)
    {
      g_autofree char *cell = ter_figure_dup_cell_text (figure, row, i);

      if (*cell == '\0')
        continue;
      if (i == 0)
        g_string_append (text, cell);
      else
        /* Translators: after other cells of a row: a column's title and the cell: ", Population: 230,890". */
        g_string_append_printf (text, _ (", %s: %s"), ter_figure_get_column_title (figure, i), cell);
    }
  return ter_line_dup (text->str, MOST_SPOKEN);
}

static void
bind_row_cb (GtkSignalListItemFactory *factory, GtkColumnViewRow *item, TerFigure *figure)
{
  TerFigureRow *row = gtk_column_view_row_get_item (item);
  g_autofree char *text = describe_row (figure, row->row);

  gtk_column_view_row_set_accessible_label (item, text);
}

static void
add_row_words (GtkColumnView *view, TerFigure *figure)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row_cb), figure, G_CONNECT_DEFAULT);
  gtk_column_view_set_row_factory (view, factory);
}

void
ter_figure_table_go_to (GtkWidget *table, guint row)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (table)));
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (view));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (TerFigureRow) item = g_list_model_get_item (rows, i);

      if (item->row != row)
        continue;
      gtk_column_view_scroll_to (view, i, NULL, GTK_LIST_SCROLL_FOCUS, NULL);
      return;
    }
}

GtkWidget *
ter_figure_table_new (TerFigure *figure, const char *name)
{
  GtkWidget *view = gtk_column_view_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSorter *sorter;
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  for (guint i = 0; i < ter_figure_get_n_columns (figure); i++)
    append_column (GTK_COLUMN_VIEW (view), figure, i);
  add_row_words (GTK_COLUMN_VIEW (view), figure);
  sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view));
  sorted = gtk_sort_list_model_new (list_rows (figure), g_object_ref (sorter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), selection);
  /* Arrows walk the rows; Tab leaves. */
  gtk_column_view_set_tab_behavior (GTK_COLUMN_VIEW (view), GTK_LIST_TAB_ITEM);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_widget_add_css_class (view, "ter-figure-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_HEIGHT);
  return scroller;
}
