"""The documentation is true: generated parts are up to date, links lead somewhere, and every command runs."""

import importlib.util
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

from game.core.paths import shipped
from game.pack.world import World
from tests.conftest import LIGHTHOUSE
from tests.tutorials import Tutorial, copy_checkout, find_changed, follow, read_tutorials

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    path
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "assets").glob("*.md"))
    if path.name != "CHANGELOG.md"
)
"""Every page of documentation. The changelog tells of the past, so its names and figures need not hold now."""

page = pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def load_generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_generated_parts_are_up_to_date() -> None:
    generate = load_generator()
    for path in generate.FILES:
        text = path.read_text(encoding="utf-8")
        assert {name for name, _ in generate.generated_parts(text)} <= set(generate.PARTS)
        assert generate.renew(text) == text, f"{path.name}: run `make docs`"


def test_the_tree_names_every_module() -> None:
    generate = load_generator()
    tree = generate.make_tree()
    listed = [line.split()[0] for line in tree.splitlines()]
    for path in generate.modules():
        if path.parent != ROOT / "game":
            name = f"{path.parent.name}/" if path.name == "__init__.py" else path.name
            assert name in listed, f"{path} stands on no floor"


def test_every_module_says_what_it_is_for() -> None:
    generate = load_generator()
    assert [str(path) for path in generate.modules() if not generate.first_sentence(path)] == []


def test_a_word_is_defined_once() -> None:
    generate = load_generator()
    words = [word for path in generate.modules() for word, _, _ in generate.words_of(path)]
    assert words
    assert len(words) == len(set(words))


