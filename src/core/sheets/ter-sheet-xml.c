/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-xml.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-language.h"
#include "ter-limits.h"

typedef struct
{
  const TerSheetXmlFuncs *funcs;
  gpointer user_data;
  GMarkupParseContext *context;
  guint depth;
  guint64 bytes;
} Reader;

gboolean
ter_sheet_xml_fail (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

gboolean
ter_sheet_xml_fail_issue (GError **error, GPtrArray *issues)
{
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (issues != NULL, FALSE);

  if (error == NULL || *error != NULL || issues->len == 0)
    return FALSE;
  sentence = ter_issue_dup_sentence (g_ptr_array_index (issues, 0), ter_language_get_tag ());
  return ter_sheet_xml_fail (error, sentence);
}

static const char *
skip_prefix (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

const char *
ter_sheet_xml_get (const TerSheetAttributes *attributes, const char *name)
{
  g_return_val_if_fail (attributes != NULL && name != NULL, NULL);

  for (guint i = 0; attributes->names[i] != NULL; i++)
    if (g_str_equal (skip_prefix (attributes->names[i]), name))
      return attributes->values[i];
  return NULL;
}

guint
ter_sheet_xml_get_number (const TerSheetAttributes *attributes, const char *name, guint otherwise)
{
  const char *text = ter_sheet_xml_get (attributes, name);
  guint64 value;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL) ? value : otherwise;
}

/* ---- GMarkup ---- */

static void
start_cb (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer user_data,
          GError **error)
{
  Reader *self = user_data;
  TerSheetAttributes attributes = { names, values };

  if (++self->depth > TER_LIMIT_XML_DEPTH)
    {
      ter_sheet_xml_fail (error, _ ("the spreadsheet is nested too deeply"));
      return;
    }
  if (self->funcs->start != NULL)
    self->funcs->start (skip_prefix (name), &attributes, self->user_data, error);
}

static void
end_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  self->depth--;
  if (self->funcs->end != NULL)
    self->funcs->end (skip_prefix (name), self->user_data, error);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  if (self->funcs->text != NULL)
    self->funcs->text (text, length, self->user_data);
}

static gboolean
data_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  self->bytes += length;
  if (self->bytes > TER_LIMIT_XML_BYTES)
    return ter_sheet_xml_fail (error, _ ("the spreadsheet is larger than any that is read"));
  return g_markup_parse_context_parse (self->context, data, length, error);
}

static void
translate_error (GError **error)
{
  /* What GMarkup says is for who wrote the program. */
  if (error != NULL && *error != NULL && (*error)->domain == G_MARKUP_ERROR)
    {
      g_clear_error (error);
      ter_sheet_xml_fail (error, _ ("the spreadsheet is damaged: save it again, or as CSV"));
    }
}

gboolean
ter_sheet_xml_read (TerArchive *archive, const char *path, const TerSheetXmlFuncs *funcs, gpointer user_data,
                    GCancellable *cancellable, GError **error)
{
  static const GMarkupParser parser = { start_cb, end_cb, text_cb, NULL, NULL };
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) problem = NULL;
  const TerArchiveEntry *entry;
  Reader self = { .funcs = funcs, .user_data = user_data };

  g_return_val_if_fail (archive != NULL && path != NULL && funcs != NULL, FALSE);

  entry = ter_archive_find_entry (archive, path);
  if (entry == NULL || entry->size > TER_LIMIT_XML_BYTES)
    return ter_sheet_xml_fail (error, entry == NULL ? _ ("the spreadsheet is damaged: save it again, or as CSV")
                                                    : _ ("the spreadsheet is larger than any that is read"));
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, &self, NULL);
  self.context = context;
  if (ter_archive_read (archive, entry, data_cb, &self, issues, cancellable, &problem) &&
      g_markup_parse_context_end_parse (context, &problem))
    return TRUE;
  ter_sheet_xml_fail_issue (&problem, issues);
  translate_error (&problem);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}
