/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All problems that a pack can have: TER_ISSUE (CODE, "stable-code", SEVERITY,
 *   English sentence, English advice, French sentence, French advice).
 * The app, territoires-pack and docs/pack-format.md read this one table. A code is never renamed nor given another meaning.
 * {name} stands for a parameter: ter_issue_new() says its value. Both languages stand side by side, so that a report can be
 * written in either whatever the locale is. */

/* One sentence a line. */
/* clang-format off */
/* The pack and its files */
TER_ISSUE (MANIFEST_MISSING, "manifest-missing", ERROR,
  "There is no datapackage.json here: this is not a pack.",
  "Choose the folder that holds datapackage.json, or write one.",
  "Il n’y a pas de datapackage.json ici : ce n’est pas un pack.",
  "Choisissez le dossier qui contient datapackage.json, ou écrivez ce fichier.")
TER_ISSUE (PACK_TOO_LARGE, "pack-too-large", ERROR,
  "The pack’s files take more than {limit} in all.",
  "Leave out large files, or make two packs.",
  "Les fichiers du pack dépassent {limit} en tout.",
  "Retirez de gros fichiers, ou faites deux packs.")
TER_ISSUE (FILES_TOO_MANY, "files-too-many", ERROR,
  "The pack has more than {limit} files.",
  "Leave out files, or make two packs.",
  "Le pack a plus de {limit} fichiers.",
  "Retirez des fichiers, ou faites deux packs.")
TER_ISSUE (ENTRIES_TOO_MANY, "entries-too-many", ERROR,
  "The pack has more than {limit} entries.",
  "Make two packs.",
  "Le pack a plus de {limit} fiches.",
  "Faites deux packs.")
TER_ISSUE (PATH_INVALID, "path-invalid", ERROR,
  "“{path}” is not a path that a pack may have.",
  "Use at most 4 levels of 64 letters, digits, “.”, “_” or “-”, parted by “/”, none starting with a dot.",
  "« {path} » n’est pas un chemin permis dans un pack.",
  "Utilisez au plus 4 niveaux de 64 lettres sans accent, chiffres, « . », « _ » ou « - », séparés par « / », aucun ne commençant par un point.")
TER_ISSUE (PATH_TWIN, "path-twin", ERROR,
  "“{path}” and “{other}” differ only by capital letters: some computers take them for one file.",
  "Rename one of the two.",
  "« {path} » et « {other} » ne diffèrent que par les majuscules : certains ordinateurs n’y voient qu’un fichier.",
  "Renommez l’un des deux.")
TER_ISSUE (PATH_DUPLICATE, "path-duplicate", ERROR,
  "“{path}” is listed twice.",
  "Keep one of the two resources.",
  "« {path} » figure deux fois dans la liste.",
  "Gardez une seule des deux ressources.")
TER_ISSUE (FILE_MISSING, "file-missing", ERROR,
  "The file “{path}” is listed but missing.",
  "Add the file, or take it out of “resources”.",
  "Le fichier « {path} » est dans la liste mais il manque.",
  "Ajoutez le fichier, ou retirez-le de « resources ».")
TER_ISSUE (FILE_SIZE, "file-size", ERROR,
  "“{path}” has {found} bytes, the list says {expected}.",
  "Restore the file, or correct “bytes” and “hash”.",
  "« {path} » fait {found} octets, la liste en annonce {expected}.",
  "Rétablissez le fichier, ou corrigez « bytes » et « hash ».")
TER_ISSUE (FILE_HASH, "file-hash", ERROR,
  "“{path}” is not the file that was listed: its SHA-256 is {found}.",
  "Restore the file, or correct “hash”.",
  "« {path} » n’est pas le fichier annoncé : son SHA-256 est {found}.",
  "Rétablissez le fichier, ou corrigez « hash ».")
TER_ISSUE (FILE_UNLISTED, "file-unlisted", ERROR,
  "The file “{path}” is not listed.",
  "List it in “resources”, or take it out of the folder.",
  "Le fichier « {path} » n’est pas dans la liste.",
  "Ajoutez-le à « resources », ou retirez-le du dossier.")
TER_ISSUE (FILE_NOT_REGULAR, "file-not-regular", ERROR,
  "“{path}” is a link, a pipe or a device, not a file.",
  "Put the file itself in its place.",
  "« {path} » est un lien, un tube ou un périphérique, pas un fichier.",
  "Mettez le fichier lui-même à sa place.")
TER_ISSUE (FILE_UNREADABLE, "file-unreadable", ERROR,
  "“{path}” cannot be read: {reason}.",
  "Look at the file’s permissions and at the disk.",
  "« {path} » ne peut pas être lu : {reason}.",
  "Vérifiez les droits du fichier et l’état du disque.")
TER_ISSUE (FILE_TOO_LARGE, "file-too-large", ERROR,
  "“{path}” is larger than {limit}.",
  "Part it into several files.",
  "« {path} » dépasse {limit}.",
  "Répartissez-le en plusieurs fichiers.")
TER_ISSUE (FILE_ENCODING, "file-encoding", ERROR,
  "The text is not UTF-8 from here on.",
  "Save the file as UTF-8, without a byte order mark.",
  "À partir d’ici, le texte n’est plus de l’UTF-8.",
  "Enregistrez le fichier en UTF-8, sans marque d’ordre des octets (BOM).")
TER_ISSUE (INSTALLATION_DAMAGED, "installation-damaged", ERROR,
  "The files of this installed pack are damaged or missing on this computer’s disk.",
  "Import the pack again, go back to its previous version, or remove it: your favourites and notes stay.",
  "Les fichiers de ce pack installé sont abîmés ou manquent sur le disque de cet ordinateur.",
  "Importez de nouveau le pack, revenez à sa version précédente ou retirez-le : vos favoris et vos notes restent.")
