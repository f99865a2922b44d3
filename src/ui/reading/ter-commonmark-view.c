/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-commonmark-view.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ter-commonmark.h"
#include "ter-commonmark-label.h"
#include "ter-commonmark-table-view.h"
#include "ter-pack-picture.h"
#include "ter-notice.h"

/* What is built at once (blocks, or items of lists), and how long each later bit may take: a frame is 16 ms. */
#define FIRST_STEPS 40
#define SLICE_US 6000

typedef struct
{
  char *text;
  int level;
  GtkWidget *widget; /* in the view; NULL until it is built */
} Heading;

struct _TerCommonmarkView
{
  GtkBox parent_instance;

  TerPack *pack;
  TerCommonmark *text;
  int shift;           /* from the author's level to the page's */
  int top;             /* the author's highest level */
  GPtrArray *headings; /* of Heading, those of the top level of the text */
  guint n_reached;     /* headings built */
  guint next;          /* the first block that is not built */
  GtkWidget *list;     /* that block, when it is a list that lacks its last items; borrowed */
  guint next_item;
  guint source;
};

G_DEFINE_FINAL_TYPE (TerCommonmarkView, ter_commonmark_view, GTK_TYPE_BOX)

static GtkWidget *new_block (TerCommonmarkView *self, const TerBlock *block);

static void
heading_free (Heading *heading)
{
  g_free (heading->text);
  g_free (heading);
}

static GtkWidget *
new_box (const char *css_class, GtkAccessibleRole role)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "accessible-role", role, NULL);

  gtk_widget_add_css_class (box, css_class);
  return box;
}

static void
append_blocks (TerCommonmarkView *self, GtkWidget *box, GPtrArray *blocks)
{
  for (guint i = 0; i < blocks->len; i++)
    gtk_box_append (GTK_BOX (box), new_block (self, g_ptr_array_index (blocks, i)));
}

static GtkWidget *
new_heading (TerCommonmarkView *self, const TerBlock *block)
{
  GtkWidget *label = ter_commonmark_label_new (self->pack, block->runs, GTK_ACCESSIBLE_ROLE_HEADING);
  g_autofree char *css_class = g_strdup_printf ("h%d", CLAMP (block->level - self->top + 2, 2, 5));

  gtk_widget_add_css_class (label, css_class);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, CLAMP (block->level + self->shift, 1, 6),
                                  -1);
  return label;
}

static GtkWidget *
new_paragraph (TerCommonmarkView *self, const TerBlock *block)
{
  /* Not the role "paragraph": what has that role has no name in GTK, and is passed over in silence. */
  GtkWidget *label = ter_commonmark_label_new (self->pack, block->runs, GTK_ACCESSIBLE_ROLE_LABEL);

  gtk_widget_add_css_class (label, "paragraph");
  return label;
}

/* The number or the bullet stands apart from the text, so that all of its lines begin at the same place. */
static GtkWidget *
new_item (TerCommonmarkView *self, const TerBlock *list, guint index, int marker_width)
{
  const TerBlock *item = g_ptr_array_index (list->children, index);
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);
  GtkWidget *content = new_box ("item", GTK_ACCESSIBLE_ROLE_GENERIC);
  g_autofree char *number = list->ordered ? g_strdup_printf ("%d.", list->start + (int) index) : g_strdup ("•");
  GtkWidget *marker =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", list->ordered ? GTK_ACCESSIBLE_ROLE_LABEL : GTK_ACCESSIBLE_ROLE_PRESENTATION,
                  "label", number, "width-chars", marker_width, "xalign", 1.0, "yalign", 0.0, NULL);

  gtk_widget_add_css_class (marker, "marker");
  gtk_widget_add_css_class (marker, list->ordered ? "numeric" : "bullet");
  append_blocks (self, content, item->children);
  gtk_widget_set_hexpand (content, TRUE);
  gtk_box_append (GTK_BOX (row), marker);
  gtk_box_append (GTK_BOX (row), content);
  return row;
}

static GtkWidget *
new_list_box (const TerBlock *block)
{
  return new_box (block->tight ? "text-list" : "text-list-loose", GTK_ACCESSIBLE_ROLE_LIST);
}

static void
append_item (TerCommonmarkView *self, GtkWidget *box, const TerBlock *block, guint index)
{
  g_autofree char *last = g_strdup_printf ("%d.", block->start + (int) block->children->len - 1);

  gtk_box_append (GTK_BOX (box), new_item (self, block, index, block->ordered ? (int) strlen (last) : 1));
}

static GtkWidget *
new_list (TerCommonmarkView *self, const TerBlock *block)
{
  GtkWidget *box = new_list_box (block);

  for (guint i = 0; i < block->children->len; i++)
    append_item (self, box, block, i);
  return box;
}

static GtkWidget *
new_quote (TerCommonmarkView *self, const TerBlock *block)
{
  GtkWidget *box = new_box ("quote", GTK_ACCESSIBLE_ROLE_BLOCK_QUOTE);

  append_blocks (self, box, block->children);
  return box;
}

static GtkWidget *
new_code (const TerBlock *block)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", block->text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "selectable", TRUE, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, "monospace");
  gtk_widget_add_css_class (label, "code-block");
  return label;
}

