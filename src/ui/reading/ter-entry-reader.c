/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-entry-reader.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-figure-view.h"
#include "ter-kind.h"
#include "ter-note-view.h"
#include "ter-pack-picture.h"
#include "ter-actions.h"
#include "ter-heading.h"
#include "ter-list.h"
#include "ter-notice.h"
#include "ter-provenance.h"
#include "ter-related.h"
#include "ter-row.h"
#include "ter-tag.h"

typedef struct
{
  TerContext *context;
  TerEntry *entry;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->context);
  g_object_unref (request->entry);
  g_free (request);
}

void
ter_reading_free (TerReading *self)
{
  g_object_unref (self->entry);
  g_free (self->body);
  g_clear_pointer (&self->related, g_ptr_array_unref);
  g_clear_pointer (&self->referring, g_ptr_array_unref);
  g_free (self);
}

static void
read_body_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autofree char *body = ter_entry_dup_body (((Request *) data)->entry, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&body), g_free);
}

/* The library belongs to the main thread. */
static TerReading *
ask_library (Request *request, char *body, GError **error)
{
  g_autoptr (TerReading) self = g_new0 (TerReading, 1);
  TerLibrary *library = ter_context_get_library (request->context);
  TerPack *pack = ter_entry_get_pack (request->entry);

  self->entry = g_object_ref (request->entry);
  self->body = body;
  self->related = ter_library_list_entries (library, pack, ter_entry_get_related (request->entry), error);
  if (self->related == NULL)
    return NULL;
  self->referring = ter_library_list_referring (library, pack, ter_entry_get_id (request->entry), error);
  return self->referring != NULL ? g_steal_pointer (&self) : NULL;
}

static void
body_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char *body = g_task_propagate_pointer (G_TASK (result), &error);
  TerReading *reading = error == NULL ? ask_library (g_task_get_task_data (task), body, &error) : NULL;

  if (reading == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, reading, (GDestroyNotify) ter_reading_free);
}

void
ter_reading_load_async (TerContext *context, TerEntry *entry, GCancellable *cancellable, GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (TER_IS_CONTEXT (context));
  g_return_if_fail (TER_IS_ENTRY (entry));

  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) body = NULL;
  Request *request = g_new0 (Request, 1);

  request->context = g_object_ref (context);
  request->entry = g_object_ref (entry);
  g_task_set_source_tag (task, ter_reading_load_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  body = g_task_new (NULL, cancellable, body_read_cb, g_object_ref (task));
  g_task_set_task_data (body, request, NULL);
  g_task_run_in_thread (body, read_body_thread);
}

TerReading *
ter_reading_load_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ter_reading_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

gboolean
ter_reading_is_empty (TerReading *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return is_blank (self->body) && is_blank (ter_entry_get_summary (self->entry)) && ter_entry_get_links (self->entry)->len == 0 &&
         self->related->len == 0 && self->referring->len == 0 && ter_entry_get_sources (self->entry)->len == 0 &&
         is_blank (ter_entry_get_notice (self->entry)) && !json_object_has_member (ter_entry_get_object (self->entry), "figures");
}

/* Losing the trace of a reading is no reason to disturb it. */
void
ter_reading_remember (TerContext *context, TerEntry *entry)
{
  g_return_if_fail (TER_IS_CONTEXT (context));
  g_return_if_fail (TER_IS_ENTRY (entry));

  TerUserState *state = ter_context_get_user_state (context);
  g_autoptr (TerPlace) place = ter_place_new_entry (ter_pack_get_id (ter_entry_get_pack (entry)), ter_entry_get_id (entry));
  g_autoptr (GDateTime) now = ter_context_now (context);
  g_autoptr (GError) error = NULL;

  if (state != NULL && !ter_user_state_add_recent (state, place, g_date_time_to_unix (now), &error))
    g_message ("What was read last is not remembered: %s", error->message);
}

static const char *
get_document_type (TerEntry *entry)
{
  const char *type = json_object_get_string_member_with_default (ter_entry_get_object (entry), "documentType", NULL);

  if (g_strcmp0 (type, "reference") == 0)
    return _ ("Reference Document");
  if (g_strcmp0 (type, "method") == 0)
    return _ ("Method");
  if (g_strcmp0 (type, "training") == 0)
    return _ ("Training Tool");
  return NULL;
}

