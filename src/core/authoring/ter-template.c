/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-template.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-check-private.h"
#include "ter-fold.h"
#include "ter-json-edit.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-manifest-refresh.h"
#include "ter-manifest.h"
#include "ter-template-resources.h"

#define PREFIX "/territoires/template/"

/* How long after today the template's meeting is. */
#define MEETING_DAYS 30

/* The manifest last: what is there before is no pack yet. */
static const char *const files[] = {
  "content/entries.json",
  "content/texts/prise-en-main.en.md",
  "content/texts/prise-en-main.md",
  "content/vocabularies.json",
  "data/members.csv",
  "files/invitation.txt",
  TER_PACK_MANIFEST,
};

/* ---- Words to fill in ---- */

typedef struct
{
  const char *mark;
  char *text; /* as it stands in a JSON string */
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->text);
}

/* @text: (transfer full) */
static void
add_word (GArray *words, const char *mark, char *text)
{
  Word word = { mark, text };

  g_array_append_val (words, word);
}

/* (transfer full): what stands between the quotation marks of a JSON string. */
static char *
dup_quoted (const char *text)
{
  g_autofree char *quoted = ter_json_edit_quote (text);

  return g_strndup (quoted + 1, strlen (quoted) - 2);
}

static GArray *
make_words (const TerTemplateOptions *options, const char *id)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_autoptr (GDate) later = g_date_new_dmy (options->today.day, options->today.month, options->today.year);

  g_array_set_clear_func (words, word_clear);
  g_date_add_days (later, MEETING_DAYS);
  add_word (words, "@ID@", g_strdup (id));
  add_word (words, "@TITLE@", dup_quoted (options->title != NULL ? options->title : "Mon pack"));
  add_word (words, "@TITLE_EN@", dup_quoted (options->title != NULL ? options->title : "My pack"));
  add_word (words, "@DAY@", g_strdup_printf ("%04d-%02d-%02d", options->today.year, options->today.month, options->today.day));
  add_word (words, "@YEAR@", g_strdup_printf ("%04d", options->today.year));
  add_word (words, "@LATER@",
            g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (later), g_date_get_month (later), g_date_get_day (later)));
  return words;
}

/* In one pass, so that a title that holds a mark stays as it is. */
static GBytes *
fill_in (GBytes *bytes, GArray *words)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  GString *out = g_string_sized_new (size);

  for (const char *p = text; *p != '\0';)
    {
      const Word *found = NULL;

      for (guint i = 0; *p == '@' && i < words->len; i++)
        if (g_str_has_prefix (p, g_array_index (words, Word, i).mark))
          found = &g_array_index (words, Word, i);
      g_string_append_len (out, found != NULL ? found->text : p, found != NULL ? (gssize) strlen (found->text) : 1);
      p += found != NULL ? strlen (found->mark) : 1;
    }
  return g_string_free_to_bytes (out);
}

/* ---- English first ---- */

static void swap_node (TerJsonEdit *edit, JsonNode *node, GString *pointer);

/* "title" and "title@en" become "title@fr" and "title": the text that stood second stands first. */
static void
swap_member (TerJsonEdit *edit, GString *pointer, const char *name)
{
  g_autofree char *base = g_strndup (name, strchr (name, '@') - name);
  g_autofree char *french_name = g_strconcat (base, "@fr", NULL);
  g_autofree char *first = g_strdup_printf ("%s/%s", pointer->str, base);
  g_autofree char *second = g_strdup_printf ("%s/%s", pointer->str, name);
  g_autofree char *french = ter_json_edit_dup_raw (edit, first);
  g_autofree char *english = ter_json_edit_dup_raw (edit, second);

  ter_json_edit_replace (edit, first, english);
  ter_json_edit_replace (edit, second, french);
  ter_json_edit_rename (edit, second, french_name);
}

static void
swap_object (TerJsonEdit *edit, JsonObject *object, GString *pointer)
{
  gsize mark = pointer->len;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      if (g_str_has_suffix (name, "@en"))
        swap_member (edit, pointer, name);
      ter_json_pointer_append (pointer, name);
      swap_node (edit, node, pointer);
      g_string_truncate (pointer, mark);
    }
}

static void
swap_node (TerJsonEdit *edit, JsonNode *node, GString *pointer)
{
  JsonArray *array = ter_json_node_array (node);
  gsize mark = pointer->len;

  if (ter_json_node_object (node) != NULL)
    swap_object (edit, json_node_get_object (node), pointer);
  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      g_string_append_printf (pointer, "/%u", i);
      swap_node (edit, json_array_get_element (array, i), pointer);
      g_string_truncate (pointer, mark);
    }
}

