/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-desk.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-import-content.h"
#include "ter-import-dialog.h"
#include "ter-pack-actions.h"
#include "ter-toast.h"

struct _TerPackDesk
{
  GObject parent_instance;

  GtkWindow *window;       /* weak: it owns the desk */
  AdwToastOverlay *toasts; /* weak */
  GtkWidget *drop_hint;    /* weak */
  TerContext *context;
  GSimpleActionGroup *actions;
  GQueue waiting;     /* of TerImport or GFile: one dialog at a time */
  TerImport *current; /* nullable: in the dialog that is open */
  guint n_undos;      /* removals that may still be undone */
  gboolean sweep_wanted;
};

G_DEFINE_FINAL_TYPE (TerPackDesk, ter_pack_desk, G_TYPE_OBJECT)

static TerLibrary *
get_library (TerPackDesk *self)
{
  return ter_context_get_library (self->context);
}

static gboolean
can_import (TerPackDesk *self)
{
  return ter_library_get_store (get_library (self)) != NULL;
}

static void
show_toast (TerPackDesk *self, const char *text)
{
  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (self->toasts, ter_toast_new (text));
}

static void
show_failure (TerPackDesk *self, const char *what, const GError *error)
{
  g_autofree char *text = g_strdup_printf (_ ("%s: %s"), what, error->message);

  show_toast (self, text);
}

/* ---- Dropping ---- */

static gboolean
drop_cb (TerPackDesk *self, const GValue *value)
{
  GSList *list = g_value_get_boxed (value);

  gtk_widget_set_visible (self->drop_hint, FALSE);
  for (GSList *link = list; link != NULL; link = link->next)
    {
      GFile *file = link->data;

      ter_pack_desk_import (self, &file, 1);
    }

  return list != NULL;
}

static GdkDragAction
drop_enter_cb (TerPackDesk *self)
{
  gtk_widget_set_visible (self->drop_hint, can_import (self));

  return GDK_ACTION_COPY;
}

static void
drop_leave_cb (TerPackDesk *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

/* Never on the window itself: below a dialog it is told that files come, but not that they are dropped or have gone. */
static GtkDropTarget *
add_drop_target (TerPackDesk *self, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));

  return target;
}

static void
add_hinted_drop_target (TerPackDesk *self)
{
  GtkDropTarget *target = add_drop_target (self, GTK_WIDGET (self->toasts));

  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
}

/* ---- Imports, one after the other ---- */

static void show_next (TerPackDesk *self);

static guint
find_unfinished (TerPackDesk *self, TerImport *import)
{
  guint position = GTK_INVALID_LIST_POSITION;

  if (!g_list_store_find (ter_context_get_unfinished (self->context), import, &position))
    return GTK_INVALID_LIST_POSITION;

  return position;
}

static void
forget_unfinished (TerPackDesk *self, TerImport *import)
{
  guint position = find_unfinished (self, import);

  if (position != GTK_INVALID_LIST_POSITION)
    g_list_store_remove (ter_context_get_unfinished (self->context), position);
}

/* What is opened anew is resumed thereby. */
static void
forget_source (TerPackDesk *self, GFile *source)
{
  GListStore *unfinished = ter_context_get_unfinished (self->context);

  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (unfinished)); i > 0; i--)
    {
      g_autoptr (TerImport) import = g_list_model_get_item (G_LIST_MODEL (unfinished), i - 1);

      if (g_file_equal (ter_import_get_source (import), source))
        g_list_store_remove (unfinished, i - 1);
    }
}

static void
dialog_closed_cb (TerPackDesk *self)
{
  g_autoptr (TerImport) import = g_steal_pointer (&self->current);

  if (import != NULL && ter_import_get_state (import) == TER_IMPORT_INTERRUPTED)
    g_list_store_append (ter_context_get_unfinished (self->context), import);
  show_next (self);
}

static void
show_next (TerPackDesk *self)
{
  g_autoptr (GObject) next = NULL;
  AdwDialog *dialog;

  if (self->current != NULL || self->window == NULL)
    return;
  next = g_queue_pop_head (&self->waiting);
  if (next == NULL)
    return;

  if (TER_IS_IMPORT (next))
    {
      self->current = g_object_ref (TER_IMPORT (next));
    }
  else
    {
      forget_source (self, G_FILE (next));
      self->current = ter_import_new (get_library (self), G_FILE (next));
    }
  dialog = ter_import_dialog_new (self->context, self->current);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (dialog_closed_cb), self, G_CONNECT_SWAPPED);
  /* What is dropped while it asks waits for its turn. */
  add_drop_target (self, GTK_WIDGET (dialog));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

