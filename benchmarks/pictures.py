"""Pictures: a new one, at the sizes of three screens, and a frame of the moving train."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median

from game.art import Size, paint_picture
from game.art.art_files import ArtFolder
from game.art.train import NIGHT, Car, draw_train
from game.core.paths import shipped
from game.tui.widgets.pixels import pack_pixels


def report() -> Iterator[str]:
    """Medians and the slowest of all rooms."""
    art = ArtFolder(shipped("assets"))
    began = time.perf_counter()
    number = len(art.sprites)
    yield f"{f'{number} sprites read':36} {_ms(time.perf_counter() - began)}   once"
    for width, rows, bar in ((80, 9, ""), (82, 14, "at most 30 ms"), (116, 22, "")):
        times = [_timed(partial(_picture, art, name, Size(width, rows))) for name in art.names]
        yield f"{f'a new picture, {width}x{rows}':36} {_ms(median(times))}   slowest {_ms(max(times))}   {bar}"
    cars = [Car(str(place), "small", place == 9, place < 9) for place in range(29)]
    frames = [_timed(partial(_frame, cars, 9 + step / 36)) for step in range(36)]
    yield f"{'a frame of the moving train, 120x5':36} {_ms(median(frames))}   slowest {_ms(max(frames))}   at most 5 ms"


def _picture(art: ArtFolder, name: str, size: Size) -> object:
    return pack_pixels(paint_picture(art.scene(name, "carriage"), art.sprites, size).pixels)


def _frame(cars: list[Car], here: float) -> object:
    return pack_pixels(draw_train(cars, here, 120, 5, NIGHT).rows)


def _timed(what: Callable[[], object]) -> float:
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:6.2f} ms"
