/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-edit.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-json-edit-private.h"
#include "ter-json-scanner.h"

/* Where a value stands. Offsets in bytes. */
typedef struct _Span Span;
struct _Span
{
  Span *last;       /* nullable: the last of what a container holds */
  gsize name_start; /* of a member, at its quotation mark; as @start for an element */
  gsize name_end;
  gsize start;
  gsize end;
  gboolean member;
  guint n_added; /* to a container */
};

typedef struct
{
  gsize start;
  gsize end; /* what stands from @start to here goes */
  guint order;
  char *text;
} Change;

struct _TerJsonEdit
{
  GBytes *bytes;
  JsonNode *root;
  GHashTable *spans; /* pointer → Span */
  GArray *changes;
  char *unit; /* one step of indentation */
  const char *newline;
};

static void
change_clear (gpointer data)
{
  g_free (((Change *) data)->text);
}

/* ---- Where everything stands: a walk over a text that the scanner has found sound ---- */

typedef struct
{
  const char *start;
  const char *p;
  GString *pointer;
  GHashTable *spans;
} Walk;

static void
skip_space (Walk *walk)
{
  while (*walk->p == ' ' || *walk->p == '\t' || *walk->p == '\n' || *walk->p == '\r')
    walk->p++;
}

static void
skip_string (Walk *walk)
{
  for (walk->p++; *walk->p != '"'; walk->p++)
    if (*walk->p == '\\')
      walk->p++;
  walk->p++;
}

/* (transfer full): the name that stands from @start to @end, decoded. */
static char *
dup_name (const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, end - start);
  g_autoptr (JsonNode) node = NULL;

  if (strchr (text, '\\') == NULL)
    return g_strndup (start + 1, end - start - 2);
  node = json_from_string (text, NULL);
  return g_strdup (json_node_get_string (node));
}

static Span *walk_value (Walk *walk);

/* One member or element, the comma behind it included. */
static Span *
walk_child (Walk *walk, gboolean member, guint index)
{
  gsize mark = walk->pointer->len;
  gsize name_start = walk->p - walk->start, name_end = name_start;
  Span *span;

  if (member)
    {
      g_autofree char *name = NULL;

      skip_string (walk);
      name_end = walk->p - walk->start;
      name = dup_name (walk->start + name_start, walk->p);
      ter_json_pointer_append (walk->pointer, name);
      skip_space (walk);
      walk->p++;
      skip_space (walk);
    }
  else
    {
      g_string_append_printf (walk->pointer, "/%u", index);
    }
  span = walk_value (walk);
  span->member = member;
  span->name_start = name_start;
  span->name_end = name_end;
  g_string_truncate (walk->pointer, mark);
  skip_space (walk);
  if (*walk->p == ',')
    walk->p++;
  return span;
}

static Span *
walk_value (Walk *walk)
{
  Span *span = g_new0 (Span, 1);
  char open = *walk->p;

  span->start = walk->p - walk->start;
  g_hash_table_insert (walk->spans, g_strdup (walk->pointer->str), span);
  if (open == '{' || open == '[')
    {
      char close = open == '{' ? '}' : ']';

      walk->p++;
      skip_space (walk);
      for (guint i = 0; *walk->p != close; i++)
        {
          span->last = walk_child (walk, open == '{', i);
          skip_space (walk);
        }
      walk->p++;
    }
  else if (open == '"')
    skip_string (walk);
  else
    walk->p += strspn (walk->p, "+-.0123456789eEtrufalsn");
  span->end = walk->p - walk->start;
  return span;
}

/* ---- Making and dropping ---- */

static gboolean
set_error (TerJsonScan *scan, GError **error)
{
  GPtrArray *problems = ter_json_scan_get_problems (scan);
  TerJsonProblem *problem = problems->len > 0 ? g_ptr_array_index (problems, 0) : NULL;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%u:%u", problem != NULL ? problem->position.line : 1,
               problem != NULL ? problem->position.column : 1);
  return FALSE;
}

/* Nullable: the blanks between the beginning of its line and what stands at @offset, when there is nothing else. */
static char *
dup_indent (TerJsonEdit *self, gsize offset)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize start = offset;

  while (start > 0 && (data[start - 1] == ' ' || data[start - 1] == '\t'))
    start--;
  return start > 0 && data[start - 1] == '\n' ? g_strndup (data + start, offset - start) : NULL;
}

