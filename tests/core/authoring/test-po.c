/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-po.h"

#include <string.h>

static GPtrArray *
read_text (const char *text, char **language, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ter_po_read (bytes, language, error);
}

static void
test_what_is_written_is_read_again (void)
{
  static const struct
  {
    const char *source;
    const char *translation;
  } cases[] = {
    { "Un", "One" },
    { "Deux", "" },
    { "Deux\nlignes\n\nde plus", "Two\nlines" },
    { "\"guillemets\" et \\ et\ttab", "\\n n’est pas un retour" },
    { "émoji 🌳 et \u202e", "<b>&amp;" },
  };
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_po_message_free);
  g_autoptr (GPtrArray) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL, *language = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *context = g_strdup_printf ("a.json#/%u", i);
      TerPoMessage *message = ter_po_message_new (context, cases[i].source, cases[i].translation);

      message->fuzzy = i == 2;
      message->previous = i == 2 ? g_strdup ("Une\nligne") : NULL;
      g_ptr_array_add (messages, message);
    }
  text = ter_po_write (messages, "essai 1.0.0", "pt-BR");
  read = read_text (text, &language, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "pt-BR");
  g_assert_cmpuint (read->len, ==, G_N_ELEMENTS (cases));
  for (guint i = 0; i < read->len; i++)
    {
      const TerPoMessage *message = g_ptr_array_index (read, i);
      g_autofree char *context = g_strdup_printf ("a.json#/%u", i);

      g_assert_cmpstr (message->context, ==, context);
      g_assert_cmpstr (message->source, ==, cases[i].source);
      g_assert_cmpstr (message->translation, ==, cases[i].translation);
      g_assert_cmpint (message->fuzzy, ==, i == 2);
    }
}

/* As other programs write: comments of all kinds, plurals, obsolete messages, lines with a carriage return. */
static void
test_other_programs_files_are_read (void)
{
  static const char text[] =
    "# A translator\nmsgid \"\"\nmsgstr \"\"\n\"Language: en_GB\\n\"\n\"Content-Type: text/plain; charset=utf-8\\n\"\r\n\n"
    "#. extracted\n#: a.c:1\n#, fuzzy, c-format\n#| msgid \"Old\"\nmsgctxt \"x\"\nmsgid \"A\"\nmsgstr \"B\"\n"
    "msgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"un\"\nmsgstr[1] \"plusieurs\"\n\n"
    "msgid \"C\"\nmsgstr \"\"\n\"D\"\n\" E\"\n\n#~ msgid \"gone\"\n#~ msgstr \"parti\"\n";
  g_autoptr (GError) error = NULL;
  g_autofree char *language = NULL;
  g_autoptr (GPtrArray) read = read_text (text, &language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "en-GB");
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_true (((TerPoMessage *) g_ptr_array_index (read, 0))->fuzzy);
  g_assert_cmpstr (((TerPoMessage *) g_ptr_array_index (read, 1))->translation, ==, "D E");
  g_assert_false (((TerPoMessage *) g_ptr_array_index (read, 1))->fuzzy);
}

static void
test_what_is_no_such_file_is_refused_with_its_line (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "bonjour\n", "line 1: this is no line of a .po file" },
    { "msgid \"a\"\nmsgstr \"b\n", "line 2: a quotation mark is never closed" },
    { "msgid \"a\" b\n", "line 1: text after a closing quotation mark" },
    { "msgid a\n", "line 1: a quotation mark is missing" },
    { "msgid \"\\q\"\n", "line 1: a backslash is followed by what it cannot escape" },
    { "msgid \"\\", "line 1: a backslash is followed by what it cannot escape" },
    { "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", "the file is not in UTF-8" },
    { "msgid \"\xff\"\n", "the file is not in UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *language = NULL;

      g_assert_null (read_text (cases[i].text, &language, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* Any cut of a valid text is read or refused, never past its end (seen by the sanitizers). */
static void
test_every_prefix_ends (void)
{
  static const char text[] = "#, fuzzy\nmsgctxt \"a\"\nmsgid \"\"\n\"b\\n\"\nmsgid_plural \"c\"\nmsgstr[0] \"d\\\\\"\n";

  for (gsize length = 0; length < sizeof text; length++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autofree char *language = NULL;
      g_autoptr (GPtrArray) read = ter_po_read (bytes, &language, NULL);

      g_test_message ("%u", read != NULL ? read->len : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/po/what is written is read again", test_what_is_written_is_read_again);
  g_test_add_func ("/po/other programs files are read", test_other_programs_files_are_read);
  g_test_add_func ("/po/what is no such file is refused with its line", test_what_is_no_such_file_is_refused_with_its_line);
  g_test_add_func ("/po/every prefix ends", test_every_prefix_ends);
  return g_test_run ();
}
