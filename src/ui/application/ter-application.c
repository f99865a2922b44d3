/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-application.h"

#include <glib/gi18n.h>
#include <glib-unix.h>

#include "ter-config.h"
#include "ter-context.h"
#include "ter-diagnostics.h"
#include "ter-preferences-dialog.h"
#include "ter-preview.h"
#include "ter-shortcuts.h"
#include "ter-window.h"

struct _TerApplication
{
  AdwApplication parent_instance;

  GListStore *places;     /* of GFile: the folders that hold packs */
  gboolean places_chosen; /* by --packs, --preview or TER_PACKS, in place of the usual ones */
  GFile *preview_folder;  /* nullable: a pack in the making, by --preview */
  TerPreview *preview;    /* nullable */
  TerContext *context;
};

G_DEFINE_FINAL_TYPE (TerApplication, ter_application, ADW_TYPE_APPLICATION)

static void
add_place (TerApplication *self, GFile *place)
{
  if (!g_list_store_find_with_equal_func (self->places, place, (GEqualFunc) g_file_equal, NULL))
    g_list_store_append (self->places, place);
}

static void
add_usual_places (TerApplication *self)
{
  const char *const *folders = g_get_system_data_dirs ();
  g_autoptr (GFile) shipped = g_file_new_for_path (TER_PACKS_DIR);
  g_autoptr (GFile) extensions = g_file_new_for_path (TER_EXTENSIONS_DIR);

  add_place (self, shipped);
  add_place (self, extensions);
  for (int i = 0; folders[i] != NULL; i++)
    {
      g_autoptr (GFile) place = g_file_new_build_filename (folders[i], "territoires", "packs", NULL);

      add_place (self, place);
    }
}

/* (transfer full) (nullable): where what the reader imports is kept. Packs of one's own choice are only looked at, unless TER_STORE names
 * a folder to try importing in. */
static TerStore *
new_store (TerApplication *self)
{
  const char *chosen = g_getenv ("TER_STORE");
  g_autoptr (GFile) folder = NULL;

  if (chosen != NULL)
    folder = g_file_new_for_path (chosen);
  else if (!self->places_chosen)
    folder = g_file_new_build_filename (g_get_user_data_dir (), "territoires", "store", NULL);

  return folder != NULL ? ter_store_new (folder) : NULL;
}

/* Other places have another index, so that looking at a pack in the making costs nothing to the usual ones. */
static GFile *
dup_catalogue (TerApplication *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *name = NULL;

  if (!self->places_chosen)
    return g_file_new_build_filename (g_get_user_cache_dir (), "territoires", "catalogue.sqlite", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->places)); i++)
    {
      g_autoptr (GFile) place = g_list_model_get_item (G_LIST_MODEL (self->places), i);
      g_autofree char *uri = g_file_get_uri (place);

      g_checksum_update (checksum, (const guchar *) uri, strlen (uri) + 1);
    }
  name = g_strdup_printf ("catalogue-%.12s.sqlite", g_checksum_get_string (checksum));

  return g_file_new_build_filename (g_get_user_cache_dir (), "territoires", name, NULL);
}

/* "fr" for fr_FR.UTF-8; English for the C locale. */
static char *
dup_language (void)
{
  const char *name = g_get_language_names_with_category ("LC_MESSAGES")[0];
  g_autofree char *language = NULL;

  if (g_str_equal (name, "C") || g_str_equal (name, "POSIX") || g_str_has_prefix (name, "C."))
    return g_strdup ("en");

  language = g_strndup (name, strcspn (name, "_.@"));

  return g_steal_pointer (&language);
}

static GSettings *
new_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = source ? g_settings_schema_source_lookup (source, TER_APP_ID, TRUE) : NULL;

  /* A build that is run without being installed has no schema: it forgets its settings, and works. */
  return schema ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
color_scheme_changed_cb (GSettings *settings, const char *key, gpointer user_data)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), g_settings_get_enum (settings, "color-scheme"));
}

