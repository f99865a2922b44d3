/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mutate-zip.h"

#include <string.h>

static const char *const names[] = {
  "../evil",
  "../../../../../../../../tmp/ter-evil",
  "/tmp/ter-evil",
  "..\\evil",
  "C:\\evil",
  "content/../../evil",
  "./datapackage.json",
  "datapackage.json/",
  "datapackage.json",
  "Datapackage.json",
  "datapackage.json.sig",
  "content//entries.json",
  "content/entries.json",
  "CONTENT/entries.json",
  "content",
  "content/",
  "a/b/c/d/e",
  "",
  "/",
  ".",
  "..",
  ".hidden",
  "CON",
  "a:b",
  "a b",
  "a\nb",
  "e\xcc\x81",
  "\xc3\xa9",
  "\xff\xfe",
  "__MACOSX/x",
  "x.",
  "~",
  "-rf",
  "$HOME",
  "%2e%2e/evil",
};

static const guint32 numbers[] = { 0,     1,     2,     20,    21,    46,         63,         255,        4096,
                                   32767, 32768, 65534, 65535, 65536, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff };

static guint32
choose_number (GRand *rand)
{
  return numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))];
}

/* A number near the one that stands there, or one at an edge. */
static guint32
disturb (GRand *rand, guint32 value)
{
  return g_rand_boolean (rand) ? choose_number (rand) : value + g_rand_int_range (rand, -3, 4);
}

static void
set_name (GRand *rand, GString *name)
{
  static const char nul[] = "datapackage.json\0.txt";

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      g_string_truncate (name, 0);
      g_string_append_len (name, nul, sizeof nul - 1);
      break;
    case 1:
      g_string_truncate (name, 0);
      for (guint i = 0; i < 65; i++)
        g_string_append_c (name, 'a');
      break;
    case 2:
      for (guint i = 0; i < 65000; i++)
        g_string_append_c (name, 'a');
      break;
    case 3: g_string_append_c (name, '/'); break;
    case 4:
      if (name->len > 0)
        name->str[0] = g_ascii_toupper (name->str[0]);
      break;
    default: g_string_assign (name, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]); break;
    }
}

static void
add_extra (GRand *rand, GString *extra)
{
  static const char zip64[] =
    "\x01\x00\x18\x00\xff\xff\xff\xff\x00\x00\x00\x00\xff\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00";
  static const char unicode[] = "\x75\x70\x0e\x00\x01\x00\x00\x00\x00../evil";
  static const char unix_times[] = "UT\x05\x00\x01\x00\x00\x00\x00";
  static const char aes[] = "\x01\x99\x07\x00\x02\x00"
                            "AE\x03\x08\x00";
  static const char broken[] = "\x75\x78\xff\xff\x01";

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0: g_string_append_len (extra, zip64, sizeof zip64 - 1); break;
    case 1: g_string_append_len (extra, unicode, sizeof unicode - 1); break;
    case 2: g_string_append_len (extra, unix_times, sizeof unix_times - 1); break;
    case 3: g_string_append_len (extra, aes, sizeof aes - 1); break;
    case 4: g_string_append_len (extra, broken, sizeof broken - 1); break;
    default:
      for (guint i = 0; i < 3000; i++)
        g_string_append_c (extra, g_rand_int (rand));
      break;
    }
}

/* ---- A header: of the list, of the file, or of both ---- */