/* "Method · its author · 7 May 2020", whichever are known. */
static char *
describe (TerEntry *entry)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  JsonObject *object = ter_entry_get_object (entry);
  const char *date = ter_entry_get_date (entry);
  TerDate parsed;

  if (!is_blank (get_document_type (entry)))
    g_ptr_array_add (parts, g_strdup (get_document_type (entry)));
  if (!is_blank (ter_entry_get_text (entry, object, "role")))
    g_ptr_array_add (parts, g_strdup (ter_entry_get_text (entry, object, "role")));
  if (!is_blank (ter_entry_get_text (entry, object, "author")))
    g_ptr_array_add (parts, g_strdup (ter_entry_get_text (entry, object, "author")));
  if (date != NULL && ter_date_parse (date, &parsed))
    g_ptr_array_add (parts, ter_date_format (&parsed, TER_DATE_MEDIUM));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static void
append_if_any (GtkWidget *box, GtkWidget *widget)
{
  if (widget != NULL)
    gtk_box_append (GTK_BOX (box), widget);
}

static GtkWidget *
new_picture (TerEntry *entry)
{
  JsonNode *node = json_object_get_member (ter_entry_get_object (entry), "picture");
  JsonObject *picture;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  picture = json_node_get_object (node);
  return ter_pack_picture_new (ter_entry_get_pack (entry), json_object_get_string_member_with_default (picture, "path", NULL),
                               ter_entry_get_text (entry, picture, "alt"), ter_entry_get_text (entry, picture, "credit"));
}

/* An organisation's own site: the address in full, as everywhere. */
static GtkWidget *
new_site (TerEntry *entry)
{
  const char *url = json_object_get_string_member_with_default (ter_entry_get_object (entry), "url", NULL);
  GtkWidget *list;

  if (is_blank (url))
    return NULL;
  list = ter_list_new (NULL);
  ter_list_append (list, ter_row_new_for_action (_ ("Web Site"), url, NULL, TER_ACTION_OPEN_LINK, g_variant_new_string (url)));
  return list;
}

GtkWidget *
ter_reading_new_head (TerReading *self, TerContext *context)
{
  g_return_val_if_fail (self != NULL, NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = ter_heading_new (ter_entry_get_title (self->entry), 1);
  g_autofree char *meta = describe (self->entry);

  append_if_any (box, ter_notice_new_for_entry (self->entry));
  if (*meta != '\0')
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (meta, "reading-meta"));
  gtk_widget_add_css_class (title, "reading-title");
  gtk_box_append (GTK_BOX (box), title);
  if (!is_blank (ter_entry_get_summary (self->entry)))
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (ter_entry_get_summary (self->entry), "reading-lead"));
  /* A theme's tag is the theme itself. */
  if (!ter_kind_is (ter_entry_get_kind (self->entry), TER_KIND_THEME))
    append_if_any (box, ter_tag_list_new (self->entry));
  append_if_any (box, new_picture (self->entry));
  append_if_any (box, new_site (self->entry));
  return box;
}

GtkWidget *
ter_reading_new_text (TerReading *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (is_blank (self->body))
    return NULL;
  return ter_commonmark_view_new (ter_entry_get_pack (self->entry), self->body, 2);
}

/* "DASHBOARD/FIGURE"; one whose dashboard is not there is said to be missing, as a figure that is not in its dashboard. */
static GtkWidget *
new_figure (TerEntry *entry, TerContext *context, const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerEntry) dashboard = NULL;

  if (g_strv_length (parts) == 2)
    dashboard =
      ter_library_dup_entry (ter_context_get_library (context), ter_pack_get_id (ter_entry_get_pack (entry)), parts[0], &error);
  if (dashboard != NULL)
    return ter_figure_view_new (context, dashboard, parts[1]);

  g_autofree char *text = g_strdup_printf (_ ("The figure “%s” is not in this pack."), reference);

  return ter_notice_new (text);
}

GtkWidget *
ter_reading_new_figures (TerReading *self, TerContext *context)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);

  JsonNode *node = json_object_get_member (ter_entry_get_object (self->entry), "figures");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  GtkWidget *box;

  if (array == NULL || json_array_get_length (array) == 0)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_box_append (GTK_BOX (box), ter_heading_new (_ ("Figures"), 2));
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      const char *reference = json_node_get_string (json_array_get_element (array, i));

      if (reference != NULL)
        gtk_box_append (GTK_BOX (box), new_figure (self->entry, context, reference));
    }
  return box;
}

GtkWidget *
ter_reading_new_foot (TerReading *self, TerContext *context)
{
  g_return_val_if_fail (self != NULL, NULL);

  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);

  append_if_any (box, ter_related_new (self->entry, self->related, self->referring));
  append_if_any (box, ter_provenance_new (self->entry));
  append_if_any (box, ter_note_view_new (context, self->entry));
  return box;
}
