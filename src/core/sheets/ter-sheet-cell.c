/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-cell.h"

#include <math.h>
#include <string.h>

#include "ter-limits.h"

char *
ter_sheet_cell_dup_trimmed (const char *text)
{
  const char *end;

  g_return_val_if_fail (text != NULL, NULL);

  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  end = text + strlen (text);
  while (end > text)
    {
      const char *before = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      end = before;
    }
  return g_strndup (text, end - text);
}

/* ---- Numbers ---- */

/* A number while it is read. */
typedef struct
{
  const char *p;
  GString *out;
  char decimal;
  gunichar group_sign; /* 0: none yet */
  guint group, digits; /* digits of the group, of all */
  TerSheetNumber *number;
} Reading;

/* The signs that stand between groups of three: all blanks are one. 0: it is none. */
static gunichar
get_group_sign (gunichar c, char decimal)
{
  switch (c)
    {
    case ' ':
    case 0xa0:
    case 0x2007:
    case 0x2008:
    case 0x2009:
    case 0x202f: return ' ';
    case '\'':
    case 0x2019: return '\'';
    case '.':
    case ',': return c != (gunichar) decimal ? c : 0;
    default: return 0;
    }
}

static const char *
skip_blanks (const char *p)
{
  while (g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Nullable: a unit that stands at @p. The longest comes first. */
static const char *
read_unit (const char **p)
{
  static const char *const units[] = { "k€", "M€", "Md€", "K€", "€", "$", "£", "%", "‰" };
  static const char *const words[][2] = { { "euros", "€" }, { "euro", "€" }, { "EUR", "€" } };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (*p, units[i]))
      {
        *p += strlen (units[i]);
        return units[i];
      }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strncasecmp (*p, words[i][0], strlen (words[i][0])) == 0)
      {
        *p += strlen (words[i][0]);
        return words[i][1];
      }
  return NULL;
}

static void
read_sign (Reading *self)
{
  if (g_str_has_prefix (self->p, "\u2212")) /* the sign that typographers use */
    {
      g_string_append_c (self->out, '-');
      self->p += strlen ("\u2212");
    }
  else if (*self->p == '-' || *self->p == '+')
    {
      if (*self->p == '-')
        g_string_append_c (self->out, '-');
      self->p++;
    }
}

/* A sign between groups of three stands at @c, and a digit behind it. */
static gboolean
is_group_sign (const Reading *self, gunichar c)
{
  gunichar sign = get_group_sign (c, self->decimal);
  const char *next = g_utf8_next_char (self->p);

  if (sign == 0 || self->number->fraction || !g_ascii_isdigit (*next))
    return FALSE;
  if (self->group_sign != 0)
    return sign == self->group_sign && self->group == 3;
  /* "0,123" has no groups, and so has "1234,567". */
  return self->group >= 1 && self->group <= 3 && (sign == ' ' || self->out->str[self->out->len - self->group] != '0');
}

static void
read_digits (Reading *self)
{
  for (; *self->p != '\0'; self->p = g_utf8_next_char (self->p))
    {
      gunichar c = g_utf8_get_char (self->p);

      if (c >= '0' && c <= '9')
        {
          g_string_append_c (self->out, c);
          self->group++;
          self->digits++;
        }
      else if (is_group_sign (self, c))
        {
          self->group_sign = get_group_sign (c, self->decimal);
          self->group = 0;
        }
      else if (c == (gunichar) self->decimal && !self->number->fraction && self->digits > 0 && g_ascii_isdigit (self->p[1]) &&
               (self->group_sign == 0 || self->group == 3))
        {
          g_string_append_c (self->out, '.');
          self->number->fraction = TRUE;
        }
      else
        break;
    }
}

/* "E+05" behind a fraction, or with a sign: "2E004" alone may be a code. */
static gboolean
read_exponent (Reading *self)
{
  const char *p = self->p + 1;
  gboolean sign;
  guint n = 0;

  if (*self->p != 'E' && *self->p != 'e')
    return FALSE;
  sign = *p == '+' || *p == '-';
  if (self->group_sign != 0 || !(sign || self->number->fraction))
    return FALSE;
  for (p += sign; g_ascii_isdigit (*p); p++)
    n++;
  if (n == 0 || n > 3)
    return FALSE;
  g_string_append_len (self->out, self->p, p - self->p);
  self->p = p;
  return TRUE;
}

/* (transfer full) (nullable) */
static char *
finish_number (Reading *self)
{
  double value = g_ascii_strtod (self->out->str, NULL);
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (!(fabs (value) <= TER_LIMIT_INTEGER))
    return NULL;
  if (!self->number->exponent)
    return g_strdup (self->out->str);
  g_ascii_formatd (buffer, sizeof buffer, floor (value) == value ? "%.0f" : "%.15g", value);
  return g_strdup (buffer);
}

char *
ter_sheet_cell_dup_number (const char *cell, char decimal, TerSheetNumber *number)
{
  g_autoptr (GString) out = g_string_new (NULL);
  Reading self = { .p = cell, .out = out, .decimal = decimal, .number = number };

  g_return_val_if_fail (cell != NULL && number != NULL, NULL);

  *number = (TerSheetNumber) { 0 };
  read_sign (&self);
  number->unit = read_unit (&self.p);
  if (number->unit != NULL)
    {
      self.p = skip_blanks (self.p);
      if (out->len == 0)
        read_sign (&self);
    }
  read_digits (&self);
  if (self.digits == 0 || (self.group_sign != 0 && !number->fraction && self.group != 3))
    return NULL;
  number->other_group = self.group_sign == '.' || self.group_sign == ',';
  number->exponent = read_exponent (&self);
  self.p = skip_blanks (self.p);
  if (number->unit == NULL)
    number->unit = read_unit (&self.p);
  return *self.p == '\0' ? finish_number (&self) : NULL;
}