@page
def test_every_link_leads_to_a_file(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def named_files(text: str) -> Iterator[str]:
    """Paths of the project in backticks: with a slash, below a folder of ours, without a placeholder."""
    for name in re.findall(r"`((?:game|rooms|assets|tests|docs|benchmarks)/[^`\s]*)`", text):
        bare = re.sub(r"::.*", "", name)
        if not re.search(r"[A-Z]{2,}|NN|…|\{", bare):
            yield bare


CREATED = {step.target for tutorial in read_tutorials() for step in tutorial.steps if step.act == "create"}
"""Files that exist only once a tutorial has been followed."""


@page
def test_every_file_named_exists(path: Path) -> None:
    for name in set(named_files(path.read_text(encoding="utf-8"))) - CREATED:
        # A name may be a pattern, and the pictures of screens have brackets in their names.
        assert (ROOT / name).exists() or any(ROOT.glob(name.rstrip("/"))), f"{path.name}: {name}"


def test_every_test_named_in_the_architecture_exists() -> None:
    named = re.findall(r"`(tests/[a-z_/]+\.py)::([a-z_0-9]+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert named
    for file, test in named:
        assert f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), f"{file}::{test}"


COUNTED = r"questions|items|facts|rooms|entities|sprites|scenes|acts|rules|differences|honours|tests"


@page
def test_no_page_counts_what_the_pack_holds(path: Path) -> None:
    """A count typed by hand is wrong from the next change on. Twenty-one carriages are a name, a limit is no count."""
    text = re.sub(r"<!-- generated.*?<!-- end -->", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(rf"\b[1-9][0-9]{{1,3}} (?:{COUNTED})\b", text) == []


# The commands of the documentation, typed one after the other in a folder where a class has been.

LEFT_OUT: Mapping[str, str] = {
    "make": "a target of the Makefile: what stands there is checked below",
    "pip": "installs; tests/test_wheel.py installs the wheel and plays it",
    "uv": "the same",
    "ralph": "a store for trying; tests/test_lrs.py starts one and sends to it",
    "CARRIAGES_LRS_USER=name": "sends over the network; tests/test_lrs.py sends to a store on this machine",
    "carriages results xapi": "the same",
    "carriages class": "runs until it is ended; tests/test_web_class.py and tests/test_serve_command.py do that",
    "carriages serve": "runs until it is ended; tests/test_serve_command.py starts and ends it",
    **dict.fromkeys(
        (
            "carriages exam new",
            "carriages exam hand-out",
            "carriages exam pupil.exam",
            "carriages paper class.exam",
            "carriages results collect FOLDER --exam",
            "carriages results --folder 9b-live",
            "carriages results collect --accept",
            "carriages results close",
            "carriages results assign",
            "carriages results regrade",
            "carriages results release",
        ),
        "an exam that is a file needs a class: tests/test_exam_class.py and tests/test_keyless.py run it",
    ),
}
"""How a command begins that is not run here -> why."""


def typed_commands(text: str) -> Iterator[str]:
    """The commands of a page: those that begin a line of a block, and those in backticks with arguments."""
    text = re.sub(r"<!-- generated.*?<!-- end -->", "", text, flags=re.DOTALL)
    programs = r"carriages|make|printf|cp|pip|pipx|uv|ralph|CARRIAGES_LRS_USER=\S+"
    for line in text.splitlines():
        if found := re.match(rf"    +((?:{programs})\b.*)", line):
            yield re.split(r"\s{2,}", found[1])[0]
        # Two words alone, as in `carriages exam`, name a command and are not a line to type.
        yield from re.findall(r"`(carriages (?:-[^`]*|[a-z]+ [^`]*[^`. ]))`", line)


@pytest.fixture(scope="module")
def stage(tour: World, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    """A folder with all that the documented commands speak of; runs one of them and returns what it printed."""
    from tests.bots import sit

    folder = tmp_path_factory.mktemp("docs")
    home, given = folder / "home", folder / "given"
    code = sit(tour, given, 6)
    # Elsewhere than in the project, a pack holds its own pictures.
    shutil.copytree(shipped("rooms"), folder / "rooms")
    shutil.copytree(shipped("assets"), folder / "rooms", dirs_exist_ok=True)
    shutil.copytree(ROOT / "tests" / "tiny", folder / "tiny")
    shutil.copytree(LIGHTHOUSE, folder / "lighthouse")
    (folder / "class.txt").write_text("Anna Müller\nBen Okafor\n", encoding="utf-8")
    (folder / "class.csv").write_text("name;email\nAnna Müller;anna@school.example\n", encoding="utf-8")
    (folder / "article.txt").write_text("A lamp of 1903 stands in Pyongyang.\n", encoding="utf-8")
    for name, article in (("leaflet.txt", "000_leaflet.txt"), ("news.txt", "001_news.txt")):
        shutil.copy(LIGHTHOUSE / "articles" / article, folder / name)
    third = (
        "Skarholm at night\n\n3 May 2023\n\nPublished by The Bay Herald\n\nThe lamp of Skarholm was dark for an hour.\n"
    )
    (folder / "third.txt").write_text(third, encoding="utf-8")
    (folder / "lines.rec").write_text("look\nforward\n", encoding="utf-8")
    (folder / "quiz.gift").write_text("::mine::Which house made it? {=Cristal ~Krug#Mixed up. ~Ruinart#Mixed up.}\n")
    values = {
        # What is drafted there has nobody to confirm it here; the lighthouse is such a tour when it is finished.
        r"(?<!new )\bmy-tour\b(?!\.tour)": "lighthouse",
        r"packs remove lighthouse$": "packs remove skarholm-light",
        r"write lighthouse$": "write lighthouse --once",
        r"art --pack DIR kitchen": f"art --pack {LIGHTHOUSE} kitchen",
        r"\bFORMAT\b": "gift",
        r"export gift -o FILE": "export gift -o out.gift.txt",
        r"import FILE": "import quiz.gift --pack rooms --room cellar --fact cristal-champagne -o taken.yaml",
        r"report -o FILE": "report -o out.html",
        r"replay FILE \[--seed N\]": "replay lines.rec --seed 3",
        r"(collect) (?:DIR|FOLDER)\.\.\.": rf"\1 {given}",
        r"new DIR ARTICLE\.\.\.": "new drafted article.txt --date 2021 --publisher ''",
        r"write DIR": "write tiny --once",
        r"\[NAME\]": "lounge",
        r"sources scan$": "sources scan article.txt",
        r"\[ID \.\.\.\]": "carriages-21",
        r"^(carriages pack) DIR": r"\1 lighthouse",
        r"--pack PACK\b": "--pack lighthouse",
        r"\[DIR\]|--pack DIR\b": "",
        r"check --articles DIR --coverage": "check tiny --coverage",
        r"\bARTICLE\b": "article.txt",
        r"--learner NAME": "--learner anna",
        r"Signal-84": "Stoker-01",
        # Who is forgotten on one page must not be looked for on the next.
        r"Signal-07": "Stoker-05",
        r"--folder 9b \.\.\.": f"--folder {given}",
        r"(report --gradebook email)$": r"\1 -o marks.csv",
    }
    program = f"{shlex.quote(sys.executable)} -m game"

    def run(command: str) -> str:
        for placeholder, value in values.items():
            command = re.sub(placeholder, value, command)
        assert not re.search(r"\b(?!CODE)[A-Z]{4,}\b(?!=)|\.\.\.", command), f"no value for a placeholder: {command}"
        command = command.replace("CODE", code)
        line = re.sub(r"(^|\| |&& )carriages\b", lambda found: found[1] + program, command)
        done = subprocess.run(
            ["sh", "-c", line],
            input="leave\nquit\n",
            capture_output=True,
            encoding="utf-8",
            cwd=folder,
            env=dict(os.environ, CARRIAGES_HOME=str(home), PYTHONPATH=str(ROOT), NO_COLOR="1"),
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}{done.stderr[-2000:]}"
        assert "Traceback" not in done.stderr
        return done.stdout

    run(f"carriages results collect {given}")
    return run


DOCUMENTED = [
    (path, command)
    for path in PAGES
    for command in dict.fromkeys(typed_commands(path.read_text(encoding="utf-8")))
    if not command.startswith(tuple(LEFT_OUT))
]


@page
def test_what_is_installed_exists(path: Path) -> None:
    """The lines themselves were tried by hand; here, that they name parts of ours and no line that fails on Debian."""
    parts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    text = path.read_text(encoding="utf-8")
    named = re.findall(r"""["'](?:\.|21-carriages|[^"'\s]+\.whl)\[([^\]]+)\]["']""", text)
    assert set(named) <= parts.keys()
    assert not re.search(r"^    pip install (?:-e )?[\"']?\.", text, flags=re.MULTILINE)


def test_the_pages_hold_commands() -> None:
    names = {path.name for path, _ in DOCUMENTED}
    assert {"README.md", "teaching.md", "moodle.md", "anki.md", "authors.md", "pictures.md", "questions.md"} <= names


def test_every_documented_command_runs(stage: Callable[[str], str]) -> None:
    """One test, since a later command may need what an earlier one made."""
    wrong = []
    for path, command in DOCUMENTED:
        try:
            stage(command)
        except AssertionError as failed:
            wrong.append(f"{path.name}: {failed}")
    assert wrong == [], "\n\n".join(wrong)


@page
def test_every_make_target_named_exists(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    named = re.findall(r"(?:^    |`)make ([a-z-]+)", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert set(named) <= targets


TUTORIALS = tuple(read_tutorials())


def test_there_are_three_tutorials() -> None:
    assert [tutorial.title[:12] for tutorial in TUTORIALS] == ["Tutorial (a)", "Tutorial (b)", "Tutorial (c)"]
    assert all(tutorial.steps for tutorial in TUTORIALS)


@pytest.mark.slow
@pytest.mark.parametrize("tutorial", TUTORIALS, ids=lambda tutorial: tutorial.title)
def test_a_tutorial_works_as_it_stands_and_touches_what_it_lists(tutorial: Tutorial, tmp_path: Path) -> None:
    """The last steps of each tutorial run its checks. Types are left out: mypy alone takes longer than the rest."""
    folder = copy_checkout(tmp_path / "checkout")
    for step in tutorial.steps:
        follow(step, folder)
    assert sorted(find_changed(folder)) == sorted(tutorial.files)
    ruff = [sys.executable, "-m", "ruff", "format", "--check", "--quiet", "."]
    assert subprocess.run(ruff, cwd=folder, check=False).returncode == 0