/* The archive: a .tpack as a file */
TER_ISSUE (ARCHIVE_NOT_ZIP, "archive-not-zip", ERROR,
  "This file is not a pack: it is not a ZIP archive.",
  "Choose a .tpack file, or ask for the pack again.",
  "Ce fichier n’est pas un pack : ce n’est pas une archive ZIP.",
  "Choisissez un fichier .tpack, ou redemandez le pack.")
TER_ISSUE (ARCHIVE_TRUNCATED, "archive-truncated", ERROR,
  "The end of this file is missing: it was not copied whole.",
  "Copy it again, and take the key out only once the copy is done.",
  "La fin de ce fichier manque : il n’a pas été copié en entier.",
  "Copiez-le de nouveau, et ne retirez la clé qu’une fois la copie terminée.")
TER_ISSUE (ARCHIVE_DAMAGED, "archive-damaged", ERROR,
  "The archive is damaged: its list of files cannot be followed.",
  "Copy it again, or ask for the pack again.",
  "L’archive est abîmée : on ne peut pas suivre sa liste de fichiers.",
  "Copiez-la de nouveau, ou redemandez le pack.")
TER_ISSUE (ARCHIVE_FILE_DAMAGED, "archive-file-damaged", ERROR,
  "“{path}” is damaged: it cannot be unpacked as it was packed.",
  "Copy the pack again, or ask for it again.",
  "« {path} » est abîmé : il ne se décompresse pas tel qu’il a été mis dans l’archive.",
  "Copiez le pack de nouveau, ou redemandez-le.")
TER_ISSUE (ARCHIVE_ENCRYPTED, "archive-encrypted", ERROR,
  "“{path}” is protected by a password: a pack never is.",
  "Make the archive again without a password.",
  "« {path} » est protégé par un mot de passe : un pack ne l’est jamais.",
  "Refaites l’archive sans mot de passe.")
TER_ISSUE (ARCHIVE_METHOD, "archive-method", ERROR,
  "“{path}” is compressed in a way that packs do not use (method {method}).",
  "Make the archive again with territoires-pack build, or as an ordinary ZIP.",
  "« {path} » est compressé d’une façon que les packs n’utilisent pas (méthode {method}).",
  "Refaites l’archive avec territoires-pack build, ou comme un ZIP ordinaire.")
TER_ISSUE (ARCHIVE_ZIP64, "archive-zip64", ERROR,
  "The archive is of the kind made for very large files (Zip64), which packs do not use.",
  "Make the archive again with territoires-pack build.",
  "L’archive est du genre prévu pour les très gros fichiers (Zip64), que les packs n’utilisent pas.",
  "Refaites l’archive avec territoires-pack build.")
TER_ISSUE (ARCHIVE_SPLIT, "archive-split", ERROR,
  "This is one part of an archive in several parts.",
  "Make the archive again in one file.",
  "Ceci est un morceau d’une archive en plusieurs parties.",
  "Refaites l’archive en un seul fichier.")
TER_ISSUE (ARCHIVE_HEADER_DIFFERS, "archive-header-differs", ERROR,
  "The archive says two different things about “{path}”.",
  "Do not use it: ask whoever publishes the pack for a sound one.",
  "L’archive dit deux choses différentes de « {path} ».",
  "Ne l’utilisez pas : demandez un pack sain à qui le publie.")
TER_ISSUE (ARCHIVE_HIDDEN_DATA, "archive-hidden-data", ERROR,
  "The archive holds data that belong to none of its files.",
  "Do not use it: ask whoever publishes the pack for a sound one.",
  "L’archive contient des données qui n’appartiennent à aucun de ses fichiers.",
  "Ne l’utilisez pas : demandez un pack sain à qui le publie.")
TER_ISSUE (ARCHIVE_OVERLAP, "archive-overlap", ERROR,
  "“{path}” takes the place of something else in the archive: traps are made like that.",
  "Do not use it: ask whoever publishes the pack for a sound one.",
  "« {path} » empiète sur autre chose dans l’archive : on fabrique ainsi des pièges.",
  "Ne l’utilisez pas : demandez un pack sain à qui le publie.")
TER_ISSUE (ARCHIVE_RATIO, "archive-ratio", ERROR,
  "Unpacked, this would be more than {limit} times larger: traps are made like that.",
  "Do not use it: ask whoever publishes the pack for a sound one.",
  "Une fois décompressé, ceci serait plus de {limit} fois plus gros : on fabrique ainsi des pièges.",
  "Ne l’utilisez pas : demandez un pack sain à qui le publie.")
TER_ISSUE (ARCHIVE_TOO_LARGE, "archive-too-large", ERROR,
  "This file is larger than {limit}, the most that a pack may be.",
  "Leave out large files, or make two packs.",
  "Ce fichier dépasse {limit}, le plus qu’un pack puisse faire.",
  "Retirez de gros fichiers, ou faites deux packs.")
TER_ISSUE (ARCHIVE_LIST_TOO_LARGE, "archive-list-too-large", ERROR,
  "The archive’s list of files, or a remark in it, takes more than {limit}.",
  "Make the archive again with territoires-pack build.",
  "La liste des fichiers de l’archive, ou une remarque qui s’y trouve, dépasse {limit}.",
  "Refaites l’archive avec territoires-pack build.")
/* JSON */
TER_ISSUE (JSON_SYNTAX, "json-syntax", ERROR,
  "“{found}” was not expected here: this is not JSON.",
  "Look for a comma, a quotation mark or a bracket too many or missing just before.",
  "« {found} » n’était pas attendu ici : ce n’est pas du JSON.",
  "Cherchez juste avant une virgule, un guillemet ou un crochet en trop ou manquant.")
