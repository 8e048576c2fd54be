"""The words of what is said and heard: told apart and counted."""

from __future__ import annotations

from plainspoken.audio.listening.names import restore_names
from plainspoken.audio.listening.words import count_errors, list_closest_words, list_words
from plainspoken.languages import load

EN = load("en")
ES = load("es")


def test_numbers_count_by_their_value_however_they_are_written() -> None:
    said = list_words("Take thirty-eight point five grams.", EN)
    assert count_errors(said, list_words("take 38.5 grams", EN)) == 0
    assert count_errors(said, list_words("take 39.5 grams", EN)) == 1
    assert count_errors(said, list_words("take 38.5 grams of it", EN)) == 2


def test_languages_without_spaces_are_counted_by_character() -> None:
    said = list_words("不要吃两片。", load("zh-Hans"))
    assert count_errors(said, list_words("不要吃2片", load("zh-Hans"))) == 0
    assert count_errors(said, list_words("要吃2片", load("zh-Hans"))) == 1


def test_a_word_that_is_spelled_may_be_heard_as_it_is_written() -> None:
    stretches = [("LLA", "ele ele a"), (" y ", " y "), ("IV", "i ve"), (" llame al ",) * 2]
    stretches.append(("911", "nueve uno uno"))
    for heard in ("LLA y IV llame al 911", "ele ele a y IV llame al nueve uno uno"):
        words = list_words(heard, ES)
        assert list_closest_words(stretches, words, ES) == words
    others = list_words("ele ele y IV llame al 912", ES)
    assert count_errors(list_closest_words(stretches, others, ES), others) == 2


def test_signs_and_words_that_are_only_said_have_to_be_heard() -> None:
    stretches = [("", "Paso uno: "), ("<5", "menos de cinco")]
    heard = list_words("5", ES)
    assert count_errors(list_closest_words(stretches, heard, ES), heard) == 4


def test_a_name_that_is_heard_as_other_words_says_nothing_else() -> None:
    def restore(heard: str) -> str:
        return restore_names("Tome Inotuzumab hoy.", heard, {"inotuzumab"}, ES)

    assert restore("Tome y no tu sumab hoy") == "Tome y inotuzumab hoy"
    assert restore("No tome inotusumab hoy") == "No tome inotuzumab hoy"
    assert restore("Tome no inotuzumab hoy") == "Tome no inotuzumab hoy"
    assert restore("Tome no metotrexato hoy") == "Tome no metotrexato hoy"


def test_a_mark_that_shows_only_stress_need_not_be_written() -> None:
    assert list_words("¿Qué llevo, y cuándo? Un niño.", ES) == list_words(
        "que llevo y cuando un niño", ES
    )
    assert list_words("un niño", ES) != list_words("un nino", ES)