static void
spoil_header (GRand *rand, ZipHeader *header, guint what)
{
  static const guint16 flags[] = { 0, 1, 8, 9, 0x20, 0x40, 0x2000, 0x0800, 0x0809, 0xffff };
  static const guint16 methods[] = { 0, 1, 6, 8, 9, 12, 14, 20, 93, 95, 97, 98, 99, 0xffff };

  switch (what)
    {
    case 0: set_name (rand, header->name); break;
    case 1: header->flags = flags[g_rand_int_range (rand, 0, G_N_ELEMENTS (flags))]; break;
    case 2: header->method = methods[g_rand_int_range (rand, 0, G_N_ELEMENTS (methods))]; break;
    case 3: header->crc = disturb (rand, header->crc); break;
    case 4: header->packed = disturb (rand, header->packed); break;
    case 5: header->size = disturb (rand, header->size); break;
    case 6: header->version = choose_number (rand); break;
    case 7: header->time = choose_number (rand); break;
    case 8: header->date = choose_number (rand); break;
    case 9: add_extra (rand, header->extra); break;
    case 10: header->name_length = disturb (rand, header->name->len) & 0xffff; break;
    default: header->extra_length = disturb (rand, header->extra->len) & 0xffff; break;
    }
}

/* What is said twice is told twice the same way half of the time: then it is the content of the lie that has to be found. */
static void
spoil_headers (GRand *rand, ZipEntry *entry)
{
  const guint what = g_rand_int_range (rand, 0, 12);
  const guint where = g_rand_int_range (rand, 0, 4);
  g_autoptr (GRand) again = g_rand_copy (rand);

  if (where != 0)
    spoil_header (rand, &entry->local, what);
  if (where != 1)
    spoil_header (where == 0 ? rand : again, &entry->list, what);
}

/* ---- A file ---- */

static void
make_bomb (ZipEntry *entry)
{
  GString *zeros = g_string_sized_new (4 << 20);

  for (guint i = 0; i < 4 << 20; i++)
    g_string_append_c (zeros, ' ');
  g_string_free (entry->data, TRUE);
  entry->data = zeros;
  entry->local.method = entry->list.method = 0;
  entry->local.crc = entry->list.crc = zip_crc (zeros->str, zeros->len);
  zip_deflate (entry);
}

static void
spoil_stream (GRand *rand, ZipEntry *entry)
{
  zip_deflate (entry);
  if (entry->data->len == 0)
    return;
  if (g_rand_boolean (rand))
    entry->data->str[g_rand_int_range (rand, 0, entry->data->len)] ^= 1 << g_rand_int_range (rand, 0, 8);
  else
    {
      /* Shorter or longer than its own end, with sizes that agree. */
      g_string_truncate (entry->data, g_rand_int_range (rand, 0, entry->data->len + 1));
      if (g_rand_boolean (rand))
        g_string_append (entry->data, "tail");
      entry->local.packed = entry->list.packed = entry->data->len;
    }
}

static void
spoil_file (GRand *rand, ZipEntry *entry)
{
  static const guint32 modes[] = { 0120777, 0040755, 0060644, 0020644, 0010644, 0140644, 0106755, 0, 0177777 };

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0: entry->external = modes[g_rand_int_range (rand, 0, G_N_ELEMENTS (modes))] << 16; break;
    case 1: entry->external = 0x10; break;
    case 2: entry->made_by = choose_number (rand); break;
    case 3: entry->disk = choose_number (rand); break;
    case 4: entry->signature = disturb (rand, entry->signature); break;
    case 5: entry->unlisted = TRUE; break;
    case 6: entry->missing = TRUE; break;
    case 7: entry->descriptor = TRUE; break;
    case 8: g_string_append (g_rand_boolean (rand) ? entry->gap : entry->comment, "nothing to see"); break;
    case 9: entry->offset = disturb (rand, entry->position); break;
    case 10: make_bomb (entry); break;
    default: spoil_stream (rand, entry); break;
    }
}

/* ---- The order and the end ---- */

