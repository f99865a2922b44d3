/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-columns-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ter-durable.h"
#include "ter-sha256.h"

/* A columns file: the head (this header, an entry a column, their names), then for each column its numbers, packed doubles, and its
 * texts: a cell a row, and the texts in which they point. Each begins at a multiple of eight. */

#define MAGIC "TerCols\n"
#define BYTE_ORDER_MARK 0x01020304u

typedef struct
{
  char magic[8];
  guint32 byte_order;
  guint32 format;
  char identity[TER_SHA256_HEX];
  guint64 length;   /* of the file */
  guint64 head_sum; /* of the head, with 0 in this place */
  guint32 n_head;   /* bytes of the head */
  guint32 n_columns;
  guint32 n_rows;
  guint32 padding;
} Header;

typedef struct
{
  guint64 numbers; /* 0: text */
  guint64 numbers_sum;
  guint64 cells;
  guint64 n_texts;
  guint64 texts_sum; /* of cells and texts */
  guint32 name;
  guint32 type;
} Entry;

G_STATIC_ASSERT (sizeof (Header) % 8 == 0 && sizeof (Entry) % 8 == 0);

/* FNV-1a by words of eight bytes, in four lanes that do not wait for each other. No change within one word passes unseen: each step
 * is a bijection. */
guint64
ter_columns_sum_up (gconstpointer data, gsize length)
{
  const guint64 prime = G_GUINT64_CONSTANT (0x100000001b3), *word = data, *end = word + length / 8;
  guint64 a = G_GUINT64_CONSTANT (0xcbf29ce484222325), b = 1, c = 2, d = 3;

  for (; end - word >= 4; word += 4)
    {
      a = (a ^ word[0]) * prime;
      b = (b ^ word[1]) * prime;
      c = (c ^ word[2]) * prime;
      d = (d ^ word[3]) * prime;
    }
  for (; word < end; word++)
    a = (a ^ *word) * prime;
  a = (a ^ b) * prime;
  a = (a ^ c) * prime;
  return ((a ^ d) * prime) ^ length;
}

/* ---- Writing ---- */

/* A column at a time: what is in memory twice is one of its parts. */
typedef struct
{
  TerColumns *columns;
  int fd;
  GByteArray *head;
  GByteArray *part;
  guint64 position; /* where the part will begin */
} Writer;

static void
pad (GByteArray *out)
{
  static const guint8 zeros[8];

  g_byte_array_append (out, zeros, (8 - out->len % 8) % 8);
}

static Entry *
get_entry (Writer *self, guint column)
{
  return (Entry *) (gpointer) (self->head->data + sizeof (Header)) + column;
}

static void
make_head (Writer *self)
{
  g_byte_array_set_size (self->head, sizeof (Header) + self->columns->n_columns * sizeof (Entry));
  memset (self->head->data, 0, self->head->len);
  for (guint i = 0; i < self->columns->n_columns; i++)
    {
      const char *name = self->columns->columns[i].name;

      get_entry (self, i)->name = self->head->len;
      get_entry (self, i)->type = self->columns->columns[i].type;
      g_byte_array_append (self->head, (const guint8 *) name, strlen (name) + 1);
    }
  pad (self->head);
}

static gboolean
write_part (Writer *self, gconstpointer data, gsize length, GError **error)
{
  self->position += length;
  return ter_durable_write (self->fd, data, length, error);
}

static gboolean
write_numbers (Writer *self, guint column, GError **error)
{
  const double *numbers = self->columns->columns[column].numbers;
  const gsize length = self->columns->n_rows * sizeof (double);

  if (numbers == NULL)
    return TRUE;
  get_entry (self, column)->numbers = self->position;
  get_entry (self, column)->numbers_sum = ter_columns_sum_up (numbers, length);
  return write_part (self, numbers, length, error);
}