TER_ISSUE (JSON_TRUNCATED, "json-truncated", ERROR,
  "The file ends too early.",
  "Restore the end of the file: a bracket or a quotation mark is not closed.",
  "Le fichier s’arrête trop tôt.",
  "Rétablissez la fin du fichier : un crochet ou un guillemet n’est pas fermé.")
TER_ISSUE (JSON_DUPLICATE, "json-duplicate", ERROR,
  "The member “{member}” stands here twice.",
  "Keep one of the two.",
  "Le membre « {member} » figure deux fois ici.",
  "Gardez un seul des deux.")
TER_ISSUE (JSON_NUL, "json-nul", ERROR,
  "The text holds the character U+0000.",
  "Take out \\u0000.",
  "Le texte contient le caractère U+0000.",
  "Retirez \\u0000.")
TER_ISSUE (JSON_NUMBER, "json-number", ERROR,
  "The number {number} is beyond ±(2^53 − 1), where computers stop being exact.",
  "Write it as text if it is a code; otherwise choose a larger unit.",
  "Le nombre {number} dépasse ±(2^53 − 1), où les ordinateurs cessent d’être exacts.",
  "Écrivez-le comme un texte si c’est un code ; sinon, choisissez une unité plus grande.")
TER_ISSUE (JSON_DEPTH, "json-depth", ERROR,
  "Brackets are nested deeper than {limit} levels.",
  "Write the content flatter.",
  "Les crochets sont imbriqués sur plus de {limit} niveaux.",
  "Écrivez le contenu plus à plat.")
TER_ISSUE (JSON_SIZE, "json-size", ERROR,
  "This is larger than {limit}, the most that one record may hold.",
  "Part it into several records or files.",
  "Ceci dépasse {limit}, le plus qu’un enregistrement puisse contenir.",
  "Répartissez-le en plusieurs enregistrements ou fichiers.")
TER_ISSUE (VALUES_TOO_MANY, "values-too-many", ERROR,
  "This has more than {limit} values, the most that one record may have.",
  "Part it into several records or files.",
  "Ceci a plus de {limit} valeurs, le plus qu’un enregistrement puisse avoir.",
  "Répartissez-le en plusieurs enregistrements ou fichiers.")
TER_ISSUE (FILE_VALUES_TOO_MANY, "file-values-too-many", ERROR,
  "From here on, the file has more than {limit} values and names of members in all.",
  "Part it into several files.",
  "À partir d’ici, le fichier a plus de {limit} valeurs et noms de membres en tout.",
  "Répartissez-le en plusieurs fichiers.")
TER_ISSUE (POSITIONS_TOO_MANY, "positions-too-many", ERROR,
  "From here on, the outlines have more than {limit} positions.",
  "Simplify them: a screen shows a few thousand points of a map.",
  "À partir d’ici, les contours ont plus de {limit} positions.",
  "Simplifiez-les : un écran montre quelques milliers de points d’une carte.")
TER_ISSUE (OUTLINES_TOO_MANY, "outlines-too-many", ERROR,
  "The file has more than {limit} outlines.",
  "Part it into several files.",
  "Le fichier a plus de {limit} contours.",
  "Répartissez-le en plusieurs fichiers.")
TER_ISSUE (RECORDS_TOO_MANY, "records-too-many", ERROR,
  "The file has more than {limit} records.",
  "Part it into several files.",
  "Le fichier a plus de {limit} enregistrements.",
  "Répartissez-le en plusieurs fichiers.")
TER_ISSUE (MEMBERS_TOO_MANY, "members-too-many", ERROR,
  "This object has more than {limit} members.",
  "Part it into several objects.",
  "Cet objet a plus de {limit} membres.",
  "Répartissez-le en plusieurs objets.")
TER_ISSUE (MEMBERS_ALIKE, "members-alike", ERROR,
  "More than {limit} members of this object have names that look chosen to slow their reader down.",
  "Give the members other names.",
  "Plus de {limit} membres de cet objet ont des noms qui semblent choisis pour ralentir leur lecture.",
  "Donnez d’autres noms aux membres.")
TER_ISSUE (JSON_ROOT, "json-root", ERROR,
  "The file should hold {expected}.",
  "Compare with the example in the description of the format.",
  "Le fichier devrait contenir {expected}.",
  "Comparez avec l’exemple de la description du format.")
/* The manifest */
TER_ISSUE (FORMAT_INVALID, "format-invalid", ERROR,
  "“format” does not say a version of the pack format.",
  "Write \"format\": [1, 0].",
  "« format » n’indique pas une version du format de pack.",
  "Écrivez \"format\": [1, 0].")
TER_ISSUE (FORMAT_NEWER_MAJOR, "format-newer-major", ERROR,
  "This pack is written in version {major} of the format, which this version of Territoires does not know.",
  "Update Territoires.",
  "Ce pack est écrit dans la version {major} du format, que cette version de Territoires ne connaît pas.",
  "Mettez Territoires à jour.")
TER_ISSUE (FORMAT_NEWER_MINOR, "format-newer-minor", INFO,
  "This pack is written in version {version} of the format: some of it may not be shown.",
  "Update Territoires to see all of it.",
  "Ce pack est écrit dans la version {version} du format : une partie peut ne pas s’afficher.",
  "Mettez Territoires à jour pour tout voir.")
TER_ISSUE (VERSION_INVALID, "version-invalid", ERROR,
  "“{value}” is not a version such as 1.2.3.",
  "Write three whole numbers parted by dots (semantic versioning).",
  "« {value} » n’est pas une version comme 1.2.3.",
  "Écrivez trois nombres entiers séparés par des points (gestion sémantique de version).")