gboolean
ter_sheet_cell_has_leading_zero (const char *cell)
{
  g_return_val_if_fail (cell != NULL, FALSE);

  cell += *cell == '-' || *cell == '+';
  return cell[0] == '0' && g_ascii_isdigit (cell[1]);
}

/* ---- Dates ---- */

/* A number of @least to @most digits; the text stands behind it. */
static gboolean
read_part (const char **p, guint least, guint most, guint *value)
{
  guint n = 0;

  *value = 0;
  for (; n < most && g_ascii_isdigit (**p); n++, (*p)++)
    *value = *value * 10 + (**p - '0');
  return n >= least && !g_ascii_isdigit (**p);
}

static gboolean
read_sign_between (const char **p, char sign)
{
  if (**p != sign)
    return FALSE;
  (*p)++;
  return TRUE;
}

/* "28/05/2020": the parts as they stand. @digits: (out): of the year */
static gboolean
read_parts (const char *cell, guint *first, guint *second, guint *year, guint *digits)
{
  const char *p = cell, *start;
  char sign;

  if (!read_part (&p, 1, 2, first) || (*p != '/' && *p != '.' && *p != '-'))
    return FALSE;
  sign = *p++;
  if (!read_part (&p, 1, 2, second) || !read_sign_between (&p, sign))
    return FALSE;
  start = p;
  if (!read_part (&p, 2, 4, year) || *p != '\0')
    return FALSE;
  *digits = p - start;
  return *digits != 3;
}

char *
ter_sheet_cell_dup_date (const char *cell, char order, gboolean *two)
{
  guint first, second, day, month, year, digits = 4;
  const char *p = cell;

  g_return_val_if_fail (cell != NULL, NULL);

  if (two != NULL)
    *two = FALSE;
  if (read_part (&p, 4, 4, &year))
    {
      if (!read_sign_between (&p, '-') || !read_part (&p, 2, 2, &month) || !read_sign_between (&p, '-') ||
          !read_part (&p, 2, 2, &day) || *p != '\0')
        return NULL;
    }
  else if (read_parts (cell, &first, &second, &year, &digits))
    {
      day = order == 'm' ? second : first;
      month = order == 'm' ? first : second;
    }
  else
    return NULL;
  if (month == 0 || month > 12 || year == 0 || !g_date_valid_dmy (day, month, digits == 2 ? 2000 + year : year))
    return NULL;
  if (two != NULL)
    *two = digits == 2;
  return digits == 2 ? NULL : g_strdup_printf ("%04u-%02u-%02u", year, month, day);
}

char *
ter_sheet_cell_dup_month (const char *cell)
{
  guint month, year;
  const char *p = cell;
  gboolean read;

  g_return_val_if_fail (cell != NULL, NULL);

  if (strlen (cell) != 7)
    return NULL;
  if (cell[2] == '/')
    read = read_part (&p, 2, 2, &month) && *p++ == '/' && read_part (&p, 4, 4, &year);
  else
    read = read_part (&p, 4, 4, &year) && *p++ == '-' && read_part (&p, 2, 2, &month);
  return read && month >= 1 && month <= 12 && year > 0 ? g_strdup_printf ("%04u-%02u", year, month) : NULL;
}

const char *
ter_sheet_cell_get_boolean (const char *cell)
{
  g_return_val_if_fail (cell != NULL, NULL);

  if (g_ascii_strcasecmp (cell, "true") == 0 || g_ascii_strcasecmp (cell, "vrai") == 0)
    return "true";
  if (g_ascii_strcasecmp (cell, "false") == 0 || g_ascii_strcasecmp (cell, "faux") == 0)
    return "false";
  return NULL;
}

gboolean
ter_sheet_cell_is_year (const char *cell)
{
  g_return_val_if_fail (cell != NULL, FALSE);

  return strlen (cell) == 4 && strspn (cell, "0123456789") == 4 && strcmp (cell, "1500") >= 0 && strcmp (cell, "2199") <= 0;
}

gboolean
ter_sheet_cell_is_missing (const char *cell)
{
  static const char *const exact[] = { "-", "--", "\u2013", "\u2014", "\u2026", "...", "..", ".",
                                       "s", "c",  "///",    "/",      "?",      "*",   "ε",  NULL };
  static const char *const words[] = { "n.d.",
                                       "n.d",
                                       "nd",
                                       "n/d",
                                       "n.c.",
                                       "nc",
                                       "n.s.",
                                       "ns",
                                       "na",
                                       "n/a",
                                       "n.a.",
                                       "nan",
                                       "null",
                                       "none",
                                       "non disponible",
                                       "non renseigné",
                                       "non communiqué",
                                       "secret",
                                       "so",
                                       "s.o.",
                                       "secret statistique",
                                       "missing",
                                       "not available",
                                       "vide",
                                       "absent",
                                       NULL };

  g_return_val_if_fail (cell != NULL, FALSE);

  if (*cell == '#' || g_strv_contains (exact, cell))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (g_ascii_strcasecmp (words[i], cell) == 0)
      return TRUE;
  return FALSE;
}
