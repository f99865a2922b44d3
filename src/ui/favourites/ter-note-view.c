/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-note-view.h"

#include <glib/gi18n.h>

#include "ter-favourites.h"
#include "ter-number.h"
#include "ter-heading.h"

/* Of quiet, in milliseconds. */
#define SAVE_DELAY 800
#define MIN_HEIGHT 96
#define MAX_HEIGHT 320
#define MARGIN 15

struct _TerNoteView
{
  GtkBox parent_instance;

  TerContext *context;
  TerEntry *entry;
  GtkWidget *text;
  GtkTextBuffer *buffer; /* of the text */
  GtkWidget *status;     /* a label */
  guint save_id;         /* there is something to save */
  gboolean saving;       /* it is on its way to the disk */
  gboolean loading;      /* what changes the text is not the user */
};

G_DEFINE_FINAL_TYPE (TerNoteView, ter_note_view, GTK_TYPE_BOX)

static char *
dup_text (TerNoteView *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static void
show_status (TerNoteView *self, const char *text, gboolean is_error)
{
  gtk_label_set_label (GTK_LABEL (self->status), text);
  if (is_error)
    {
      gtk_widget_remove_css_class (self->status, "dimmed");
      gtk_widget_add_css_class (self->status, "error");
    }
  else
    {
      gtk_widget_remove_css_class (self->status, "error");
      gtk_widget_add_css_class (self->status, "dimmed");
    }
}

static void
show_hint (TerNoteView *self)
{
  show_status (self, _ ("Only on this computer. What you write is saved by itself."), FALSE);
}

/* Shows it, and says it at once. */
static void
show_problem (TerNoteView *self, const char *message, gboolean is_error)
{
  show_status (self, message, is_error);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/* A note that is full may have been cut. */
static void
saved_cb (TerNoteView *self)
{
  g_autofree char *most = ter_number_format (TER_NOTE_MAX_LENGTH, 0);
  /* Translators: %s is a number, as "10,000". */
  g_autofree char *full = g_strdup_printf (_ ("Saved. A note holds at most %s characters."), most);

  if (!self->saving)
    return;
  self->saving = FALSE;
  if (self->save_id == 0)
    show_status (self, gtk_text_buffer_get_char_count (self->buffer) < TER_NOTE_MAX_LENGTH ? _ ("Saved") : full, FALSE);
}

static void
show_not_saved (TerNoteView *self, const GError *error)
{
  /* Translators: of a note; %s is why. */
  g_autofree char *message = g_strdup_printf (_ ("Not saved: %s"), error->message);

  show_problem (self, message, TRUE);
}

static void
not_saved_cb (TerNoteView *self, const GError *error)
{
  if (!self->saving)
    return;
  self->saving = FALSE;
  show_not_saved (self, error);
}

static void
save (TerNoteView *self)
{
  TerEntryName name = ter_favourites_name_of (self->entry);
  g_autofree char *text = dup_text (self);
  g_autoptr (GDateTime) now = ter_context_now (self->context);
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->save_id, g_source_remove);
  self->saving =
    ter_user_state_set_note (ter_context_get_user_state (self->context), &name, text, g_date_time_to_unix (now), &error);
  if (!self->saving)
    show_not_saved (self, error);
}

static void
save_if_due (TerNoteView *self)
{
  if (self->save_id != 0)
    save (self);
}

static gboolean
save_cb (gpointer user_data)
{
  TerNoteView *self = user_data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (TerNoteView *self)
{
  if (self->loading)
    return;
  g_clear_handle_id (&self->save_id, g_source_remove);
  self->save_id = g_timeout_add (SAVE_DELAY, save_cb, self);
  if (!gtk_widget_has_css_class (self->status, "error"))
    show_hint (self);
}

/* What does not fit is not taken in, and the user is told. */
static void
insert_text_cb (TerNoteView *self, GtkTextIter *where, char *text, int length)
{
  int room = TER_NOTE_MAX_LENGTH - gtk_text_buffer_get_char_count (self->buffer);
  g_autofree char *most = NULL;
  g_autofree char *message = NULL;

  if (self->loading || g_utf8_strlen (text, length) <= room)
    return;
  g_signal_stop_emission_by_name (self->buffer, "insert-text");
  if (room > 0)
    gtk_text_buffer_insert (self->buffer, where, text, g_utf8_offset_to_pointer (text, room) - text);
  most = ter_number_format (TER_NOTE_MAX_LENGTH, 0);
  message = g_strdup_printf (_ ("A note holds at most %s characters."), most);
  show_problem (self, message, FALSE);
}

static void
set_text (TerNoteView *self, const char *text)
{
  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  self->loading = FALSE;
}

/* Another page of the same entry may have changed the note; what is being written here comes first. */
static void
load (TerNoteView *self)
{
  TerEntryName name = ter_favourites_name_of (self->entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (self->save_id != 0)
    return;
  text = ter_user_state_dup_note (ter_context_get_user_state (self->context), name.pack_id, name.entry_id, &error);
  gtk_widget_set_sensitive (self->text, text != NULL);
  if (text == NULL)
    {
      /* Translators: of a note; %s is why. */
      message = g_strdup_printf (_ ("The note cannot be read: %s"), error->message);
      show_status (self, message, TRUE);
      return;
    }
  shown = dup_text (self);
  /* A note of nothing but space is no note: it is left to be written on. */
  if (!g_str_equal (shown, text) && !(*text == '\0' && gtk_widget_has_focus (self->text)))
    set_text (self, text);
}

static void
ter_note_view_unmap (GtkWidget *widget)
{
  save_if_due (TER_NOTE_VIEW (widget));

  GTK_WIDGET_CLASS (ter_note_view_parent_class)->unmap (widget);
}

static void
ter_note_view_dispose (GObject *object)
{
  TerNoteView *self = TER_NOTE_VIEW (object);

  /* Leaving the page saves; a page that never showed has nothing to save. */
  g_clear_handle_id (&self->save_id, g_source_remove);
  g_clear_object (&self->context);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (ter_note_view_parent_class)->dispose (object);
}

static void
ter_note_view_class_init (TerNoteViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_note_view_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = ter_note_view_unmap;
}

static GtkWidget *
text_new (TerNoteView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT_VIEW, "accepts-tab", FALSE, "wrap-mode", GTK_WRAP_WORD_CHAR, "left-margin", MARGIN,
                                  "right-margin", MARGIN, "top-margin", MARGIN - 3, "bottom-margin", MARGIN - 3, NULL);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (save_if_due), self);
  gtk_widget_add_controller (text, focus);
  self->buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->buffer, "insert-text", G_CALLBACK (insert_text_cb), self, G_CONNECT_SWAPPED);
  return text;
}