static GBytes *
put_english_first (GBytes *bytes)
{
  g_autoptr (TerJsonEdit) edit = ter_json_edit_new (bytes, NULL);
  GString *pointer = g_string_new (NULL);

  g_assert (edit != NULL);
  swap_node (edit, ter_json_edit_get_root (edit), pointer);
  g_string_free (pointer, TRUE);
  if (ter_json_edit_has (edit, "/languages/1"))
    {
      ter_json_edit_replace (edit, "/languages/0", "\"en\"");
      ter_json_edit_replace (edit, "/languages/1", "\"fr\"");
    }
  return ter_json_edit_apply (edit);
}

/* ---- Writing ---- */

static gboolean
write_file (GFile *folder, const char *path, GArray *words, const TerTemplateOptions *options, GError **error)
{
  g_autofree char *name = g_strconcat (PREFIX, path, NULL);
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autoptr (GBytes) raw = g_resource_lookup_data (ter_template_get_resource (), name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) problem = NULL;

  if (raw == NULL)
    return FALSE;
  bytes = fill_in (raw, words);
  if (g_str_has_suffix (path, ".json") && g_str_equal (options->language, "en"))
    {
      g_autoptr (GBytes) french = g_steal_pointer (&bytes);

      bytes = put_english_first (french);
    }
  if (!g_file_make_directory_with_parents (parent, NULL, &problem) && !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return ter_manifest_replace_file (file, bytes, error);
}

static gboolean
write_all (GFile *folder, GArray *words, const TerTemplateOptions *options, GError **error)
{
  g_autoptr (TerManifestRefresh) refresh = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (!write_file (folder, files[i], words, options, error))
      return FALSE;
  refresh = ter_manifest_refresh (folder, FALSE, NULL, error);
  return refresh != NULL && ter_manifest_write (folder, refresh->manifest, error);
}

/* What was written, and nothing else. */
static void
take_back (GFile *folder, gboolean made)
{
  static const char *const folders[] = { "content/texts", "content", "data", "files" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GFile) file = g_file_resolve_relative_path (folder, files[i]);

      g_file_delete (file, NULL, NULL);
    }
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autoptr (GFile) inner = g_file_resolve_relative_path (folder, folders[i]);

      g_file_delete (inner, NULL, NULL);
    }
  if (made)
    g_file_delete (folder, NULL, NULL);
}

/* Makes the folder, or sees that it is empty. */
static gboolean
prepare (GFile *folder, gboolean *made, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (GDir) dir = NULL;

  *made = g_file_make_directory_with_parents (folder, NULL, &problem);
  if (*made)
    return TRUE;
  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  dir = g_dir_open (g_file_peek_path (folder), 0, error);
  if (dir == NULL)
    return FALSE;
  if (g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY, _ ("%s is not empty: choose a new folder"), g_file_peek_path (folder));
  return FALSE;
}

/* ---- The id ---- */

char *
ter_template_dup_id (const char *text, gsize length)
{
  g_autofree char *folded = ter_fold (text);
  GString *id = g_string_new (NULL);

  for (const char *p = folded; *p != '\0' && id->len < length; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (id, *p);
      else if (id->len > 0 && id->str[id->len - 1] != '-')
        g_string_append_c (id, '-');
    }
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free_and_steal (id);
}

static gboolean
is_title (const char *title)
{
  if (*title == '\0' || !g_utf8_validate (title, -1, NULL) || g_utf8_strlen (title, -1) > TER_LIMIT_TEXT_CHARS)
    return FALSE;
  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_iscntrl (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

char *
ter_template_write (GFile *folder, const TerTemplateOptions *options, GError **error)
{
  g_autofree char *base = NULL;
  g_autofree char *valid = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GArray) words = NULL;
  gboolean made;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (options != NULL && options->language != NULL, NULL);

  base = g_file_get_basename (folder);
  valid = g_utf8_make_valid (base, -1);
  id = options->id != NULL ? g_strdup (options->id) : ter_template_dup_id (valid, TER_LIMIT_NAME_CHARS);
  if (!ter_value_matches (TER_VALUE_ID, id))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("“%s” is not an id: use small letters and digits, in groups parted by “-”"), id);
      return NULL;
    }
  if (options->title != NULL && !is_title (options->title))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("the title is one line of 1 to 500 characters"));
      return NULL;
    }
  if (!prepare (folder, &made, error))
    return NULL;
  words = make_words (options, id);
  if (write_all (folder, words, options, error))
    return g_steal_pointer (&id);
  take_back (folder, made);
  return NULL;
}
