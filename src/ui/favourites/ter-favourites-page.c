/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-favourites-page.h"

#include <glib/gi18n.h>

#include "ter-favourite-row.h"
#include "ter-actions.h"
#include "ter-box.h"
#include "ter-list.h"

#define WIDTH 860
/* As many rows of a list as are made at once. */
#define STEP 100

struct _TerFavouritesPage
{
  TerPage parent_instance;

  GtkWidget *box;      /* weak: the content, while there is any */
  GtkWidget *lists[2]; /* in it: favourites, and notes alone; nullable */
  guint limit;         /* of rows in each list */
  guint reload_id;
  gboolean stale; /* something has changed while the page was not on the screen */
};

G_DEFINE_FINAL_TYPE (TerFavouritesPage, ter_favourites_page, TER_TYPE_PAGE)

static GtkListBox *
get_rows (GtkWidget *list)
{
  return GTK_LIST_BOX (gtk_widget_get_last_child (list));
}

/* Where the keyboard is: list and row; %FALSE when it is in neither. */
static gboolean
find_focus (TerFavouritesPage *self, guint *list, int *row)
{
  for (*list = 0; *list < G_N_ELEMENTS (self->lists); (*list)++)
    {
      GtkWidget *child =
        self->lists[*list] != NULL ? gtk_widget_get_focus_child (GTK_WIDGET (get_rows (self->lists[*list]))) : NULL;

      if (child != NULL && GTK_IS_LIST_BOX_ROW (child))
        {
          *row = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child));
          return TRUE;
        }
    }
  return FALSE;
}

/* The row that has come to the place of the one that has gone, or the last one; else the page. */
static void
restore_focus (TerFavouritesPage *self, guint list, int row)
{
  GtkListBoxRow *found = NULL;

  if (self->lists[list] == NULL)
    list = 1 - list;
  for (; self->lists[list] != NULL && found == NULL && row >= 0; row--)
    found = gtk_list_box_get_row_at_index (get_rows (self->lists[list]), row);
  if (found != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (found));
}

static void
show_more_cb (TerFavouritesPage *self)
{
  self->limit += STEP;
  ter_page_reload (TER_PAGE (self));
}

static GtkWidget *
more_new (TerFavouritesPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Show _More"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (show_more_cb), self);
  return button;
}

/* Takes what it shows out of @kept. */
static GtkWidget *
append_list (TerFavouritesPage *self, const char *heading, GPtrArray *kept)
{
  GtkWidget *list;
  gboolean more = kept->len > self->limit;

  if (kept->len == 0)
    return NULL;
  if (more)
    g_ptr_array_set_size (kept, self->limit);
  list = ter_list_new (heading);
  g_ptr_array_set_free_func (kept, NULL);
  for (guint i = 0; i < kept->len; i++)
    ter_list_append (list, ter_favourite_row_new (ter_page_get_context (TER_PAGE (self)), g_ptr_array_index (kept, i)));
  gtk_box_append (GTK_BOX (self->box), list);
  if (more)
    gtk_box_append (GTK_BOX (self->box), more_new (self));
  return list;
}

static void
show (TerFavouritesPage *self, GPtrArray *favourites, GPtrArray *notes)
{
  guint list;
  int row;
  gboolean had_focus = self->box != NULL && find_focus (self, &list, &row);

  if (self->box == NULL)
    {
      g_set_weak_pointer (&self->box, gtk_box_new (GTK_ORIENTATION_VERTICAL, 30));
      ter_page_set_content (TER_PAGE (self), self->box, WIDTH);
    }
  ter_box_clear (GTK_BOX (self->box));
  /* The page's title is heading enough while there is but one list. */
  self->lists[0] = append_list (self, notes->len > 0 ? _ ("Favourites") : NULL, favourites);
  self->lists[1] = append_list (self, _ ("Notes"), notes);
  if (had_focus)
    restore_focus (self, list, row);
}

/* A note of a favourite shows with it. */
static void
leave_out_favourites (GPtrArray *notes)
{
  for (guint i = notes->len; i > 0; i--)
    if (((TerFavourite *) g_ptr_array_index (notes, i - 1))->is_favourite)
      g_ptr_array_remove_index (notes, i - 1);
}

static void
ter_favourites_page_load (TerPage *page)
{
  TerFavouritesPage *self = TER_FAVOURITES_PAGE (page);
  TerUserState *state = ter_context_get_user_state (ter_page_get_context (page));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) favourites = ter_user_state_list_favourites (state, self->limit + 1, &error);
  /* All of them, as most may be of favourites. */
  g_autoptr (GPtrArray) notes = favourites != NULL ? ter_user_state_list_notes (state, G_MAXINT, &error) : NULL;

  self->stale = FALSE;
  if (notes == NULL)
    {
      ter_page_set_error (page, _ ("Your Favourites Cannot Be Shown"), error);
      return;
    }
  leave_out_favourites (notes);
  if (favourites->len + notes->len > 0)
    show (self, favourites, notes);
  else
    {
      ter_page_set_empty (
        page, "starred-symbolic", _ ("No Favourites Yet"),
        _ ("Press the star above a page, or Ctrl+D, to find it here again. Pages on which you wrote a note are here too. "
           "All of it stays on this computer."));
      ter_page_set_empty_action (page, _ ("Go to the _Home Page"), TER_ACTION_HOME);
    }
}

static gboolean
reload_cb (gpointer user_data)
{
  TerFavouritesPage *self = user_data;

  self->reload_id = 0;
  ter_page_reload (TER_PAGE (self));
  return G_SOURCE_REMOVE;
}

/* Not at once: a row may be in the midst of its own removal. */
static void
changed_cb (TerFavouritesPage *self)
{
  self->stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->reload_id == 0)
    self->reload_id = g_idle_add (reload_cb, self);
}

static void
ter_favourites_page_map (GtkWidget *widget)
{
  TerFavouritesPage *self = TER_FAVOURITES_PAGE (widget);

  GTK_WIDGET_CLASS (ter_favourites_page_parent_class)->map (widget);

  if (self->stale)
    changed_cb (self);
}

static void
ter_favourites_page_constructed (GObject *object)
{
  TerContext *context = ter_page_get_context (TER_PAGE (object));

  G_OBJECT_CLASS (ter_favourites_page_parent_class)->constructed (object);

  g_signal_connect_object (ter_context_get_user_state (context), "changed", G_CALLBACK (changed_cb), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (ter_context_get_library (context), "changed", G_CALLBACK (changed_cb), object, G_CONNECT_SWAPPED);
}

static void
ter_favourites_page_dispose (GObject *object)
{
  TerFavouritesPage *self = TER_FAVOURITES_PAGE (object);

  g_clear_handle_id (&self->reload_id, g_source_remove);
  g_clear_weak_pointer (&self->box);

  G_OBJECT_CLASS (ter_favourites_page_parent_class)->dispose (object);
}

static void
ter_favourites_page_class_init (TerFavouritesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = ter_favourites_page_constructed;
  object_class->dispose = ter_favourites_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = ter_favourites_page_map;
  TER_PAGE_CLASS (klass)->load = ter_favourites_page_load;
}

static void
ter_favourites_page_init (TerFavouritesPage *self)
{
  self->limit = STEP;
}

TerPage *
ter_favourites_page_new (TerContext *context)
{
  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);

  return g_object_new (TER_TYPE_FAVOURITES_PAGE, "context", context, NULL);
}