TER_ISSUE (LANGUAGE_INVALID, "language-invalid", ERROR,
  "“{value}” is not a language tag such as fr or pt-BR.",
  "Write a BCP 47 tag.",
  "« {value} » n’est pas un code de langue comme fr ou pt-BR.",
  "Écrivez un code BCP 47.")
TER_ISSUE (LANGUAGE_UNDECLARED, "language-undeclared", WARNING,
  "“{member}” is written in a language that “languages” does not name.",
  "Add “{language}” to “languages”, or correct the member’s name.",
  "« {member} » est écrit dans une langue que « languages » ne nomme pas.",
  "Ajoutez « {language} » à « languages », ou corrigez le nom du membre.")
TER_ISSUE (LICENSE_INVALID, "license-invalid", ERROR,
  "“{value}” is not the name of a licence such as CC-BY-SA-4.0.",
  "Write the licence’s SPDX identifier.",
  "« {value} » n’est pas le nom d’une licence comme CC-BY-SA-4.0.",
  "Écrivez l’identifiant SPDX de la licence.")
TER_ISSUE (HASH_INVALID, "hash-invalid", ERROR,
  "“{value}” is not sha256: followed by 64 digits of 0-9a-f.",
  "Write what sha256sum prints, after sha256:.",
  "« {value} » n’est pas sha256: suivi de 64 chiffres de 0-9a-f.",
  "Écrivez ce qu’affiche sha256sum, après sha256:.")
TER_ISSUE (KEY_INVALID, "key-invalid", ERROR,
  "“{value}” is not the text of a public key.",
  "Copy the second line of the .pub file that “territoires-pack keygen” wrote: 56 characters.",
  "« {value} » n’est pas le texte d’une clé publique.",
  "Recopiez la deuxième ligne du fichier .pub écrit par « territoires-pack keygen » : 56 caractères.")
TER_ISSUE (MEDIATYPE_INVALID, "mediatype-invalid", ERROR,
  "“{value}” is not a media type that suits here: {expected}.",
  "Correct “mediatype”.",
  "« {value} » n’est pas un type de média qui convient ici : {expected}.",
  "Corrigez « mediatype ».")
TER_ISSUE (VIEW_UNKNOWN, "view-unknown", WARNING,
  "The view “{value}” is not known: the section will be shown as a plain list.",
  "Choose one of {allowed}.",
  "La vue « {value} » n’est pas connue : la section s’affichera comme une simple liste.",
  "Choisissez parmi {allowed}.")
TER_ISSUE (ICON_UNKNOWN, "icon-unknown", WARNING,
  "The icon “{value}” is not known: a folder will be shown.",
  "Choose a name of data/schema/icons.json.",
  "L’icône « {value} » n’est pas connue : un dossier s’affichera.",
  "Choisissez un nom de data/schema/icons.json.")
TER_ISSUE (SECTION_EMPTY, "section-empty", WARNING,
  "The section “{id}” shows no entry.",
  "Name entries or kinds in “show”, or take the section out.",
  "La section « {id} » ne montre aucune fiche.",
  "Nommez des fiches ou des genres dans « show », ou retirez la section.")
TER_ISSUE (TABLE_UNKNOWN, "table-unknown", ERROR,
  "There is no table “{table}” in this pack.",
  "Correct the name, or list the table in “resources” with the role “table”.",
  "Il n’y a pas de table « {table} » dans ce pack.",
  "Corrigez le nom, ou ajoutez la table à « resources » avec le rôle « table ».")
/* Members of any object */
TER_ISSUE (MEMBER_MISSING, "member-missing", ERROR,
  "“{member}” is missing.",
  "Add it: it is required here.",
  "« {member} » manque.",
  "Ajoutez-le : il est obligatoire ici.")
TER_ISSUE (MEMBER_TYPE, "member-type", ERROR,
  "“{member}” should be {expected}.",
  "Correct the value.",
  "« {member} » devrait être {expected}.",
  "Corrigez la valeur.")
TER_ISSUE (MEMBER_EMPTY, "member-empty", ERROR,
  "“{member}” is empty.",
  "Fill it in, or take it out if it is not required.",
  "« {member} » est vide.",
  "Remplissez-le, ou retirez-le s’il n’est pas obligatoire.")
TER_ISSUE (VALUE_UNKNOWN, "value-unknown", WARNING,
  "“{value}” is not a known value of “{member}”: it will not count.",
  "Choose one of {allowed}.",
  "« {value} » n’est pas une valeur connue de « {member} » : elle ne comptera pas.",
  "Choisissez parmi {allowed}.")
TER_ISSUE (ID_INVALID, "id-invalid", ERROR,
  "“{value}” is not an id.",
  "Use at most 64 small letters and digits, in groups parted by “-”.",
  "« {value} » n’est pas un identifiant.",
  "Utilisez au plus 64 minuscules sans accent et chiffres, en groupes séparés par « - ».")
TER_ISSUE (ID_DUPLICATE, "id-duplicate", ERROR,
  "The id “{id}” is used twice.",
  "Choose another one for the newer of the two.",
  "L’identifiant « {id} » sert deux fois.",
  "Choisissez-en un autre pour le plus récent des deux.")
TER_ISSUE (TEXT_TOO_LONG, "text-too-long", ERROR,
  "This text has {found} characters, more than {limit}.",
  "Shorten it, or part it into several texts.",
  "Ce texte fait {found} caractères, plus de {limit}.",
  "Raccourcissez-le, ou répartissez-le en plusieurs textes.")
TER_ISSUE (LINE_TOO_LONG, "line-too-long", ERROR,
  "A line of this text has more than {limit} characters.",
  "Begin new lines.",
  "Une ligne de ce texte dépasse {limit} caractères.",
  "Passez à la ligne.")
