/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-page.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-box.h"
#include "ter-config.h"
#include "ter-heading.h"
#include "ter-issue-list.h"
#include "ter-list.h"
#include "ter-location.h"
#include "ter-number.h"
#include "ter-pack-actions.h"
#include "ter-pack-facts.h"
#include "ter-pack-progress.h"
#include "ter-pack-rollback.h"
#include "ter-row.h"
#include "ter-callout.h"
#include "ter-toast.h"

struct _TerPackPage
{
  TerPage parent_instance;

  TerPack *pack;
  GtkWidget *window; /* while something is under way: the page may be left meanwhile */

  TerPackProgress *progress; /* both of the content */
  GtkWidget *result;         /* what the last verification said */
};

G_DEFINE_FINAL_TYPE (TerPackPage, ter_pack_page, TER_TYPE_PAGE)

static TerLibrary *
get_library (TerPackPage *self)
{
  return ter_context_get_library (ter_page_get_context (TER_PAGE (self)));
}

static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED);
}

static void
show_failure (GtkWidget *window, const char *title, const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (title, error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, window);
}

/* ---- Long operations: one at a time ---- */

static GCancellable *
begin (TerPackPage *self, const char *what)
{
  g_set_object (&self->window, GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_widget_set_visible (self->result, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.verify", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.copy", FALSE);

  return ter_pack_progress_begin (self->progress, what);
}

/* (transfer full): the window, which outlives the page. */
static GtkWidget *
end (TerPackPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->progress)) != NULL;

  ter_pack_progress_end (self->progress);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.verify", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.copy", TRUE);
  if (had_focus)
    gtk_widget_child_focus (gtk_widget_get_parent (GTK_WIDGET (self->progress)), GTK_DIR_TAB_FORWARD);

  return g_steal_pointer (&self->window);
}

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  ter_pack_progress_set (TER_PACK_PAGE (user_data)->progress, done, total);
}

/* ---- Verify ---- */

static void
show_result (TerPackPage *self, GListModel *issues)
{
  gboolean intact = g_list_model_get_n_items (issues) == 0;
  const char *text = intact ? _ ("Intact: every file is as it was published.") : _ ("This pack is damaged.");

  ter_box_clear (GTK_BOX (self->result));
  gtk_box_append (GTK_BOX (self->result), ter_callout_new (intact ? TER_CALLOUT_GOOD : TER_CALLOUT_BAD, text));
  if (!intact)
    {
      gtk_box_append (GTK_BOX (self->result),
                      ter_heading_new_text (_ ("Import it again, from the file or the key that you had it from: that mends it."),
                                            NULL));
      ter_issue_list_append_all (self->result, issues);
    }
  gtk_widget_set_visible (self->result, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPackPage) self = user_data;
  g_autoptr (GtkWidget) window = end (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) issues = ter_library_verify_finish (TER_LIBRARY (source), result, &error);

  if (issues == NULL)
    {
      if (!is_cancelled (error))
        show_failure (window, _ ("The Pack Could Not Be Verified"), error);
      return;
    }
  show_result (self, issues);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    {
      g_autofree char *text =
        g_strdup_printf (g_list_model_get_n_items (issues) == 0 ? _ ("“%s” is intact") : _ ("“%s” is damaged"),
                         ter_pack_get_title (self->pack));

      ter_toast_show (window, text);
    }
}

static void
verify_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerPackPage *self = TER_PACK_PAGE (widget);
  GCancellable *cancellable = begin (self, _ ("Verifying every file…"));

  ter_library_verify_async (get_library (self), self->pack, progress_cb, self, cancellable, verified_cb, g_object_ref (self));
}

/* ---- Copy ---- */

