"""Keep voices of Piper for all guides: from their two files, or from a wheel that holds them."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from ...atomic_write import write_files
from ...diagnostics.errors import VoiceError
from ...diagnostics.finding import Finding
from ...input_files import read_file
from .onnx_session import find_runtime_lack
from .piper_config import ConfigError, read_config
from .piper_model import CONFIG, MODEL, SUFFIX, find_piper_folder, make_model

PACKAGES = (".whl", ".zip")
_HINT = "Give NAME.onnx with NAME.onnx.json beside it, or a wheel that holds both."


def add_voices(path: Path) -> dict[str, str]:
    """Take the voices that a file has; give the SHA-256 of each by its name. Raises VoiceError: it
    has none, or one that cannot be used; OutputError: they cannot be written.
    """
    read = _read_package if path.suffix in PACKAGES else _read_pair
    found = {name: files for name, *files in read(path)}
    if not found:
        raise _report(path, "holds no voice of Piper")
    contents: dict[Path, str | bytes] = {}
    folder = find_piper_folder()
    for name, (model, config) in found.items():
        try:
            has_speakers = bool(read_config(config).speakers)
        except ConfigError as error:
            raise VoiceError([Finding(f"{name}.json", 0, str(error), _HINT)]) from None
        if not find_runtime_lack():  # else this is found when it is to speak
            make_model(model, name, has_speakers)
        contents |= {folder / name: model, folder / f"{name}.json": config}
    write_files(contents, folder)
    return {name: hashlib.sha256(model).hexdigest() for name, (model, _) in sorted(found.items())}


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
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _report(path, "is no package of voices, or a damaged one") from error
    except OSError as error:
        raise _report(path, f"cannot be read: {error.strerror or error}") from error


def _report(path: Path, message: str) -> VoiceError:
    return VoiceError([Finding(str(path), 0, message, _HINT)])