void
ter_pack_desk_import (TerPackDesk *self, GFile **files, int n_files)
{
  g_return_if_fail (TER_IS_PACK_DESK (self));

  if (n_files > 0 && !can_import (self))
    {
      show_toast (self, _ ("This window only looks at packs: open Territoires without “--packs” to import one"));
      return;
    }
  for (int i = 0; i < n_files; i++)
    g_queue_push_tail (&self->waiting, g_object_ref (files[i]));
  show_next (self);
}

static void
resume (TerPackDesk *self, TerImport *import)
{
  forget_unfinished (self, import);
  ter_import_resume (import);
  g_queue_push_tail (&self->waiting, g_object_ref (import));
  show_next (self);
}

/* ---- Those of an earlier day ---- */

static void
offer_unfinished (TerPackDesk *self)
{
  GListStore *unfinished = ter_context_get_unfinished (self->context);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (unfinished));
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (n == 0 || self->toasts == NULL)
    return;
  if (n == 1)
    {
      g_autoptr (TerImport) import = g_list_model_get_item (G_LIST_MODEL (unfinished), 0);
      g_autofree char *title = ter_import_content_dup_title (import);

      /* Translators: %s is a pack's title, or its file's name. */
      text = g_strdup_printf (_ ("The import of “%s” was not finished"), title);
    }
  else
    {
      text = g_strdup_printf (ngettext ("%u import was not finished", "%u imports were not finished", n), n);
    }
  toast = ter_toast_new (text);
  adw_toast_set_timeout (toast, 15);
  if (n == 1)
    {
      adw_toast_set_button_label (toast, _ ("_Resume"));
      adw_toast_set_action_name (toast, TER_ACTION_RESUME);
      adw_toast_set_action_target_value (toast, g_variant_new_uint32 (0));
    }
  else
    {
      adw_toast_set_button_label (toast, _ ("_Show"));
      adw_toast_set_action_name (toast, TER_ACTION_SHOW_PACKS);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Once the packs have been looked at: until then the disk has enough to do. */
static void
refreshing_cb (TerPackDesk *self)
{
  g_autoptr (GPtrArray) imports = NULL;

  if (ter_library_is_refreshing (get_library (self)))
    return;
  g_signal_handlers_disconnect_by_func (get_library (self), refreshing_cb, self);
  imports = ter_import_list_unfinished (get_library (self));
  for (guint i = 0; i < imports->len; i++)
    {
      TerImport *import = g_ptr_array_index (imports, i);

      /* What was given on the command line may be one of them: it is being resumed already. */
      if (self->current != NULL && g_file_equal (ter_import_get_source (import), ter_import_get_source (self->current)))
        continue;
      g_list_store_append (ter_context_get_unfinished (self->context), import);
    }
  offer_unfinished (self);
}

static TerImport *
dup_unfinished (TerPackDesk *self, GVariant *parameter)
{
  return g_list_model_get_item (G_LIST_MODEL (ter_context_get_unfinished (self->context)), g_variant_get_uint32 (parameter));
}

static void
resume_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerPackDesk *self = TER_PACK_DESK (user_data);
  g_autoptr (TerImport) import = dup_unfinished (self, parameter);

  if (import != NULL)
    resume (self, import);
}

static void
give_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerPackDesk *self = TER_PACK_DESK (user_data);
  g_autoptr (TerImport) import = dup_unfinished (self, parameter);

  if (import == NULL)
    return;
  forget_unfinished (self, import);
  ter_import_cancel (import);
}

/* ---- Choosing ---- */

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPackDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, &error);

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      ter_pack_desk_import (self, &file, 1);
    }
  if (error != NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_failure (self, _ ("Nothing can be chosen"), error);
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerPackDesk *self = TER_PACK_DESK (user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Packs (*.tpack)"));
  gtk_file_filter_add_suffix (filter, "tpack");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Import a Pack"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open_multiple (dialog, self->window, NULL, chosen_cb, g_object_ref (self));
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPackDesk) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);

  if (folder != NULL)
    ter_pack_desk_import (self, &folder, 1);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    show_failure (self, _ ("Nothing can be chosen"), error);
}

static void
import_folder_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerPackDesk *self = TER_PACK_DESK (user_data);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Import a Pack’s Folder"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Import"));
  gtk_file_dialog_select_folder (dialog, self->window, NULL, folder_chosen_cb, g_object_ref (self));
}

/* ---- Removing ---- */

/* A removal on its way: what its toast and its undoing need. */
typedef struct
{
  TerPackDesk *self;
  char *id;
  char *title;
  gboolean undone;
} Removal;