TER_ISSUE (TEXT_CONTROL, "text-control", ERROR,
  "This text holds a control character or, where one line is wanted, a line break.",
  "Take it out.",
  "Ce texte contient un caractère de commande ou, là où il faut une seule ligne, un retour à la ligne.",
  "Retirez-le.")
TER_ISSUE (TEXT_COMBINING, "text-combining", ERROR,
  "More than {limit} combining marks follow one another.",
  "Take out those that no language needs.",
  "Plus de {limit} signes combinants se suivent.",
  "Retirez ceux dont aucune langue n’a besoin.")
TER_ISSUE (DATE_INVALID, "date-invalid", ERROR,
  "“{value}” is not {expected}.",
  "Correct the date.",
  "« {value} » n’est pas {expected}.",
  "Corrigez la date.")
TER_ISSUE (URL_INVALID, "url-invalid", ERROR,
  "“{value}” is not an address that starts with https:// or http://.",
  "Write the whole address, without spaces.",
  "« {value} » n’est pas une adresse qui commence par https:// ou http://.",
  "Écrivez l’adresse entière, sans espace.")
TER_ISSUE (COLOR_INVALID, "color-invalid", ERROR,
  "“{value}” is not a colour such as #E5243B.",
  "Write # and six hexadecimal digits.",
  "« {value} » n’est pas une couleur comme #E5243B.",
  "Écrivez # et six chiffres hexadécimaux.")
/* Entries */
TER_ISSUE (KIND_UNKNOWN, "kind-unknown", WARNING,
  "The kind “{value}” is not known: only title, summary and text will be shown.",
  "Choose one of {allowed}.",
  "Le genre « {value} » n’est pas connu : seuls le titre, le résumé et le texte s’afficheront.",
  "Choisissez parmi {allowed}.")
TER_ISSUE (ENTRY_UNKNOWN, "entry-unknown", ERROR,
  "There is no entry “{id}” in this pack.",
  "Correct the id, or add the entry.",
  "Il n’y a pas de fiche « {id} » dans ce pack.",
  "Corrigez l’identifiant, ou ajoutez la fiche.")
TER_ISSUE (SECTION_UNKNOWN, "section-unknown", ERROR,
  "There is no section “{id}” in this pack.",
  "Correct the id, or add the section.",
  "Il n’y a pas de section « {id} » dans ce pack.",
  "Corrigez l’identifiant, ou ajoutez la section.")
TER_ISSUE (FIGURE_UNKNOWN, "figure-unknown", ERROR,
  "There is no figure “{id}” in this pack.",
  "Write DASHBOARD/FIGURE, both ids of this pack.",
  "Il n’y a pas de figure « {id} » dans ce pack.",
  "Écrivez TABLEAU-DE-BORD/FIGURE, deux identifiants de ce pack.")
TER_ISSUE (VOCABULARY_UNKNOWN, "vocabulary-unknown", ERROR,
  "There is no vocabulary “{id}” in this pack.",
  "Correct the id, or add the vocabulary.",
  "Il n’y a pas de vocabulaire « {id} » dans ce pack.",
  "Corrigez l’identifiant, ou ajoutez le vocabulaire.")
TER_ISSUE (TAG_INVALID, "tag-invalid", ERROR,
  "“{value}” is not a tag.",
  "Write VOCABULARY:TERM.",
  "« {value} » n’est pas une étiquette.",
  "Écrivez VOCABULAIRE:TERME.")
TER_ISSUE (TAG_UNKNOWN, "tag-unknown", ERROR,
  "There is no term “{tag}” in the vocabularies of this pack.",
  "Correct the tag, or add the term to its vocabulary.",
  "Il n’y a pas de terme « {tag} » dans les vocabulaires de ce pack.",
  "Corrigez l’étiquette, ou ajoutez le terme à son vocabulaire.")
TER_ISSUE (CONFIDENCE_UNKNOWN, "confidence-unknown", ERROR,
  "“{value}” is not a term of the vocabulary “confidence”.",
  "Correct the term, or add it to the vocabulary.",
  "« {value} » n’est pas un terme du vocabulaire « confidence ».",
  "Corrigez le terme, ou ajoutez-le au vocabulaire.")
TER_ISSUE (TERRITORY_INVALID, "territory-invalid", ERROR,
  "“{value}” is not a territory.",
  "Write the level and the code: departement:94, commune:01001, epci:200069193, region:84, country:FR.",
  "« {value} » n’est pas un territoire.",
  "Écrivez le niveau et le code : departement:94, commune:01001, epci:200069193, region:84, country:FR.")
TER_ISSUE (TERRITORY_UNKNOWN, "territory-unknown", ERROR,
  "The territory “{value}” is not in the pack’s table “{table}”.",
  "Correct the code: it may have changed since the table’s vintage.",
  "Le territoire « {value} » n’est pas dans la table « {table} » du pack.",
  "Corrigez le code : il peut avoir changé depuis le millésime de la table.")
TER_ISSUE (PATH_UNKNOWN, "path-unknown", ERROR,
  "“{path}” is not listed in “resources”.",
  "List the file, or correct the path.",
  "« {path} » ne figure pas dans « resources ».",
  "Ajoutez le fichier à la liste, ou corrigez le chemin.")
TER_ISSUE (FILE_ROLE, "file-role", ERROR,
  "“{path}” is listed with the role “{role}”, where {expected} is wanted.",
  "Correct the role, or the path.",
  "« {path} » a le rôle « {role} », là où il faut {expected}.",
  "Corrigez le rôle, ou le chemin.")
