/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-outline-feature.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* A text that is known to be sound: the end is looked at for safety, not for the sake of mistakes. */
typedef struct
{
  const char *p, *end;
} Text;

/* ---- Sound JSON ---- */

static void
skip_space (Text *text)
{
  while (text->p < text->end && (*text->p == ' ' || *text->p == '\n' || *text->p == '\t' || *text->p == '\r'))
    text->p++;
}

static gboolean
take (Text *text, char c)
{
  skip_space (text);
  if (text->p >= text->end || *text->p != c)
    return FALSE;
  text->p++;
  return TRUE;
}

/* Behind the quotation mark that ends it. */
static void
skip_string (Text *text)
{
  for (text->p++; text->p < text->end && *text->p != '"'; text->p++)
    if (*text->p == '\\')
      text->p++;
  text->p = MIN (text->p + 1, text->end);
}

static void
skip_value (Text *text)
{
  guint depth = 0;

  skip_space (text);
  do
    {
      if (text->p >= text->end)
        return;
      if (*text->p == '"')
        {
          skip_string (text);
          continue;
        }
      if (depth == 0 && strchr ("[{]},", *text->p) == NULL)
        {
          while (text->p < text->end && strchr (",]} \n\t\r", *text->p) == NULL)
            text->p++;
          return;
        }
      if (*text->p == '[' || *text->p == '{')
        depth++;
      else if (*text->p == ']' || *text->p == '}')
        depth--;
      text->p++;
    }
  while (depth > 0 && depth < G_MAXINT);
}

/* (transfer full) (nullable): the string that stands here, decoded; %NULL for another value. */
static char *
read_string (Text *text)
{
  const char *at;
  g_autoptr (JsonParser) parser = NULL;

  skip_space (text);
  at = text->p;
  skip_value (text);
  if (text->p - at < 2 || *at != '"')
    return NULL;
  if (memchr (at, '\\', text->p - at) == NULL)
    return g_strndup (at + 1, text->p - at - 2);
  parser = json_parser_new_immutable ();
  return json_parser_load_from_data (parser, at, text->p - at, NULL)
           ? g_strdup (json_node_get_string (json_parser_get_root (parser)))
           : NULL;
}

/* The next member of an object that has been entered: its name, and the text stands before its value. */
static gboolean
next_member (Text *text, char **name)
{
  g_clear_pointer (name, g_free);
  take (text, ',');
  skip_space (text);
  if (text->p >= text->end || *text->p != '"')
    return FALSE;
  *name = read_string (text);
  return take (text, ':') && *name != NULL;
}

static double
read_long_number (const char *at, gsize length)
{
  g_autofree char *copy = g_strndup (at, length);

  return g_ascii_strtod (copy, NULL);
}

/* Up to 15 digits and 22 of them behind the point: both exact in a double, and so is their quotient rounded (Clinger, PLDI 1990). */
static gboolean
read_number (Text *text, double *value)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *at, *p;
  guint64 digits = 0;
  guint n = 0, n_behind = 0;
  gboolean negative, point = FALSE;

  skip_space (text);
  at = p = text->p;
  negative = p < text->end && *p == '-';
  p += negative;
  for (; p < text->end && (g_ascii_isdigit (*p) || (*p == '.' && !point)); p++)
    if (*p == '.')
      point = TRUE;
    else
      {
        digits = n < 18 ? digits * 10 + (*p - '0') : digits;
        n++;
        n_behind += point;
      }
  if (n == 0)
    return FALSE;
  if (n <= 15 && (p >= text->end || (*p != 'e' && *p != 'E')))
    *value = (double) digits / powers[n_behind];
  else
    {
      while (p < text->end && strchr ("0123456789+-.eE", *p) != NULL)
        p++;
      *value = fabs (read_long_number (at, p - at));
    }
  if (negative)
    *value = -*value;
  text->p = p;
  return isfinite (*value);
}

/* ---- Geometry ---- */

static const char *
read_position (TerOutlineFeature *self, Text *text)
{
  TerPosition position;

  if (!take (text, '[') || !read_number (text, &position.longitude) || !take (text, ',') ||
      !read_number (text, &position.latitude) || fabs (position.longitude) > 180.0 || fabs (position.latitude) > 90.0)
    return "degrees";
  while (take (text, ','))
    skip_value (text);
  if (!take (text, ']'))
    return "degrees";
  self->west = MIN (self->west, position.longitude);
  self->east = MAX (self->east, position.longitude);
  self->south = MIN (self->south, position.latitude);
  self->north = MAX (self->north, position.latitude);
  g_array_append_val (self->positions, position);
  return NULL;
}

