/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-commonmark.h"

/* Blocks as one line, so that a table of cases can be read: h2(…) p(…) ul[li[…]] q[…] code(…) hr table[tr[th|td…]]
 * pic(path|alternative|caption); runs: *emphasis* **strong** `code` {text→target}. */
static void
append_runs (GString *out, GPtrArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    {
      const TerRun *run = g_ptr_array_index (runs, i);
      const char *mark = (run->style & TER_RUN_STRONG)     ? ((run->style & TER_RUN_EMPHASIS) ? "***" : "**")
                         : (run->style & TER_RUN_EMPHASIS) ? "*"
                                                           : "";
      const char *code = (run->style & TER_RUN_CODE) ? "`" : "";

      g_string_append_printf (out, "%s%s%s%s%s", run->target ? "{" : "", mark, code, run->text, code);
      g_string_append (out, mark);
      if (run->target != NULL)
        g_string_append_printf (out, "→%s}", run->target);
    }
}

static void append_block (GString *out, const TerBlock *block);

static void
append_children (GString *out, const char *name, const TerBlock *block)
{
  g_string_append_printf (out, "%s[", name);
  for (guint i = 0; i < block->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_block (out, g_ptr_array_index (block->children, i));
    }
  g_string_append_c (out, ']');
}

static void
append_block (GString *out, const TerBlock *block)
{
  g_autofree char *list = NULL;

  switch (block->type)
    {
    case TER_BLOCK_HEADING:
      g_string_append_printf (out, "h%d(", block->level);
      append_runs (out, block->runs);
      g_string_append_c (out, ')');
      break;
    case TER_BLOCK_PARAGRAPH:
      g_string_append (out, "p(");
      append_runs (out, block->runs);
      g_string_append_c (out, ')');
      break;
    case TER_BLOCK_CELL:
      g_string_append (out, block->align == TER_ALIGN_END ? "→(" : block->align == TER_ALIGN_CENTER ? "↔(" : "(");
      append_runs (out, block->runs);
      g_string_append_c (out, ')');
      break;
    case TER_BLOCK_LIST:
      list = block->ordered ? g_strdup_printf ("ol%d", block->start) : g_strdup ("ul");
      append_children (out, list, block);
      break;
    case TER_BLOCK_ITEM: append_children (out, "li", block); break;
    case TER_BLOCK_QUOTE: append_children (out, "q", block); break;
    case TER_BLOCK_TABLE: append_children (out, "table", block); break;
    case TER_BLOCK_ROW: append_children (out, "tr", block); break;
    case TER_BLOCK_CODE: g_string_append_printf (out, "code(%s)", block->text); break;
    case TER_BLOCK_BREAK: g_string_append (out, "hr"); break;
    case TER_BLOCK_PICTURE:
      g_string_append_printf (out, "pic(%s|%s|%s)", block->path, block->text, block->caption ? block->caption : "");
      break;
    default: g_assert_not_reached ();
    }
}

static char *
describe (const char *text)
{
  g_autoptr (TerCommonmark) parsed = ter_commonmark_parse (text);
  GPtrArray *blocks = ter_commonmark_get_blocks (parsed);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < blocks->len; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      append_block (out, g_ptr_array_index (blocks, i));
    }
  return g_string_free_and_steal (out);
}

typedef struct
{
  const char *text, *blocks;
} Case;

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *blocks = describe (cases[i].text);

      g_assert_cmpstr (blocks, ==, cases[i].blocks);
    }
}

