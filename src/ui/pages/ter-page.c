/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-page.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-page-body.h"
#include "ter-page-private.h"
#include "ter-actions.h"
#include "ter-button.h"
#include "ter-heading.h"

typedef struct
{
  TerContext *context;
  TerPlace *place;   /* nullable */
  TerPack *pack;     /* nullable */
  char *description; /* nullable: see ter_page_set_description() */

  AdwToolbarView *view;
  AdwHeaderBar *header;
  AdwWindowTitle *window_title;

  GtkWidget *state; /* what the page shows now, borrowed from the view */
  AdwClamp *clamp;  /* in it, what keeps the lines short; nullable */
  int maximum_size;
  gboolean loaded;
  gboolean awaits_focus; /* it was to have the focus before there was anything to take it */
} TerPagePrivate;

enum
{
  PROP_0,
  PROP_CONTEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TerPage, ter_page, ADW_TYPE_NAVIGATION_PAGE)

#define PRIVATE(self) ((TerPagePrivate *) ter_page_get_instance_private (self))

/* The body in what fills the page by itself: @widget or one below it; %NULL when it has none. */
static GtkWidget *
find_body (GtkWidget *widget)
{
  GtkWidget *found = TER_IS_PAGE_BODY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_body (child);

  return found;
}

/* The body says the page's title, or else the page does: not both, one in the other. */
static void
name_state (TerPage *self)
{
  const char *title = adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self));
  GtkWidget *body = find_body (PRIVATE (self)->state);

  if (body == NULL)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      return;
    }
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL);
  ter_page_body_set_description (TER_PAGE_BODY (body), title, PRIVATE (self)->description);
}

/* Shows @state in place of the former one, and keeps the keyboard in the page when it was there. */
static void
show_state (TerPage *self, GtkWidget *state)
{
  TerPagePrivate *priv = PRIVATE (self);
  gboolean had_focus =
    priv->state != NULL && (gtk_widget_get_focus_child (priv->state) != NULL || gtk_widget_has_focus (priv->state));

  priv->state = state;
  priv->clamp = NULL;
  adw_toolbar_view_set_content (priv->view, state);
  name_state (self);
  if (had_focus || priv->awaits_focus)
    ter_page_focus_content (self);
  /* A page that has nothing to take the focus does not take it later from elsewhere. */
  priv->awaits_focus = priv->awaits_focus && ADW_IS_SPINNER (state);
}

/* As many letters in a line whatever their size. */
static void
update_clamp (TerPage *self)
{
  TerPagePrivate *priv = PRIVATE (self);
  int size;

  if (priv->clamp == NULL)
    return;
  size = priv->maximum_size * ter_heading_get_text_scale (GTK_WIDGET (self));
  if (adw_clamp_get_maximum_size (priv->clamp) == size)
    return;
  adw_clamp_set_maximum_size (priv->clamp, size);
  adw_clamp_set_tightening_threshold (priv->clamp, MAX (size - 200, 400));
}

static void
retry_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_page_reload (TER_PAGE (widget));
}

/* Where nothing else can, what scrolls the words takes the focus: it says them. */
static void
name_scroller (GtkWidget *widget, const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_SCROLLED_WINDOW (child))
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "", -1);
}

static GtkWidget *
status_page_new (const char *icon_name, const char *title, const char *description, GtkWidget *child)
{
  GtkWidget *page = adw_status_page_new ();
  g_autofree char *escaped = description ? g_markup_escape_text (description, -1) : NULL;

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), title ? title : "");
  adw_status_page_set_description (ADW_STATUS_PAGE (page), escaped);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), child);
  name_scroller (page, title);

  return page;
}

static void
ter_page_root (GtkWidget *widget)
{
  TerPage *self = TER_PAGE (widget);
  TerPagePrivate *priv = PRIVATE (self);

  GTK_WIDGET_CLASS (ter_page_parent_class)->root (widget);

  if (!priv->loaded)
    ter_page_reload (self);
}

static void
ter_page_showing (AdwNavigationPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), TER_ACTION_PAGE_SHOWING, "s", adw_navigation_page_get_title (page));
}

static void
ter_page_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ter_page_parent_class)->css_changed (widget, change);

  update_clamp (TER_PAGE (widget));
}

static gboolean
ter_page_real_focus_content (TerPage *self)
{
  TerPagePrivate *priv = PRIVATE (self);
  GtkWidget *body = priv->state ? find_body (priv->state) : NULL;

  if (body != NULL)
    return gtk_widget_grab_focus (body);

  return priv->state != NULL && gtk_widget_child_focus (priv->state, GTK_DIR_TAB_FORWARD);
}

static void
ter_page_dispose (GObject *object)
{
  TerPagePrivate *priv = PRIVATE (TER_PAGE (object));

  priv->state = NULL;
  priv->clamp = NULL;
  g_clear_object (&priv->context);
  g_clear_object (&priv->pack);
  g_clear_pointer (&priv->place, ter_place_unref);
  g_clear_pointer (&priv->description, g_free);

  G_OBJECT_CLASS (ter_page_parent_class)->dispose (object);
}

