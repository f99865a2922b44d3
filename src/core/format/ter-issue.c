/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issue-private.h"

#include <string.h>

#include "ter-language.h"

#define MAX_VALUE_CHARS 80

struct _TerIssue
{
  GObject parent_instance;
  TerIssueCode code;
  char *file;
  char *pointer;
  guint line;
  guint column;
  GStrv parameters; /* name, value, name, value… */
};

typedef struct
{
  const char *name;
  TerSeverity severity;
  const char *sentences[2]; /* English, French */
  const char *advices[2];
} IssueRow;

typedef struct
{
  const char *key;
  const char *words[2];
} WordRow;

G_DEFINE_FINAL_TYPE (TerIssue, ter_issue, G_TYPE_OBJECT)

static const IssueRow issue_table[] = {
#define TER_ISSUE(CODE, code, severity, en, en_advice, fr, fr_advice) \
  { code, TER_SEVERITY_##severity, { en, fr }, { en_advice, fr_advice } },
#include "ter-issue-table.h"
#undef TER_ISSUE
};

static const WordRow word_table[] = {
#define TER_WORD(key, en, fr) { key, { en, fr } },
#include "ter-issue-words.h"
#undef TER_WORD
};

/* Which column of the tables. @language: (nullable): %NULL for the locale's. */
static guint
language_column (const char *language)
{
  if (language == NULL)
    language = ter_language_get_tag ();
  return g_str_has_prefix (language, "fr") && !g_ascii_isalpha (language[2]) ? 1 : 0;
}

/* An author's value as it can stand in a sentence, on any screen or terminal. */
static char *
quote_value (const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);
  GString *quoted = g_string_new (NULL);
  guint n = 0;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (++n > MAX_VALUE_CHARS)
        {
          g_string_append (quoted, "…");
          break;
        }
      g_string_append_unichar (quoted, g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT ? c : 0xfffd);
    }
  return g_string_free_and_steal (quoted);
}

static void
ter_issue_finalize (GObject *object)
{
  TerIssue *self = TER_ISSUE (object);

  g_free (self->file);
  g_free (self->pointer);
  g_strfreev (self->parameters);
  G_OBJECT_CLASS (ter_issue_parent_class)->finalize (object);
}

static void
ter_issue_class_init (TerIssueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_issue_finalize;
}

static void
ter_issue_init (TerIssue *self)
{
}

TerIssue *
ter_issue_new_valist (TerIssueCode code, const char *file, const char *pointer, guint line, guint column, va_list args)
{
  g_autoptr (GStrvBuilder) parameters = g_strv_builder_new ();
  TerIssue *self;
  const char *name;

  g_return_val_if_fail (code < TER_N_ISSUES, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      g_strv_builder_add (parameters, name);
      g_strv_builder_take (parameters, quote_value (value != NULL ? value : ""));
    }

  self = g_object_new (TER_TYPE_ISSUE, NULL);
  self->code = code;
  self->file = g_utf8_make_valid (file, -1);
  self->pointer = g_utf8_make_valid (pointer != NULL ? pointer : "", -1);
  self->line = line;
  self->column = column;
  self->parameters = g_strv_builder_end (parameters);
  return self;
}

TerIssue *
ter_issue_new (TerIssueCode code, const char *file, const char *pointer, guint line, guint column, ...)
{
  TerIssue *self;
  va_list args;

  va_start (args, column);
  self = ter_issue_new_valist (code, file, pointer, line, column, args);
  va_end (args);
  return self;
}

const char *
ter_issue_get_code (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return issue_table[self->code].name;
}

TerSeverity
ter_issue_get_severity (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), TER_SEVERITY_ERROR);

  return issue_table[self->code].severity;
}

static const char *
find_word (const char *key, guint column)
{
  for (guint i = 0; i < G_N_ELEMENTS (word_table); i++)
    if (g_str_equal (word_table[i].key, key))
      return word_table[i].words[column];
  return key;
}

/* Nullable: what the parameter called @name (of @length bytes) says. */
static const char *
find_parameter (TerIssue *self, const char *name, gsize length, guint column)
{
  for (guint i = 0; self->parameters[i] != NULL; i += 2)
    {
      const char *known = self->parameters[i];
      gboolean word = *known == '@';

      known += word;
      if (strlen (known) == length && memcmp (known, name, length) == 0)
        return word ? find_word (self->parameters[i + 1], column) : self->parameters[i + 1];
    }
  return NULL;
}

