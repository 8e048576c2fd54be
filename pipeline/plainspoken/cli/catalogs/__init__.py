"""`plainspoken catalogs`: what translators work on. Each command is a module of its name."""

from __future__ import annotations

COMMANDS = {
    "extract": "Write locales/guide.pot, the template of all translations, and locales/LINGUAS.",
    "update": "Bring translations to the guide as it is now. Changed texts are marked fuzzy.",
    "add": "Begin a translation into another language.",
    "check": "Look for mistakes in translations: numbers, units, names, links, negations, scripts "
    "and more.",
    "status": "Tell how far each translation is: translated, checked, reviewed, and what is "
    "critical.",
    "review": "Sign the translations that you have read, or list those that nobody has.",
    "glossary": "Exchange the glossary and its words in other languages with terminologists.",
    "export": "Write a translation as XLIFF or CSV, for those who do not work with PO files.",
    "import": "Bring an XLIFF or CSV file that came back into its catalog; exit 1 if not all was "
    "taken",
    "compile": "Write .mo files for programs that use gettext: dist/locale/<language>/LC_MESSAGES.",
    "merge": "Bring any PO file to a new template, as msgmerge does; no guide is needed.",
    "merge-driver": "Merge two versions of a PO file message by message, as git asks for it.",
}
EXAMPLE = "plainspoken catalogs add es"
