/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-kit-page.h"

#include <glib/gi18n.h>

#include "ter-heading.h"
#include "ter-kit-saver.h"
#include "ter-kit.h"
#include "ter-list.h"
#include "ter-notice.h"
#include "ter-number.h"
#include "ter-row.h"

struct _TerKitPage
{
  TerDetailPage parent_instance;

  TerKit *kit;
  TerKitSaver *saver; /* in the content */
};

G_DEFINE_FINAL_TYPE (TerKitPage, ter_kit_page, TER_TYPE_DETAIL_PAGE)

/* An icon by what the file is for: to read, to compute, to look at. */
static const char *
icon_for (TerKitFile *file)
{
  static const struct
  {
    const char *part;
    const char *icon;
  } icons[] = {
    { "presentation", "x-office-presentation-symbolic" },
    { "powerpoint", "x-office-presentation-symbolic" },
    { "spreadsheet", "x-office-spreadsheet-symbolic" },
    { "excel", "x-office-spreadsheet-symbolic" },
    { "csv", "x-office-spreadsheet-symbolic" },
    { "image/", "image-x-generic-symbolic" },
    { "video/", "video-x-generic-symbolic" },
    { "audio/", "audio-x-generic-symbolic" },
    { "zip", "package-x-generic-symbolic" },
    { "pdf", "x-office-document-symbolic" },
    { "document", "x-office-document-symbolic" },
    { "msword", "x-office-document-symbolic" },
  };
  const char *type = ter_kit_file_get_media_type (file);

  for (guint i = 0; type != NULL && i < G_N_ELEMENTS (icons); i++)
    if (strstr (type, icons[i].part) != NULL)
      return icons[i].icon;
  return "text-x-generic-symbolic";
}

/* The licence's name in words, when the pack says it; else its short name. */
static char *
dup_license_title (TerEntry *entry, const char *license)
{
  JsonNode *node = json_object_get_member (ter_pack_get_manifest (ter_entry_get_pack (entry)), "licenses");

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *element = json_array_get_element (json_node_get_array (node), i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      const char *title = object != NULL ? ter_entry_get_text (entry, object, "title") : NULL;

      if (title != NULL && g_strcmp0 (ter_entry_get_text (entry, object, "name"), license) == 0)
        return g_strdup (title);
    }
  return g_strdup (license);
}

/* The file that a button is about. */
typedef struct
{
  TerKitPage *page; /* borrowed: the button is in it */
  TerKitFile *file;
} Command;

static void
command_free (gpointer data, GClosure *closure)
{
  Command *command = data;

  ter_kit_file_unref (command->file);
  g_free (command);
}

static GtkWidget *
file_button_new (TerKitPage *self, TerKitFile *file, const char *icon_name, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  Command *command = g_new (Command, 1);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  *command = (Command) { self, ter_kit_file_ref (file) };
  g_signal_connect_data (button, "clicked", callback, command, command_free, G_CONNECT_SWAPPED);
  return button;
}

static void
open_cb (Command *command)
{
  ter_kit_saver_open (command->page->saver, command->file);
}

static void
save_cb (Command *command)
{
  ter_kit_saver_save (command->page->saver, command->file);
}

static void
save_all_cb (TerKitPage *self)
{
  ter_kit_saver_save_all (self->saver, self->kit);
}

/* "What it holds", then "PDF · 84 kB · CC-BY-SA-4.0". */
static char *
describe_file (TerKitFile *file)
{
  g_autofree char *format = ter_kit_file_dup_format (file);
  g_autofree char *size = ter_number_format_size (ter_kit_file_get_size (file));
  GString *text = g_string_new (NULL);

  if (ter_kit_file_get_description (file) != NULL)
    g_string_append_printf (text, "%s\n", ter_kit_file_get_description (file));
  if (*format != '\0')
    g_string_append_printf (text, "%s · ", format);
  g_string_append (text, size);
  if (ter_kit_file_get_license (file) != NULL)
    g_string_append_printf (text, " · %s", ter_kit_file_get_license (file));
  return g_string_free (text, FALSE);
}