/* Depth is bounded by the parser: this may recurse. */
static GtkWidget *
new_block (TerCommonmarkView *self, const TerBlock *block)
{
  switch (block->type)
    {
    case TER_BLOCK_HEADING: return new_heading (self, block);
    case TER_BLOCK_LIST: return new_list (self, block);
    case TER_BLOCK_QUOTE: return new_quote (self, block);
    case TER_BLOCK_CODE: return new_code (block);
    case TER_BLOCK_BREAK: return gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
    case TER_BLOCK_TABLE: return ter_commonmark_table_view_new (self->pack, block);
    case TER_BLOCK_PICTURE: return ter_pack_picture_new (self->pack, block->path, block->text, block->caption);
    case TER_BLOCK_PARAGRAPH: return new_paragraph (self, block);
    case TER_BLOCK_ITEM:
    case TER_BLOCK_ROW:
    case TER_BLOCK_CELL:
    default: g_return_val_if_reached (gtk_label_new (NULL));
    }
}

/* A list of the text's first level grows item by item: it can be as long as the text. */
static void
build_list_item (TerCommonmarkView *self, const TerBlock *block)
{
  if (self->list == NULL)
    {
      self->list = new_list_box (block);
      self->next_item = 0;
      gtk_box_append (GTK_BOX (self), self->list);
    }
  append_item (self, self->list, block, self->next_item++);
  if (self->next_item < block->children->len)
    return;
  self->list = NULL;
  self->next++;
}

static void
build_block (TerCommonmarkView *self, const TerBlock *block)
{
  GtkWidget *widget = new_block (self, block);

  gtk_box_append (GTK_BOX (self), widget);
  if (block->type == TER_BLOCK_HEADING)
    ((Heading *) g_ptr_array_index (self->headings, self->n_reached++))->widget = widget;
  self->next++;
}

static void
build_next (TerCommonmarkView *self)
{
  GPtrArray *blocks = ter_commonmark_get_blocks (self->text);
  const TerBlock *block = g_ptr_array_index (blocks, self->next);

  if (block->type == TER_BLOCK_LIST)
    build_list_item (self, block);
  else
    build_block (self, block);
  if (self->next == blocks->len && ter_commonmark_is_cut (self->text))
    gtk_box_append (GTK_BOX (self), ter_notice_new (_ ("This text is too long to be shown whole: here is its beginning.")));
}

static gboolean
build_slice_cb (gpointer data)
{
  TerCommonmarkView *self = data;
  GPtrArray *blocks = ter_commonmark_get_blocks (self->text);
  gint64 end = g_get_monotonic_time () + SLICE_US;

  while (self->next < blocks->len && g_get_monotonic_time () < end)
    build_next (self);
  if (self->next < blocks->len)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
find_headings (TerCommonmarkView *self)
{
  GPtrArray *blocks = ter_commonmark_get_blocks (self->text);

  self->top = 6;
  for (guint i = 0; i < blocks->len; i++)
    {
      const TerBlock *block = g_ptr_array_index (blocks, i);

      if (block->type != TER_BLOCK_HEADING)
        continue;
      Heading *heading = g_new0 (Heading, 1);

      heading->text = ter_block_dup_plain (block);
      heading->level = block->level;
      self->top = MIN (self->top, block->level);
      g_ptr_array_add (self->headings, heading);
    }
}

static void
ter_commonmark_view_dispose (GObject *object)
{
  TerCommonmarkView *self = TER_COMMONMARK_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->pack);
  g_clear_pointer (&self->text, ter_commonmark_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_commonmark_view_parent_class)->dispose (object);
}

static void
ter_commonmark_view_class_init (TerCommonmarkViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ter_commonmark_view_dispose;
}

static void
ter_commonmark_view_init (TerCommonmarkView *self)
{
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) heading_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "commonmark");
}

GtkWidget *
ter_commonmark_view_new (TerPack *pack, const char *text, int top_level)
{
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  TerCommonmarkView *self = g_object_new (TER_TYPE_COMMONMARK_VIEW, NULL);

  self->pack = g_object_ref (pack);
  self->text = ter_commonmark_parse (text);
  find_headings (self);
  self->shift = top_level - self->top;

  guint n_blocks = ter_commonmark_get_blocks (self->text)->len;

  for (guint i = 0; i < FIRST_STEPS && self->next < n_blocks; i++)
    build_next (self);
  if (self->next < n_blocks)
    self->source = g_idle_add (build_slice_cb, self);
  return GTK_WIDGET (self);
}

guint
ter_commonmark_view_get_n_headings (TerCommonmarkView *self)
{
  g_return_val_if_fail (TER_IS_COMMONMARK_VIEW (self), 0);

  return self->headings->len;
}

const char *
ter_commonmark_view_get_heading (TerCommonmarkView *self, guint index, int *depth)
{
  g_return_val_if_fail (TER_IS_COMMONMARK_VIEW (self), NULL);
  g_return_val_if_fail (index < self->headings->len, NULL);

  Heading *heading = g_ptr_array_index (self->headings, index);

  *depth = heading->level - self->top;
  return heading->text;
}

GtkWidget *
ter_commonmark_view_peek_heading (TerCommonmarkView *self, guint index)
{
  g_return_val_if_fail (TER_IS_COMMONMARK_VIEW (self), NULL);
  g_return_val_if_fail (index < self->headings->len, NULL);

  return ((Heading *) g_ptr_array_index (self->headings, index))->widget;
}

GtkWidget *
ter_commonmark_view_reach_heading (TerCommonmarkView *self, guint index)
{
  g_return_val_if_fail (TER_IS_COMMONMARK_VIEW (self), NULL);
  g_return_val_if_fail (index < self->headings->len, NULL);

  while (index >= self->n_reached)
    build_next (self);
  return ter_commonmark_view_peek_heading (self, index);
}
