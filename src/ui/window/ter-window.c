/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-window.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-config.h"
#include "ter-favourite-button.h"
#include "ter-link-dialog.h"
#include "ter-navigator.h"
#include "ter-pack-actions.h"
#include "ter-pack-desk.h"
#include "ter-routes.h"
#include "ter-sidebar.h"
#include "ter-territory-chooser.h"
#include "ter-text-scale.h"
#include "ter-toast.h"
#include "ter-welcome-dialog.h"

/* The pack that explains the app, and the section of it that F1 opens. */
#define HELP_PACK "prise-en-main"
#define HELP_SECTION "premiers-pas"

struct _TerWindow
{
  AdwApplicationWindow parent_instance;

  TerContext *context;
  TerNavigator *navigator;
  TerTextScale *text_scale;
  TerPackDesk *desk;
  GCancellable *cancellable;
  gboolean narrow;
  gboolean fullscreen;
  gboolean welcome; /* the first start's question has yet to be asked */

  AdwToastOverlay *toasts;
  GtkWidget *drop_hint;
  AdwNavigationSplitView *split;
  TerSidebar *sidebar;
  AdwNavigationPage *detail;
  AdwNavigationView *view;
};

G_DEFINE_FINAL_TYPE (TerWindow, ter_window, ADW_TYPE_APPLICATION_WINDOW)

static TerLibrary *
get_library (TerWindow *self)
{
  return ter_context_get_library (self->context);
}

static void
show_toast (TerWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, ter_toast_new (text));
}

static void
save_size (TerWindow *self)
{
  GSettings *settings = ter_context_get_settings (self->context);
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (!self->fullscreen)
    {
      g_settings_set_int (settings, "window-width", width);
      g_settings_set_int (settings, "window-height", height);
    }
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static void
restore_size (TerWindow *self)
{
  GSettings *settings = ter_context_get_settings (self->context);

  if (settings == NULL)
    {
      gtk_window_set_default_size (GTK_WINDOW (self), 1100, 760);
      return;
    }
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The sidebar marks the nearest section below the page that is shown. */
static void
mark_place (TerWindow *self)
{
  ter_sidebar_set_place (self->sidebar, ter_navigator_get_root (self->navigator));
}

static void
name_after_page (TerWindow *self, const char *title)
{
  /* Translators: the window's title, as a list of windows shows it: page, then application. */
  g_autofree char *window_title = g_strdup_printf (_ ("%s – Territoires"), title);

  adw_navigation_page_set_title (self->detail, title);
  /* The page in it says so. */
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->detail), GTK_ACCESSIBLE_PROPERTY_LABEL);
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), window_title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), window_title);
}

/* Before the page takes the keyboard: the last thing that is said is where that has come to. */
static void
page_showing_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  name_after_page (TER_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
visible_page_cb (TerWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->view);

  name_after_page (self, page != NULL ? adw_navigation_page_get_title (page) : "Territoires");
  mark_place (self);
}

static void
place_activated_cb (TerWindow *self, TerPlace *place)
{
  ter_navigator_switch_to (self->navigator, place);
  ter_navigator_focus (self->navigator);
}

static void
update_collapsed (TerWindow *self)
{
  adw_navigation_split_view_set_collapsed (self->split, self->narrow || self->fullscreen);
}

static void
narrow_cb (TerWindow *self)
{
  self->narrow = TRUE;
  update_collapsed (self);
}

static void
wide_cb (TerWindow *self)
{
  self->narrow = FALSE;
  update_collapsed (self);
}

static void
fullscreened_cb (TerWindow *self)
{
  self->fullscreen = gtk_window_is_fullscreen (GTK_WINDOW (self));
  if (self->fullscreen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "ter-presentation");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "ter-presentation");
  ter_text_scale_set_presentation (self->text_scale, self->fullscreen);
  update_collapsed (self);
  if (self->fullscreen)
    {
      /* A split view that folds up shows the side where the keyboard was. */
      adw_navigation_split_view_set_show_content (self->split, TRUE);
      ter_navigator_focus (self->navigator);
    }
}

/* Escape leaves the full screen, before any view takes it as a way back; a dialog and the search come first. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  TerWindow *self = TER_WINDOW (widget);
  TerPlace *place = ter_navigator_get_place (self->navigator);

  if (!self->fullscreen || (place != NULL && place->type == TER_PLACE_SEARCH) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return GDK_EVENT_PROPAGATE;
  gtk_window_unfullscreen (GTK_WINDOW (self));

  return GDK_EVENT_STOP;
}

static void
add_escape (TerWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (escape_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
library_changed_cb (TerWindow *self)
{
  ter_sidebar_refresh (self->sidebar);
  ter_navigator_renew (self->navigator);
  mark_place (self);
}

/* Once the packs have been read: before, no territory can be found. Not over something else that asks. */
static void
show_welcome (TerWindow *self)
{
  if (!self->welcome || ter_library_get_atlas (get_library (self)) == NULL || ter_context_get_territory (self->context) != NULL ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) != NULL)
    return;
  self->welcome = FALSE;
  g_settings_set_boolean (ter_context_get_settings (self->context), "welcome-seen", TRUE);
  adw_dialog_present (ter_welcome_dialog_new (), GTK_WIDGET (self));
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ter_library_refresh_finish (TER_LIBRARY (source), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ter_toast_show_failure (GTK_WIDGET (self->toasts), _ ("The packs could not be read"), error);
  show_welcome (self);
}

