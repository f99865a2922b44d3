/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-picture-size.h"

#include <string.h>

#define BYTES(text) (const guint8 *) (text), sizeof (text) - 1

typedef struct
{
  const char *name;
  const guint8 *data;
  gsize length;
  TerPictureType type;
  int width, height;
} Case;

static const Case cases[] = {
  { "nothing", BYTES (""), TER_PICTURE_UNKNOWN, 0, 0 },
  { "text", BYTES ("Bonjour à tous, ceci n'est pas une image."), TER_PICTURE_UNKNOWN, 0, 0 },
  { "png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x03"), TER_PICTURE_PNG, 258, 3 },
  { "a huge png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20"), TER_PICTURE_PNG, 20000, 20000 },
  { "an impossible png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\0\0\0\x03"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "an empty png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\x03"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "a cut png", BYTES ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "jpeg", BYTES ("\xff\xd8\xff\xe0\0\4xx\xff\xff\xc2\0\x11\x08\0\x10\0\x20\3"), TER_PICTURE_JPEG, 32, 16 },
  { "a jpeg without a frame", BYTES ("\xff\xd8\xff\xe0\0\4xx\xff\xda\0\x11\x08\0\x10\0\x20\3"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "a cut jpeg", BYTES ("\xff\xd8\xff\xe0\xff\xff"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "a jpeg that goes nowhere", BYTES ("\xff\xd8\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0\xff\xe0\0\0"), TER_PICTURE_UNKNOWN, 0, 0 },
  { "webp extended", BYTES ("RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xff\0\0\x0f\0\0"), TER_PICTURE_WEBP, 256, 16 },
  { "webp lossless", BYTES ("RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x0f\xc0\x07\0\0\0\0\0\0"), TER_PICTURE_WEBP, 16, 32 },
  { "webp lossy", BYTES ("RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x10\0\x20\0"), TER_PICTURE_WEBP, 16, 32 },
  { "svg", BYTES ("<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), TER_PICTURE_SVG, 0, 0 },
  { "html", BYTES ("<html><body></body></html>"), TER_PICTURE_UNKNOWN, 0, 0 },
};

static void
test_the_header_tells_type_and_size (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int width = -1, height = -1;

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (ter_picture_size_read (cases[i].data, cases[i].length, &width, &height), ==, cases[i].type);
      g_assert_cmpint (width, ==, cases[i].width);
      g_assert_cmpint (height, ==, cases[i].height);
    }
}

/* Each beginning of each header, in a buffer of just that size: what reads too far is seen by the sanitizer. */
static void
test_a_cut_header_is_never_read_beyond_its_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (gsize length = 0; length <= cases[i].length; length++)
      {
        g_autofree guint8 *data = g_malloc (MAX (length, 1));
        int width, height;

        memcpy (data, cases[i].data, length);
        ter_picture_size_read (data, length, &width, &height);
        g_assert_cmpint (width, >=, 0);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-size/header-tells-type-and-size", test_the_header_tells_type_and_size);
  g_test_add_func ("/picture-size/cut-header-is-never-read-beyond-its-end", test_a_cut_header_is_never_read_beyond_its_end);
  return g_test_run ();
}