static gboolean
write_texts (Writer *self, guint column, GError **error)
{
  const TerColumn *source = &self->columns->columns[column];
  const guint n_rows = self->columns->n_rows, begin = n_rows * sizeof (guint32);
  Entry *entry = get_entry (self, column);

  g_byte_array_set_size (self->part, begin);
  g_byte_array_append (self->part, (const guint8 *) "", 1);
  for (guint row = 0; row < n_rows; row++)
    {
      const char *text =
        source->cells[row] != 0 && source->cells[row] < source->n_texts ? source->texts + source->cells[row] : NULL;
      const guint32 cell = text != NULL ? self->part->len - begin : 0;

      memcpy (self->part->data + row * sizeof cell, &cell, sizeof cell);
      if (text != NULL)
        g_byte_array_append (self->part, (const guint8 *) text, strlen (text) + 1);
    }
  pad (self->part);
  entry->cells = self->position;
  entry->n_texts = self->part->len - begin;
  entry->texts_sum = ter_columns_sum_up (self->part->data, self->part->len);
  return write_part (self, self->part->data, self->part->len, error);
}

/* Last, when it is known where everything is: a file that ends before has no head. */
static gboolean
write_head (Writer *self, const char *identity, const char *path, GError **error)
{
  Header header = { .byte_order = BYTE_ORDER_MARK,
                    .format = TER_COLUMNS_FORMAT,
                    .n_head = self->head->len,
                    .length = self->position,
                    .n_columns = self->columns->n_columns,
                    .n_rows = self->columns->n_rows };

  memcpy (header.magic, MAGIC, sizeof header.magic);
  memcpy (header.identity, identity, sizeof header.identity);
  memcpy (self->head->data, &header, sizeof header);
  header.head_sum = ter_columns_sum_up (self->head->data, self->head->len);
  memcpy (self->head->data, &header, sizeof header);
  if (lseek (self->fd, 0, SEEK_SET) != 0)
    return ter_durable_fail (error, path, errno);
  return ter_durable_write (self->fd, self->head->data, self->head->len, error);
}

static gboolean
write_file (TerColumns *columns, int fd, const char *identity, const char *path, GError **error)
{
  g_autoptr (GByteArray) head = g_byte_array_new ();
  g_autoptr (GByteArray) part = g_byte_array_new ();
  Writer self = { .columns = columns, .fd = fd, .head = head, .part = part };

  make_head (&self);
  self.position = head->len;
  if (lseek (fd, head->len, SEEK_SET) < 0)
    return ter_durable_fail (error, path, errno);
  for (guint i = 0; i < columns->n_columns; i++)
    if (!write_numbers (&self, i, error) || !write_texts (&self, i, error))
      return FALSE;
  return write_head (&self, identity, path, error);
}

gboolean
ter_columns_save (TerColumns *self, const char *path, const char *identity, GError **error)
{
  g_autofree char *partial = g_strconcat (path, ".XXXXXX", NULL);
  gboolean written;
  int fd;

  g_return_val_if_fail (ter_sha256_is_hex (identity), FALSE);

  fd = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  written = write_file (self, fd, identity, path, error);
  if (close (fd) != 0 && written)
    written = ter_durable_fail (error, path, errno);
  if (written && rename (partial, path) != 0)
    written = ter_durable_fail (error, path, errno);
  if (!written)
    g_unlink (partial);
  return written;
}

/* ---- Opening ---- */

static gboolean
is_sound_head (const char *data, gsize length, const char *identity)
{
  const Header *header = (gconstpointer) data;
  g_autofree char *head = NULL;

  if (length < sizeof (Header) || memcmp (header->magic, MAGIC, sizeof header->magic) != 0 ||
      header->byte_order != BYTE_ORDER_MARK || header->format != TER_COLUMNS_FORMAT || header->length != length ||
      strncmp (header->identity, identity, TER_SHA256_HEX) != 0)
    return FALSE;
  if (header->n_head > length || header->n_head % 8 != 0 || header->n_head < sizeof (Header) ||
      (header->n_head - sizeof (Header)) / sizeof (Entry) < header->n_columns ||
      (header->n_head > 0 && data[header->n_head - 1] != '\0'))
    return FALSE;
  head = g_memdup2 (data, header->n_head);
  ((Header *) (gpointer) head)->head_sum = 0;
  return ter_columns_sum_up (head, header->n_head) == header->head_sum;
}

