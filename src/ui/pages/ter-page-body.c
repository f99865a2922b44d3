/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-page-body.h"

#include "ter-line.h"

/* Letters of what is said of a page that opens: the title of the window, that of the page, and its line. */
#define ONE_BREATH 130
#define SHORTEST 30

struct _TerPageBody
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (TerPageBody, ter_page_body, ADW_TYPE_BIN)

/* While nothing of the page has the focus but the page itself, the arrows and the space bar scroll it. */
static gboolean
scroll (GtkWidget *body, GVariant *args, gpointer user_data)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (body, GTK_TYPE_SCROLLED_WINDOW);
  gboolean handled = FALSE;

  if (!gtk_widget_has_focus (body) || scroller == NULL)
    return GDK_EVENT_PROPAGATE;
  g_signal_emit_by_name (scroller, "scroll-child", g_variant_get_int32 (args), FALSE, &handled);

  return GDK_EVENT_STOP;
}

/* Where nothing inside takes the focus, Tab comes to the body itself: its scrolled window would say that it has taken the focus, and
 * would not have. */
static gboolean
ter_page_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean was_within = gtk_widget_has_focus (widget) || gtk_widget_get_focus_child (widget) != NULL;

  if (GTK_WIDGET_CLASS (ter_page_body_parent_class)->focus (widget, direction))
    return TRUE;

  return !was_within && gtk_widget_grab_focus (widget);
}

static void
ter_page_body_class_init (TerPageBodyClass *klass)
{
  static const struct
  {
    guint key;
    GtkScrollType scroll;
  } keys[] = {
    { GDK_KEY_Up, GTK_SCROLL_STEP_BACKWARD },
    { GDK_KEY_Down, GTK_SCROLL_STEP_FORWARD },
    { GDK_KEY_space, GTK_SCROLL_PAGE_FORWARD },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = ter_page_body_focus;
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].key, 0, scroll, "i", keys[i].scroll);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ARTICLE);
}

static void
ter_page_body_init (TerPageBody *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ter-body");
}

GtkWidget *
ter_page_body_new (const char *title, GtkWidget *child)
{
  GtkWidget *body = g_object_new (TER_TYPE_PAGE_BODY, "child", child, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (body), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  return body;
}

void
ter_page_body_set_description (TerPageBody *self, const char *title, const char *description)
{
  g_autofree char *line = NULL;

  g_return_if_fail (TER_IS_PAGE_BODY (self));

  if (description == NULL)
    return;
  line = ter_line_dup (description, MAX (ONE_BREATH - 2 * (int) g_utf8_strlen (title, -1), SHORTEST));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
}