static void
refresh (TerWindow *self)
{
  ter_library_refresh_async (get_library (self), self->cancellable, refreshed_cb, g_object_ref (self));
}

/* The packs are looked at once the first frame is on the screen: nothing waits for the disk. */
static void
first_frame_cb (GdkFrameClock *clock, TerWindow *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_cb, self);
  refresh (self);
}

static void
realize_cb (TerWindow *self)
{
  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (first_frame_cb), self,
                           G_CONNECT_DEFAULT);
}

static void
state_closed_cb (TerWindow *self, const GError *error)
{
  ter_toast_show_failure (GTK_WIDGET (self->toasts), _ ("What you have read cannot be remembered"), error);
}

static void
not_saved_cb (TerWindow *self, const GError *error)
{
  ter_toast_show_failure (GTK_WIDGET (self->toasts), _ ("What you did last could not be saved"), error);
}

/* Without packs, the sidebar has favourites only when there are any. */
static void
reloaded_cb (TerWindow *self)
{
  if (self->sidebar != NULL && g_list_model_get_n_items (ter_library_get_packs (get_library (self))) == 0)
    ter_sidebar_refresh (self->sidebar);
}

/* Whoever comes back to this window may have changed something in another. */
static void
is_active_cb (TerWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    ter_user_state_look (ter_context_get_user_state (self->context));
}

static void
open_library (TerWindow *self)
{
  TerUserState *state = ter_context_get_user_state (self->context);
  g_autoptr (GError) library_error = NULL;

  if (!ter_library_open (get_library (self), &library_error))
    ter_toast_show_failure (GTK_WIDGET (self->toasts), _ ("The index of the packs could not be opened"), library_error);
  g_signal_connect_object (state, "closed", G_CALLBACK (state_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (state, "not-saved", G_CALLBACK (not_saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (is_active_cb), NULL);
  g_signal_connect_object (state, "reloaded", G_CALLBACK (reloaded_cb), self, G_CONNECT_SWAPPED);
  if (ter_user_state_get_error (state) != NULL)
    state_closed_cb (self, ter_user_state_get_error (state));
}

static void
go_to_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_navigator_go_to_uri (TER_WINDOW (widget)->navigator, g_variant_get_string (parameter, NULL));
}

static void
territory_chosen_cb (TerWindow *self, const char *territory)
{
  g_autoptr (TerPlace) place = ter_routes_dup_territory (get_library (self), territory);

  ter_context_set_territory (self->context, territory);
  ter_navigator_switch_to (self->navigator, place);
}

static void
territory_turned_cb (TerWindow *self, const char *territory)
{
  ter_context_set_territory (self->context, territory);
}

static void
choose_territory_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);
  gboolean stays = g_strcmp0 (action_name, TER_ACTION_TURN_TO_TERRITORY) == 0;
  TerPack *atlas = ter_library_get_atlas (get_library (self));
  AdwDialog *chooser;

  if (atlas == NULL)
    {
      show_toast (self, _ ("No pack of this computer lists territories"));
      return;
    }
  chooser = ter_territory_chooser_new (self->context, atlas, _ ("My Territory"), NULL, TER_LEVEL_COMMUNE);
  g_signal_connect_object (chooser, "chosen", stays ? G_CALLBACK (territory_turned_cb) : G_CALLBACK (territory_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (chooser, widget);
}

/* The reader's own territory; the question which it is, until it is chosen. */
static void
my_territory_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);
  const char *territory = ter_context_get_territory (self->context);
  g_autoptr (TerPlace) place = ter_routes_dup_territory (get_library (self), territory);

  if (territory != NULL)
    ter_navigator_switch_to (self->navigator, place);
  else
    choose_territory_cb (widget, action_name, NULL);
}

static void
open_link_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_link_dialog_ask (GTK_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  show_toast (TER_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
search_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_navigator_search (TER_WINDOW (widget)->navigator);
}

static void
recent_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autoptr (TerPlace) place = ter_place_new (&(TerPlace) { .type = TER_PLACE_RECENT });

  ter_navigator_go_to (TER_WINDOW (widget)->navigator, place);
}