static gboolean
is_within (guint64 begin, guint64 length, gsize total)
{
  return begin % 8 == 0 && begin <= total && length <= total - begin;
}

static gboolean
take_entry (TerColumns *self, TerColumn *column, const Entry *entry, const char *data, gsize length)
{
  const guint64 n_cells = (guint64) self->n_rows * sizeof (guint32);
  const guint32 n_head = ((const Header *) (gconstpointer) data)->n_head;

  if (entry->name >= n_head || entry->type > TER_COLUMN_BOOLEAN || (entry->numbers == 0) != (entry->type == TER_COLUMN_TEXT) ||
      entry->n_texts == 0 || entry->n_texts > length || (n_cells + entry->n_texts) % 8 != 0 ||
      !is_within (entry->numbers, entry->numbers != 0 ? (guint64) self->n_rows * sizeof (double) : 0, length) ||
      !is_within (entry->cells, n_cells + entry->n_texts, length))
    return FALSE;
  column->name = g_strdup (data + entry->name);
  column->type = entry->type;
  column->numbers = entry->numbers != 0 ? (gconstpointer) (data + entry->numbers) : NULL;
  column->numbers_sum = entry->numbers_sum;
  column->cells = (gconstpointer) (data + entry->cells);
  column->texts = data + entry->cells + n_cells;
  column->n_texts = entry->n_texts;
  column->texts_sum = entry->texts_sum;
  return TRUE;
}

TerColumns *
ter_columns_open (const char *path, const char *identity, GError **error)
{
  g_autoptr (TerColumns) self = g_new0 (TerColumns, 1);
  const char *data;
  gsize length;
  gboolean is_sound;

  g_return_val_if_fail (path != NULL && identity != NULL, NULL);

  self->file = g_mapped_file_new (path, FALSE, error);
  if (self->file == NULL)
    return NULL;
  data = g_mapped_file_get_contents (self->file);
  length = g_mapped_file_get_length (self->file);
  is_sound = is_sound_head (data, length, identity);
  if (is_sound)
    {
      const Header *header = (gconstpointer) data;
      const Entry *entries = (gconstpointer) (data + sizeof (Header));

      self->n_rows = header->n_rows;
      self->n_columns = header->n_columns;
      self->columns = g_new0 (TerColumn, MAX (self->n_columns, 1));
      for (guint i = 0; i < self->n_columns && is_sound; i++)
        is_sound = take_entry (self, &self->columns[i], &entries[i], data, length);
    }
  if (is_sound)
    return g_steal_pointer (&self);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "%s: not the columns of this table", path);
  return NULL;
}

/* ---- Before a part is read ---- */

gboolean
ter_columns_check (TerColumns *self, guint index, TerColumnPart part)
{
  TerColumn *column = &self->columns[index];
  const gsize n_cells = self->n_rows * sizeof (guint32);
  gboolean is_sound;

  if (part == TER_COLUMN_NUMBERS)
    is_sound =
      column->numbers == NULL || ter_columns_sum_up (column->numbers, self->n_rows * sizeof (double)) == column->numbers_sum;
  else
    is_sound = ter_columns_sum_up (column->cells, n_cells + column->n_texts) == column->texts_sum &&
               column->texts[column->n_texts - 1] == '\0';
  if (is_sound)
    g_atomic_int_or (&column->checked, part);
  return is_sound;
}

void
ter_columns_blank (TerColumns *self, guint index, TerColumnPart part)
{
  TerColumn *column = &self->columns[index];

  if (part == TER_COLUMN_TEXTS)
    column->n_texts = 0;
  else if (column->numbers != NULL)
    {
      column->blank = g_new (double, MAX (self->n_rows, 1));
      for (guint row = 0; row < self->n_rows; row++)
        column->blank[row] = NAN;
      column->numbers = column->blank;
    }
  g_atomic_int_or (&column->checked, part);
}