TER_ISSUE (LINK_TARGET, "link-target", ERROR,
  "A link leads to exactly one place.",
  "Write one of {allowed}.",
  "Un lien mène à un endroit et un seul.",
  "Écrivez un seul de ces membres : {allowed}.")
TER_ISSUE (WEBINAR_ORDER, "webinar-order", ERROR,
  "This webinar ends before it starts.",
  "Correct “start” or “end”.",
  "Ce webinaire finit avant de commencer.",
  "Corrigez « start » ou « end ».")
TER_ISSUE (ZONE_UNKNOWN, "zone-unknown", ERROR,
  "“{value}” is not a time zone.",
  "Write a name of the IANA list, such as Europe/Paris.",
  "« {value} » n’est pas un fuseau horaire.",
  "Écrivez un nom de la liste de l’IANA, comme Europe/Paris.")
TER_ISSUE (TIME_INVALID, "time-invalid", ERROR,
  "“{value}” is not a time such as 13:05.",
  "Write hours and minutes with two digits each.",
  "« {value} » n’est pas une heure comme 13:05.",
  "Écrivez les heures et les minutes avec deux chiffres.")
TER_ISSUE (SPEAKER_UNKNOWN, "speaker-unknown", WARNING,
  "“{value}” is not among the speakers of this webinar.",
  "Correct the name, or add it to “speakers”.",
  "« {value} » n’est pas parmi les intervenants de ce webinaire.",
  "Corrigez le nom, ou ajoutez-le à « speakers ».")
/* CommonMark and pictures */
TER_ISSUE (LINK_SCHEME, "link-scheme", WARNING,
  "“{value}” is not a place that a link may lead to: it will be shown as text.",
  "Use https://, http://, mailto:, entry:ID or section:ID.",
  "« {value} » n’est pas un endroit où un lien puisse mener : il s’affichera comme du texte.",
  "Utilisez https://, http://, mailto:, entry:ID ou section:ID.")
TER_ISSUE (HTML_IN_TEXT, "html-in-text", WARNING,
  "This text holds HTML: it will be shown as it is written.",
  "Write CommonMark instead.",
  "Ce texte contient du HTML : il s’affichera tel quel.",
  "Écrivez plutôt du CommonMark.")
TER_ISSUE (PICTURE_ALT, "picture-alt", WARNING,
  "The picture “{path}” has no alternative text: who cannot see it will miss it.",
  "Say in a few words what one sees.",
  "L’image « {path} » n’a pas de texte de remplacement : qui ne peut la voir en sera privé.",
  "Dites en quelques mots ce qu’on y voit.")
TER_ISSUE (PICTURE_INVALID, "picture-invalid", ERROR,
  "“{path}” is not a PNG, JPEG, WebP or SVG picture.",
  "Save the picture in one of these formats.",
  "« {path} » n’est pas une image PNG, JPEG, WebP ou SVG.",
  "Enregistrez l’image dans un de ces formats.")
TER_ISSUE (PICTURE_TOO_LARGE, "picture-too-large", ERROR,
  "The picture “{path}” measures {width} × {height} pixels, more than {limit} on a side.",
  "Make it smaller.",
  "L’image « {path} » mesure {width} × {height} pixels, plus de {limit} de côté.",
  "Réduisez-la.")
/* Tables */
TER_ISSUE (COLUMNS_TOO_MANY, "columns-too-many", ERROR,
  "The table has more than {limit} columns.",
  "Leave out columns, or make two tables.",
  "La table a plus de {limit} colonnes.",
  "Retirez des colonnes, ou faites deux tables.")
TER_ISSUE (ROWS_TOO_MANY, "rows-too-many", ERROR,
  "The table has more than {limit} rows.",
  "Leave out rows, or make two tables.",
  "La table a plus de {limit} lignes.",
  "Retirez des lignes, ou faites deux tables.")
TER_ISSUE (TABLE_SYNTAX, "table-syntax", ERROR,
  "Row {row} is not CSV: a quotation mark is not closed, or is followed by more text.",
  "Close the cell, and double the quotation marks inside it (RFC 4180).",
  "La ligne {row} n’est pas du CSV : un guillemet n’est pas fermé, ou est suivi de texte.",
  "Fermez la cellule, et doublez les guillemets qu’elle contient (RFC 4180).")
TER_ISSUE (TABLE_RAGGED, "table-ragged", ERROR,
  "Row {row} has {found} cells, the first line has {expected}.",
  "Add or take out cells.",
  "La ligne {row} a {found} cellules, la première en a {expected}.",
  "Ajoutez ou retirez des cellules.")
TER_ISSUE (TABLE_EMPTY, "table-empty", WARNING,
  "The table has no row.",
  "Add rows, or take the table out.",
  "La table n’a aucune ligne.",
  "Ajoutez des lignes, ou retirez la table.")
TER_ISSUE (COLUMN_MISSING, "column-missing", ERROR,
  "The column “{column}” is missing.",
  "Add the column, or take the field out of the schema.",
  "La colonne « {column} » manque.",
  "Ajoutez la colonne, ou retirez le champ du schéma.")
TER_ISSUE (COLUMN_UNKNOWN, "column-unknown", WARNING,
  "The column “{column}” is not in the schema: it will not be shown.",
  "Describe it in “schema.fields”, or take it out.",
  "La colonne « {column} » n’est pas dans le schéma : elle ne s’affichera pas.",
  "Décrivez-la dans « schema.fields », ou retirez-la.")
TER_ISSUE (CELL_TYPE, "cell-type", ERROR,
  "Row {row}, column “{column}”: “{value}” is not {expected}.",
  "Correct the cell, or add the value to “missingValues”.",
  "Ligne {row}, colonne « {column} » : « {value} » n’est pas {expected}.",
  "Corrigez la cellule, ou ajoutez la valeur à « missingValues ».")
