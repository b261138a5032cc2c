"""The gates as jobs, which can be run one by one: `.ci/run` says how. Nothing beyond Python's own library is needed."""

import argparse
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SCRATCH = Path(tempfile.mkdtemp(prefix="gates-"))
TOOLS = SCRATCH / "tools" / "bin"
AT_ONCE = 2
MAIN = f"{sys.version_info.major}.{sys.version_info.minor}"

os.environ.setdefault("CI", "true")  # where tests need a browser, a machine without one fails
os.environ.setdefault("UKRAINE_SUPPORT_DATA", str(ROOT.parent / "shared" / "data"))
os.environ |= {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1", "NO_MKDOCS_2_WARNING": "1"}

# What is run


class FailedError(Exception):
    """A step of a job failed."""


class Log:
    """The steps of one job: what they print is kept, and how long each takes."""

    def __init__(self, name: str) -> None:
        self.path = SCRATCH / f"{name}.log"
        self.times: list[str] = []

    def run(self, step: str, *command: str | Path, cwd: Path = ROOT, **setting: str) -> None:
        """Run a command to its end."""
        start = monotonic()
        with self.path.open("a", encoding="utf-8") as file:
            print(f"$ {shlex.join(map(str, command))}", file=file, flush=True)
            process = subprocess.Popen(
                command,
                cwd=cwd,
                env=os.environ | setting,
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
                start_new_session=True,  # to be ended with all that it starts
            )
            with LOCK:
                RUNNING.add(process)
            failed = process.wait() != 0
            with LOCK:
                RUNNING.discard(process)
        self.times.append(f"{step} {monotonic() - start:.0f}")
        if failed:
            raise FailedError(step)

    def text(self) -> str:
        """What has been printed."""
        return self.path.read_text(encoding="utf-8", errors="replace") if self.path.exists() else ""

    def closing(self) -> str:
        """What tests say of themselves in the end: what was skipped, and how many passed."""
        text = self.text()
        return "".join(f"{line}\n" for line in re.findall(r"^SKIPPED .*$|^.*\d passed.* in .*$", text, re.MULTILINE))


LOCK = Lock()
RUNNING: set[subprocess.Popen[bytes]] = set()


def end_all() -> None:
    """End what still runs."""
    with LOCK:
        for process in RUNNING:
            os.killpg(process.pid, signal.SIGTERM)


# Where it is run


def quick_start(number: int) -> str:
    """One of the two commands under README's heading "Quick start"."""
    section = (ROOT / "README.md").read_text(encoding="utf-8").split("\n## Quick start\n")[1].split("\n## ")[0]
    commands: list[str] = re.findall(r"^```sh\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    return commands[number]


def named_pythons() -> dict[str, Path | None]:
    """The Pythons that the classifiers name, each where this machine has it."""
    pattern = re.compile(r"Programming Language :: Python :: (\d+\.\d+)")
    versions = [found[1] for classifier in PROJECT["classifiers"] if (found := pattern.fullmatch(classifier))]
    return {version: find_python(version) for version in versions}


def find_python(version: str) -> Path | None:
    """A Python of a version: the one that runs this, one on the path, or one of pyenv's."""
    if version == MAIN:
        return Path(sys.executable)
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    by_patch = sorted(pyenv.glob(f"{version}.*/bin/python3"), key=patch_of)
    on_path = shutil.which(f"python{version}")
    for candidate in [*([Path(on_path)] if on_path else []), *reversed(by_patch)]:
        asked: list[str | Path] = [
            candidate,
            "-c",
            "import ensurepip, sys, venv; print('%d.%d' % sys.version_info[:2])",
        ]
        if subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == version:
            return candidate
    return None


def patch_of(path: Path) -> list[int]:
    """By what one version of pyenv's is newer than another."""
    return [int(number) for number in re.findall(r"\d+", path.parts[-3])]


def copy_of_checkout(name: str) -> Path:
    """The files of the project in a folder of their own, whose `.venv` is their own too."""
    listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    files = subprocess.run(listed, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    copy = SCRATCH / name
    for file in filter(None, files):
        if (ROOT / file).is_file():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, copy / file)
    return copy


def path_with(python: Path, name: str) -> str:
    """A search path on which `python3` is this one."""
    folder = SCRATCH / f"{name}-python"
    folder.mkdir()
    start = folder / "python3"
    start.write_text(f'#!/bin/sh\nexec {shlex.quote(str(python))} "$@"\n', encoding="utf-8")
    start.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def lowest_versions() -> Path:
    """Constraints that hold pip to the lowest versions that the project, its extras included, says will do."""
    extras = [dependency for extra in PROJECT["optional-dependencies"].values() for dependency in extra]
    file = SCRATCH / "lowest.txt"
    lines = [f"{each.replace('>=', '==')}\n" for each in [*PROJECT["dependencies"], *extras]]
    file.write_text("".join(lines), encoding="utf-8")
    return file


# The jobs


def tests_here(log: Log) -> None:
    """README's two commands as a reader runs them, in this folder, with the python3 at hand; laws tried at length."""
    log.run("README's first command", "bash", "-c", quick_start(0))
    log.run("README's second command", "bash", "-c", quick_start(1))


def tests_with(version: str, python: Path) -> Callable[[Log], None]:
    """README's second command with another Python; laws tried briefly."""

    def tests(log: Log) -> None:
        """README's second command with another Python; laws tried briefly."""
        copy = copy_of_checkout(f"tests-{version}")
        setting = {"PATH": path_with(python, version), "HYPOTHESIS_PROFILE": "brief"}
        log.run("README's second command", "bash", "-c", quick_start(1), cwd=copy, **setting)

    return tests


def tools(log: Log) -> None:
    """All that the other jobs need, in an environment of its own."""
    log.run("venv", sys.executable, "-m", "venv", TOOLS.parent)
    log.run("pip", TOOLS / "python", "-m", "pip", "install", "-q", "pip>=25.1")
    log.run("group dev", TOOLS / "python", "-m", "pip", "install", "-q", "--group", "dev", "-e", ".")


def lint(log: Log) -> None:
    """Style, and which module may import which."""
    log.run("ruff check", TOOLS / "ruff", "check", ".")
    log.run("ruff format", TOOLS / "ruff", "format", "--check", ".")
    log.run("import-linter", TOOLS / "lint-imports", "--no-cache")


def types(log: Log) -> None:
    """Types, by two checkers."""
    log.run("mypy", TOOLS / "mypy")
    log.run("pyright", TOOLS / "pyright", "--pythonpath", TOOLS / "python")


def tests_wheel(log: Log) -> None:
    """The built wheel: its types, and its tests, which cover every branch; they come out of the source distribution.

    There no `src` stands beside them that could be imported by mistake. All that the project needs is of the lowest
    version that pyproject.toml declares. Engines are installed too, as only they make the tests reach every branch.
    """
    dist, clean, unpacked = SCRATCH / "dist", SCRATCH / "clean", SCRATCH / "unpacked"
    log.run("build", TOOLS / "python", "-m", "build", "--outdir", dist)
    unpacked.mkdir()
    log.run("unpack", "tar", "-xzf", *dist.glob("*.tar.gz"), "-C", unpacked, "--strip-components", "1")
    shutil.rmtree(unpacked / "src")
    log.run("venv", sys.executable, "-m", "venv", clean)
    python = clean / "bin" / "python"
    log.run("pip", python, "-m", "pip", "install", "-q", "pip>=25.1")
    groups = [part for name in ("test", "engines") for part in ("--group", f"{ROOT / 'pyproject.toml'}:{name}")]
    lowest = str(lowest_versions())
    pip = (python, "-m", "pip", "install", "-q")
    log.run("install", *pip, *dist.glob("*.whl"), *groups, PIP_CONSTRAINT=lowest)
    # With --verifytypes, pyright looks only into the environment of the `python` that the path finds.
    first = f"{clean / 'bin'}{os.pathsep}{os.environ['PATH']}"
    verify = ["--verifytypes", "ukraine_support", "--ignoreexternal"]
    log.run("pyright --verifytypes", TOOLS / "pyright", *verify, cwd=clean, PATH=first)
    quickly = ["-q", "-p", "no:cacheprovider", "-n", "2", "--dist", "loadfile"]
    measured = ["--cov", "--pyargs", "ukraine_support", "tests"]
    log.run("tests", python, "-m", "pytest", *quickly, *measured, cwd=unpacked, HYPOTHESIS_PROFILE="brief")


def tests_site(log: Log) -> None:
    """The documentation, built and looked at in a browser, which is installed where there is none."""
    log.run("docs", TOOLS / "mkdocs", "build", "--quiet", "--strict", "--site-dir", SCRATCH / "site")
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        log.run("apt-get update", "apt-get", "update", "-q")
        packages = ("chromium", "chromium-driver")
        log.run("install Chromium", "apt-get", "install", "-qy", *packages, DEBIAN_FRONTEND="noninteractive")
    looked_at = ["-q", "-p", "no:cacheprovider", "tests/browser"]
    log.run("tests", TOOLS / "python", "-m", "pytest", *looked_at, UKRAINE_SUPPORT_SITE=str(SCRATCH / "site"))


class Job(NamedTuple):
    """What it does, and the jobs that must have passed before."""

    do: Callable[[Log], None]
    needs: tuple[str, ...] = ()


def all_jobs(pythons: dict[str, Path | None]) -> dict[str, Job]:
    """The jobs by name, in the order in which they are begun: each stands behind what it needs."""
    others = {version: python for version, python in pythons.items() if python and version != MAIN}
    return {
        "tools": Job(tools),
        f"tests-{MAIN}": Job(tests_here),
        "types": Job(types, ("tools",)),
        "tests-wheel": Job(tests_wheel, ("tools",)),
        **{f"tests-{version}": Job(tests_with(version, python)) for version, python in others.items()},
        "lint": Job(lint, ("tools",)),
        "tests-site": Job(tests_site, ("tools",)),
    }


# One after the other, two at a time


def main() -> int:
    """Run the jobs that are asked for; 0 if all passed."""
    pythons = named_pythons()
    jobs = all_jobs(pythons)
    parser = argparse.ArgumentParser(prog=".ci/run", description="Run the gates, all or some.")
    parser.add_argument("--list", action="store_true", help="say what there is")
    parser.add_argument("job", nargs="*", help=f"one of {', '.join(jobs)}")
    asked = parser.parse_args()
    if unknown := [name for name in asked.job if name not in jobs]:
        parser.error(f"no job {unknown[0]}; there are {', '.join(jobs)}")
    if asked.list:
        for name, job in jobs.items():
            print(f"{name:14}{(job.do.__doc__ or '').splitlines()[0]}")
        return 0
    wanted = set(asked.job or jobs)
    wanted |= {need for name in wanted for need in jobs[name].needs}
    if absent := [version for version, python in pythons.items() if python is None]:
        print(f"not on this machine, and so not tried: Python {', '.join(absent)}", flush=True)
    start = monotonic()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        done: dict[str, Any] = {}
        for name, job in jobs.items():
            if name in wanted:
                done[name] = pool.submit(passes, name, job, dict(done))
        try:
            failed = [name for name, future in done.items() if not future.result()]
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            end_all()
            raise
    print(f"failed: {', '.join(failed)}" if failed else f"every gate passed ({monotonic() - start:.0f} s)")
    return 1 if failed else 0


def passes(name: str, job: Job, begun: dict[str, Any]) -> bool:
    """Run a job once what it needs has passed, and tell what came of it."""
    if not all(begun[need].result() for need in job.needs):
        print(f"left    {name}: {', '.join(job.needs)} failed", flush=True)
        return False
    log, start, passed = Log(name), monotonic(), False
    try:
        job.do(log)
    except FailedError:
        told = f"{log.text()}FAILED  {name}"
    except Exception as error:
        told = f"{log.text()}FAILED  {name}: {error!r}"
    else:
        told, passed = f"{log.closing() if name.startswith('tests') else ''}ok      {name}", True
    print(f"{told} ({monotonic() - start:.0f} s: {', '.join(log.times)})", flush=True)
    return passed


def ended(*_: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, ended)
    try:
        status = main()
    except KeyboardInterrupt:
        status = 130
    finally:
        end_all()
        shutil.rmtree(SCRATCH, ignore_errors=True)
    sys.exit(status)