static void
ter_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT: g_value_set_object (value, PRIVATE (TER_PAGE (object))->context); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ter_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CONTEXT: PRIVATE (TER_PAGE (object))->context = g_value_dup_object (value); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ter_page_class_init (TerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ter_page_dispose;
  object_class->get_property = ter_page_get_property;
  object_class->set_property = ter_page_set_property;
  widget_class->root = ter_page_root;
  widget_class->css_changed = ter_page_css_changed;
  ADW_NAVIGATION_PAGE_CLASS (klass)->showing = ter_page_showing;
  klass->focus_content = ter_page_real_focus_content;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, TER_TYPE_CONTEXT,
                                                  G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "page.retry", NULL, retry_cb);

  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/pages/ter-page.ui");
  gtk_widget_class_bind_template_child_private (widget_class, TerPage, view);
  gtk_widget_class_bind_template_child_private (widget_class, TerPage, header);
  gtk_widget_class_bind_template_child_private (widget_class, TerPage, window_title);
}

static void
ter_page_init (TerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

TerContext *
ter_page_get_context (TerPage *self)
{
  g_return_val_if_fail (TER_IS_PAGE (self), NULL);

  return PRIVATE (self)->context;
}

TerPlace *
ter_page_get_place (TerPage *self)
{
  g_return_val_if_fail (TER_IS_PAGE (self), NULL);

  return PRIVATE (self)->place;
}

TerPack *
ter_page_get_pack (TerPage *self)
{
  g_return_val_if_fail (TER_IS_PAGE (self), NULL);

  return PRIVATE (self)->pack;
}

void
ter_page_set_place (TerPage *self, TerPlace *place, TerPack *pack)
{
  g_return_if_fail (TER_IS_PAGE (self));
  g_return_if_fail (PRIVATE (self)->place == NULL);

  PRIVATE (self)->place = ter_place_ref (place);
  g_set_object (&PRIVATE (self)->pack, pack);
}

void
ter_page_set_description (TerPage *self, const char *description)
{
  g_return_if_fail (TER_IS_PAGE (self));

  g_set_str (&PRIVATE (self)->description, description);
}

void
ter_page_reload (TerPage *self)
{
  TerPagePrivate *priv;

  g_return_if_fail (TER_IS_PAGE (self));

  priv = PRIVATE (self);
  priv->loaded = TRUE;
  if (TER_PAGE_GET_CLASS (self)->load)
    TER_PAGE_GET_CLASS (self)->load (self);
}

void
ter_page_focus_content (TerPage *self)
{
  g_return_if_fail (TER_IS_PAGE (self));

  PRIVATE (self)->awaits_focus = !TER_PAGE_GET_CLASS (self)->focus_content (self);
}

void
ter_page_set_loading (TerPage *self)
{
  GtkWidget *spinner;

  g_return_if_fail (TER_IS_PAGE (self));

  spinner = adw_spinner_new ();
  gtk_widget_set_size_request (spinner, 48, 48);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (spinner, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spinner), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Loading"), -1);
  show_state (self, spinner);
}

void
ter_page_set_empty (TerPage *self, const char *icon_name, const char *title, const char *description)
{
  g_return_if_fail (TER_IS_PAGE (self));

  show_state (self, status_page_new (icon_name, title, description, NULL));
}

void
ter_page_set_empty_action (TerPage *self, const char *label, const char *action_name)
{
  GtkWidget *button;

  g_return_if_fail (TER_IS_PAGE (self));
  g_return_if_fail (ADW_IS_STATUS_PAGE (PRIVATE (self)->state));

  button = gtk_button_new_with_mnemonic (label);
  ter_button_set_wrap (GTK_BUTTON (button));
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  adw_status_page_set_child (ADW_STATUS_PAGE (PRIVATE (self)->state), button);
}

void
ter_page_set_error (TerPage *self, const char *title, const GError *error)
{
  GtkWidget *retry;

  g_return_if_fail (TER_IS_PAGE (self));

  retry = gtk_button_new_with_mnemonic (_ ("_Try Again"));
  gtk_widget_set_halign (retry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (retry, "pill");
  gtk_widget_add_css_class (retry, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (retry), "page.retry");
  show_state (self, status_page_new ("dialog-warning-symbolic", title, error ? error->message : NULL, retry));
}

void
ter_page_set_content (TerPage *self, GtkWidget *content, int maximum_size)
{
  TerPagePrivate *priv = PRIVATE (self);
  GtkWidget *child = content;
  GtkWidget *body, *scroller;

  g_return_if_fail (TER_IS_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  gtk_widget_add_css_class (content, "ter-content");
  if (maximum_size > 0)
    {
      child = adw_clamp_new ();
      adw_clamp_set_child (ADW_CLAMP (child), content);
    }

  body = ter_page_body_new (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)), child);
  scroller =
    g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", FALSE, "child", body, NULL);
  show_state (self, scroller);
  priv->clamp = maximum_size > 0 ? ADW_CLAMP (child) : NULL;
  priv->maximum_size = maximum_size;
  update_clamp (self);
}

void
ter_page_set_content_full (TerPage *self, GtkWidget *content)
{
  g_return_if_fail (TER_IS_PAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (content));

  show_state (self, content);
}

void
ter_page_add_header_widget (TerPage *self, GtkWidget *widget)
{
  g_return_if_fail (TER_IS_PAGE (self));

  adw_header_bar_pack_end (PRIVATE (self)->header, widget);
}

void
ter_page_add_top_bar (TerPage *self, GtkWidget *widget)
{
  g_return_if_fail (TER_IS_PAGE (self));

  adw_toolbar_view_add_top_bar (PRIVATE (self)->view, widget);
}

void
ter_page_set_subtitle (TerPage *self, const char *subtitle)
{
  g_return_if_fail (TER_IS_PAGE (self));

  adw_window_title_set_subtitle (PRIVATE (self)->window_title, subtitle ? subtitle : "");
}
