/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-localized.h"

#include "ter-json.h"

/* "fr-CA" is looked for as it is, then as "fr". */
static JsonNode *
find_member (JsonObject *object, const char *member, const char *language)
{
  g_autofree char *name = g_strconcat (member, "@", language, NULL);
  JsonNode *node = json_object_get_member (object, name);
  char *dash;

  while (node == NULL && (dash = strrchr (name + strlen (member) + 1, '-')) != NULL)
    {
      *dash = '\0';
      node = json_object_get_member (object, name);
    }
  return node;
}

const char *
ter_localized_get (JsonObject *object, const char *member, const char *language, gboolean *used_default)
{
  const char *text = NULL;

  g_return_val_if_fail (member != NULL, NULL);

  if (object == NULL)
    return NULL;
  if (language != NULL && (text = ter_json_node_string (find_member (object, member, language))) != NULL)
    return text;

  text = ter_json_get_string (object, member);
  if (text != NULL && *text != '\0' && language != NULL && used_default != NULL)
    *used_default = TRUE;
  return text;
}

GStrv
ter_localized_dup_strv (JsonObject *object, const char *member, const char *language)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (member != NULL, NULL);

  if (object != NULL && language != NULL)
    {
      g_autofree char *exact = g_strconcat (member, "@", language, NULL);

      if (ter_json_node_array (json_object_get_member (object, exact)) != NULL)
        return ter_json_dup_strv (object, exact);
      if (strchr (language, '-') != NULL)
        {
          name = g_strndup (exact, strrchr (exact, '-') - exact);
          if (ter_json_node_array (json_object_get_member (object, name)) != NULL)
            return ter_json_dup_strv (object, name);
        }
    }
  return ter_json_dup_strv (object, member);
}