static void
spoil_order (GRand *rand, Zip *zip)
{
  const guint n = zip->entries->len;
  const guint one = g_rand_int_range (rand, 0, n), two = g_rand_int_range (rand, 0, n);
  gpointer kept = g_ptr_array_index (zip->entries, one);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      zip->entries->pdata[one] = zip->entries->pdata[two];
      zip->entries->pdata[two] = kept;
      break;
    case 1:
      for (guint i = 0; i < n; i++)
        {
          const guint index = n - 1 - i;

          g_array_append_val (zip->order, index);
        }
      break;
    case 2:
      /* One is listed twice, another not at all. */
      for (guint i = 0; i < n; i++)
        {
          const guint index = i == one ? two : i;

          g_array_append_val (zip->order, index);
        }
      break;
    default: g_ptr_array_remove_index (zip->entries, one); break;
    }
}

static void
add_entry (GRand *rand, Zip *zip)
{
  ZipEntry *entry = g_ptr_array_index (zip->entries, g_rand_int_range (rand, 0, zip->entries->len));
  ZipEntry *copy;

  if (g_rand_boolean (rand))
    {
      copy = zip_add (zip, names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))], "evil", 4);
      return;
    }
  copy = zip_copy (entry);
  g_ptr_array_insert (zip->entries, g_rand_int_range (rand, 0, zip->entries->len + 1), copy);
  if (g_rand_boolean (rand))
    {
      set_name (rand, copy->local.name);
      g_string_truncate (copy->list.name, 0);
      g_string_append_len (copy->list.name, copy->local.name->str, copy->local.name->len);
    }
  /* Both at one place: overlapping. */
  if (g_rand_int_range (rand, 0, 4) == 0)
    copy->missing = TRUE, copy->offset = 0;
}

static void
add_many (GRand *rand, Zip *zip)
{
  const guint n = g_rand_int_range (rand, 0, 8) == 0 ? 20001 : g_rand_int_range (rand, 2, 300);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("files/%u%s", i, g_rand_int_range (rand, 0, 4) == 0 ? "/" : "");

      zip_add (zip, name, "", 0);
    }
}

static void
spoil_end (GRand *rand, Zip *zip)
{
  GString *const places[] = { zip->head, zip->tail, zip->comment, zip->before_list, zip->before_end };

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0: zip->count = disturb (rand, zip->entries->len) & 0xffff; break;
    case 1: zip->count_here = disturb (rand, zip->entries->len) & 0xffff; break;
    case 2: zip->list_size = disturb (rand, 100) & 0x7fffffff; break;
    case 3: zip->list_offset = disturb (rand, 100); break;
    case 4: zip->comment_length = disturb (rand, zip->comment->len) & 0xffff; break;
    case 5: zip->disk = choose_number (rand); break;
    case 6: zip->list_disk = choose_number (rand); break;
    case 7: zip->zip64 = TRUE; break;
    case 8: g_string_append_len (zip->comment, "PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 22); break;
    default: g_string_append (places[g_rand_int_range (rand, 0, G_N_ELEMENTS (places))], "PK\3\4 and more"); break;
    }
}

void
mutate_zip (GRand *rand, Zip *zip, GString *log)
{
  static const char *const words[] = { "headers", "headers", "headers", "file", "file", "file",
                                       "order",   "add",     "many",    "end",  "end",  "deflate" };

  for (int i = g_rand_int_range (rand, 1, 4); i > 0 && zip->entries->len > 0; i--)
    {
      const guint what = g_rand_int_range (rand, 0, G_N_ELEMENTS (words));
      const guint index = g_rand_int_range (rand, 0, zip->entries->len);
      ZipEntry *entry = g_ptr_array_index (zip->entries, index);

      g_string_append_printf (log, "zip %s of %u; ", words[what], index);
      switch (what)
        {
        case 0:
        case 1:
        case 2: spoil_headers (rand, entry); break;
        case 3:
        case 4:
        case 5: spoil_file (rand, entry); break;
        case 6: spoil_order (rand, zip); break;
        case 7: add_entry (rand, zip); break;
        case 8: add_many (rand, zip); break;
        case 9:
        case 10: spoil_end (rand, zip); break;
        default: zip_deflate (entry); break;
        }
    }
}