static void
learn_style (TerJsonEdit *self)
{
  gsize size;
  const char *data = g_bytes_get_data (self->bytes, &size);
  const char *line = memchr (data, '\n', size);
  Span *root = g_hash_table_lookup (self->spans, "");
  g_autofree char *indent = root->last != NULL ? dup_indent (self, root->last->name_start) : NULL;

  self->newline = line != NULL && line > data && line[-1] == '\r' ? "\r\n" : "\n";
  self->unit = indent != NULL && *indent != '\0' ? g_steal_pointer (&indent) : g_strdup ("  ");
}

TerJsonEdit *
ter_json_edit_new (GBytes *bytes, GError **error)
{
  g_autoptr (TerJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;
  TerJsonEdit *self;
  Walk walk;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  scan = ter_json_scan_new (bytes, NULL, NULL);
  if (!ter_json_scan_is_readable (scan) || ter_json_scan_get_problems (scan)->len > 0)
    {
      set_error (scan, error);
      return NULL;
    }
  root = ter_json_scan_build (scan, error);
  if (root == NULL)
    return NULL;

  self = g_new0 (TerJsonEdit, 1);
  self->root = g_steal_pointer (&root);
  /* Ended by a NUL, so that the walk need not count. */
  {
    const char *data = g_bytes_get_data (bytes, &size);

    self->bytes = g_bytes_new_take (g_strndup (data, size), size);
  }
  self->spans = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  self->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (self->changes, change_clear);

  walk = (Walk) { .pointer = g_string_new (NULL), .spans = self->spans };
  walk.start = walk.p = g_bytes_get_data (self->bytes, NULL);
  skip_space (&walk);
  walk_value (&walk);
  g_string_free (walk.pointer, TRUE);
  learn_style (self);
  return self;
}

void
ter_json_edit_free (TerJsonEdit *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->bytes);
  json_node_unref (self->root);
  g_hash_table_unref (self->spans);
  g_array_unref (self->changes);
  g_free (self->unit);
  g_free (self);
}

JsonNode *
ter_json_edit_get_root (TerJsonEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

gboolean
ter_json_edit_has (TerJsonEdit *self, const char *pointer)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_contains (self->spans, pointer);
}

gboolean
ter_json_edit_is_changed (TerJsonEdit *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->changes->len > 0;
}

/* ---- Changes ---- */

/* @text: (transfer full) */
static void
add_change (TerJsonEdit *self, gsize start, gsize end, char *text)
{
  Change change = { start, end, self->changes->len, text };

  g_array_append_val (self->changes, change);
}

static Span *
get_span (TerJsonEdit *self, const char *pointer)
{
  Span *span = g_hash_table_lookup (self->spans, pointer);

  g_assert (span != NULL);
  return span;
}

void
ter_json_edit_replace (TerJsonEdit *self, const char *pointer, const char *json)
{
  Span *span;
  const char *data;

  g_return_if_fail (self != NULL);
  g_return_if_fail (json != NULL);

  span = get_span (self, pointer);
  data = g_bytes_get_data (self->bytes, NULL);
  if (strlen (json) != span->end - span->start || memcmp (json, data + span->start, span->end - span->start) != 0)
    add_change (self, span->start, span->end, g_strdup (json));
}

void
ter_json_edit_replace_node (TerJsonEdit *self, const char *pointer, JsonNode *value)
{
  g_autofree char *indent = NULL;
  g_autofree char *json = NULL;
  TerJsonLayout layout;
  Span *span;

  g_return_if_fail (self != NULL);
  g_return_if_fail (value != NULL);

  span = get_span (self, pointer);
  indent = dup_indent (self, span->name_start);
  layout = (TerJsonLayout) { g_string_new (NULL), self->unit, self->newline, ": ", indent == NULL };
  ter_json_edit_write_node (&layout, value, indent != NULL ? indent : "");
  json = g_string_free_and_steal (layout.out);
  ter_json_edit_replace (self, pointer, json);
}

void
ter_json_edit_rename (TerJsonEdit *self, const char *pointer, const char *name)
{
  Span *span;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);

  span = get_span (self, pointer);
  g_return_if_fail (span->member);
  add_change (self, span->name_start, span->name_end, ter_json_edit_quote (name));
}

/* (transfer full): what stands between a member's name and its value. */
static char *
dup_colon (TerJsonEdit *self, const Span *span)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);

  return span->member ? g_strndup (data + span->name_end, span->start - span->name_end) : g_strdup (": ");
}

