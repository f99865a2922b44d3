/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sha256.h"

#include <errno.h>
#include <openssl/evp.h>
#include <string.h>
#include <unistd.h>

#define CHUNK (128u * 1024)

/* OpenSSL uses the processor's own instructions: several times faster than GChecksum. */
struct _TerSha256
{
  EVP_MD_CTX *context;
};

gboolean
ter_sha256_is_hex (const char *text)
{
  return text != NULL && strlen (text) == TER_SHA256_HEX && strspn (text, "0123456789abcdef") == TER_SHA256_HEX;
}

TerSha256 *
ter_sha256_new (void)
{
  TerSha256 *self = g_new0 (TerSha256, 1);

  self->context = EVP_MD_CTX_new ();
  /* Fails for want of memory alone, like g_malloc(). */
  if (self->context == NULL || EVP_DigestInit_ex (self->context, EVP_sha256 (), NULL) != 1)
    g_error ("OpenSSL has no SHA-256");
  return self;
}

void
ter_sha256_update (TerSha256 *self, gconstpointer data, gsize length)
{
  g_return_if_fail (self != NULL);

  EVP_DigestUpdate (self->context, data, length);
}

char *
ter_sha256_finish (TerSha256 *self)
{
  guchar digest[EVP_MAX_MD_SIZE];
  guint length = 0;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  EVP_DigestFinal_ex (self->context, digest, &length);
  text = g_string_sized_new (2 * length + 1);
  for (guint i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", digest[i]);
  return g_string_free_and_steal (text);
}

void
ter_sha256_free (TerSha256 *self)
{
  if (self == NULL)
    return;
  EVP_MD_CTX_free (self->context);
  g_free (self);
}

char *
ter_sha256_of_bytes (GBytes *bytes)
{
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  gsize length;
  gconstpointer data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &length);
  ter_sha256_update (sum, data, length);
  return ter_sha256_finish (sum);
}

char *
ter_sha256_of_fd (int fd, guint64 limit, guint64 *size, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (size != NULL, NULL);

  *size = 0;
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      n = read (fd, chunk, CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          return NULL;
        }
      if (n == 0)
        return ter_sha256_finish (sum);
      if ((guint64) n > limit - *size)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than %" G_GUINT64_FORMAT " bytes", limit);
          return NULL;
        }
      *size += n;
      ter_sha256_update (sum, chunk, n);
    }
  return NULL;
}