static void
removal_free (gpointer data, GClosure *closure)
{
  Removal *removal = data;

  g_object_unref (removal->self);
  g_free (removal->id);
  g_free (removal->title);
  g_free (removal);
}

static void
swept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  /* Nothing is lost but room: it is tried again the next time. */
  if (!ter_library_sweep_finish (TER_LIBRARY (source), result, &error))
    g_info ("The room of removed packs was not freed: %s", error->message);
}

/* The room is freed once nobody can want a pack back any more: a sweep ends all removals at once. */
static void
release_undo (TerPackDesk *self)
{
  self->n_undos--;
  if (self->n_undos > 0 || !self->sweep_wanted)
    return;
  self->sweep_wanted = FALSE;
  ter_library_sweep_async (get_library (self), NULL, swept_cb, NULL);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerPackDesk) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!ter_library_restore_finish (TER_LIBRARY (source), result, &error))
    show_failure (self, _ ("The pack could not be brought back"), error);
  release_undo (self);
}

static void
undo_cb (AdwToast *toast, Removal *removal)
{
  removal->undone = TRUE;
  ter_library_restore_async (get_library (removal->self), removal->id, NULL, restored_cb, g_object_ref (removal->self));
}

static void
dismissed_cb (AdwToast *toast, Removal *removal)
{
  if (removal->undone)
    return;
  removal->self->sweep_wanted = TRUE;
  release_undo (removal->self);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Removal *removal = user_data;
  TerPackDesk *self = removal->self;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  AdwToast *toast;

  if (!ter_library_remove_finish (TER_LIBRARY (source), result, &error) || self->toasts == NULL)
    {
      if (error != NULL)
        show_failure (self, _ ("The pack could not be removed"), error);
      removal_free (removal, NULL);
      return;
    }
  /* Translators: %s is a pack's title. */
  text = g_strdup_printf (_ ("“%s” removed"), removal->title);
  toast = ter_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_timeout (toast, 10);
  self->n_undos++;
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_cb), removal);
  g_signal_connect_data (toast, "dismissed", G_CALLBACK (dismissed_cb), removal, removal_free, G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->self = g_object_ref (TER_PACK_DESK (user_data));
  g_variant_get (parameter, "(ss)", &removal->id, &removal->title);
  ter_library_remove_async (get_library (removal->self), removal->id, NULL, removed_cb, removal);
}

/* ---- The desk ---- */

static void
show_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TerPackDesk *self = TER_PACK_DESK (user_data);
  g_autoptr (TerPlace) packs = ter_place_new (&(TerPlace) { .type = TER_PLACE_PACKS });

  if (self->window != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self->window), TER_ACTION_GO_TO, ter_actions_place_target (packs));
}

static const GActionEntry entries[] = {
  { .name = "show", .activate = show_cb },
  { .name = "import", .activate = import_cb },
  { .name = "import-folder", .activate = import_folder_cb },
  { .name = "resume", .activate = resume_cb, .parameter_type = "u" },
  { .name = "give-up", .activate = give_up_cb, .parameter_type = "u" },
  { .name = "remove", .activate = remove_cb, .parameter_type = "(ss)" },
};

static void
ter_pack_desk_dispose (GObject *object)
{
  TerPackDesk *self = TER_PACK_DESK (object);

  g_clear_weak_pointer (&self->window);
  g_clear_weak_pointer (&self->toasts);
  g_clear_weak_pointer (&self->drop_hint);
  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->current);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (ter_pack_desk_parent_class)->dispose (object);
}

static void
ter_pack_desk_class_init (TerPackDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_pack_desk_dispose;
}

static void
ter_pack_desk_init (TerPackDesk *self)
{
  g_queue_init (&self->waiting);
}

TerPackDesk *
ter_pack_desk_new (GtkWindow *window, AdwToastOverlay *toasts, GtkWidget *drop_hint, TerContext *context)
{
  TerPackDesk *self = g_object_new (TER_TYPE_PACK_DESK, NULL);

  self->context = g_object_ref (context);
  g_set_weak_pointer (&self->window, window);
  g_set_weak_pointer (&self->toasts, toasts);
  g_set_weak_pointer (&self->drop_hint, drop_hint);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 1; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), entries[i].name)),
                                 can_import (self));
  gtk_widget_insert_action_group (GTK_WIDGET (window), "packs", G_ACTION_GROUP (self->actions));
  add_hinted_drop_target (self);
  g_signal_connect_object (get_library (self), "notify::refreshing", G_CALLBACK (refreshing_cb), self, G_CONNECT_SWAPPED);

  return self;
}