static void
ter_note_view_init (TerNoteView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *heading = ter_heading_new (_ ("My Note"), 3);
  GtkWidget *card;

  self->text = text_new (self);
  self->status = ter_heading_new_text ("", "caption");
  card = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER, "focusable", FALSE, "min-content-height",
                       MIN_HEIGHT, "max-content-height", MAX_HEIGHT, "propagate-natural-height", TRUE, "overflow",
                       GTK_OVERFLOW_HIDDEN, "child", self->text, NULL);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ter-note-card");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  /* What is said of the note stands above it: a screen that shows the note shows it too. */
  gtk_box_append (GTK_BOX (head), heading);
  gtk_box_append (GTK_BOX (head), self->status);
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), card);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL,
                                  GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, self->status, NULL, -1);
}

GtkWidget *
ter_note_view_new (TerContext *context, TerEntry *entry)
{
  TerNoteView *self;

  g_return_val_if_fail (TER_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  self = g_object_new (TER_TYPE_NOTE_VIEW, NULL);
  self->context = g_object_ref (context);
  self->entry = g_object_ref (entry);
  show_hint (self);
  load (self);
  g_signal_connect_object (ter_context_get_user_state (context), "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ter_context_get_user_state (context), "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (ter_context_get_user_state (context), "not-saved", G_CALLBACK (not_saved_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