TER_ISSUE (FIELD_UNKNOWN, "field-unknown", ERROR,
  "“{field}” is not a field of this schema.",
  "Correct “primaryKey” or “weight”.",
  "« {field} » n’est pas un champ de ce schéma.",
  "Corrigez « primaryKey » ou « weight ».")
TER_ISSUE (FIELD_NOT_NUMBER, "field-not-number", WARNING,
  "“{field}” is not a field of numbers: nothing can be computed from it.",
  "Give it the type “integer” or “number”, or correct “aggregation” or “weight”.",
  "« {field} » n’est pas un champ de nombres : rien ne peut en être calculé.",
  "Donnez-lui le type « integer » ou « number », ou corrigez « aggregation » ou « weight ».")
TER_ISSUE (FIELD_DUPLICATE, "field-duplicate", ERROR,
  "The field “{field}” stands twice.",
  "Rename one of the two.",
  "Le champ « {field} » figure deux fois.",
  "Renommez l’un des deux.")
TER_ISSUE (KEY_DUPLICATE, "key-duplicate", ERROR,
  "Row {row}: the key “{key}” stands twice in the table.",
  "Keep one of the two rows, or correct “primaryKey”.",
  "Ligne {row} : la clé « {key} » figure deux fois dans la table.",
  "Gardez une seule des deux lignes, ou corrigez « primaryKey ».")
TER_ISSUE (KEY_EMPTY, "key-empty", ERROR,
  "Row {row}: the key “{field}” is empty.",
  "Fill in the cell, or take the row out.",
  "Ligne {row} : la clé « {field} » est vide.",
  "Remplissez la cellule, ou retirez la ligne.")
/* Figures and outlines */
TER_ISSUE (FIGURE_TABLE, "figure-table", ERROR,
  "The figure draws no table of this pack.",
  "Write \"data\": {\"name\": TABLE}, the name of a resource with the role “table”.",
  "La figure ne montre aucune table de ce pack.",
  "Écrivez \"data\": {\"name\": TABLE}, le nom d’une ressource de rôle « table ».")
TER_ISSUE (FIGURE_FIELD, "figure-field", ERROR,
  "“{field}” is not a field of the table “{table}”.",
  "Correct the name.",
  "« {field} » n’est pas un champ de la table « {table} ».",
  "Corrigez le nom.")
TER_ISSUE (FIGURE_UNSUPPORTED, "figure-unsupported", INFO,
  "{what} is beyond what is drawn today: the figure will be shown as its table.",
  "Nothing to do, or draw it with what docs/pack-format.md names under “Figure”.",
  "{what} va au-delà de ce qui est dessiné aujourd’hui : la figure s’affichera comme un tableau.",
  "Rien à faire, ou dessinez-la avec ce que docs/pack-format.md nomme sous « Figure ».")
TER_ISSUE (FIGURE_DATA, "figure-data", WARNING,
  "The rows of its table do not allow this drawing: {what}. The figure will be shown as its table.",
  "Correct the type of the column, filter or aggregate the rows, or choose another mark.",
  "Les lignes de sa table ne permettent pas ce dessin : {what}. La figure s’affichera comme un tableau.",
  "Corrigez le type de la colonne, filtrez ou agrégez les lignes, ou choisissez une autre marque.")
TER_ISSUE (FIGURE_ASIDE, "figure-aside", INFO,
  "“{what}” is set aside: the app chooses it, alike for all figures.",
  "Nothing to do, or leave it out.",
  "« {what} » est laissé de côté : l’application en décide, de même pour toutes les figures.",
  "Rien à faire, ou retirez-le.")
TER_ISSUE (FIGURE_UNTRIED, "figure-untried", INFO,
  "This figure was not tried on its table: those before it already have as many rows as are tried.",
  "Look at it in the app, or print it with “territoires-pack figure”.",
  "Cette figure n’a pas été essayée sur sa table : celles qui la précèdent ont déjà autant de lignes que l’on en essaie.",
  "Regardez-la dans l’application, ou imprimez-la avec « territoires-pack figure ».")
TER_ISSUE (FIGURE_LAYERS, "figure-layers", INFO,
  "These layers are beyond what is drawn today ({what}): the figure will be shown as its table.",
  "Lay rules, or rectangles with two ends on one axis, across one layer of bars, lines, areas, points or ticks of the same table, four layers in all.",
  "Ces couches vont au-delà de ce qui est dessiné aujourd’hui ({what}) : la figure s’affichera comme un tableau.",
  "Posez des règles (« rule »), ou des rectangles (« rect ») à deux bouts sur un axe, sur une seule couche de barres, de lignes, d’aires, de points ou de traits de la même table, quatre couches en tout.")
TER_ISSUE (OUTLINE_INVALID, "outline-invalid", ERROR,
  "These are not outlines: {expected} is wanted here.",
  "Write a GeoJSON FeatureCollection of polygons (RFC 7946), longitude first.",
  "Ce ne sont pas des contours : il faut ici {expected}.",
  "Écrivez une FeatureCollection GeoJSON de polygones (RFC 7946), longitude d’abord.")
TER_ISSUE (OUTLINES_NONE, "outlines-none", WARNING,
  "The file holds no outline: no map can be drawn of it.",
  "Fill its list “features”, or take the file out of the pack.",
  "Le fichier ne contient aucun contour : aucune carte ne peut en être dessinée.",
  "Remplissez sa liste « features », ou retirez le fichier du pack.")
/* Quality: what a sound pack could do better. Told by “territoires-pack lint”, never by “validate” */
TER_ISSUE (SOURCE_MISSING, "source-missing", WARNING,
  "Nothing says where this comes from.",
  "Add “sources”: a title, an address and a date each.",
  "Rien ne dit d’où cela vient.",
  "Ajoutez « sources » : pour chacune, un titre, une adresse et une date.")