static void
make_context (TerApplication *self)
{
  g_autoptr (GFile) catalogue = dup_catalogue (self);
  g_autoptr (GFile) user_file = g_file_new_build_filename (g_get_user_data_dir (), "territoires", "user.sqlite", NULL);
  g_autofree char *language = dup_language ();
  g_autoptr (TerLibrary) library = ter_library_new (catalogue, G_LIST_MODEL (self->places), language);
  g_autoptr (TerStore) store = new_store (self);
  g_autoptr (TerUserState) user_state = ter_user_state_new (user_file);
  g_autoptr (GSettings) settings = new_settings ();

  /* Most often it is open when there is something to show. */
  ter_user_state_begin (user_state);
  ter_library_set_store (library, store);
  if (settings != NULL)
    {
      g_signal_connect (settings, "changed::color-scheme", G_CALLBACK (color_scheme_changed_cb), NULL);
      color_scheme_changed_cb (settings, "color-scheme", NULL);
    }
  self->context = ter_context_new (library, user_state, settings);
}

/* Through the windows, so that they remember their size and place. */
static void
quit (GtkApplication *application)
{
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *window = windows; window != NULL; window = window->next)
    gtk_window_close (window->data);
  g_list_free (windows);
  g_application_quit (G_APPLICATION (application));
}

/* The session ends. */
static gboolean
terminate_cb (gpointer user_data)
{
  quit (GTK_APPLICATION (user_data));

  return G_SOURCE_REMOVE;
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  quit (GTK_APPLICATION (user_data));
}

static void
preferences_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerApplication *self = TER_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->context != NULL)
    adw_dialog_present (ter_preferences_dialog_new (self->context), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  adw_dialog_present (ter_shortcuts_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (user_data)));
}

