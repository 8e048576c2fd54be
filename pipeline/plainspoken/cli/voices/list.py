"""`plainspoken voices list`: the voices for each language of a guide."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..options import JSON, LOCALES, add_folder

if TYPE_CHECKING:
    from ...config.project import LocaleSettings, Project

EXAMPLE = "plainspoken voices list --locale es"
OPTIONS = (add_folder, LOCALES, JSON)


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    from ...config.project import load_project, select_locales
    from ...languages import load

    project = load_project(args.folder)
    locales = select_locales(project, args.locales)
    voices = {locale.lang: list(_list_voices(project, locale)) for locale in locales}
    if args.json:
        print(json.dumps({"schema": 1, "voices": voices}, ensure_ascii=False, indent=2))
        return 0
    for locale in locales:
        chosen = ", ".join(settings.engine for settings in locale.voices) or "none"
        print(f"{locale.lang}, {load(locale.lang).english_name}: guide.toml names {chosen}.")
        for voice in voices[locale.lang]:
            print("  " + _describe(voice))
        if not voices[locale.lang]:
            print("  No voice speaks it.")
    return 0


def _list_voices(project: Project, locale: LocaleSettings) -> Iterator[dict[str, Any]]:
    from ...audio.voices import find_choices, find_facts, find_lack
    from ...languages import load

    language = load(locale.lang)
    for voice in find_choices(project, locale):
        if voice.speaks(language):
            facts = find_facts(voice)
            yield {
                "engine": voice.engine,
                "voice": str(language.voice(voice.engine).get("voice", "")),
                "quality": facts.quality if facts else "",
                "licence": facts.licence if facts else "",
                "megabytes": facts.megabytes if facts else None,
                "online": facts.is_online if facts else None,
                "lack": find_lack(voice, language),
            }


def _describe(voice: dict[str, Any]) -> str:
    parts = [f"{voice['engine']} ({voice['voice']})" if voice["voice"] else voice["engine"]]
    if voice["quality"]:
        parts.append(f"{voice['quality']} voice")
        parts.append("online" if voice["online"] else f"offline, {voice['megabytes']} MB")
        parts.append(voice["licence"])
    if voice["lack"]:
        parts.append(voice["lack"])
    return "; ".join(parts)