/* Writes @value with its name, if it has one, and the comma or the line break before it. */
static void
add_beside (TerJsonEdit *self, const Span *sibling, const char *name, JsonNode *value)
{
  g_autofree char *indent = dup_indent (self, sibling->name_start);
  g_autofree char *colon = dup_colon (self, sibling);
  TerJsonLayout layout = { g_string_new (indent != NULL ? "," : ", "), self->unit, self->newline, colon, indent == NULL };

  ter_json_edit_break_line (&layout, indent);
  if (name != NULL)
    {
      g_autofree char *quoted = ter_json_edit_quote (name);

      g_string_append_printf (layout.out, "%s%s", quoted, colon);
    }
  ter_json_edit_write_node (&layout, value, indent != NULL ? indent : "");
  add_change (self, sibling->end, sibling->end, g_string_free_and_steal (layout.out));
}

/* (transfer full): the blanks at the beginning of the line on which @offset stands. */
static char *
dup_line_indent (TerJsonEdit *self, gsize offset)
{
  const char *data = g_bytes_get_data (self->bytes, NULL);
  gsize start = offset;

  while (start > 0 && data[start - 1] != '\n')
    start--;
  return g_strndup (data + start, strspn (data + start, " \t"));
}

/* The first of a container goes where its blanks were; ter_json_edit_apply() writes the line break before its end. */
static void
add_inside (TerJsonEdit *self, Span *container, const char *name, JsonNode *value)
{
  g_autofree char *outer = dup_line_indent (self, container->start);
  g_autofree char *indent = g_strconcat (outer, self->unit, NULL);
  TerJsonLayout layout = { g_string_new (container->n_added > 0 ? "," : ""), self->unit, self->newline, ": ", FALSE };
  gsize start = container->n_added > 0 ? container->end - 1 : container->start + 1;

  ter_json_edit_break_line (&layout, indent);
  if (name != NULL)
    {
      g_autofree char *quoted = ter_json_edit_quote (name);

      g_string_append_printf (layout.out, "%s: ", quoted);
    }
  ter_json_edit_write_node (&layout, value, indent);
  container->n_added++;
  add_change (self, start, container->end - 1, g_string_free_and_steal (layout.out));
}

void
ter_json_edit_insert (TerJsonEdit *self, const char *pointer, const char *after, const char *name, JsonNode *value)
{
  g_autofree char *sibling_pointer = NULL;
  GString *joined;
  Span *object, *sibling = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (name != NULL);
  g_return_if_fail (value != NULL);

  object = get_span (self, pointer);
  if (after != NULL)
    {
      joined = g_string_new (pointer);
      ter_json_pointer_append (joined, after);
      sibling_pointer = g_string_free_and_steal (joined);
      sibling = g_hash_table_lookup (self->spans, sibling_pointer);
    }
  if (sibling == NULL)
    sibling = object->last;
  if (sibling != NULL)
    add_beside (self, sibling, name, value);
  else
    add_inside (self, object, name, value);
}

void
ter_json_edit_append (TerJsonEdit *self, const char *pointer, JsonNode *value)
{
  Span *array;

  g_return_if_fail (self != NULL);
  g_return_if_fail (value != NULL);

  array = get_span (self, pointer);
  if (array->last != NULL)
    add_beside (self, array->last, NULL, value);
  else
    add_inside (self, array, NULL, value);
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const Change *one = a, *other = b;

  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return (one->order > other->order) - (one->order < other->order);
}

/* The line break before the end of what was empty. */
static void
close_filled (TerJsonEdit *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->spans);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Span *span = value;
      g_autofree char *indent = NULL;

      if (span->n_added == 0)
        continue;
      span->n_added = 0;
      indent = dup_line_indent (self, span->start);
      add_change (self, span->end - 1, span->end - 1, g_strconcat (self->newline, indent, NULL));
    }
}

GBytes *
ter_json_edit_apply (TerJsonEdit *self)
{
  const char *data;
  gsize size, position = 0;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  data = g_bytes_get_data (self->bytes, &size);
  text = g_string_sized_new (size + 1024);
  close_filled (self);
  g_array_sort (self->changes, compare_changes);
  for (guint i = 0; i < self->changes->len; i++)
    {
      Change *change = &g_array_index (self->changes, Change, i);

      g_assert (change->start >= position);
      g_string_append_len (text, data + position, change->start - position);
      g_string_append (text, change->text);
      position = change->end;
    }
  g_string_append_len (text, data + position, size - position);
  return g_string_free_to_bytes (text);
}

char *
ter_json_edit_dup_raw (TerJsonEdit *self, const char *pointer)
{
  const char *data;
  Span *span;

  g_return_val_if_fail (self != NULL, NULL);

  span = get_span (self, pointer);
  data = g_bytes_get_data (self->bytes, NULL);
  return g_strndup (data + span->start, span->end - span->start);
}