/* Packs of one's own choice are only looked at: their window asks nothing. */
static gboolean
is_first_start (TerApplication *self)
{
  GSettings *settings = ter_context_get_settings (self->context);

  return settings != NULL && !self->places_chosen && !g_settings_get_boolean (settings, "welcome-seen");
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerApplication *self = TER_APPLICATION (user_data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog = adw_about_dialog_new ();
  g_autofree char *diagnostics = self->context != NULL ? ter_diagnostics_dup (self->context, window, self->places_chosen) : NULL;

  g_object_set (dialog, "application-name", "Territoires", "application-icon", TER_APP_ID, "version", TER_VERSION, "developer-name",
                _ ("The Territoires authors"), "license-type", GTK_LICENSE_GPL_3_0, "comments",
                _ ("Reads content packs made for those who bring territories to life: themes, figures, "
                   "webinars, kits and inspiring examples, with the source of each. Works without a network "
                   "and collects nothing."),
                "debug-info", diagnostics, "debug-info-filename", "territoires-diagnostic.txt", NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

/* What a launcher offers: the window's action of the same name, in the window that is open or a new one. */
static void
window_action_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autofree char *name = g_strconcat ("win.", g_action_get_name (G_ACTION (action)), NULL);

  g_application_activate (user_data);
  gtk_widget_activate_action (GTK_WIDGET (gtk_application_get_active_window (user_data)), name, NULL);
}

static const GActionEntry actions[] = {
  { .name = "my-territory", .activate = window_action_cb },
  { .name = "search", .activate = window_action_cb },
  { .name = "help", .activate = window_action_cb },
  { .name = "quit", .activate = quit_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "shortcuts", .activate = shortcuts_cb },
  { .name = "about", .activate = about_cb },
};

static void
ter_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (ter_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (TER_APP_ID);
  /* A paragraph that Tab comes to is not selected whole: Tab then goes on to its links. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions), application);
  ter_shortcuts_set_accels (GTK_APPLICATION (application));
  g_unix_signal_add (SIGTERM, terminate_cb, application);
}

static void
ter_application_activate (GApplication *application)
{
  TerApplication *self = TER_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    {
      if (!self->places_chosen)
        add_usual_places (self);
      if (self->context == NULL)
        make_context (self);
      if (self->preview_folder != NULL && self->preview == NULL)
        self->preview = ter_preview_new (self->preview_folder, ter_context_get_library (self->context));
      window = ter_window_new (GTK_APPLICATION (application), self->context);
      if (is_first_start (self))
        ter_window_set_welcome (TER_WINDOW (window));
    }
  gtk_window_present (window);
}

static void
ter_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_application_activate (application);
  ter_window_import (TER_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (application))), files, n_files);
}

static void
choose_places (TerApplication *self, const char *const *paths)
{
  for (int i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GFile) place = g_file_new_for_commandline_arg (paths[i]);

      add_place (self, place);
    }
  self->places_chosen = TRUE;
}

static int
ter_application_handle_local_options (GApplication *application, GVariantDict *options)
{
  TerApplication *self = TER_APPLICATION (application);
  const char *from_environment = g_getenv ("TER_PACKS");
  g_autofree const char **paths = NULL;
  g_autofree char *preview = NULL;

  if (g_variant_dict_lookup (options, "preview", "^ay", &preview))
    {
      self->preview_folder = g_file_new_for_commandline_arg (preview);
      ter_preview_declare (self->preview_folder);
      g_list_store_append (self->places, self->preview_folder);
      self->places_chosen = TRUE;
    }
  else if (g_variant_dict_lookup (options, "packs", "^a&ay", &paths))
    {
      choose_places (self, paths);
    }
  else if (from_environment != NULL)
    {
      g_auto (GStrv) split = g_strsplit (from_environment, G_SEARCHPATH_SEPARATOR_S, -1);

      choose_places (self, (const char *const *) split);
    }

  /* A window on packs of one's own stands beside the one on the usual packs. */
  if (self->places_chosen)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return G_APPLICATION_CLASS (ter_application_parent_class)->handle_local_options (application, options);
}

/* Windows have gone: what was done last may still be on its way to the disk. */
static void
ter_application_shutdown (GApplication *application)
{
  TerApplication *self = TER_APPLICATION (application);
  TerUserState *state = self->context != NULL ? ter_context_get_user_state (self->context) : NULL;
  g_autoptr (GError) error = NULL;

  if (state != NULL && ter_user_state_get_error (state) == NULL && !ter_user_state_flush (state, &error))
    g_warning ("What was done last could not be saved: %s", error->message);

  G_APPLICATION_CLASS (ter_application_parent_class)->shutdown (application);
}

static void
ter_application_finalize (GObject *object)
{
  TerApplication *self = TER_APPLICATION (object);

  g_clear_pointer (&self->preview, ter_preview_free);
  g_clear_object (&self->preview_folder);
  g_clear_object (&self->places);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ter_application_parent_class)->finalize (object);
}

static void
ter_application_class_init (TerApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ter_application_finalize;
  application_class->startup = ter_application_startup;
  application_class->activate = ter_application_activate;
  application_class->shutdown = ter_application_shutdown;
  application_class->open = ter_application_open;
  application_class->handle_local_options = ter_application_handle_local_options;
}

static const GOptionEntry options[] = { { "packs", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL,
                                          N_ ("Read the packs of this folder instead of the installed ones (can be repeated)"),
                                          N_ ("DIR") },
                                        { "preview", 0, 0, G_OPTION_ARG_FILENAME, NULL,
                                          N_ ("Show the pack in this folder, and follow its author’s changes"), N_ ("DIR") },
                                        { NULL } };

static void
ter_application_init (TerApplication *self)
{
  self->places = g_list_store_new (G_TYPE_FILE);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_version (G_APPLICATION (self), TER_VERSION);
}

TerApplication *
ter_application_new (void)
{
  return g_object_new (TER_TYPE_APPLICATION, "application-id", TER_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", TER_APP_PATH, NULL);
}
