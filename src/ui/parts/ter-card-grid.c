/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-card-grid.h"

#include "ter-heading.h"

/* A layout of equal columns: as many as fit with at least the minimum width each; the cards of a line are equally high. */
#define TER_TYPE_CARD_LAYOUT (ter_card_layout_get_type ())
G_DECLARE_FINAL_TYPE (TerCardLayout, ter_card_layout, TER, CARD_LAYOUT, GtkLayoutManager)

#define SPACING 12

struct _TerCardLayout
{
  GtkLayoutManager parent_instance;

  int minimum_width;
};

G_DEFINE_FINAL_TYPE (TerCardLayout, ter_card_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

static int
count_shown (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    n++;

  return n;
}

/* The minimum width grows with the text. */
static int
scaled_minimum (TerCardLayout *self, GtkWidget *widget)
{
  return self->minimum_width * ter_heading_get_text_scale (widget);
}

static int
count_columns (int minimum_width, int n_children, int width)
{
  int fitting = (width + SPACING) / (minimum_width + SPACING);

  return CLAMP (fitting, 1, MAX (n_children, 1));
}

static int
column_width (int width, int n_columns)
{
  return MAX ((width - (n_columns - 1) * SPACING) / n_columns, 0);
}

/* The height of the line that begins with @child; moves @child to the next line's first. */
static int
measure_line (GtkWidget **child, int n_columns, int width)
{
  int height = 0;

  for (int i = 0; i < n_columns && *child != NULL; i++)
    {
      int minimum_width, natural;

      gtk_widget_measure (*child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
      gtk_widget_measure (*child, GTK_ORIENTATION_VERTICAL, MAX (width, minimum_width), NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
      *child = next_shown (gtk_widget_get_next_sibling (*child));
    }

  return height;
}

static GtkSizeRequestMode
ter_card_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (TerCardLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  for (GtkWidget *child = next_shown (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_shown (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, scaled_minimum (self, widget)) * MIN (count_shown (widget), 3);
}

static void
measure_height (TerCardLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int minimum_width = scaled_minimum (self, widget);
  int n_columns = count_columns (minimum_width, count_shown (widget), width < 0 ? 3 * minimum_width : width);
  int cell = width < 0 ? minimum_width : column_width (width, n_columns);
  int height = 0;

  while (child != NULL)
    height += measure_line (&child, n_columns, cell) + SPACING;

  *minimum = *natural = MAX (height - SPACING, 0);
}

static void
ter_card_layout_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                         int *natural, int *minimum_baseline, int *natural_baseline)
{
  TerCardLayout *self = TER_CARD_LAYOUT (manager);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
ter_card_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  TerCardLayout *self = TER_CARD_LAYOUT (manager);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n_columns = count_columns (scaled_minimum (self, widget), count_shown (widget), width);
  int cell = column_width (width, n_columns);
  GtkWidget *child = next_shown (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      GtkWidget *after = child;
      int line_height = measure_line (&after, n_columns, cell);

      for (int column = 0; child != after; column++)
        {
          int x = column * (cell + SPACING);

          gtk_widget_size_allocate (child, &(GtkAllocation) { right_to_left ? width - x - cell : x, y, cell, line_height }, -1);
          child = next_shown (gtk_widget_get_next_sibling (child));
        }
      y += line_height + SPACING;
    }
}

static void
ter_card_layout_class_init (TerCardLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ter_card_layout_get_request_mode;
  layout_class->measure = ter_card_layout_measure;
  layout_class->allocate = ter_card_layout_allocate;
}

static void
ter_card_layout_init (TerCardLayout *self)
{
}

/* The box that holds the cards. */
#define TER_TYPE_CARD_GRID (ter_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (TerCardGrid, ter_card_grid, TER, CARD_GRID, GtkWidget)

struct _TerCardGrid
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TerCardGrid, ter_card_grid, GTK_TYPE_WIDGET)

static void
ter_card_grid_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ter_card_grid_parent_class)->dispose (object);
}

static void
ter_card_grid_class_init (TerCardGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_card_grid_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), TER_TYPE_CARD_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ter_card_grid_init (TerCardGrid *self)
{
}

GtkWidget *
ter_card_grid_new (int minimum_width)
{
  GtkWidget *grid = g_object_new (TER_TYPE_CARD_GRID, NULL);

  g_return_val_if_fail (minimum_width > 0, grid);
  TER_CARD_LAYOUT (gtk_widget_get_layout_manager (grid))->minimum_width = minimum_width;

  return grid;
}

void
ter_card_grid_append (GtkWidget *grid, GtkWidget *card)
{
  g_return_if_fail (TER_IS_CARD_GRID (grid));

  gtk_widget_set_parent (card, grid);
}
