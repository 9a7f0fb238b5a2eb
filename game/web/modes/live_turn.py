"""What one pupil does in a live round, and what this pupil may see of it now."""

from collections.abc import Mapping

from msgspec.structs import replace

from game.pack.kinds import describe_form, read_response
from game.prose.questions import describe_fields, render_response
from game.web.modes.live_key import LiveKey
from game.web.modes.live_room import LiveRoom, LiveSeat
from game.web.modes.live_state import LiveRound
from game.web.modes.live_view import PublicTurn
from game.web.pages.answer_view import make_public_answer
from game.web.pages.exam_answer import move_step, write_answer, write_order


def answer(room: LiveRoom, seat: LiveSeat, state: LiveRound, form: Mapping[str, str]) -> bool:
    """Do what a button of the question wants; False for what is no answer."""
    item, shown = room.paper.items[state.place], room.show(state.place, seat)
    seat.take_turn(state.turn)
    so_far = seat.moved.line if seat.moved else seat.get_line(item)
    moved = move_step(shown, so_far, form.get("do", ""))
    if moved is not None:
        seat.moved = moved
        return True
    instruction = describe_form(item).instruction
    line = write_order(shown, so_far) if instruction == "order" else write_answer(form, instruction)
    response = read_response(shown, line) if line else None
    if not response:
        seat.unsent = line
        return False
    room.keep(seat, state.place, response, line)
    seat.moved, seat.unsent = None, ""
    return True


def make_turn(room: LiveRoom, seat: LiveSeat, state: LiveRound, key: LiveKey | None) -> PublicTurn:
    """What one pupil may see now."""
    pupil = seat.pupil
    is_over = seat.attempt is not None and seat.attempt.handed_in is not None
    turn = PublicTurn(
        step=state.step,
        turn=state.turn,
        number=state.place + 1,
        total=room.total,
        name=pupil.name,
        receipt=seat.attempt.receipt if seat.attempt is not None and is_over else "",
    )
    if state.step in ("ready", "over"):
        return turn
    seat.take_turn(state.turn)
    item, shown = room.paper.items[state.place], room.show(state.place, seat)
    line, begun = seat.get_line(item), seat.unsent or (seat.moved.line if seat.moved is not None else "")
    response = read_response(shown, line) if line else None
    return replace(
        turn,
        stem=item.stem,
        help=describe_fields(item),
        answer=make_public_answer(shown, begun or line, seat.moved) if state.step == "open" and not is_over else None,
        is_answered=bool(line),
        given=render_response(item, response, room.paper.bank.world) if response else "",
        told=tuple(key.tell_one(state.place, seat.candidate, line)) if key is not None else (),
    )
