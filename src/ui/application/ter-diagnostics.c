/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-diagnostics.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-hash.h"
#include "ter-pack-facts.h"
#include "ter-versions.h"

/* The portals are asked for their presence alone, and not waited for. */
#define ANSWER_MS 500

static void
add_line (GString *text, const char *name, const char *value)
{
  /* Translators: a line of the diagnostic: what, then its value. */
  g_string_append_printf (text, _ ("%s: %s"), name, value);
  g_string_append_c (text, '\n');
}

static void
add_heading (GString *text, const char *heading)
{
  g_string_append_printf (text, "\n%s\n", heading);
}

static const char *
yes_or_no (gboolean value)
{
  return value ? _ ("yes") : _ ("no");
}

static void
add_app (GString *text)
{
  g_autofree char *format = g_strdup_printf ("%d.%d", TER_FORMAT_MAJOR, TER_FORMAT_MINOR);
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  g_string_append (text, "Territoires " TER_VERSION "\n");
  add_line (text, _ ("Pack format"), format);
  add_line (text, _ ("System"), system != NULL ? system : _ ("unknown"));
}

static gboolean
has_portals (void)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autoptr (GVariant) answer = NULL;
  gboolean owned = FALSE;

  if (bus == NULL)
    return FALSE;
  answer = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                        "NameHasOwner", g_variant_new ("(s)", "org.freedesktop.portal.Desktop"),
                                        G_VARIANT_TYPE ("(b)"), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
  if (answer != NULL)
    g_variant_get (answer, "(b)", &owned);
  return owned;
}

static void
add_sandbox (GString *text)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *runtime = NULL;
  g_autofree char *version = NULL;
  g_autofree char *sandbox = NULL;

  if (g_key_file_load_from_file (file, "/.flatpak-info", G_KEY_FILE_NONE, NULL))
    {
      g_auto (GStrv) shared = g_key_file_get_string_list (file, "Context", "shared", NULL, NULL);

      runtime = g_key_file_get_string (file, "Application", "runtime", NULL);
      version = g_key_file_get_string (file, "Instance", "flatpak-version", NULL);
      sandbox = g_strdup_printf ("Flatpak %s (%s)", version != NULL ? version : "?", runtime != NULL ? runtime : "?");
      add_line (text, _ ("Sandbox"), sandbox);
      add_line (text, _ ("Network allowed"),
                yes_or_no (shared != NULL && g_strv_contains ((const char *const *) shared, "network")));
    }
  else
    {
      add_line (text, _ ("Sandbox"), _ ("no"));
    }
  add_line (text, _ ("Portals"), yes_or_no (has_portals ()));
}

static void
add_display (GString *text, TerContext *context, GtkWindow *window)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GSettings *settings = ter_context_get_settings (context);
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *scale = g_strdup_printf ("%.2f", surface != NULL ? gdk_surface_get_scale (surface) : 1.0);
  g_autofree char *size =
    g_strdup_printf ("%.0f%%", 100 * (settings != NULL ? g_settings_get_double (settings, "text-scale") : 1.0));
  const char *desktop = g_getenv ("XDG_CURRENT_DESKTOP");

  add_line (text, _ ("Desktop"), desktop != NULL ? desktop : _ ("unknown"));
  add_line (text, _ ("Display"), G_OBJECT_TYPE_NAME (gtk_widget_get_display (GTK_WIDGET (window))));
  add_line (text, _ ("Renderer"), renderer != NULL ? G_OBJECT_TYPE_NAME (renderer) : _ ("unknown"));
  add_line (text, _ ("Scale"), scale);
  add_line (text, _ ("Text size"), size);
  add_line (text, _ ("Dark style"), yes_or_no (adw_style_manager_get_dark (style)));
  add_line (text, _ ("High contrast"), yes_or_no (adw_style_manager_get_high_contrast (style)));
  add_line (text, _ ("Language"), g_get_language_names_with_category ("LC_MESSAGES")[0]);
}

static void
add_libraries (GString *text)
{
  g_autofree char *core = ter_versions_dup ();

  add_heading (text, _ ("Libraries"));
  g_string_append_printf (text, "GTK %u.%u.%u\n", gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version ());
  g_string_append_printf (text, "libadwaita %u.%u.%u\n", adw_get_major_version (), adw_get_minor_version (),
                          adw_get_micro_version ());
  g_string_append_printf (text, "%s\n", core);
}

/* One whose manifest could not be read is known by its folder's name, which may be a person's. */
static void
add_broken_pack (GString *text, TerPack *pack)
{
  GListModel *issues = ter_pack_get_issues (pack);
  g_autoptr (GHashTable) known = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      const char *code = ter_issue_get_code (issue);

      if (ter_issue_get_severity (issue) == TER_SEVERITY_ERROR && g_hash_table_add (known, (gpointer) code))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", code);
    }
  add_line (text, _ ("- a pack that cannot be opened"), codes->str);
}

static void
add_packs (GString *text, TerLibrary *library, gboolean places_chosen)
{
  GListModel *packs = ter_library_get_packs (library);

  add_heading (text, _ ("Packs"));
  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);
      const char *origin = places_chosen ? _ ("from a folder named at the start") : _ ("ships with the system or the app");

      if (ter_pack_is_broken (pack))
        {
          add_broken_pack (text, pack);
          continue;
        }
      if (ter_library_get_record (library, pack) != NULL)
        origin = _ ("imported");
      else if (ter_pack_facts_is_extension (pack))
        origin = _ ("an extension of the app");
      g_string_append_printf (text, "- %s %s (%s)\n", ter_pack_get_id (pack), ter_pack_get_version (pack), origin);
    }
  if (g_list_model_get_n_items (packs) == 0)
    g_string_append_printf (text, "- %s\n", _ ("no"));
}

char *
ter_diagnostics_dup (TerContext *context, GtkWindow *window, gboolean places_chosen)
{
  GString *text;

  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  text = g_string_new (NULL);
  add_app (text);
  add_sandbox (text);
  add_display (text, context, window);
  add_packs (text, ter_context_get_library (context), places_chosen);
  add_libraries (text);

  return g_string_free (text, FALSE);
}