static const char *
read_ring (TerOutlineFeature *self, Text *text)
{
  guint start = self->positions->len, end;
  const TerPosition *first, *last;

  if (!take (text, '['))
    return "ring";
  if (!take (text, ']'))
    {
      do
        {
          const char *wanted = read_position (self, text);

          if (wanted != NULL)
            return wanted;
        }
      while (take (text, ','));
      take (text, ']');
    }
  end = self->positions->len;
  if (end - start < 4)
    return "ring";
  first = &g_array_index (self->positions, TerPosition, start);
  last = &g_array_index (self->positions, TerPosition, end - 1);
  g_array_append_val (self->rings, end);
  return first->longitude == last->longitude && first->latitude == last->latitude ? NULL : "ring";
}

static const char *
read_polygon (TerOutlineFeature *self, Text *text)
{
  if (!take (text, '[') || take (text, ']'))
    return "ring";
  do
    {
      const char *wanted = read_ring (self, text);

      if (wanted != NULL)
        return wanted;
    }
  while (take (text, ','));
  take (text, ']');
  return NULL;
}

static const char *
read_polygons (TerOutlineFeature *self, Text *text)
{
  if (!take (text, '['))
    return "ring";
  if (take (text, ']'))
    return NULL;
  do
    {
      const char *wanted = read_polygon (self, text);

      if (wanted != NULL)
        return wanted;
    }
  while (take (text, ','));
  return NULL;
}

/* The coordinates may come before the type that tells what they are. */
static const char *
read_geometry (TerOutlineFeature *self, Text *text)
{
  g_autofree char *name = NULL, *type = NULL;
  Text coordinates = { "", "" };

  if (!take (text, '{'))
    {
      skip_value (text);
      return "polygon";
    }
  while (next_member (text, &name))
    if (strcmp (name, "type") == 0)
      {
        g_free (type);
        type = read_string (text);
      }
    else if (strcmp (name, "coordinates") == 0)
      {
        coordinates.p = text->p;
        skip_value (text);
        coordinates.end = text->p;
      }
    else
      skip_value (text);
  take (text, '}');
  if (g_strcmp0 (type, "Polygon") == 0)
    return read_polygon (self, &coordinates);
  return g_strcmp0 (type, "MultiPolygon") == 0 ? read_polygons (self, &coordinates) : "polygon";
}

/* ---- Feature ---- */

/* Where the value of a member goes: %NULL: it is not wanted. */
static char **
find_property (TerOutlineFeature *self, const char *name)
{
  if (strcmp (name, "code") == 0)
    return &self->code;
  if (strcmp (name, "name") == 0)
    return &self->name;
  return strcmp (name, "nom") == 0 && self->name == NULL ? &self->name : NULL;
}

static gboolean
read_properties (TerOutlineFeature *self, Text *text)
{
  g_autofree char *name = NULL;

  if (!take (text, '{'))
    {
      skip_value (text);
      return FALSE;
    }
  while (next_member (text, &name))
    {
      char **value = find_property (self, name);

      if (value == NULL)
        {
          skip_value (text);
          continue;
        }
      self->has_code |= value == &self->code;
      g_free (*value);
      *value = read_string (text);
    }
  take (text, '}');
  return TRUE;
}

static void
forget_geometry (TerOutlineFeature *self)
{
  g_array_set_size (self->positions, 0);
  g_array_set_size (self->rings, 0);
  self->west = self->south = G_MAXDOUBLE;
  self->east = self->north = -G_MAXDOUBLE;
  self->wanted = "polygon";
}

void
ter_outline_feature_init (TerOutlineFeature *self)
{
  *self = (TerOutlineFeature) { .positions = g_array_new (FALSE, FALSE, sizeof (TerPosition)),
                                .rings = g_array_new (FALSE, FALSE, sizeof (guint)) };
  forget_geometry (self);
}

void
ter_outline_feature_clear (TerOutlineFeature *self)
{
  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->positions, g_array_unref);
  g_clear_pointer (&self->rings, g_array_unref);
}

void
ter_outline_feature_read (TerOutlineFeature *self, const char *text, gsize length)
{
  Text at = { text, text + length };
  g_autofree char *name = NULL, *type = NULL;
  gboolean properties = FALSE;

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->name, g_free);
  forget_geometry (self);
  self->is_feature = self->has_code = FALSE;
  if (!take (&at, '{'))
    return;
  while (next_member (&at, &name))
    if (strcmp (name, "type") == 0)
      {
        g_free (type);
        type = read_string (&at);
      }
    else if (strcmp (name, "properties") == 0)
      properties = read_properties (self, &at);
    else if (strcmp (name, "geometry") == 0)
      {
        forget_geometry (self);
        self->wanted = read_geometry (self, &at);
      }
    else
      skip_value (&at);
  self->is_feature = properties && g_strcmp0 (type, "Feature") == 0;
}