/* Of the page that shows; a page that is no entry's has nothing to keep. */
static void
favourite_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);
  AdwNavigationPage *page = ter_navigator_get_page (self->navigator);

  if (page != NULL && !ter_navigator_is_hidden (self->navigator))
    gtk_widget_activate_action (GTK_WIDGET (page), TER_ACTION_FAVOURITE, NULL);
}

static void
home_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_navigator_go_home (TER_WINDOW (widget)->navigator);
}

/* Where that pack is not among those of the window, what the keys do is the help there is. */
static void
help_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);
  TerPack *pack = ter_library_get_pack (get_library (self), HELP_PACK);
  g_autoptr (TerPlace) place = ter_place_new_section (HELP_PACK, HELP_SECTION);

  if (pack != NULL && ter_pack_find_section (pack, HELP_SECTION) != NULL)
    ter_navigator_go_to (self->navigator, place);
  else
    gtk_widget_activate_action (widget, "app.shortcuts", NULL);
}

static void
back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_navigator_back (TER_WINDOW (widget)->navigator);
}

static void
forward_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ter_navigator_forward (TER_WINDOW (widget)->navigator);
}

static void
focus_sidebar_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  ter_sidebar_focus (self->sidebar);
}

static void
menu_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerWindow *self = TER_WINDOW (widget);

  adw_navigation_split_view_set_show_content (self->split, FALSE);
  ter_sidebar_open_menu (self->sidebar);
}

static void
refresh_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  refresh (TER_WINDOW (widget));
}

static void
toggle_fullscreen_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
text_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerTextStep step = TER_TEXT_NORMAL;
  g_autofree char *said = NULL;

  if (g_str_equal (action_name, "win.larger-text"))
    step = TER_TEXT_LARGER;
  else if (g_str_equal (action_name, "win.smaller-text"))
    step = TER_TEXT_SMALLER;
  said = ter_text_scale_step (TER_WINDOW (widget)->text_scale, step);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), said, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
ter_window_close_request (GtkWindow *window)
{
  TerWindow *self = TER_WINDOW (window);

  save_size (self);
  ter_navigator_save (self->navigator);
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (ter_window_parent_class)->close_request (window);
}

static void
ter_window_dispose (GObject *object)
{
  TerWindow *self = TER_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  g_clear_object (&self->navigator);
  g_clear_pointer (&self->text_scale, ter_text_scale_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), TER_TYPE_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ter_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, TER_ACTION_GO_TO, "s", go_to_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_CHOOSE_TERRITORY, NULL, choose_territory_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_TURN_TO_TERRITORY, NULL, choose_territory_cb);
  gtk_widget_class_install_action (widget_class, "win.my-territory", NULL, my_territory_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_OPEN_LINK, "s", open_link_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_PAGE_SHOWING, "s", page_showing_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.recent", NULL, recent_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_HOME, NULL, home_cb);
  gtk_widget_class_install_action (widget_class, TER_ACTION_HELP, NULL, help_cb);
  gtk_widget_class_install_action (widget_class, "win.favourite", NULL, favourite_cb);
  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, forward_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-sidebar", NULL, focus_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_cb);
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-fullscreen", NULL, toggle_fullscreen_cb);
  gtk_widget_class_install_action (widget_class, "win.larger-text", NULL, text_cb);
  gtk_widget_class_install_action (widget_class, "win.smaller-text", NULL, text_cb);
  gtk_widget_class_install_action (widget_class, "win.normal-text", NULL, text_cb);
}

static void
ter_window_class_init (TerWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ter_window_close_request;

  g_type_ensure (TER_TYPE_SIDEBAR);
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/window/ter-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TerWindow, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, TerWindow, split);
  gtk_widget_class_bind_template_child (widget_class, TerWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TerWindow, detail);
  gtk_widget_class_bind_template_child (widget_class, TerWindow, view);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  install_actions (widget_class);
}

static void
ter_window_init (TerWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "ter-window");
  add_escape (self);
}

GtkWindow *
ter_window_new (GtkApplication *application, TerContext *context)
{
  TerWindow *self = g_object_new (TER_TYPE_WINDOW, "application", application, NULL);

  self->context = g_object_ref (context);
  self->navigator = ter_navigator_new (self->split, self->view, context);
  self->text_scale = ter_text_scale_new (context);
  open_library (self);
  self->desk = ter_pack_desk_new (GTK_WINDOW (self), self->toasts, self->drop_hint, context);
  restore_size (self);
  ter_sidebar_set_context (self->sidebar, context);

  g_signal_connect_object (get_library (self), "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
  ter_navigator_restore (self->navigator);

  return GTK_WINDOW (self);
}

void
ter_window_import (TerWindow *self, GFile **files, int n_files)
{
  g_return_if_fail (TER_IS_WINDOW (self));

  self->welcome = FALSE;
  ter_pack_desk_import (self->desk, files, n_files);
}

void
ter_window_set_welcome (TerWindow *self)
{
  g_return_if_fail (TER_IS_WINDOW (self));

  self->welcome = TRUE;
}
