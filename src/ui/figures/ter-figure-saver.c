/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-saver.h"

#include <glib/gi18n.h>

#include "ter-figure-picture.h"
#include "ter-toast.h"

#define MAX_NAME 60 /* characters of a file's name, before its end */

typedef struct
{
  GtkWidget *widget;
  char *name; /* offered to the reader */
  GBytes *bytes;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->widget);
  g_free (self->name);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
append_item (GMenu *menu, const char *label, const char *format)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "figure.save", "s", format);
  g_menu_append_item (menu, item);
}

GtkWidget *
ter_figure_saver_new_button (const char *figure_title, gboolean with_picture)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) tables = g_menu_new ();
  g_autoptr (GMenu) pictures = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf (_ ("Save “%s”"), figure_title);

  append_item (tables, _ ("Table for a Spreadsheet (ODS)"), "ods");
  append_item (tables, _ ("Table in the French Manner (CSV)"), "csv-fr");
  append_item (tables, _ ("Table for Other Programs (CSV)"), "csv");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (tables));
  if (with_picture)
    {
      append_item (pictures, _ ("Picture (PNG)"), "png");
      append_item (pictures, _ ("Picture to Enlarge (SVG)"), "svg");
      append_item (pictures, _ ("Page (PDF)"), "pdf");
      append_item (pictures, _ ("Copy the Picture"), "copy");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (pictures));
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-save-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static void
tell (Request *self, const char *format, const char *what)
{
  g_autofree char *text = NULL;

  /* Two sentences of ours, each with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, what);
#pragma GCC diagnostic pop
  ter_toast_show (self->widget, text);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    tell (self, _ ("Saved: %s"), name);
  else
    tell (self, _ ("Not saved: %s"), error->message);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  GBytes *bytes = self->bytes;

  if (target != NULL)
    g_file_replace_contents_bytes_async (target, bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved_cb,
                                         g_steal_pointer (&self));
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, _ ("Not saved: %s"), error->message);
}

/* @self, @bytes: (transfer full) */
static void
ask (Request *self, GBytes *bytes)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GtkRoot *root = gtk_widget_get_root (self->widget);

  self->bytes = bytes;
  gtk_file_dialog_set_title (dialog, _ ("Save the Figure"));
  gtk_file_dialog_set_initial_name (dialog, self->name);
  gtk_file_dialog_save (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, place_chosen_cb, self);
}

/* @self: (transfer full) */
static void
copy (Request *request, TerFigureDrawing *drawing, const TerFigureCaption *caption)
{
  g_autoptr (Request) self = request;
  g_autoptr (GBytes) bytes = ter_figure_picture_make (drawing, caption, TER_PICTURE_FILE_PNG);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (bytes, NULL);

  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (self->widget), texture);
  ter_toast_show (self->widget, _ ("Picture copied"));
}

/* "Ce que pensent les citoyens.ods": the title, without what a USB key's file system refuses in a name. */
static char *
dup_name (const char *title, const char *end)
{
  g_autofree char *clean = g_strdelimit (g_strdup (title != NULL ? title : ""), "/\\:*?\"<>|\n\r\t", ' ');
  g_autofree char *cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), MAX_NAME));

  g_strstrip (cut);
  while (g_str_has_suffix (cut, "."))
    cut[strlen (cut) - 1] = '\0';
  return g_strdup_printf ("%s.%s", *cut != '\0' ? cut : "figure", end);
}

void
ter_figure_saver_save (GtkWidget *widget, TerFigure *figure, TerFigureDrawing *drawing, const TerFigureCaption *caption,
                       const char *format)
{
  static const char *const pictures[] = {
    [TER_PICTURE_FILE_PNG] = "png", [TER_PICTURE_FILE_SVG] = "svg", [TER_PICTURE_FILE_PDF] = "pdf"
  };
  Request *request;

  g_return_if_fail (GTK_IS_WIDGET (widget) && TER_IS_FIGURE (figure));
  g_return_if_fail (caption != NULL && format != NULL);

  request = g_new0 (Request, 1);
  request->widget = g_object_ref (widget);
  request->name = dup_name (caption->title, g_str_has_prefix (format, "csv") ? "csv" : format);
  if (g_str_equal (format, "ods"))
    {
      ask (request, ter_figure_export_ods (figure, caption));
      return;
    }
  if (g_str_has_prefix (format, "csv"))
    {
      ask (request, ter_figure_export_csv (figure, g_str_equal (format, "csv-fr") ? TER_CSV_FRENCH : TER_CSV_STANDARD, caption));
      return;
    }
  if (drawing != NULL && g_str_equal (format, "copy"))
    {
      copy (request, drawing, caption);
      return;
    }
  for (guint i = 0; drawing != NULL && i < G_N_ELEMENTS (pictures); i++)
    if (g_str_equal (format, pictures[i]))
      {
        ask (request, ter_figure_picture_make (drawing, caption, i));
        return;
      }
  request_free (request);
}