TER_ISSUE (DATE_MISSING, "date-missing", WARNING,
  "Nothing says of when this is.",
  "Add “date” or “updated”; to a figure, its “date”, or to its table a “vintage”.",
  "Rien ne dit de quand cela date.",
  "Ajoutez « date » ou « updated » ; pour une figure, sa « date », ou « vintage » à sa table.")
TER_ISSUE (LICENSE_MISSING, "license-missing", WARNING,
  "Nothing says what may be done with the files of this kit.",
  "Add “license”, with the licence’s SPDX identifier.",
  "Rien ne dit ce que l’on peut faire des fichiers de ce kit.",
  "Ajoutez « license », avec l’identifiant SPDX de la licence.")
TER_ISSUE (FIGURE_DESCRIPTION_MISSING, "figure-description-missing", WARNING,
  "This figure has no description: who cannot see it will miss what it shows.",
  "Say in “description”, in a sentence, what one sees.",
  "Cette figure n’a pas de description : qui ne la voit pas manquera ce qu’elle montre.",
  "Dites en une phrase, dans « description », ce que l’on y voit.")
TER_ISSUE (BASE_MISSING, "base-missing", WARNING,
  "These are percentages of a survey, and nothing says of whom.",
  "Add “base”: how many were asked, and who they are.",
  "Ce sont les pourcentages d’une enquête, et rien ne dit de qui.",
  "Ajoutez « base » : combien de personnes ont été interrogées, et lesquelles.")
TER_ISSUE (CONTRAST_WEAK, "contrast-weak", INFO,
  "The colour {value} has a contrast of {ratio}:1 with a {page} page, less than the 3:1 of WCAG 2.2.",
  "Choose a stronger colour, unless it is the official one.",
  "La couleur {value} a un contraste de {ratio}:1 avec une page {page}, moins que les 3:1 de WCAG 2.2.",
  "Choisissez une couleur plus marquée, sauf si c’est la couleur officielle.")
TER_ISSUE (ENTRY_UNREACHABLE, "entry-unreachable", WARNING,
  "No section shows “{id}” and nothing leads to it: only the search finds it.",
  "Name it in a section, or link to it.",
  "Aucune section ne montre « {id} » et rien n’y mène : seule la recherche la trouve.",
  "Nommez-la dans une section, ou faites un lien vers elle.")
TER_ISSUE (FILE_UNUSED, "file-unused", INFO,
  "Nothing uses the file “{path}”.",
  "Use it, or take it out of the pack.",
  "Rien n’utilise le fichier « {path} ».",
  "Utilisez-le, ou retirez-le du pack.")
TER_ISSUE (CODE_UNKNOWN, "code-unknown", WARNING,
  "Row {row}, column “{column}”: “{value}” is not {level}. Values of this column that are not: {count}.",
  "Correct the codes: they may have changed, or lost their zeros in a spreadsheet.",
  "Ligne {row}, colonne « {column} » : « {value} » n’est pas {level}. Valeurs de cette colonne qui ne le sont pas : {count}.",
  "Corrigez les codes : ils ont pu changer, ou perdre leurs zéros dans un tableur.")
TER_ISSUE (OUTLINE_ELSEWHERE, "outline-elsewhere", WARNING,
  "The outline of “{code}” is drawn where no French territory is. Outlines of this file that are: {count}.",
  "Look at the order, longitude first, and at the projection: degrees (WGS 84) are wanted.",
  "Le contour de « {code} » est dessiné là où aucun territoire français ne se trouve. Contours de ce fichier dans ce cas : {count}.",
  "Vérifiez l’ordre, longitude d’abord, et la projection : il faut des degrés (WGS 84).")
TER_ISSUE (TERRITORY_DOUBTFUL, "territory-doubtful", WARNING,
  "The territory “{value}” has not {level}.",
  "Correct the code.",
  "Le territoire « {value} » n’a pas {level}.",
  "Corrigez le code.")
TER_ISSUE (TRANSLATION_MISSING, "translation-missing", INFO,
  "“{member}” is not translated: there is no “{wanted}”.",
  "Add it beside: “territoires-pack translations” makes a file for translators.",
  "« {member} » n’est pas traduit : il n’y a pas de « {wanted} ».",
  "Ajoutez-le à côté : « territoires-pack translations » prépare un fichier pour les traducteurs.")
TER_ISSUE (TITLE_REPEATED, "title-repeated", WARNING,
  "Another entry of the same kind has the title “{value}”: in a list they look the same.",
  "Say in the title what tells them apart.",
  "Une autre fiche du même genre a pour titre « {value} » : dans une liste, rien ne les distingue.",
  "Dites dans le titre ce qui les distingue.")
TER_ISSUE (SUMMARY_LONG, "summary-long", INFO,
  "This summary has {found} characters: cards and lists will cut it.",
  "Say it in {limit} characters, and the rest in the text.",
  "Ce résumé fait {found} caractères : les cartes et les listes le couperont.",
  "Dites-le en {limit} caractères, et le reste dans le texte.")
TER_ISSUE (UPDATED_FUTURE, "updated-future", WARNING,
  "“updated” is a day that has not come yet: {value}.",
  "Write the day of the last change.",
  "« updated » est un jour qui n’est pas encore venu : {value}.",
  "Écrivez le jour de la dernière modification.")
/* The report itself */
TER_ISSUE (ISSUES_MORE, "issues-more", INFO,
  "{count} more problems are not told.",
  "Mend these first.",
  "{count} autres problèmes ne sont pas cités.",
  "Réparez d’abord ceux-ci.")