static GtkWidget *
file_row_new (TerKitPage *self, TerKitFile *file)
{
  g_autofree char *subtitle = describe_file (file);
  GtkWidget *row = ter_row_new (ter_kit_file_get_title (file), subtitle);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_for (file),
                                  "pixel-size", 24, NULL);
  g_autofree char *open_name = g_strdup_printf (_ ("Open “%s”"), ter_kit_file_get_title (file));
  g_autofree char *save_name = g_strdup_printf (_ ("Save “%s”…"), ter_kit_file_get_title (file));
  GtkWidget *open = file_button_new (self, file, "document-open-symbolic", open_name, G_CALLBACK (open_cb));

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             file_button_new (self, file, "document-save-symbolic", save_name, G_CALLBACK (save_cb)));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), open);
  return row;
}

static GtkWidget *
save_all_new (TerKitPage *self)
{
  g_autofree char *size = ter_number_format_size (ter_kit_get_size (self->kit));
  /* Translators: %s is a size, such as "1.2 MB". */
  g_autofree char *label = g_strdup_printf (_ ("Save _All… (%s)"), size);
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (save_all_cb), self);
  return button;
}

static GtkWidget *
files_new (TerKitPage *self)
{
  GPtrArray *files = ter_kit_get_files (self->kit);
  const char *license = ter_kit_get_license (self->kit);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = ter_list_new (_ ("Contents"));

  for (guint i = 0; i < files->len; i++)
    ter_list_append (list, file_row_new (self, files->pdata[i]));
  gtk_box_append (GTK_BOX (box), list);
  if (license != NULL)
    {
      g_autofree char *title = dup_license_title (ter_kit_get_entry (self->kit), license);
      g_autofree char *text = g_strdup_printf (_ ("Licence: %s"), title);

      gtk_box_append (GTK_BOX (box), ter_heading_new_text (text, "dimmed"));
    }
  if (files->len > 1)
    gtk_box_append (GTK_BOX (box), save_all_new (self));
  self->saver = TER_KIT_SAVER (ter_kit_saver_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->saver));
  return box;
}

static gboolean
has_web_link (TerEntry *entry)
{
  GPtrArray *links = ter_entry_get_links (entry);

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (g_str_has_prefix (((TerLink *) links->pdata[i])->uri, "http"))
      return TRUE;
  return FALSE;
}

static void
ter_kit_page_add_before (TerDetailPage *page, GtkBox *content)
{
  TerKitPage *self = TER_KIT_PAGE (page);

  self->saver = NULL;
  if (ter_kit_get_files (self->kit)->len > 0)
    gtk_box_append (content, files_new (self));
  else if (has_web_link (ter_kit_get_entry (self->kit)))
    gtk_box_append (
      content,
      ter_notice_new (
        _ ("This pack does not hold the files of this kit, only the link to its source. Following the link needs the network.")));
  else
    gtk_box_append (
      content, ter_notice_new (
                 _ ("This pack holds neither the files of this kit nor an address where to find them, only what is known of it.")));
}

static void
ter_kit_page_dispose (GObject *object)
{
  g_clear_object (&TER_KIT_PAGE (object)->kit);

  G_OBJECT_CLASS (ter_kit_page_parent_class)->dispose (object);
}

static void
ter_kit_page_class_init (TerKitPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_kit_page_dispose;
  TER_DETAIL_PAGE_CLASS (klass)->add_before = ter_kit_page_add_before;
}

static void
ter_kit_page_init (TerKitPage *self)
{
}

TerPage *
ter_kit_page_new (TerContext *context, TerEntry *entry)
{
  TerPage *page = ter_detail_page_new (TER_TYPE_KIT_PAGE, context, entry);

  TER_KIT_PAGE (page)->kit = ter_kit_new (entry);
  return page;
}