/* What the copy is for: where it goes. */
typedef struct
{
  TerPackPage *self;
  GFile *target;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->self);
  g_clear_object (&copy->target);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) window = user_data;
  g_autofree char *location = ter_location_describe_finish (result);
  g_autofree char *name = ter_location_dup_name (G_FILE (source));
  g_autofree char *text = NULL;

  if (location != NULL)
    /* Translators: a file's name, and where it is. */
    text = g_strdup_printf (_ ("“%s” was written and checked (%s)"), name, location);
  else
    text = g_strdup_printf (_ ("“%s” was written and checked"), name);
  ter_toast_show (window, text);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GtkWidget) window = end (copy->self);
  g_autoptr (GError) error = NULL;

  if (ter_library_export_finish (TER_LIBRARY (source), result, &error))
    ter_location_describe_async (copy->target, NULL, located_cb, g_steal_pointer (&window));
  else if (is_cancelled (error))
    ter_toast_show (window, _ ("Copying was cancelled: nothing was written"));
  else
    show_failure (window, _ ("The Pack Was Not Copied"), error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  TerPackPage *self = copy->self;
  GCancellable *cancellable;

  copy->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (copy->target == NULL)
    {
      if (!is_cancelled (error))
        show_failure (GTK_WIDGET (self), _ ("The Pack Was Not Copied"), error);
      return;
    }
  cancellable = begin (self, _ ("Copying, then checking the copy…"));
  ter_library_export_async (get_library (self), self->pack, copy->target, progress_cb, self, cancellable, copied_cb, copy);
  copy = NULL;
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerPackPage *self = TER_PACK_PAGE (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("%s-%s.tpack", ter_pack_get_id (self->pack), ter_pack_get_version (self->pack));
  Copy *copy = g_new0 (Copy, 1);

  copy->self = g_object_ref (self);
  gtk_file_dialog_set_title (dialog, _ ("Copy the Pack to a Key"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Copy Here"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, copy);
}

/* ---- Go back, remove ---- */

static void
roll_back_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  TerPackPage *self = TER_PACK_PAGE (widget);

  ter_pack_rollback_ask (widget, ter_page_get_context (TER_PAGE (self)), self->pack);
}

/* ---- What shows ---- */

static void
append_fact (GtkWidget *list, const char *name, const char *value)
{
  if (value != NULL && *value != '\0')
    ter_list_append (list, ter_pack_facts_new_row (name, value));
}

static char *
describe_signer (const TerStoreVersion *version)
{
  if (version->key == NULL)
    return g_strdup (_ ("Not signed"));
  if (version->signer != NULL && *version->signer != '\0')
    return g_strdup_printf (_ ("Signed by “%s”"), version->signer);

  return g_strdup (_ ("Signed by a publisher that you accepted"));
}

static void
append_record (GtkWidget *list, const TerStoreRecord *record)
{
  g_autofree char *signer = describe_signer (record->current);
  g_autofree char *installed = ter_pack_facts_dup_date (record->current->installed_at);
  g_autofree char *former = NULL;

  append_fact (list, _ ("Signature"), signer);
  append_fact (list, _ ("Installed on"), installed);
  if (record->previous != NULL)
    {
      g_autofree char *date = ter_pack_facts_dup_date (record->previous->installed_at);

      /* Translators: a version, and the date when it was installed: "1.2.0, installed on 28 May 2020". */
      former = g_strdup_printf (_ ("%s, installed on %s"), record->previous->version, date);
    }
  append_fact (list, _ ("Former version"), former);
}

static GtkWidget *
facts_new (TerPackPage *self, const TerStoreRecord *record)
{
  GtkWidget *list = ter_list_new (_ ("About This Pack"));
  g_autofree char *size = ter_number_format_size (record != NULL ? record->current->size : ter_pack_facts_get_size (self->pack));
  g_autofree char *languages = NULL;
  g_autofree char *licenses = NULL;
  g_autofree char *created = NULL;

  if (ter_pack_is_broken (self->pack))
    {
      append_fact (list, _ ("Version"), record->current->version);
      append_fact (list, _ ("Size"), size);
      append_record (list, record);
      return list;
    }
  languages = ter_pack_facts_dup_languages (self->pack);
  licenses = ter_pack_facts_dup_licenses (self->pack);
  created = ter_pack_facts_dup_created (self->pack);
  append_fact (list, _ ("Version"), ter_pack_get_version (self->pack));
  append_fact (list, _ ("Publisher"), ter_pack_get_publisher (self->pack));
  append_fact (list, _ ("Licence"), licenses);
  append_fact (list, _ ("Size"), size);
  append_fact (list, _ ("Languages"), languages);
  append_fact (list, _ ("Date"), created);
  if (record != NULL)
    append_record (list, record);

  return list;
}

static void
append_command (GtkWidget *list, const char *title, const char *subtitle, const char *icon_name, const char *action,
                GVariant *target)
{
  GtkWidget *row = ter_row_new (title, subtitle);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  ter_list_append (list, row);
}

static GtkWidget *
commands_new (TerPackPage *self, const TerStoreRecord *record)
{
  gboolean broken = ter_pack_is_broken (self->pack);
  g_autoptr (TerPlace) issues = ter_place_new (&(TerPlace) { .type = TER_PLACE_ISSUES, .pack = ter_pack_get_id (self->pack) });
  GtkWidget *list = ter_list_new (_ ("What You Can Do"));

  if (broken)
    ter_list_append (list, ter_row_new_for_action (_ ("See What Is Wrong"), NULL, "dialog-warning-symbolic", TER_ACTION_GO_TO,
                                                   ter_actions_place_target (issues)));
  append_command (list, _ ("Verify Now"), _ ("Reads every file again, and compares it with what was published."),
                  "emblem-ok-symbolic", "pack.verify", NULL);
  if (!broken)
    append_command (list, _ ("Copy to a Key…"), _ ("Writes the pack as one file for a colleague, then reads it back."),
                    "media-removable-symbolic", "pack.copy", NULL);
  if (record != NULL && record->previous != NULL)
    {
      g_autofree char *title = g_strdup_printf (_ ("Go Back to Version %s…"), record->previous->version);

      append_command (list, title, _ ("The present version is kept."), "edit-undo-symbolic", "pack.roll-back", NULL);
    }
  if (record != NULL)
    append_command (list, _ ("Remove"), _ ("Your favourites and notes are kept, in case it comes back."), "user-trash-symbolic",
                    TER_ACTION_REMOVE_PACK, g_variant_new ("(ss)", record->id, ter_pack_get_title (self->pack)));

  return list;
}

static char *
describe_place (TerPackPage *self)
{
  GFile *folder = ter_pack_files_get_folder (ter_pack_get_files (self->pack));
  g_autofree char *path = folder != NULL ? g_file_get_path (folder) : NULL;

  if (path != NULL && g_str_has_prefix (path, TER_PACKS_DIR "/"))
    return g_strdup (_ ("This pack comes with Territoires. It is read where it is: it can be verified and copied, not removed."));
  if (ter_pack_facts_is_extension (self->pack))
    return g_strdup (_ (
      "This pack is an extension of Territoires, installed like it by this computer’s software centre, which updates and removes "
      "it. Here it can be verified and copied."));

  return g_strdup (_ ("This pack was not installed here. It is read where it is: it can be verified and copied, not removed."));
}

static void
ter_pack_page_load (TerPage *page)
{
  TerPackPage *self = TER_PACK_PAGE (page);
  const TerStoreRecord *record = ter_library_get_record (get_library (self), self->pack);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  if (ter_pack_is_broken (self->pack) && record == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "pack.copy", FALSE);
    }
  gtk_box_append (GTK_BOX (box), ter_heading_new (ter_pack_get_title (self->pack), 1));
  if (ter_pack_is_broken (self->pack))
    gtk_box_append (GTK_BOX (box),
                    ter_callout_new (TER_CALLOUT_CAUTION, _ ("This pack cannot be opened. The others go on working.")));
  if (record == NULL)
    {
      g_autofree char *place = describe_place (self);

      gtk_box_append (GTK_BOX (box), ter_heading_new_text (place, "ter-lead"));
    }
  self->progress = TER_PACK_PROGRESS (ter_pack_progress_new ());
  self->result = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_visible (self->result, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), self->result);
  gtk_box_append (GTK_BOX (box), commands_new (self, record));
  if (record != NULL || !ter_pack_is_broken (self->pack))
    gtk_box_append (GTK_BOX (box), facts_new (self, record));
  ter_page_set_content (page, box, 860);
}

static void
ter_pack_page_dispose (GObject *object)
{
  TerPackPage *self = TER_PACK_PAGE (object);

  g_clear_object (&self->pack);
  g_clear_object (&self->window);

  G_OBJECT_CLASS (ter_pack_page_parent_class)->dispose (object);
}

static void
ter_pack_page_class_init (TerPackPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_pack_page_dispose;
  TER_PAGE_CLASS (klass)->load = ter_pack_page_load;

  gtk_widget_class_install_action (widget_class, "pack.verify", NULL, verify_cb);
  gtk_widget_class_install_action (widget_class, "pack.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "pack.roll-back", NULL, roll_back_cb);
}

static void
ter_pack_page_init (TerPackPage *self)
{
}

TerPage *
ter_pack_page_new (TerContext *context, TerPack *pack)
{
  TerPackPage *self = g_object_new (TER_TYPE_PACK_PAGE, "context", context, "title", ter_pack_get_title (pack), NULL);

  self->pack = g_object_ref (pack);

  return TER_PAGE (self);
}
