/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <string.h>

#include "ter-json.h"

/* Members that lack a language of the pack. */

/* "fr-CA" may be written as "fr": readers look there, too. */
static gboolean
has_language (JsonObject *object, const char *name, const char *language)
{
  g_autofree char *whole = g_strconcat (name, "@", language, NULL);
  g_autofree char *base = g_strndup (language, strcspn (language, "-"));
  g_autofree char *part = g_strconcat (name, "@", base, NULL);

  return json_object_has_member (object, whole) || json_object_has_member (object, part);
}

typedef struct
{
  TerLint *lint;
  gsize mark;
} Walk;

static void
member_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node, const char *pointer,
           gpointer user_data)
{
  Walk *walk = user_data;

  if (!(member->flags & TER_MEMBER_LOCALISED) || (member->flags & TER_MEMBER_NAME) || language != NULL)
    return;
  for (guint i = 0; i < walk->lint->further->len; i++)
    {
      const char *further = g_ptr_array_index (walk->lint->further, i);
      g_autofree char *wanted = NULL;

      if (has_language (object, name, further))
        continue;
      wanted = g_strconcat (name, "@", further, NULL);
      g_string_append (walk->lint->check->pointer, pointer);
      ter_check_add (walk->lint->check, TER_ISSUE_TRANSLATION_MISSING, "member", name, "wanted", wanted, NULL);
      ter_check_leave (walk->lint->check, walk->mark);
    }
}

void
ter_lint_translations (TerLint *lint, JsonObject *object, const TerShape *shape)
{
  Walk walk = { lint, lint->check->pointer->len };
  GString *pointer = g_string_new (NULL);

  ter_shape_walk (object, shape, pointer, member_cb, &walk);
  g_string_free (pointer, TRUE);
}