static void
test_blocks (void)
{
  static const Case cases[] = {
    { "", "" },
    { "Bonjour", "p(Bonjour)" },
    { "une\nligne", "p(une ligne)" },
    { "une  \nautre", "p(une\nautre)" },
    { "# Un\n\n## Deux #\n\nTrois\n=====", "h1(Un) h2(Deux) h1(Trois)" },
    { "- a\n- b", "ul[li[p(a)] li[p(b)]]" },
    { "3. a\n4. b", "ol3[li[p(a)] li[p(b)]]" },
    { "- a\n  - b\n    1. c", "ul[li[p(a) ul[li[p(b) ol1[li[p(c)]]]]]]" },
    { "> a\n>\n> > b", "q[p(a) q[p(b)]]" },
    { "```\na < b\n  c\n```", "code(a < b\n  c)" },
    { "    indented", "code(indented)" },
    { "a\n\n---\n\nb", "p(a) hr p(b)" },
    { "&amp; &eacute; \\*", "p(& é *)" },
    { "#", "" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_runs (void)
{
  static const Case cases[] = {
    { "a *b* **c** `d`", "p(a *b* **c** `d`)" },
    { "***a***", "p(***a***)" },
    { "**a *b* c**", "p(**a *****b***** c**)" },
    { "*`a`*", "p(*`a`*)" },
    { "[a **b**](entry:un-id)", "p({a →entry:un-id}{**b**→entry:un-id})" },
    { "[a](section:themes), b", "p({a→section:themes}, b)" },
    { "<https://a.fr/b?c=d&e>", "p({https://a.fr/b?c=d&e→https://a.fr/b?c=d&e})" },
    { "<qui@a.fr>", "p({qui@a.fr→mailto:qui@a.fr})" },
    { "## [a](https://a.fr)", "h2({a→https://a.fr})" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_tables (void)
{
  static const Case cases[] = {
    { "| a | b |\n|---|---|\n| 1 | 2 |", "table[tr[(a) (b)] tr[(1) (2)]]" },
    { "a | b\n--- | ---\n1 | 2", "table[tr[(a) (b)] tr[(1) (2)]]" },
    { "|a|b|c|\n|:-|:-:|-:|\n|1|2|3|", "table[tr[(a) ↔(b) →(c)] tr[(1) ↔(2) →(3)]]" },
    { "| a |\n|---|", "table[tr[(a)]]" },
    { "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n| | 2 |", "table[tr[(a) (b)] tr[(1) ()] tr[(1) (2)] tr[() (2)]]" },
    { "| **a** | [b](entry:b) |\n|---|---|\n| `1|2` | 3\\|4 |", "table[tr[(**a**) ({b→entry:b})] tr[(`1|2`) (3|4)]]" },
    { "| a | b |\n|---|---|\n| `1\\|2` | ![alt](p.png) |", "table[tr[(a) (b)] tr[(`1|2`) (alt)]]" },
    { "> | a | b |\n> |---|---|\n> | 1 | 2 |", "q[table[tr[(a) (b)] tr[(1) (2)]]]" },
    /* Not tables. */
    { "| a | b |", "p(| a | b |)" },
    { "| a | b |\n|---|", "p(| a | b | |---|)" },
    { "| a | b |\n| 1 | 2 |", "p(| a | b | | 1 | 2 |)" },
    { "a\n| - |", "p(a | - |)" },
    { "a \\| b `c\\|d`", "p(a | b `c\\|d`)" },
    { "    a \\| b", "code(a \\| b)" },
    { "a \\\\| b", "p(a \\| b)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_pictures (void)
{
  static const Case cases[] = {
    { "![Une carte](files/carte.png)", "pic(files/carte.png|Une carte|)" },
    { "![Une *carte*](files/carte.png \"Crédit : moi\")", "pic(files/carte.png|Une carte|Crédit : moi)" },
    { "avant ![x](a.png) après", "p(avant) pic(a.png|x|) p(après)" },
    { "![x](a.png)\n![y](b.png)", "pic(a.png|x|) pic(b.png|y|)" },
    { "- ![x](a.png)", "ul[li[pic(a.png|x|)]]" },
    { "# a ![x](a.png)", "h1(a x)" },
    { "[![x](a.png)](entry:b)", "pic(a.png|x|) p({x→entry:b})" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_html_is_text (void)
{
  static const Case cases[] = {
    { "<script>alert(1)</script>", "p(<script>alert(1)</script>)" },
    { "a <b>b</b> & <!-- c -->", "p(a <b>b</b> & <!-- c -->)" },
    { "<a href=\"https://a.fr\">a</a>", "p(<a href=\"https://a.fr\">a</a>)" },
    { "<span foreground='red'>a", "p(<span foreground='red'>a)" },
    { "<div>\n*a*\n</div>", "p(<div>\n*a*\n</div>)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_only_known_targets_are_links (void)
{
  static const Case cases[] = {
    { "[a](javascript:alert(1))", "p(a)" },
    { "[a](file:///etc/passwd)", "p(a)" },
    { "[a](data:text/html,x)", "p(a)" },
    { "[a](autre.md)", "p(a)" },
    { "[a](#b)", "p(a)" },
    { "[a](//a.fr)", "p(a)" },
    { "[a](https://)", "p(a)" },
    { "[a](https:///b)", "p(a)" },
    { "[a](<https://a.fr/b c>)", "p(a)" },
    { "[a](https://a.fr/\u202egnp.exe)", "p(a)" },
    { "[a](https://a.fr/\u200b)", "p(a)" },
    { "[a](HTTPS://a.fr)", "p({a→HTTPS://a.fr})" },
    { "[a](https://fr.wikipedia.org/wiki/Économie)", "p({a→https://fr.wikipedia.org/wiki/Économie})" },
    { "[a](mailto:)", "p(a)" },
    { "[a](entry:)", "p(a)" },
    { "[a](entry:../b)", "p(a)" },
    { "[a](entry:B)", "p(a)" },
    { "[a](entry:b--c)", "p(a)" },
    { "[a](entry:b' onclick=c)", "p([a](entry:b' onclick=c))" },
    { "[a](tel:+33100000000)", "p(a)" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_text_is_kept_exactly (void)
{
  static const Case cases[] = {
    { "a & b < c > d \" ' ;", "p(a & b < c > d \" ' ;)" },
    { "\u202edroite\u202c 👩‍👩‍👧 é e\u0301", "p(\u202edroite\u202c 👩‍👩‍👧 é e\u0301)" },
    { "\ufdd0 \\| a", "p(\ufdd0 | a)" },
    { "%s %n %%", "p(%s %n %%)" },
  };

  check (cases, G_N_ELEMENTS (cases));
  g_autofree char *invalid = describe ("a \xff b");

  g_assert_cmpstr (invalid, ==, "p(a \uFFFD b)");
}

static guint
greatest_depth (GPtrArray *blocks)
{
  guint depth = 0;

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    depth = MAX (depth, 1 + greatest_depth (((TerBlock *) g_ptr_array_index (blocks, i))->children));
  return depth;
}

static char *
repeat (const char *text, guint times)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (out, text);
  return g_string_free_and_steal (out);
}

/* Whatever is nested ten thousand deep or repeated ten thousand times is read at once, and stays shallow. */
static void
test_hostile_texts_are_boring (void)
{
  static const char *const units[] = {
    ">",
    "> ",
    "- ",
    "1. ",
    "*",
    "**",
    "_",
    "[",
    "![",
    "[a](",
    "](",
    "`",
    "``` ",
    "<",
    "<a ",
    "&",
    "|",
    "|-",
    "\\|",
    "#",
    "[^",
    "!",
    "\n",
    "a\n",
    "| a\n",
    "*a ",
    "[a][b]",
    "<!--",
    "e\u0301",
    "\u202e",
    "[![a](b)](entry:c)",
    "[a]: b\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = repeat (units[i], 10000);
      g_autoptr (TerCommonmark) parsed = NULL;
      gint64 start = g_get_monotonic_time ();

      parsed = ter_commonmark_parse (text);
      if (g_test_verbose ())
        g_test_message ("%s: %" G_GINT64_FORMAT " µs", units[i], g_get_monotonic_time () - start);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 2 * G_USEC_PER_SEC);
      g_assert_cmpuint (greatest_depth (ter_commonmark_get_blocks (parsed)), <=, TER_COMMONMARK_MAX_DEPTH + 3);
    }
}

static void
test_what_is_too_deep_is_shown_at_the_greatest_depth (void)
{
  g_autofree char *quotes = repeat ("> ", 50);
  g_autofree char *text = g_strconcat (quotes, "fin", NULL);
  g_autofree char *plain = ter_commonmark_to_plain (text);

  g_assert_cmpstr (plain, ==, "fin");
}

static void
test_a_text_is_cut_at_its_limit (void)
{
  g_autofree char *words = repeat ("é ", TER_COMMONMARK_MAX_CHARS / 2 - 1);
  g_autofree char *whole = g_strconcat (words, "fi", NULL);
  g_autofree char *over = g_strconcat (whole, "n", NULL);
  g_autofree char *plain = ter_commonmark_to_plain (over);
  g_autoptr (TerCommonmark) one = ter_commonmark_parse (whole);
  g_autoptr (TerCommonmark) two = ter_commonmark_parse (over);

  g_assert_false (ter_commonmark_is_cut (one));
  g_assert_true (ter_commonmark_is_cut (two));
  g_assert_cmpstr (plain, ==, whole);
}

static guint
find_longest_word (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  guint longest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1));
  return longest;
}

static void
test_no_word_is_too_long_to_lay_out (void)
{
  static const char *const patterns[] = { "%s", "# %s", "- %s", "`%s`", "```\n%s\n```", "|a|\n|-|\n|%s|", "<b %s>", "**%s**a" };
  static const char *const letters[] = { "x", "é", "\U0001F468\u200D", "e\u0301", "\u0301" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns) * G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *word = repeat (letters[i / G_N_ELEMENTS (patterns)], 5000);
      g_auto (GStrv) parts = g_strsplit (patterns[i % G_N_ELEMENTS (patterns)], "%s", 2);
      g_autofree char *text = g_strconcat (parts[0], word, parts[1], NULL);
      g_autofree char *plain = ter_commonmark_to_plain (text);

      g_assert_cmpuint (find_longest_word (plain), <=, TER_COMMONMARK_MAX_WORD * 2);
    }
  g_autofree char *just = repeat ("x", TER_COMMONMARK_MAX_WORD);
  g_autofree char *kept = ter_commonmark_to_plain (just);

  g_assert_cmpstr (kept, ==, just);
}

static void
test_plain_text_has_words_alone (void)
{
  static const Case cases[] = {
    { "# Titre\n\nUn **texte** [lié](entry:a).\n\n- un\n- deux", "Titre\nUn texte lié.\nun\ndeux" },
    { "| a | b |\n|---|---|\n| 1 | 2 |", "a · b\n1 · 2" },
    { "![Une carte](a.png \"Crédit\")\n\n---\n\n`code`", "Une carte\nCrédit\ncode" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = ter_commonmark_to_plain (cases[i].text);

      g_assert_cmpstr (plain, ==, cases[i].blocks);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/commonmark/blocks", test_blocks);
  g_test_add_func ("/commonmark/runs", test_runs);
  g_test_add_func ("/commonmark/tables", test_tables);
  g_test_add_func ("/commonmark/pictures", test_pictures);
  g_test_add_func ("/commonmark/html-is-text", test_html_is_text);
  g_test_add_func ("/commonmark/only-known-targets-are-links", test_only_known_targets_are_links);
  g_test_add_func ("/commonmark/text-is-kept-exactly", test_text_is_kept_exactly);
  g_test_add_func ("/commonmark/hostile-texts-are-boring", test_hostile_texts_are_boring);
  g_test_add_func ("/commonmark/too-deep-is-shown-at-the-greatest-depth", test_what_is_too_deep_is_shown_at_the_greatest_depth);
  g_test_add_func ("/commonmark/cut-at-its-limit", test_a_text_is_cut_at_its_limit);
  g_test_add_func ("/commonmark/no-word-is-too-long-to-lay-out", test_no_word_is_too_long_to_lay_out);
  g_test_add_func ("/commonmark/plain-text-has-words-alone", test_plain_text_has_words_alone);
  return g_test_run ();
}
