/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-fold.h"

#include <string.h>

/* Texts of our languages are nearly all below U+0250: for those a table, made at first use by the slow way. */
#define N_TABLE 0x250
#define MAX_FOLDED 6

typedef enum
{
  FOLD_SPACE,   /* parts words */
  FOLD_NOTHING, /* an accent, a soft hyphen: as if it were not there */
  FOLD_TEXT,
} FoldKind;

typedef struct
{
  guint8 kind;
  guint8 length;
  char text[MAX_FOLDED];
} Folded;

static Folded table[N_TABLE];

/* Small letters that Unicode does not decompose. */
static const struct
{
  gunichar letter;
  const char *text;
} special[] = {
  { 0x00e6, "ae" }, { 0x0153, "oe" }, { 0x00df, "ss" }, { 0x00f8, "o" }, { 0x0142, "l" },
  { 0x0111, "d" },  { 0x00f0, "d" },  { 0x00fe, "th" }, { 0x0131, "i" }, { 0x0127, "h" },
};

static void
append_letter (GString *out, gunichar letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    {
      if (special[i].letter == letter)
        {
          g_string_append (out, special[i].text);
          return;
        }
    }
  g_string_append_unichar (out, letter);
}

static gboolean
is_dropped (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_NON_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_FORMAT: return TRUE;
    default: return FALSE;
    }
}

/* The slow way, for any character: decompose, drop the marks, lower. */
static FoldKind
fold_slowly (gunichar c, GString *out)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  FoldKind kind = FOLD_NOTHING;
  gsize n_parts;

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    {
      if (is_dropped (parts[i]))
        continue;
      if (g_unichar_isalnum (parts[i]) || g_unichar_ismark (parts[i]))
        {
          append_letter (out, g_unichar_tolower (parts[i]));
          kind = FOLD_TEXT;
        }
      else if (kind == FOLD_NOTHING)
        {
          kind = FOLD_SPACE;
        }
    }
  return kind;
}

static void
make_table (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (gunichar c = 0; c < N_TABLE; c++)
    {
      g_string_truncate (out, 0);
      table[c].kind = fold_slowly (c, out);
      g_assert (out->len <= MAX_FOLDED);
      table[c].length = out->len;
      memcpy (table[c].text, out->str, out->len);
    }
}

static void
ensure_table (void)
{
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      make_table ();
      g_once_init_leave (&made, 1);
    }
}

/* Reads one character at @text into @c; bytes that are no UTF-8 are taken one by one, as spaces. */
static const char *
read_character (const char *text, gunichar *c)
{
  *c = (guchar) *text;
  if (*c < 0x80)
    return text + 1;
  *c = g_utf8_get_char_validated (text, -1);
  if (*c == (gunichar) -1 || *c == (gunichar) -2)
    {
      *c = ' ';
      return text + 1;
    }
  return g_utf8_next_char (text);
}

/* Folds one character at @text onto @out. */
static const char *
fold_character (const char *text, GString *out, FoldKind *kind)
{
  const char *next;
  gunichar c;

  next = read_character (text, &c);
  if (c < N_TABLE)
    {
      *kind = table[c].kind;
      g_string_append_len (out, table[c].text, table[c].length);
    }
  else
    {
      *kind = fold_slowly (c, out);
    }
  return next;
}

/**
 * ter_fold_next_word:
 * @cursor: (inout): where to read on
 * @start: (out): the word's first byte in the text
 * @end: (out): the byte after its last
 * @word: replaced by the folded word
 *
 * Walks through a text word by word, so that a hit in folded words can be shown in the text as it is written.
 *
 * Returns: %FALSE when there is no further word
 */
gboolean
ter_fold_next_word (const char **cursor, const char **start, const char **end, GString *word)
{
  const char *text = *cursor;
  gboolean in_word = FALSE;

  ensure_table ();
  g_string_truncate (word, 0);
  while (*text != '\0')
    {
      FoldKind kind;
      const char *next = fold_character (text, word, &kind);

      if (kind == FOLD_SPACE && in_word)
        break;
      if (kind == FOLD_TEXT)
        {
          if (!in_word)
            *start = text;
          *end = next;
          in_word = TRUE;
        }
      text = next;
    }
  *cursor = text;
  return in_word;
}

/* How many characters from @text on are folded already: most of a text is small letters without accents. */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while (g_ascii_islower (text[n]) || g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/**
 * ter_fold_append:
 * @folded: folded words
 * @text: (nullable): a text
 *
 * Appends the folded words of @text. Any thread.
 */
void
ter_fold_append (GString *folded, const char *text)
{
  gboolean space = folded->len > 0;

  ensure_table ();
  while (text != NULL && *text != '\0')
    {
      const gsize before = folded->len;
      const gsize plain = count_plain (text);
      FoldKind kind = FOLD_TEXT;

      if (plain > 0)
        {
          if (space)
            g_string_append_c (folded, ' ');
          g_string_append_len (folded, text, plain);
          text += plain;
          space = FALSE;
          continue;
        }
      text = fold_character (text, folded, &kind);
      if (kind == FOLD_SPACE)
        space = folded->len > 0;
      if (kind == FOLD_TEXT && space)
        {
          g_string_insert_c (folded, before, ' ');
          space = FALSE;
        }
    }
}

/**
 * ter_fold:
 * @text: (nullable): a text
 *
 * Folds a text for comparison and search: « L’Haÿ-les-Roses » gives "l hay les roses". Any thread.
 *
 * Returns: (transfer full): the folded words, parted by one space
 */
char *
ter_fold (const char *text)
{
  GString *folded = g_string_new (NULL);

  ter_fold_append (folded, text);
  return g_string_free_and_steal (folded);
}