static char *
fill_in (TerIssue *self, const char *sentence, guint column)
{
  GString *filled = g_string_new (NULL);

  for (const char *p = sentence; *p != '\0';)
    {
      const char *end = *p == '{' ? strchr (p, '}') : NULL;
      const char *value = end != NULL ? find_parameter (self, p + 1, end - p - 1, column) : NULL;

      if (value == NULL)
        {
          g_string_append_c (filled, *p++);
          continue;
        }
      g_string_append (filled, value);
      p = end + 1;
    }
  return g_string_free_and_steal (filled);
}

char *
ter_issue_dup_sentence (TerIssue *self, const char *language)
{
  guint column = language_column (language);

  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return fill_in (self, issue_table[self->code].sentences[column], column);
}

char *
ter_issue_dup_advice (TerIssue *self, const char *language)
{
  guint column = language_column (language);

  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return fill_in (self, issue_table[self->code].advices[column], column);
}

const char *
ter_issue_get_file (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return self->file;
}

const char *
ter_issue_get_pointer (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return self->pointer;
}

guint
ter_issue_get_line (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), 0);

  return self->line;
}

guint
ter_issue_get_column (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), 0);

  return self->column;
}

void
ter_issue_set_position (TerIssue *self, guint line, guint column)
{
  g_return_if_fail (TER_IS_ISSUE (self));

  self->line = line;
  self->column = column;
}

const char *
ter_issue_code_get_name (TerIssueCode code)
{
  g_return_val_if_fail (code < TER_N_ISSUES, NULL);

  return issue_table[code].name;
}

TerSeverity
ter_issue_code_get_severity (TerIssueCode code)
{
  g_return_val_if_fail (code < TER_N_ISSUES, TER_SEVERITY_ERROR);

  return issue_table[code].severity;
}

const char *
ter_issue_code_get_sentence (TerIssueCode code, const char *language)
{
  g_return_val_if_fail (code < TER_N_ISSUES, NULL);

  return issue_table[code].sentences[language_column (language)];
}

const char *
ter_issue_code_get_advice (TerIssueCode code, const char *language)
{
  g_return_val_if_fail (code < TER_N_ISSUES, NULL);

  return issue_table[code].advices[language_column (language)];
}

const char *
ter_severity_get_name (TerSeverity severity)
{
  switch (severity)
    {
    case TER_SEVERITY_ERROR: return "error";
    case TER_SEVERITY_WARNING: return "warning";
    case TER_SEVERITY_INFO:
    default: return "info";
    }
}

int
ter_issue_compare (gconstpointer a, gconstpointer b)
{
  const TerIssue *one = *(TerIssue *const *) a;
  const TerIssue *other = *(TerIssue *const *) b;
  int order = strcmp (one->file, other->file);

  if (order == 0)
    order = (one->line > other->line) - (one->line < other->line);
  if (order == 0)
    order = (one->column > other->column) - (one->column < other->column);
  if (order == 0)
    order = (int) one->code - (int) other->code;
  if (order == 0)
    order = strcmp (one->pointer, other->pointer);
  return order;
}

GVariant *
ter_issue_to_variant (TerIssue *self)
{
  g_return_val_if_fail (TER_IS_ISSUE (self), NULL);

  return g_variant_new ("(sssuu^as)", ter_issue_get_code (self), self->file, self->pointer, self->line, self->column,
                        self->parameters);
}

TerIssue *
ter_issue_new_from_variant (GVariant *variant)
{
  g_autofree char *file = NULL;
  g_autofree char *pointer = NULL;
  g_auto (GStrv) parameters = NULL;
  const char *name;
  guint line, column, code;
  TerIssue *self;

  g_return_val_if_fail (variant != NULL, NULL);
  g_return_val_if_fail (g_variant_is_of_type (variant, TER_ISSUE_VARIANT_TYPE), NULL);

  g_variant_get (variant, "(&sssuu^as)", &name, &file, &pointer, &line, &column, &parameters);
  for (code = 0; code < TER_N_ISSUES; code++)
    if (g_str_equal (issue_table[code].name, name))
      break;
  if (code == TER_N_ISSUES || g_strv_length (parameters) % 2 != 0)
    return NULL;

  self = g_object_new (TER_TYPE_ISSUE, NULL);
  self->code = code;
  self->file = g_steal_pointer (&file);
  self->pointer = g_steal_pointer (&pointer);
  self->line = line;
  self->column = column;
  self->parameters = g_steal_pointer (&parameters);
  return self;
}
